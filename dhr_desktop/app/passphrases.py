"""Where a passphrase comes from on the command line: a prompt or a file descriptor, never an argument."""

import getpass
import os
import sys
from typing import ClassVar

from dhr_desktop.base.errors import UserError

_MOST = 4096


class PassphraseMissing(UserError):
    """No passphrase could be had."""

    code: ClassVar[str] = "A001"


def ask(descriptor: int | None, prompt: str = "Passphrase: ") -> str:
    """The passphrase from `descriptor`, up to its first line end, or typed at a prompt that does not show it."""
    if descriptor is not None:
        found = _from_descriptor(descriptor)
    elif sys.stdin is not None and sys.stdin.isatty():
        found = getpass.getpass(prompt)
    else:
        found = ""
    if not found:
        raise PassphraseMissing(
            "No passphrase was given.", "Type it at the prompt, or hand it over with --passphrase-fd."
        )
    return found


def _from_descriptor(descriptor: int) -> str:
    try:
        with os.fdopen(os.dup(descriptor), "rb") as source:
            return source.readline(_MOST).rstrip(b"\r\n").decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise PassphraseMissing(
            "The passphrase could not be read from that file descriptor.",
            "Hand over an open descriptor with the passphrase in UTF-8 on its first line.",
        ) from None
