"""The symbols of people: a square is a man, a circle a woman, a diamond another sex, a dashed square is not said."""

from collections.abc import Iterator

from dhr_desktop.domain.genogram.layout import HALF, Point
from dhr_desktop.domain.people import Sex
from dhr_desktop.domain.picture.shapes import Boxes, Diamonds, Hatched, Ink, Shape, Strokes

_EDGE, _GAP = 1.5, 3.5
_IN_CIRCLE, _IN_DIAMOND = 0.68, 0.5


def drawn(
    sex: Sex, at: Point, *, index: bool = False, dead: bool = False, harmed: bool = False, half: float = HALF
) -> Iterator[Shape]:
    """One symbol with its middle at a point: `index` doubles its outline, `dead` crosses it, `harmed` hatches it."""
    yield from _outline(sex, at, half)
    inner = half
    if index:
        inner = half - _EDGE - _GAP
        yield from _outline(sex, at, inner)
    if harmed:
        reach = (inner - 2) * {Sex.FEMALE: _IN_CIRCLE, Sex.ANOTHER: _IN_DIAMOND}.get(sex, 1.0)
        yield Hatched(Ink("text"), [(at[0] - reach, at[1] - reach, 2 * reach, 2 * reach)])
    if dead:
        reach = half * {Sex.FEMALE: 0.707, Sex.ANOTHER: 0.5}.get(sex, 1.0)
        x, y = at
        yield Strokes(
            Ink("text"),
            [(x - reach, y - reach, x + reach, y + reach), (x - reach, y + reach, x + reach, y - reach)],
            _EDGE,
        )


def _outline(sex: Sex, at: Point, half: float) -> Iterator[Shape]:
    x, y = at
    if sex is Sex.ANOTHER:
        yield Diamonds(Ink("surface"), Ink("text"), [(x, y, half)])
        return
    if sex is Sex.NOT_SAID:
        left, top, right, bottom = x - half, y - half, x + half, y + half
        yield Boxes(Ink("surface"), [(left, top, 2 * half, 2 * half)])
        sides = [(left, top, right, top), (right, top, right, bottom), (right, bottom, left, bottom)]
        yield Strokes(Ink("text"), [*sides, (left, bottom, left, top)], _EDGE, dashed=True)
        return
    for ink, reach in ((Ink("text"), half), (Ink("surface"), half - _EDGE)):
        yield Boxes(ink, [(x - reach, y - reach, 2 * reach, 2 * reach)], reach if sex is Sex.FEMALE else 0.0)
