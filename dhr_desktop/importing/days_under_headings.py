"""Days that leave their month to a heading above them: '17th', 'Sat 17' or '17/3' under 'MARCH 2015'.

The weekday beside such a day is a check, and under the heading of a week it is the day itself.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dhr_desktop.base.remembered import remembered
from dhr_desktop.importing.date_points import MONTH, MONTH_NAMES, WEEKDAYS
from dhr_desktop.importing.date_wording import in_usual_words

Days = tuple[date, date]
"""The first and the last day that a heading speaks of."""

_WEEKDAY = rf"(?P<weekday>{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b\.?"
_LEADING = (
    r"(?:about |approx\.? |circa |c\.? ?|\? ?|w/?c |w/?e |week (?:commencing|beginning|ending|of) "
    r"|before |after |since |from |by |until )"
)
_BEFORE = rf"(?P<before>{_LEADING}?(?:{_WEEKDAY},? ?)?(?:the )?)"
_TH = r"(?:st|nd|rd|th)?"
_AFTER = r"(?P<after>(?:[\s,(?].{0,30})?)"
_NUMBERS = re.compile(rf"{_BEFORE}(?P<day>\d{{1,2}})(?P<mark>[/.\-])(?P<month>\d{{1,2}}){_AFTER}")
_NAMED = re.compile(
    rf"{_BEFORE}(?P<day>\d{{1,2}}){_TH}[\s\-/.,]*(?:of )?{MONTH.replace('month', 'named')}(?![a-z]){_AFTER}"
    rf"|{MONTH.replace('month', 'named2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)"
)
_SEVERAL = re.compile(
    rf"{_BEFORE}(?P<day>\d{{1,2}}){_TH} ?(?P<mark>-|/|&|to|and|or|,) ?(?P<last>\d{{1,2}}){_TH}{_AFTER}"
)
_DAY = re.compile(rf"{_BEFORE}(?P<day>\d{{1,2}}){_TH}{_AFTER}")
_PART = re.compile(r"(?P<part>early|mid|late|end|beginning|start)(?: of| in)?(?: the| this)?(?: month)?")
_WEEKDAY_ALONE = re.compile(rf"(?:on )?{_WEEKDAY}{_AFTER}")
_FULL_YEAR = re.compile(r"\d{3}")
_LONGEST = 50
_WEEK = timedelta(days=7)
_UNSURE = ("under-heading",)
_MONTHS = [name.title() for name in MONTH_NAMES]


@dataclass(frozen=True, slots=True)
class Completed:
    """The words of a whole date, and the codes of what is doubtful in making it whole."""

    words: str
    doubts: tuple[str, ...] = ()


_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|h(?:ou)?rs?\.?|noon)|\d{1,2}:\d\d", re.IGNORECASE)
"""An hour alone, which is no day of the month."""


@remembered(4096)
def completed(written: str, days: Days) -> Completed | None:
    """A cell's words with the month and year of the heading above it; None where it has its own, or is no day."""
    if not written or len(written) > _LONGEST or _FULL_YEAR.search(written):
        return None
    text = in_usual_words(written)
    if _CLOCK.fullmatch(text):
        return None
    alone = _WEEKDAY_ALONE.fullmatch(text)
    if alone and not re.match(r" ?,? ?(?:the )?\d", alone["after"]):
        return _by_weekday(alone, days)
    for pattern, reader in _READERS:
        match = pattern.fullmatch(text)
        if match:
            return reader(match, days)
    return None


def is_bare_day(written: str, days: Days) -> bool:
    """Whether a cell names a day that the heading makes whole beyond doubt."""
    found = completed(written, days)
    return found is not None and not found.doubts


def _in(days: Days, number: int) -> date | None:
    """The day of that number within a month or a week; None where there is none."""
    every = (days[0] + timedelta(days=step) for step in range((days[1] - days[0]).days + 1))
    return next((day for day in every if day.day == number), None)


def _by_weekday(match: re.Match[str], days: Days) -> Completed | None:
    """A weekday alone is a day of a week, and too little for one of a month: then the month is all that is known."""
    if days[1] - days[0] < _WEEK:
        day = days[0] + timedelta(days=(WEEKDAYS[match["weekday"]] - days[0].weekday()) % 7)
        return Completed(f"{_told(day)}{match['after']}") if day <= days[1] else None
    if days[0].month != days[1].month:
        return None
    return Completed(_month_of(days), ("weekday-alone",))


def _by_numbers(match: re.Match[str], days: Days) -> Completed | None:
    """'17/3': the month bears the heading out. '9/10' under March may be two days, and '4/2' another month's."""
    first, second = int(match["day"]), int(match["month"])
    months = {days[0].month, days[1].month}
    dashed = match["mark"] == "-" and not match["month"].startswith("0")
    if second in months and not (dashed and first < second):
        return _whole(match, first, second, days)
    if match["mark"] == ".":
        return None
    if not dashed and first in months and second != first + 1:
        found = _whole(match, second, first, days)
        return found and Completed(found.words, ("order",))
    if dashed or second == first + 1 or second > len(MONTH_NAMES):
        return _several(match, first, second, days, unsure=second in months or not dashed)
    return _whole(match, first, second, days)


def _by_name(match: re.Match[str], days: Days) -> Completed | None:
    name = match["named"] or match["named2"]
    month = next(number for number, full in enumerate(MONTH_NAMES, 1) if full.startswith(name[:3]))
    return _whole(match, int(match["day"] or match["day2"]), month, days)


def _whole(match: re.Match[str], day: int, month: int, days: Days) -> Completed | None:
    """A day and a month in the heading's year; in the year that lies nearest, and in doubt, where they are outside."""
    found = [one for step in (-1, 0, 1) if (one := _date(days[0].year + step, month, day))]
    within = [one for one in found if days[0] <= one <= days[1]]
    if within:
        return _made(match, _told(within[0]))
    return _made(match, _told(min(found, key=lambda one: abs(one - days[0]))), _UNSURE) if found else None


def _by_several(match: re.Match[str], days: Days) -> Completed | None:
    return _several(match, int(match["day"]), int(match["last"]), days, unsure=match["mark"] == "/")


def _several(match: re.Match[str], first: int, last: int, days: Days, *, unsure: bool) -> Completed | None:
    start, end = _in(days, first), _in(days, last)
    if not start or not end or end <= start:
        return None
    doubts = _UNSURE if unsure else ()
    return _made(match, f"{_told(start)} - {_told(end)}", doubts)


def _by_day(match: re.Match[str], days: Days) -> Completed | None:
    """The day of the heading's month; a day that the month does not have leaves no more than the month."""
    number = int(match["day"])
    day = _in(days, number)
    if day:
        return _made(match, _told(day))
    in_no_month = not 1 <= number <= 31 or days[0].month != days[1].month  # noqa: PLR2004 - days
    return None if in_no_month else Completed(_month_of(days), _UNSURE)


def _by_part(match: re.Match[str], days: Days) -> Completed | None:
    if days[1] - days[0] < _WEEK:
        return None
    of = "" if match["part"] in ("early", "mid", "late") else " of"
    return Completed(f"{match['part']}{of} {_month_of(days)}")


def _made(match: re.Match[str], told: str, doubts: tuple[str, ...] = ()) -> Completed:
    parts = match.groupdict(default="")
    return Completed(f"{parts['before'].replace('the ', '').title()}{told}{parts['after']}", doubts)


def _told(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _month_of(days: Days) -> str:
    return f"{_MONTHS[days[0].month - 1]} {days[0].year}"


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_READERS = (
    (_NUMBERS, _by_numbers),
    (_NAMED, _by_name),
    (_SEVERAL, _by_several),
    (_DAY, _by_day),
    (_PART, _by_part),
)
