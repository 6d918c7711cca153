"""Workbooks of Excel 97-2003 and older (.xls), values with their formats, and what is hidden, as xlrd tells them.

calamine would be quicker, but knows neither what is hidden nor Excel 2 to 4, takes a number for a date where a
workbook keeps a form of its own under a number that is usually a date's, and loses cells whose records are misnamed.
"""

import io
import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from dhr_desktop.importing import sector_chains
from dhr_desktop.importing.containers import OLE
from dhr_desktop.importing.grid import Value

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

_DIMENSIONS, _DIMENSIONS_LENGTH = 0x0200, 12
_CELLS = frozenset((0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E))
_TEXT, _NUMBER, _DATE, _YES_OR_NO, _ERROR = 1, 2, 3, 4, 5
_NOTHING = b"\0\6"
"""What xlrd calls the kinds of cells: empty ones and ones that are only painted are `_NOTHING`."""
_DAY_ONE = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's day has no zone
_DAYS_TO_1904 = 1462
_LEAP_THAT_NEVER_WAS = 60
"""Excel counts a 29 February 1900, so that days before it are one later than their number says."""
_LAST_DAY = 2_958_466
_RUNNING_HOURS = ("[h", "[m", "[s")
_MOST_BYTES = 60 * 1024 * 1024
"""Above this xlrd would take too long; the values are then calamine's, and what is hidden is not named so."""


class Locked(Exception):
    """The workbook is protected in a way that only its own program opens."""


@dataclass(frozen=True, slots=True)
class OldSheet:
    """A sheet with its values from row 1 and column A; what is hidden, counted from 0; notes by cell as 'C14'."""

    name: str
    values: list[list[Value]]
    rows: frozenset[int]
    columns: frozenset[int]
    notes: dict[str, str]
    spans: list[tuple[tuple[int, int], tuple[int, int]]]
    hidden: bool
    since_1904: bool


def extents(data: bytes) -> list[tuple[int, int]]:
    """How far the cells of an .xls reach, and how far it says they do, before calamine takes memory for all of them.

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


def sheets(data: bytes) -> list[OldSheet]:
    """Every worksheet; none of a file that xlrd cannot follow, or would follow for ever."""
    if len(data) > _MOST_BYTES or (data.startswith(OLE) and not sector_chains.all_end(data)):
        return []
    for with_formats in (True, False):
        try:
            return _sheets(data, with_formats=with_formats)
        except Exception as error:  # noqa: BLE001 - xlrd raises whatever the damage causes; calamine is asked after it
            if "encrypted" in str(error):
                raise Locked from None
    return []


def _sheets(data: bytes, *, with_formats: bool) -> list[OldSheet]:
    import xlrd

    book = xlrd.open_workbook(file_contents=data, formatting_info=with_formats, logfile=io.StringIO(), ragged_rows=True)
    return [_sheet(book, sheet, xlrd.cellname, xlrd.error_text_from_code) for sheet in book.sheets()]


def _sheet(book: "Book", sheet: "Sheet", cellname: Callable[[int, int], str], words_of: Mapping[int, str]) -> OldSheet:
    forms = _Forms(book, sheet)
    return OldSheet(
        name=sheet.name,
        values=_without_blank_end(
            [
                _value(kind, value, words_of, forms, (row, column))
                for column, (kind, value) in enumerate(
                    zip(_without_painted_end(sheet.row_types(row)), sheet.row_values(row), strict=False)
                )
            ]
            for row in range(sheet.nrows)
        ),
        rows=frozenset(number for number, facts in sheet.rowinfo_map.items() if facts.hidden),
        columns=frozenset(number for number, facts in sheet.colinfo_map.items() if facts.hidden),
        notes={cellname(*at): note.text.strip() for at, note in sheet.cell_note_map.items() if note.text.strip()},
        spans=[((top, left), (bottom - 1, right - 1)) for top, bottom, left, right in sheet.merged_cells],
        hidden=bool(sheet.visibility),
        since_1904=bool(book.datemode),
    )


def _without_painted_end(kinds: Iterable[int]) -> bytes:
    """The kinds of a row's cells up to the last with anything in it."""
    return bytes(kinds).rstrip(_NOTHING)


def _without_blank_end(rows: Iterable[list[Value]]) -> list[list[Value]]:
    found = list(rows)
    while found and not found[-1]:
        found.pop()
    return found


class _Forms:
    """Which cells of a sheet show a day by its hours ('[h]:mm'), and from which year the workbook counts."""

    def __init__(self, book: "Book", sheet: "Sheet") -> None:
        self.since_1904 = bool(book.datemode)
        self._sheet = sheet
        self._running = (
            {number for number, form in enumerate(book.xf_list) if _is_running(book, form.format_key)}
            if book.formatting_info
            else set()
        )

    def is_running(self, row: int, column: int) -> bool:
        """Whether the cell shows hours beyond a day."""
        return bool(self._running) and self._sheet.cell_xf_index(row, column) in self._running


def _is_running(book: "Book", key: int) -> bool:
    form = book.format_map.get(key)
    return form is not None and any(sign in form.format_str.lower() for sign in _RUNNING_HOURS)


def _value(kind: int, value: str | float, words_of: Mapping[int, str], forms: _Forms, place: tuple[int, int]) -> Value:
    if kind == _TEXT:
        return value or None
    if kind == _NUMBER:
        return value
    if kind == _DATE:
        return _moment(float(value), forms, place)
    if kind == _YES_OR_NO:
        return bool(value)
    return words_of.get(int(value), "#ERROR") if kind == _ERROR else None


def _moment(serial: float, forms: _Forms, place: tuple[int, int]) -> Value:
    """A number in a form for dates or times; one that no such form can show stays a number."""
    if not 0 <= serial < _LAST_DAY:
        return serial
    since = timedelta(seconds=round(serial * 86400))
    if forms.is_running(*place):
        return since
    if serial < 1:
        return (_DAY_ONE + since).time() if since < timedelta(days=1) else time()
    if forms.since_1904:
        since += timedelta(days=_DAYS_TO_1904)
    elif serial < _LEAP_THAT_NEVER_WAS:
        since += timedelta(days=1)
    try:
        return _DAY_ONE + since
    except OverflowError:
        return serial
