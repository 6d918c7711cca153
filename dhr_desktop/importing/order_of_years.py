"""The year of days without one at the top of a table, where the order of the rows and its title leave only one."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from dhr_desktop.domain.dates import exact_day
from dhr_desktop.importing.date_points import MONTH
from dhr_desktop.importing.dates import Context, read_date
from dhr_desktop.importing.grid import Value, as_text
from dhr_desktop.importing.typed import day_of
from dhr_desktop.importing.windows import Window

_SOME_LEAP_YEAR = Context(neighbour=date(2020, 12, 31))
_LONGEST = 30
_LEAST = 2
_HALF_A_YEAR = 6
_NAMED = re.compile(rf"{MONTH}|\d\s?[/.]\s?\d", re.IGNORECASE)


def first_year(values: Sequence[Value], window: Window | None) -> int | None:
    """The year of the first day without one; None where order and title leave none, or more than one.

    The first whole date below is an anchor; without one the rows must fit into the title's window. The rows
    have to be in order, each turn of the year being seen by a month that is earlier than the one before.
    """
    days: list[date] = []
    anchor: date | None = None
    for value in values:
        day, whole = _day(value)
        if day and whole:
            anchor = day
            break
        if day:
            days.append(day)
    turns = _turns(days)
    if not days or turns is None:
        return None
    if anchor:
        last = anchor.year - ((days[-1].month, days[-1].day) > (anchor.month, anchor.day))
        return last - turns
    if window is None or len(days) < _LEAST:
        return None
    fitting = [
        year
        for year in range(window.first.year, window.last.year + 1)
        if window.first <= _in_year(days[0], year) and _in_year(days[-1], year + turns) <= window.last
    ]
    return fitting[0] if len(fitting) == 1 else None


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, 28))  # a window is of whole months, and not each has a 29th


def _turns(days: Sequence[date]) -> int | None:
    """How often the year turns among days in order; None where they are in none."""
    turns = 0
    for before, after in pairwise(days):
        back = before.month - after.month
        if 0 < back <= _HALF_A_YEAR:
            return None
        turns += back > _HALF_A_YEAR
    return turns


def _day(value: Value) -> tuple[date | None, bool]:
    """The day of a cell, and whether its year is its own."""
    typed = day_of(value)
    if typed:
        return typed[0], True
    text = as_text(value)
    if not text or len(text) > _LONGEST:
        return None, False
    own = read_date(text)
    whole = None if own.doubts else exact_day(own.edtf)
    if whole:
        return whole, True
    found = read_date(text, _SOME_LEAP_YEAR) if _NAMED.search(text) else own
    return exact_day(found.edtf), False
