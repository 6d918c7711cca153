"""Which rows of an old step may be taken back, and which must stay because of what was done since."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.store import links
from dhr_desktop.store.connection import Connection, quoted
from dhr_desktop.store.reversal import RowKey
from dhr_desktop.store.triggers import shapes

_LATEST = "SELECT max(id) FROM step WHERE id = ?1 OR (of_step = ?1 AND kind IN ('undo', 'redo'))"
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
    """Rows that stay as they are: `changed` since the step, `gone` by now, `needed` by rows that stay."""

    changed: frozenset[RowKey]
    gone: frozenset[RowKey]
    needed: frozenset[RowKey]

    @property
    def all(self) -> frozenset[RowKey]:
        """Every row that the reversal must leave alone."""
        return self.changed | self.gone | self.needed


@dataclass(slots=True)
class Remains:
    """What an old step did to each row it touched, and which of that no longer stands as the step left it."""

    changes: tuple[int, int]
    """The first and the last of its changes in the journal."""
    brought: set[RowKey] = field(default_factory=set)
    """Rows that were not there before it."""
    altered: set[RowKey] = field(default_factory=set)
    """Rows that were there before and after it."""
    removed: set[RowKey] = field(default_factory=set)
    """Rows that it took away."""
    gone: set[RowKey] = field(default_factory=set)
    """Rows that it brought or left and that are not there: removed since, or by the step itself."""
    differs: dict[RowKey, dict[str, tuple[Any, Any]]] = field(default_factory=dict)
    """For each row that was changed since, the columns that differ: as the step left them, and as they are.

    A row that the step removed and that is there again differs in no column.
    """
    back: set[RowKey] = field(default_factory=set)
    """Of the altered rows that differ, those that are again as they were before the step."""


def require_standing(connection: Connection, head: int | None, step_id: int, *, again: bool = False) -> None:
    """Raise `CannotTakeBack` unless the step is done, not undone, and (unless `again`) not already taken back."""
    if not connection.value(f"{_STANDING} SELECT count(*) FROM standing WHERE id = ?", (head, step_id)):
        raise CannotTakeBack("This step has already been undone.", "Look in the history for what is in place now.")
    taken = f"{_STANDING} SELECT count(*) FROM standing JOIN step USING (id) WHERE kind = 'take back' AND of_step = ?"
    if not again and connection.value(taken, (head, step_id)):
        raise CannotTakeBack("This step has already been taken back.", "Undo the taking back to have it again.")


def latest(connection: Connection, step_id: int) -> int:
    """The last of the steps that did, undid or redid it; 0 when there never was one."""
    return int(connection.value(_LATEST, (step_id,)) or 0)


def changes_of(connection: Connection, step_id: int) -> tuple[int, int]:
    """The changes by which step `step_id` now stands, or is undone: its own, or those of its last undo or redo."""
    found = connection.row("SELECT last_change, changes FROM step WHERE id = ?", (latest(connection, step_id),))
    last, count = found or (0, 0)
    return last - count + 1, last


def come_to_nothing(connection: Connection, parts: Sequence[tuple[int, int]]) -> bool:
    """Whether these stretches of changes, the oldest first, leave every row as the first of them found it."""
    found: dict[tuple[str, int, str], tuple[object, object]] = {}
    for first, last in parts:
        for table, row_id, op, old, new in connection.rows(
            "SELECT table_name, row_id, op, old, new FROM change WHERE id BETWEEN ? AND ? ORDER BY id", (first, last)
        ):
            if op != "update":
                return False
            before, after = json.loads(old), json.loads(new)
            for name, value in before.items():
                was = found.get((table, row_id, name), (value, None))[0]
                found[table, row_id, name] = was, after.get(name)
    return all(was == now for was, now in found.values())


def voided(connection: Connection) -> set[int]:
    """The steps of typing that was taken back while it was being typed: of those nothing is left, nor was undone.

    The last of them stands on what was before the first of them, and not on itself.
    """
    found = connection.rows(
        "SELECT one.id FROM step AS last JOIN step AS one"
        " ON one.id <= last.id AND one.id > ifnull(last.head, 0) AND one.kind = 'do' AND one.label = last.label"
        " WHERE last.kind = 'do' AND last.head IS NOT last.id"
        " AND NOT EXISTS (SELECT 1 FROM step AS turned WHERE turned.kind = 'undo' AND turned.of_step = one.id)"
    )
    return {step_id for (step_id,) in found}


def spared(connection: Connection, first: int, last: int) -> Spared:
    """What must stay when the changes `first` to `last` are reversed.

    A row counts as changed when what the step wrote is no longer what stands, whoever changed it and however often;
    a change that was itself undone leaves the row as the step wrote it.
    """
    found = remains(connection, first, last)
    changed = frozenset(found.differs)
    needed = links.needed(connection, found.brought - changed - found.gone, set_back(connection, found, changed))
    return Spared(changed, frozenset(found.gone), frozenset(needed))


def remains(connection: Connection, first: int, last: int) -> Remains:
    """What the changes `first` to `last` did, compared with what is there now.

    Only rows that the journal has written since are looked at one by one. All others stand as they were left, and so
    do those that a migration has rewritten, for no migration is the chair's own work.
    """
    found = _done(connection, first, last)
    columns = {shape.name: shape.columns for shape in shapes(connection)}
    for table, row in _written_since(connection, first, last):
        key = (table, row)
        present = _present(connection, table, row, columns.get(table, ()))
        if key in found.removed:
            if present is not None:
                found.differs[key] = {}
        elif present is None:
            found.gone.add(key)
        elif differing := _differing(_left(connection, key, first, last), present):
            found.differs[key] = differing
            if key in found.altered and not _differing(_before(connection, key, first, last), present):
                found.back.add(key)
    return found


def set_back(connection: Connection, found: Remains, spared: frozenset[RowKey]) -> dict[tuple[str, str], set[int]]:
    """The rows, by table and column, in which a reversal puts back what the column pointed at before the step."""
    columns: dict[tuple[str, str], set[int]] = {}
    for table, row, name in connection.rows(
        "SELECT DISTINCT table_name, row_id, wrote.key FROM change, json_each(change.old) AS wrote"
        " WHERE change.id BETWEEN ? AND ? AND op = 'update'",
        found.changes,
    ):
        if (table, row) in found.altered and (table, row) not in spared and (table, row) not in found.gone:
            columns.setdefault((table, name), set()).add(row)
    return columns


def _done(connection: Connection, first: int, last: int) -> Remains:
    was_there: dict[RowKey, bool] = {}
    is_there: dict[RowKey, bool] = {}
    for table, row, op in connection.rows(
        "SELECT table_name, row_id, op FROM change WHERE id BETWEEN ? AND ? ORDER BY id", (first, last)
    ):
        was_there.setdefault((table, row), op != "insert")
        is_there[table, row] = op != "delete"
    found = Remains((first, last))
    for key, there in is_there.items():
        if there:
            (found.altered if was_there[key] else found.brought).add(key)
        elif was_there[key]:
            found.removed.add(key)
        else:
            found.gone.add(key)
    return found


def _written_since(connection: Connection, first: int, last: int) -> list[RowKey]:
    found = connection.rows(
        "SELECT DISTINCT table_name, row_id FROM change AS later WHERE id > ?2 AND EXISTS (SELECT 1 FROM change"
        " WHERE table_name = later.table_name AND row_id = later.row_id AND id BETWEEN ?1 AND ?2)",
        (first, last),
    )
    return [(table, row) for table, row in found]


def _left(connection: Connection, key: RowKey, first: int, last: int) -> dict[str, Any]:
    """The columns that the step wrote in a row, as it left them."""
    return _told(connection, "new", "id", (*key, first, last))


def _before(connection: Connection, key: RowKey, first: int, last: int) -> dict[str, Any]:
    """The columns that the step wrote in a row, as they were before it."""
    return _told(connection, "old", "id DESC", (*key, first, last))


def _told(connection: Connection, side: str, order: str, of_row: tuple[str, int, int, int]) -> dict[str, Any]:
    """What the changes of a row tell on one side, each column as the last of them in this order has it."""
    told: dict[str, Any] = {}
    for (columns,) in connection.rows(
        f"SELECT {side} FROM change WHERE table_name = ? AND row_id = ? AND id BETWEEN ? AND ? AND {side} IS NOT NULL"
        f" ORDER BY {order}",
        of_row,
    ):
        told.update(json.loads(columns))
    return told


def _present(connection: Connection, table: str, row: int, columns: tuple[str, ...]) -> dict[str, Any] | None:
    listed = ", ".join(quoted(column) for column in columns)
    found = connection.row(f"SELECT {listed} FROM {quoted(table)} WHERE id = ?", (row,)) if columns else None
    return None if found is None else dict(zip(columns, found, strict=True))


def _differing(left: dict[str, Any], present: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The columns that the step wrote and that do not stand; one that a migration has taken away has no say."""
    return {name: (value, present[name]) for name, value in left.items() if name in present and present[name] != value}
