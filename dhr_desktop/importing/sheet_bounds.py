"""How far the cells of an .xlsb reach, before a reader takes memory for all of them ([MS-XLSB] 2.1.4 and 2.4)."""

import io
import posixpath
import re
import struct
import zipfile

_IN_FOLDER = re.compile(r"xl/worksheets/[^/]+\.bin", re.IGNORECASE)
_RELATIONS = "xl/_rels/workbook.bin.rels"
_WORKSHEET = re.compile(r"<[^>]*/worksheet[\"'][^>]*>")
_TARGET = re.compile(r"\bTarget\s*=\s*[\"']([^\"']+)")
_ROW = 0
_FIRST_CELL, _LAST_CELL = 1, 11
_SHORTEST_CELL = 8
_MORE = 0x80


def extents(data: bytes) -> list[tuple[int, int]]:
    """The last row and column of each worksheet, counted from 1. Raises `BadZipFile` or `ValueError` for damage."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        told = _related(parts)
        sheets = [name for name in parts.namelist() if _IN_FOLDER.match(name) or name.lower() in told]
        return [_extent(parts.read(name)) for name in sheets]


def _related(parts: zipfile.ZipFile) -> set[str]:
    """The worksheets that the workbook names, in small letters: calamine finds a part whatever its capitals are."""
    relations = next((name for name in parts.namelist() if name.lower() == _RELATIONS), "")
    found = _WORKSHEET.findall(parts.read(relations).decode("utf-8", "replace")) if relations else []
    targets = (target.group(1) for one in found if (target := _TARGET.search(one)))
    return {posixpath.normpath(posixpath.join("/xl", target)).lstrip("/").lower() for target in targets}


def _extent(records: bytes) -> tuple[int, int]:
    at = row = deepest = widest = 0
    while at < len(records):
        kind, at = _number(records, at, 2)
        length, at = _number(records, at, 4)
        if _FIRST_CELL <= kind <= _LAST_CELL and length < _SHORTEST_CELL:
            raise ValueError("a cell without a place")  # calamine would take it from what it read before
        if kind <= _LAST_CELL and length >= 4 and at + 4 <= len(records):  # noqa: PLR2004 - both begin with one number
            (place,) = struct.unpack_from("<I", records, at)
            if kind == _ROW:
                row = place + 1
            elif kind > _FIRST_CELL:  # the first is a cell that is only painted
                deepest, widest = max(deepest, row), max(widest, place + 1)
        at += length
    return deepest, widest


def _number(records: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of up to `most` bytes, seven bits in each, and the place after it."""
    number = 0
    for shift in range(most):
        if at >= len(records):
            break
        number |= (records[at] & ~_MORE) << (7 * shift)
        at += 1
        if not records[at - 1] & _MORE:
            break
    return number, at
