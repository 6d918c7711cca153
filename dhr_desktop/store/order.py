"""The timeline's order, held in memory while it stands: what searches that match half of everything are sifted by."""

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from dhr_desktop.store.connection import Connection
from dhr_desktop.store.held import Held, leaves_alone
from dhr_desktop.store.review import Review

MONTHS_OF_AN_AGENCY = 1_000_000  # more than any YYYYMM
_MONTH = f"agency_id * {MONTHS_OF_AN_AGENCY} + (rank >> 33) / 100"
_IN_ORDER = "rank, nudge, place, id"
# An update that leaves these alone leaves the order and the months as they were.
_UNMOVED = leaves_alone(("rank", "nudge", "submission_id", "source_order", "agency_id"))
_MOVED = f"SELECT DISTINCT row_id FROM change WHERE id > ? AND +table_name = 'entry' AND NOT {_UNMOVED} LIMIT ?"
_FEW = 50
"""So many moved entries are put in their places in less time than all are read."""


@dataclass(frozen=True, slots=True)
class Order:
    """The ids of all entries in order, and the agency and month of each as one number. Nobody changes either."""

    ids: Sequence[int]
    months: Mapping[int, int]
    counts: Counter[int] = field(default_factory=Counter)
    """How many entries stand in each month of an agency."""

    def counted(self, wanted: Sequence[int]) -> Counter[int]:
        """How many of these entries stand in each month of an agency."""
        if wanted is self.ids:
            return self.counts
        # What was added since the order was read has no month yet; no month of an agency is 0.
        return Counter(filter(None, map(self.months.get, wanted)))


def sifted(ids: Sequence[int], wanted: Collection[int]) -> list[int]:
    """Those of `ids` that are `wanted`, in their order; a set costs least."""
    held = wanted if isinstance(wanted, AbstractSet) else set(wanted)
    return list(filter(held.__contains__, ids))


def of(review: Review) -> Order:
    """The present order. Only what was added, removed or moved since is read; all of it, where that is much."""
    return _HELD.of(review)


def _read(connection: Connection) -> Order:
    found = connection.row(
        "SELECT json_group_array(id), json_group_array(month) FROM ("
        f"SELECT id, {_MONTH} AS month FROM entry ORDER BY {_IN_ORDER})"
    ) or ("[]", "[]")
    ids, months = json.loads(found[0]), json.loads(found[1])
    return Order(ids, dict(zip(ids, months, strict=True)), Counter(months))


def _up_to_date(connection: Connection, order: Order, since: int) -> Order:
    moved = [row_id for (row_id,) in connection.rows(_MOVED, (since, _FEW + 1))]
    return (_mended(connection, order, moved) if len(moved) <= _FEW else None) or _read(connection)


def _mended(connection: Connection, order: Order, moved: list[int]) -> Order | None:
    """The order with some entries in other places, or gone, or new; None when more has moved meanwhile."""
    if not moved:
        return order
    gone = set(moved)
    ids, months = [entry_id for entry_id in order.ids if entry_id not in gone], dict(order.months)
    for entry_id in moved:
        months.pop(entry_id, None)
    rows = connection.rows(
        f"SELECT {_MONTH}, {_IN_ORDER} FROM entry WHERE id IN (SELECT value FROM json_each(?)) ORDER BY {_IN_ORDER}",
        (json.dumps(moved),),
    )
    # From the last to the first, so that whatever follows an entry is in its place already.
    for month, *key in reversed(rows):
        entry_id = key[-1]
        after = connection.value(
            f"SELECT id FROM entry WHERE ({_IN_ORDER}) > (?, ?, ?, ?) ORDER BY {_IN_ORDER} LIMIT 1", key
        )
        if after is not None and after not in months:
            return None
        ids.insert(len(ids) if after is None else ids.index(after), entry_id)
        months[entry_id] = month
    return Order(ids, months, Counter(months.values()))


_HELD = Held(_read, _up_to_date)
