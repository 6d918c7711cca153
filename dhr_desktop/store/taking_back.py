"""Which rows of an old step may be taken back, and which must stay because of what was done since."""

import json
from dataclasses import dataclass, field
from typing import Any, ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.store.connection import Connection, quoted
from dhr_desktop.store.reversal import RowKey
from dhr_desktop.store.triggers import shapes

_AT_A_TIME = 5_000
# From the newest step that stands down to the oldest: below each lies what stood before it was first done.
_STANDING = """
WITH RECURSIVE standing (id) AS (
    SELECT ?
    UNION ALL
    SELECT (SELECT step.head FROM step WHERE step.id < standing.id ORDER BY step.id DESC LIMIT 1)
    FROM standing WHERE standing.id IS NOT NULL
)
"""


class CannotTakeBack(UserError):
    """The step is not one that can be taken back now."""

    code: ClassVar[str] = "S004"


@dataclass(frozen=True, slots=True)
class Spared:
    """Rows that stay: `changed` since the step, `gone` since the step, `needed` by rows that stay."""

    changed: frozenset[RowKey]
    gone: frozenset[RowKey]
    needed: frozenset[RowKey]

    @property
    def all(self) -> frozenset[RowKey]:
        """Every row that the reversal must leave alone."""
        return self.changed | self.gone | self.needed


@dataclass(slots=True)
class _Touched:
    """What one step did to one row on the whole: whether it was there before and after, and the values it left."""

    was_there: bool
    is_there: bool = True
    left: dict[str, Any] = field(default_factory=dict)


def require_standing(connection: Connection, head: int | None, step_id: int) -> None:
    """Raise `CannotTakeBack` unless the step is done, not undone, and not already taken back."""
    if not connection.value(f"{_STANDING} SELECT count(*) FROM standing WHERE id = ?", (head, step_id)):
        raise CannotTakeBack("This step has already been undone.", "Look in the history for what is in place now.")
    taken = f"{_STANDING} SELECT count(*) FROM standing JOIN step USING (id) WHERE kind = 'take back' AND of_step = ?"
    if connection.value(taken, (head, step_id)):
        raise CannotTakeBack("This step has already been taken back.", "Undo the taking back to have it again.")


def spared(connection: Connection, first: int, last: int) -> Spared:
    """Compare the rows that the changes `first` to `last` touched with what they are now.

    A row counts as changed when what the step wrote is no longer what stands, whoever changed it and however often;
    a change that was itself undone leaves the row as the step wrote it.
    """
    touched = _touched(connection, first, last)
    changed: set[RowKey] = set()
    gone: set[RowKey] = set()
    for table in sorted({table for table, _ in touched}):
        mine = {row: what for (name, row), what in touched.items() if name == table}
        present = _present(connection, table, list(mine))
        for row, what in mine.items():
            if what.is_there and row not in present:
                gone.add((table, row))
            elif what.is_there != (row in present) or not _same(what.left, present.get(row, {})):
                changed.add((table, row))
    free = {key: what for key, what in touched.items() if key not in changed and key not in gone}
    return Spared(frozenset(changed), frozenset(gone), _needed(connection, free))


def _touched(connection: Connection, first: int, last: int) -> dict[RowKey, _Touched]:
    found: dict[RowKey, _Touched] = {}
    for table, row, op, new in connection.rows(
        "SELECT table_name, row_id, op, new FROM change WHERE id BETWEEN ? AND ? ORDER BY id", (first, last)
    ):
        what = found.setdefault((table, row), _Touched(was_there=op != "insert"))
        what.is_there = op != "delete"
        what.left = {**what.left, **json.loads(new)} if new else {}
    return found


def _present(connection: Connection, table: str, rows: list[int]) -> dict[int, dict[str, Any]]:
    columns = next(shape.columns for shape in shapes(connection) if shape.name == table)
    listed = ", ".join(quoted(column) for column in columns)
    found: dict[int, dict[str, Any]] = {}
    for start in range(0, len(rows), _AT_A_TIME):
        wanted = json.dumps(rows[start : start + _AT_A_TIME])
        for row, *values in connection.rows(
            f"SELECT id, {listed} FROM {quoted(table)} WHERE id IN (SELECT value FROM json_each(?))", (wanted,)
        ):
            found[row] = dict(zip(columns, values, strict=True))
    return found


def _same(left: dict[str, Any], present: dict[str, Any]) -> bool:
    """Whether the columns that the step wrote stand; one that a migration has taken away since has no say."""
    return all(present[name] == value for name, value in left.items() if name in present)


def _needed(connection: Connection, free: dict[RowKey, _Touched]) -> frozenset[RowKey]:
    """Rows about to be deleted that a row which stays points at, directly or through others."""
    doomed = [(*key, "") for key, what in free.items() if what.is_there and not what.was_there]
    # A column that the step changed in an older row is set back, so what it points at now does not count.
    set_back = [(*key, name) for key, what in free.items() if what.is_there and what.was_there for name in what.left]
    connection.execute(
        "CREATE TEMP TABLE leaving (table_name TEXT, row_id INTEGER, column_name TEXT,"
        " PRIMARY KEY (table_name, row_id, column_name)) WITHOUT ROWID"
    )
    connection.many("INSERT INTO leaving VALUES (?, ?, ?)", doomed + set_back)
    needed: set[RowKey] = set()
    links = _links(connection)
    while found := {key for link in links for key in _pointed_at(connection, *link)}:
        needed |= found
        connection.many("DELETE FROM leaving WHERE table_name = ? AND row_id = ? AND column_name = ''", list(found))
    connection.execute("DROP TABLE leaving")
    return frozenset(needed)


def _links(connection: Connection) -> list[tuple[str, str, str, str]]:
    """Every foreign key between journalled tables: child, its column, parent, its column."""
    journalled = [shape.name for shape in shapes(connection) if not shape.keeps_bytes]
    return [
        (child, column, parent, target or "id")
        for child in journalled
        for parent, column, target in connection.rows(
            'SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)', (child,)
        )
        if parent in journalled
    ]


def _pointed_at(connection: Connection, child: str, column: str, parent: str, target: str) -> list[RowKey]:
    found = connection.rows(
        f"SELECT DISTINCT parent.id FROM leaving"
        f" CROSS JOIN {quoted(parent)} AS parent ON parent.id = leaving.row_id"
        f" CROSS JOIN {quoted(child)} AS child ON child.{quoted(column)} = parent.{quoted(target)}"
        " WHERE leaving.table_name = ? AND leaving.column_name = '' AND NOT EXISTS ("
        "SELECT 1 FROM leaving AS other WHERE other.table_name = ? AND other.row_id = child.id"
        " AND other.column_name IN ('', ?))",
        (parent, child, column),
    )
    return [(parent, row) for (row,) in found]
