"""Opens SQLCipher files with a raw key and turns the machine's refusals into words, once for the whole store."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from sqlcipher3 import dbapi2

from dhr_desktop.base.errors import UserError

KEY_BYTES = 32
_BUSY_MILLISECONDS = 5_000
_ROOM_TO_WORK = 256 * 1024
_MOST_LOG_KEPT = 16 * 1024 * 1024  # a large import leaves a log several times its size, which would else stay
_PRIMARY_CODE = 0xFF  # extended result codes keep the plain one in their low byte

Row = tuple[Any, ...]
Values = Sequence[Any]


class StoreProblem(UserError):
    """The disk, or another program, does not let a file of the store be used."""

    code: ClassVar[str] = "S001"


class FileDamaged(UserError):
    """A file of the store is not what this program last wrote."""

    code: ClassVar[str] = "S002"


_TRY_AGAIN = "Nothing that was shown as done is lost. Close the program, check the disk, then try again."
_WORDS: dict[int, tuple[type[UserError], str, str]] = {
    dbapi2.SQLITE_BUSY: (
        StoreProblem,
        "Another program is using {name}.",
        "Close the other program (or wait for it to finish), then try again.",
    ),
    dbapi2.SQLITE_READONLY: (
        StoreProblem,
        "This computer does not allow {name} to be changed.",
        "Check that the folder is yours and not marked read-only, then try again.",
    ),
    dbapi2.SQLITE_IOERR: (StoreProblem, "The disk failed while {name} was being read or written.", _TRY_AGAIN),
    dbapi2.SQLITE_FULL: (
        StoreProblem,
        "The disk is full, so the last change to {name} was not made.",
        "Free some space, then try again.",
    ),
    dbapi2.SQLITE_CANTOPEN: (
        StoreProblem,
        "{name} could not be opened.",
        "Check that it has not been moved and that the folder is yours, then try again.",
    ),
    dbapi2.SQLITE_CORRUPT: (FileDamaged, "{name} is damaged.", "Put back a copy from your last backup."),
    dbapi2.SQLITE_NOTADB: (FileDamaged, "{name} is damaged.", "Put back a copy from your last backup."),
}


def explained(problem: Exception, path: Path) -> UserError | None:
    """The sentence for one refusal by SQLite; None when it is no matter of the chair's but a fault of ours."""
    code = (getattr(problem, "sqlite_errorcode", None) or 0) & _PRIMARY_CODE
    if code not in _WORDS:
        return None
    if code == dbapi2.SQLITE_IOERR and _is_full(path):
        code = dbapi2.SQLITE_FULL
    kind, what, next_step = _WORDS[code]
    return kind(what.format(name=f"“{path.name}”"), next_step)


def _is_full(path: Path) -> bool:
    """Whether the disk has no room: SQLite calls it a failure of the disk when its shared memory does not fit."""
    try:
        return shutil.disk_usage(path.parent).free < _ROOM_TO_WORK
    except OSError:
        return False


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Raise a `UserError` for what the chair can act on; anything else comes through as it is."""
    try:
        yield
    except dbapi2.Error as problem:
        told = explained(problem, path)
        if told is None:
            raise
        raise told from None


def quoted(name: str) -> str:
    """A table's or column's name as it stands in a statement; some names of a schema are also words of SQL."""
    return f'"{name}"'


class Connection:
    """One connection to one encrypted file. Its methods raise `StoreProblem` or `FileDamaged` in words."""

    def __init__(self, raw: Any, path: Path) -> None:  # noqa: ANN401 - sqlcipher3 carries no types
        self._raw = raw
        self.path = path
        self.closed = False

    def execute(self, sql: str, values: Values = ()) -> Any:  # noqa: ANN401 - sqlcipher3 carries no types
        """Run one statement and give its cursor."""
        with in_words(self.path):
            return self._raw.execute(sql, values)

    def many(self, sql: str, rows: Iterable[Values]) -> None:
        """Run one statement once for each of `rows`."""
        with in_words(self.path):
            self._raw.executemany(sql, rows)

    def insert(self, sql: str, values: Values = ()) -> int:
        """Run one INSERT and give the new row's id."""
        return int(self.execute(sql, values).lastrowid)

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows of a query."""
        with in_words(self.path):
            found: list[Row] = self._raw.execute(sql, values).fetchall()
        return found

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """The first row of a query, or None."""
        with in_words(self.path):
            found: Row | None = self._raw.execute(sql, values).fetchone()
        return found

    def value(self, sql: str, values: Values = ()) -> Any:  # noqa: ANN401 - a cell has any of SQLite's types
        """The first cell of a query's first row, or None when there is no row."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what the block writes, or roll it all back when it raises."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            self.roll_back()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Have all queries of the block read the file as it is at the first of them, whatever is written meanwhile."""
        if self.in_transaction:
            yield
            return
        self.execute("BEGIN")
        try:
            yield
        finally:
            self.roll_back()

    def roll_back(self) -> None:
        """Undo the open transaction; SQLite has done so already after a full disk or a failed write."""
        if self.in_transaction:
            self.execute("ROLLBACK")

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open on it."""
        return bool(self._raw.in_transaction)

    def close(self) -> None:
        """Close it; the last connection to a file folds its write-ahead log into it."""
        self.closed = True
        with in_words(self.path):
            self._raw.close()


def open_file(path: Path, key: bytes, *, query_only: bool = False, new: bool = False) -> Connection:
    """Open the file at `path`, which must be there; an empty one only when it is `new`.

    A raw key needs no derivation, so each reader costs a fraction of a millisecond. Connections are made free of
    their thread because the store itself sees to it that one thread at a time uses each.
    """
    with in_words(path):
        raw = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
        )
    connection = Connection(raw, path)
    try:
        _unlock(connection, key)
        if not new:
            _require_content(connection)
        _prepare(connection, query_only=query_only)
    except BaseException:
        raw.close()
        raise
    return connection


def _unlock(connection: Connection, key: bytes) -> None:
    if len(key) != KEY_BYTES:
        raise ValueError("a raw key has 32 bytes")
    # SQLCipher writes its own log to standard error; what the chair must know is said in words instead.
    connection.execute("PRAGMA cipher_log_level = NONE")
    # Locking and wiping all of SQLite's memory makes an import 9 times slower (20,000 entries: 22 s for 2.4) and takes
    # an edit beyond 2 ms (tests/benchmarks/store_memory_security.py), while what the screen shows lies in Python's
    # memory, which is neither locked nor wiped. So it stays off, and SECURITY.md promises nothing of a memory image.
    connection.execute("PRAGMA cipher_memory_security = OFF")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.value("SELECT count(*) FROM sqlite_schema")  # the first read tells whether the key fits


def _require_content(connection: Connection) -> None:
    """Refuse a file that was emptied, which SQLite would take for a new one."""
    if connection.value("PRAGMA user_version") == 0:
        raise FileDamaged(f"“{connection.path.name}” is empty.", "Put back a copy from your last backup.")


def _prepare(connection: Connection, *, query_only: bool) -> None:
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -32000")
    if query_only:
        connection.execute("PRAGMA query_only = ON")
        return
    connection.value("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA journal_size_limit = {_MOST_LOG_KEPT}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.value("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    # Otherwise a REPLACE would delete rows without telling the journal's triggers.
    connection.execute("PRAGMA recursive_triggers = ON")
