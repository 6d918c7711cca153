"""The lines of a form: labels with their values, one beside another or alone, in one cell or in several."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from dhr_desktop.importing.columns import heading_scores, normalised
from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty

LONGEST_LABEL = 60
_WIDEST = 4
"""Cells that one label and its value may stand in."""
_MOST_CELLS = 16
_MOST_WORDS = 6
_WHOLE = 1.0
_HALF = 0.5
_LOOK_INTO = 400
_IN_ONE_CELL = re.compile(r"(?P<label>[A-Za-z][^:\n]{1,40}):\s*(?P<value>\S.*)", re.DOTALL)

Pair = tuple[str, Value]
"""A label and its value; the value is None where the form was left empty."""


def pairs_of(grid: Grid) -> list[tuple[Pair, ...]]:
    """The labels with their values in each row; nothing for a row that is no line of a form."""
    first, others = _label_columns(grid)
    return [_pairs(row, first, others) for row in grid.rows]


def is_known(label: str) -> bool:
    """Whether a label is one that chronologies use, and not a sentence that holds such a word."""
    return is_short(label) and bool(heading_scores(label))


def is_label(value: Value) -> bool:
    """Whether a cell looks like a label by itself: a known one, or a few words with a colon after them."""
    return isinstance(value, str) and (is_known(value) or (value.rstrip().endswith(":") and is_short(value)))


def is_short(words: str) -> bool:
    """Whether words may be a label: few of them, and no sentence."""
    said = words.strip()
    few = len(said) <= LONGEST_LABEL and len(said.split()) <= _MOST_WORDS
    return few and not said.endswith((".", "!", "?", ",", ";"))


def _label_columns(grid: Grid) -> tuple[int, frozenset[int]]:
    """The column of the labels, and those further right that hold labels too, with their values beside them."""
    at: Counter[int] = Counter()
    labels: Counter[int] = Counter()
    filled: Counter[int] = Counter()
    last_column = grid.width - 1
    for row in islice(grid.rows, _LOOK_INTO):
        columns = [column for column, value in enumerate(row[:_MOST_CELLS]) if not is_empty(value)]
        if not columns or not is_label(row[columns[0]]):
            continue
        at[columns[0]] += 1
        for column in columns[1:]:
            filled[column] += 1
            labels[column] += _is_surely_label(row[column]) and (
                column < last_column or as_text(row[column])[-1] == ":"
            )
    first = max(at, key=lambda column: (at[column], -column), default=0)
    others: list[int] = []
    for column in sorted(labels):
        apart = column - max(others, default=first) > 1
        if apart and labels[column] and labels[column] >= _HALF * filled[column]:
            others.append(column)
    return first, frozenset(others)


def _is_surely_label(value: Value) -> bool:
    if not isinstance(value, str) or not is_short(value):
        return False
    return value.rstrip().endswith(":") or max(heading_scores(value).values(), default=0.0) >= _WHOLE


def _pairs(row: Sequence[Value], first: int, others: frozenset[int]) -> tuple[Pair, ...]:
    columns = [column for column, value in enumerate(row[: _MOST_CELLS + 1]) if not is_empty(value)]
    if not columns or columns[0] > first or len(columns) > _MOST_CELLS:
        return ()
    cells = [as_text(row[column]) for column in columns]
    inside = [_IN_ONE_CELL.fullmatch(cell) for cell in cells]
    within = [match for match in inside if match and is_known(match["label"])]
    if len(cells) == 1 and inside[0]:
        return ((inside[0]["label"].strip(), inside[0]["value"].strip()),)
    if len(within) == len(cells):
        return tuple((match["label"].strip(), match["value"].strip()) for match in within)
    return tuple(_each(row, columns, others))


def _each(row: Sequence[Value], columns: Sequence[int], others: frozenset[int]) -> Iterator[Pair]:
    """Each label of a row with the cells up to the next; in a column of labels any few words beside a value are one."""
    starts = [0]
    for place, column in enumerate(columns):
        value = row[column]
        if place and column in others and isinstance(value, str) and is_short(value):
            beside = place + 1 < len(columns) and columns[place + 1] not in others
            starts += [place] if beside or is_label(value) else []
    for start, end in zip(starts, [*starts[1:], len(columns)], strict=True):
        part = [row[column] for column in columns[start:end]]
        label, values = part[0], part[1:]
        if not isinstance(label, str) or len(part) > _WIDEST or len(label.strip()) > LONGEST_LABEL:
            return
        if values:
            together = values[0] if len(values) == 1 else "\n".join(as_text(one) for one in values)
            yield label.strip().rstrip(": "), together
        elif _stands_alone(label, len(row)):
            yield label.strip().rstrip(": "), None


def _stands_alone(label: str, width: int) -> bool:
    """Whether a label without a value is one all the same; among running lines only its colon tells."""
    return is_label(label) and (width > 1 or label.rstrip().endswith(":"))


def name_of(pair: Pair) -> str:
    """A label as the vocabulary knows it."""
    return normalised(pair[0])
