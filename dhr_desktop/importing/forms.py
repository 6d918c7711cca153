"""Contacts set out as forms, each label beside its value, turned into a table of one row for each form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dhr_desktop.domain.entries import Outcome
from dhr_desktop.importing.columns import heading_scores, normalised
from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty, rectangular
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.rows import RowReading

_LONGEST_LABEL = 60
_LEAST_LABELS = 3
_WIDEST = 4
_IN_ONE_CELL = re.compile(r"(?P<label>[A-Za-z][^:\n]{1,40}):\s*(?P<value>\S.*)", re.DOTALL)
_OF_DATES = {Field.DATE, Field.REPORTED_DATE}


@dataclass(frozen=True, slots=True)
class Form:
    """A grid of forms as a table: `grid` has the labels as its first row and then a row for each form.

    `places` are the rows of the original, counted from 0, that each form covers.
    """

    original: Grid
    grid: Grid
    layout: Layout
    places: tuple[range, ...]

    def spread(self, rows: Sequence[RowReading]) -> list[RowReading]:
        """The original's rows: the first of each form is its entry, the others are said to belong to it."""
        found = {}
        for place, row in zip(self.places, rows[1:], strict=True):
            found[place.start] = row
        spread = []
        owner = -1
        for number, values in enumerate(self.original.rows):
            cells = tuple(as_text(value) for value in values)
            owner = number if number in found else owner
            if number in found:
                spread.append(replace(found[number], row=number + 1, cells=cells))
            elif all(is_empty(value) for value in values):
                spread.append(RowReading(number + 1, cells, Outcome.SKIPPED, "blank row"))
            elif owner >= 0 and number in next(place for place in self.places if place.start == owner):
                spread.append(RowReading(number + 1, cells, Outcome.SKIPPED, f"part of the form in row {owner + 1}"))
            else:
                spread.append(RowReading(number + 1, cells, Outcome.SKIPPED, "title above the table"))
        return spread


def find(grid: Grid, like: Sequence[Form] = ()) -> Form | None:
    """The forms of a grid; None where it holds none.

    A form needs a date to be known as one, unless it has the labels of one of `like`, the file's other forms.
    """
    pairs = [_pair(row) for row in grid.rows]
    labels = list(dict.fromkeys(normalised(pair[0]) for pair in pairs if pair and heading_scores(pair[0])))
    if like and not _all_labelled(pairs):
        return None
    alike = any(set(labels) <= {normalised(label) for label in form.layout.headings} for form in like)
    if len(labels) < _LEAST_LABELS or not (alike or _tells_what_and_when(pairs)):
        return None
    starts = _starts(pairs, labels[0])
    if len(starts) == 1 and Field.AGENCY in heading_scores(labels[0]) and len(_starts(pairs, labels[1])) > 1:
        starts = _starts(pairs, labels[1])  # the agency is said once, above all forms
    places = tuple(range(start, end) for start, end in zip(starts, [*starts[1:], len(grid.rows)], strict=True))
    headings: dict[str, str] = {}
    records = [_record(pairs, grid, place, headings) for place in places]
    table: list[list[Value]] = [list(headings.values())]
    table += [[record.get(label) for label in headings] for record in records]
    made = replace(grid, rows=rectangular(table), spans={}, hidden_rows=frozenset(), hidden_columns=frozenset())
    return Form(grid, made, Layout(0, tuple(headings.values())), places)


def _starts(pairs: Sequence[tuple[str, Value] | None], label: str) -> list[int]:
    return [number for number, pair in enumerate(pairs) if pair and normalised(pair[0]) == label]


def _pair(row: Sequence[Value]) -> tuple[str, Value] | None:
    """The label and the value of one line of a form; None where the row is no such line."""
    filled = [value for value in row if not is_empty(value)]
    if not filled or len(filled) > _WIDEST or not isinstance(filled[0], str):
        return None
    label = filled[0].strip()
    if len(filled) > 1:
        rest: Value = filled[1] if len(filled) == 2 else "\n".join(as_text(value) for value in filled[1:])  # noqa: PLR2004
        return (label.rstrip(": "), rest) if len(label) <= _LONGEST_LABEL else None
    inside = _IN_ONE_CELL.fullmatch(label)
    return (inside["label"].strip(), inside["value"].strip()) if inside else None


def _all_labelled(pairs: Sequence[tuple[str, Value] | None]) -> bool:
    """Whether every row is a line of a form, so that a table of another kind beside forms is not taken for one."""
    return all(pair and heading_scores(pair[0]) for pair in pairs)


def _tells_what_and_when(pairs: Sequence[tuple[str, Value] | None]) -> bool:
    """Whether a label for dates stands beside a date, and another label is for what happened."""
    dated = any(pair and _OF_DATES & heading_scores(pair[0]).keys() and _is_date(pair[1]) for pair in pairs)
    return dated and any(pair and Field.TEXT in heading_scores(pair[0]) for pair in pairs)


def _is_date(value: Value) -> bool:
    return not isinstance(value, str) or bool(read_date(value).edtf)


def _record(
    pairs: Sequence[tuple[str, Value] | None], grid: Grid, place: range, headings: dict[str, str]
) -> dict[str, Value]:
    """One form's values by label; a line without a label continues the value above it. New labels join `headings`."""
    record: dict[str, Value] = {}
    last = ""
    for number in place:
        pair = pairs[number]
        if pair and (heading_scores(pair[0]) or len(grid.rows[number]) > 1):
            last = normalised(pair[0])
            headings.setdefault(last, pair[0])
            record[last] = pair[1] if last not in record else f"{as_text(record[last])}\n{as_text(pair[1])}"
        elif last and (words := "\n".join(as_text(value) for value in grid.rows[number] if not is_empty(value))):
            record[last] = f"{as_text(record[last])}\n{words}"
    return record
