"""Tables whose columns are the fields of a frozen record: read, add, change and remove, told once for all of them."""

import json
import types
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Generic, Protocol, TypeVar, get_args, get_origin, get_type_hints

from dhr_desktop.store.connection import Row, quoted
from dhr_desktop.store.review import Review


class Record(Protocol):
    """What a table can hold: a dataclass whose first field is `id`, 0 until the store has given one."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> int:
        """The row's id."""
        ...


R = TypeVar("R", bound=Record)


class Records(Generic[R]):
    """The rows of one table as records of one class.

    Fields may be texts, numbers, truths, words of a `StrEnum`, days, tuples of texts (kept as a JSON list), or None
    where the field allows it. Writes belong inside a step of the journal.
    """

    def __init__(self, table: str, record: type[R]) -> None:
        self.table = table
        self.record = record
        self._names = tuple(field.name for field in fields(record) if field.name != "id")
        hints = get_type_hints(record)
        self._readers = tuple(_reader(hints[name]) for name in self._names)
        columns = ", ".join(quoted(name) for name in self._names)
        self._select = f"SELECT id, {columns} FROM {quoted(table)}"
        self._insert = f"INSERT INTO {quoted(table)} ({columns}) VALUES ({', '.join('?' * len(self._names))})"
        self._update = f"UPDATE {quoted(table)} SET {', '.join(f'{quoted(n)} = ?' for n in self._names)} WHERE id = ?"

    def listing(self, review: Review, **where: object) -> list[R]:
        """The records whose fields have the values of `where`, in the order in which they were added."""
        for name in where:
            if name not in self._names:
                raise LookupError(name)
        tests = " AND ".join(f"{quoted(name)} IS ?" for name in where)
        sql = f"{self._select}{f' WHERE {tests}' if tests else ''} ORDER BY id"
        return [self._made(row) for row in review.read.rows(sql, tuple(_kept(value) for value in where.values()))]

    def get(self, review: Review, record_id: int) -> R:
        """One record. Raises LookupError when it is not there."""
        row = review.read.row(f"{self._select} WHERE id = ?", (record_id,))
        if row is None:
            raise LookupError(record_id)
        return self._made(row)

    def add(self, review: Review, record: R) -> R:
        """Add a record, inside a step, whatever id it carries; returns it with its own."""
        new = review.write.insert(self._insert, self._values(record))
        made: R = replace(record, id=new)
        return made

    def change(self, review: Review, record: R) -> None:
        """Make the record of this id what `record` says, inside a step."""
        review.write.execute(self._update, (*self._values(record), record.id))

    def remove(self, review: Review, record_id: int) -> None:
        """Remove a record and what hangs on it, inside a step."""
        review.write.execute(f"DELETE FROM {quoted(self.table)} WHERE id = ?", (record_id,))

    def _made(self, row: Sequence[Any]) -> R:
        make: Callable[..., R] = self.record
        return make(row[0], *(read(value) for read, value in zip(self._readers, row[1:], strict=True)))

    def _values(self, record: R) -> Row:
        return tuple(_kept(getattr(record, name)) for name in self._names)


def _kept(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return value


def _reader(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a type as `get_type_hints` gives it
    if isinstance(hint, types.UnionType):
        inner = _reader(next(arg for arg in get_args(hint) if arg is not types.NoneType))
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        return lambda value: tuple(json.loads(value))
    if hint is date:
        return date.fromisoformat
    if hint in (str, int):
        return lambda value: value
    made: Callable[[Any], Any] = hint  # an enum or bool, which is made by calling it
    return made
