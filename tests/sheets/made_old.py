"""Workbooks of older Excel as streams of records, and the compound files that hold them, made afresh for each test."""

import struct
from collections.abc import Mapping, Sequence

_SECTOR = 512
_END, _FREE, _OWN = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<2H", kind, len(body)) + body


def excel_97(
    rows: Sequence[Sequence[str | tuple[float, int] | None]],
    forms: Mapping[int, str] | None = None,
    *,
    since_1904: bool = False,
) -> bytes:
    """The stream of a workbook with one sheet 'Log': words, and numbers as (number, the number of their form).

    `forms` are forms of the workbook's own under their numbers ([MS-XLS] 2.4.126 Format, 2.4.353 XF).
    """
    forms = forms or {}
    used = sorted({0, *(cell[1] for row in rows for cell in row if isinstance(cell, tuple))})
    start = _record(0x0809, struct.pack("<4H2I", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    before = start + _record(0x0022, struct.pack("<H", since_1904))
    for number, form in forms.items():
        before += _record(0x041E, struct.pack("<2HB", number, len(form), 0) + form.encode("latin-1"))
    for number in used:
        before += _record(0x00E0, struct.pack("<3H14x", 0, number, 0))
    end = _record(0x000A, b"")
    place = len(before) + 4 + 8 + 3 + len(end)
    before += _record(0x0085, struct.pack("<I4B", place, 0, 0, 3, 0) + b"Log") + end
    sheet = _record(0x0809, struct.pack("<4H2I", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    return before + sheet + _cells(rows, used, "<4HB") + end


def excel_4(rows: Sequence[Sequence[str | tuple[float, int] | None]]) -> bytes:
    """The one sheet that a file of Excel 4 is."""
    used = sorted({0, *(cell[1] for row in rows for cell in row if isinstance(cell, tuple))})
    start = _record(0x0409, struct.pack("<3H", 0x0400, 0x0010, 0))
    forms = b"".join(_record(0x0443, struct.pack("<2B10x", 0, number)) for number in used)
    return start + forms + _cells(rows, used, "<4H") + _record(0x000A, b"")


def _cells(rows: Sequence[Sequence[str | tuple[float, int] | None]], used: Sequence[int], label: str) -> bytes:
    made = b""
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, tuple):
                made += _record(0x0203, struct.pack("<3Hd", row, column, used.index(cell[1]), cell[0]))
            elif cell is not None:
                flag = (0,) if label.endswith("B") else ()
                made += _record(0x0204, struct.pack(label, row, column, 0, len(cell), *flag) + cell.encode("latin-1"))
    return made


def compound(streams: Mapping[str, bytes], within: Mapping[str, bytes] | None = None, *, short: int = _END) -> bytes:
    """A compound file with `streams` at its root, and those `within` in a storage of their own ([MS-CFB] 2).

    `short` is where it says that the table of its short sectors begins; there is none.
    """
    names = [*streams, *(["Embedded"] if within else []), *(within or {})]
    bodies = [body.ljust(4096, b"\0") for body in (*streams.values(), *(within or {}).values())]
    first_within = len(streams) + 2
    table, places = [_OWN], []
    for body in bodies:
        places.append(len(table))
        count = -(-len(body) // _SECTOR)
        table += [*range(len(table) + 1, len(table) + count), _END]
    held = -(-(len(names) + 1) // 4)
    directory = len(table)
    table += [*range(directory + 1, directory + held), _END]
    entries = [_entry("Root Entry", _ROOT, child=1)]
    at = iter(zip(places, bodies, strict=True))
    for number, name in enumerate(names, 1):
        last = number in (len(streams) + bool(within), len(names))
        following = _FREE if last else number + 1
        if within and number == len(streams) + 1:
            entries.append(_entry(name, _STORAGE, child=first_within, following=_FREE))
        else:
            place, body = next(at)
            entries.append(_entry(name, _STREAM, following=following, place=place, size=len(body)))
    header = struct.pack(
        "<8s16x5H6x8I",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, directory, 0, 4096, short, int(short != _END), _END),
    )
    header += struct.pack("<110I", 0, 0, *[_FREE] * 108)
    packed = struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")
    return header + packed + b"".join(body + b"\0" * (-len(body) % _SECTOR) for body in bodies) + _filled(entries)


def _filled(entries: Sequence[bytes]) -> bytes:
    joined = b"".join(entries)
    return joined + b"\0" * (-len(joined) % _SECTOR)


def _entry(
    name: str, kind: int, *, child: int = _FREE, following: int = _FREE, place: int = 0, size: int = 0
) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sH2B3I36x3I", written, len(written), kind, 1, _FREE, following, child, place, size, 0
    )
