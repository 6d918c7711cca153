"""The timeline's order, held in memory while it stands: what searches that match half of everything are sifted by."""

import json
from collections import Counter
from dataclasses import dataclass
from itertools import compress
from weakref import WeakKeyDictionary

from dhr_desktop.store.connection import Connection
from dhr_desktop.store.review import Review

MONTHS_OF_AN_AGENCY = 1_000_000  # more than any YYYYMM
# An update that leaves these alone leaves the order and the strip as they were.
_STANDS = "json_type(new, '$.{}') IS NULL"
_UNMOVED = " AND ".join(
    _STANDS.format(name) for name in ("rank", "nudge", "submission_id", "source_order", "agency_id")
)
_MOVED = f"SELECT 1 FROM change WHERE id > ? AND +table_name = 'entry' AND NOT (op = 'update' AND {_UNMOVED}) LIMIT 1"


@dataclass(frozen=True, slots=True)
class Order:
    """The ids of all entries in order, and beside each its agency and month as one number."""

    ids: list[int]
    months: list[int]


def sifted(ids: list[int], wanted: list[int]) -> list[int]:
    """Those of `ids` that are `wanted`, in their order."""
    return list(filter(set(wanted).__contains__, ids))


def counted(order: Order, wanted: list[int]) -> Counter[int]:
    """How many of the `wanted` there are for each agency and month."""
    return Counter(compress(order.months, map(set(wanted).__contains__, order.ids)))


_held: WeakKeyDictionary[Review, tuple[int, Order]] = WeakKeyDictionary()


def of(review: Review) -> Order:
    """The present order. It is read anew only after an entry was added, removed or moved."""
    connection = review.read
    if review.journal.open_here:
        return _read(connection)  # it may yet be rolled back, so it is not held
    last = connection.value("SELECT max(id) FROM change") or 0
    since, order = _held.get(review, (-1, None))
    if order is None or connection.value(_MOVED, (since,)):
        order = _read(connection)
    _held[review] = last, order
    return order


def _read(connection: Connection) -> Order:
    ids, months = connection.row(
        "SELECT json_group_array(id), json_group_array(month) FROM ("
        f"SELECT id, agency_id * {MONTHS_OF_AN_AGENCY} + (rank >> 33) / 100 AS month FROM entry"
        " ORDER BY rank, nudge, place, id)"
    ) or ("[]", "[]")
    return Order(json.loads(ids), json.loads(months))
