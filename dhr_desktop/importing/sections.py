"""Parts a sheet that holds several tables one below another, each under headings of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dhr_desktop.importing import abreast, layout
from dhr_desktop.importing.columns import heading_scores, normalised
from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty
from dhr_desktop.importing.typed import is_day

_LEAST_HEADINGS = 3
_LOOK_INTO = 4
_LONGEST = 60
_FIGURE = re.compile(r"\d")
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
    """The sheet's tables, side by side and one below another; the whole sheet as one where it holds one."""
    return [section for part in abreast.parts(grid) for section in _one_below_another(part)]


def _one_below_another(grid: Grid) -> list[Section]:
    starts: list[int] = []
    known: list[frozenset[str]] = []
    for number, row in enumerate(grid.rows[:-1]):
        if not _stands_apart(grid, number) or not layout.looks_like_headings(row) or not _has_dates(grid, number):
            continue
        if starts and _is_a_record(grid, number):
            continue
        names = _names(row)
        if not any(_alike(names, other) for other in known):
            known.append(names)
            starts.append(_with_titles(grid, number, starts[-1]) if starts else 0)
    if len(starts) < 2:  # noqa: PLR2004 - one table is the sheet
        return [Section(grid, range(len(grid.rows)))]
    ends = [*starts[1:], len(grid.rows)]
    return [Section(_part(grid, start, end), range(start, end)) for start, end in zip(starts, ends, strict=True)]


def _has_dates(grid: Grid, number: int) -> bool:
    """Whether a date stands in one of the few rows below, as it does below a chronology's headings."""
    below = grid.rows[number + 1 : number + 1 + _LOOK_INTO]
    return any(
        is_day(value) or (isinstance(value, str) and bool(read_date(value).edtf)) for row in below for value in row
    )


def _stands_apart(grid: Grid, number: int) -> bool:
    """Whether a row of several texts comes after an empty row or a title, or is headed by a plain word for dates."""
    row = grid.rows[number]
    above = sum(not is_empty(value) for value in grid.rows[number - 1]) if number else 0
    several = sum(isinstance(value, str) and not is_empty(value) for value in row) >= _LEAST_HEADINGS
    return several and (above <= 1 or (_is_of_names(row) and not layout.looks_like_headings(grid.rows[number - 1])))


def _is_a_record(grid: Grid, number: int) -> bool:
    """Whether a row below the first table is more likely one of its own, whatever words its cells hold.

    A sentence, a figure or a ditto is no heading, and what stands under a band of a month is a record unless a
    plain word for dates heads it.
    """
    row = grid.rows[number]
    texts = [value for value in row if isinstance(value, str) and not is_empty(value)]
    told = any(text.rstrip().endswith(".") and " " in text.strip() for text in texts)
    figures = any(not isinstance(value, str) and not is_empty(value) for value in row)
    if told or figures or any(read_date(text).ditto for text in texts):
        return True
    under_band = number > 0 and any(read_date(as_text(value)).edtf for value in grid.rows[number - 1])
    return under_band and not any(_names_dates(text) for text in texts)


def _is_of_names(row: Sequence[Value]) -> bool:
    """Whether a row is made of short words without a figure, one of them a plain word for dates."""
    for value in row:
        if not is_empty(value) and (not isinstance(value, str) or len(value) > _LONGEST or _FIGURE.search(value)):
            return False
    return any(isinstance(value, str) and _names_dates(value) for value in row)


def _names_dates(text: str) -> bool:
    scores = heading_scores(text)
    return max(scores.get(Field.DATE, 0.0), scores.get(Field.REPORTED_DATE, 0.0)) >= 1.0


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
