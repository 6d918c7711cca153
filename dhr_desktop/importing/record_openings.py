"""Where records begin among running lines: with a date, or under a year or a month with the rest of one."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dhr_desktop.domain.dates import parse
from dhr_desktop.importing.date_points import MONTH, MONTH_NAMES, SEASONS, WEEKDAYS
from dhr_desktop.importing.dates import PLAIN, Context, read_date

_DAY = "|".join(sorted((name for name in WEEKDAYS), key=len, reverse=True))
_WEEK = r"w[/.]?[cb]\.?\s+|week commencing\s+"
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\d{4})\s*(?:h(?:ou)?rs?\.?)?"
_LONGEST_OPENING = 60
_MARK = re.compile(r"\s[-\u2013\u2014]\s|:\s|\t")
_TIME = rf"(?:\s*,?\s*(?:at\s+|@\s*)?(?P<time>{_CLOCK})(?=[\s:,\-\u2013]|$))?\s*[:\-\u2013]?\s*(?P<rest>.*)"
_M2, _M3 = MONTH.replace("month", "m2"), MONTH.replace("month", "m3")
_OPENING = re.compile(
    rf"(?:(?:on|date)\b\s*:?\s*)?(?P<date>ditto\b|as above\b|(?:{_WEEK})?(?:(?:{_DAY})\.?,?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[\s\-/.]+(?:of\s+)?{MONTH}[\s\-/.,]+(?:\d{{4}}|\d\d)\b|\d{{1,2}}[/.\-]\d{{1,2}}[/.\-](?:\d{{4}}|\d\d)\b|"
    rf"\d{{4}}-\d\d-\d\d|{_M2}\s+\d{{4}}(?=\s*(?:[:\-\u2013]|$|(?-i:[A-Z]{{3,}})\b))|(?:19|20)\d\d(?=\s*(?:[:\-\u2013]|$|(?-i:[A-Z]{{3,}})\b))))"
    rf"{_TIME}",
    re.IGNORECASE | re.DOTALL,
)
_INEXACT = re.compile(
    rf"(?P<date>do\.|(?:c\.|ca\.|circa|approx\.?|about|around|early|mid|late)[\s-]*{MONTH}\s+\d{{4}}|"
    rf"{_M2}\s*[/\-\u2013]\s*{_M3}\s+\d{{4}}|(?:(?:early|mid|late)[\s-]+)?(?:{'|'.join(SEASONS)})\s+\d{{4}}(?:/\d\d)?)"
    rf"(?=\s*[:\-\u2013]|\s+(?-i:[A-Z])){_TIME}",
    re.IGNORECASE | re.DOTALL,
)
_WITHOUT_YEAR = re.compile(
    rf"(?P<date>(?:(?P<weekday>{_DAY})\.?,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?![a-z])|"
    rf"\d{{1,2}}[/.]\d{{1,2}}(?![\d/.])|(?P<day>\d{{1,2}})(?:st|nd|rd|th|(?=\s+[-\u2013\u2014]\s)|(?<=[a-z]\s\d)|(?<=[a-z]\s\d\d))(?![\w/.]|:\d)))"
    rf"(?P<stop>\s*(?:,\s*)?(?:(?:at\s+|@\s*)?{_CLOCK})?\s*(?:[:\-\u2013\u2014]\s|\t)|\s+(?=(?-i:[A-Z])|{_CLOCK}(?!\S))){_TIME}",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = re.compile(
    rf"[\W_]*(?:{MONTH}[\s,]+)?(?P<year>(?:19|20)\d\d)\s*(?:[-\u2013(]?\s*cont(?:inued|'?d)?\.?\)?)?[\W_]*",
    re.IGNORECASE,
)
_IN_MID_PHRASE = re.compile(
    r"\b(?:on|from|by|until|till|since|of|dated|to|for|before|after|between|and|the)$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.,;:)\]!?]+")
_MOSTLY = 0.6
_SOON = timedelta(days=92)
_HALF_A_YEAR = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a record begins: its date, a time that stands apart, and the words after them."""

    date: str
    time: str
    rest: str
    heads: bool = False
    """Whether the line is a year or a month alone, under which the days stand."""
    leans: bool = False
    """Whether its year, or its month, is that of what stands above."""


@dataclass(frozen=True, slots=True)
class _Under:
    """The year, and perhaps the month, that stands as a heading above lines."""

    year: int
    month: int = 0

    @property
    def context(self) -> Context:
        return Context(neighbour=date(self.year, 12, 31), year_is_sure=True)

    @property
    def earliest(self) -> date:
        return date(self.year, self.month or 1, 1)

    @property
    def latest(self) -> date:
        following = date(self.year + self.month // 12, self.month % 12 + 1, 1) if self.month else None
        return following - timedelta(days=1) if following else date(self.year, 12, 31)


def openings(lines: Sequence[str]) -> dict[int, Opening]:
    """The lines that open a record, with how they do.

    Lines that open with a day but no year do so under a year or a month, or between the records around them.
    """
    heads = {number: head for number, line in enumerate(lines) if (head := _head(line))}
    whole = _whole_ones(lines, heads.keys())
    days = {number: day for number, opening in whole.items() if (day := _day(opening.date, PLAIN))}
    found: dict[int, Opening] = {}
    under: _Under | None = None
    last: date | None = None
    following = _following(days, len(lines))
    for number, line in enumerate(lines):
        if number in heads:
            under, last = heads[number], None
            found[number] = Opening(line.strip(" *_-\u2013:="), "", "", heads=True)
        elif number in whole:
            found[number] = whole[number]
            last = days.get(number, last)
            under = under if under and last and last.year == under.year else None
        elif line and not _breaks_off(lines, number) and (under or last):
            leaning = _without_year(line, under, last, following[number])
            if leaning:
                found[number], last = leaning
    return found


def _following(days: Mapping[int, date], lines: int) -> list[date | None]:
    """For each line the day of the next record that has a whole date."""
    found: list[date | None] = [None] * lines
    day: date | None = None
    for number in range(lines - 1, -1, -1):
        found[number] = day
        day = days.get(number, day)
    return found


def _whole_ones(lines: Sequence[str], but: Container[int]) -> dict[int, Opening]:
    """The lines that open with a date of their own.

    A line is no opening where nothing but a full stop is left of it, or where the line above breaks off before a
    date and this one goes on in small letters, among records that begin with capitals.
    """
    found: dict[int, Opening] = {}
    for number, line in enumerate(lines):
        opening = _whole(line, begun=bool(found)) if line and number not in but else None
        if opening and not (opening.rest and _STOP.fullmatch(opening.rest)):
            found[number] = opening
    small = {number for number, opening in found.items() if opening.rest[:1].islower()}
    if len(small) > (1 - _MOSTLY) * len(found):
        return found
    return {
        number: opening for number, opening in found.items() if number not in small or not _breaks_off(lines, number)
    }


def _breaks_off(lines: Sequence[str], number: int) -> bool:
    """Whether the line above one ends where a date may follow."""
    return number > 0 and bool(_IN_MID_PHRASE.search(lines[number - 1].rstrip()))


def _head(line: str) -> _Under | None:
    match = _HEAD.fullmatch(line) if line else None
    if not match:
        return None
    return _Under(int(match["year"]), _month(match["month"]) if match["month"] else 0)


def _month(name: str) -> int:
    return next(number for number, full in enumerate(MONTH_NAMES, 1) if full.startswith(name[:3].lower()))


def _whole(line: str, *, begun: bool) -> Opening | None:
    """A line that opens with a date of its own; a ditto needs a record before it."""
    match = _OPENING.match(line)
    if match:
        reading = read_date(match["date"])
        if reading.edtf or reading.ditto:
            return Opening(match["date"], match["time"] or "", match["rest"].strip())
    inexact = _INEXACT.match(line)
    if inexact:
        reading = read_date(inexact["date"])
        if reading.edtf or (reading.ditto and begun):
            return Opening(inexact["date"], inexact["time"] or "", inexact["rest"].strip())
    return _before_a_mark(line, PLAIN)


def _before_a_mark(line: str, context: Context) -> Opening | None:
    """A date of any form before a dash or a colon: 'Early March 2021 - Telephone call', '3-7 March 2021, 4pm: Call'."""
    for mark in _MARK.finditer(line[:_LONGEST_OPENING]):
        head = line[: mark.start()].strip()
        reading = read_date(head, context)
        if reading.edtf and not {"among-words", "misspelt"} & set(reading.doubts):
            return Opening(head, "", line[mark.end() :].strip())
    return None


def _without_year(
    line: str, under: _Under | None, last: date | None, following: date | None
) -> tuple[Opening, date] | None:
    """A line that opens with a day whose year, or month, stands above it, with that day.

    It must lie in what stands above. Where nothing does, or no mark parts it from its words, it must not lie before
    the record above, nor after the next.
    """
    match = _WITHOUT_YEAR.match(line)
    if match:
        written = _completed(match, under, last)
        time = match["time"] or _clock_in(match["stop"])
        opening = Opening(written, time, match["rest"].strip(), leans=True) if written else None
    else:
        opening = replace(found, leans=True) if under and (found := _before_a_mark(line, under.context)) else None
    context = under.context if under else Context(neighbour=last + _HALF_A_YEAR if last else None)
    day = _day(opening.date, context) if opening else None
    if opening is None or day is None:
        return None
    if under and not under.earliest <= day <= under.latest:
        return None
    in_order = (last or day) <= day <= (following or (last or day) + _SOON)
    parted = match is None or bool(match["stop"].strip())
    return (opening, day) if in_order or (under and parted) else None


def _clock_in(stop: str) -> str:
    return stop.strip(" ,:-\u2013\u2014\t@").removeprefix("at ").strip()


def _completed(match: "re.Match[str]", under: _Under | None, last: date | None) -> str:
    """The date with the month and year of the heading, or with those of the record above that fit its weekday."""
    written = match["date"].strip()
    if match["day"] is None:
        return f"{written} {under.year}" if under and under.month and match["month"] else written
    if under and under.month:
        return f"{written} {MONTH_NAMES[under.month - 1].title()} {under.year}"
    return _by_weekday(match, last) if last and match["weekday"] else ""


def _by_weekday(match: "re.Match[str]", last: date) -> str:
    wanted = WEEKDAYS[match["weekday"].lower()]
    for ahead in range(int(_SOON.days)):
        day = last + timedelta(days=ahead)
        if day.day == int(match["day"]):
            return (
                f"{match['date'].strip()} {MONTH_NAMES[day.month - 1].title()} {day.year}"
                if day.weekday() == wanted
                else ""
            )
    return ""


def _day(written: str, context: Context) -> date | None:
    """The first day that a date can mean."""
    edtf = read_date(written, context).edtf
    return parse(edtf).earliest if edtf else None
