"""What a review's file needs done from time to time, done between steps so that none of them waits for it."""

from dhr_desktop.store import search
from dhr_desktop.store.connection import Connection

_LONG_LOG = 1_000
"""Pages in the write-ahead log that are worth folding into the file, as SQLite itself would have it."""


_LONGEST_LOG = 8_000
"""Pages after which SQLite folds it by itself, within a commit: that of a large import."""


def prepare(writer: Connection) -> None:
    """Have the log folded by `after_step`. What is committed is synced to the log either way."""
    writer.value(f"PRAGMA wal_autocheckpoint = {_LONGEST_LOG}")


def after_step(writer: Connection) -> None:
    """Tidy the index of words and fold a long log into the file; called outside any transaction.

    SQLite would do both within the commit that happens to come when they are due, and an edit took 60 ms in place of
    5. The step before is on the disk already, so a refusal here is nobody's loss: the journal tells of it as of no
    more, and it is tried again after the next. Raises `StoreProblem`.
    """
    search.tidy(writer)
    _, pages, folded = writer.row("PRAGMA wal_checkpoint(NOOP)") or (0, 0, 0)
    if pages - folded >= _LONG_LOG:
        writer.row("PRAGMA wal_checkpoint(PASSIVE)")
