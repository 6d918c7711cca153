"""A small .xlsb made from cells, for there is no library that writes one ([MS-XLSB] 2.1.4 and 2.3)."""

import io
import struct
import zipfile
from collections.abc import Sequence

Cell = str | tuple[float, int] | None
"""A text, or a number and its style: 0 plain, 1 a date, 2 a time."""

_FORMATS = ("dd/mm/yyyy", "hh:mm")
_OWN_FORMATS = 164
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_BINARY = "application/vnd.ms-excel."
_ROW, _REAL, _TEXT = 0, 5, 6
_FORMAT, _XF = 44, 47
_BOOK, _SHEETS, _SHEET_ENTRY = (131, 132), (143, 144), 156
_SHEET, _CELLS, _SIZE = (129, 130), (145, 146), 148
_STYLES, _FORMAT_LIST, _XF_LIST = (278, 279), (615, 616), (617, 618)


def binary_workbook(name: str, rows: Sequence[Sequence[Cell]]) -> bytes:
    """An .xlsb with one sheet."""
    types = (
        f'<Default Extension="bin" ContentType="{_BINARY}sheet.binary.macroEnabled.main"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.bin" ContentType="{_BINARY}worksheet"/>'
        f'<Override PartName="/xl/styles.bin" ContentType="{_BINARY}styles"/>'
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}content-types">{types}</Types>')
        parts.writestr("_rels/.rels", _relations(("officeDocument", "xl/workbook.bin")))
        parts.writestr(
            "xl/_rels/workbook.bin.rels", _relations(("worksheet", "worksheets/sheet1.bin"), ("styles", "styles.bin"))
        )
        entry = _record(_SHEET_ENTRY, struct.pack("<II", 0, 1) + _text("rId1") + _text(name))
        parts.writestr("xl/workbook.bin", _within(_BOOK, _within(_SHEETS, entry)))
        parts.writestr("xl/styles.bin", _styles())
        parts.writestr("xl/worksheets/sheet1.bin", _sheet(rows))
    return made.getvalue()


def _relations(*to: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(to, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{inner}</Relationships>'


def _styles() -> bytes:
    formats = b"".join(
        _record(_FORMAT, struct.pack("<H", _OWN_FORMATS + place) + _text(code)) for place, code in enumerate(_FORMATS)
    )
    used = (0, *(_OWN_FORMATS + place for place in range(len(_FORMATS))))
    cells = b"".join(_record(_XF, struct.pack("<HH12x", 0, number)) for number in used)
    return _within(_STYLES, _within(_FORMAT_LIST, formats, len(_FORMATS)) + _within(_XF_LIST, cells, len(used)))


def _sheet(rows: Sequence[Sequence[Cell]]) -> bytes:
    widest = max(len(row) for row in rows) - 1
    cells = b""
    for number, row in enumerate(rows):
        cells += _record(_ROW, struct.pack("<II6xBIII", number, 0, 0, 1, 0, widest)[:25])
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                cells += _record(_TEXT, struct.pack("<II", column, 0) + _text(cell))
            elif cell is not None:
                cells += _record(_REAL, struct.pack("<IId", column, cell[1], cell[0]))
    size = _record(_SIZE, struct.pack("<IIII", 0, len(rows) - 1, 0, widest))
    return _within(_SHEET, size + _within(_CELLS, cells))


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _within(ends: tuple[int, int], inner: bytes, count: int | None = None) -> bytes:
    first = b"" if count is None else struct.pack("<I", count)
    return _record(ends[0], first) + inner + _record(ends[1])


def _record(number: int, data: bytes = b"") -> bytes:
    kind = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    size, left = bytearray(), len(data)
    while left > 127:
        size.append(left & 0x7F | 0x80)
        left >>= 7
    return kind + bytes(size) + bytes([left]) + data
