"""Spreadsheets (.xlsx, .xlsm, .xlsb, .xls, .ods) as grids. Nothing in them is run: stored values are read."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import limits, problems, sheet_bounds
from dhr_desktop.importing.containers import KINDS, SHEET_KIND
from dhr_desktop.importing.grid import Grid, Spans, Value, column_letters, rectangular

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, SheetMetadata

_XML_SHEETS = (".xlsx", ".xlsm")

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
    shown: dict[tuple[int, int], str] = field(default_factory=dict)
    """What cells show that have no value of a usual kind."""
    reach: tuple[int, int] = (0, 0)
    far: tuple[str, ...] = ()
    """Cells beyond any chronology, as 'A1048576', which are told of and not read; `reach` is what is read."""


def read_sheets(name: str, suffix: str, data: bytes, progress: Progress = UNWATCHED) -> list[Grid]:
    """Every worksheet as a grid, hidden ones too. Raises a `UserError` for what cannot be read.

    What calamine cannot bear is looked for before it is asked: XML that does not end, and cells so far out that
    the room for all those before them could not be had.
    """
    if suffix == ".xls" and (old := _old_grids(name, data, progress)):
        return old
    progress.step(0, 1, "Looking for hidden rows")
    hidden = _hidden_parts(name, suffix, data)
    since_1904 = suffix in _XML_SHEETS and _counts_from_1904(data)
    grids = (
        _read_again(name, suffix, data, hidden, progress)
        if any(one.far for one in hidden.values())
        else _grids(name, suffix, data, hidden, progress)
    )
    return [replace(grid, since_1904=since_1904) for grid in grids]


def read_flat_sheets(name: str, _suffix: str, data: bytes, progress: Progress = UNWATCHED) -> list[Grid]:
    """A spreadsheet that LibreOffice saved as one document of XML (.fods)."""
    from dhr_desktop.importing.odf_xml import packed  # noqa: PLC0415 - it imports lxml, which is slow

    return read_sheets(name, ".ods", packed(data), progress)


def _old_grids(name: str, data: bytes, progress: Progress) -> list[Grid]:
    from dhr_desktop.importing import old_excel  # noqa: PLC0415 - as above

    progress.step(0, 1, "Reading sheets")
    grids = []
    try:
        sheets = old_excel.sheets(data)
    except old_excel.Locked:
        raise problems.unopenable(name) from None
    for sheet in sheets:
        _refuse_wide(name, {sheet.name: (len(sheet.values), max(map(len, sheet.values), default=0))})
        grids.append(
            Grid(
                name=sheet.name,
                rows=rectangular(sheet.values),
                spans=_spans(sheet.spans),
                hidden_rows=sheet.rows,
                hidden_columns=sheet.columns,
                hidden=sheet.hidden,
                notes=sheet.notes,
                since_1904=sheet.since_1904,
            )
        )
    return grids


def _grids(name: str, suffix: str, data: bytes, hidden: dict[str, _Hidden], progress: Progress) -> list[Grid]:
    """What calamine reads, or where it refuses a file that may be sound, what another way makes of it."""
    from python_calamine import CalamineError, PasswordError

    try:
        return _by_calamine(name, data, hidden, progress)
    except PasswordError:
        raise problems.unopenable(name) from None
    except CalamineError:
        return _read_again(name, suffix, data, hidden, progress)
    except BaseException as error:
        # The library is written in Rust, whose panics come as an exception of their own that `Exception` is not over.
        if type(error).__name__ == "PanicException":
            return _read_again(name, suffix, data, hidden, progress)
        raise


def _read_again(name: str, suffix: str, data: bytes, hidden: dict[str, _Hidden], progress: Progress) -> list[Grid]:
    from python_calamine import CalamineError

    refusal = problems.not_this_kind(name, KINDS.get(suffix, SHEET_KIND))
    if suffix == ".ods":
        from dhr_desktop.importing import odf_xml  # noqa: PLC0415 - it imports lxml, which is slow

        try:
            return _by_calamine(name, odf_xml.tidied(data), hidden, progress)
        except CalamineError:
            raise refusal from None
    if suffix not in _XML_SHEETS or not hidden:  # no sheet in it is such as the standard knows
        raise refusal
    from dhr_desktop.importing import second_reading  # noqa: PLC0415 - it imports openpyxl, which is slow

    try:
        grids = second_reading.grids_again(
            data,
            {sheet: one.reach for sheet, one in hidden.items()},
            {sheet: one.far for sheet, one in hidden.items()},
            progress,
        )
    except Exception:  # noqa: BLE001 - openpyxl raises whatever the damage causes
        raise refusal from None
    return [_with_known(name, grid, hidden.get(grid.name, _Hidden())) for grid in grids]


def _with_known(name: str, grid: Grid, hidden: _Hidden) -> Grid:
    _refuse_wide(name, {grid.name: (len(grid.rows), grid.width)})
    if sum(len(value) for row in grid.rows for value in row if isinstance(value, str)) > limits.MOST_BYTES:
        raise problems.too_large(name)  # a few words of great length that every cell shares
    return replace(
        grid,
        rows=_with_words(grid.rows, hidden),
        spans=_spans(hidden.spans),
        hidden_rows=hidden.rows,
        hidden_columns=hidden.columns,
        notes=hidden.notes,
        unworked=sum(words.startswith("=") for words in hidden.unworked.values()),
    )


def _by_calamine(name: str, data: bytes, hidden: dict[str, _Hidden], progress: Progress) -> list[Grid]:
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
    _refuse_wide(name, {sheet.name: (sheet.total_height, sheet.total_width)})
    return Grid(
        name=sheet.name,
        rows=_with_words(_rows(sheet), hidden),
        spans=_spans(sheet.merged_cell_ranges or hidden.spans),
        hidden_rows=hidden.rows,
        hidden_columns=hidden.columns,
        hidden=not str(facts.visible).endswith(".Visible"),
        notes=hidden.notes,
        unworked=sum(words.startswith("=") for words in hidden.unworked.values()),
    )


def _with_words(rows: tuple[tuple[Value, ...], ...], hidden: _Hidden) -> tuple[tuple[Value, ...], ...]:
    """The rows with what their file says in words alone.

    Formulas that were never worked out stand as they are written, for they are not worked out here either; and a
    length of time stands as the sheet shows it.
    """
    if not hidden.unworked and not hidden.shown:
        return rows
    deepest, widest = (max(place[side] for place in (*hidden.unworked, *hidden.shown)) + 1 for side in (0, 1))
    if deepest * widest > limits.MOST_CELLS:
        return rows
    width = max(widest, len(rows[0]) if rows else 0)
    found = [list(row) + [None] * (width - len(row)) for row in rows]
    found += [[None] * width for _ in range(deepest - len(rows))]
    for (row, column), formula in hidden.unworked.items():
        if found[row][column] in (None, 0, 0.0):
            found[row][column] = formula
    for (row, column), words in hidden.shown.items():
        found[row][column] = words
    return tuple(tuple(row) for row in found)


def _rows(sheet: "CalamineSheet") -> tuple[tuple[Value, ...], ...]:
    """The sheet's rows from its first, taken one by one: all of them at once would need the room twice."""
    if sheet.start is None:
        return ()
    before: tuple[Value, ...] = (None,) * sheet.start[1]
    return tuple((*before, *(None if cell == "" else cell for cell in row)) for row in sheet.iter_rows())


def _spans(ranges: Sequence[_Range]) -> dict[tuple[int, int], tuple[int, int]]:
    """Each cell of the merged areas with the cell that shows for it; areas beyond all measure tell nothing."""
    found = Spans()
    for (top, left), (bottom, right) in ranges:
        found.add((top, left), bottom - top + 1, right - left + 1)
    return found.cells


def _counts_from_1904(data: bytes) -> bool:
    from dhr_desktop.importing.sheet_xml import counts_from_1904 as told  # noqa: PLC0415 - lxml is slow to import

    return told(data)


def _hidden_parts(name: str, suffix: str, data: bytes) -> dict[str, _Hidden]:
    """Hidden rows and columns and comments of each sheet, from the few elements or records that hold them."""
    if suffix in _XML_SHEETS:
        from dhr_desktop.importing import sheet_xml  # noqa: PLC0415 - lxml is slow to import

        parts = sheet_xml.sheet_parts(data)
        _refuse_wide(name, {sheet: part.extent for sheet, part in parts.items()})
        return {
            sheet: _Hidden(
                part.rows, part.columns, part.notes, part.spans, part.unworked, reach=part.extent, far=part.far
            )
            for sheet, part in parts.items()
        }
    if suffix == ".ods":
        from dhr_desktop.importing import odf_xml  # noqa: PLC0415 - as above

        sheets = odf_xml.sheet_facts(data)
        _refuse_wide(name, {sheet: facts.extent for sheet, facts in sheets.items()})
        for facts in list(sheets.values())[:1]:
            facts.notes.update(odf_xml.edges(data))
        return {
            sheet: _Hidden(frozenset(facts.rows), frozenset(facts.columns), facts.notes, facts.spans, shown=facts.shown)
            for sheet, facts in sheets.items()
        }
    if suffix == ".xlsb":
        _refuse_wide(name, dict(enumerate(sheet_bounds.extents(data))))
    if suffix == ".xls":
        from dhr_desktop.importing import old_excel  # noqa: PLC0415 - as above

        _refuse_wide(name, dict(enumerate(old_excel.extents(data))))
    return {}


def _refuse_wide(name: str, extents: Mapping[str | int, tuple[int, int]]) -> None:
    for sheet, (rows, columns) in extents.items():
        if rows > limits.MOST_ROWS or columns > limits.MOST_COLUMNS or rows * columns > limits.MOST_CELLS:
            called = f"its sheet “{sheet}”" if isinstance(sheet, str) else "one of its sheets"
            raise problems.reaches_too_far(name, called, rows, column_letters(columns - 1))
