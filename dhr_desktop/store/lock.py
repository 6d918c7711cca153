"""Keeps two copies of the program out of one library, with a lock that the system drops when a process dies."""

import errno
import os
import sys
from pathlib import Path
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.files import explained, in_words

_PRIVATE_FILE = 0o600
_HELD_BY_OTHERS = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class AlreadyOpen(UserError):
    """Another copy of the program has this library open."""

    code: ClassVar[str] = "S005"


class FolderLock:
    """Holds the lock file at `path` until `release`. Raises `AlreadyOpen`, or `FileProblem` when it cannot be made.

    The empty file stays behind on purpose: removing it would let two programs lock two files of one name.
    """

    def __init__(self, path: Path) -> None:
        with in_words(path, "written"):
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, _PRIVATE_FILE)
        try:
            _lock(self._descriptor)
        except OSError as problem:
            os.close(self._descriptor)
            if problem.errno not in _HELD_BY_OTHERS:
                raise explained(problem, path, "locked") from None
            raise AlreadyOpen(
                "This library is already open in another window of this program.",
                "Use that window, or close it and try again. Another user of this computer may have it open.",
            ) from None

    def release(self) -> None:
        """Let others in."""
        os.close(self._descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
