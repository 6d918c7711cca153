"""The days, hours and parts of a day that a record's words name: "Saturday 13/9", "last night", "half past one"."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import lru_cache

from dhr_desktop.timeline.same_event.words import stem

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# These open with one digit, of which is looked at first what stands before it, so that what is none is passed over
# without being tried.
_DAY = re.compile(
    r"(?P<day>[0-9](?<![0-9/.\-£].)[0-9]?)(?:[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}|\d\d))?(?![\d:])"
    rf"|(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?(?:\s+(?P<its_year>\d{{4}}))?"
    r"|(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?P<hour>[0-9](?<![0-9/.£].)[0-9]?)(?:[.:](?P<minute>[0-5]\d)(?:\s?(?P<half>[ap])\.?m)?|\s?(?P<its_half>[ap])\.?m)\b(?![/.:]?\d)",
    re.IGNORECASE,
)
_WORDED_DAY = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(_WEEKDAYS)})"
    r"|yesterday|last\s+night|overnight|(?:night|day|evening)\s+before|previous\s+(?:day|evening|night))\b",
    re.IGNORECASE,
)
_HALF_PAST = re.compile(rf"\bhalf past ({'|'.join(_HOURS)})\b", re.IGNORECASE)
_DAY_WORDS = frozenset(map(stem, (*_WEEKDAYS, "yesterday", "overnight")))
_BACK_AS_WRITTEN = ("last", "before", "previous")
_BACK = frozenset(map(stem, _BACK_AS_WRITTEN))
_BACK_TO = frozenset(map(stem, ("night", "day", "evening")))
"""Words that name a day only where one of each stands: "last night", "the day before"."""
_HALF = frozenset({"half"})
TELLING_WORDS = _DAY_WORDS | _BACK | _BACK_TO | _HALF
"""Stems without which a text names no day and no hour but in figures."""
_NOON, _HOURS_OF_A_DAY = 12, 24
_SOON = timedelta(days=3)
"""A day and month without a year are of the year before where this year's would lie further ahead than this."""


def days_told(text: str, stems: AbstractSet[str], written: date) -> set[int]:
    """The days that a text names which was written on one: as ordinals. What cannot be a day is left out.

    `stems` are those of its words: most texts hold none that opens a day, which is sooner known than looked for.
    """
    found = set()
    for match in _DAY.finditer(text):
        try:
            found.add(_day(match, written).toordinal())
        except (ValueError, OverflowError):
            continue
    if not stems.isdisjoint(_DAY_WORDS) or not (stems.isdisjoint(_BACK) or stems.isdisjoint(_BACK_TO)):
        small = text.lower()
        if any(word in small for word in _BACK_AS_WRITTEN):
            found.update(_worded_days(text, written))
        else:  # then it names none in two words, and those in one are sooner found than searched for letter by letter
            for piece in small.split():
                if "day" in piece or "overnight" in piece:
                    found.update(_worded_days(piece, written))
    return found


def _worded_days(text: str, written: date) -> Iterator[int]:
    for match in _WORDED_DAY.finditer(text):
        weekday = match["weekday"]
        back = (written.weekday() - _WEEKDAYS.index(weekday.lower())) % 7 if weekday else 1
        yield written.toordinal() - back


def _day(match: re.Match[str], written: date) -> date:
    number = int(match["day"])
    if match["month"]:
        return _of_year(number, int(match["month"]), match["year"], written)
    if match["name"]:
        return _of_year(number, _MONTHS.index(match["name"].lower()) + 1, match["its_year"], written)
    day = written.replace(day=number)
    return day if day <= written else (written.replace(day=1) - timedelta(days=1)).replace(day=number)


def _of_year(day: int, month: int, year: str | None, written: date) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == len("16") else 0), month, day)
    found = date(written.year, month, day)
    return found if found <= written + _SOON else found.replace(year=written.year - 1)


def clocks_told(text: str, stems: AbstractSet[str]) -> set[int]:
    """The clock times that a text names, in minutes after midnight; 'half past one' is both of a day."""
    found = set()
    for match in _CLOCK.finditer(text):
        hour, minute, half = int(match["hour"]), match["minute"], (match["half"] or match["its_half"] or "").lower()
        if hour >= _HOURS_OF_A_DAY:
            continue
        if half == "p" and hour < _NOON:
            hour += _NOON
        elif half == "a" and hour == _NOON:
            hour = 0
        found.add(hour * 60 + int(minute or 0))
    if not stems.isdisjoint(_HALF):
        for match in _HALF_PAST.finditer(text):
            minutes = (_HOURS.index(match[1].lower()) + 1) % _NOON * 60 + 30
            found |= {minutes, minutes + _NOON * 60}
    return found


@lru_cache(maxsize=_NOON * 2 * 60)
def minutes_of(clock: str) -> int | None:
    """'14:05' as minutes after midnight; None for anything else."""
    hour, colon, minute = clock.partition(":")
    return int(hour) * 60 + int(minute) if colon and hour.isdecimal() and minute.isdecimal() else None


def days_told_at(text: str, written: date) -> Iterator[tuple[int, int, int]]:
    """The days that a text names which was written on one, as ordinals, each with where its words begin and end."""
    for match in _DAY.finditer(text):
        try:
            yield _day(match, written).toordinal(), match.start(), match.end()
        except (ValueError, OverflowError):
            continue
    for match in _WORDED_DAY.finditer(text):
        yield next(_worded_days(match[0], written)), match.start(), match.end()
