"""The scale under the picture: years, months or days, as many as can be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.picture.bins import first_day, month_of
from dhr_desktop.domain.picture.scale import Scale

_AIR = 10.0
_DAYS_A_YEAR, _DAYS_A_MONTH = 365.25, 30.44
_YEARS = (1, 2, 5, 10, 20, 50, 100, 1000)
_MONTHS = (1, 3)
_DAYS = (1, 2, 7)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the scale. `high` is one at which something larger begins: a year among months."""

    day: int
    words: str
    high: bool


def ticks(scale: Scale, letter: float) -> list[Tick]:
    """The ticks from a little before the picture to its end, where a letter is so wide."""
    for every in _DAYS:
        if scale.per_day * every >= 2.5 * letter + _AIR:
            return list(_days(scale, every))
    for every in _MONTHS:
        if scale.per_day * _DAYS_A_MONTH * every >= 4 * letter + _AIR:
            return list(_months(scale, every))
    every = next((n for n in _YEARS if scale.per_day * _DAYS_A_YEAR * n >= 4.5 * letter + _AIR), _YEARS[-1])
    return list(_years(scale, every))


def standing_over(scale: Scale, found: list[Tick]) -> str:
    """What the days or months at the left end belong to, where no tick says so before them."""
    low = next((tick for tick in found if not tick.high), None)
    if low is None:
        return ""
    begin = date.fromordinal(_inside(scale.begin))
    return month_words(begin) if low.words.isdigit() else str(begin.year)


def month_words(day: date) -> str:
    """'April 2016'."""
    return in_british_words(parse(f"{day.year:04}-{day.month:02}"))


def day_words(day: int) -> str:
    """'5 April 2016'."""
    return in_british_words(parse(date.fromordinal(_inside(day)).isoformat()))


def _days(scale: Scale, every: int) -> Iterator[Tick]:
    for day in range(_inside(scale.begin), _inside(scale.end) + 1):
        found = date.fromordinal(day)
        if found.day == 1:
            yield Tick(day, month_words(found), high=True)
        elif (found.day - 1) % every == 0 and date.fromordinal(day + every - 1).month == found.month:
            yield Tick(day, str(found.day), high=False)


def _months(scale: Scale, every: int) -> Iterator[Tick]:
    for month in range(month_of(_inside(scale.begin)), month_of(_inside(scale.end)) + 1):
        if month % every == 0:
            begin = date.fromordinal(first_day(month))
            january = month % 12 == 0
            yield Tick(first_day(month), str(begin.year) if january else month_words(begin)[:3], high=january)


def _years(scale: Scale, every: int) -> Iterator[Tick]:
    first, last = (date.fromordinal(_inside(day)).year for day in (scale.begin, scale.end))
    for year in range(max(first // every * every, 1), min(last, MAXYEAR) + 1, every):
        yield Tick(date(year, 1, 1).toordinal(), str(year), high=True)


def _inside(day: float) -> int:
    return min(max(int(day), date.min.toordinal()), date.max.toordinal())
