"""The timeline's order and what filters ask of its entries, held in memory while it stands and mended as it changes."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from operator import itemgetter

from dhr_desktop.store import columns
from dhr_desktop.store.columns import Columns
from dhr_desktop.store.connection import Connection, Row
from dhr_desktop.store.held import Held
from dhr_desktop.store.review import Review

_IN_ORDER = "rank, nudge, place, id"
_READ = (
    f"SELECT id, {', '.join(columns.SQL)}, rank, nudge, place FROM entry WHERE id IN (SELECT value FROM json_each(?))"
)
# What an update that leaves these alone leaves as it is.
_PLACES = ("rank", "nudge", "submission_id", "source_order")


def _touches(names: Sequence[str]) -> str:
    return " OR ".join(f"json_type(new, '$.{name}') IS NOT NULL" for name in names)


_CHANGED = (
    f"SELECT row_id, max(op <> 'update' OR {_touches(_PLACES)}) FROM change WHERE id > ? AND +table_name = 'entry'"
    f" AND (op <> 'update' OR {_touches((*_PLACES, *columns.SOURCES))}) GROUP BY row_id LIMIT ?"
)
_MANY = 2_000
"""So many changed entries are read one by one in less time than all are."""
_FEW = 50
"""And so many moved ones are put in their places."""
_FEW_WANTED = 2_000


@dataclass(frozen=True, slots=True)
class Order:
    """The ids of all entries in order, the place of each, and their columns. Nobody changes them."""

    ids: Sequence[int]
    places: Mapping[int, int]
    columns: Columns = field(default_factory=Columns)


def sifted(ids: Sequence[int], wanted: Collection[int]) -> list[int]:
    """Those of `ids` that are `wanted`, in their order.

    Many are marked in a table by their id and looked up there: a set of 70,000 costs three times as much to ask.
    """
    if min(len(ids), len(wanted)) < _FEW_WANTED:
        found = set(ids).intersection(wanted) if len(ids) < len(wanted) else set(wanted)
        return list(filter(found.__contains__, ids))
    last, last_wanted = max(ids), max(wanted)
    marked = bytearray(max(last, last_wanted) + 1)
    for entry_id in wanted:
        marked[entry_id] = True
    return list(compress(ids, itemgetter(*ids)(marked)))


def of(review: Review) -> Order:
    """The present order. Only what was added, removed or changed since is read; all of it, where that is much."""
    return _HELD.of(review)


def _read(connection: Connection) -> Order:
    names = ("id", *columns.SQL)
    found = connection.row(
        f"SELECT {', '.join(f'json_group_array(c{place})' for place in range(len(names)))} FROM (SELECT"
        f" {', '.join(f'{name} AS c{place}' for place, name in enumerate(names))} FROM entry ORDER BY {_IN_ORDER})"
    ) or ("[]",) * len(names)
    ids, *values = map(json.loads, found)
    return Order(ids, _placed(ids), columns.made(*values))


def _up_to_date(connection: Connection, order: Order, since: int) -> Order:
    changed: dict[int, int] = dict(connection.rows(_CHANGED, (since, _MANY + 1)))
    return (_mended(connection, order, changed) if len(changed) <= _MANY else None) or _read(connection)


def _placed(ids: Sequence[int]) -> Mapping[int, int]:
    return dict(zip(ids, range(len(ids)), strict=True))


def _mended(connection: Connection, order: Order, changed: Mapping[int, int]) -> Order | None:
    """The order with some entries of other values, in other places, gone or new; None when that is too much.

    `changed` says of each entry whether it may stand elsewhere now.
    """
    if not changed:
        return order
    moved = {entry_id for entry_id, elsewhere in changed.items() if elsewhere or entry_id not in order.places}
    if len(moved) > _FEW:
        return None
    rows = {row[0]: row for row in connection.rows(_READ, (json.dumps(list(changed)),))}
    others = {order.places[each]: _values(rows[each]) for each in changed if each in rows and each not in moved}
    if not moved:
        return replace(order, columns=order.columns.with_changes(others, (), ()))
    return _with_moved(connection, order, others, (moved, rows))


def _with_moved(
    connection: Connection, order: Order, others: Mapping[int, Row], moved: tuple[set[int], Mapping[int, Row]]
) -> Order | None:
    leaving, rows = moved
    ids = [entry_id for entry_id in order.ids if entry_id not in leaving]
    there, new = set(ids), []
    # From the last to the first, so that whatever follows an entry is in its place already.
    for row in sorted((rows[each] for each in leaving if each in rows), key=_key, reverse=True):
        entry_id, key = row[0], _key(row)
        after = connection.value(
            f"SELECT id FROM entry WHERE ({_IN_ORDER}) > (?, ?, ?, ?) ORDER BY {_IN_ORDER} LIMIT 1", key
        )
        if after is not None and after not in there:
            return None
        place = len(ids) if after is None else ids.index(after)
        ids.insert(place, entry_id)
        there.add(entry_id)
        new.append((place, _values(row)))
    gone = sorted(order.places[each] for each in leaving if each in order.places)
    return Order(ids, _placed(ids), order.columns.with_changes(others, gone, new))


def _values(row: Row) -> Row:
    return row[1:-3]


def _key(row: Row) -> Row:
    """By what an entry stands in its place."""
    return (*row[-3:], row[0])


_HELD = Held(_read, _up_to_date)
