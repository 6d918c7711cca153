"""A gap on the Timeline page: the table holds the records at its edges, and the picture the days around it."""

from datetime import date, timedelta

from dhr_desktop.store import entries
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.store.review import Review

_DAY = timedelta(days=1)
_BESIDE, _LEAST_BESIDE = 4, timedelta(days=14)
"""A quarter of the gap is seen on each of its sides, and a fortnight at least."""


def around_gap(review: Review, first: str, last: str, agency_id: int = 0) -> tuple[EntryFilter, list[int]]:
    """What lets through the records between which a gap of these ISO days lies, and the one to be read first.

    A gap is a day longer at either end only by taking a record in, so the day before it and the day after are enough.
    What may fall within it is let through too. It stands for itself: a search or a filter that was on would hide what
    it lies between. Safe in any thread.
    """
    only = frozenset({agency_id}) if agency_id else ALL.agency_ids
    before, after = date.fromisoformat(first) - _DAY, date.fromisoformat(last) + _DAY
    wanted = EntryFilter(earliest=before.isoformat(), latest=after.isoformat(), agency_ids=only)
    there = entries.page(review, entries.ordered_ids(review, wanted))
    at_its_edge = [entry.id for entry in there if entry.when.latest == before]
    return wanted, at_its_edge[-1:] or [entry.id for entry in there[:1]]


def days_around(first: str, last: str) -> tuple[str, str]:
    """The ISO days from which to which the picture shows a gap."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    beside = max((end - begin) / _BESIDE, _LEAST_BESIDE)
    return (begin - beside).isoformat(), (end + beside).isoformat()
