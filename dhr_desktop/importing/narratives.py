"""Records written as running lines, each beginning with its date, turned into a table of one row for each record."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.forms import Form
from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty, rectangular
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.record_openings import Opening, openings

_LEAST_RECORDS = 2
_LEAST_WORDS = 3
"""A date with fewer words after it is a heading."""
BESIDE_TABLES = "Text"
"""How the running text of a file is called that has tables besides."""
_OF_THE_PAPER = re.compile(r"\b(?:report|review|chronology|document|author|version|template)\b", re.IGNORECASE)
_HEADINGS = ("Date", "Time", "Event")


def find(grid: Grid) -> Form | None:
    """The records of a grid of one column of lines; None where its lines do not begin with dates."""
    lines = [as_text(row[0]) if row else "" for row in grid.rows]
    if any(not is_empty(value) for row in grid.rows for value in row[1:]):
        return None
    opened = openings(lines)
    alone = grid.name.startswith(BESIDE_TABLES) and any(map(is_record_alone, lines))
    if len(opened) < _LEAST_RECORDS and not alone:
        return None
    records = _records(lines, opened)
    table: list[Sequence[Value]] = [_HEADINGS, *records.values()]
    titles = tuple(line for line in lines[: min(opened)] if line)
    made = replace(
        grid, rows=rectangular([list(row) for row in table]), context=(*grid.context, *titles[-6:]), notes={}
    )
    return Form(grid, made, Layout(0, _HEADINGS), tuple(records))


def records_in(lines: Sequence[str]) -> bool:
    """Whether some of the lines are records: each a date with words after it."""
    return sum(len(opening.rest.split()) >= _LEAST_WORDS for opening in openings(lines).values()) >= _LEAST_RECORDS


def is_record_alone(line: str) -> bool:
    """Whether one line, with no others like it, is a record: a date with a sentence after it that begins anew.

    '1 January 2014 to 31 December 2016 is the period.' goes on from its date, and 'On 12 May 2016 A Bell was asked to
    write this report.' is of the paper itself.
    """
    if not line.endswith((".", "!", "?")) or (line[:1].isalpha() and _OF_THE_PAPER.search(line)):
        return False
    opening = openings([line]).get(0)
    if opening is None or len(opening.rest.split()) < _LEAST_WORDS:
        return False
    return bool(read_date(opening.date).edtf) and not opening.rest[0].islower()


def _records(lines: Sequence[str], opened: Mapping[int, Opening]) -> dict[range, Sequence[Value]]:
    """Each record's lines with its date, its time and its words.

    A year or a month alone heads the days below it: what is said under it before the first of them is a record of
    its own. Another date alone, right before another, heads those below it and is none itself.
    """
    found: dict[range, Sequence[Value]] = {}
    for start, end in pairwise([*opened, len(lines)]):
        opening = opened[start]
        below = [number for number in range(start + 1, end) if lines[number].strip()]
        words = "\n".join(line for line in (opening.rest, *(lines[number].strip() for number in below)) if line)
        if opening.heads and end < len(lines) and (opened[end].leans or not words):
            found[range(start, start + 1)] = (opening.date, None, None)
            if words:
                found[range(below[0], end)] = (opening.date, None, words)
        elif words or end == len(lines):
            found[range(start, end)] = (opening.date, opening.time or None, words or None)
    return found
