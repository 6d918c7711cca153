"""The family picture as shapes, from the back to the front."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dhr_desktop.domain.genogram import births
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.households import outlines
from dhr_desktop.domain.genogram.layout import HALF, ChildLine, CoupleLine, Layout, Point
from dhr_desktop.domain.genogram.symbols import drawn, of_pregnancy
from dhr_desktop.domain.people import Role
from dhr_desktop.domain.picture.frame import Type
from dhr_desktop.domain.picture.shapes import Boxes, Ink, Measure, Shape, Side, Strokes, Words
from dhr_desktop.domain.relations import Ending, RelationKind

LINE = 1.5
_SLASH, _SLANT, _BETWEEN = 8.0, 4.0, 6.0
_FINE = Ink("muted")


def composed(family: Family, layout: Layout, letters: Type, measure: Measure, on: str = "") -> Iterator[Shape]:
    """Households, lines, symbols and words. `on` is the day (ISO) for which households are drawn."""
    yield from outlines(family, layout, letters, measure, on)
    yield from _children(births.lines(family, layout))
    for line in layout.couples:
        yield from _couple(line, letters, measure)
    for key, cell in layout.cells.items():
        person = family.by_id[key]
        if key in family.unborn:
            yield from of_pregnancy(family.unborn[key].outcome, (cell.x, cell.y))
        else:
            yield from drawn(
                person.sex,
                (cell.x, cell.y),
                index=key in family.index,
                dead=bool(person.died),
                harmed=person.role is Role.PERPETRATOR,
            )
        first = cell.y + HALF + 4 + letters.ascent
        names = len(cell.lines) - 1 if len(cell.lines) > 1 and _is_lifetime(cell.lines[-1]) else len(cell.lines)
        yield Boxes(
            Ink("surface"), [(cell.x - cell.width / 2, cell.y + HALF + 3, cell.width, cell.bottom - cell.y - HALF - 3)]
        )
        for at, words in enumerate(cell.lines):
            ink = Ink("text") if at < names else _FINE
            yield Words(ink, cell.x, first + at * letters.line, words, Side.MIDDLE)


def _is_lifetime(words: str) -> bool:
    return words.startswith(("born", "aged", "under 1", "?")) or words[:1].isdigit()


def _children(children: Sequence[ChildLine]) -> Iterator[Shape]:
    for solid in (False, True):
        ways = [line for line in children if line.solid is solid]
        lines = [segment for way in ways for segment in segments(way.points)]
        yield Strokes(Ink("text"), lines, LINE, dashed=not solid)


def segments(points: Sequence[Point]) -> list[tuple[float, float, float, float]]:
    """The lines of a way, without those that go nowhere."""
    return [(*one, *two) for one, two in pairwise(points) if one != two]


def _couple(line: CoupleLine, letters: Type, measure: Measure) -> Iterator[Shape]:
    relation = line.couple.relation
    married = relation is not None and relation.kind is RelationKind.MARRIED
    yield Strokes(Ink("text"), segments(line.points), LINE, dashed=not married)
    (left, y), (right, y_too) = _longest(line.points)
    middle = (left + right) / 2
    if relation is not None and y == y_too:
        number = {Ending.SEPARATED: 1, Ending.DIVORCED: 2}.get(relation.ending, 0)
        begin = left + (right - left) / 4 - (number - 1) * _BETWEEN / 2
        slashes = [
            (begin + at * _BETWEEN - _SLANT, y + _SLASH, begin + at * _BETWEEN + _SLANT, y - _SLASH)
            for at in range(number)
        ]
        yield Strokes(Ink("text"), slashes, LINE)
        if line.words:
            wide = measure(line.words)
            yield Boxes(Ink("surface"), [(middle - wide / 2, y - _SLASH - letters.line, wide, letters.line)])
            yield Words(_FINE, middle, y - _SLASH - letters.line + letters.ascent, line.words, Side.MIDDLE)


def _longest(points: Sequence[Point]) -> tuple[Point, Point]:
    one, two = max(pairwise(points), key=lambda pair: abs(pair[0][0] - pair[1][0]))
    return (one, two) if one[0] <= two[0] else (two, one)
