"""The entries of a lane: single marks where they can be told apart, else bars that count; soft stretches below them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import sqrt

from dhr_desktop.domain.picture.bins import Unit, within_one
from dhr_desktop.domain.picture.frame import Frame, Picture
from dhr_desktop.domain.picture.rows import Row, Rows
from dhr_desktop.domain.picture.shapes import Box, Boxes, Diamonds, Ink, Shape, Side, Softs, Strokes, Words

FAINT = 0.28
NO_AGENCY = "accent"
"""The ink of lanes that are no agency's: there the colour says nothing, and the name of the lane everything."""
_SMALL_MARK, _LARGE_MARK = 5.0, 9.0
_LEAST_SOFT, _MOST_SOFT, _SOFT_ROW = 4.0, 14.0, 5.0
_LEAST_WIDE = 8.0
_BEYOND = 40.0
_MOST_JOINS = 400


@dataclass(frozen=True, slots=True)
class Band:
    """The heights within a lane: of marks and bars, and of soft stretches under them."""

    top: float
    marks: float
    soft_top: float
    soft: float

    @property
    def mark(self) -> float:
        """How large a mark is."""
        return min(_LARGE_MARK, max(_SMALL_MARK, self.marks / 3))


def band_of(frame: Frame, lane: int, row: Row) -> Band:
    """How a lane is parted."""
    top, room = frame.y(lane) + 1, frame.lane - 3
    soft = min(max(room * 0.3, _LEAST_SOFT), _MOST_SOFT) if row.soft else 0.0
    return Band(top, room - soft, top + room - soft + (1 if soft else 0), soft)


@dataclass(slots=True)
class _Found:
    """Shapes of one lane, gathered by how they are to be painted."""

    plain: list[Box] = field(default_factory=list)
    faint: list[Box] = field(default_factory=list)
    soft: list[Box] = field(default_factory=list)
    faint_soft: list[Box] = field(default_factory=list)
    keys: list[tuple[float, float, float]] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)


def ink_of(row: Row) -> str | int:
    """The ink that a lane is drawn with."""
    return NO_AGENCY if row.lane.colour is None else row.lane.colour


def drawn(picture: Picture, frame: Frame) -> Iterator[Shape]:
    """All lanes' entries, and the lines that join events across lanes."""
    unit = Unit.at(frame.scale.per_day)
    rows = picture.rows
    tallest = max((row.everything[unit].tallest for row in rows.rows), default=1) if unit else 1
    found: dict[str | int, _Found] = defaultdict(_Found)
    for lane in frame.in_sight():
        row = rows.rows[lane]
        into, band = found[ink_of(row)], band_of(frame, lane, row)
        if unit is Unit.DAY:
            _marks(into, rows, row, band, frame)
        else:
            _bars(into, row, band, frame, unit, tallest)
        _softs(into, rows, row, band, frame, unit)
        _keys(into, rows, row, band, frame)
    joins = list(_joined(rows, frame))
    for role, each in found.items():
        yield Softs(Ink(role, FAINT / 2), each.faint_soft)
        yield Softs(Ink(role, 0.7), each.soft)
        yield Boxes(Ink(role, FAINT), each.faint)
        yield Boxes(Ink(role), each.plain)
    yield Strokes(Ink("text", 0.75), joins, 1.2)
    for each in found.values():
        yield Diamonds(Ink("text"), Ink("surface"), each.keys)
        yield from each.words


def _bars(into: _Found, row: Row, band: Band, frame: Frame, unit: Unit, tallest: int) -> None:
    same = row.wanted is row.everything
    _bars_of(into.plain if same else into.faint, row, band, frame, unit, tallest)
    bins, scale, letters = row.wanted[unit], frame.scale, frame.type
    begin = bisect_right(bins.ends, scale.begin)
    for place in range(begin, bisect_left(bins.begins, scale.end)):
        left = scale.x(bins.begins[place])
        width = scale.x(bins.ends[place]) - left
        high = _height(bins.counts[place], tallest, band)
        bottom = band.top + band.marks
        if not same:
            into.plain.append((left, bottom - high, max(width - 1, 1.5), high))
        text = f"{bins.counts[place]:,}"
        if band.marks - high >= letters.ascent and width - 2 >= letters.letter * len(text):
            middle = left + (width - 1) / 2
            into.words.append(Words(Ink("muted"), middle, bottom - high - 2, text, Side.MIDDLE))


def _bars_of(boxes: list[Box], row: Row, band: Band, frame: Frame, unit: Unit, tallest: int) -> None:
    bins, scale = row.everything[unit], frame.scale
    bottom, per_day, nought = band.top + band.marks, scale.per_day, scale.x(0)
    begin = bisect_right(bins.ends, scale.begin)
    for place in range(begin, bisect_left(bins.begins, scale.end)):
        high = _height(bins.counts[place], tallest, band)
        width = (bins.ends[place] - bins.begins[place]) * per_day
        boxes.append((nought + bins.begins[place] * per_day, bottom - high, max(width - 1, 1.5), high))


def _height(number: int, tallest: int, band: Band) -> float:
    # By the root, so that one busy month does not make single entries vanish.
    return max(3.0, sqrt(number / tallest) * band.marks)


def _marks(into: _Found, rows: Rows, row: Row, band: Band, frame: Frame) -> None:
    """A mark for each entry; those of one day stand in the day's own width, beside and above one another.

    Where they do not fit, one block as high as the lane stands for them, with their number where it can be read.
    """
    scale, mark = frame.scale, band.mark
    per_day, nought = scale.per_day, scale.x(0)
    wide = min(mark, max(per_day - 1, 1.5))
    across = max(1, int((per_day - 1) // (mark + 1)))
    fitting = across * max(1, int(band.marks // (mark + 1)))
    bottom, flags = band.top + band.marks, rows.wanted
    days, places = row.days, row.places
    at, end = bisect_left(days, int(scale.begin)), bisect_right(days, int(scale.end))
    while at < end:
        day = days[at]
        after = bisect_right(days, day, at, end)
        left = nought + day * per_day
        if after - at <= fitting:
            first = left + (per_day - 1 - (wide + 1) * min(across, after - at) + 1) / 2
            for number in range(after - at):
                up, along = divmod(number, across)
                box = (first + along * (wide + 1), bottom - (up + 1) * (mark + 1) + 1, wide, mark)
                (into.plain if flags is None or flags[places[at + number]] else into.faint).append(box)
        else:
            number = after - at if flags is None else sum(flags[place] for place in places[at:after])
            width = max(per_day - 1, 1.5)
            (into.plain if number else into.faint).append((left, band.top, width, band.marks))
            text = f"{number or after - at:,}"
            if per_day - 2 >= frame.type.letter * len(text) and band.marks >= frame.type.ascent:
                baseline = bottom - (band.marks - frame.type.ascent * 0.75) / 2
                into.words.append(Words(Ink("surface"), left + width / 2, baseline, text, Side.MIDDLE, bold=True))
        at = after


def _softs(into: _Found, rows: Rows, row: Row, band: Band, frame: Frame, unit: Unit) -> None:
    """Uncertain stretches from the first day to the last; where several overlap they take rows of their own."""
    scale = frame.scale
    begin, end = scale.day(scale.left - _BEYOND), scale.day(scale.right + _BEYOND)
    number = max(1, int(band.soft // _SOFT_ROW))
    high = band.soft / number - 1
    ends = [float("-inf")] * number
    for each in row.soft_between(begin, end):
        if unit and within_one(unit, each.first, each.last):
            continue
        left, right = scale.x(max(each.first, begin)), scale.x(min(each.last + 1, end))
        if right - left < _LEAST_WIDE:
            left, right = (left + right - _LEAST_WIDE) / 2, (left + right + _LEAST_WIDE) / 2
        level = next((place for place, until in enumerate(ends) if until <= left), ends.index(min(ends)))
        ends[level] = max(right, ends[level])
        strong = any(rows.is_wanted(place) for place in each.places)
        box = (left, band.soft_top + level * (high + 1), right - left, high)
        (into.soft if strong else into.faint_soft).append(box)


def _keys(into: _Found, rows: Rows, row: Row, band: Band, frame: Frame) -> None:
    scale, size = frame.scale, min(max(band.marks * 0.3, 4.0), 6.0)
    last = float("-inf")
    begin = bisect_left(row.keys, (int(scale.begin), 0))
    for day, place in row.keys[begin:]:
        if day > scale.end:
            break
        x = scale.x(day + 0.5)
        if rows.is_wanted(place) and x - last >= size:
            into.keys.append((x, band.top + size, size))
            last = x


def _joined(rows: Rows, frame: Frame) -> Iterator[tuple[float, float, float, float]]:
    """From entry to entry of each event down the lanes; far out, lines that fall together are drawn once."""
    scale, seen = frame.scale, set[tuple[int, int, int]]()
    longest = max((join.last - join.first for join in rows.joins), default=0.0)
    begin = bisect_left(rows.joins, scale.begin - longest, key=lambda join: join.first)
    for join in rows.joins[begin:]:
        if join.first > scale.end:
            return
        if join.last < scale.begin or not any(rows.is_wanted(place) for _, _, place in join.ends):
            continue
        points = [(lane, scale.x(day)) for lane, day, _ in join.ends]
        for (upper, from_x), (lower, to_x) in pairwise(points):
            key = (upper, lower, int(from_x))
            if key in seen:
                continue
            seen.add(key)
            yield from_x, _middle(frame, rows, upper), to_x, _middle(frame, rows, lower)
        if len(seen) > _MOST_JOINS:
            return


def _middle(frame: Frame, rows: Rows, lane: int) -> float:
    band = band_of(frame, lane, rows.rows[lane])
    return band.top + band.marks - band.mark / 2
