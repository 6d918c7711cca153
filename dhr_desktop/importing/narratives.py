"""Records written as running lines, each beginning with its date, turned into a table of one row for each record."""

import re
from collections.abc import Sequence
from dataclasses import replace

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
    starts = [number for number, line in enumerate(lines) if _opening(line)]
    if len(starts) < _LEAST_RECORDS:
        return None
    places = tuple(range(start, end) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True))
    table: list[Sequence[Value]] = [_HEADINGS, *(_record(lines, place) for place in places)]
    titles = tuple(line for line in lines[: starts[0]] if line)
    made = replace(
        grid, rows=rectangular([list(row) for row in table]), context=(*grid.context, *titles[-6:]), notes={}
    )
    return Form(grid, made, Layout(0, _HEADINGS), places)


def records_in(lines: Sequence[str]) -> bool:
    """Whether some of the lines are records: each a date with words after it."""
    opened = (match for line in lines if (match := _opening(line)))
    return sum(len(match["rest"].split()) >= _LEAST_WORDS for match in opened) >= _LEAST_RECORDS


def _opening(line: str) -> re.Match[str] | None:
    match = _OPENING.match(line)
    if not match:
        return None
    reading = read_date(match["date"])
    return match if reading.edtf or reading.ditto else None


def _record(lines: Sequence[str], place: range) -> list[Value]:
    match = _opening(lines[place.start])
    if match is None:
        return [None, None, lines[place.start]]
    words = [match["rest"].strip(), *(lines[number].strip() for number in place[1:])]
    return [match["date"], match["time"] or None, "\n".join(line for line in words if line) or None]
