"""Headings among the rows of a table: the day, the week, the month or the year of the rows that follow."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dhr_desktop.domain.dates import exact_day, parse
from dhr_desktop.importing.columns import heading_scores, normalised
from dhr_desktop.importing.date_points import MONTH, MONTH_NAMES
from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.days_under_headings import Completed, Days, completed, is_bare_day
from dhr_desktop.importing.doubts import doubt
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty
from dhr_desktop.importing.heading_dates import whole_heading
from dhr_desktop.importing.heading_months import days_above, year_above
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.row_dates import NOTHING, Moment
from dhr_desktop.importing.typed import is_day
from dhr_desktop.importing.windows import Window, is_of_the_paper, window_in, window_of

_YEAR = re.compile(r"[\W_]*(?:(?:year|calendar year)\s*:?\s*)?(?P<year>(?:19|20)\d\d)[\W_]*", re.IGNORECASE)
_MONTH = re.compile(rf"[\W_]*(?:month\s*:?\s*)?{MONTH}[\W_]*", re.IGNORECASE)
_BEGINS = re.compile(r"\W*(?P<year>(?:19|20)\d\d)\b[^\d]*")
_A_MONTH = re.compile(rf"\b{MONTH}\b", re.IGNORECASE)
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b|[a-z]{3,} \d", re.IGNORECASE)
_FEW = 2
_WIDEST = 60
_LOOK_INTO = 200
_HALF_A_YEAR = 6
_SOME_MONTHS = 3
_MONTH_LONG = timedelta(days=31)
_MOSTLY = 0.6
_LONGEST = 40
_OF_DAYS = frozenset({"day", "dd", "day of month", "day and date", "day of the month"})


@dataclass(frozen=True, slots=True)
class Band:
    """What the nearest heading among the rows says of when: the last day of its year, or a date of its own."""

    year: date | None = None
    when: Moment = NOTHING
    """The date of rows right below it that have none; only until one has."""
    days: Days | None = None
    """The month or the week that it speaks of: days below it lack theirs."""
    reckoned: bool = False
    """Whether its year was left out and follows from the heading before it."""
    strayed: bool = False
    """Whether a whole date from outside its days has stood below it, so that it may be out of force."""
    of_the_sheet: bool = False
    """Whether it is the sheet's name or title, which need not be of when the rows happened."""
    window: Window | None = None
    """The months that it covers, where they are not those of one year, as in '2016/17'."""

    def then(self, cells: Sequence[str]) -> "Band":
        """The band in force after a row that is no entry; one that says nothing of when leaves it as it was."""
        words = _alone(cells)
        if not words:
            return self
        match = _YEAR.fullmatch(words)
        if match:
            return Band(date(int(match["year"]), 12, 31))
        month = _MONTH.fullmatch(words)
        if month:
            return self._month_of_the_year(month["month"], words)
        window = window_of(words)
        if window and window.last - window.first > _MONTH_LONG:
            return _of_window(window)
        begins = _BEGINS.fullmatch(words)
        if begins and not _A_MONTH.search(words):
            return Band(date(int(begins["year"]), 12, 31))
        when = whole_heading(words) or self._day_of_the_month(words)
        if not when:
            return self._of_other_words(words)
        days = days_of(when.edtf)
        if days:
            return Band(date(days[0].year, 12, 31), when, days)
        return self._of_the_day(when)

    def _of_the_day(self, when: Moment) -> "Band":
        """The band after a heading of a day or of a long time, whose year ends any other that was in force."""
        bounds = parse(when.edtf)
        first, last = bounds.earliest, bounds.latest
        kept = replace(self, when=when, days=self.days if self._holds(when.edtf) else None)
        if first is None or last is None or self.year is None or first.year <= self.year.year <= last.year:
            return kept
        return replace(kept, year=date(first.year, 12, 31) if first.year == last.year else None)

    def _of_other_words(self, words: str) -> "Band":
        """The months of '2016 continued' or '2016/17'; a year that is not understood ends the one before it."""
        window = window_in(words)
        if window:
            return _of_window(window)
        return NO_BAND if _A_YEAR.search(words) and not is_of_the_paper(words) else self

    def _holds(self, edtf: str) -> bool:
        """Whether a date may lie within the band's days."""
        bounds = parse(edtf)
        if self.days is None or bounds.earliest is None or bounds.latest is None:
            return True
        return bounds.earliest <= self.days[1] and bounds.latest >= self.days[0]

    def _month_of_the_year(self, name: str, words: str) -> "Band":
        """A month without its year has that of the heading before it; the next one's where January follows."""
        if self.year is None:
            return self
        month = next(number for number, full in enumerate(MONTH_NAMES, 1) if full.startswith(name[:3].lower()))
        step = month - self.days[0].month if self.days else 0
        turn = -1 if step > _HALF_A_YEAR else 1 if step < -_HALF_A_YEAR else 0
        edtf = f"{self.year.year + turn}-{month:02}"
        # Back by some months within the year may as well be on to the next one.
        reckoned = self.reckoned or bool(turn) or step <= -_SOME_MONTHS
        doubts = (doubt("year-supplied", "date", words, edtf),) if reckoned else ()
        when = Moment(edtf=edtf, written=words, doubts=doubts)
        return Band(date(self.year.year + turn, 12, 31), when, days_of(edtf), reckoned)

    def _day_of_the_month(self, words: str) -> Moment | None:
        """A heading of a day, '17th' or 'Tues 17', below that of its month."""
        whole = completed(words, self.days) if self.days and _ORDINAL.search(words) else None
        return whole_heading(whole.words) if whole and not whole.doubts else None

    def completed(self, value: Value) -> Completed | None:
        """A day without its month as a whole date; None for a cell that has one, or says no day."""
        if self.days is None or not isinstance(value, str | int | float):
            return None
        whole = completed(as_text(value), self.days)
        if whole and self.strayed and not whole.doubts:
            return replace(whole, doubts=("under-heading",))
        if whole and self.reckoned:
            return replace(whole, doubts=(*whole.doubts, "year-supplied"))
        return whole

    def beside(self, own: Moment) -> tuple["Band", Moment]:
        """The band, and a row's own whole date, after one was held against the other.

        The same month of another year is what a spreadsheet makes of a day and a month typed later on.
        """
        day = exact_day(own.edtf)
        if self.strayed or day is None:
            return self, own
        if self.days is None:
            other_year = self.year is not None and day.year != self.year.year and not own.doubts
            return (replace(self, strayed=True) if other_year else self), own
        if self.days[0] <= day <= self.days[1]:
            return self, own
        if (
            own.doubts
            or self.of_the_sheet
            or day.month != self.days[0].month
            or self.days[0].month != self.days[1].month
        ):
            return replace(self, strayed=True), own
        fix = day.replace(year=self.days[0].year, day=min(day.day, self.days[1].day)).isoformat()
        return self, replace(own, doubts=(doubt("under-heading", "date", own.written, own.edtf, fix),))

    def dated(self) -> "Band":
        """The band after a row with a date of its own."""
        return self if self.when is NOTHING else replace(self, when=NOTHING)


NO_BAND = Band()


def _of_window(window: Window) -> Band:
    """The band of some months: those of one year give that, and a single month its days."""
    if window.first.year != window.last.year:
        return Band(window=window)
    days = (window.first, window.last) if window.last - window.first <= _MONTH_LONG else None
    return Band(date(window.last.year, 12, 31), days=days)


def days_of(edtf: str) -> Days | None:
    """The days of a month or of a part of one, as a week is; None for one day and for a longer time."""
    if not edtf or edtf == "XXXX" or edtf[-1:] in "~?%":
        return None
    bounds = parse(edtf)
    first, last = bounds.earliest, bounds.latest
    return (first, last) if first and last and first < last < first + _MONTH_LONG else None


def above(grid: Grid, layout: Layout) -> Band:
    """The band that stands right above the headings, as in a table whose first day is written over them."""
    if not layout.header:
        return NO_BAND
    found = NO_BAND.then([as_text(value) for value in grid.rows[layout.header - 1]])
    return Band(when=found.when)


def of_the_sheet(grid: Grid, layout: Layout) -> Band:
    """The month or the week that the sheet's name or its title gives to days without one."""
    edtf = days_above(grid, layout)
    if edtf:
        days = days_of(edtf)
        return Band(date(days[0].year, 12, 31), days=days, of_the_sheet=True) if days else NO_BAND
    year = year_above(grid, layout)
    if year and _MONTH.fullmatch(grid.name):
        return replace(Band(year).then([grid.name]), when=NOTHING, of_the_sheet=True)
    return Band(year, of_the_sheet=True)


def is_heading(words: str) -> bool:
    """Whether words that stand alone in a row are a month or a year, and so head the rows below them."""
    if len(words) > _LONGEST or not any(sign.isdigit() for sign in words):
        return False
    return bool(_YEAR.fullmatch(words)) or window_of(words) is not None


def has_days(grid: Grid, layout: Layout) -> bool:
    """Whether several rows of the table are nothing but a date, which is then that of the rows below each."""
    found = 0
    for row in grid.rows[0 if layout.header is None else layout.header + 1 :]:
        filled = [words for value in row[:_WIDEST] if (words := as_text(value))]
        if filled and len(set(filled)) == 1 and NO_BAND.then(filled).when.edtf:
            found += 1
            if found == _FEW:
                return True
    return False


def column_of_bare_days(grid: Grid, layout: Layout, headings: Sequence[str]) -> tuple[int, Sequence[Sequence[Value]]]:
    """The column whose days lack the month of the headings above them, and the rows with those made whole.

    -1 and no rows where there is none. The first rows tell.
    """
    start = 0 if layout.header is None else layout.header + 1
    rows = grid.rows[start : start + _LOOK_INTO]
    named = [column for column, heading in enumerate(headings) if _may_hold_days(heading)]
    if not named:
        return -1, ()
    bands = list(_in_force(rows, of_the_sheet(grid, layout)))
    if not any(band.days for band in bands):
        return -1, ()
    dated = False
    for column in sorted(named, key=lambda one: normalised(headings[one]) in _OF_DAYS):
        filled = [(band, row[column]) for band, row in zip(bands, rows, strict=True) if not is_empty(row[column])]
        bare = sum(band.days is not None and is_bare_day(as_text(value), band.days) for band, value in filled)
        whole = sum(is_day(value) or bool(read_date(as_text(value)).edtf) for _, value in filled)
        if dated and normalised(headings[column]) in _OF_DAYS:
            break
        if bare >= _FEW and bare + whole >= _MOSTLY * len(filled) - _FEW:
            return column, [_with(row, column, band) for band, row in zip(bands, rows, strict=True)]
        dated = dated or whole >= _FEW
    return -1, ()


def _may_hold_days(heading: str) -> bool:
    return normalised(heading) in _OF_DAYS or heading_scores(heading).get(Field.DATE, 0.0) >= _MOSTLY


def _in_force(rows: Sequence[Sequence[Value]], band: Band) -> list[Band]:
    """The band that each of the rows stands under."""
    found = []
    for row in rows:
        if sum(not is_empty(value) for value in row[:_WIDEST]) <= 1 or len(set(row[:_WIDEST])) <= _FEW:
            band = band.then([as_text(value) for value in row])
        found.append(band)
    return found


def _with(row: Sequence[Value], column: int, band: Band) -> Sequence[Value]:
    whole = band.completed(row[column])
    return (*row[:column], whole.words, *row[column + 1 :]) if whole else row


def _alone(cells: Sequence[str]) -> str:
    """The words of a row that says one thing only; '' of any other."""
    words = {cell for cell in cells if cell}
    return words.pop() if len(words) == 1 else ""
