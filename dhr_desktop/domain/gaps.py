"""Where nobody was looking: the stretches of days of which no record of an agency tells.

A record of a certain day ends a silence. One of an uncertain date ('2013', 'spring 2014') has its day somewhere between
two days, so it ends a silence surely only where both of them lie within it. What is called a gap here is therefore a
longest stretch of days that *may* be wholly silent: no record must lie in it, and a day more at either end would take
one in that must. Two gaps on both sides of a record of uncertain date may share days, for each of them alone is
possible. How much of a gap is certain stands beside it as `Gap.least_days`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from dhr_desktop.domain.dates import FIRST_DAY, LAST_DAY, EdtfDate

ALL_AGENCIES = 0
SHORTEST = 28
_ABOUT = 7
"""So many days at least 'about' may be out on either side."""


@dataclass(frozen=True, slots=True)
class Span:
    """A record of an agency, and the first and last day on which what it tells of can have been."""

    entry_id: int
    agency_id: int
    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of days that may be wholly without a record of an agency (0: of all agencies together).

    `first` and `last` are its first and last day, `days` how many they are. `before_id` is the record that it follows
    and `after_id` the one it comes before, 0 where the period looked at begins or ends instead. `may_fall_in` are the
    records of uncertain date that may or may not lie in it, among them a bounding one whose date is uncertain.
    `least_days` is the longest silence within it that is certain: wherever those records lie, even where they break it
    most, so many days on end are without any. It is `days` where there are none of them.
    """

    agency_id: int
    first: date
    last: date
    days: int
    before_id: int
    after_id: int
    may_fall_in: tuple[int, ...]
    least_days: int


def span_of(entry_id: int, agency_id: int, when: EdtfDate) -> Span | None:
    """The days on which a record's matter can have been; None where nothing is known of its date.

    'About' and 'perhaps' let it be earlier and later than the date says: by as long as that is, and a week at least.
    """
    if when.is_unknown:
        return None
    earliest, latest = when.earliest or FIRST_DAY, when.latest or LAST_DAY
    if when.approximate or when.unsure:
        out = timedelta(days=max(_ABOUT, (latest - earliest).days + 1))
        earliest = earliest - out if earliest - FIRST_DAY > out else FIRST_DAY
        latest = latest + out if LAST_DAY - latest > out else LAST_DAY
    return Span(entry_id, agency_id, earliest, latest)


class _Stretch(NamedTuple):
    """A span of days by their ordinals, so that many of them are compared fast."""

    first: int
    last: int


_Records = dict[_Stretch, list[int]]
"""The ids of the records of each stretch; many records share one, as those dated only '2016' do."""


def gaps(
    spans: Iterable[Span], agency_ids: Collection[int], within: tuple[date, date], shortest: int = SHORTEST
) -> list[Gap]:
    """The gaps of at least `shortest` days `within` two days, of each of these agencies and of all together (0).

    The longest comes first; of two as long the more certain, the earlier, that of all agencies. An agency without a
    record has one gap, the whole period. Spans of other agencies than these count for none.
    """
    period = _Stretch(within[0].toordinal(), within[1].toordinal())
    each: dict[int, _Records] = {agency_id: defaultdict(list) for agency_id in agency_ids}
    together: _Records = defaultdict(list)
    for span in spans:
        records = each.get(span.agency_id)
        stretch = _Stretch(span.earliest.toordinal(), span.latest.toordinal())
        if records is not None and stretch.first <= period.last and stretch.last >= period.first:
            records[stretch].append(span.entry_id)
            together[stretch].append(span.entry_id)
    each[ALL_AGENCIES] = together
    found = [gap for agency_id, records in each.items() for gap in _of(agency_id, records, period, max(shortest, 1))]
    return sorted(found, key=lambda gap: (-gap.days, -gap.least_days, gap.first, gap.agency_id))


def _of(agency_id: int, records: _Records, period: _Stretch, shortest: int) -> Iterator[Gap]:
    uncertain = sorted(stretch for stretch in records if stretch.first < stretch.last)
    for before, after in _neighbours(records, period):
        gap = _Stretch(before.first + 1 if before else period.first, after.last - 1 if after else period.last)
        days = gap.last - gap.first + 1
        if days < shortest:
            continue
        within = {stretch: records[stretch] for stretch in uncertain if _overlap(stretch, gap)}
        yield Gap(
            agency_id,
            date.fromordinal(gap.first),
            date.fromordinal(gap.last),
            days,
            records[before][-1] if before else 0,
            records[after][0] if after else 0,
            tuple(entry_id for ids in within.values() for entry_id in ids),
            _certain_days(gap, within),
        )


def _neighbours(records: _Records, period: _Stretch) -> Iterator[tuple[_Stretch | None, _Stretch | None]]:
    """The stretches that bound each gap, in order; None stands for an end of the period.

    Only a stretch within which no other lies can bound a gap: before a wider one ends a silence, that other has.
    """
    narrowest: list[_Stretch] = []
    earliest_end = period.last + 1
    for stretch in sorted(records, key=lambda one: (-one.first, one.last)):
        if stretch.first >= period.first and stretch.last < earliest_end:
            narrowest.append(stretch)
            earliest_end = stretch.last
    bounds = [None, *reversed(narrowest), None]
    return pairwise(bounds)


def _overlap(one: _Stretch, other: _Stretch) -> bool:
    return one.first <= other.last and one.last >= other.first


def _certain_days(gap: _Stretch, within: _Records) -> int:
    """The longest silence of a gap when the records that may lie in it lie where they break it most."""
    low, high = 0, gap.last - gap.first + 1
    if not within:
        return high
    while low < high:
        middle = (low + high) // 2
        if _can_be_broken(gap, within, middle):
            high = middle
        else:
            low = middle + 1
    return low


def _can_be_broken(gap: _Stretch, within: _Records, longest: int) -> bool:
    """Whether these records can lie so that no silence of the gap is longer than `longest` days.

    From the start, each is put as late as it may be: at the last day of its own, or the last that the silence allows.
    Of those that can be put there, the one whose days end first is used, since it will be of the least use later.
    """
    waiting = sorted((stretch.first, stretch.last, len(ids)) for stretch, ids in within.items())
    waiting.reverse()
    ready: list[tuple[int, int]] = []
    last_record = gap.first - 1
    while (due := last_record + longest + 1) <= gap.last:
        while waiting and waiting[-1][0] <= due:
            _, last, number = waiting.pop()
            heappush(ready, (last, number))
        while ready and ready[0][0] <= last_record:
            heappop(ready)
        if not ready:
            return False
        last, number = heappop(ready)
        last_record = min(last, due)
        if number > 1:
            heappush(ready, (last, number - 1))
    return True
