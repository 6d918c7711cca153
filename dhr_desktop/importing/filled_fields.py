"""What was filled in or typed onto a page of a PDF: fields of a form and text boxes, each with where it stands."""

from itertools import islice
from typing import Any

from dhr_desktop.importing.page_words import Box

_DEEPEST = 8
_MOST_FIELDS = 5000
_HIDDEN = 0b100010
"""The flags of a field that is not shown."""
_TICKED = "\u2612"
_OFF = ("", "Off")


def texts_on(page: Any) -> list[tuple[str, Box]]:  # noqa: ANN401 - pdfminer's own
    """The text of each field of the page, with its box on the page as it is shown."""
    from pdfminer.pdftypes import list_value, resolve1

    found = []
    for reference in islice(list_value(page.annots) if page.annots else [], _MOST_FIELDS):
        note = resolve1(reference)
        box = _box(note, page) if isinstance(note, dict) else None
        if box and not int(_number(note.get("F"))) & _HIDDEN:
            found.append((_said(note), box))
    return found


def _said(note: dict[str, Any]) -> str:
    from pdfminer.pdftypes import resolve1
    from pdfminer.psparser import literal_name

    kind = literal_name(resolve1(note.get("Subtype")))
    if kind == "FreeText":
        return _text(resolve1(note.get("Contents")))
    if kind != "Widget":
        return ""
    if literal_name(resolve1(_inherited(note, "FT"))) == "Btn":
        state = resolve1(note.get("AS"))
        return _TICKED if state is not None and literal_name(state) not in _OFF else ""
    value = resolve1(_inherited(note, "V"))
    if isinstance(value, list):
        return "\n".join(_text(resolve1(one)) for one in value)
    return _text(value)


def _inherited(note: dict[str, Any], key: str) -> Any:  # noqa: ANN401
    """What the field says, or the field that it is a part of."""
    from pdfminer.pdftypes import resolve1

    for _ in range(_DEEPEST):
        if key in note:
            return note[key]
        parent = resolve1(note.get("Parent"))
        if not isinstance(parent, dict):
            return None
        note = parent
    return None


def _text(value: Any) -> str:  # noqa: ANN401
    from pdfminer.pdftypes import PDFStream
    from pdfminer.utils import decode_text

    if isinstance(value, PDFStream):
        value = value.get_data()
    if isinstance(value, str):
        return value
    return decode_text(value) if isinstance(value, bytes) else ""


def _box(note: dict[str, Any], page: Any) -> Box | None:  # noqa: ANN401
    """Where a field stands on the page as it is shown, from its top left."""
    from pdfminer.pdftypes import resolve1

    corners = resolve1(note.get("Rect"))
    if not isinstance(corners, list) or len(corners) != 4:  # noqa: PLR2004 - the corners of a box
        return None
    x0, y0, x1, y1 = (_number(resolve1(one)) for one in corners)
    left, low, right, high = (_number(one) for one in page.mediabox)
    points = [_shown(x, y, (left, low, right, high), page.rotate % 360) for x, y in ((x0, y0), (x1, y1))]
    (one, two), (three, four) = points
    return min(one, three), min(two, four), max(one, three), max(two, four)


def _shown(x: float, y: float, page: Box, turned: int) -> tuple[float, float]:
    left, low, right, high = page
    return {
        0: (x - left, high - y),
        90: (y - low, x - left),
        180: (right - x, y - low),
        270: (high - y, right - x),
    }.get(turned, (x - left, high - y))


def _number(value: Any) -> float:  # noqa: ANN401
    return float(value) if isinstance(value, int | float) else 0.0
