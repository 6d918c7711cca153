"""A date as the chair types it: any form an agency uses, EDTF itself, and the words this program writes."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from dhr_desktop.base.clock import today
from dhr_desktop.domain.avoiding import yearly
from dhr_desktop.domain.dates import UNKNOWN_TEXT, NotEdtf, exact_day, parse
from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.times import read_time

_UNSURE = re.compile(r"(?P<rest>.+?)\s*\((?:uncertain|unsure|not certain)\)", re.IGNORECASE)
_OPEN = re.compile(r"(?:on|in) or (?P<side>before|after)\s+(?P<rest>.+)", re.IGNORECASE)
_UNTIL = re.compile(r"until\s+(?P<rest>.+)", re.IGNORECASE)
_BETWEEN = re.compile(r"between\s+.+", re.IGNORECASE)
_YEAR = re.compile(r"\b2\d{3}\b")
_LEAP_YEAR = 2024
_HAS_YEAR = re.compile(r"\d{4}|[/.-]\d{1,2}[/.-]|[a-z]\W*\d{2}$", re.IGNORECASE)
"""Four figures, a third part after the month, or two figures after its name: no day of every year."""
_WITH_BOTH_MARKS = {"": "?", "~": "%", "?": "?", "%": "%"}


_FULL_YEAR = re.compile(r"\d{4}")
_PLAIN = re.compile(r"(?P<year>\d{4})(?:-\d{2}(?:-\d{2})?)?[~?%]?")
_CENTURY = 100


class Years(Enum):
    """Which century two figures of a year mean: in the agencies' records, in somebody's life, in the review's work."""

    RECORDS = auto()
    LIVED = auto()
    """Never to come: of a birth '1/12/26' is 1926 until that day has come."""
    WORK = auto()
    """Reviews began in 2011, so that a contact planned for '1/1/28' is in 2028."""


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A date as understood, and the clock time that was typed after it, 'HH:MM' or ''."""

    edtf: str
    time: str = ""


def read_typed_date(typed: str, years: Years = Years.RECORDS) -> TypedDate | None:
    """What was typed, or None when it is no date. Nothing typed is a date that is not known."""
    found = _read(typed)
    return _in_century(found, typed, years) if found else None


def has_short_year(typed: str) -> bool:
    """Whether a date was typed with two figures for its year, so that the century was chosen for it."""
    found = _read(typed)
    return bool(found and _PLAIN.fullmatch(found.edtf) and not _has_full_year(typed))


def _has_full_year(typed: str) -> bool:
    """Whether four figures stand in the words of the day itself; those of a clock after it are no year."""
    text = " ".join(typed.split())
    unsure = _UNSURE.fullmatch(text)
    return bool(_FULL_YEAR.search(read_date(unsure["rest"] if unsure else text).day_words or text))


def _in_century(found: TypedDate, typed: str, years: Years) -> TypedDate:
    plain = _PLAIN.fullmatch(found.edtf)
    if years is Years.RECORDS or plain is None or _has_full_year(typed):
        return found
    year = 2000 + int(plain["year"]) % _CENTURY
    if years is Years.LIVED:
        first = parse(f"{year}{found.edtf[4:]}").earliest if _is_day_of(year, found.edtf) else None
        year -= _CENTURY if first is None or first > today() else 0
    elif not _is_day_of(year, found.edtf):
        return found
    return replace(found, edtf=f"{year}{found.edtf[4:]}")


def _is_day_of(year: int, edtf: str) -> bool:
    """Whether a day is one of another year too: 29 February is not one of each."""
    bare = edtf[4:].rstrip("~?%").removeprefix("-")
    month, _, day = bare.partition("-")
    try:
        date(year, int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def _read(typed: str) -> TypedDate | None:
    text = " ".join(typed.split())
    if not text:
        return TypedDate(UNKNOWN_TEXT)
    try:
        return TypedDate(parse(text.upper() if "X" in text.upper() else text).edtf)
    except NotEdtf:
        return _in_our_words(text) or _in_an_agency_s_words(text)


def read_typed_time(typed: str) -> str | None:
    """What was typed as 'HH:MM', '' for nothing, or None when it is no time of day."""
    text = typed.strip()
    if not text:
        return ""
    return read_time(f"{text}:00" if text.isdecimal() and len(text) <= len("09") else text).time or None


def read_typed_day_of_years(typed: str) -> str | None:
    """A day of every year as '--MM-DD' ('14 August', '14/8'), one of one year as an ISO day; None for neither.

    Nothing typed is ''.
    """
    text = " ".join(typed.split())
    if not text:
        return ""
    for every_year in (f"{text} {_LEAP_YEAR}", f"{text}/{_LEAP_YEAR}"):
        found = exact_day(read_date(every_year).edtf) if not _HAS_YEAR.search(text) else None
        if found:
            return yearly(found)
    one = read_typed_date(text)
    return one.edtf if one and exact_day(one.edtf) else None


def _in_our_words(text: str) -> TypedDate | None:
    """The forms that only `domain.dates.in_british_words` writes, so that what is shown can be typed back."""
    unsure = _UNSURE.fullmatch(text)
    if unsure:
        point = read_typed_date(unsure["rest"])
        return replace(point, edtf=_unsure(point.edtf)) if point and _is_point(point.edtf) else None
    for form, pattern in ((_OPEN, "[{}..]"), (_UNTIL, "../{}"), (_BETWEEN, "[{}]")):
        match = form.fullmatch(text)
        if match:
            return _ranged(match, pattern)
    return None


def _ranged(match: re.Match[str], pattern: str) -> TypedDate | None:
    words = match.groupdict()
    if "rest" not in words:
        span = read_date(match.string).edtf
        return TypedDate(pattern.format(span.replace("/", ".."))) if span.count("/") == 1 else None
    point = read_typed_date(words["rest"])
    if point is None or not _is_point(point.edtf):
        return None
    return TypedDate(("[..{}]" if words.get("side", "").lower() == "before" else pattern).format(point.edtf))


def _in_an_agency_s_words(text: str) -> TypedDate | None:
    found = read_date(text)
    if "year-slip" in found.doubts and (year := _YEAR.search(text)):
        # An agency's record of a year to come is a slip; what the chair types may be a plan.
        return TypedDate(year[0] + found.edtf[4:], found.time)
    return TypedDate(found.edtf, found.time) if found.edtf else None


def _is_point(edtf: str) -> bool:
    return edtf != UNKNOWN_TEXT and "/" not in edtf and not edtf.startswith("[")


def _unsure(edtf: str) -> str:
    bare = edtf.rstrip("~?%")
    return bare + _WITH_BOTH_MARKS[edtf[len(bare) :]]
