"""The days, hours and parts of a day that a record's words name: "Saturday 13/9", "last night", "half past one"."""

import re
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from dhr_desktop.timeline.same_event.words import stem

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FULL_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DAY = re.compile(
    r"\b(?:(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}|\d\d))?(?![\d:])"
    rf"|(?P<day_of>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month_name>{'|'.join(_MONTHS)})[a-z]*\.?(?:\s+(?P<year_of>\d{{4}}))?"
    r"|(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?P<day_before>yesterday|last\s+night|overnight|(?:night|day|evening)\s+before|previous\s+(?:day|evening|night))"
    r"|(?P<ordinal>\d{1,2})(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d/.£])(?:(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)\s?(?P<half>[ap])?\.?m?"
    r"|(?P<bare>1[0-2]|[1-9])\s?(?P<bare_half>[ap])\.?m)\b(?![/.]?\d)",
    re.IGNORECASE,
)
_HALF_PAST = re.compile(rf"\bhalf past ({'|'.join(_HOURS)})\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_OPENING = frozenset([*map(stem, (*_FULL_WEEKDAYS, "yesterday", "last", "overnight", "before", "previous", "half"))])
_NOON = 12
_SOON = timedelta(days=3)
"""A day and month without a year are of the year before where this year's would lie further ahead than this."""


def may_tell(stems: AbstractSet[str], text: str) -> bool:
    """Whether a text may name a day or an hour at all: most name neither, and this is sooner known."""
    return not stems.isdisjoint(_OPENING) or _DIGIT.search(text) is not None


def days_told(text: str, written: date) -> set[int]:
    """The days that a text names which was written on one: as ordinals. What cannot be a day is left out."""
    found = set()
    for match in _DAY.finditer(text):
        try:
            found.add(_day(match, written).toordinal())
        except (ValueError, OverflowError):
            continue
    return found


def _day(match: re.Match[str], written: date) -> date:
    if match["weekday"]:
        return written - timedelta(days=(written.weekday() - _WEEKDAYS.index(match["weekday"][:3].lower())) % 7)
    if match["day_before"]:
        return written - timedelta(days=1)
    if match["ordinal"]:
        day = written.replace(day=int(match["ordinal"]))
        return day if day <= written else (written.replace(day=1) - timedelta(days=1)).replace(day=day.day)
    if match["day"]:
        return _of_year(int(match["day"]), int(match["month"]), match["year"], written)
    month = _MONTHS.index(match["month_name"].lower()) + 1
    return _of_year(int(match["day_of"]), month, match["year_of"], written)


def _of_year(day: int, month: int, year: str | None, written: date) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == len("16") else 0), month, day)
    found = date(written.year, month, day)
    return found if found <= written + _SOON else found.replace(year=written.year - 1)


def clocks_told(text: str) -> set[int]:
    """The clock times that a text names, in minutes after midnight; 'half past one' is both of a day."""
    found = set()
    for match in _CLOCK.finditer(text):
        hour, half = int(match["hour"] or match["bare"]), (match["half"] or match["bare_half"] or "").lower()
        if half == "p" and hour < _NOON:
            hour += _NOON
        elif half == "a" and hour == _NOON:
            hour = 0
        found.add(hour * 60 + int(match["minute"] or 0))
    for match in _HALF_PAST.finditer(text):
        minutes = (_HOURS.index(match[1].lower()) + 1) % _NOON * 60 + 30
        found |= {minutes, minutes + _NOON * 60}
    return found


def minutes_of(clock: str) -> int | None:
    """'14:05' as minutes after midnight; None for anything else."""
    hour, colon, minute = clock.partition(":")
    return int(hour) * 60 + int(minute) if colon and hour.isdecimal() and minute.isdecimal() else None
