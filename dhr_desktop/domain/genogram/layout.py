"""A family laid out: where each symbol stands, and by which ways the lines go between them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.genogram import labels
from dhr_desktop.domain.genogram.bars import Bar, Bars
from dhr_desktop.domain.genogram.combs import Comb, from_below
from dhr_desktop.domain.genogram.family import Couple, Descent, Family
from dhr_desktop.domain.genogram.generations import generations
from dhr_desktop.domain.genogram.labels import Naming
from dhr_desktop.domain.genogram.order import Rows, ordered
from dhr_desktop.domain.genogram.places import APART, Widths, placed
from dhr_desktop.domain.picture.frame import Type
from dhr_desktop.domain.picture.shapes import Box, Measure

HALF = 22.0
"""Half the width of a symbol."""
MARGIN = 18.0
_LEAST_WIDTH = 2 * HALF + 8
_HEAD, _FOOT = 20.0, 12.0
_ASIDE, _NEAR = 9.0, 20.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """Somebody's place: the middle of their symbol, and the words under it."""

    person_id: int
    row: int
    x: float
    y: float
    width: float
    lines: tuple[str, ...]
    bottom: float
    """Where their words end."""

    @property
    def box(self) -> Box:
        """The whole place with its words."""
        return self.x - self.width / 2, self.y - HALF, self.width, self.bottom - self.y + HALF


@dataclass(frozen=True, slots=True)
class CoupleLine:
    """The line of a couple from symbol to symbol, and what is written on it."""

    couple: Couple
    points: tuple[Point, ...]
    words: str


@dataclass(frozen=True, slots=True)
class ChildLine:
    """A way from parents to a child, or from one child to the next."""

    points: tuple[Point, ...]
    solid: bool


@dataclass(frozen=True)
class Layout:
    """The picture without its title and legend."""

    size: tuple[float, float] = (0.0, 0.0)
    cells: dict[int, Cell] = field(default_factory=dict)
    couples: Sequence[CoupleLine] = ()
    children: Sequence[ChildLine] = ()
    rows: Rows = field(default_factory=list)

    def at(self, x: float, y: float) -> int | None:
        """Who stands at a point."""
        for key, cell in self.cells.items():
            left, top, width, height = cell.box
            if left <= x <= left + width and top <= y <= top + height:
                return key
        return None


def in_order(family: Family, progress: Progress = UNWATCHED) -> Rows:
    """Who stands beside whom in each generation: what takes time of laying a family out, and hangs on no name.

    Raises `generations.CircleOfParents`.
    """
    return ordered(family, generations(family), _even(family), progress)


def laid_out(family: Family, naming: Naming, letters: Type, measure: Measure, rows: Rows | None = None) -> Layout:
    """Lay a family out, in the `rows` of `in_order` where they are known. Raises `generations.CircleOfParents`."""
    rows = in_order(family) if rows is None else rows
    lines = {
        key: labels.under_pregnancy(family.unborn[key], naming, measure)
        if key in family.unborn
        else labels.under(person, naming, measure)
        for key, person in family.by_id.items()
    }
    widths = _widths(family, lines, naming, measure)
    x = placed(rows, family.descents, widths)
    placing = _Placing(rows, {key: at + MARGIN for key, at in x.items()}, widths, lines)
    return _Maker(family, placing, naming, letters).made()


def _even(family: Family) -> Widths:
    """As wide as if all names were as wide as they may be: who stands where is the same in names and pseudonyms."""
    couples = {frozenset(each.pair): 2 * HALF + labels.WIDEST for each in family.couples}
    return Widths(dict.fromkeys(family.by_id, labels.WIDEST), couples)


def _widths(family: Family, lines: dict[int, tuple[str, ...]], naming: Naming, measure: Measure) -> Widths:
    of = {key: max(_LEAST_WIDTH, labels.widest(said, measure) + 4) for key, said in lines.items()}
    couples = {}
    for each in family.couples:
        said = measure(labels.of_couple(each)) if naming.years else 0.0
        couples[frozenset(each.pair)] = 2 * HALF + max(said + 12, 48.0)
    return Widths(of, couples)


@dataclass(frozen=True, slots=True)
class _Placing:
    """The order of each generation, the middle of each person from left to right, and the words under them."""

    rows: Rows
    x: dict[int, float]
    widths: Widths
    lines: dict[int, tuple[str, ...]]


class _Maker:
    def __init__(self, family: Family, placing: _Placing, naming: Naming, letters: Type) -> None:
        self._family, self._naming, self._letters = family, naming, letters
        self._rows, self._x, self._widths, self._lines = placing.rows, placing.x, placing.widths, placing.lines
        rows = placing.rows
        self._row = {person: at for at, row in enumerate(rows) for chain in row for person in chain}
        self._beside = {frozenset(pair) for row in rows for chain in row for pair in pairwise(chain)}
        self._bars = Bars(len(rows) + 1)
        self._ends: dict[int | tuple[int, ...], int] = {}
        self._y: list[float] = []

    def made(self) -> Layout:
        """Bars are reserved first, for they say how far the generations must be apart."""
        ways = [*self._descents(), *self._siblings()]
        far = [(couple, self._far_couple(couple)) for couple in self._family.couples if not self._is_beside(couple)]
        height = self._stand()
        cells = {key: self._cell(key) for key in self._x}
        couples = [self._near(couple, cells) for couple in self._family.couples if self._is_beside(couple)]
        couples += [CoupleLine(couple, way(), self._told(couple)) for couple, way in far]
        width = max((cell.x + cell.width / 2 for cell in cells.values()), default=0.0) + MARGIN
        children = [ChildLine(way(), solid) for way, solid in ways]
        ways_gone = [*(line.points for line in children), *(line.points for line in couples)]
        most = max((x for points in ways_gone for x, _y in points), default=0.0) + MARGIN
        return Layout((max(width, most), height), cells, couples, children, self._rows)

    # Heights.

    def _stand(self) -> float:
        """Find the height of each generation; what it takes is known now."""
        at, foot = MARGIN, _FOOT + (self._letters.line if self._family.households else 0.0)
        for row, chains in enumerate(self._rows):
            at += self._bars.height(row) + (_HEAD if self._bars.height(row) else 0.0)
            self._bars.place(row, at - _HEAD)
            self._y.append(at + HALF)
            most = max(len(self._lines[person]) for chain in chains for person in chain)
            at += 2 * HALF + 4 + most * self._letters.line + foot
        return at + MARGIN - _FOOT

    def _cell(self, person: int) -> Cell:
        row, lines = self._row[person], self._lines[person]
        bottom = self._y[row] + HALF + 4 + len(lines) * self._letters.line
        return Cell(person, row, self._x[person], self._y[row], self._widths.of[person], lines, bottom)

    # Couples.

    def _is_beside(self, couple: Couple) -> bool:
        return frozenset(couple.pair) in self._beside

    def _near(self, couple: Couple, cells: dict[int, Cell]) -> CoupleLine:
        left, right = sorted((cells[each] for each in couple.pair), key=lambda cell: cell.x)
        return CoupleLine(couple, ((left.x + HALF, left.y), (right.x - HALF, right.y)), self._told(couple))

    def _told(self, couple: Couple) -> str:
        return labels.of_couple(couple) if self._naming.years else ""

    def _far_couple(self, couple: Couple) -> Callable[[], tuple[Point, ...]]:
        """Over the heads of those between, or from one generation to another."""
        upper, lower = sorted(couple.pair, key=lambda each: (self._row[each], each))
        row = self._row[lower]
        if self._row[upper] == row:
            ends = self._x[upper] + _ASIDE, self._x[lower] - _ASIDE
            if ends[0] > ends[1]:
                ends = self._x[upper] - _ASIDE, self._x[lower] + _ASIDE
            bar = self._bars.reserve(row, *ends)
            return lambda: (
                (ends[0], self._y[row] - HALF),
                (ends[0], bar.y),
                (ends[1], bar.y),
                (ends[1], self._y[row] - HALF),
            )
        return self._down(upper, lower)

    # Children.

    def _descents(self) -> Iterator[tuple[Callable[[], tuple[Point, ...]], bool]]:
        for each in self._from_below():
            row = max(self._row[parent] for parent in each.parents)
            for to in sorted({self._row[child] for child in each.children}):
                children = [child for child in each.children if self._row[child] == to]
                if to > row:
                    yield from self._hang(each.parents, children, row, to, solid=each.solid)

    def _from_below(self) -> list[Descent]:
        """Those with the lowest bars first, for a bar lies on the lowest track that is free."""
        solid_first = sorted(self._family.descents, key=lambda one: not one.solid)
        return [solid_first[at] for at in from_below([self._comb(each) for each in solid_first])]

    def _comb(self, each: Descent) -> Comb:
        row = min(self._row[child] for child in each.children)
        teeth = tuple(self._x[child] for child in each.children if self._row[child] == row)
        return Comb(self._top(each.parents)[0], teeth, row, each.solid)

    def _hang(
        self, parents: Sequence[int], children: Sequence[int], row: int, to: int, *, solid: bool
    ) -> Iterator[tuple[Callable[[], tuple[Point, ...]], bool]]:
        """Down from the parents to a bar, and from the bar to each child; past the generations between."""
        feet = [self._x[child] + self._aside(child) for child in children]
        at = self._top(parents)[0] + self._aside(parents)
        if abs(at - feet[0]) < _NEAR and len(feet) == 1 and to == row + 1:
            at = feet[0]
        x = [at]
        for between in range(row + 1, to):
            x.append(self._gap(between, (min(feet) + max(feet)) / 2 if between == to - 1 else x[-1]))
        ways = [self._bars.reserve(row + 1 + step, min(pair), max(pair)) for step, pair in enumerate(pairwise(x))]
        bar = self._bars.reserve(to, min(x[-1], *feet), max(x[-1], *feet))
        yield (
            (
                lambda: (
                    (x[0], self._top(parents)[1]),
                    *(point for step, way in enumerate(ways) for point in ((x[step], way.y), (x[step + 1], way.y))),
                    (x[-1], bar.y),
                )
            ),
            solid,
        )
        yield (lambda: ((bar.left, bar.y), (bar.right, bar.y))), solid
        for foot in feet:
            yield (lambda foot=foot: ((foot, bar.y), (foot, self._y[to] - HALF))), solid  # type: ignore[misc]

    def _aside(self, of: int | Sequence[int]) -> float:
        """How far beside the middle a line begins or ends, so that no two lie on one another: 0, then at both sides."""
        key = of if isinstance(of, int) else tuple(of)
        number = self._ends.get(key, 0)
        self._ends[key] = number + 1
        return (number + 1) // 2 * _ASIDE * (1 if number % 2 else -1)

    def _down(self, upper: int, lower: int) -> Callable[[], tuple[Point, ...]]:
        """From somebody down to somebody of a later generation, past those who stand between."""
        first, last = self._row[upper], self._row[lower]
        x = [self._x[upper] + self._aside((upper,))]
        for row in range(first + 1, last):
            x.append(self._gap(row, self._x[lower] if row == last - 1 else x[-1]))
        x.append(self._x[lower] + self._aside(lower))
        bars = [self._bars.reserve(first + 1 + step, min(pair), max(pair)) for step, pair in enumerate(pairwise(x))]
        return lambda: (
            (x[0], self._top((upper,))[1]),
            *(point for at, bar in enumerate(bars) for point in ((x[at], bar.y), (x[at + 1], bar.y))),
            (x[-1], self._y[last] - HALF),
        )

    def _gap(self, row: int, near: float) -> float:
        """The middle of the gap between two who are no couple, or beyond the ends, that is nearest."""
        ends = [(self._left(chain[0]), self._right(chain[-1])) for chain in self._rows[row]]
        gaps = [ends[0][0] - APART / 2, ends[-1][1] + APART / 2]
        gaps += [(one[1] + two[0]) / 2 for one, two in pairwise(ends)]
        return min(gaps, key=lambda gap: (abs(gap - near), gap))

    def _left(self, person: int) -> float:
        return self._x[person] - self._widths.of[person] / 2

    def _right(self, person: int) -> float:
        return self._x[person] + self._widths.of[person] / 2

    def _top(self, parents: Sequence[int]) -> Point:
        """Where the line to children begins: in the middle of a couple's line, or under the words of one parent."""
        row = max(self._row[parent] for parent in parents)
        y = self._y[row] if self._y else 0.0
        if len(parents) == 1:
            bottom = y + HALF + 6 + len(self._lines[parents[0]]) * self._letters.line
            return self._x[parents[0]], bottom
        left, right = sorted(parents, key=lambda each: self._x[each])
        if frozenset(parents) in self._beside:
            return self._widths.channel(left, right, self._x), y
        return self._x[left] + _ASIDE, y - HALF

    def _siblings(self) -> Iterator[tuple[Callable[[], tuple[Point, ...]], bool]]:
        """A bar over brothers and sisters whose parents are not known."""
        for one, other in self._family.siblings:
            rows = self._row[one], self._row[other]
            if rows[0] != rows[1]:
                continue
            row = rows[0]
            left, right = sorted((self._x[one], self._x[other]))
            bar = self._bars.reserve(row, left, right)
            yield self._bracket(bar, row), True

    def _bracket(self, bar: Bar, row: int) -> Callable[[], tuple[Point, ...]]:
        return lambda: (
            (bar.left, self._y[row] - HALF),
            (bar.left, bar.y),
            (bar.right, bar.y),
            (bar.right, self._y[row] - HALF),
        )
