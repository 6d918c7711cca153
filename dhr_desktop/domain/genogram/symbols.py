"""The symbols of people: a square is a man, a circle a woman, a diamond another sex, a dashed square is not said.

A pregnancy is a triangle, crossed where it ended in a stillbirth; a miscarriage is a small filled circle and a
termination a small cross, as the genograms of McGoldrick, Gerson and Petry have them.
"""

from collections.abc import Iterator

from dhr_desktop.domain.genogram.layout import HALF, Point
from dhr_desktop.domain.people import Sex
from dhr_desktop.domain.picture.shapes import Boxes, Diamonds, Hatched, Ink, Shape, Strokes
from dhr_desktop.domain.pregnancies import Outcome

_EDGE, _GAP = 1.5, 3.5
_IN_CIRCLE, _IN_DIAMOND = 0.68, 0.5
_SMALL, _WIDE = 0.34, 0.9


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
        yield Strokes(Ink("text"), _cross(*at, reach), _EDGE)


def of_pregnancy(outcome: Outcome, at: Point, half: float = HALF) -> Iterator[Shape]:
    """The sign of a pregnancy with its middle at a point, and the line that leads down to it."""
    x, y = at
    small = half * _SMALL
    if outcome is Outcome.MISCARRIAGE:
        yield Strokes(Ink("text"), [(x, y - half, x, y - small)], _EDGE)
        yield Boxes(Ink("text"), [(x - small, y - small, 2 * small, 2 * small)], small)
        return
    if outcome is Outcome.TERMINATION:
        yield Strokes(Ink("text"), [(x, y - half, x, y)], _EDGE)
        yield Strokes(Ink("text"), _cross(x, y, small), _EDGE)
        return
    top, left, right = (x, y - half), (x - half * _WIDE, y + half), (x + half * _WIDE, y + half)
    yield Strokes(Ink("text"), [(*top, *left), (*left, *right), (*right, *top)], _EDGE)
    if outcome is Outcome.STILLBIRTH:
        yield Strokes(Ink("text"), _cross(x, y + half * 0.3, half * 0.6), _EDGE)


def _cross(x: float, y: float, reach: float) -> list[tuple[float, float, float, float]]:
    return [(x - reach, y - reach, x + reach, y + reach), (x - reach, y + reach, x + reach, y - reach)]


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
