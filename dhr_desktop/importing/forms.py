"""Contacts set out as forms, each label beside its value, turned into a table of one row for each form."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dhr_desktop.domain.entries import Outcome
from dhr_desktop.importing import form_titles
from dhr_desktop.importing.choices import Choices
from dhr_desktop.importing.columns import heading_scores, normalised
from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.form_lines import Pair, is_known, is_label, name_of, pairs_of
from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty, rectangular
from dhr_desktop.importing.layout import Layout
from dhr_desktop.importing.rows import RowReading

_LEAST_LABELS = 3
_MOSTLY = 0.7
_FEW = 0.5
_LOOK_INTO = 60
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

    def at_its_rows(self, choices: Choices) -> Choices:
        """Decisions about rows of the original as decisions about the rows of `grid`, of which each form has one."""
        at = {place.start + 1: number for number, place in enumerate(self.places, 2)}
        return replace(
            choices,
            cells={(at[row], column): words for (row, column), words in choices.cells.items() if row in at},
            skipped=frozenset(at[row] for row in choices.skipped if row in at),
            wanted=frozenset(at[row] for row in choices.wanted if row in at),
        )

    def spread(self, rows: Sequence[RowReading]) -> list[RowReading]:
        """The original's rows: the first of each form is its entry, the others are said to belong to it."""
        found = {}
        for place, row in zip(self.places, rows[1:], strict=True):
            found[place.start] = row
        owners = {number: place.start for place in self.places for number in place}
        spread = []
        for number, values in enumerate(self.original.rows):
            cells = tuple(as_text(value) for value in values)
            owner = owners.get(number, -1)
            if number in found:
                spread.append(replace(found[number], row=number + 1, cells=cells))
            elif all(is_empty(value) for value in values):
                spread.append(RowReading(number + 1, cells, Outcome.SKIPPED, "blank row"))
            elif owner >= 0:
                spread.append(RowReading(number + 1, cells, Outcome.SKIPPED, f"part of the form in row {owner + 1}"))
            else:
                spread.append(RowReading(number + 1, cells, Outcome.SKIPPED, "title above the table"))
        return spread

    def said(self, row: int) -> dict[str, str]:
        """The labels and values of the form that begins in a row of the original, counted from 1, as they stand."""
        for place, values in zip(self.places, self.grid.rows[1:], strict=True):
            if place.start == row - 1:
                told = zip(self.layout.headings, values, strict=True)
                return {label: as_text(value) for label, value in told if value is not None}
        return {}


def are_likely(grid: Grid) -> bool:
    """Whether most rows begin with labels of a form, before it is asked if one of them looks like headings.

    A note that holds a word such as 'worker' would otherwise pass for a heading. A table whose first column holds
    kinds ('Contact', 'Incident') has a date in nearly every row; a form has it beside the labels for dates.
    """
    filled = labelled = others = dated = 0
    labels: set[str] = set()
    for row in islice(grid.rows, _LOOK_INTO):
        cells = list(islice((value for value in row if not is_empty(value)), 3))
        if not cells:
            continue
        filled += 1
        label = cells[0].partition(":")[0] if isinstance(cells[0], str) else ""
        if not (is_label(cells[0]) or is_known(label)):
            continue
        labelled += 1
        labels.add(normalised(label))
        if len(cells) > 1 and not _OF_DATES & heading_scores(label).keys():
            others += 1
            dated += _is_date(cells[1])
    return len(labels) >= _LEAST_LABELS and labelled >= _MOSTLY * filled and dated <= _FEW * others


def find(grid: Grid, like: Sequence[Form] = ()) -> Form | None:
    """The forms of a grid; None where it holds none.

    A form needs a date to be known as one, unless it has the labels of one of `like`, the file's other forms.
    """
    lines = pairs_of(grid)
    labels = list(dict.fromkeys(name_of(pair) for pairs in lines for pair in pairs if is_known(pair[0])))
    if like and not _mostly_labelled(grid, lines):
        return None
    alike = any(set(labels) <= {normalised(label) for label in form.layout.headings} for form in like)
    if len(labels) < _LEAST_LABELS or not (alike or _tells_what_and_when(lines)):
        return None
    places = _places(grid, lines)
    headings: dict[str, str] = {}
    records = [_record(lines, grid, place, headings) for place in places]
    table: list[list[Value]] = [list(headings.values())]
    table += [[record.get(label) for label in headings] for record in records]
    made = replace(grid, rows=rectangular(table), spans={}, hidden_rows=frozenset(), hidden_columns=frozenset())
    return Form(grid, made, Layout(0, tuple(headings.values())), places)


def _places(grid: Grid, lines: Sequence[tuple[Pair, ...]]) -> tuple[range, ...]:
    """The rows of each form, which begins with the label that the first does; a title between two is of neither.

    One whose labels come in another order begins below its numbered title, or with the label that comes again.
    """
    opened = _opening_label(lines)
    starts = [number for number, pairs in enumerate(lines) if pairs and name_of(pairs[0]) == opened]
    titles = form_titles.numbered(grid, lines)
    if titles and len(titles) + 1 >= len(starts):
        starts = form_titles.below_titles(lines, starts, titles)
    starts = form_titles.where_labels_come_again(grid, lines, starts)
    places = []
    for start, end in zip(starts, [*starts[1:], len(grid.rows)], strict=True):
        last = end
        while end < len(grid.rows) and last - 1 > start and form_titles.is_title(grid.rows[last - 1], lines[last - 1]):
            last -= 1
        places.append(range(start, last))
    return tuple(places)


def _opening_label(lines: Sequence[tuple[Pair, ...]]) -> str:
    """The first label that comes about as often as forms do; a title that is a known word comes once."""
    known = [name_of(pairs[0]) for pairs in lines if pairs and is_known(pairs[0][0])]
    valued = {name_of(pairs[0]) for pairs in lines if pairs and not is_empty(pairs[0][1])}
    often = Counter(known)
    dated = max((often[label] for label in often if _OF_DATES & heading_scores(label).keys()), default=1)
    opened = next((label for label in often if label in valued and 2 * often[label] > dated), known[0])
    return _first_of_block(lines, opened)


def _first_of_block(lines: Sequence[tuple[Pair, ...]], opened: str) -> str:
    """The first label of the lines right above a known one, where it comes as often: 'Occurrence No' above 'Type'."""
    firsts = [name_of(pairs[0]) if pairs else "" for pairs in lines]
    often = Counter(firsts)
    at = firsts.index(opened)
    while at and firsts[at - 1] and often[firsts[at - 1]] == often[opened] > 1:
        at -= 1
    return firsts[at]


def _mostly_labelled(grid: Grid, lines: Sequence[tuple[Pair, ...]]) -> bool:
    """Whether nearly every row is a line of a form, so that a table of another kind beside forms is not one."""
    filled = [pairs for row, pairs in zip(grid.rows, lines, strict=True) if any(not is_empty(value) for value in row)]
    known = sum(bool(pairs) and is_known(pairs[0][0]) for pairs in filled)
    return bool(filled) and known >= _MOSTLY * len(filled)


def _tells_what_and_when(lines: Sequence[tuple[Pair, ...]]) -> bool:
    """Whether a label for dates stands beside a date, and another label is for what happened."""
    known = [pair for pairs in lines for pair in pairs if is_known(pair[0])]
    dated = any(_OF_DATES & heading_scores(label).keys() and _is_date(value) for label, value in known)
    return dated and any(Field.TEXT in heading_scores(label) for label, _ in known)


def _is_date(value: Value) -> bool:
    if is_empty(value):
        return False
    return not isinstance(value, str) or bool(read_date(value).edtf)


def _record(lines: Sequence[tuple[Pair, ...]], grid: Grid, place: range, headings: dict[str, str]) -> dict[str, Value]:
    """One form's values by label; a line without a label continues the value above it. New labels join `headings`."""
    record: dict[str, Value] = {}
    last = ""
    for number in place:
        pairs = lines[number]
        if pairs and (is_known(pairs[0][0]) or len(grid.rows[number]) > 1):
            for pair in pairs:
                last = name_of(pair)
                headings.setdefault(last, pair[0])
                record[last] = _both(record.get(last), pair[1])
        elif last and (words := "\n".join(as_text(value) for value in grid.rows[number] if not is_empty(value))):
            record[last] = _both(record[last], words)
    return record


def _both(one: Value, other: Value) -> Value:
    """A value and what is said below it."""
    if is_empty(one):
        return other
    return one if is_empty(other) else f"{as_text(one)}\n{as_text(other)}"
