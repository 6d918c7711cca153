"""Reverses what the journal recorded. The rows it writes are recorded in turn, so a reversal can be reversed."""

import json
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from sqlcipher3 import dbapi2

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.store.connection import Connection, Row, quoted

_AT_A_TIME = 5_000
RowKey = tuple[str, int]


def reverse(
    connection: Connection,
    first: int,
    last: int,
    spared: frozenset[RowKey] = frozenset(),
    progress: Progress = UNWATCHED,
) -> set[RowKey]:
    """Undo the changes `first` to `last`, newest first, leaving the rows in `spared` alone.

    Returns the rows that the file's own rules (a name that is taken, a row that is gone) did not let be put back;
    there are none when nothing was done since.
    """
    refused: set[RowKey] = set()
    columns = _columns(connection)
    for start in range(last, first - 1, -_AT_A_TIME):
        progress.step(last - start, last - first + 1, "Taking back")
        batch = connection.rows(
            "SELECT table_name, row_id, op, old FROM change WHERE id BETWEEN ? AND ? ORDER BY id DESC",
            (max(first, start - _AT_A_TIME + 1), start),
        )
        wanted = (change for change in batch if (change[0], change[1]) not in spared)
        for sql, table, rows in _statements(wanted, columns):
            refused |= _run(connection, sql, table, rows)
    return refused


def _columns(connection: Connection) -> Callable[[str], frozenset[str]]:
    known: dict[str, frozenset[str]] = {}

    def of(table: str) -> frozenset[str]:
        if table not in known:
            found = connection.rows("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", (table,))
            known[table] = frozenset(name for (name,) in found)
        return known[table]

    return of


def _statements(
    changes: Iterator[Row], columns: Callable[[str], frozenset[str]]
) -> Iterator[tuple[str, str, list[tuple[Any, ...]]]]:
    """Neighbouring changes of one kind as one statement over many rows; each row of values ends with the row's id."""
    parsed = ((table, op, json.loads(old) if old else {}, row) for table, row, op, old in changes)
    for (table, op, names), group in groupby(parsed, lambda c: (c[0], c[1], _names(c[2], columns(c[0])))):
        values = [(*(old[name] for name in names), row) for _, _, old, row in group]
        yield _sql(table, op, names), table, values


def _names(old: dict[str, Any], present: frozenset[str]) -> tuple[str, ...]:
    """The columns to put back: those recorded that a migration has not taken away since."""
    return tuple(name for name in old if name in present)


def _sql(table: str, op: str, names: tuple[str, ...]) -> str:
    if op == "insert":
        return f"DELETE FROM {quoted(table)} WHERE id = ?"
    if op == "delete":
        listed = ", ".join(quoted(name) for name in (*names, "id"))
        return f"INSERT INTO {quoted(table)} ({listed}) VALUES ({', '.join('?' * (len(names) + 1))})"
    changes = ", ".join(f"{quoted(name)} = ?" for name in names)
    return f"UPDATE {quoted(table)} SET {changes} WHERE id = ?"


def _run(connection: Connection, sql: str, table: str, rows: list[tuple[Any, ...]]) -> set[RowKey]:
    """Run it for every row that the file's rules allow; returns the others.

    Each row is a statement of its own, undone alone when it is refused. An outer savepoint would do no more, and
    makes 20,000 rows take 12 s instead of 1: SQLite walks the whole of its journal in memory after every statement.
    """
    refused: set[RowKey] = set()
    taken = 0

    def remaining() -> Iterator[tuple[Any, ...]]:
        nonlocal taken
        while taken < len(rows):
            taken += 1
            yield rows[taken - 1]

    while taken < len(rows):
        try:
            connection.many(sql, remaining())
        except dbapi2.IntegrityError:
            refused.add((table, rows[taken - 1][-1]))
    return refused
