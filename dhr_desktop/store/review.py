"""One open review file: its one writer, a reader for each thread, and its journal."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dhr_desktop.store import migrate, search, triggers, upkeep
from dhr_desktop.store.connection import Connection, open_file
from dhr_desktop.store.journal import Journal, WriteOutsideStep


class ReviewClosed(RuntimeError):
    """A fault of ours: a review was used after it was closed."""


class Review:
    """An open review. `store.library` makes it; the modules of `store` named for nouns read and write it."""

    def __init__(
        self, review_id: int, path: Path, key: bytes, closed: "Callable[[Review], object] | None" = None
    ) -> None:
        """Open the file at `path`, bringing it to the present schema; `closed` is called once it has been closed.

        Raises `FileDamaged`, `NewerFile` or `StoreProblem`; the file is then as it was.
        """
        self.id = review_id
        self.path = path
        self._key = key
        self._readers: dict[int, Connection] = {}
        self._readers_lock = threading.Lock()
        self._closed = False
        self._on_close = closed
        self._writer = open_file(path, key)
        try:
            bring_up_to_date(self._writer)
            upkeep.prepare(self._writer)
        except BaseException:
            self._writer.close()
            raise
        self.journal = Journal(self._writer, lambda: self.read, search.renew, upkeep.after_step)

    @property
    def read(self) -> Connection:
        """The calling thread's own connection for queries; inside a step, the one that sees the step's own writes."""
        if self.journal.open_here:
            return self._writer
        thread = threading.get_ident()
        found = self._readers.get(thread)
        if found is None:
            with self._readers_lock:
                if self._closed:
                    raise ReviewClosed
                found = self._readers[thread] = open_file(self.path, self._key, query_only=True)
        return found

    @property
    def write(self) -> Connection:
        """The connection that writes. Raises `WriteOutsideStep` unless the calling thread is inside a step."""
        if not self.journal.open_here:
            raise WriteOutsideStep
        return self._writer

    @contextmanager
    def aside(self) -> Iterator[Connection]:
        """A transaction that is no step, for what stands outside the journal; the record itself refuses it.

        It waits for a step of another thread to end, and is on disk when the block has ended. Raises `ReviewClosed`.
        """
        with self.journal.held():
            if self._closed:
                raise ReviewClosed
            with self._writer.transaction():
                yield self._writer

    @property
    def closed(self) -> bool:
        """Whether it has been closed."""
        return self._closed

    def close(self) -> None:
        """Wait for a step of another thread to end, then close; closing again does nothing."""
        with self.journal.held(), self._readers_lock:
            if self._closed:
                return
            self._closed = True
            for reader in self._readers.values():
                reader.close()
            self._readers.clear()
            self._writer.close()
        if self._on_close is not None:
            self._on_close(self)


def bring_up_to_date(writer: Connection) -> None:
    """Migrate an open review file and renew its triggers, in one transaction."""
    steps = migrate.scripts("review")
    with writer.transaction():
        found = migrate.check(writer, len(steps))
        if found < len(steps):
            triggers.drop(writer)
            migrate.apply(writer, steps, found)
        triggers.refresh(writer)
