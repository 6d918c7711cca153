"""Dates whose day, month and year stand in three columns, put together in the column of the day."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dhr_desktop.importing.columns import heading_scores, normalised
from dhr_desktop.importing.date_points import MONTH_NAMES
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Grid, Value, as_text

_DAY, _MONTH, _YEAR = (
    frozenset({"day", "dd", "day of month"}),
    frozenset({"month", "mm", "mth"}),
    frozenset({"year", "yyyy", "yy", "yr"}),
)
_NUMBER = re.compile(r"\d{1,2}(?:st|nd|rd|th)?$")
Parts = tuple[int, int, int | None]
"""The columns of the day, the month and the year; None where the year stands in the month's or above the table."""


def parts(headings: Sequence[str]) -> Parts | None:
    """The columns of a day, a month and a year among the headings; None where the day or the month is missing.

    Beside a column of dates a day and a month without a year only say over again what the dates say.
    """
    names = [normalised(heading) for heading in headings]
    found = [
        next((column for column, name in enumerate(names) if name in known), None) for known in (_DAY, _MONTH, _YEAR)
    ]
    day, month, year = found
    if day is None or month is None:
        return None
    dated = year is None and any(Field.DATE in heading_scores(heading) for heading in headings)
    return None if dated else (day, month, year)


def joined(grid: Grid, header: int | None, headings: Sequence[str]) -> Grid:
    """The grid with whole dates in the column of the day; as it is where no date is in three columns.

    A month or a year that is left out under a day is that of the row above, as people leave it out by hand.
    """
    columns = parts(headings)
    if columns is None or header is None:
        return grid
    rows = list(grid.rows)
    month, year = "", ""
    for number in range(header + 1, len(rows)):
        row = rows[number]
        day, own_month, own_year = ("" if column is None else as_text(row[column]) for column in columns)
        if columns[2] is None and day and not _NUMBER.match(day):
            continue
        if own_month and not own_year and _goes_back(month, _month(own_month)):
            year = ""  # the year may have turned; the reader says so where it supplies one
        month, year = _month(own_month) or month, own_year or year
        if own_month or own_year or day:
            words = " ".join(word for word in ((day, month, year) if day else (_month(own_month), year)) if word)
            rows[number] = _with(row, columns[0], words)
    return replace(grid, rows=tuple(rows))


def _goes_back(above: str, month: str) -> bool:
    """Whether a month is earlier in the year than the one above it."""
    order = [each[:3] for each in MONTH_NAMES]
    first, last = above[:3].lower(), month[:3].lower()
    return first in order and last in order and order.index(last) < order.index(first)


def _month(written: str) -> str:
    if written.isascii() and written.isdecimal() and len(written) <= 2 and 1 <= int(written) <= len(MONTH_NAMES):  # noqa: PLR2004
        return MONTH_NAMES[int(written) - 1].title()
    return written


def _with(row: tuple[Value, ...], column: int, words: str) -> tuple[Value, ...]:
    return (*row[:column], words, *row[column + 1 :])
