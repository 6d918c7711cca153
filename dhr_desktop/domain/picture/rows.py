"""The entries of each lane made ready to be drawn: sorted once, so that a frame looks only at what it shows."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress

from dhr_desktop.domain.meaning import Significance
from dhr_desktop.domain.picture.bins import Bins, Unit, binned
from dhr_desktop.domain.picture.spans import UNKNOWN_DAY, Lane, LaneBy, Spans

_KEY = int(Significance.KEY)
EVER_BEFORE, EVER_AFTER = 1, 3_652_059
"""The first and the last day there is, where an uncertain stretch is open."""


@dataclass(frozen=True, slots=True)
class Soft:
    """Entries that may have been on any day from `first` to `last`; all that may are drawn as one stretch."""

    first: int
    last: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A lane with its entries: places in `Spans`. `days` are those of `places`, ascending.

    `keys` are the day and place of each that the chair has marked key.

    `soft` is in order of its first day; `furthest` has the latest last day up to each, so that a frame knows where to
    begin looking.
    """

    lane: Lane
    places: list[int]
    days: list[int]
    keys: list[tuple[int, int]]
    soft: list[Soft]
    furthest: list[int]
    everything: Mapping[Unit, Bins]
    wanted: Mapping[Unit, Bins]

    def soft_between(self, first: float, last: float) -> list[Soft]:
        """The uncertain stretches that touch some days."""
        begin = bisect_left(self.furthest, first)
        found = []
        for each in self.soft[begin:]:
            if each.first > last:
                break
            if each.last >= first:
                found.append(each)
        return found


@dataclass(frozen=True, slots=True)
class Join:
    """The entries of one event: the lane, counted from 0, and the day of each. `first` and `last` bound the days."""

    event_id: int
    first: float
    last: float
    ends: tuple[tuple[int, float, int], ...]
    """Lane, day, and place in `Spans`."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All lanes over the same spans. `wanted` tells by place whether the filters leave an entry in; None for all."""

    spans: Spans = field(default_factory=Spans)
    by: LaneBy = LaneBy.AGENCY
    rows: Sequence[Row] = ()
    joins: Sequence[Join] = ()
    """In order of their first day."""
    wanted: Sequence[bool] | None = None
    place_of: Mapping[int, int] = field(default_factory=dict)
    """The place of an entry in the spans, by its id."""
    ends: tuple[int, int] = (0, 0)
    """The first and the last day of which anything tells; 0 and 0 where nothing does."""
    undated: int = 0
    """How many entries have no known day at all, so that the picture cannot show them."""

    def is_wanted(self, place: int) -> bool:
        """Whether the filters leave this entry in."""
        return self.wanted is None or self.wanted[place]


def made(spans: Spans, lanes: Sequence[Lane], by: LaneBy = LaneBy.AGENCY) -> Rows:
    """The lanes over these spans, with every entry wanted."""
    if by is LaneBy.AGENCY:
        members: dict[int, list[int]] = {lane.key: [] for lane in lanes}
        for place, agency_id in enumerate(spans.agency_ids):
            if agency_id in members:
                members[agency_id].append(place)
        rows = [_row(spans, lane, members[lane.key]) for lane in lanes]
    else:
        rows = [_row(spans, lane, _places(spans, lane)) for lane in lanes]
    unknown = sum(1 for ends in zip(spans.firsts, spans.lasts, strict=True) if ends == (UNKNOWN_DAY, UNKNOWN_DAY))
    return Rows(spans, by, rows, _joins(spans, rows), place_of=_place_of(spans), ends=_ends(spans), undated=unknown)


def narrowed(rows: Rows, wanted_ids: frozenset[int] | set[int] | None) -> Rows:
    """The same lanes with only these entries wanted; None for all of them."""
    if wanted_ids is None:
        return replace(rows, wanted=None, rows=[replace(row, wanted=row.everything) for row in rows.rows])
    flags = list(map(wanted_ids.__contains__, rows.spans.ids))
    return replace(rows, wanted=flags, rows=[replace(row, wanted=_counted(row, flags)) for row in rows.rows])


def _ends(spans: Spans) -> tuple[int, int]:
    days = {*spans.firsts, *spans.lasts} - {UNKNOWN_DAY}
    return (min(days), max(days)) if days else (0, 0)


def _place_of(spans: Spans) -> dict[int, int]:
    return dict(zip(spans.ids, range(len(spans)), strict=True))


def _places(spans: Spans, lane: Lane) -> list[int]:
    ids = lane.entry_ids or frozenset()
    return list(compress(range(len(spans)), map(ids.__contains__, spans.ids)))


def _row(spans: Spans, lane: Lane, members: list[int]) -> Row:
    sure, firsts, lasts = spans.sure, spans.firsts, spans.lasts
    places = [place for place in members if sure[place]]
    if members and len(places) < len(members):
        found: dict[tuple[int, int], list[int]] = {}
        for place in members:
            ends = firsts[place], lasts[place]
            if not sure[place] and ends != (UNKNOWN_DAY, UNKNOWN_DAY):
                found.setdefault((ends[0] or EVER_BEFORE, ends[1] or EVER_AFTER), []).append(place)
        soft = [Soft(first, last, tuple(found[first, last])) for first, last in sorted(found)]
    else:
        soft = []
    days = [firsts[place] for place in places]
    everything = binned(Counter(days), ((each.first, each.last, len(each.places)) for each in soft))
    keys = [(day, place) for day, place in zip(days, places, strict=True) if spans.significances[place] == _KEY]
    return Row(lane, places, days, keys, soft, _furthest(soft), everything, everything)


def _joins(spans: Spans, rows: Sequence[Row]) -> list[Join]:
    """What is to be joined by lines: events of which two entries at least stand in the picture."""
    ends: dict[int, list[tuple[int, float, int]]] = {}
    events = spans.event_ids
    if not any(events):
        return []
    for lane, row in enumerate(rows):
        for place, day in zip(row.places, row.days, strict=True):
            if events[place]:
                ends.setdefault(events[place], []).append((lane, day + 0.5, place))
        for each in row.soft:
            for place in each.places:
                if events[place]:
                    ends.setdefault(events[place], []).append((lane, middle_of(each), place))
    found = [
        Join(event_id, min(day for _, day, _ in points), max(day for _, day, _ in points), tuple(sorted(points)))
        for event_id, points in ends.items()
        if len(points) > 1
    ]
    return sorted(found, key=lambda join: (join.first, join.event_id))


def middle_of(soft: Soft) -> float:
    """The middle of an uncertain stretch; of one that is open, the end that is known."""
    if soft.first == EVER_BEFORE:
        return float(soft.last)
    return float(soft.first) if soft.last == EVER_AFTER else (soft.first + soft.last + 1) / 2


def _furthest(soft: list[Soft]) -> list[int]:
    found, latest = [], 0
    for each in soft:
        latest = max(latest, each.last)
        found.append(latest)
    return found


def _counted(row: Row, flags: list[bool]) -> Mapping[Unit, Bins]:
    days = Counter(compress(row.days, map(flags.__getitem__, row.places)))
    spans = ((each.first, each.last, sum(map(flags.__getitem__, each.places))) for each in row.soft)
    return binned(days, (each for each in spans if each[2]))
