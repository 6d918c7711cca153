"""What the cells of a column look like, whatever its heading says: dates, clock times, words of one kind or another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dhr_desktop.importing.dates import UNKNOWN, Context, read_date
from dhr_desktop.importing.fields import DATES, TIMES, Field
from dhr_desktop.importing.grid import Value, as_text, is_empty
from dhr_desktop.importing.times import read_time
from dhr_desktop.importing.typed import day_of, day_of_serial, is_day, is_hour, part_of_a_day

FEW = 3
MOSTLY = 0.6
LONG = 25
"""Characters that the cells of a column of words have on average, where they tell rather than name."""
_LABELS_FROM = 6
_LABELS = 0.5
_PROSE_IN_A_LABEL = 60
_FIGURES = re.compile(r"\d{1,15}(?:\.\d{1,15})?")
_YEARS = frozenset(float(year) for year in range(1940, 2060))
_SOME_YEAR = Context(neighbour=date(2020, 12, 31))
"""Lets days without a year count as dates: which year it is does not matter here, and a leap year has every day."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the cells of a column look like, as parts of those that are filled."""

    filled: int
    dates: float = 0.0
    times: float = 0.0
    length: float = 0.0
    bare: float = 0.0
    """The part that are bare numbers, which may be a spreadsheet's days and may be anything."""
    plain: float = 0.0
    """The part that are numbers without a mark of their kind: an hour, a year, a sum of money."""
    years: bool = False
    """Whether every cell is a number of four digits that is a year of our time."""
    different: float = 1.0
    """How many different things the cells say, as a part of the cells."""

    @property
    def same(self) -> bool:
        """Whether every cell says the same, as a date of birth or a client's number does."""
        return self.filled >= FEW and round(self.different * self.filled) == 1

    @property
    def tells_when(self) -> bool:
        """Whether most cells are a date or a time."""
        return max(self.dates, self.times) > MOSTLY

    @property
    def are_labels(self) -> bool:
        """Whether the cells are a few short words said again and again, such as 'Visit' and 'Telephone call'."""
        return self.filled >= _LABELS_FROM and self.length <= LONG and self.different <= _LABELS

    @property
    def is_prose(self) -> bool:
        """Whether the cells tell something in words."""
        return self.length > LONG and not self.tells_when

    @property
    def may_be_the_date(self) -> bool:
        """Whether the column may hold the dates: a client's number is none, however like a serial."""
        return self.dates > MOSTLY and not (self.same and self.bare > MOSTLY)

    @property
    def holds_clock_times(self) -> bool:
        """Whether most cells are a clock time, and not a day with it, nor a year."""
        clock = self.times > MOSTLY > self.bare and self.length > len("9am")
        return clock and not self.years and not self.holds_days_and_hours

    @property
    def holds_days_and_hours(self) -> bool:
        """Whether cells hold a day with its hour; '9.05' alone could be either, and is short."""
        return self.dates > MOSTLY and self.length >= len("4/3/17 9:05")


def look_at(values: Sequence[Value], sample: int) -> Look:
    """Look at the first filled cells of a column, at most `sample`."""
    filled = list(islice((value for value in values if not is_empty(value)), sample))
    if not filled:
        return Look(0)
    number = len(filled)
    return Look(
        filled=number,
        dates=sum(_looks_like_date(value) for value in filled) / number,
        times=sum(_looks_like_time(value) for value in filled) / number,
        length=sum(len(as_text(value)) for value in filled) / number,
        plain=sum(_number(value) is not None for value in filled) / number,
        years=all(_is_a_year(value) for value in filled),
        bare=sum(day_of(value) is None and day_of_serial(value) is not None for value in filled) / number,
        different=len({as_text(value) for value in filled}) / number,
    )


def fit(field: Field, look: Look) -> float:
    """How far the cells bear a heading out: a date column holds dates, whatever it is called."""
    if look.filled < FEW:
        return 1.0
    if field in DATES:
        return 0.4 + 0.7 * min(1.0, look.dates / 0.5)
    if field in TIMES:
        return 0.4 + 0.6 * min(1.0, look.times / 0.4)
    if look.dates > 0.8 and field is not Field.OTHER:  # noqa: PLR2004 - nearly every cell
        return 0.4
    if field is Field.REFERENCE and look.length > _PROSE_IN_A_LABEL:
        return 0.4
    if field is Field.TEXT:
        return 0.75 + 0.3 * min(1.0, look.length / LONG)
    return 1.0


def _number(value: Value) -> float | None:
    if isinstance(value, str):
        return float(value) if _FIGURES.fullmatch(value.strip()) else None
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _is_a_year(value: Value) -> bool:
    return (_number(value) or 0.0) in _YEARS


def _looks_like_date(value: Value) -> bool:
    if isinstance(value, str):
        reading = read_date(value, _SOME_YEAR)
        return (
            (reading.edtf not in ("", UNKNOWN) and "among-words" not in reading.doubts)
            or reading.ditto
            or is_day(value)
        )
    return is_day(value)


def _looks_like_time(value: Value) -> bool:
    value = part_of_a_day(value)
    if isinstance(value, str):
        return bool(read_time(value).time) or not read_time(value).doubts
    return is_hour(value)
