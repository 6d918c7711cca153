"""Writes the journal's triggers from the schema, so that no feature can forget to record what it does."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter

from dhr_desktop.store.connection import Connection, quoted

_PREFIX = "journal_"
_OWN_TABLES = {"step", "change", "open_step"}
_ASIDE = {"draft_words"}
"""What is no part of the record: it is written outside of steps, and neither undone nor told of."""
_IN_A_STEP = "SELECT RAISE(ABORT, 'a write outside a step') WHERE NOT EXISTS (SELECT 1 FROM open_step);"


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table as the journal sees it: its columns apart from `id`, without those that are computed."""

    name: str
    columns: tuple[str, ...]
    keeps_bytes: bool


def shapes(connection: Connection) -> list[TableShape]:
    """Every table that holds what the chair could change, in alphabetical order.

    Raises ValueError for a table that breaks the rules stated at the head of the first migration.
    """
    found = connection.rows(
        "SELECT listed.name, made.sql, columns.name, columns.type FROM pragma_table_list AS listed"
        " JOIN sqlite_schema AS made ON made.name = listed.name"
        " JOIN pragma_table_xinfo(listed.name) AS columns"
        " WHERE listed.schema = 'main' AND listed.type = 'table' AND listed.name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        " AND columns.hidden = 0 ORDER BY listed.name, columns.cid"
    )
    return [
        _shape(name, sql, [(column, kind) for *_, column, kind in columns])
        for (name, sql), columns in groupby(found, key=itemgetter(0, 1))
        if name not in _OWN_TABLES | _ASIDE
    ]


def _shape(name: str, sql: str, columns: list[tuple[str, str]]) -> TableShape:
    keeps_bytes = any(kind == "BLOB" for _, kind in columns)
    if not keeps_bytes and "id INTEGER PRIMARY KEY AUTOINCREMENT" not in " ".join(sql.split()):
        raise ValueError(f"table {name} needs id INTEGER PRIMARY KEY AUTOINCREMENT to be journalled")
    return TableShape(name, tuple(column for column, _ in columns if column != "id"), keeps_bytes)


def refresh(connection: Connection) -> None:
    """Make the triggers in the file those that this program would write; must be called inside a transaction."""
    wanted = dict(_written(tuple(shapes(connection))))
    present = _present(connection)
    for name, sql in present.items():
        if sql != wanted.get(name):
            connection.execute(f"DROP TRIGGER {name}")
    for name, sql in wanted.items():
        if present.get(name) != sql:
            connection.execute(sql)


@lru_cache(maxsize=2)
def _written(tables: tuple[TableShape, ...]) -> tuple[tuple[str, str], ...]:
    """The triggers of a schema, by name; every file of one version has the same, and each opening asks for them."""
    kept = (_kept(table) if table.keeps_bytes else _journalled(table) for table in tables)
    return (*_guards(), *chain.from_iterable(kept))


def drop(connection: Connection) -> None:
    """Take the triggers away so that a migration may write; `refresh` must follow in the same transaction."""
    for name in _present(connection):
        connection.execute(f"DROP TRIGGER {name}")


def _present(connection: Connection) -> dict[str, str]:
    return dict(
        connection.rows(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND substr(name, 1, ?) = ?",
            (len(_PREFIX), _PREFIX),
        )
    )


def _trigger(name: str, when: str, body: str) -> tuple[str, str]:
    return f"{_PREFIX}{name}", f"CREATE TRIGGER {_PREFIX}{name} {when} BEGIN {body} END"


def _guards() -> list[tuple[str, str]]:
    """The journal only grows: its rows are written inside a step and never touched again."""
    made = []
    for table in ("step", "change"):
        made.append(_trigger(f"{table}_insert", f"BEFORE INSERT ON {table}", _IN_A_STEP))
        for op in ("update", "delete"):
            refusal = "SELECT RAISE(ABORT, 'the journal only grows');"
            made.append(_trigger(f"{table}_{op}", f"BEFORE {op.upper()} ON {table}", refusal))
    return made


def _kept(shape: TableShape) -> list[tuple[str, str]]:
    refusal = "SELECT RAISE(ABORT, 'kept bytes are never changed or removed');"
    return [
        _trigger(f"{shape.name}_insert", f"BEFORE INSERT ON {quoted(shape.name)}", _IN_A_STEP),
        _trigger(f"{shape.name}_update", f"BEFORE UPDATE ON {quoted(shape.name)}", refusal),
        _trigger(f"{shape.name}_delete", f"BEFORE DELETE ON {quoted(shape.name)}", refusal),
    ]


def _journalled(shape: TableShape) -> list[tuple[str, str]]:
    table, columns = shape.name, shape.columns
    changed = " OR ".join(_differs(column) for column in columns)
    same_id = "SELECT RAISE(ABORT, 'a row keeps its id') WHERE OLD.id IS NOT NEW.id;"
    return [
        _trigger(
            f"{table}_insert",
            f"AFTER INSERT ON {quoted(table)}",
            f"{_IN_A_STEP} {_record(table, 'NEW', 'insert', 'NULL', _whole('NEW', columns))}",
        ),
        _trigger(
            f"{table}_update",
            f"AFTER UPDATE ON {quoted(table)} WHEN {changed} OR OLD.id IS NOT NEW.id",
            f"{_IN_A_STEP} {same_id} "
            f"{_record(table, 'NEW', 'update', _differing('OLD', columns), _differing('NEW', columns))}",
        ),
        _trigger(
            f"{table}_delete",
            f"AFTER DELETE ON {quoted(table)}",
            f"{_IN_A_STEP} {_record(table, 'OLD', 'delete', _whole('OLD', columns), 'NULL')}",
        ),
    ]


def _record(table: str, side: str, op: str, old: str, new: str) -> str:
    return (
        "INSERT INTO change (step_id, table_name, row_id, op, old, new) "
        f"SELECT id, '{table}', {side}.id, '{op}', {old}, {new} FROM open_step;"
    )


def _whole(side: str, columns: tuple[str, ...]) -> str:
    pairs = ", ".join(f"'{column}', {side}.{quoted(column)}" for column in columns)
    return f"json_object({pairs})"


def _differing(side: str, columns: tuple[str, ...]) -> str:
    """The JSON of the columns that an update changed, and of no others: an edit of one word costs one column."""
    pairs = " UNION ALL ".join(
        f"SELECT '{column}' AS name, {side}.{quoted(column)} AS value WHERE {_differs(column)}" for column in columns
    )
    return f"(SELECT json_group_object(name, value) FROM ({pairs}))"


def _differs(column: str) -> str:
    return f"OLD.{quoted(column)} IS NOT NEW.{quoted(column)}"
