"""Makes new files of the store: private from their first byte, and gone again when they cannot be finished."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dhr_desktop.base import files
from dhr_desktop.base.errors import UserError
from dhr_desktop.store import migrate
from dhr_desktop.store.connection import Connection, open_file


def new_file(path: Path, key: bytes, kind: str, fill: Callable[[Connection], None] = lambda _: None) -> None:
    """Make a file of `kind` ('library' or 'review') with the present schema and what `fill` writes, and close it.

    Whatever an interrupted attempt left under this name is cleared first. Raises `FileProblem` or `StoreProblem`.
    """
    for left in _with_log(path):
        files.remove(left)
    files.write_whole(path, b"")  # SQLite would make it readable by everyone
    connection = open_file(path, key, new=True)
    try:
        with connection.transaction():
            migrate.apply(connection, migrate.scripts(kind), 0)
            fill(connection)
    finally:
        connection.close()


@contextmanager
def nothing_left_on_failure(folder: Path) -> Iterator[list[Path]]:
    """Remove the files listed in what this gives, and the folders that had to be made, when the block raises."""
    new_folders = [place for place in (folder, *folder.parents) if not place.exists()]
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        for left in (each for path in made for each in _with_log(path)):
            with contextlib.suppress(UserError):  # the first refusal is the one to tell
                files.remove(left)
        for place in new_folders:
            with contextlib.suppress(OSError):
                place.rmdir()
        raise


def _with_log(path: Path) -> tuple[Path, Path, Path]:
    """A file, and the write-ahead log and its index that SQLite keeps beside it."""
    return path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")
