"""Dates in running words: a meeting's date in the heading above its minutes, a day that a row begins with."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dhr_desktop.importing.date_points import MONTH
from dhr_desktop.importing.dates import UNKNOWN, Context, read_date
from dhr_desktop.importing.doubts import doubt
from dhr_desktop.importing.grid import Grid, as_text
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.row_dates import NOTHING, Moment

_MONTH_AND_YEAR = re.compile(rf"(?<![\w'’]){MONTH}[\s\-/,]*(?:(?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_WITH_YEAR = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+\d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d\d-\d\d|{MONTH.replace('month', 'm2')}\s+\d{{4}}",
    re.IGNORECASE,
)
_WITH_DAY = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d\d-\d\d",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rf"^(?:\w+\W+){{0,3}}?(?:received|updated?|dated|added|noted|on|from|until|to|by|rang|of)?\W*(\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?:\s+\d{{4}})?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})",
    re.IGNORECASE,
)
_FAR = timedelta(days=90)
_WHOLE = re.compile(
    r"^[*=~_#•\s-]*(?:(?:meeting|contacts?|entries|records?|events?|visits?|sessions?|month|period)\s*(?:of|on|held|for)?[:\s-]+)?"
    r"(?P<date>.{4,60}?)(?:[\s-]*(?:\(.*\)|cont(?:inued|'d|d)?\.?))?[*=~_#•\s-]*$",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?<![\d/.])(?P<first>(?:19|20)\d\d)\s?[/\-–]\s?(?P<short>\d\d)(?![\d/.\-])|(?<![\d/.])(?P<year>(?:19|20)\d\d)(?![\d/])"
)
_OF_THE_PAPER = re.compile(
    r"\b(?:printed?|produced|prepared|report|dated?|version|created|exported?|as at|run|updated|review)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 80


def date_in_heading(words: Sequence[str]) -> Moment:
    """The date in the words nearest above a table, when there is just one there; `NOTHING` when none or several."""
    for text in reversed(words):
        whole = whole_heading(text)
        if whole:
            return whole
        found = dict.fromkeys(match[0] for match in _WITH_YEAR.finditer(text))
        readings = {
            reading.edtf: written for written in found if (reading := read_date(written)).edtf and not reading.doubts
        }
        if len(readings) == 1:
            edtf, written = next(iter(readings.items()))
            return Moment(edtf=edtf, written=written)
        if readings:
            return NOTHING
    return NOTHING


def whole_heading(text: str) -> Moment | None:
    """A heading that is nothing but a date: a week, a range or 'undated' is read as in a cell."""
    match = _WHOLE.match(text.strip())
    reading = read_date(match["date"]) if match else None
    if reading is None or not match or not reading.edtf or "among-words" in reading.doubts:
        return None
    doubts = tuple(doubt(code, "date", match["date"], reading.edtf) for code in reading.doubts)
    if reading.edtf == UNKNOWN:
        doubts = (doubt("no-date", "date", ""),)
    return Moment(edtf=reading.edtf, written=text.strip(), doubts=doubts)


def _titles(grid: Grid, layout: Layout) -> list[str]:
    above = grid.rows[: layout.header or 0]
    return [*grid.context, *(words for row in above for value in row if (words := as_text(value)))]


def _years_in(title: str) -> set[int]:
    """The years that a title names; '2014-15' is two."""
    found: set[int] = set()
    for match in _YEARS.finditer(title):
        found |= {int(match["year"] or match["first"])} | ({int(match["first"]) + 1} if _is_across(match) else set())
    return found


def _is_across(match: re.Match[str]) -> bool:
    """Whether '2014-15' is written, one year across two; '2014-03' is a month."""
    return bool(match["short"]) and int(match["short"]) == (int(match["first"]) + 1) % 100


def year_above(grid: Grid, layout: Layout) -> date | None:
    """The last day of the one year that the nearest heading above the table, or the sheet's name, gives."""
    for title in (*reversed(_titles(grid, layout)), grid.name):
        years = _years_in(title) if len(title) <= _LONGEST_TITLE else set()
        if years:
            return date(years.pop(), 12, 31) if len(years) == 1 else None
    return None


def year_is_named(grid: Grid, layout: Layout) -> bool:
    """Whether that year is surely the rows': the sheet is named by it, or a title that says nothing of printing."""
    if len(_years_in(grid.name)) == 1:
        return True
    titles = [title for title in _titles(grid, layout) if len(title) <= _LONGEST_TITLE and _years_in(title)]
    return bool(titles) and not _OF_THE_PAPER.search(titles[-1])


def days_above(grid: Grid, layout: Layout) -> str:
    """The month or the week that the sheet's name or the nearest title with a date in it gives, as EDTF; '' for none.

    A title that speaks of the paper itself, of one day or of several months gives none.
    """
    for title in (grid.name, *reversed(_titles(grid, layout))):
        if len(title) > _LONGEST_TITLE or _OF_THE_PAPER.search(title):
            continue
        whole = whole_heading(title)
        if whole and whole.edtf != UNKNOWN and len(whole.edtf) != len("2016"):
            return whole.edtf
        months = _MONTH_AND_YEAR.findall(title)
        if len(months) == 1 and len(_YEARS.findall(title)) == 1 and not _WITH_DAY.search(title):
            return read_date(next(_MONTH_AND_YEAR.finditer(title))[0]).edtf
        if months or _WITH_DAY.search(title):
            return ""
    return ""


def years_above(grid: Grid, layout: Layout) -> tuple[int, int, bool] | None:
    """The first and the last year that the sheet's name or the nearest title speaks of, where it speaks of two.

    Third: whether they are one year across two, as a school's or a financial one is, '2014-15'.
    """
    for title in (grid.name, *reversed(_titles(grid, layout))):
        found = list(_YEARS.finditer(title)) if len(title) <= _LONGEST_TITLE else []
        years = _years_in(title) if found else set()
        if len(years) == 2 and len(found) <= 2:  # noqa: PLR2004 - from one year to another
            return min(years), max(years), len(found) == 1
        if years:
            return None
    return None


def mentioned_days(text: str, near: date | None) -> list[date]:
    """The day that a text begins by naming, within three months of `near`; none when it names no day."""
    match = _OPENING.match(text)
    if not match or near is None:
        return []
    reading = read_date(match[1], Context(neighbour=near))
    day = (
        date.fromisoformat(reading.edtf) if len(reading.edtf) == len("2016-03-15") and reading.edtf[4] == "-" else None
    )
    return [day] if day and abs(day - near) <= _FAR else []
