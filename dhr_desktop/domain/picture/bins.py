"""Entries counted by month, quarter and year: what the picture shows where single entries would not be told apart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import MAXYEAR, date
from enum import IntEnum
from functools import lru_cache

_LEAST_BAR = 5.0
_NEAR = 2.0
_DAYS = 365.25


class Unit(IntEnum):
    """What is drawn one by one; the value is its length in months, 0 for single entries."""

    DAY = 0
    MONTH = 1
    QUARTER = 3
    YEAR = 12

    @classmethod
    def at(cls, per_day: float) -> "Unit":
        """The smallest that can still be seen where a day is so long."""
        if per_day >= _NEAR:
            return cls.DAY
        for unit in (cls.MONTH, cls.QUARTER):
            if per_day * _DAYS / 12 * unit >= _LEAST_BAR:
                return unit
        return cls.YEAR


@dataclass(frozen=True, slots=True)
class Bins:
    """Stretches of one unit that hold something, in order: first day, day after the last, and how many entries."""

    begins: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    @property
    def tallest(self) -> int:
        """The largest count."""
        return max(self.counts, default=0)


@lru_cache(100_000)
def month_of(day: int) -> int:
    """The month of a day, counted from the year 0."""
    found = date.fromordinal(day)
    return found.year * 12 + found.month - 1


def first_day(month: int) -> int:
    """The day on which a month begins."""
    year, place = divmod(month, 12)
    return date(year, place + 1, 1).toordinal() if year <= MAXYEAR else date.max.toordinal() + 1


def binned(days: Counter[int], spans: Iterable[tuple[int, int, int]]) -> dict[Unit, Bins]:
    """Certain days with how often each occurs, and uncertain stretches (first, last, how many), by every unit.

    A stretch is counted only where it lies within one month, quarter or year: no count says more than is known.
    """
    months: Counter[int] = Counter()
    for day, number in days.items():
        months[month_of(day)] += number
    ends = [(month_of(first), month_of(last), number) for first, last, number in spans]
    return {unit: _of(unit, months, ends) for unit in (Unit.MONTH, Unit.QUARTER, Unit.YEAR)}


def _of(unit: Unit, months: Counter[int], spans: list[tuple[int, int, int]]) -> Bins:
    found: Counter[int] = Counter()
    for month, number in months.items():
        found[month // unit] += number
    for first, last, number in spans:
        if first // unit == last // unit:
            found[first // unit] += number
    places = sorted(found)
    return Bins(
        [first_day(place * unit) for place in places],
        [first_day((place + 1) * unit) for place in places],
        [found[place] for place in places],
    )


def within_one(unit: Unit, first: int, last: int) -> bool:
    """Whether a stretch of days lies within one month, quarter or year, and so is counted there."""
    if unit is Unit.DAY:
        return False
    return month_of(first) // unit == month_of(last) // unit
