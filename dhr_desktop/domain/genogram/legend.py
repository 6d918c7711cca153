"""What the signs of a family picture mean: only those that are in it."""

from collections.abc import Callable, Iterator
from functools import partial

from dhr_desktop.domain.genogram import births
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.symbols import drawn, of_pregnancy
from dhr_desktop.domain.people import Role, Sex
from dhr_desktop.domain.picture.frame import Type
from dhr_desktop.domain.picture.shapes import Ink, Measure, Shape, Strokes, Words
from dhr_desktop.domain.pregnancies import Outcome
from dhr_desktop.domain.relations import COUPLES, PARENTHOODS, Ending, RelationKind

_HALF, _LINE, _AIR, _BETWEEN = 7.0, 26.0, 6.0, 20.0
_PREGNANCIES = (
    (Outcome.EXPECTED, "a child expected"),
    (Outcome.NOT_KNOWN, "a pregnancy"),
    (Outcome.STILLBIRTH, "stillbirth"),
    (Outcome.MISCARRIAGE, "miscarriage"),
    (Outcome.TERMINATION, "termination"),
)
Sign = Callable[[float, float], Iterator[Shape]]


def legend(family: Family, letters: Type, measure: Measure, width: float) -> tuple[list[Shape], float]:
    """The shapes from (0, 0) down, and their height."""
    shapes: list[Shape] = []
    step = max(letters.line, 2 * _HALF) + _AIR
    x, y = 0.0, step / 2
    for room, sign, words in _signs(family):
        wide = room + _AIR + measure(words)
        if x and x + wide > width:
            x, y = 0.0, y + step
        shapes += sign(x, y)
        shapes.append(Words(Ink("muted"), x + room + _AIR, y + letters.ascent / 2 - 1.5, words))
        x += wide + _BETWEEN
    return shapes, y + step / 2 if shapes else 0.0


def _signs(family: Family) -> Iterator[tuple[float, Sign, str]]:
    people = [each for key, each in family.by_id.items() if key not in family.unborn]
    for sex, words in (
        (Sex.MALE, "male"),
        (Sex.FEMALE, "female"),
        (Sex.ANOTHER, "another sex"),
        (Sex.NOT_SAID, "not said"),
    ):
        if any(each.sex is sex for each in people):
            yield 2 * _HALF, partial(_symbol, sex), words
    if family.index:
        yield 2 * _HALF, partial(_symbol, Sex.FEMALE, index=True), "the victim"
    harmed = [each for each in people if each.role is Role.PERPETRATOR]
    if harmed:
        alleged = "alleged " if all(each.alleged for each in harmed) else ""
        yield 2 * _HALF, partial(_symbol, Sex.MALE, harmed=True), f"the {alleged}perpetrator"
    if any(each.died for each in people):
        yield 2 * _HALF, partial(_symbol, Sex.MALE, dead=True), "has died"
    outcomes = {each.outcome for each in family.unborn.values()}
    for outcome, words in _PREGNANCIES:
        if outcome in outcomes:
            yield 2 * _HALF, partial(_pregnancy, outcome), words
    yield from _lines(family)


def _lines(family: Family) -> Iterator[tuple[float, Sign, str]]:
    couples = [each.relation for each in family.couples if each.relation]
    if any(each.kind is RelationKind.MARRIED for each in couples):
        yield _LINE, partial(_line, dashed=False, slashes=0), "married"
    if len(family.couples) > sum(each.kind is RelationKind.MARRIED for each in couples):
        yield _LINE, partial(_line, dashed=True, slashes=0), "partners"
    if any(each.ending is Ending.SEPARATED for each in family.of_kinds(COUPLES)):
        yield _LINE, partial(_line, dashed=False, slashes=1), "separated"
    if any(each.ending is Ending.DIVORCED for each in family.of_kinds(COUPLES)):
        yield _LINE, partial(_line, dashed=False, slashes=2), "divorced"
    if births.twins(family):
        yield 2 * _HALF, _twins, "born together"
    if any(births.identical(family)):
        yield 2 * _HALF, _identical, "identical twins"
    if births.adopted(family):
        yield 2 * _HALF, _adopted, "adopted"
    if family.of_kinds(PARENTHOODS - {RelationKind.PARENT, RelationKind.ADOPTIVE_PARENT}):
        yield 2 * _HALF, _down, "step, fostered or in their care"


def _pregnancy(outcome: Outcome, x: float, y: float) -> Iterator[Shape]:
    yield from of_pregnancy(outcome, (x + _HALF, y), _HALF)


def _symbol(
    sex: Sex, x: float, y: float, *, index: bool = False, dead: bool = False, harmed: bool = False
) -> Iterator[Shape]:
    yield from drawn(sex, (x + _HALF, y), index=index, dead=dead, harmed=harmed, half=_HALF)


def _line(x: float, y: float, *, dashed: bool, slashes: int) -> Iterator[Shape]:
    yield Strokes(Ink("text"), [(x, y, x + _LINE, y)], 1.5, dashed=dashed)
    begin = x + _LINE / 2 - (slashes - 1) * 2.5
    yield Strokes(Ink("text"), [(begin + at * 5 - 3, y + 6, begin + at * 5 + 3, y - 6) for at in range(slashes)], 1.5)


def _twins(x: float, y: float) -> Iterator[Shape]:
    top = (x + _HALF, y - _HALF)
    yield Strokes(Ink("text"), [(*top, x + 1, y + _HALF), (*top, x + 2 * _HALF - 1, y + _HALF)], 1.5)


def _identical(x: float, y: float) -> Iterator[Shape]:
    yield from _twins(x, y)
    yield Strokes(Ink("text"), [(x + _HALF / 2, y, x + 1.5 * _HALF, y)], 1.5)


def _adopted(x: float, y: float) -> Iterator[Shape]:
    yield from _down(x, y)
    yield Strokes(Ink("text"), [(x + _HALF + 4, y - _HALF, x + _HALF + 4, y + _HALF)], 1.5)


def _down(x: float, y: float) -> Iterator[Shape]:
    yield Strokes(Ink("text"), [(x + _HALF, y - _HALF, x + _HALF, y + _HALF)], 1.5, dashed=True)
