"""Days that stand out of a column's order, and the days that the same slip of the hand could have meant."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dhr_desktop.base.clock import today
from dhr_desktop.importing.year_slips import like_years

FAR = 60
"""Days outside its neighbours from which a date needs a look; a late entry is mostly nearer."""
_ENOUGH, _FEW = 8, 4
_SORTED = 0.88
_PLAINLY = 300
"""Days that a date of a short table must lie off."""
_TWO_YEARS, _DECADE, _DECADES = 731, 9 * 365, 15 * 365
_STRAY_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Stray:
    """A day that stands out: its place among the days, and the day that it may have been meant for."""

    place: int
    alone: bool
    """Whether it lies years from every other day, instead of out of the order of its neighbours."""
    fix: date | None = None


def strays(days: Sequence[date], kept: list[int] | None) -> list[Stray]:
    """The days that stand out, in their order.

    In a column that is otherwise in order that is a day more than two months outside its neighbours. At its top and
    its end older days are background and later ones additions, which is how chronologies are kept: there it must also
    be likely that a year was mistyped. In any column a day decades from all others stands out. `kept` is what
    `order_kept` finds of the days.
    """
    rising = all(earlier <= later for earlier, later in pairwise(days))
    falling = all(earlier >= later for earlier, later in pairwise(days))
    found = {}
    for stray in _alone(days, in_order=rising or falling):
        found[stray.place] = stray
    if kept is not None:
        found |= {stray.place: stray for stray in _out_of_order(days, kept)}
    return [found[place] for place in sorted(found)]


def order_kept(days: Sequence[date]) -> list[int] | None:
    """The places of the days that stand in order; None where the column is in none."""
    if len(days) <= _FEW:
        return None
    numbers = [day.toordinal() for day in days]
    kept = max(_longest(numbers), _longest([-number for number in numbers]), key=len)
    if len(days) >= _ENOUGH:
        return kept if len(kept) >= _SORTED * len(days) or len(days) - len(kept) == 1 else None
    return kept if len(days) - len(kept) <= 1 and len({days[place] for place in kept}) >= _FEW else None


def _longest(numbers: Sequence[int]) -> list[int]:
    """The places of a longest run of numbers, gaps allowed, that never falls."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_right(ends, number)
        before.append(places[at - 1] if at else -1)
        if at == len(ends):
            ends.append(number)
            places.append(place)
        else:
            ends[at], places[at] = number, place
    run, place = [], places[-1] if places else -1
    while place >= 0:
        run.append(place)
        place = before[place]
    return _nearest(numbers, run[::-1])


def _nearest(numbers: Sequence[int], run: list[int]) -> list[int]:
    """The run, with its first day left out for the one before it where that lies nearer to the rest.

    Either is as long; of '3 May 2015, 6 May 1915, 9 May 2015' the first and the last belong together.
    """
    if len(run) > 2 and run[0] == 1 and numbers[run[0]] < numbers[0] <= numbers[run[1]]:  # noqa: PLR2004
        return [0, *run[1:]]
    return run


def _out_of_order(days: Sequence[date], kept: list[int]) -> Iterator[Stray]:
    standing = set(kept)
    least = FAR if len(days) >= _ENOUGH else _PLAINLY
    following = 0
    for place, day in enumerate(days):
        if place in standing:
            following += 1
            continue
        around = [days[kept[at]] for at in (following - 1, following) if 0 <= at < len(kept)]
        if not around:
            continue
        low, high = min(around), max(around)
        if min(abs((day - low).days), abs((day - high).days)) <= least or low <= day <= high:
            continue
        if len(around) == 1:
            fix = _year_beside(day, low)
            if fix:
                yield Stray(place, alone=False, fix=fix)
            continue
        yield Stray(place, alone=False, fix=_meant(day, low, high))


def _alone(days: Sequence[date], *, in_order: bool) -> Iterator[Stray]:
    """The few days that lie decades from all the others, or a decade in a short table of one or two years.

    The oldest at the head of a column in order is background, unless another year of it stands beside the others.
    """
    if len(days) < _FEW:
        return
    many, strange = _apart(days)
    low, high = many[0], many[-1]
    for place in strange:
        day = days[place]
        nearest = low if day < low else high
        fix = _year_beside(day, nearest) if in_order else _meant(day, low, high)
        if fix or not (in_order and day < nearest):
            yield Stray(place, alone=True, fix=fix)


def _apart(days: Sequence[date]) -> tuple[list[date], list[int]]:
    """The many days that lie together, in their order, and the places of the few that lie far from them."""
    ranked = sorted(range(len(days)), key=lambda place: days[place])
    short = len(days) < _ENOUGH
    groups: list[list[int]] = [[ranked[0]]]
    for earlier, later in pairwise(ranked):
        if (days[later] - days[earlier]).days > (_DECADE if short else _DECADES):
            groups.append([])
        groups[-1].append(later)
    largest = max(groups, key=len)
    many = [days[place] for place in largest]
    if short and (len(many) < len(days) - 1 or (many[-1] - many[0]).days > _TWO_YEARS):
        return many, []
    few = max(1, int(_STRAY_SHARE * len(days)))
    return many, [place for group in groups if group is not largest and len(group) <= few for place in group]


def _year_beside(day: date, other: date) -> date | None:
    """The day in a year that was likely mistyped, where it then lies beside the other."""
    for year in like_years(day.year):
        moved = _day(year, day.month, day.day)
        if moved and abs((moved - other).days) <= FAR:
            return moved
    return None


def _meant(day: date, low: date, high: date) -> date | None:
    """The likeliest other day between two others: day and month changed over, another year, another month."""
    turned = _day(day.year, day.day, day.month)
    years = (_day(year, day.month, day.day) for year in like_years(day.year))
    months = [found for month in range(1, 13) if (found := _day(day.year, month, day.day)) and low <= found <= high]
    first = next((found for found in (turned, *years) if found and low <= found <= high), None)
    return first or (months[0] if len(months) == 1 else None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year <= today().year + 1 else None
    except ValueError:
        return None
