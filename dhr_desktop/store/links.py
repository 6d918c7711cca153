"""Which rows point at which, so that nothing is taken away from under a row that stays."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from dhr_desktop.store.connection import Connection, quoted
from dhr_desktop.store.reversal import RowKey
from dhr_desktop.store.triggers import shapes


@dataclass(frozen=True, slots=True)
class Link:
    """A column of a journalled table that names a row of another; `cascades` when it goes with that row."""

    child: str
    column: str
    parent: str
    cascades: bool


def of(connection: Connection) -> list[Link]:
    """Every link between journalled tables, which are all by id."""
    journalled = [shape.name for shape in shapes(connection) if not shape.keeps_bytes]
    return [
        Link(child, column, parent, on_delete == "CASCADE")
        for child in journalled
        for parent, column, on_delete in connection.rows(
            'SELECT "table", "from", on_delete FROM pragma_foreign_key_list(?)', (child,)
        )
        if parent in journalled
    ]


def needed(
    connection: Connection, leaving: Collection[RowKey], set_back: dict[tuple[str, str], set[int]]
) -> set[RowKey]:
    """Of the rows about to leave, those that a row which stays points at, directly or through others.

    What a row points at now does not count in a column that is about to be set back: `set_back` has the rows by
    table and column.
    """
    doomed = _by_table(leaving)
    found: set[RowKey] = set()
    every = of(connection)
    while more := {key for link in every for key in _held(connection, link, doomed, set_back)}:
        found |= more
        for table, row in more:
            doomed[table].discard(row)
    return found


def cascading(connection: Connection, rows: Collection[RowKey]) -> set[RowKey]:
    """The rows that the file itself takes away with these, and so on down."""
    found: set[RowKey] = set()
    every = [link for link in of(connection) if link.cascades]
    latest = set(rows)
    while latest:
        at = _by_table(latest)
        latest = {
            (link.child, row) for link in every for row, _ in _children(connection, link, at.get(link.parent, set()))
        }
        latest -= found
        found |= latest
    return found


def targets(connection: Connection, table: str, rows: Collection[int]) -> dict[int, set[str]]:
    """For each of these rows of `table` that others point at, the tables which those stand in."""
    found: dict[int, set[str]] = {}
    for link in of(connection):
        if link.parent == table:
            for _, row in _children(connection, link, rows):
                found.setdefault(row, set()).add(link.child)
    return found


def _held(
    connection: Connection, link: Link, doomed: dict[str, set[int]], set_back: dict[tuple[str, str], set[int]]
) -> set[RowKey]:
    leaving = doomed.get(link.child, set()) | set_back.get((link.child, link.column), set())
    return {
        (link.parent, parent)
        for child, parent in _children(connection, link, doomed.get(link.parent, set()), but=leaving)
    }


def _children(
    connection: Connection, link: Link, parents: Collection[int], but: Collection[int] = ()
) -> list[tuple[int, int]]:
    """The rows of the link's child table that point at any of `parents`, each with the one it points at."""
    if not parents:
        return []
    column = quoted(link.column)
    rows = connection.rows(
        f"SELECT id, {column} FROM {quoted(link.child)} WHERE {column} IN (SELECT value FROM json_each(?))"
        " AND id NOT IN (SELECT value FROM json_each(?))",
        (json.dumps(list(parents)), json.dumps(list(but))),
    )
    return [(child, parent) for child, parent in rows]


def _by_table(rows: Collection[RowKey]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for table, row in rows:
        found.setdefault(table, set()).add(row)
    return found
