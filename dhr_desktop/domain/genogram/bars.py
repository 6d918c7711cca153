"""The level lines between two generations, each at a height of its own where they would lie on one another."""

from dataclasses import dataclass

_APART = 11.0
_AIR = 8.0


@dataclass
class Bar:
    """A level line from left to right; how high it lies is known when the generations have been placed."""

    left: float
    right: float
    track: int = 0
    y: float = 0.0


class Bars:
    """What lies above each generation."""

    def __init__(self, rows: int) -> None:
        self._bars: list[list[Bar]] = [[] for _ in range(rows)]

    def reserve(self, row: int, left: float, right: float) -> Bar:
        """A line above a generation, on the first track on which it touches no other."""
        bar = Bar(left, right)
        taken = {other.track for other in self._bars[row] if other.left < right + _AIR and other.right > left - _AIR}
        while bar.track in taken:
            bar.track += 1
        self._bars[row].append(bar)
        return bar

    def height(self, row: int) -> float:
        """How much room the lines above a generation take."""
        tracks = {bar.track for bar in self._bars[row]}
        return (max(tracks) + 1) * _APART + _APART if tracks else 0.0

    def place(self, row: int, lowest: float) -> None:
        """Put the lines above a generation, the lowest at this height."""
        for bar in self._bars[row]:
            bar.y = lowest - bar.track * _APART
