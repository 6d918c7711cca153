"""Writes a picture as SVG: shapes as they are, words as words, so that it stays sharp and can be read aloud."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from dhr_desktop.domain.picture.shapes import (
    Boxes,
    Diamonds,
    Hatched,
    Ink,
    Shape,
    Softs,
    Strokes,
    Words,
)
from dhr_desktop.report.picture_inks import FAMILY, SIZE, colour, measure
from dhr_desktop.report.to_docx import clean

_FADE, _FADE_SHARE, _STEPS = 24.0, 0.35, 50
_HATCH = 6


def to_svg(shapes: Sequence[Shape], size: tuple[float, float], title: str, description: str) -> bytes:
    """The bytes of the file. `title` and `description` are read by those who cannot see it."""
    width, height = size
    defs: dict[str, str] = {}
    body = "\n".join(line for shape in shapes for line in _drawn(shape, defs))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description"'
        f' width="{_n(width)}" height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}"'
        f' font-family={quoteattr(f"{FAMILY}, Arial, Helvetica, sans-serif")} font-size="{_n(SIZE)}">'
    )
    written = "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            head,
            f'<title id="title">{_text(title)}</title>',
            f'<desc id="description">{_text(description)}</desc>',
            f"<defs>{''.join(defs.values())}</defs>",
            body,
            "</svg>",
        )
    )
    return written.encode()


def _drawn(shape: Shape, defs: dict[str, str]) -> Iterator[str]:
    match shape:
        case Boxes() if shape.boxes:
            corner = f' rx="{_n(shape.round)}"' if shape.round else ""
            yield f"<g {_fill(shape.ink)}>{''.join(_rect(box, corner) for box in shape.boxes)}</g>"
        case Softs():
            for box in shape.boxes:
                yield _rect(box, f' fill="url(#{_gradient(shape.ink, box[2], defs)})"')
        case Hatched() if shape.boxes:
            pattern = _pattern(shape.ink, defs)
            yield f'<g fill="url(#{pattern})">{"".join(_rect(box) for box in shape.boxes)}</g>'
        case Strokes() if shape.lines:
            ends = "".join(f"M{_n(x)} {_n(y)}L{_n(to_x)} {_n(to_y)}" for x, y, to_x, to_y in shape.lines)
            dashes = ' stroke-dasharray="5 3"' if shape.dashed else ""
            yield f'<path d="{ends}" {_stroke(shape.ink)} stroke-width="{_n(shape.width)}"{dashes}/>'
        case Diamonds():
            for x, y, size in shape.places:
                ends = f"M{_n(x)} {_n(y - size)}L{_n(x + size)} {_n(y)}L{_n(x)} {_n(y + size)}L{_n(x - size)} {_n(y)}Z"
                yield f'<path d="{ends}" {_fill(shape.ink)} {_stroke(shape.edge)}/>'
        case Words():
            weight = ' font-weight="bold"' if shape.bold else ""
            place = f'x="{_n(shape.x)}" y="{_n(shape.baseline)}" text-anchor="{shape.side.value}"'
            # As long as it was measured, also where another font stands in for ours.
            length = f'textLength="{_n(measure(shape.text, bold=shape.bold))}" lengthAdjust="spacingAndGlyphs"'
            yield f"<text {place} {length} {_fill(shape.ink)}{weight}>{_text(shape.text)}</text>"


def _rect(box: tuple[float, float, float, float], more: str = "") -> str:
    left, top, width, height = map(_n, box)
    return f'<rect x="{left}" y="{top}" width="{width}" height="{height}"{more}/>'


def _fill(ink: Ink) -> str:
    through = f' fill-opacity="{_n(ink.alpha)}"' if ink.alpha < 1 else ""
    return f'fill="#{colour(ink)}"{through}'


def _stroke(ink: Ink) -> str:
    through = f' stroke-opacity="{_n(ink.alpha)}"' if ink.alpha < 1 else ""
    return f'stroke="#{colour(ink)}"{through}'


def _gradient(ink: Ink, width: float, defs: dict[str, str]) -> str:
    """A gradient whose ends fade; boxes of about one width share theirs."""
    edge = round(min(_FADE, width * _FADE_SHARE) / max(width, 1) * _STEPS) / _STEPS
    name = f"soft-{ink.role}-{round(ink.alpha * 100)}-{round(edge * 100)}"
    if name not in defs:
        stops = "".join(
            f'<stop offset="{_n(at)}" stop-color="#{colour(ink)}" stop-opacity="{_n(through)}"/>'
            for at, through in ((0, 0), (edge, ink.alpha), (1 - edge, ink.alpha), (1, 0))
        )
        defs[name] = f'<linearGradient id="{name}">{stops}</linearGradient>'
    return name


def _pattern(ink: Ink, defs: dict[str, str]) -> str:
    name = f"hatched-{ink.role}-{round(ink.alpha * 100)}"
    defs[name] = (
        f'<pattern id="{name}" width="{_HATCH}" height="{_HATCH}" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><path d="M0 0V{_HATCH}" {_stroke(ink)}/></pattern>'
    )
    return name


def _text(words: str) -> str:
    return escape(clean(words))


def _n(number: float) -> str:
    """A number without more digits than can be seen."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
