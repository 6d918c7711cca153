"""Parts a sheet that holds several tables one below another, each under headings of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dhr_desktop.importing import layout
from dhr_desktop.importing.columns import normalised
from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty

_LEAST_HEADINGS = 3
_SAME = 0.6


@dataclass(frozen=True, slots=True)
class Section:
    """One table of a sheet.

    `grid` is as long as the sheet up to its end, and empty above it, so that rows keep their numbers; `rows` are
    those that are the section's own, counted from 0.
    """

    grid: Grid
    rows: range


def split(grid: Grid) -> list[Section]:
    """The sheet's tables; the whole sheet as one where there are no headings of another kind further down."""
    first = layout.find(grid)
    if first is None or first.header is None:
        return [Section(grid, range(len(grid.rows)))]
    starts = [0]
    known = {_names(grid.rows[first.header])}
    for number in range(first.header + 2, len(grid.rows) - 1):
        row = grid.rows[number]
        if not _stands_apart(grid, number) or not layout.looks_like_headings(row):
            continue
        names = _names(row)
        if any(_alike(names, other) for other in known):
            continue
        known.add(names)
        starts.append(_with_titles(grid, number, starts[-1]))
    ends = [*starts[1:], len(grid.rows)]
    if len(starts) == 1:
        return [Section(grid, range(len(grid.rows)))]
    return [Section(_part(grid, start, end), range(start, end)) for start, end in zip(starts, ends, strict=True)]


def _stands_apart(grid: Grid, number: int) -> bool:
    """Whether a row of several texts comes after an empty row or a title, as headings of a new table do."""
    row = grid.rows[number]
    above = sum(not is_empty(value) for value in grid.rows[number - 1])
    return above <= 1 and sum(isinstance(value, str) for value in row) >= _LEAST_HEADINGS


def _names(row: Sequence[Value]) -> frozenset[str]:
    return frozenset(normalised(as_text(value)) for value in row if not is_empty(value))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SAME * min(len(one), len(other))


def _with_titles(grid: Grid, number: int, least: int) -> int:
    """Where the section begins: with the titles right above its headings."""
    start = number
    while start - 1 > least and sum(not is_empty(value) for value in grid.rows[start - 1]) == 1:
        start -= 1
    return start


def _part(grid: Grid, start: int, end: int) -> Grid:
    blank: tuple[Value, ...] = (None,) * grid.width
    return replace(grid, rows=(*(blank for _ in range(start)), *grid.rows[start:end]))
