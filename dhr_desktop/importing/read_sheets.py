"""Spreadsheets (.xlsx, .xlsm, .xlsb, .xls, .ods) as grids. Nothing in them is run: stored values are read."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import limits, problems, sheet_bounds
from dhr_desktop.importing.containers import KINDS, SHEET_KIND
from dhr_desktop.importing.grid import Grid, Value

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, SheetMetadata

_XML_SHEETS = (".xlsx", ".xlsm")
_WIDEST_AREA = 1_000_000
"""Cells of all merged areas together; what is beyond is a slip, or a trap, and tells nothing of a row."""


_Range = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Hidden:
    """What calamine cannot tell of a sheet, counted from 0."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    notes: dict[str, str] = field(default_factory=dict)
    spans: Sequence[_Range] = ()
    """Merged areas, where only the XML tells them."""
    unworked: dict[tuple[int, int], str] = field(default_factory=dict)
    """The words of formulas without a value, and of errors, by cell."""


def read_sheets(name: str, suffix: str, data: bytes, progress: Progress = UNWATCHED) -> list[Grid]:
    """Every worksheet as a grid, hidden ones too. Raises a `UserError` for what cannot be read.

    What calamine cannot bear is looked for before it is asked: XML that does not end, and cells so far out that
    the room for all those before them could not be had.
    """
    from python_calamine import CalamineError, PasswordError

    try:
        hidden = _hidden_parts(name, suffix, data, progress)
        since_1904 = suffix in _XML_SHEETS and _counts_from_1904(data)
        grids = _grids(name, data, hidden, progress)
    except PasswordError:
        raise problems.unopenable(name) from None
    except CalamineError:
        raise problems.not_this_kind(name, KINDS.get(suffix, SHEET_KIND)) from None
    except BaseException as error:
        # The library is written in Rust, whose panics come as an exception of their own that `Exception` is not over.
        if type(error).__name__ == "PanicException":
            raise problems.not_this_kind(name, KINDS.get(suffix, SHEET_KIND)) from None
        raise
    return [replace(grid, since_1904=since_1904) for grid in grids]


def _grids(name: str, data: bytes, hidden: dict[str, _Hidden], progress: Progress) -> list[Grid]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    grids = []
    for done, sheet in enumerate(workbook.sheets_metadata):
        progress.step(done, len(workbook.sheets_metadata), "Reading sheets")
        if sheet.typ == SheetTypeEnum.WorkSheet:
            known = hidden.get(sheet.name, _Hidden())
            grids.append(_grid(name, workbook.get_sheet_by_name(sheet.name), known, sheet))
    return grids


def _grid(name: str, sheet: "CalamineSheet", hidden: _Hidden, facts: "SheetMetadata") -> Grid:
    _refuse_wide(name, [(sheet.total_height, sheet.total_width)])
    return Grid(
        name=sheet.name,
        rows=_with_formulas(_rows(sheet), hidden.unworked),
        spans=_spans([*(sheet.merged_cell_ranges or []), *hidden.spans]),
        hidden_rows=hidden.rows,
        hidden_columns=hidden.columns,
        hidden=not str(facts.visible).endswith(".Visible"),
        notes=hidden.notes,
        unworked=sum(words.startswith("=") for words in hidden.unworked.values()),
    )


def _with_formulas(
    rows: tuple[tuple[Value, ...], ...], unworked: dict[tuple[int, int], str]
) -> tuple[tuple[Value, ...], ...]:
    """The rows with formulas that were never worked out as they are written: they are not worked out here either."""
    if not unworked:
        return rows
    deepest, widest = (max(place[side] for place in unworked) + 1 for side in (0, 1))
    if deepest * widest > limits.MOST_CELLS:
        return rows
    width = max(widest, len(rows[0]) if rows else 0)
    found = [list(row) + [None] * (width - len(row)) for row in rows]
    found += [[None] * width for _ in range(deepest - len(rows))]
    for (row, column), formula in unworked.items():
        if found[row][column] in (None, 0, 0.0):
            found[row][column] = formula
    return tuple(tuple(row) for row in found)


def _rows(sheet: "CalamineSheet") -> tuple[tuple[Value, ...], ...]:
    """The sheet's rows from its first, taken one by one: all of them at once would need the room twice."""
    if sheet.start is None:
        return ()
    before: tuple[Value, ...] = (None,) * sheet.start[1]
    return tuple((*before, *(None if cell == "" else cell for cell in row)) for row in sheet.iter_rows())


def _spans(ranges: Sequence[_Range]) -> dict[tuple[int, int], tuple[int, int]]:
    """Each cell of the merged areas with the cell that shows for it; areas beyond all measure tell nothing."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    room = _WIDEST_AREA
    for (top, left), (bottom, right) in ranges:
        cells = (bottom - top + 1) * (right - left + 1)
        if cells <= room:
            room -= cells
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    found[row, column] = top, left
    return found


def _counts_from_1904(data: bytes) -> bool:
    from dhr_desktop.importing.sheet_xml import counts_from_1904 as told  # noqa: PLC0415 - lxml is slow to import

    return told(data)


def _hidden_parts(name: str, suffix: str, data: bytes, progress: Progress) -> dict[str, _Hidden]:
    """Hidden rows and columns and comments of each sheet, from the few elements or records that hold them."""
    progress.step(0, 1, "Looking for hidden rows")
    if suffix in _XML_SHEETS:
        from dhr_desktop.importing import sheet_xml  # noqa: PLC0415 - lxml is slow to import

        parts = sheet_xml.sheet_parts(data)
        _refuse_wide(name, [part.extent for part in parts.values()])
        return {sheet: _Hidden(part.rows, part.columns, part.notes, (), part.unworked) for sheet, part in parts.items()}
    if suffix == ".ods":
        from dhr_desktop.importing import odf_xml  # noqa: PLC0415 - as above

        sheets = odf_xml.sheet_facts(data)
        _refuse_wide(name, [facts.extent for facts in sheets.values()])
        return {
            sheet: _Hidden(frozenset(facts.rows), frozenset(facts.columns), facts.notes, facts.spans)
            for sheet, facts in sheets.items()
        }
    if suffix == ".xlsb":
        _refuse_wide(name, sheet_bounds.extents(data))
    if suffix == ".xls":
        from dhr_desktop.importing import old_excel  # noqa: PLC0415 - as above

        _refuse_wide(name, old_excel.extents(data))
        return {
            sheet: _Hidden(one.rows, one.columns, one.notes, (), one.errors)
            for sheet, one in old_excel.hidden_parts(data).items()
        }
    return {}


def _refuse_wide(name: str, extents: Sequence[tuple[int, int]]) -> None:
    if any(
        rows > limits.MOST_ROWS or columns > limits.MOST_COLUMNS or rows * columns > limits.MOST_CELLS
        for rows, columns in extents
    ):
        raise problems.too_large(name)
