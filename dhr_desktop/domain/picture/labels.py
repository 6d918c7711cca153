"""Where the words of key dates stand: at their lines, in as many rows as there are, and never over one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dhr_desktop.domain.key_dates import KeyKind
from dhr_desktop.domain.picture.frame import DayLine, Frame, Picture
from dhr_desktop.domain.picture.shapes import Ink, Measure, Side, Words, cut

_APART = 8.0
_EDGE = 2.0
_LEAST_ROOM = 30.0
_BOLD = 1.3
"""How much wider than plain letters bold ones may be, narrow ones above all: only plain ones are measured."""
_RANK = {KeyKind.DEATH: 0, KeyKind.SCOPE_FROM: 2, KeyKind.SCOPE_TO: 2}
"""Whose words are placed first: the death's, then those of the chair's own dates."""


@dataclass(frozen=True, slots=True)
class Label:
    """The words of one key date, from where to where, in which row, counted from the lanes up."""

    line: DayLine
    words: str
    left: float
    right: float
    row: int

    @property
    def bold(self) -> bool:
        """Whether it is written in bold letters."""
        return self.line.kind is KeyKind.DEATH

    def shape(self, frame: Frame) -> Words:
        """It as it is drawn: from its middle or its end, so that another font than was measured leaves it in place."""
        letters = frame.type
        baseline = frame.top - 4 - self.row * letters.line - (letters.line - letters.ascent)
        at_edge = self.right >= frame.width - _EDGE - 1
        x, side = (self.right, Side.END) if at_edge else ((self.left + self.right) / 2, Side.MIDDLE)
        return Words(Ink("text"), x, baseline, self.words, side, self.bold)


def place_of(line: DayLine, frame: Frame) -> float:
    """Where the line of a key date stands: in the middle of its days; the scope between days."""
    if line.kind is KeyKind.SCOPE_FROM:
        return frame.scale.x(line.first)
    if line.kind is KeyKind.SCOPE_TO:
        return frame.scale.x(line.last + 1)
    return frame.scale.x((line.first + line.last + 1) / 2)


def in_sight(picture: Picture, frame: Frame) -> list[DayLine]:
    """The key dates whose lines are to be seen."""
    return [line for line in picture.days if frame.scale.left <= place_of(line, frame) <= frame.scale.right]


def placed(picture: Picture, frame: Frame, measure: Measure) -> list[Label]:
    """The words that have room. Those of one day stand above one another, so that each is at its line."""
    rows = max(1, int((frame.top - frame.above - 2) // frame.type.line))
    found: list[Label] = []
    for line in sorted(in_sight(picture, frame), key=lambda each: _RANK.get(each.kind, 1)):
        words = cut(line.words, max(frame.scale.width / 3, _LEAST_ROOM), measure)
        room = measure(words) * (_BOLD if line.kind is KeyKind.DEATH else 1)
        for row, left in _places(place_of(line, frame), room, rows, frame):
            label = Label(line, words, left, left + room, row)
            if words and _is_free(label, found):
                found.append(label)
                break
    return found


def _places(x: float, room: float, rows: int, frame: Frame) -> Iterator[tuple[int, float]]:
    """The row and the left end of each place to be tried: over the line in every row, then at its left and right."""
    for left in (x - room / 2, x - room - _EDGE, x + _EDGE):
        for row in range(rows):
            yield row, max(min(left, frame.width - room - _EDGE), frame.scale.left)


def _is_free(label: Label, others: Sequence[Label]) -> bool:
    return all(
        label.row != other.row or label.left > other.right + _APART or label.right < other.left - _APART
        for other in others
    )
