"""Reads the picture off the window's thread; what has not moved since is taken as it was."""

from dataclasses import dataclass, field

from dhr_desktop.domain.picture import rows as lanes_of
from dhr_desktop.domain.picture.frame import Picture, day_lines
from dhr_desktop.domain.picture.rows import Rows
from dhr_desktop.domain.picture.silences import longest
from dhr_desktop.domain.picture.spans import Lane, LaneBy, Silence, Spans
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import entry_changes, facts, key_dates, pictured, silences
from dhr_desktop.store.review import Review

_MAKES_GAPS = ("agency_id", "date_edtf", "origin")
"""The columns of entries that gaps are found from; what the chair says of entries makes none."""


@dataclass(slots=True)
class Reader:
    """Keeps the lanes between readings, for they are made ready only when an entry has moved."""

    review: Review
    _spans: Spans | None = None
    _lanes: list[Lane] = field(default_factory=list)
    _rows: Rows = field(default_factory=Rows)
    _wanted: list[int] | None = None
    _narrowed: Rows = field(default_factory=Rows)
    _silent_for: tuple[int, ReviewFacts] | None = None
    _silent: list[Silence] = field(default_factory=list)
    _stale: bool = True

    def forget_lanes(self) -> None:
        """Find the lanes anew with the next reading: whom entries mention takes a search for each person."""
        self._stale = True

    def read(self, by: LaneBy, wanted_ids: list[int] | None) -> Picture:
        """The picture for lanes of one kind; `wanted_ids` are what the filters leave, None for everything."""
        found, lanes = pictured.of(self.review), self._lanes
        if self._stale or by is not self._rows.by:
            self._stale = False
            lanes = pictured.lanes(self.review, by)
        if found is not self._spans or lanes != self._lanes or by is not self._rows.by:
            self._rows = self._narrowed = lanes_of.made(found, lanes, by)
            self._spans, self._lanes, self._wanted = found, lanes, None
        days = day_lines(key_dates.every(self.review))
        if wanted_ids != self._wanted:
            self._narrowed = lanes_of.narrowed(self._rows, None if wanted_ids is None else set(wanted_ids))
            self._wanted = wanted_ids
        return Picture(self._narrowed, days)

    def silences(self, by: LaneBy) -> list[Silence]:
        """The gaps in agencies' records, which take long to find among very many; of other lanes there are none."""
        if by is not LaneBy.AGENCY:
            return []
        step, known = entry_changes.latest_step(self.review), facts.get(self.review)
        held = self._silent_for
        if held is None or held[1] != known or entry_changes.since(self.review, held[0], _MAKES_GAPS):
            self._silent = longest(silences.find(self.review).found)
        self._silent_for = step, known
        return self._silent
