"""The chains of sectors that a compound file is made of ([MS-CFB] 2.2 to 2.6), followed only where they end."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

_HEADER = 512
_IN_HEADER = 109
_NONE = 0xFFFFFFFA
"""From this number on an entry is a mark and no sector."""
_SHORT = 64
_SHORT_BELOW = 4096
_ENTRY = 128
_STREAM = 2
_LEFT_BEHIND = 2
_DAMAGE = (struct.error, IndexError, OverflowError, MemoryError, ValueError)


@dataclass(frozen=True, slots=True)
class _Chains:
    size: int
    table: Sequence[int]
    short: Sequence[int]


def all_end(data: bytes) -> bool:
    """Whether no chain, long or short, comes back upon itself, as xlrd would follow it for ever; False for damage."""
    try:
        chains = _chains(data)
    except _DAMAGE:
        return False
    return _all_end(chains.table) and _all_end(chains.short)


def stream(data: bytes, names: Sequence[str]) -> bytes:
    """The bytes of the first stream that has one of `names`; b'' where there is none, or its chains do not end."""
    try:
        chains = _chains(data)
        if not (_all_end(chains.table) and _all_end(chains.short)):
            return b""
        directory = _long(data, chains, struct.unpack_from("<I", data, 48)[0])
        entries = [directory[at : at + _ENTRY] for at in range(0, len(directory), _ENTRY)]
        found = next((entry for name in names for entry in entries if _is_named(entry, name)), b"")
        first, size = struct.unpack_from("<2I", found, 116)
        if size >= _SHORT_BELOW:
            return _long(data, chains, first)[:size]
        kept = _long(data, chains, struct.unpack_from("<I", entries[0], 116)[0])
        return b"".join(kept[at * _SHORT : (at + 1) * _SHORT] for at in _links(chains.short, first))[:size]
    except _DAMAGE:
        return b""


def root_streams(data: bytes) -> frozenset[str]:
    """The names of the streams at the root of a compound file; none where its directory cannot be followed.

    The directory is a tree: each entry names the one before it, the one after it, and the first within it (2.6.1).
    """
    try:
        chains = _chains(data)
        if not _all_end(chains.table):
            return frozenset()
        directory = _long(data, chains, struct.unpack_from("<I", data, 48)[0])
        found, seen = set(), set()
        waiting = [struct.unpack_from("<I", directory, 76)[0]]
        while waiting:
            place = waiting.pop()
            entry = directory[place * _ENTRY : (place + 1) * _ENTRY]
            if place in seen or place >= _NONE or len(entry) < _ENTRY:
                continue
            seen.add(place)
            if entry[66] == _STREAM:
                found.add(entry[: struct.unpack_from("<H", entry, 64)[0]].decode("utf-16-le", "replace").rstrip("\0"))
            waiting += struct.unpack_from("<2I", entry, 68)
    except _DAMAGE:
        return frozenset()
    return frozenset(found)


def _is_named(entry: bytes, name: str) -> bool:
    written = (name + "\0").encode("utf-16-le")
    return entry.startswith(written) and entry[66] == _STREAM


def _chains(data: bytes) -> _Chains:
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    (held,) = struct.unpack_from("<I", data, 44)
    short_first, short_held, more_first, more_held = struct.unpack_from("<4I", data, 60)
    places = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
    for _ in range(min(more_held, len(data) // size)):
        *further, more_first = _numbers(data, more_first, size)
        places += further
    table = [entry for place in places[:held] for entry in _numbers(data, place, size)]
    short: list[int] = []
    for _ in range(min(short_held, len(table))):
        if short_first >= _NONE:  # some writers count a table that is not there
            break
        short += _numbers(data, short_first, size)
        short_first = table[short_first]
    return _Chains(size, table, short)


def _numbers(data: bytes, place: int, size: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{size // 4}I", data, _at(place, size))


def _at(place: int, size: int) -> int:
    return max(size, _HEADER) + place * size


def _long(data: bytes, chains: _Chains, first: int) -> bytes:
    size = chains.size
    return b"".join(data[_at(place, size) : _at(place, size) + size] for place in _links(chains.table, first))


def _links(table: Sequence[int], first: int) -> list[int]:
    """The sectors of a chain that is known to end."""
    found = []
    while first < min(len(table), _NONE):
        found.append(first)
        first = table[first]
    return found


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
            seen[place] = _LEFT_BEHIND
    return True
