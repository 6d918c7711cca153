"""Parts a sheet whose tables stand side by side, each under its own headings and with dates of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dhr_desktop.importing import layout
from dhr_desktop.importing.columns import heading_scores, normalised
from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.grid import Grid, Value, as_text, is_empty
from dhr_desktop.importing.typed import is_day

_LOOK_INTO = 60
_WIDEST = 60
_ROWS_BELOW = 6
_OF_DATES = {Field.DATE, Field.REPORTED_DATE}


def parts(grid: Grid) -> list[Grid]:
    """The sheet once for each table, with the cells of the others empty; the sheet as it is where it holds one."""
    if grid.width > _WIDEST:
        return [grid]
    for number, row in enumerate(grid.rows[:_LOOK_INTO]):
        if sum(_is_for_dates(value) for value in row) < 2:  # noqa: PLR2004 - one table is the sheet
            continue
        if not layout.looks_like_headings(row) and not _are_diaries(grid, number):
            continue
        blocks = list(_blocks(grid, number)) or _halves(row)
        if len(blocks) > 1 and all(_is_table(grid, number, block) for block in blocks):
            return [_alone(grid, block) for block in _with_gaps(blocks, grid.width)]
    return [grid]


def _is_for_dates(value: Value) -> bool:
    return isinstance(value, str) and bool(_OF_DATES & heading_scores(value).keys())


def _tells(heading: str) -> bool:
    scores = heading_scores(heading)
    return Field.TEXT in scores and not _OF_DATES & scores.keys()


def _blocks(grid: Grid, header: int) -> Iterator[range]:
    """The runs of columns between those that are empty from the headings down."""
    start = -1
    gap = [all(is_empty(row[column]) for row in grid.rows[header:]) for column in range(grid.width)]
    if not any(gap):
        return
    for column, empty in enumerate([*gap, True]):
        if not empty and start < 0:
            start = column
        elif empty and start >= 0:
            yield range(start, column)
            start = -1


def _are_diaries(grid: Grid, header: int) -> bool:
    """Whether each run of columns is a date beside a name, with dates and words below: one diary for each person."""
    blocks = list(_blocks(grid, header))
    return len(blocks) > 1 and all(_is_diary(grid, header, block) for block in blocks)


def _is_diary(grid: Grid, header: int, block: range) -> bool:
    heading = grid.rows[header][block.start]
    if len(block) < 2 or not isinstance(heading, str) or heading_scores(heading).get(Field.DATE, 0.0) < 1:  # noqa: PLR2004
        return False
    below = [row[block.start : block.stop] for row in grid.rows[header + 1 : header + 1 + _ROWS_BELOW]]
    return any(_is_date(cells[0]) and any(isinstance(value, str) and value for value in cells[1:]) for cells in below)


def _halves(row: Sequence[Value]) -> list[range]:
    """The two halves of headings that are said twice over."""
    names = [normalised(as_text(value)) for value in row]
    middle = len(names) // 2
    twice = len(names) % 2 == 0 and all(names) and names[:middle] == names[middle:]
    return [range(middle), range(middle, len(names))] if twice else []


def _is_table(grid: Grid, header: int, block: range) -> bool:
    """Whether the columns have headings of a chronology, one of them for what happened, and dates below."""
    if _are_diaries(grid, header):
        return True
    cells = [grid.rows[header][column] for column in block]
    if not any(isinstance(value, str) and _tells(value) for value in cells):
        return False
    dated = [column for column in block if _is_for_dates(grid.rows[header][column])]
    below = grid.rows[header + 1 : header + 1 + _ROWS_BELOW]
    return layout.looks_like_headings(cells) and any(_is_date(row[column]) for row in below for column in dated)


def _is_date(value: Value) -> bool:
    return bool(read_date(value).edtf) if isinstance(value, str) else is_day(value)


def _with_gaps(blocks: Sequence[range], width: int) -> list[range]:
    """The blocks widened to meet, so that a title over a gap is dropped from none."""
    ends = [*(block.start for block in blocks[1:]), width]
    starts = [0, *ends[:-1]]
    return [range(start, end) for start, end in zip(starts, ends, strict=True)]


def _alone(grid: Grid, block: range) -> Grid:
    rows = tuple(tuple(value if column in block else None for column, value in enumerate(row)) for row in grid.rows)
    spans = {at: origin for at, origin in grid.spans.items() if at[1] in block}
    return replace(grid, rows=rows, spans=spans)
