"""The entries of a lane: single marks where they can be told apart, else bars that count; soft stretches below them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import sqrt

from dhr_desktop.domain.picture.bins import Bins, Unit, within_one
from dhr_desktop.domain.picture.frame import Frame, Picture
from dhr_desktop.domain.picture.rows import Row, Rows
from dhr_desktop.domain.picture.shapes import Box, Boxes, Diamonds, Ink, Shape, Side, Softs, Strokes, Words
from dhr_desktop.domain.picture.spans import LaneBy

FAINT = 0.28
_NUMBER, _NUMBER_ON_MARKS = Ink("muted"), Ink("surface")
NO_AGENCY = "accent"
"""The ink of lanes that are no agency's: there the colour says nothing, and the name of the lane everything."""
_SMALL_MARK, _LARGE_MARK = 5.0, 9.0
_LEAST_SOFT, _MOST_SOFT, _SOFT_ROW = 4.0, 14.0, 4.0
_SOFT_SHARE = 0.3
_LEAST_WIDE = 8.0
_BEYOND = 40.0
_CLOSE = 0.5
_MOST_JOINS = 400
_LANE_FOR_NUMBERS = 1.8
"""A lane so many lines high has room for numbers above its bars; in a lower one they would stand here and there."""
_JOIN_NEAR, _JOIN_FAR, _JOIN_APART = 0.75, 0.4, 4


@dataclass(frozen=True, slots=True)
class Band:
    """The heights within a lane: of marks and bars, and of soft stretches under them."""

    top: float
    marks: float
    soft_top: float
    soft: float
    mark: float
    """How large a mark is: the same in every lane."""


def band_of(frame: Frame, lane: int, row: Row) -> Band:
    """How a lane is parted."""
    top, room = frame.y(lane) + 1, frame.lane - 3
    soft = min(max(room * _SOFT_SHARE, _LEAST_SOFT), _MOST_SOFT) if row.soft else 0.0
    mark = min(_LARGE_MARK, max(_SMALL_MARK, room * (1 - _SOFT_SHARE) / 3))
    return Band(top, room - soft, top + room - soft + (1 if soft else 0), soft, mark)


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
    # An entry that names several people stands in all their lanes: far out, such lines would be most of the picture.
    joins = list(_joined(rows, frame)) if rows.by is LaneBy.AGENCY or not unit else []
    for role, each in found.items():
        yield Softs(Ink(role, FAINT / 2), each.faint_soft)
        yield Softs(Ink(role, 0.7), each.soft)
        yield Boxes(Ink(role, FAINT), each.faint, on_surface=True)
        yield Boxes(Ink(role), each.plain)
    yield Strokes(Ink("text", _JOIN_FAR if unit else _JOIN_NEAR), joins, 1.2)
    yield Diamonds(Ink("text"), Ink("surface"), [place for each in found.values() for place in each.keys])
    for each in found.values():
        yield from each.words


def _bars(into: _Found, row: Row, band: Band, frame: Frame, unit: Unit, tallest: int) -> None:
    """A bar for each month, quarter or year; where filters leave some out, what is left stands before all of it."""
    if row.wanted is not row.everything:
        _bars_of(into.faint, row.everything[unit], band, frame, tallest)
    boxes: list[Box] = []
    counts = _bars_of(boxes, row.wanted[unit], band, frame, tallest)
    into.plain += boxes
    letters = frame.type
    if frame.lane < _LANE_FOR_NUMBERS * letters.line:
        return
    for number, (left, top, width, _) in zip(counts, boxes, strict=True):
        text = f"{number:,}"
        if top - band.top >= letters.ascent and width >= letters.letter * (len(text) + 0.5):
            into.words.append(Words(_NUMBER, left + width / 2, top - 2, text, Side.MIDDLE))


def _bars_of(boxes: list[Box], bins: Bins, band: Band, frame: Frame, tallest: int) -> list[int]:
    """Add the bars that are in sight, and tell the count of each."""
    scale, bottom = frame.scale, band.top + band.marks
    per_day, nought = scale.per_day, scale.x(0)
    sight = slice(bisect_right(bins.ends, scale.begin), bisect_left(bins.begins, scale.end))
    counts = bins.counts[sight]
    # By the root, so that one busy month does not make single entries vanish.
    highs = [max(3.0, sqrt(number / tallest) * band.marks) for number in counts]
    boxes += [
        (nought + begin * per_day, bottom - high, max((end - begin) * per_day - 1, 1.5), high)
        for begin, end, high in zip(bins.begins[sight], bins.ends[sight], highs, strict=True)
    ]
    return counts


def _marks(into: _Found, rows: Rows, row: Row, band: Band, frame: Frame) -> None:
    """A mark for each entry; those of one day stand in the day's own width, beside and above one another.

    Where they do not fit, one block as high as the lane stands for them, with their number where it can be read.
    """
    scale, flags = frame.scale, rows.wanted
    per_day, nought = scale.per_day, scale.x(0)
    slots = _slots(band, per_day)
    wide, mark = min(band.mark, _width(per_day)), band.mark
    days, places = row.days, row.places
    at, end = bisect_left(days, int(scale.begin)), bisect_right(days, int(scale.end))
    while at < end:
        left = nought + days[at] * per_day
        after = bisect_right(days, days[at], at, end)
        if after - at >= len(slots):
            _block(into, rows, places[at:after], (left, band.top, _width(per_day), band.marks), frame)
        elif flags is None:
            into.plain.extend([(left + along, top, wide, mark) for along, top in slots[after - at]])
        else:
            for place, (along, top) in zip(places[at:after], slots[after - at], strict=True):
                (into.plain if flags[place] else into.faint).append((left + along, top, wide, mark))
        at = after


def _width(per_day: float) -> float:
    """How wide what stands for a day is: as much as lets it be told from its neighbours."""
    return per_day - (_CLOSE if per_day < _LARGE_MARK else 1)


def _slots(band: Band, per_day: float) -> list[list[tuple[float, float]]]:
    """Where the marks of a day stand, for each number of them that fits: from its left, and their top."""
    mark = band.mark
    wide = min(mark, _width(per_day))
    across = max(1, int((per_day - 1) // (mark + 1)))
    fitting = across * max(1, int(band.marks // (mark + 1)))
    found: list[list[tuple[float, float]]] = [[]]
    for number in range(1, fitting + 1):
        first = (_width(per_day) - (wide + 1) * min(across, number) + 1) / 2
        places = (divmod(each, across) for each in range(number))
        found.append(
            [(first + along * (wide + 1), band.top + band.marks - (up + 1) * (mark + 1) + 1) for up, along in places]
        )
    return found


def _block(into: _Found, rows: Rows, places: list[int], box: Box, frame: Frame) -> None:
    """More entries of one day than can be drawn one by one."""
    left, top, width, height = box
    number = len(places) if rows.wanted is None else sum(map(rows.wanted.__getitem__, places))
    (into.plain if number else into.faint).append(box)
    text, letters = f"{number or len(places):,}", frame.type
    if width - 1 >= letters.letter * len(text) and height >= letters.ascent:
        baseline = top + height - (height - letters.ascent * 0.75) / 2
        into.words.append(Words(_NUMBER_ON_MARKS, left + width / 2, baseline, text, Side.MIDDLE, bold=True))


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
        if rows.is_wanted(place) and x - last >= 2 * size:
            into.keys.append((x, band.top + size, size))
            last = x


def _joined(rows: Rows, frame: Frame) -> Iterator[tuple[float, float, float, float]]:
    """From entry to entry of each event down the lanes; far out, lines that fall together are drawn once."""
    scale, seen, flags = frame.scale, set[tuple[int, int, int]](), rows.wanted
    per_day, nought = scale.per_day, scale.x(0)
    middles = [_middle(frame, lane, row) for lane, row in enumerate(rows.rows)]
    longest = max((join.last - join.first for join in rows.joins), default=0.0)
    begin = bisect_left(rows.joins, scale.begin - longest, key=lambda join: join.first)
    for join in rows.joins[begin:]:
        if join.first > scale.end or len(seen) > _MOST_JOINS:
            return
        if join.last < scale.begin or not (flags is None or any(flags[place] for _, _, place in join.ends)):
            continue
        for (upper, from_day, _), (lower, to_day, _) in pairwise(join.ends):
            x = nought + from_day * per_day
            key = upper, lower, int(x) // _JOIN_APART
            if key not in seen:
                seen.add(key)
                yield x, middles[upper], nought + to_day * per_day, middles[lower]


def _middle(frame: Frame, lane: int, row: Row) -> float:
    band = band_of(frame, lane, row)
    return band.top + band.marks - band.mark / 2
