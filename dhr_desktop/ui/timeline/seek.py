"""Finds the row of a month among rows in time's order, looking at few of them."""

from bisect import bisect_left

from dhr_desktop.domain.entries import Entry
from dhr_desktop.ui.timeline.listing import Listing
from dhr_desktop.ui.timeline.model import EntriesModel
from dhr_desktop.ui.timeline.months import month_number

_AFTER_ALL = 10_000 * 12
_MOST_LOOKED_AT = 3_000
_MOST_ASKED_FOR = 300  # one by one, where the rows stand otherwise


def row_for(model: EntriesModel, listing: Listing, agency_id: int, month: int) -> int:
    """The agency's first row in a month of the strip, or the row where that month would begin; -1 in an empty table.

    A month outside the strip's stretch stands for everything beyond that end.
    """
    place = _place_of(model, listing, agency_id, month)
    if listing.arranged is None or place < 0:
        return place
    return model.row_of(listing.ids[place])


def _place_of(model: EntriesModel, listing: Listing, agency_id: int, month: int) -> int:
    """Among the entries in the order of the timeline, however the rows stand."""
    ids, stretch = listing.ids, listing.lanes.stretch

    def entry_at(place: int) -> Entry | None:
        return model.entry(place) if listing.arranged is None else model.by_id(ids[place])

    begin = -1 if month < stretch.first else month
    end = stretch.first if month < stretch.first else _AFTER_ALL if month > stretch.last else month + 1
    first = bisect_left(range(len(ids)), begin, key=lambda place: _month(entry_at(place)))
    most = _MOST_LOOKED_AT if listing.arranged is None else _MOST_ASKED_FOR
    for place in range(first, min(first + most, len(ids))):
        entry = entry_at(place)
        if entry and _month(entry) >= end:
            break
        if entry and entry.agency_id == agency_id:
            return place
    return min(first, len(ids) - 1)


def _month(entry: Entry | None) -> int:
    month = month_number(entry.date_edtf) if entry else None
    return _AFTER_ALL if month is None else month
