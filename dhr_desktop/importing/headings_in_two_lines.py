"""Headings that stand in two lines: the lower one names the columns, the upper one whole groups of them."""

import re
from collections import Counter

from dhr_desktop.importing.columns import date_named_by, heading_scores, normalised
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Grid, as_text, is_empty

_OF_A_MOMENT = frozenset({Field.DATE, Field.TIME, Field.END_DATE, Field.REPORTED_DATE, Field.REPORTED_TIME})
_LONGEST_GROUP = 40


def read(grid: Grid, header: int) -> tuple[str, ...]:
    """The headings of the row `header`, one text a column, with what the line above it adds to them.

    A column without a heading takes that of the row above; and where several columns are headed alike, as 'Date'
    below 'Reported' and 'Date' below 'Occurred', each is told by its group.
    """
    above = grid.rows[header - 1] if header else ()
    groups = _groups(grid, header)
    own = [normalised(as_text(value)) for value in grid.rows[header]]
    often = Counter(own)
    found = []
    for column, value in enumerate(grid.rows[header]):
        text = as_text(value)
        if not text and column < len(above):
            upper = as_text(above[column])
            covered = grid.spans.get((header, column), (header, column))[0] < header
            text = upper if covered or (upper and normalised(upper) and heading_scores(upper)) else ""
        elif text and column < len(above) and _is_half(as_text(above[column])):
            text = f"{as_text(above[column])} {text}"
        elif groups.get(column) and (often[own[column]] > 1 or _of_a_moment(text)):
            text = f"{groups[column]} {text}"
        found.append(re.sub(r"\s+", " ", text))
    return tuple(found)


def lower_line(grid: Grid, header: int) -> int:
    """The row that names the columns where the one found names their groups: `header`, or the row right below it."""
    below = header + 1
    if below >= len(grid.rows):
        return header
    upper, lower = grid.rows[header], grid.rows[below]
    filled = [column for column, value in enumerate(lower) if not is_empty(value)]
    if sum(_is_half(as_text(value)) for value in upper) >= max(2, len(filled) / 2):
        return below
    plain = all(isinstance(lower[column], str) and _of_a_moment(as_text(lower[column])) for column in filled)
    widens = any(is_empty(upper[column]) for column in filled)
    repeats = {normalised(as_text(upper[column])) for column in filled} & {
        normalised(as_text(lower[c])) for c in filled
    }
    return below if len(filled) > 1 and plain and widens and not repeats else header


def _is_half(text: str) -> bool:
    """Whether a heading breaks off, to go on in the line below: 'Date of'."""
    return text.lower().endswith((" of", " of the", " by"))


def _of_a_moment(text: str) -> bool:
    """Whether a heading is a plain word for a date or a time and nothing else."""
    scores = heading_scores(text)
    return any(scores.get(field, 0.0) >= 1 for field in _OF_A_MOMENT)


def _groups(grid: Grid, header: int) -> dict[int, str]:
    """The group of each column by the line above the headings; none where that line names no two kinds of dates."""
    if not header:
        return {}
    above = grid.rows[header - 1]
    filled = [value for value in above if not is_empty(value)]
    if len(filled) < 2 or not all(isinstance(value, str) and len(value) <= _LONGEST_GROUP for value in filled):  # noqa: PLR2004
        return {}
    groups: dict[int, str] = {}
    current = ""
    for column, value in enumerate(above):
        origin = grid.spans.get((header - 1, column))
        current = as_text(value) or (as_text(grid.rows[origin[0]][origin[1]]) if origin else current)
        if not is_empty(grid.rows[header][column]):
            groups[column] = current
    kinds = {
        date_named_by(group) or (Field.DATE if Field.DATE in heading_scores(group) else None)
        for group in groups.values()
    }
    return groups if len(kinds - {None}) > 1 else {}
