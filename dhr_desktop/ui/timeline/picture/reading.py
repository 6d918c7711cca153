"""Reads the picture off the window's thread; what has not moved since is taken as it was."""

from dataclasses import dataclass, field
from datetime import date

from dhr_desktop.domain.key_dates import KeyKind
from dhr_desktop.domain.picture import rows as lanes_of
from dhr_desktop.domain.picture.frame import DayLine, Picture, day_lines
from dhr_desktop.domain.picture.rows import Rows
from dhr_desktop.domain.picture.spans import Lane, LaneBy, Silence, Spans
from dhr_desktop.store import key_dates, spans
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.gaps import SHORTEST, Span, gaps

_MOST_SHOWN = 400


@dataclass(slots=True)
class Reader:
    """Keeps the lanes between readings, for they are made ready only when an entry has moved."""

    review: Review
    _spans: Spans | None = None
    _lanes: list[Lane] = field(default_factory=list)
    _rows: Rows = field(default_factory=Rows)
    _silent: tuple[tuple[int, int], list[Silence]] | None = None

    def read(self, by: LaneBy, wanted_ids: list[int] | None) -> Picture:
        """The picture for lanes of one kind; `wanted_ids` are what the filters leave, None for everything."""
        found, lanes = spans.of(self.review), spans.lanes(self.review, by)
        if found is not self._spans or lanes != self._lanes or by is not self._rows.by:
            self._spans, self._lanes, self._silent = found, lanes, None
            self._rows = lanes_of.made(found, lanes, by)
        days = day_lines([*key_dates.of_facts(self.review), *key_dates.listing(self.review)])
        wanted = None if wanted_ids is None else set(wanted_ids)
        return Picture(lanes_of.narrowed(self._rows, wanted), days, self._silences(days))

    def _silences(self, days: list[DayLine]) -> list[Silence]:
        """The gaps in agencies' records within the scope of the review, or within all that is recorded."""
        if self._rows.by is not LaneBy.AGENCY or self._spans is None:
            return []
        period = _period(self._spans, days)
        if period is None:
            return []
        if self._silent is None or self._silent[0] != period:
            self._silent = period, _found(self._spans, [lane.key for lane in self._lanes], period)
        return self._silent[1]


def _period(found: Spans, days: list[DayLine]) -> tuple[int, int] | None:
    lines = Picture(days=days)
    begins = lines.day_of(KeyKind.SCOPE_FROM)
    ends = lines.day_of(KeyKind.SCOPE_TO)
    firsts, lasts = ([day for day in column if day] for column in (found.firsts, found.lasts))
    first = begins.first if begins else min(firsts, default=0)
    last = ends.last if ends else max(lasts, default=0)
    return (first, last) if 0 < first < last else None


def _found(found: Spans, agency_ids: list[int], period: tuple[int, int]) -> list[Silence]:
    first, last = (date.fromordinal(day) for day in period)
    known = (
        Span(entry_id, agency_id, date.fromordinal(begin or 1), date.fromordinal(end) if end else date.max)
        for entry_id, agency_id, begin, end in zip(found.ids, found.agency_ids, found.firsts, found.lasts, strict=True)
        if begin or end
    )
    longest = gaps(known, agency_ids, (first, last), SHORTEST)[:_MOST_SHOWN]
    return [Silence(gap.agency_id, gap.first.toordinal(), gap.last.toordinal()) for gap in longest]
