"""What calamine does not tell of an .xls file: hidden rows and columns, and notes on cells."""

import io
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dhr_desktop.importing import sector_chains
from dhr_desktop.importing.containers import OLE

if TYPE_CHECKING:
    from xlrd.sheet import Sheet

_DIMENSIONS, _DIMENSIONS_LENGTH = 0x0200, 12
_CELLS = frozenset((0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E))
_ERROR = 5
"""What xlrd calls the kind of a cell that holds an error."""
_MOST_BYTES = 60 * 1024 * 1024
"""Above this the look would take longer than the reading; what is hidden is then read without being named so."""


@dataclass(frozen=True, slots=True)
class OldSheet:
    """Hidden rows and columns counted from 0, notes by cell as 'C14'."""

    rows: frozenset[int]
    columns: frozenset[int]
    notes: dict[str, str]
    errors: dict[tuple[int, int], str]
    """'#N/A' and its like, by row and column."""


def extents(data: bytes) -> list[tuple[int, int]]:
    """How far the cells of an .xls reach, and how far it says they do, before a reader takes memory for all of them.

    ([MS-XLS] 2.4.90 Dimensions and the records of cells, which all begin with their row and column.) Raises
    `ValueError` for a sheet that says it ends before it begins, and for a file whose sectors do not end.
    """
    if data.startswith(OLE) and not sector_chains.all_end(data):
        raise ValueError("sectors that lead in a ring")
    records = sector_chains.stream(data, ("Workbook", "Book")) or data
    deepest = widest = at = 0
    while at + 4 <= len(records):
        kind, length = struct.unpack_from("<2H", records, at)
        at += 4
        if kind == _DIMENSIONS and length >= _DIMENSIONS_LENGTH and at + length <= len(records):
            top, bottom, left, right = struct.unpack_from("<2I2H", records, at)
            if top > bottom or left > right:
                raise ValueError("a sheet that ends before it begins")
            deepest, widest = max(deepest, bottom), max(widest, right)
        elif kind in _CELLS and at + 4 <= len(records):
            row, column = struct.unpack_from("<2H", records, at)
            deepest, widest = max(deepest, row + 1), max(widest, column + 1)
        at += length
    return [(deepest, widest)]


def hidden_parts(data: bytes) -> dict[str, OldSheet]:
    """What is hidden in each sheet, by name; nothing of a file that xlrd cannot follow, for its values are read."""
    if len(data) > _MOST_BYTES or not sector_chains.all_end(data):
        return {}
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        return {sheet.name: _sheet(sheet, xlrd.cellname, xlrd.error_text_from_code) for sheet in book.sheets()}
    except Exception:  # noqa: BLE001 - xlrd raises whatever the damage causes, and the values stand without it
        return {}


def _sheet(sheet: "Sheet", cellname: Callable[[int, int], str], words_of: Mapping[int, str]) -> OldSheet:
    rows = frozenset(number for number, facts in sheet.rowinfo_map.items() if facts.hidden)
    columns = frozenset(number for number, facts in sheet.colinfo_map.items() if facts.hidden)
    notes = {cellname(*at): note.text.strip() for at, note in sheet.cell_note_map.items() if note.text.strip()}
    errors = {
        (row, column): words_of.get(sheet.cell_value(row, column), "#ERROR")
        for row in range(sheet.nrows)
        for column, kind in enumerate(sheet.row_types(row))
        if kind == _ERROR
    }
    return OldSheet(rows, columns, notes, errors)
