"""What filters ask of entries' own columns, held as a byte or a number for each entry, so that a pass takes no time."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dhr_desktop.domain.meaning import Inclusion, Mark, Origin
from dhr_desktop.store.filters import EntryFilter, days
from dhr_desktop.store.numbers import Numbers

_SIGNIFICANCE = 0b11
_DOUBTFUL, _IN_EVENT = 1 << 2, 1 << 3
_MARKS: Mapping[str, int] = {mark: 1 << place for place, mark in enumerate(Mark, start=4)}
_INCLUDED: Mapping[str, int] = {document: 1 << place for place, document in enumerate(Inclusion)}
_ORIGINS: Mapping[str, int] = {origin: place << len(_INCLUDED) for place, origin in enumerate(Origin)}
_ORIGIN = 0b11111 << len(_INCLUDED)


def _packed(flags: Mapping[str, int]) -> str:
    return " | ".join(f"{name} * {bit}" for name, bit in flags.items())


_CASES = " ".join(f"WHEN '{name}' THEN {bit}" for name, bit in _ORIGINS.items())
SQL = (
    "agency_id",
    "day_from",
    "day_to",
    f"significance | doubtful * {_DOUBTFUL} | (event_id IS NOT NULL) * {_IN_EVENT} | {_packed(_MARKS)}",
    f"{_packed(_INCLUDED)} | CASE origin {_CASES} END",
)
"""How the fields of `Columns` are read, one by one. All of it stands in the index of the order."""
SOURCES = (
    *("agency_id", "day_from", "day_to", "significance", "doubts", "event_id", "origin"),
    *_MARKS,
    *_INCLUDED,
)
"""The columns of the table that any of it is made of."""


@dataclass(frozen=True, slots=True)
class Columns:
    """One value of each kind for each entry, in the order of the timeline. Nobody changes them."""

    agencies: Numbers = field(default_factory=Numbers)
    froms: Numbers = field(default_factory=Numbers)
    tos: Numbers = field(default_factory=Numbers)
    """The first and the last possible day, as YYYYMMDD."""
    judged: bytes = b""
    """Significance, doubt, whether in an event, and marks."""
    placed: bytes = b""
    """What an entry is included in, and where it comes from."""

    def with_changes(
        self, other: Mapping[int, Sequence[int]], gone: Sequence[int], new: Iterable[tuple[int, Sequence[int]]]
    ) -> "Columns":
        """The columns with `other` values at some places, then without those `gone`, then with `new` ones put in.

        The places `gone` ascend; each of the `new` is put before the place it names, one after the other.
        """
        kept: list[Any] = [array("I", each.values) for each in (self.agencies, self.froms, self.tos)]
        kept += [bytearray(self.judged), bytearray(self.placed)]
        for place, row in other.items():
            for column, value in zip(kept, row, strict=True):
                column[place] = value
        for place in reversed(gone):
            for column in kept:
                del column[place]
        for place, row in new:
            for column, value in zip(kept, row, strict=True):
                column.insert(place, value)
        return made(*kept)

    def fitting(self, wanted: EntryFilter, scope: tuple[str, str] = ("", "")) -> bytes | None:
        """For each entry 1 where it fits what the filter asks of its columns, else 0; None where all of them do.

        `scope` are the ISO days of the review's scope, '' where it is open.
        """
        fits: int | None = None
        for mask in self._masks(wanted, scope):
            fits = mask if fits is None else fits & mask
        return None if fits is None else fits.to_bytes(len(self.judged), "little")

    def _masks(self, wanted: EntryFilter, scope: tuple[str, str]) -> Iterator[int]:
        for earliest, latest in days(wanted, scope):
            if earliest:
                yield self.tos.from_(earliest)
            if latest:
                yield self.froms.up_to(latest)
        if wanted.agency_ids:
            yield self.agencies.among(wanted.agency_ids)
        for mask in self._by_bits(wanted):
            yield int.from_bytes(mask, "little")

    def _by_bits(self, wanted: EntryFilter) -> Iterator[bytes]:
        if wanted.doubtful_only:
            yield self.doubts
        if wanted.grouped is not None:
            yield _equal(self.judged, _IN_EVENT, {_IN_EVENT if wanted.grouped else 0})
        if wanted.significances:
            yield _equal(self.judged, _SIGNIFICANCE, wanted.significances)
        if wanted.origins:
            yield _equal(self.placed, _ORIGIN, {_ORIGINS[each] for each in wanted.origins})
        if wanted.marks:
            yield _having(self.judged, sum(_MARKS[each] for each in wanted.marks))
        if wanted.included:
            yield _having(self.placed, sum(_INCLUDED[each] for each in wanted.included))

    @property
    def significances(self) -> bytes:
        """How much each entry matters."""
        return self.judged.translate(bytes(each & _SIGNIFICANCE for each in range(256)))

    @property
    def doubts(self) -> bytes:
        """Whether each entry is in doubt."""
        return _having(self.judged, _DOUBTFUL)

    @property
    def inclusions(self) -> bytes:
        """In how many documents each entry is included."""
        return _counted(self.placed, _INCLUDED.values())

    def marked(self, marks: Iterable[Mark]) -> bytes:
        """How many of these marks each entry has."""
        return _counted(self.judged, [_MARKS[mark] for mark in marks])


def made(
    agencies: Iterable[int], froms: Iterable[int], tos: Iterable[int], judged: Iterable[int], placed: Iterable[int]
) -> Columns:
    """Columns of these values, one for each entry in order."""
    return Columns(Numbers.of(agencies), Numbers.of(froms), Numbers.of(tos), bytes(judged), bytes(placed))


def _having(column: bytes, bits: int) -> bytes:
    """1 where a value has any of the bits."""
    return column.translate(bytes(bool(each & bits) for each in range(256)))


def _equal(column: bytes, bits: int, values: Iterable[int]) -> bytes:
    """1 where the bits of a value are among the values."""
    among = frozenset(values)
    return column.translate(bytes((each & bits) in among for each in range(256)))


def _counted(column: bytes, bits: Iterable[int]) -> bytes:
    each_bit = list(bits)
    return column.translate(bytes(sum(bool(each & bit) for bit in each_bit) for each in range(256)))
