"""The chain of hashes over the journal: each step's hash covers its own changes and all that went before.

It shows that history was not altered in passing (by a fault, or by another program that has the key). It is no
signature: whoever holds the key and this program's source can write a whole new chain.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from dhr_desktop.store.connection import Connection, Row

START = "0" * 64
_FIELDS = "id, kind, label, at, of_step, head, ahead, last_change, changes"
_AT_A_TIME = 5_000


@dataclass(frozen=True, slots=True)
class Digest:
    """The hash of one step and what its changes touched."""

    hash: str
    changes: int
    tables: frozenset[str]


def digest(connection: Connection, before: str, step: Row, first: int) -> Digest:
    """Hash a step, given the hash `before` it, its fields in the order of the table, and its `first` change's id.

    The fields of a step are told apart by JSON; those of a change by control characters, which JSON text and
    table names cannot contain.
    """
    running = hashlib.sha256(before.encode())
    running.update(json.dumps(step[:-2], ensure_ascii=False).encode())
    count, tables = 0, set()
    for table, row, op, old, new in _changes(connection, first, step[-2]):
        running.update(f"\x1e{table}\x1f{row}\x1f{op}\x1f{old or ''}\x1f{new or ''}".encode())
        count += 1
        tables.add(table)
    return Digest(running.hexdigest(), count, frozenset(tables))


def _changes(connection: Connection, first: int, last: int) -> Iterator[Row]:
    for start in range(first, last + 1, _AT_A_TIME):
        yield from connection.rows(
            "SELECT table_name, row_id, op, old, new FROM change WHERE id BETWEEN ? AND ? ORDER BY id",
            (start, min(start + _AT_A_TIME - 1, last)),
        )


def first_broken(connection: Connection) -> int | None:
    """The first step whose record is not what was written; None when the whole journal is sound."""
    before, last = START, 0
    for *step, stored in connection.rows(f"SELECT {_FIELDS}, hash FROM step ORDER BY id"):
        found = digest(connection, before, tuple(step), last + 1)
        if found.hash != stored or found.changes != step[-1]:
            return int(step[0])
        before, last = stored, step[-2]
    stray = connection.value("SELECT step_id FROM change WHERE id > ? LIMIT 1", (last,))
    return None if stray is None else int(stray)
