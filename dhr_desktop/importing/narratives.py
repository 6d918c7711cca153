"""Records written as running lines, each beginning with its date, turned into a table of one row for each record."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dhr_desktop.importing.date_points import MONTH, WEEKDAYS
from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.forms import Form
from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty, rectangular
from dhr_desktop.importing.layout import Layout

_LEAST_RECORDS = 2
_LEAST_WORDS = 3
"""A date with fewer words after it is a heading."""
_HEADINGS = ("Date", "Time", "Event")
_DAY = "|".join(sorted((name for name in WEEKDAYS), key=len, reverse=True))
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\d{4})\s*(?:h(?:ou)?rs?\.?)?"
_LONGEST_OPENING = 60
_MARK = re.compile(r"\s[-\u2013\u2014]\s|:\s|\t")
_OPENING = re.compile(
    rf"(?:(?:on|date)\b\s*:?\s*)?(?P<date>ditto\b|as above\b|(?:w[/.]?[cb]\.?\s+|week commencing\s+)?(?:(?:{_DAY})\.?,?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[\s\-/.]+(?:of\s+)?{MONTH}[\s\-/.,]+(?:\d{{4}}|\d\d)\b|\d{{1,2}}[/.\-]\d{{1,2}}[/.\-](?:\d{{4}}|\d\d)\b|"
    rf"\d{{4}}-\d\d-\d\d|{MONTH.replace('month', 'm2')}\s+\d{{4}}(?=\s*(?:[:\-\u2013]|$|(?-i:[A-Z]{{3,}})\b))|(?:19|20)\d\d(?=\s*(?:[:\-\u2013]|$|(?-i:[A-Z]{{3,}})\b))))"
    rf"(?:\s*,?\s*(?:at\s+|@\s*)?(?P<time>{_CLOCK})(?=[\s:,\-\u2013]|$))?\s*[:\-\u2013]?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


def find(grid: Grid) -> Form | None:
    """The records of a grid of one column of lines; None where its lines do not begin with dates."""
    lines = [as_text(row[0]) if row else "" for row in grid.rows]
    if any(not is_empty(value) for row in grid.rows for value in row[1:]):
        return None
    openings = [number for number, line in enumerate(lines) if _opening(line)]
    if len(openings) < _LEAST_RECORDS:
        return None
    places = _places(lines, openings)
    table: list[Sequence[Value]] = [_HEADINGS, *(_record(lines, place) for place in places)]
    titles = tuple(line for line in lines[: openings[0]] if line)
    made = replace(
        grid, rows=rectangular([list(row) for row in table]), context=(*grid.context, *titles[-6:]), notes={}
    )
    return Form(grid, made, Layout(0, _HEADINGS), places)


def records_in(lines: Sequence[str]) -> bool:
    """Whether some of the lines are records: each a date with words after it."""
    opened = (match for line in lines if (match := _opening(line)))
    return sum(len(match.rest.split()) >= _LEAST_WORDS for match in opened) >= _LEAST_RECORDS


def _places(lines: Sequence[str], openings: Sequence[int]) -> tuple[range, ...]:
    """The lines of each record. A date alone, right before another, heads those below it and is none itself."""
    ends = [*openings[1:], len(lines)]
    return tuple(
        range(start, end)
        for start, end in zip(openings, ends, strict=True)
        if end == len(lines) or any(_parts(lines, range(start, end))[2])
    )


@dataclass(frozen=True, slots=True)
class _Opening:
    """How a record begins: its date, a time that stands apart, and the words after them."""

    date: str
    time: str
    rest: str


def _opening(line: str) -> _Opening | None:
    match = _OPENING.match(line)
    if match:
        reading = read_date(match["date"])
        if reading.edtf or reading.ditto:
            return _Opening(match["date"], match["time"] or "", match["rest"].strip())
    return _loosely(line)


def _loosely(line: str) -> _Opening | None:
    """A date of any form before a dash or a colon: 'Early March 2021 - Telephone call', '3-7 March 2021, 4pm: Visit'."""
    for mark in _MARK.finditer(line[:_LONGEST_OPENING]):
        head = line[: mark.start()].strip()
        reading = read_date(head)
        if reading.edtf and not {"among-words", "misspelt"} & set(reading.doubts):
            return _Opening(head, "", line[mark.end() :].strip())
    return None


def _parts(lines: Sequence[str], place: range) -> tuple[str, str, list[str]]:
    """A record's date, its time, and its words line by line."""
    opening = _opening(lines[place.start]) or _Opening("", "", lines[place.start])
    words = [opening.rest, *(lines[number].strip() for number in place[1:])]
    return opening.date, opening.time, [line for line in words if line]


def _record(lines: Sequence[str], place: range) -> list[Value]:
    date, time, words = _parts(lines, place)
    return [date or None, time or None, "\n".join(words) or None]
