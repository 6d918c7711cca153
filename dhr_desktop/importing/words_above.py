"""The words over a table that reach it across a list of those present, or a box with the meeting's particulars."""

from collections.abc import Sequence
from dataclasses import replace

from dhr_desktop.importing import layout, planning
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Grid, as_text, is_empty

_MOST_ROWS = 40
_MOST_LINES = 12
_PAIR = 2


def carried(grids: Sequence[Grid]) -> list[Grid]:
    """The tables of a document; one that follows tables which tell nothing has the words above those as well."""
    if len(grids) == 1 or not any(grid.context for grid in grids):
        return list(grids)
    found: list[Grid] = []
    kept: tuple[str, ...] = ()
    for grid in grids:
        tells = len(grid.rows) > _MOST_ROWS or _tells(grid)
        found.append(replace(grid, context=(*kept, *grid.context)) if kept and tells else grid)
        kept = () if tells else (*kept, *grid.context, *_particulars(grid))[-_MOST_LINES:]
    return found


def _tells(grid: Grid) -> bool:
    """Whether a table tells what happened under its headings."""
    known = layout.find(grid)
    return known is not None and any(one.field is Field.TEXT for one in planning.propose(grid, known).values())


def _particulars(grid: Grid) -> list[str]:
    """The lines of a box of labels beside values: 'Date of meeting: 1 November 2016'."""
    rows = [[as_text(value) for value in row if not is_empty(value)] for row in grid.rows]
    return [f"{row[0].rstrip(' :')}: {row[1]}" for row in rows if len(row) == _PAIR]
