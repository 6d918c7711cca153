"""The one place that writes files: private folders, whole-file writes that are there entirely or not at all."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from dhr_desktop.base.errors import UserError

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_DISK_FULL = {errno.ENOSPC, errno.EDQUOT}
_LOCKED_BY_OTHERS = {errno.EBUSY, errno.ETXTBSY}
_FOLDERS_NOT_SYNCED = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}  # some network and USB file systems
_WINDOWS_SHARING = {32, 33}  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION


class FileProblem(UserError):
    """A file or folder that cannot be read or written."""

    code: ClassVar[str] = "F001"


@contextmanager
def in_words(path: Path, doing: str) -> Iterator[None]:
    """Turn the machine's refusal over `path` into a sentence; `doing` is 'read', 'written' or the like."""
    try:
        yield
    except OSError as problem:
        raise explained(problem, path, doing) from None


def explained(problem: OSError, path: Path, doing: str) -> FileProblem:
    """The sentence for one operating-system error; only the file's own name is told, never its folder."""
    name = f"“{path.name}”"
    if isinstance(problem, FileNotFoundError):
        return FileProblem(f"{name} could not be found.", "Check that it has not been moved, then try again.")
    if problem.errno in _DISK_FULL:
        return FileProblem(f"The disk is full, so {name} could not be {doing}.", "Free some space, then try again.")
    if problem.errno in _LOCKED_BY_OTHERS or getattr(problem, "winerror", 0) in _WINDOWS_SHARING:
        return FileProblem(f"Another program is using {name}.", "Close it there, then try again.")
    if isinstance(problem, PermissionError):
        return FileProblem(
            f"This computer does not allow {name} to be {doing}.",
            "Close it in other programs, or choose a folder that is yours, then try again.",
        )
    if isinstance(problem, IsADirectoryError):
        return FileProblem(f"{name} is a folder, not a file.", "Choose the files inside it.")
    return FileProblem(f"{name} could not be {doing}.", "Check the disk or the connection to it, then try again.")


def read_bytes(path: Path) -> bytes:
    """The whole file. Raises `FileProblem` in words when it cannot be read."""
    with in_words(path, "read"):
        return path.read_bytes()


def make_private_folder(path: Path) -> None:
    """Make `path` and its parents if they are not there, open to this user alone."""
    with in_words(path, "written"):
        path.mkdir(parents=True, exist_ok=True, mode=_PRIVATE_FOLDER)


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` so that a reader sees the old file or the new one, never a part; synced to disk.

    The new file is private to this user. Raises `FileProblem`; whatever stood at `path` is then as it was.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with in_words(path, "written"):
        try:
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _PRIVATE_FILE)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def move_whole(path: Path, to: Path) -> None:
    """Give the finished file at `path` its name `to`, in the same folder, in one instant. Raises `FileProblem`."""
    with in_words(to, "written"):
        path.replace(to)
        sync_folder(to.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last through a power cut, where the system lets a folder be synced."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as problem:
        if problem.errno not in _FOLDERS_NOT_SYNCED:
            raise
    finally:
        os.close(descriptor)


def remove(path: Path) -> None:
    """Remove a file if it is there. Raises `FileProblem`."""
    with in_words(path, "removed"):
        path.unlink(missing_ok=True)
