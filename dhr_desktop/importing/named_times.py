"""Stretches of time that go by a name: half terms, school holidays, quarters, financial and school years."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dhr_desktop.importing.date_points import Context, Point, easter, read_point

Reader = Callable[[str, Context], Point | None]

_HALF_TERM_AFTER = re.compile(
    r"^(?P<month>[a-z]+) half[ -]?term(?: (?:holidays?|break|week))?,? (?P<year>(?:19|20)\d\d)$"
)
_HALF_TERM = re.compile(r"(?:the )?half[ -]?term(?: (?:holidays?|break|week))?,? (?:of |in )?(?P<rest>.+)")
_QUARTER = re.compile(
    r"(?:q|quarter |qtr )(?P<number>[1-4]),? (?:of )?(?P<year>(?:19|20)\d\d)(?P<pair>\s?[/\-]\s?\d\d)?|(?P<year3>(?:19|20)\d\d) q(?P<number3>[1-4])|(?P<number2>[1-4])(?:st|nd|rd|th) quarter,? (?:of )?(?P<year2>(?:19|20)\d\d)"
)
_KIND_OF_YEAR = re.compile(
    r"(?:(?P<financial>f\.?y\.?|financial year|tax year)|(?:academic|school) year),? (?P<year>(?:19|20)\d\d)(?:\s?[/\-]\s?(?:\d{4}|\d\d))?"
)
_HOLIDAYS = re.compile(
    r"(?:school )?(?P<season>summer|easter|christmas|xmas) (?:school )?(?:holidays?|vacation|break),? (?:of )?(?P<year>(?:19|20)\d\d)(?:[/\-](?:\d{4}|\d\d))?"
)
_MOVABLE = re.compile(
    r"(?P<name>mothering sunday|ash wednesday|shrove tuesday|pancake day|palm sunday|maundy thursday|whit sunday|whit monday|fathers day),?"
    r" (?:of )?(?P<year>(?:19|20)\d\d)"
)
_FROM_EASTER = {
    "mothering sunday": -21,
    "ash wednesday": -46,
    "shrove tuesday": -47,
    "pancake day": -47,
    "palm sunday": -7,
    "maundy thursday": -3,
    "whit sunday": 49,
    "whit monday": 50,
}
_BANK_HOLIDAY = re.compile(
    r"(?:the )?(?:(?P<late>late |end of )?(?P<month>may|august|summer)) bank holiday(?P<span> weekend)?,? (?:of )?(?P<year>(?:19|20)\d\d)"
)
_HALF_OF_A_YEAR = re.compile(
    r"(?:the )?(?P<which>first|1st|second|2nd|latter) half of (?:the )?(?P<year>(?:19|20)\d\d)"
)


def read_named(text: str, context: Context, read: Reader) -> Point | None:
    """The stretch that the words name; None when they name none. `read` reads the month or year beside the name."""
    return _named_part(text, context, read) or _holidays(text, context) or _movable(text) or _half_of_a_year(text)


def _named_part(text: str, context: Context, read: Reader) -> Point | None:
    """A half term, a quarter, a financial or a school year."""
    half = _HALF_TERM.fullmatch(_HALF_TERM_AFTER.sub(r"half term \g<month> \g<year>", text))
    if half:
        point = read(half["rest"].strip(), context)
        return replace(point, doubts=(*point.doubts, "half-term")) if point else None
    quarter = _QUARTER.fullmatch(text)
    if quarter:
        number = int(quarter["number"] or quarter["number2"] or quarter["number3"])
        year = int(quarter["year"] or quarter["year2"] or quarter["year3"])
        if quarter["pair"]:  # of a financial year, which begins in April
            number, year = (number + 1, year) if number < 4 else (1, year + 1)  # noqa: PLR2004 - quarters
        return Point(f"{year}-{number * 3 - 2:02}/{year}-{number * 3:02}", ("quarter",))
    named = _KIND_OF_YEAR.fullmatch(text)
    if not named:
        return None
    year = int(named["year"])
    return Point(f"{year}-04/{year + 1}-03" if named["financial"] else f"{year}-09/{year + 1}-08")


def _holidays(text: str, context: Context) -> Point | None:
    """School holidays, in the months in which they fall whatever the authority."""
    match = _HOLIDAYS.fullmatch(text)
    if not match:
        return None
    year = int(match["year"])
    if match["season"] == "summer":
        return Point(f"{year}-07~/{year}-08~")
    if match["season"] == "easter":
        sunday = read_point(f"easter {year}", context)
        return replace(sunday, edtf="/".join(f"{end}~" for end in sunday.edtf.split("/"))) if sunday else None
    return Point(f"{year}-12~/{year + 1}-01~")


def _movable(text: str) -> Point | None:
    """Days that move with Easter or with the weekdays of their month; bank holidays as their month, or Monday."""
    match = _MOVABLE.fullmatch(text)
    if match and match["name"] == "fathers day":
        first = date(int(match["year"]), 6, 1)
        return Point((first + timedelta(days=(6 - first.weekday()) % 7 + 14)).isoformat())
    if match:
        return Point((easter(int(match["year"])) + timedelta(days=_FROM_EASTER[match["name"]])).isoformat())
    match = _BANK_HOLIDAY.fullmatch(text)
    if not match:
        return None
    year = int(match["year"])
    if match["month"] == "may" and not match["late"]:
        return Point(f"{year}-05", ("bank-holiday",))
    last = date(year, 5 if match["month"] == "may" else 8, 31)
    monday = last - timedelta(days=last.weekday())
    first = monday - timedelta(days=2) if match["span"] else monday
    return Point(f"{monday}" if first == monday else f"{first}/{monday}", ("bank-holiday",))


def _half_of_a_year(text: str) -> Point | None:
    match = _HALF_OF_A_YEAR.fullmatch(text)
    if not match:
        return None
    first, last = ("01", "06") if match["which"] in {"first", "1st"} else ("07", "12")
    return Point(f"{match['year']}-{first}/{match['year']}-{last}")
