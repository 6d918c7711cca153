"""What stands at a place of the picture, and which entry is the nearest in a direction."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dhr_desktop.domain.picture.bins import Unit
from dhr_desktop.domain.picture.frame import DayLine, Frame, Picture
from dhr_desktop.domain.picture.labels import place_of
from dhr_desktop.domain.picture.marks import band_of
from dhr_desktop.domain.picture.rows import Row, Soft, middle_of
from dhr_desktop.domain.picture.spans import Silence

_NEAR = 4.0


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found: the lane, the entries by place, and the days they are of; or a key date, or a silence."""

    lane: int = -1
    places: tuple[int, ...] = ()
    first: int = 0
    last: int = 0
    key_date: DayLine | None = None
    silence: Silence | None = None


NOTHING = Hit()


def at(picture: Picture, frame: Frame, x: float, y: float) -> Hit:
    """What stands at a point: entries first, then key dates, then silences."""
    lane = frame.lane_at(y)
    if frame.scale.left <= x <= frame.scale.right and lane is not None:
        found = _entries(picture, frame, lane, x, y)
        if found.places:
            return found
    for line in picture.days:
        if abs(place_of(line, frame) - x) <= _NEAR and y < frame.bottom:
            return Hit(-1 if lane is None else lane, key_date=line)
    if lane is None or not frame.scale.left <= x <= frame.scale.right:
        return NOTHING
    return _silence(picture, frame, lane, x)


def _entries(picture: Picture, frame: Frame, lane: int, x: float, y: float) -> Hit:
    row, unit = picture.rows.rows[lane], Unit.at(frame.scale.per_day)
    band = band_of(frame, lane, row)
    soft = _soft_at(row, frame, x) if y >= band.soft_top and band.soft else None
    if soft:
        return Hit(lane, soft.places, soft.first, soft.last)
    if unit is not Unit.DAY:
        return _bar_at(row, lane, unit, frame.scale.day(x))
    day = int(frame.scale.day(x))
    reach = int(_NEAR / frame.scale.per_day)
    near = sorted(
        {row.days[place] for place in range(*_between(row, day - reach, day + reach))}, key=lambda d: abs(d - day)
    )
    if not near:
        soft = _soft_at(row, frame, x)
        return Hit(lane, soft.places, soft.first, soft.last) if soft else NOTHING
    begin, end = _between(row, near[0], near[0])
    return Hit(lane, tuple(row.places[begin:end]), near[0], near[0])


def _between(row: Row, first: int, last: int) -> tuple[int, int]:
    return bisect_left(row.days, first), bisect_right(row.days, last)


def _soft_at(row: Row, frame: Frame, x: float) -> Soft | None:
    """The shortest uncertain stretch there, which says most."""
    found = row.soft_between(int(frame.scale.day(x - 2)), int(frame.scale.day(x + 2)))
    return min(found, key=lambda each: each.last - each.first, default=None)


def _bar_at(row: Row, lane: int, unit: Unit, day: float) -> Hit:
    bins = row.everything[unit]
    place = bisect_right(bins.begins, day) - 1
    if place < 0 or day >= bins.ends[place]:
        return NOTHING
    first, last = bins.begins[place], bins.ends[place] - 1
    begin, end = _between(row, first, last)
    soft = [
        one for each in row.soft_between(first, last) if first <= each.first <= each.last <= last for one in each.places
    ]
    return Hit(lane, tuple(sorted([*row.places[begin:end], *soft])), first, last)


def _silence(picture: Picture, frame: Frame, lane: int, x: float) -> Hit:
    day, key = frame.scale.day(x), picture.rows.rows[lane].lane.key
    found = [each for each in picture.silences if each.lane in (0, key) and each.first <= day < each.last + 1]
    own = sorted(found, key=lambda each: each.lane == 0)
    return Hit(lane, first=own[0].first, last=own[0].last, silence=own[0]) if own else NOTHING


def day_of(picture: Picture, place: int) -> tuple[float, float] | None:
    """The days of an entry as they are drawn: first, and the one after the last; None for one without any."""
    spans = picture.rows.spans
    first, last = spans.firsts[place], spans.lasts[place]
    if not first and not last:
        return None
    return float(first or last), float((last or first) + 1)


def lanes_of(picture: Picture, place: int) -> list[int]:
    """The lanes in which an entry stands."""
    found = []
    for lane, row in enumerate(picture.rows.rows):
        ids = row.lane.entry_ids
        spans = picture.rows.spans
        if (spans.ids[place] in ids) if ids is not None else spans.agency_ids[place] == row.lane.key:
            found.append(lane)
    return found


def beside(picture: Picture, lane: int, place: int, by: int) -> int | None:
    """The wanted entry before or after another in a lane, in the order of the timeline; None beyond the ends."""
    row = picture.rows.rows[lane]
    order = sorted([*row.places, *(one for each in row.soft for one in each.places)])
    at_place = bisect_left(order, place)
    following = order[at_place + (order[at_place : at_place + 1] == [place]) :] if by > 0 else order[:at_place][::-1]
    return next((one for one in following if picture.rows.is_wanted(one)), None)


def nearest(picture: Picture, lane: int, day: float) -> int | None:
    """The wanted entry of a lane that is nearest to a day; None in a lane without any."""
    row = picture.rows.rows[lane]
    drawn = [(abs(when + 0.5 - day), place) for when, place in zip(row.days, row.places, strict=True)]
    drawn += [(abs(middle_of(each) - day), place) for each in row.soft for place in each.places]
    return min(((gap, place) for gap, place in drawn if picture.rows.is_wanted(place)), default=(0.0, None))[1]
