"""Spreadsheets (.xlsx, .xlsm, .xlsb, .xls, .ods) as grids. Nothing in them is run: stored values are read."""

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import problems
from dhr_desktop.importing.containers import KINDS, SHEET_KIND
from dhr_desktop.importing.grid import Grid, rectangular

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, SheetMetadata

_XML_SHEETS = (".xlsx", ".xlsm")
_MOST_CELLS = 20_000_000


@dataclass(frozen=True, slots=True)
class _Hidden:
    """What calamine cannot tell of a sheet, counted from 0."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    notes: dict[str, str] = field(default_factory=dict)


def read_sheets(name: str, suffix: str, data: bytes, progress: Progress = UNWATCHED) -> list[Grid]:
    """Every worksheet as a grid, hidden ones too. Raises a `UserError` for what cannot be read."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        hidden = _hidden_parts(data, progress) if suffix in _XML_SHEETS else {}
        grids = []
        for done, sheet in enumerate(workbook.sheets_metadata):
            progress.step(done, len(workbook.sheets_metadata), "Reading sheets")
            if sheet.typ != SheetTypeEnum.WorkSheet:
                continue
            grids.append(_grid(name, workbook.get_sheet_by_name(sheet.name), hidden.get(sheet.name, _Hidden()), sheet))
    except PasswordError:
        raise problems.protected(name) from None
    except (CalamineError, ValueError, OSError):
        raise problems.not_this_kind(name, KINDS.get(suffix, SHEET_KIND)) from None
    return grids


def _grid(name: str, sheet: "CalamineSheet", hidden: _Hidden, facts: "SheetMetadata") -> Grid:
    if sheet.total_height * max(sheet.total_width, 1) > _MOST_CELLS:
        raise problems.too_large(name)
    cells = sheet.to_python(skip_empty_area=False)
    return Grid(
        name=sheet.name,
        rows=rectangular([[None if cell == "" else cell for cell in row] for row in cells]),
        spans=_spans(sheet.merged_cell_ranges or []),
        hidden_rows=hidden.rows,
        hidden_columns=hidden.columns,
        hidden=not str(facts.visible).endswith(".Visible"),
        notes=hidden.notes,
    )


def _spans(ranges: list[tuple[tuple[int, int], tuple[int, int]]]) -> dict[tuple[int, int], tuple[int, int]]:
    return {
        (row, column): (top, left)
        for (top, left), (bottom, right) in ranges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }


def _hidden_parts(data: bytes, progress: Progress) -> dict[str, _Hidden]:
    """Hidden rows and columns and comments of each sheet, from the few XML elements that hold them."""
    from dhr_desktop.importing.sheet_xml import hidden_parts  # noqa: PLC0415 - lxml is slow to import

    progress.step(0, 1, "Looking for hidden rows")
    return {name: _Hidden(*parts) for name, parts in hidden_parts(data).items()}
