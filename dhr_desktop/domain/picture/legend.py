"""The legend under a picture: each sign that occurs in it, with what it means."""

from collections.abc import Iterator
from dataclasses import dataclass

from dhr_desktop.domain.key_dates import KeyKind
from dhr_desktop.domain.picture.bins import Unit
from dhr_desktop.domain.picture.frame import SIDE, Picture, Type
from dhr_desktop.domain.picture.scene import ALL_SILENT, SILENT
from dhr_desktop.domain.picture.shapes import (
    Boxes,
    Diamonds,
    Hatched,
    Ink,
    Measure,
    Shape,
    Softs,
    Strokes,
    Words,
)
from dhr_desktop.domain.picture.spans import LaneBy

SIGN = 22.0
"""How wide a sign is."""
_GAP, _BETWEEN = 6.0, 20.0
_COUNTED = {
    Unit.DAY: "an entry on a certain day",
    Unit.MONTH: "entries of a month (height: square root of their number)",
    Unit.QUARTER: "entries of a quarter (height: square root of their number)",
    Unit.YEAR: "entries of a year (height: square root of their number)",
}


_GROUNDS = {"all silent": Ink("muted", ALL_SILENT), "outside": Ink("outside")}


@dataclass(frozen=True, slots=True)
class _Sign:
    kind: str
    words: str
    x: float
    row: int


@dataclass(frozen=True, slots=True)
class Legend:
    """The signs with their places; `height` is what they need."""

    signs: tuple[_Sign, ...]
    type: Type
    height: float

    def shapes(self, top: float) -> Iterator[Shape]:
        """The legend as shapes, from a height on."""
        for sign in self.signs:
            line = top + sign.row * (self.type.line + 4)
            yield from drawn(sign.kind, sign.x, line, self.type)
            yield Words(Ink("muted"), sign.x + SIGN + _GAP, line + self.type.ascent, sign.words)


def legend(picture: Picture, unit: Unit, letters: Type, width: float, measure: Measure) -> Legend:
    """The legend for a picture whose entries are counted by a unit, in as many rows as it needs."""
    signs: list[_Sign] = []
    x, row = SIDE, 0
    for kind, words in wanted(picture, unit):
        room = SIGN + _GAP + measure(words)
        if x > SIDE and x + room > width - SIDE:
            x, row = SIDE, row + 1
        signs.append(_Sign(kind, words, x, row))
        x += room + _BETWEEN
    return Legend(tuple(signs), letters, (row + 1) * (letters.line + 4))


def wanted(picture: Picture, unit: Unit) -> Iterator[tuple[str, str]]:
    """Each sign that occurs in a picture whose entries are counted by a unit, with what it means."""
    rows = picture.rows.rows
    yield "mark" if unit is Unit.DAY else "bar", _COUNTED[unit]
    if any(row.soft for row in rows):
        yield "soft", "uncertain date, from the earliest to the latest day"
    if any(row.keys for row in rows):
        yield "key", "key entry"
    if picture.rows.joins and (picture.rows.by is LaneBy.AGENCY or unit is Unit.DAY):
        yield "join", "one event in several records"
    if any(each.lane for each in picture.silences):
        yield "silence", "no contact recorded by the agency"
    if any(not each.lane for each in picture.silences):
        yield "all silent", "no contact recorded by any agency"
    if any(line.kind not in {KeyKind.SCOPE_FROM, KeyKind.SCOPE_TO} for line in picture.days):
        yield "line", "key date"
    if picture.day_of(KeyKind.SCOPE_FROM) or picture.day_of(KeyKind.SCOPE_TO):
        yield "dashed", "period under review"
        yield "outside", "outside that period"


def drawn(kind: str, x: float, top: float, letters: Type) -> Iterator[Shape]:
    """A sign as shapes, with its left edge and its top."""
    height, middle = letters.line, x + SIGN / 2
    ink = Ink("muted")
    match kind:
        case "mark":
            yield Boxes(ink, [(middle - 3, top + height / 2 - 4, 6, 7)])
        case "bar":
            yield Boxes(ink, [(x + 3, top + 7, 7, height - 9), (x + 11, top + 3, 7, height - 5)])
        case "soft":
            yield Softs(Ink("muted", 0.7), [(x, top + height / 2 - 3, SIGN, 6)])
        case "key":
            yield Diamonds(Ink("text"), Ink("surface"), [(middle, top + height / 2, 5)])
        case "join":
            yield Strokes(Ink("text", 0.75), [(middle, top + 2, middle, top + height - 2)], 1.2)
            yield Boxes(ink, [(middle - 3, top, 6, 4), (middle - 3, top + height - 4, 6, 4)])
        case "silence":
            yield Hatched(Ink("muted", SILENT), [(x, top + 2, SIGN, height - 4)])
        case "all silent" | "outside":
            yield Boxes(_GROUNDS[kind], [(x, top + 2, SIGN, height - 4)])
        case "line":
            yield Strokes(Ink("text"), [(middle, top + 1, middle, top + height - 1)], 1.5)
        case "dashed":
            yield Strokes(Ink("text"), [(middle, top + 1, middle, top + height - 1)], 1.2, dashed=True)
