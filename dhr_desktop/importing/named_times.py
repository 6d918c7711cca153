"""Stretches of time that go by a name: half terms, school holidays, quarters, financial and school years."""

import re
from collections.abc import Callable
from dataclasses import replace

from dhr_desktop.importing.date_points import SEASONS, Context, Point, read_point

Reader = Callable[[str, Context], Point | None]

_HALF_TERM_AFTER = re.compile(
    r"^(?P<month>[a-z]+) half[ -]?term(?: (?:holidays?|break|week))?,?(?P<year> (?:19|20)\d\d)?$"
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
_SEASONS = re.compile(
    r"(?P<first>spring|summer|autumn|winter)(?: ?[/&\-] ?| and | to )(?P<last>spring|summer|autumn|winter),? (?:of )?(?P<year>(?:19|20)\d\d)(?P<pair>[/\-]\d{2,4})?"
)
_HALF_OF_A_YEAR = re.compile(
    r"(?:the )?(?P<which>first|1st|second|2nd|latter) half of (?:the )?(?P<year>(?:19|20)\d\d)"
)


def read_named(text: str, context: Context, read: Reader) -> Point | None:
    """The stretch that the words name; None when they name none. `read` reads the month or year beside the name."""
    return _named_part(text, context, read) or _holidays(text, context) or _seasons(text) or _half_of_a_year(text)


def _named_part(text: str, context: Context, read: Reader) -> Point | None:
    """A half term, a quarter, a financial or a school year."""
    half = _HALF_TERM.fullmatch(_HALF_TERM_AFTER.sub(r"half term \g<month>\g<year>", text))
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


def _seasons(text: str) -> Point | None:
    """'Spring/summer 2016'. Winter first is of the year before, and no one can be sure of it."""
    match = _SEASONS.fullmatch(text)
    if not match or match["first"] == match["last"]:
        return None
    year, first, last = int(match["year"]), match["first"], match["last"]
    if first == "winter":
        start = year if match["pair"] else year - 1
        return Point(f"{start}-24/{start + 1}-{SEASONS[last]}", () if match["pair"] else ("feast",))
    return Point(f"{year}-{SEASONS[first]}/{year}-{SEASONS[last]}") if SEASONS[first] < SEASONS[last] else None


def _half_of_a_year(text: str) -> Point | None:
    match = _HALF_OF_A_YEAR.fullmatch(text)
    if not match:
        return None
    first, last = ("01", "06") if match["which"] in {"first", "1st"} else ("07", "12")
    return Point(f"{match['year']}-{first}/{match['year']}-{last}")
