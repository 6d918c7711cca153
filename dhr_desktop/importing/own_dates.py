"""What each row says of its own date, and the month or year that the headings and rows above lend it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

from dhr_desktop.importing import bands
from dhr_desktop.importing.days_under_headings import Completed
from dhr_desktop.importing.doubts import doubt
from dhr_desktop.importing.grid import Grid, Value, as_text
from dhr_desktop.importing.heading_months import window_above
from dhr_desktop.importing.heading_years import YearsAbove
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.order_of_years import first_year
from dhr_desktop.importing.row_dates import NOTHING, DateColumn, Moment, first_day
from dhr_desktop.importing.windows import Window

_HALF_A_YEAR = timedelta(days=182)
_ALMOST_A_YEAR = timedelta(days=364)


class OwnDates:
    """Goes down the column of dates of one table with the band in force."""

    def __init__(self, grid: Grid, layout: Layout, happened: DateColumn | None) -> None:
        self._grid = grid
        self._header = -1 if layout.header is None else layout.header
        self._layout = layout
        self._happened = happened
        self._years = YearsAbove(grid, layout, happened)
        self.band = (bands.of_the_sheet if happened else bands.above)(grid, layout)
        self._by_order = False
        """Whether the year so far was settled by the order of the rows."""

    def passed(self, number: int, cells: Sequence[str]) -> None:
        """A row that is no entry: below the headings it may be a band."""
        if number > self._header:
            self.band = self.band.then(cells)

    def read(self, number: int, reported: Moment, last: Moment) -> Moment:
        """What the row itself says of when it happened, a missing year being that of the heading or row above."""
        happened = self._happened
        if not happened:
            return NOTHING
        row = self._grid.rows[number]
        whole = self.band.completed(row[happened.column])
        if whole:
            return self._whole(happened, row, whole)
        if self.band.window and not self.band.strayed:
            return self._within(self.band.window, happened, row, last)
        headed = None if self.band.strayed or self.band.of_the_sheet else self.band.year
        near = first_day(reported.edtf) or headed
        if near is None and (sure := self._years.read(number)):
            return sure
        near = near or self._soon_after(last) or self._in_order() or self._years.near(number)
        own = happened.read(row, near, year_is_sure=near is not None and near is headed)
        if own.edtf and not own.doubts:
            self._by_order = False
        self.band, own = self.band.beside(own)
        return own

    def _within(self, window: Window, happened: DateColumn, row: Sequence[Value], last: Moment) -> Moment:
        """A day under the heading of some months, which give its year where it can fall in only one of theirs."""
        own = happened.read(row, window.last, year_is_sure=True)
        day = first_day(own.edtf)
        if day and not own.doubts and not window.holds(day):
            self.band = replace(self.band, strayed=True)
        if day is None or window.settles(day):
            return replace(own, doubts=tuple(one for one in own.doubts if one.code != "year-supplied"))
        return happened.read(row, self._soon_after(last) or window.first_year)

    def _whole(self, happened: DateColumn, row: Sequence[Value], whole: Completed) -> Moment:
        """A day that has its month from the heading above it, with the words and the doubts of its cell."""
        written = as_text(row[happened.column])
        own = happened.read((*row[: happened.column], whole.words, *row[happened.column + 1 :]), None)
        doubts = tuple(doubt(code, "date", written, own.edtf) for code in whole.doubts)
        return replace(own, written=written, doubts=(*own.doubts, *doubts))

    def _soon_after(self, above: Moment) -> date | None:
        """Half a year after the row above, so that a date without a year falls in the year nearest to it.

        Where the order of the rows has settled the year, the date is the next to come, from the month of that row.
        """
        last = first_day(above.edtf)
        if last is None or last.year == date.max.year:
            return None
        return last.replace(day=1) + _ALMOST_A_YEAR if self._by_order else last + _HALF_A_YEAR

    def _in_order(self) -> date | None:
        self._by_order = self._first_year is not None
        return self._first_year

    @cached_property
    def _first_year(self) -> date | None:
        """The last day of the year that days without one begin in, by their order and the years of the title."""
        if not self._happened:
            return None
        values = [row[self._happened.column] for row in self._grid.rows[self._header + 1 :]]
        year = first_year(values, window_above(self._grid, self._layout))
        return date(year, 12, 31) if year else None
