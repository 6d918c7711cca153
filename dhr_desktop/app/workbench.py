"""A library for one task: encrypted like any other, opened by a key nobody knows, gone when the task ends."""

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dhr_desktop.store.keyslots import Cost
from dhr_desktop.store.library import Library

RANDOM_KEY_COST = Cost(memory_kib=8 * 1024, passes=1, lanes=1)
"""Enough for a passphrase of 256 random bits: stretching defends guessable ones (RFC 9106, section 1)."""


@contextmanager
def passing_library() -> Iterator[Library]:
    """A library in a private folder that is removed afterwards, whatever happens.

    Should the process be killed, what stays behind is encrypted under a key that died with it.
    """
    folder = Path(tempfile.mkdtemp(prefix="dhr-"))
    try:
        library = Library.create(folder / "library", secrets.token_hex(32), RANDOM_KEY_COST)
        try:
            yield library
        finally:
            library.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
