"""Finds the row of a month among rows in time's order, looking at few of them."""

from bisect import bisect_left

from dhr_desktop.domain.entries import Entry
from dhr_desktop.ui.timeline.model import EntriesModel
from dhr_desktop.ui.timeline.months import Stretch, month_number

_AFTER_ALL = 10_000 * 12
_MOST_LOOKED_AT = 3_000


def row_for(model: EntriesModel, stretch: Stretch, agency_id: int, month: int) -> int:
    """The agency's first row in a month of the strip, or the row where that month would begin; -1 in an empty table.

    A month outside the stretch stands for everything beyond that end.
    """
    rows = model.rowCount()
    begin = -1 if month < stretch.first else month
    end = stretch.first if month < stretch.first else _AFTER_ALL if month > stretch.last else month + 1
    first = bisect_left(range(rows), begin, key=lambda row: _month(model.entry(row)))
    for row in range(first, min(first + _MOST_LOOKED_AT, rows)):
        entry = model.entry(row)
        if entry and _month(entry) >= end:
            break
        if entry and entry.agency_id == agency_id:
            return row
    return min(first, rows - 1)


def _month(entry: Entry | None) -> int:
    month = month_number(entry.date_edtf) if entry else None
    return _AFTER_ALL if month is None else month
