"""Where the agencies' names stand in a line of a list, and how words run over a few rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from dhr_desktop.ui.common.signs import SWATCH

TAG = SWATCH + 6
"""The room of a colour before its name."""
_GAP, _ROWS, _MORE = 12, 2, 30


@dataclass(frozen=True, slots=True)
class Tag:
    """The place of one name: its row, where its colour begins, and how wide the name may be."""

    row: int
    left: int
    width: int

    @property
    def end(self) -> int:
        """Where the next may begin."""
        return self.left + TAG + self.width + _GAP


def placed(widths: Sequence[int], room: int) -> tuple[list[Tag], int]:
    """Where names of these widths stand in two rows of so much room, and how many have no place.

    A name moves to the second row whole before any is cut, and the last that is shown leaves room to say how many more.
    """
    found: list[Tag] = []
    row = left = 0
    for place, width in enumerate(widths):
        last = place + 1 == len(widths)
        need = TAG + width
        if left and left + need > room and row + 1 < _ROWS:
            row, left = row + 1, 0
        rest = room - left - (0 if last or row + 1 < _ROWS else _MORE)
        if left and need > rest:
            return found, len(widths) - place
        found.append(Tag(row, left, max(0, min(width, rest - TAG))))
        left = found[-1].end
    return found, 0


def in_rows(words: str, metrics: QFontMetrics, width: int, rows: int) -> list[str]:
    """The words over at most so many rows, broken between words; the last ends in an ellipsis where there is more."""
    found: list[str] = []
    left = words.split()
    while left and len(found) + 1 < rows:
        number = 1
        while number < len(left) and metrics.horizontalAdvance(" ".join(left[: number + 1])) <= width:
            number += 1
        found.append(" ".join(left[:number]))
        left = left[number:]
    if left and rows > 0:
        found.append(metrics.elidedText(" ".join(left), Qt.TextElideMode.ElideRight, width))
    return found
