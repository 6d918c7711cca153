"""The shapes a picture is made of. Each kind of painter, for a window or for a file, knows these and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

Box = tuple[float, float, float, float]
"""Left, top, width and height."""
Measure = Callable[[str], float]
"""How wide some words are as the painter will write them."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour by what it is for: a role of the theme, or a place in the agencies' palette; and how much covers."""

    role: str | int
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Boxes:
    """Filled boxes of one ink; `round` is the radius of their corners.

    `on_surface` says that they stand on nothing but the surface, so that their colour may be mixed beforehand.
    """

    ink: Ink
    boxes: Sequence[Box]
    round: float = 0.0
    on_surface: bool = False


@dataclass(frozen=True, slots=True)
class Softs:
    """Boxes that fade out at their left and right ends, within their own width."""

    ink: Ink
    boxes: Sequence[Box]


@dataclass(frozen=True, slots=True)
class Hatched:
    """Boxes filled with slanting lines, so that it is not the colour that tells them."""

    ink: Ink
    boxes: Sequence[Box]


@dataclass(frozen=True, slots=True)
class Strokes:
    """Straight lines: from x, y to x, y."""

    ink: Ink
    lines: Sequence[tuple[float, float, float, float]]
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Diamonds:
    """Squares on a corner: middle, and half their height. They have an edge, so that they stand out on a box."""

    ink: Ink
    edge: Ink
    places: Sequence[tuple[float, float, float]]


class Side(StrEnum):
    """Where words stand with regard to their place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words: where its baseline begins, has its middle, or ends."""

    ink: Ink
    x: float
    baseline: float
    text: str
    side: Side = Side.START
    bold: bool = False


Shape = Boxes | Softs | Hatched | Strokes | Diamonds | Words


def cut(text: str, room: float, measure: Measure) -> str:
    """The text, or its beginning with an ellipsis where there is no room for it; '' where not even that fits."""
    if measure(text) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(f"{text[:middle].rstrip()}…") <= room else (low, middle - 1)
    return f"{text[:low].rstrip()}…" if low else ""
