"""Text files (.csv, .tsv, .txt) as grids, their delimiter found from what the file holds."""

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import aligned, limits, narratives, problems, quotes
from dhr_desktop.importing.grid import Grid, Value, rectangular
from dhr_desktop.importing.letters import decoded

_DELIMITERS = "\t;,|"
_SAMPLE_RECORDS = 200
_SAMPLE = 256 * 1024
_QUOTED = re.compile(r'(?:(?<=[\t;,|\n])|\A)"[^"]*+(?:""[^"]*+)*+"(?=[\t;,|\r\n]|\Z)')
"""A cell in quotes, as RFC 4180 has it."""
_SIGN = re.compile(
    r"&(?:quot|amp|lt|gt|apos|nbsp|pound|euro|hellip|bull|[lr][sd]quo|[nm]dash|[AEIOUaeiou](?:acute|grave|circ|uml)"
    r"|#\d{1,6}|#[xX][0-9A-Fa-f]{1,6});"
)
"""Signs as a web page writes them, by their names: 'A&E;' is none."""
_KEPT_IN_PLACE = "\ue000"
_TOLD = re.compile(r"\ufeff?\"?sep=([\t;,|])\"?\r?\n", re.IGNORECASE)
_DATED = re.compile(
    r"\b\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{2,4}|(?:st|nd|rd|th)?[ -][A-Za-z]{3,9}[ -]\d{2,4})\b|\b\d{4}-\d\d-\d\d"
)
_NOT_IN_HEADINGS = 0.3
_PRINTS = (".txt",)
_EVEN = 0.6
"""Where a delimiter splits no more of a print's lines than this alike, it is none."""
_MOSTLY = 0.8
_RULE = re.compile(r"\s*(?::?-{2,}:?|[-=+]*[-=]{3}[-=+]*)\s*")
_WIDE = 12


def read_text(name: str, _suffix: str, data: bytes, progress: Progress = UNWATCHED) -> list[Grid]:
    """The whole file as one grid, a row a record (a quoted line break does not end one)."""
    if not data.strip():
        raise problems.empty(name)
    letters = decoded(name, data)
    csv.field_size_limit(limits.MOST_FIELD)
    text = quotes.settled(letters.text, delimiter_of)
    if name.lower().endswith(_PRINTS) and _share(text, delimiter_of(text)) <= _EVEN:
        lines = [line.rstrip() for line in letters.text.expandtabs().splitlines()]
        if printed := aligned.grid_of(lines):
            return [replace(printed, remarks=letters.remarks)]
        if narratives.records_in([line.strip() for line in lines]):
            rows = tuple((line.strip() or None,) for line in lines)
            return [Grid(name="", rows=rows, remarks=letters.remarks)]
    return [Grid(name="", rows=rectangular(_records(name, text, progress)), remarks=letters.remarks)]


def _records(name: str, text: str, progress: Progress) -> list[list[Value]]:
    delimiter, kept = delimiter_of(text), _KEPT_IN_PLACE
    if delimiter == ";":  # the ; that ends a sign such as &quot; parts nothing
        text = _SIGN.sub(lambda sign: sign[0][:-1] + kept, text)
    rows: list[list[Value]] = []
    widest = 0
    lines = text.count("\n") + 1
    try:
        for number, record in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
            if number % 2000 == 0:
                progress.step(number, lines, "Reading rows")
            widest = max(widest, len(record))
            if number >= limits.MOST_ROWS or widest > limits.MOST_COLUMNS or number * widest > limits.MOST_CELLS:
                raise problems.too_many_records(name, number, widest)
            rows.append([] if _is_rule(record) else [_cell(cell) for cell in record])
    except csv.Error:
        raise problems.not_this_kind(name, "a text file of rows and columns") from None
    return rows


def _cell(words: str) -> Value:
    return words.replace(_KEPT_IN_PLACE, ";").replace(quotes.KEPT, '"') or None


def _is_rule(record: list[str]) -> bool:
    """Whether a line is nothing but the line drawn under headings: '|---|:--|', '-----+-----'."""
    return (
        record[:1] != []
        and all(not cell.strip() or _RULE.fullmatch(cell) for cell in record)
        and "--" in "".join(record)
    )


def delimiter_of(text: str) -> str:
    """The delimiter that splits most records into the same number of cells, more than one, and the headings too.

    What stands in quotes, and the ; of a sign such as &quot;, parts nothing. A first line 'sep=;' is Excel's own word.
    """
    if told := _TOLD.match(text):
        return told[1]
    lines = _outside_quotes(text[:_SAMPLE])
    dated = next((place for place, line in enumerate(lines) if _DATED.search(line)), 0)
    headings = next((line for line in reversed(lines[:dated]) if line.strip()), "")
    parted = [mark for mark in _DELIMITERS if mark in headings]
    scores = {
        mark: _evenness(lines, mark) * (1 if mark in parted or not parted else _NOT_IN_HEADINGS) for mark in _DELIMITERS
    }
    best = max(_DELIMITERS, key=lambda mark: scores[mark])
    return best if scores[best] else ","


def _outside_quotes(text: str) -> list[str]:
    """The first records, each a line, without what stands in quotes and without signs such as &quot;."""
    return _SIGN.sub("", _QUOTED.sub("", text)).splitlines()[:_SAMPLE_RECORDS]


def is_table(text: str) -> bool:
    """Whether a delimiter splits most lines of a text, whatever its file is called, into the same number of cells."""
    return _share(text, delimiter_of(text)) >= _MOSTLY


def _share(text: str, delimiter: str) -> float:
    """How many of the first records have the number of cells that most have, more than one."""
    try:
        widths = [
            len(record)
            for record in islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _SAMPLE_RECORDS)
            if record
        ]
    except csv.Error:
        return 0.0
    wide = Counter(width for width in widths if width > 1)
    return max(wide.values(), default=0) / len(widths) if len(widths) > 1 else 0.0


def _evenness(lines: Sequence[str], delimiter: str) -> float:
    """How alike the lines are split, and into how many cells."""
    widths = Counter(line.count(delimiter) + 1 for line in lines if line.strip())
    wide = [(count, width) for width, count in widths.items() if width > 1]
    if not wide:
        return 0.0
    count, width = max(wide)
    return count / widths.total() * math.sqrt(min(width, _WIDE))
