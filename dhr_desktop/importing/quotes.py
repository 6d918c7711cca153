"""Quotation marks of a text file that open nothing: a ditto, or a mark before words that is never closed."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator

KEPT = "\ue001"
"""What stands for a quotation mark that is part of the words until the cells are made."""
_ALONE = re.compile(r'(?:(?<=[\t;,|\n])|\A)"(?=[\t;,|\r\n]|\Z)')


def settled(text: str, delimiter_of: Callable[[str], str]) -> str:
    """The text with `KEPT` for each quotation mark that is part of the words.

    A mark that opens a cell and is not closed takes the next records into that cell. So where a text has such marks, it
    is tried in more than one way, and the one that gives the most records of one width holds.
    """
    if not (text.count('"') % 2 or _ALONE.search(text)):
        return text
    return max(_ways(text), key=lambda way: _records_alike(way, delimiter_of(way)))


def _ways(text: str) -> Iterator[str]:
    yield text
    yield _ALONE.sub(KEPT, text)
    yield "".join(
        line if line.count('"') % 2 == 0 else line.replace('"', KEPT)
        for line in _ALONE.sub(KEPT, text).splitlines(keepends=True)
    )
    yield text.replace('"', KEPT)


def _records_alike(text: str, delimiter: str) -> int:
    """How many records have the number of cells that most have, more than one."""
    try:
        widths = Counter(len(record) for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return 0
    return max((number for width, number in widths.items() if width > 1), default=0)
