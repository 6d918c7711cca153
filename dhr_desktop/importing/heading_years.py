"""The year that the lines above a table, or the name of its sheet, give to days without one."""

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from dhr_desktop.domain.dates import exact_day
from dhr_desktop.importing.grid import Grid, Value, as_text
from dhr_desktop.importing.heading_lines import lines_above
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.row_dates import DateColumn, Moment, first_day
from dhr_desktop.importing.typed import day_of
from dhr_desktop.importing.windows import Window, is_of_the_paper, window_in

_YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d\d(?![\d/])")
_SAYS_ITS_YEAR = re.compile(
    r"(?:19|20)\d\d|\d\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d\d\b|[a-z][\s\-/.,]*'?\d\d\b(?!\s*[:.]\s*\d)", re.IGNORECASE
)
_OF_SCHOOL = re.compile(r"\b(?:academic|school|college|academy|pupils?|students?|pastoral|terms?)\b", re.IGNORECASE)
_LONGEST_TITLE = 80
_LOOK_BELOW = 40
_ASTRAY = 0.1
_HALF_A_YEAR = timedelta(days=182)


class YearsAbove:
    """Gives a row's day the year that its heading gives it, as long as the full dates around it bear that year out.

    Made once for a table; costs next to nothing where no heading gives a year, or no day lacks one.
    """

    def __init__(self, grid: Grid, layout: Layout, happened: DateColumn | None) -> None:
        self._grid = grid
        self._happened = happened
        self._titles = [line.text for line in lines_above(grid, layout) if len(line.text) <= _LONGEST_TITLE]
        self._window = _window(self._titles, grid.name) if happened else None
        self._first_row = 0 if layout.header is None else layout.header + 1
        self._dated: list[int] = []
        self._fits: list[bool] = []
        self._full: dict[Value, date | None] = {}
        self._next: tuple[int, date | None] = (-1, None)
        if self._window and self._lack_years():
            self._compare(self._window)

    def read(self, number: int) -> Moment | None:
        """What the row's cell says with the year of the heading; None where that year is not sure."""
        window = self._window if self._happened and self._is_borne_out(number) else None
        if window is None or self._happened is None:
            return None
        row = self._grid.rows[number]
        found = self._happened.read(row, window.last, year_is_sure=True)
        day = first_day(found.edtf)
        supplied = any(doubt.code == "year-supplied" for doubt in found.doubts)
        if day is None or not (supplied or window.may_repeat):
            return found
        if window.settles(day):
            return replace(found, doubts=tuple(doubt for doubt in found.doubts if doubt.code != "year-supplied"))
        return None if supplied or not self._happened.read(row, None).edtf else found

    def near(self, number: int) -> date | None:
        """A day that a date above all others may lean on: the first full date below it, else a year of the titles."""
        if self._happened is None:
            return None
        if number >= self._next[0]:
            self._next = self._first_dated_below(number)
        place, day = self._next
        if day and place - number <= _LOOK_BELOW:
            return day
        return _any_year([*self._titles, self._grid.name])

    def _first_dated_below(self, number: int) -> tuple[int, date | None]:
        """The next row with a full date, and that date; the end of the table where there is none."""
        return next(
            ((below, day) for below in range(number + 1, len(self._grid.rows)) if (day := self._full_date(below))),
            (len(self._grid.rows), None),
        )

    def _lack_years(self) -> bool:
        column = self._happened.column if self._happened else 0
        values = [row[column] for row in self._grid.rows[self._first_row :]]
        return any(isinstance(value, str) and value.strip() and not _SAYS_ITS_YEAR.search(value) for value in values)

    def _compare(self, window: Window) -> None:
        """Find the rows whose own date is whole, and whether each falls within the window."""
        for number in range(self._first_row, len(self._grid.rows)):
            day = self._full_date(number)
            if day:
                self._dated.append(number)
                self._fits.append(window.holds(day))
        if not (self._go_one_way(window) if window.may_repeat else self._stay_within(window)):
            self._window = None

    def _go_one_way(self, window: Window) -> bool:
        """Whether days that the window settles run forwards, or backwards: else it is of other months than it seems."""
        days = [
            day for number in range(self._first_row, len(self._grid.rows)) if (day := self._settled(number, window))
        ]
        steps = list(pairwise(days))
        forwards, back = (sum(one < two for one, two in steps), sum(one > two for one, two in steps))
        return min(forwards, back) <= _ASTRAY * len(steps)

    def _stay_within(self, window: Window) -> bool:
        """Whether days without a year run on through the year: from December to January they leave it."""
        days = [
            day for number in range(self._first_row, len(self._grid.rows)) if (day := self._settled(number, window))
        ]
        steps = list(pairwise(days))
        turns = (
            sum((one - two) > _HALF_A_YEAR for one, two in steps),
            sum((two - one) > _HALF_A_YEAR for one, two in steps),
        )
        forwards = sum(one < two for one, two in steps) >= sum(one > two for one, two in steps)
        return not turns[0 if forwards else 1] or bool(self._dated)

    def _settled(self, number: int, window: Window) -> date | None:
        row = self._grid.rows[number]
        day = exact_day(self._happened.read(row, window.last).edtf) if self._happened else None
        return day if day and window.settles(day) else None

    def _full_date(self, number: int) -> date | None:
        if self._happened is None:
            return None
        row = self._grid.rows[number]
        value = row[self._happened.column]
        if value not in self._full:
            full = day_of(value) or _SAYS_ITS_YEAR.search(as_text(value))
            self._full[value] = _whole_day(self._happened.read(row, None)) if full else None
        return self._full[value]

    def _is_borne_out(self, number: int) -> bool:
        """Whether the nearest full date above the row, and the nearest below it, fall within the window."""
        if self._window is None:
            return False
        place = bisect_left(self._dated, number)
        return all(self._fits[max(0, place - 1) : place + 1])


def _whole_day(moment: Moment) -> date | None:
    """The first day of a date that is read without a doubt: 'Completed by A. Vane, 28/11/2017' bears out nothing."""
    return first_day(moment.edtf) if not moment.doubts else None


def _window(titles: list[str], name: str) -> Window | None:
    """The window of the nearest title that gives one; the name's, where it is within that or there is no other."""
    named = window_in(f"academic year {name}" if any(_OF_SCHOOL.search(title) for title in titles) else name)
    for title in reversed(titles):
        found = window_in(title)
        if found:
            within = named and found.holds(named.first) and found.holds(named.last)
            return named if within else found
        if _YEAR.search(title) and not is_of_the_paper(title):
            return None
    return named


def _any_year(titles: list[str]) -> date | None:
    """The last day of the one year that the nearest title gives; of the first, where it gives a window of more."""
    for title in reversed(titles):
        found = window_in(title)
        years = set(_YEAR.findall(title))
        if found or len(years) == 1:
            return found.first_year if found else date(int(years.pop()), 12, 31)
    return None
