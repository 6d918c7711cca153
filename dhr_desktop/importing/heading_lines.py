"""The lines that stand above a table: paragraphs before it, titles over its headings, labels beside their values."""

from collections.abc import Sequence
from dataclasses import dataclass

from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.typed import is_day

_MOST_ROWS = 30
_MOST_CELLS = 12
_LONGEST_LABEL = 40
_PAIR = 2


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A line above a table. `labelled` where it was a label and its value in two cells, joined by a colon."""

    text: str
    labelled: bool = False
    within: bool = False
    """Whether it stands in the table's own grid, over the headings, rather than before the table."""


def lines_above(grid: Grid, layout: Layout) -> list[HeadingLine]:
    """The lines above the headings, the nearest last."""
    found = [HeadingLine(words) for words in grid.context if words.strip()]
    header = layout.header or 0
    for row in grid.rows[max(0, header - _MOST_ROWS) : header]:
        found += _lines_of(row)
    return [line for line in found if not line.labelled] if _is_a_form(grid, header) else found


def _is_a_form(grid: Grid, header: int) -> bool:
    """Whether the headings look like one more line of the form above them: a label and its value, without a gap."""
    if not header:
        return False
    above, headings = ([value for value in row if not is_empty(value)] for row in grid.rows[header - 1 : header + 1])
    return len(headings) == _PAIR and len(above) == _PAIR


def _lines_of(row: Sequence[Value]) -> list[HeadingLine]:
    """The lines of one row: each label with its value; of a row that is no such line, the words without a figure."""
    cells = [value for value in row if not is_empty(value)][:_MOST_CELLS]
    texts = [as_text(value) for value in cells]
    if len(texts) == 1:
        return [HeadingLine(texts[0], within=True)]
    labels = cells[::2]
    if len(texts) % 2 == 0 and all(_is_label(label) for label in labels):
        pairs = zip(texts[::2], texts[1::2], strict=True)
        return [HeadingLine(f"{label.rstrip(' :')}: {value}", labelled=True, within=True) for label, value in pairs]
    return [HeadingLine(text, within=True) for text, value in zip(texts, cells, strict=True) if _is_words(value)]


def _is_label(value: Value) -> bool:
    return _is_words(value) and len(as_text(value)) <= _LONGEST_LABEL


def _is_words(value: Value) -> bool:
    return isinstance(value, str) and not is_day(value) and any(sign.isalpha() for sign in value)
