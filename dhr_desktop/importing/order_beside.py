"""Day first or month first from the other dates of the same rows, where a column by itself is silent."""

import re
from collections.abc import Sequence
from datetime import date

from dhr_desktop.domain.dates import exact_day
from dhr_desktop.importing.date_order import DateOrder
from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.grid import Value
from dhr_desktop.importing.typed import day_of
from dhr_desktop.importing.year_slips import full_year

_TRIPLE = re.compile(r"\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?!\d).{0,12}", re.DOTALL)
_MONTHS = 12
_NEAR_DAYS = 21
_FEW_ROWS = 4
_LONGEST = 40
_IN_OTHER_COLUMNS = 3


def order_beside(rows: Sequence[Sequence[Value]], column: int) -> DateOrder | None:
    """The order that other cells show; None where they show none, or some the one and some the other.

    A date that can be read in one way only (typed, in words, or with a day over twelve) is a witness where it lies
    near the doubtful date in the one order and far from it in the other, as the day of recording does.
    """
    votes = [vote for row in rows if (vote := _vote(row, column))]
    enough = 1 if len(rows) <= _FEW_ROWS else 2
    if len(votes) >= enough and len(set(votes)) == 1:
        return DateOrder(
            month_first=votes[0] < 0,
            decided_by="beside",
            evidence="Other dates of its rows show that it is month first." if votes[0] < 0 else "",
        )
    if votes:
        return None
    return DateOrder(decided_by="beside") if _others_are_day_first(rows, column) else None


def _vote(row: Sequence[Value], column: int) -> int:
    """1 for day first, -1 for month first, 0 where the row does not tell."""
    either = _either(row[column]) if column < len(row) else None
    if either is None:
        return 0
    days = [day for place, value in enumerate(row) if place != column and (day := _sure(value))]
    near = [any(abs((day - way).days) <= _NEAR_DAYS for day in days) for way in either]
    return near[0] - near[1]


def _either(value: Value) -> tuple[date, date] | None:
    """The two days that a text can be, day first and month first; None where it can only be one."""
    match = _TRIPLE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[2]), full_year(match[3])
    if first == second or not (1 <= first <= _MONTHS and 1 <= second <= _MONTHS) or year == 0:
        return None
    return date(year, second, first), date(year, first, second)


def _sure(value: Value) -> date | None:
    """The day of a cell that can be read in one way only."""
    typed = day_of(value)
    if typed:
        return typed[0]
    if not isinstance(value, str) or not value or len(value) > _LONGEST or _either(value):
        return None
    reading = read_date(value)
    return None if set(reading.doubts) - {"order"} else exact_day(reading.edtf)


def _others_are_day_first(rows: Sequence[Sequence[Value]], column: int) -> bool:
    """Whether another column of numeric dates, written by the same hand, can only be day first."""
    width = max((len(row) for row in rows), default=0)
    for other in range(width):
        if other == column:
            continue
        texts = [text for row in rows if other < len(row) and isinstance(text := row[other], str)]
        found = [match for text in texts if (match := _TRIPLE.fullmatch(text))]
        day_first = sum(int(match[1]) > _MONTHS >= int(match[2]) for match in found)
        if day_first >= _IN_OTHER_COLUMNS and not any(int(match[2]) > _MONTHS for match in found):
            return True
    return False
