"""One whole number for each of many entries, held so that all of them are compared at once."""

import sys
from array import array
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import and_, or_

_BYTES = 4
_WHOLE = 256


@dataclass(frozen=True)
class Numbers:
    """Numbers from 0 to 2**32 - 1. Nobody changes them.

    An answer is a whole number with a byte for each entry, 1 where it fits and else 0, so that answers are joined with
    `&` and `|`. A day that is asked of 100,000 entries one by one takes 8 ms; byte by byte, 1.
    """

    values: "array[int]" = field(default_factory=lambda: array("I"))

    @staticmethod
    def of(values: Iterable[int]) -> "Numbers":
        """These numbers, held so."""
        return Numbers(array("I", values))

    @cached_property
    def _planes(self) -> list[bytes]:
        """The lowest byte of each number, then the next: made when they are first asked."""
        held = self.values.tobytes()
        planes = [held[place::_BYTES] for place in range(_BYTES)]
        return planes if sys.byteorder == "little" else planes[::-1]

    def up_to(self, limit: int) -> int:
        """Where a number is at most `limit`."""
        fits = _where(self._planes[0], range(limit % _WHOLE + 1))
        for plane, byte in zip(self._planes[1:], _bytes_of(limit)[1:], strict=True):
            fits = _where(plane, range(byte)) | (_where(plane, (byte,)) & fits)
        return fits

    def from_(self, limit: int) -> int:
        """Where a number is at least `limit`."""
        fits = _where(self._planes[0], range(limit % _WHOLE, _WHOLE))
        for plane, byte in zip(self._planes[1:], _bytes_of(limit)[1:], strict=True):
            fits = _where(plane, range(byte + 1, _WHOLE)) | (_where(plane, (byte,)) & fits)
        return fits

    def among(self, wanted: Collection[int]) -> int:
        """Where a number is one of the `wanted`."""
        lowest: dict[int, set[int]] = {}
        for number in wanted:
            lowest.setdefault(number // _WHOLE, set()).add(number % _WHOLE)
        return reduce(or_, (self._beginning(upper, lows) for upper, lows in lowest.items()), 0)

    def _beginning(self, upper: int, lows: Collection[int]) -> int:
        """Where all bytes but the lowest make `upper`, and the lowest is among `lows`."""
        bytes_above = zip(self._planes[1:], _bytes_of(upper), strict=False)
        return reduce(and_, (_where(plane, (byte,)) for plane, byte in bytes_above), _where(self._planes[0], lows))


def _bytes_of(number: int) -> bytes:
    return number.to_bytes(_BYTES, "little")


def _where(plane: bytes, wanted: Collection[int]) -> int:
    return int.from_bytes(plane.translate(bytes(each in wanted for each in range(_WHOLE))), "little")
