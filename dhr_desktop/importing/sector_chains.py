"""Whether the chains of sectors in a compound file end ([MS-CFB] 2.2 to 2.4): xlrd would follow them for ever."""

import struct
from collections.abc import Sequence

_HEADER = 512
_IN_HEADER = 109
_NONE = 0xFFFFFFFA
"""From this number on an entry is a mark and no sector."""
_MARKS_TAKEN = 2


def all_end(data: bytes) -> bool:
    """Whether no chain of sectors, long or short, comes back upon itself; False where the header is damaged."""
    try:
        size = 1 << struct.unpack_from("<H", data, 30)[0]
        (held,) = struct.unpack_from("<I", data, 44)
        short_first, short_held, more_first, more_held = struct.unpack_from("<4I", data, 60)
        places = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
        for _ in range(min(more_held, len(data) // size)):
            further = _sector(data, more_first, size)
            places += further[:-1]
            more_first = further[-1]
        table = [entry for place in places[:held] for entry in _sector(data, place, size)]
        short: list[int] = []
        for _ in range(min(short_held, len(table))):
            short += _sector(data, short_first, size)
            short_first = table[short_first]
    except (struct.error, IndexError, OverflowError, MemoryError):
        return False
    return _all_end(table) and _all_end(short)


def _sector(data: bytes, place: int, size: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{size // 4}I", data, _HEADER + place * size if size <= _HEADER else (place + 1) * size)


def _all_end(table: Sequence[int]) -> bool:
    seen = bytearray(len(table))
    for start in range(len(table)):
        at, walked = start, []
        while at < min(len(table), _NONE) and not seen[at]:
            seen[at] = 1
            walked.append(at)
            at = table[at]
        if at < len(table) and seen[at] == 1:
            return False
        for place in walked:
            seen[place] = _MARKS_TAKEN
    return True
