"""What one click would make of a doubtful date, where another reading of the same words is likely."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dhr_desktop.domain.dates import parse
from dhr_desktop.importing.date_points import Context, weekday_of
from dhr_desktop.importing.dates import read_date

_DAY = len("2016-05-03")
_DAYS_OF_A_WEEK = 7
_MONTH_AND_DAY = re.compile(r"\d{1,2}")


def likely_fix(code: str, written: str, edtf: str, context: Context) -> str:
    """The other likely reading of `written`, which was read as `edtf` with the doubt `code`; '' where none is."""
    finder = _FINDERS.get(code)
    found = finder(written, edtf, context) if finder else ""
    return "" if found == edtf else found


def _turned(written: str, edtf: str, context: Context) -> str:
    """Day and month the other way round from how they were read."""
    for month_first in (not context.month_first, context.month_first):
        turned = read_date(written, replace(context, month_first=month_first))
        if turned.edtf != edtf and not turned.doubts:
            return turned.edtf
    return ""


def _by_weekday(written: str, edtf: str, context: Context) -> str:
    """The numbers the other way round where the weekday then fits, else the nearest day of that weekday."""
    turned = _turned(written, edtf, context)
    day, weekday = parse(edtf).earliest, weekday_of(written)
    if turned or day is None or weekday is None or len(edtf) != _DAY:
        return turned
    later = (weekday - day.weekday()) % _DAYS_OF_A_WEEK
    nearest = later if later <= _DAYS_OF_A_WEEK // 2 else later - _DAYS_OF_A_WEEK
    return (day + timedelta(days=nearest)).isoformat()


def _day_of_the_month(written: str, edtf: str, context: Context) -> str:
    """'May 16', read as a month of 2016, as the sixteenth in the year of the row above."""
    numbers = _MONTH_AND_DAY.findall(written)
    if not numbers or context.neighbour is None or len(edtf) != len("2016-05"):
        return ""
    try:
        return date(context.neighbour.year, int(edtf[5:7]), int(numbers[-1])).isoformat()
    except ValueError:
        return ""


def _of_the_financial_year(_written: str, edtf: str, _context: Context) -> str:
    """A quarter of the calendar as that of the financial year, three months on."""
    year, month = int(edtf[:4]), int(edtf[5:7]) + 3
    year, month = (year + 1, month - 12) if month > 12 else (year, month)  # noqa: PLR2004 - months
    return f"{year}-{month:02}/{year}-{month + 2:02}"


def _october(_written: str, edtf: str, _context: Context) -> str:
    return f"{edtf[:4]}-10" if edtf[4:7] == "-23" else ""


def _first_alone(_written: str, edtf: str, _context: Context) -> str:
    return edtf.partition("/")[0]


def _day_before(_written: str, edtf: str, _context: Context) -> str:
    day = parse(edtf).earliest
    return (day - timedelta(days=1)).isoformat() if day and len(edtf) == _DAY else ""


def _other_pair(_written: str, edtf: str, _context: Context) -> str:
    """Two years as a year and a month of it, and the other way about."""
    if "/" in edtf:
        return f"{edtf[:4]}-{edtf[-2:]}"
    return f"{edtf[:4]}/{int(edtf[:4]) + 1}" if len(edtf) == len("2009-10") else ""


_FINDERS: dict[str, Callable[[str, str, Context], str]] = {
    "ambiguous-order": _turned,
    "order": _turned,
    "weekday": _by_weekday,
    "run-together": _turned,
    "month-or-day": _day_of_the_month,
    "quarter": _of_the_financial_year,
    "two-meanings": _october,
    "several-dates": _first_alone,
    "day-ends": _day_before,
    "year-pair": _other_pair,
}
