"""Draws a picture as PNG, fine enough to be printed; its words are kept in the file beside the dots, to be read."""

import io
from collections.abc import Iterator, Sequence
from math import floor
from typing import TYPE_CHECKING

from dhr_desktop.domain.picture.shapes import (
    Box,
    Boxes,
    Diamonds,
    Hatched,
    Ink,
    Shape,
    Side,
    Softs,
    Strokes,
    Words,
)
from dhr_desktop.report.picture_inks import SIZE, font, rgb

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

DOTS_PER_INCH = 300
_UNITS_PER_INCH = 96
_SCALE = DOTS_PER_INCH / _UNITS_PER_INCH
_FADE, _FADE_SHARE = 24.0, 0.35
_HATCH, _DASH, _BREAK = 7.0, 5.0, 3.0
_ANCHORS = {Side.START: "ls", Side.MIDDLE: "ms", Side.END: "rs"}
TITLE, DESCRIPTION, WORDS = "Title", "Description", "Words"
"""Under these names the file holds what it is, what it shows, and every word that is drawn in it."""


def to_png(shapes: Sequence[Shape], size: tuple[float, float], title: str, description: str) -> bytes:
    """The bytes of the file."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only where a picture is made
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 - as above

    image = Image.new("RGB", (round(size[0] * _SCALE), round(size[1] * _SCALE)), rgb(Ink("surface")))
    painter = _Painter(ImageDraw.Draw(image, "RGBA"))
    for shape in shapes:
        painter.paint(shape)
    said = PngInfo()
    spoken = "\n".join(shape.text for shape in shapes if isinstance(shape, Words))
    for key, words in ((TITLE, title), (DESCRIPTION, description), (WORDS, spoken)):
        said.add_itxt(key, words, lang="en-GB")
    made = io.BytesIO()
    image.save(made, "PNG", dpi=(DOTS_PER_INCH, DOTS_PER_INCH), pnginfo=said)
    return made.getvalue()


class _Painter:
    def __init__(self, draw: "ImageDraw") -> None:
        self._draw = draw

    def paint(self, shape: Shape) -> None:
        match shape:
            case Boxes():
                for box in shape.boxes:
                    self._box(box, _ink(shape.ink), shape.round)
            case Softs():
                for box in shape.boxes:
                    self._soft(box, shape.ink)
            case Hatched():
                for box in shape.boxes:
                    self._lines(list(_hatch(box)), _ink(shape.ink), 1.0)
            case Strokes():
                self._lines(_parts(shape), _ink(shape.ink), shape.width)
            case Diamonds():
                self._diamonds(shape)
            case Words():
                place = shape.x * _SCALE, shape.baseline * _SCALE
                letters = font(round(SIZE * _SCALE), bold=shape.bold)
                self._draw.text(place, shape.text, _ink(shape.ink), letters, _ANCHORS[shape.side])

    def _diamonds(self, shape: Diamonds) -> None:
        for x, y, size in shape.places:
            corners = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
            scaled = [(left * _SCALE, top * _SCALE) for left, top in corners]
            self._draw.polygon(scaled, fill=_ink(shape.ink), outline=_ink(shape.edge), width=round(_SCALE))

    def _box(self, box: Box, ink: tuple[int, int, int, int], corner: float) -> None:
        left, top, width, height = (part * _SCALE for part in box)
        right, bottom = left + width - 1, top + height - 1
        if right < left or bottom < top:
            return
        if corner:
            self._draw.rounded_rectangle((left, top, right, bottom), corner * _SCALE, ink)
        else:
            self._draw.rectangle((left, top, right, bottom), ink)

    def _soft(self, box: Box, ink: Ink) -> None:
        left, top, width, height = (part * _SCALE for part in box)
        fade = max(min(_FADE * _SCALE, width * _FADE_SHARE), 1.0)
        for column in range(floor(width)):
            share = min(column + 0.5, width - column - 0.5) / fade
            alpha = round(255 * ink.alpha * min(max(share, 0.0), 1.0))
            x = left + column
            self._draw.line((x, top, x, top + height - 1), (*rgb(ink), alpha))

    def _lines(
        self, lines: Sequence[tuple[float, float, float, float]], ink: tuple[int, int, int, int], width: float
    ) -> None:
        for line in lines:
            self._draw.line([part * _SCALE for part in line], ink, max(1, round(width * _SCALE)))


def _ink(ink: Ink) -> tuple[int, int, int, int]:
    return (*rgb(ink), round(255 * ink.alpha))


def _hatch(box: Box) -> Iterator[tuple[float, float, float, float]]:
    """Slanting lines, cut at the edges of the box."""
    left, top, width, height = box
    right, bottom = left + width, top + height
    start = left + _HATCH / 2
    while start < right + height:
        x, y = (start, top) if start <= right else (right, top + start - right)
        to_x, to_y = (start - height, bottom) if start - height >= left else (left, top + start - left)
        yield x, y, to_x, to_y
        start += _HATCH


def _parts(shape: Strokes) -> Sequence[tuple[float, float, float, float]]:
    return [part for line in shape.lines for part in _dashes(line)] if shape.dashed else shape.lines


def _dashes(line: tuple[float, float, float, float]) -> Iterator[tuple[float, float, float, float]]:
    x, y, to_x, to_y = line
    length = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5
    at = 0.0
    while at < length:
        begin, end = at / length, min(at + _DASH, length) / length
        yield x + (to_x - x) * begin, y + (to_y - y) * begin, x + (to_x - x) * end, y + (to_y - y) * end
        at += _DASH + _BREAK
