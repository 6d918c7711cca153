"""A date as certain as its source: EDTF text beside the earliest and latest day it can mean.

EDTF (ISO 8601-2:2019, Extended Date/Time Format) is read here in its levels 0 and 1, with one form of level 2:

    2016-04-05   a day            2016-04    a month          2016      a year         201X   a decade
    2016-04-XX   a day of a month, not known which            20XX      a century      -0043, Y12000  far years
    2016-21..24  spring, summer, autumn, winter                XXXX      unknown
    2016-04-05T23:20:30Z  a day with its clock, of which only the day counts here
    a suffix ~ (about), ? (unsure) or % (both) on any of them
    a/b  from a to b, where '..' leaves an end open and nothing says that it is not known
    [a..b]  one day somewhere between a and b, either left out (level 2)
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date

from dhr_desktop.base.remembered import remembered

UNKNOWN_TEXT = "XXXX"
FIRST_DAY = date(1, 1, 1)
LAST_DAY = date(9999, 12, 31)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# Not `calendar.month_name`, which speaks the computer's language once Qt has set the locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The months as the British name them, January first."""
_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?", re.ASCII)
_FAR_YEAR = re.compile(r"Y(?P<long>-?[1-9]\d{4,})|(?P<short>-(?!0000)\d{4}|0000)", re.ASCII)
"""Years that no calendar of this program holds: more than four digits after a Y, or before the year 1."""
_CLOCK = re.compile(r"T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?$", re.ASCII)


class NotEdtf(ValueError):
    """The text is not EDTF as this program keeps it."""


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """One date as the records allow it to be known.

    `earliest` and `latest` are both None when nothing is known; one alone is None when that end is open.
    `approximate` is EDTF's '~', `unsure` its '?' ('%' is both).
    """

    edtf: str
    earliest: date | None
    latest: date | None
    approximate: bool = False
    unsure: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is known."""
        return self.earliest is None and self.latest is None

    @property
    def is_exact(self) -> bool:
        """Whether it is one certain day."""
        return self.earliest is not None and self.earliest == self.latest and not (self.approximate or self.unsure)

    @property
    def span_days(self) -> int:
        """How many days it may be: 1 for a day, more for a month; open or unknown counts as all there are."""
        first = self.earliest or FIRST_DAY
        last = self.latest or LAST_DAY
        return (last - first).days + 1


UNKNOWN = EdtfDate(UNKNOWN_TEXT, None, None)
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@remembered(20_000)
def parse(text: str) -> EdtfDate:
    """Read EDTF text. Raises `NotEdtf` for anything else, so that nothing is guessed."""
    stripped = text.strip()
    if stripped == UNKNOWN_TEXT:
        return UNKNOWN
    if stripped.startswith("[") and stripped.endswith("]"):
        return _between(stripped, "", _ends(stripped[1:-1], ".."))
    if "/" in stripped:
        return _between(stripped, "..", _ends(stripped, "/"))
    if "T" in stripped and _CLOCK.search(stripped) and len(stripped.split("T")[0]) == len("2016-04-05"):
        return replace(_point(stripped.split("T")[0]), edtf=stripped)
    return _point(stripped)


def exact_day(edtf: str) -> date | None:
    """The day of EDTF text that is one certain day; None of any other, however long: '2016-03/..' is none."""
    if not _WHOLE_DAY.fullmatch(edtf):
        return None
    try:
        return date.fromisoformat(edtf)
    except ValueError:
        return None


def of_day(day: date) -> EdtfDate:
    """The date that is exactly `day`."""
    return EdtfDate(day.isoformat(), day, day)


def _ends(text: str, mark: str) -> tuple[str, str]:
    first, found, last = text.partition(mark)
    if not found:
        raise NotEdtf(text)
    return first, last


def _between(text: str, left_open: str, ends: tuple[str, str]) -> EdtfDate:
    low, high = (None if end in ("", left_open) else _point(end) for end in ends)
    if low is None and high is None:
        raise NotEdtf(text)
    earliest = low.earliest if low else None
    latest = high.latest if high else None
    if earliest and latest and earliest > latest:
        raise NotEdtf(text)
    sides = [side for side in (low, high) if side]
    return EdtfDate(text, earliest, latest, any(s.approximate for s in sides), any(s.unsure for s in sides))


def _point(text: str) -> EdtfDate:
    bare = text.rstrip("~?%")
    marks = text[len(bare) :]
    if len(marks) > 1:
        raise NotEdtf(text)
    far = _FAR_YEAR.fullmatch(bare)
    if far:
        earliest, latest = (LAST_DAY, None) if int(far["long"] or far["short"]) > 0 else (None, FIRST_DAY)
        return EdtfDate(text, earliest, latest, marks in ("~", "%"), marks in ("?", "%"))
    match = _POINT.fullmatch(bare)
    if not match:
        raise NotEdtf(text)
    try:
        earliest, latest = _bounds(match)
    except ValueError:
        raise NotEdtf(text) from None
    return EdtfDate(text, earliest, latest, marks in ("~", "%"), marks in ("?", "%"))


def _bounds(match: re.Match[str]) -> tuple[date, date]:
    year_text, month_text, day_text = match.groups()
    if year_text.endswith("X"):
        if month_text:
            raise ValueError(match.string)
        return date(int(year_text.replace("X", "0")), 1, 1), date(int(year_text.replace("X", "9")), 12, 31)
    year = int(year_text)
    if month_text in (None, "XX"):
        if day_text not in (None, "XX"):
            raise ValueError(match.string)
        return date(year, 1, 1), date(year, 12, 31)
    month = int(month_text)
    if month in _SEASONS:
        if day_text:
            raise ValueError(match.string)
        start, end = _SEASONS[month]
        end_year = year + (end < start)
        return date(year, start, 1), _month_end(end_year, end)
    if day_text in (None, "XX"):
        return date(year, month, 1), _month_end(year, month)
    day = date(year, month, int(day_text))
    return day, day


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def in_british_words(when: EdtfDate) -> str:
    """The date as it is written in a British report: '9 November 2018', 'about June 2014', 'spring 2016'."""
    text = when.edtf
    if text == UNKNOWN_TEXT:
        return "date not known"
    if text.startswith("["):
        return _one_day_in_words(*_ends(text[1:-1], ".."))
    if "/" in text:
        return _stretch_in_words(*_ends(text, "/"))
    if "T" in text:
        day, clock = _ends(text, "T")
        return f"{_point_in_words(day)} at {clock.removesuffix('Z')}{' UTC' if clock.endswith('Z') else ''}"
    return _point_in_words(text)


def _one_day_in_words(first: str, last: str) -> str:
    if not first or not last:
        known = _point(first or last)
        in_or_on = "on" if known.earliest == known.latest else "in"
        return f"{in_or_on} or {'before' if last else 'after'} {_point_in_words(first or last)}"
    return f"one day between {_shortened(first, last)} and {_point_in_words(last)}"


def _stretch_in_words(first: str, last: str) -> str:
    if first == last:
        return f"the whole of {_point_in_words(first)}"
    if not first:
        return f"until {_point_in_words(last)}, start not known"
    if not last:
        return f"from {_point_in_words(first)}, end not known"
    if first == "..":
        return f"until {_point_in_words(last)}"
    if last == "..":
        return f"from {_point_in_words(first)}"
    return f"{_shortened(first, last)} to {_point_in_words(last)}"


def _shortened(first: str, last: str) -> str:
    """The first end without the month and year it shares with the last: '5' of '5 to 8 April 2016'."""
    words = _point_in_words(first)
    if first == last:
        return words
    alike = len(first) == len(last) and "-" in first and first[:4] == last[:4] and not set(first + last) & set("X~?%")
    if not alike:
        return words
    return words.split(" ")[0] if first[:7] == last[:7] else words.rsplit(" ", 1)[0]


def _point_in_words(text: str) -> str:
    point = _point(text)
    bare = text.rstrip("~?%")
    words = _bare_in_words(bare, point)
    if point.approximate:
        words = f"about {words}"
    return f"{words} (uncertain)" if point.unsure else words


def _bare_in_words(bare: str, point: EdtfDate) -> str:
    far = _FAR_YEAR.fullmatch(bare)
    if far:
        return f"the year {int(far['long'] or far['short'])}"
    year, month = bare[:4], bare[5:7]
    if year.endswith("XX"):
        return f"the {_ordinal(int(year[:2]) + 1)} century"
    if year.endswith("X"):
        return f"the {year[:3]}0s"
    if bare.endswith("-XX"):
        of = f"{MONTHS[int(month) - 1]} {year}" if month != "XX" else year
        return f"a {'month' if len(bare) == len('2016-XX') else 'day'} in {of}"
    if not month:
        return year
    if int(month) in _SEASON_NAMES:
        return f"{_SEASON_NAMES[int(month)]} {year}"
    month_name = MONTHS[int(month) - 1]
    if not bare[8:]:
        return f"{month_name} {year}"
    return f"{point.earliest.day if point.earliest else ''} {month_name} {year}"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in (11, 12, 13) else "th"
    return f"{number}{ending}"
