"""The room a picture is drawn in: names at the left, key dates at the top, the scale at the foot, lanes between."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.key_dates import KeyDate, KeyKind
from dhr_desktop.domain.picture.bins import Unit
from dhr_desktop.domain.picture.rows import Rows
from dhr_desktop.domain.picture.scale import Limits, Scale
from dhr_desktop.domain.picture.spans import Silence

SIDE = 8.0
_LEAST_LANE, _LEAST_OF_ASCENT = 14.0, 1.1
"""A lane is at least so high, and high enough for its name: without that its colour would be the only sign."""
_NEARLY_ALL = 0.98
_AIR_DAYS = 45.0
_FEW, _SOME, _MANY = 1, 2, 8
"""Up to so few key dates each has a row for its words; some and many share as many rows as let them be read."""
_A_YEAR = 366.0


@dataclass(frozen=True, slots=True)
class DayLine:
    """A key date as the picture draws it: its days, what it is, and its words as the reader is to see them.

    `when` is the date in words, no more certain than it is: a month is not its first day.
    """

    key: int
    first: int
    last: int
    words: str
    kind: KeyKind
    when: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All that can be drawn."""

    rows: Rows = field(default_factory=Rows)
    days: Sequence[DayLine] = ()
    silences: Sequence[Silence] = ()

    def day_of(self, kind: KeyKind) -> DayLine | None:
        """The key date of a kind of which there is one at most."""
        return next((line for line in self.days if line.kind is kind), None)


def day_lines(key_dates: Sequence[KeyDate]) -> list[DayLine]:
    """The lines of key dates, in order of time; one that is not known has none. The scope ends with its last day."""
    found = []
    for each in key_dates:
        ends = [day.toordinal() for day in (each.when.earliest, each.when.latest) if day]
        if ends:
            found.append(DayLine(each.id, min(ends), max(ends), each.words, each.kind, in_british_words(each.when)))
    return sorted(found, key=lambda line: (line.first, line.last, line.key))


@dataclass(frozen=True, slots=True)
class Type:
    """The letters that words are written in: the height of a line, of what stands above the baseline, and a width."""

    line: float
    ascent: float
    letter: float

    @property
    def least_lane(self) -> float:
        """How high a lane has to be for its name to be read."""
        return max(_LEAST_LANE, self.ascent * _LEAST_OF_ASCENT)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where everything stands. `shift` is how far the lanes are moved up, where there are more than fit."""

    width: float
    height: float
    scale: Scale
    type: Type
    above: float
    """Where the words of key dates begin."""
    top: float
    bottom: float
    lanes: int
    shift: float = 0.0

    @property
    def lane(self) -> float:
        """How high a lane is."""
        return max((self.bottom - self.top) / max(self.lanes, 1), self.type.least_lane)

    @property
    def most_shift(self) -> float:
        """How far the lanes can be moved up."""
        return max(self.lane * self.lanes - (self.bottom - self.top), 0.0)

    def y(self, lane: int) -> float:
        """Where a lane begins."""
        return self.top + lane * self.lane - self.shift

    def lane_at(self, y: float) -> int | None:
        """The lane at a height; None above the first and below the last."""
        if not self.top <= y < self.bottom:
            return None
        found = int((y - self.top + self.shift) // self.lane)
        return found if 0 <= found < self.lanes else None

    def in_sight(self) -> range:
        """The lanes that are to be seen."""
        first = int(self.shift // self.lane)
        last = int((self.shift + self.bottom - self.top) // self.lane)
        return range(max(first, 0), min(last + 1, self.lanes))


def laid_out(size: tuple[float, float], margins: "Margins", letters: Type, picture: Picture, scale: Scale) -> Frame:
    """The frame for a picture of this size; the days in it are those of `scale`."""
    width, height = size
    top = margins.above + head_height(picture, letters, margins)
    bottom = max(height - margins.below - letters.line - 6, top + letters.least_lane)
    on_line = scale.on(margins.names, width - margins.names - SIDE)
    return Frame(width, height, on_line, letters, margins.above, top, bottom, len(picture.rows.rows))


@dataclass(frozen=True, slots=True)
class Margins:
    """Room kept around the lanes: for their names; above and below the picture; and at least so much above lanes."""

    names: float
    above: float = 0.0
    below: float = 0.0
    least_head: float = 0.0


def head_height(picture: Picture, letters: Type, margins: Margins) -> float:
    """The height above the lanes, where the words of key dates stand: the same however near the picture is seen."""
    labels = len(picture.days)
    rows = labels if labels <= _FEW else _SOME if labels <= _MANY else _SOME + 1
    return max(rows * letters.line + 4, margins.least_head)


def height_for(picture: Picture, lane: float, letters: Type, margins: Margins) -> float:
    """How high a picture is whose lanes are so high."""
    lanes = max(len(picture.rows.rows), 1) * lane
    return margins.above + head_height(picture, letters, margins) + lanes + letters.line + 6 + margins.below


def limits_of(picture: Picture) -> Limits:
    """All days on which something is, with some air at both ends."""
    days = [day for day in picture.rows.ends if day] + [day for line in picture.days for day in (line.first, line.last)]
    if not days:
        return Limits(719_163.0, 719_163.0 + _A_YEAR)  # 1970, which is as good as any year
    return Limits(min(days) - _AIR_DAYS, max(days) + _AIR_DAYS)


def first_view(picture: Picture) -> tuple[float, float]:
    """The days that hold nearly all entries and every key date, so that one old record does not squash the rest."""
    everything = limits_of(picture)
    counted: Counter[tuple[int, int]] = Counter()
    for row in picture.rows.rows:
        months = row.everything[Unit.MONTH]
        for begin, end, number in zip(months.begins, months.ends, months.counts, strict=True):
            counted[begin, end] += number
    if not counted:
        return everything.first, everything.last
    spare = int(counted.total() * (1 - _NEARLY_ALL) / 2)
    months_in_time = sorted(counted)
    first = _after(months_in_time, counted, spare)[0]
    last = _after(months_in_time[::-1], counted, spare)[1]
    ends = [first, last, *(day for line in picture.days for day in (line.first, line.last))]
    return max(min(ends) - _AIR_DAYS, everything.first), min(max(ends) + _AIR_DAYS, everything.last)


def _after(months: list[tuple[int, int]], counted: Counter[tuple[int, int]], spare: int) -> tuple[int, int]:
    """The first month once `spare` entries lying further out are set aside."""
    for month in months:
        spare -= counted[month]
        if spare < 0:
            return month
    return months[-1]
