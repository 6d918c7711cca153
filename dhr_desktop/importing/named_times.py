"""Stretches of time that go by a name: half terms, school holidays, quarters, financial and school years."""

import re
from collections.abc import Callable
from dataclasses import replace

from dhr_desktop.importing.date_points import Context, Point, read_point

Reader = Callable[[str, Context], Point | None]

_HALF_TERM = re.compile(r"(?:the )?half[ -]?term(?: (?:holidays?|break|week))?,? (?:of |in )?(?P<rest>.+)")
_QUARTER = re.compile(
    r"(?:q|quarter |qtr )(?P<number>[1-4]),? (?:of )?(?P<year>(?:19|20)\d\d)|(?P<number2>[1-4])(?:st|nd|rd|th) quarter,? (?:of )?(?P<year2>(?:19|20)\d\d)"
)
_KIND_OF_YEAR = re.compile(
    r"(?:(?P<financial>f\.?y\.?|financial year|tax year)|(?:academic|school) year),? (?P<year>(?:19|20)\d\d)(?:\s?[/\-]\s?(?:\d{4}|\d\d))?"
)
_HOLIDAYS = re.compile(
    r"(?P<season>summer|easter|christmas|xmas) (?:school )?(?:holidays?|vacation|break),? (?:of )?(?P<year>(?:19|20)\d\d)"
)


def read_named(text: str, context: Context, read: Reader) -> Point | None:
    """The stretch that the words name; None when they name none. `read` reads the month or year beside the name."""
    return _named_part(text, context, read) or _holidays(text, context)


def _named_part(text: str, context: Context, read: Reader) -> Point | None:
    """A half term, a quarter, a financial or a school year."""
    half = _HALF_TERM.fullmatch(text)
    if half:
        point = read(half["rest"].strip(), context)
        return replace(point, doubts=(*point.doubts, "half-term")) if point else None
    quarter = _QUARTER.fullmatch(text)
    if quarter:
        number, year = int(quarter["number"] or quarter["number2"]), quarter["year"] or quarter["year2"]
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
