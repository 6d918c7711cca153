"""Counts where lines of a family picture cross that do not belong together."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from dhr_desktop.domain.genogram.births import lines
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.layout import Layout, Point

Segment = tuple[Point, Point]
_CLOSE = 0.5


def crossings(family: Family, made: Layout) -> list[tuple[Segment, Segment]]:
    """Pairs of drawn lines that cross within both, or lie on one another; to meet at an end is to belong together."""
    drawn = list(_segments(family, made))
    return [(one, two) for one, two in combinations(drawn, 2) if _cross(one, two)]


def _segments(family: Family, made: Layout) -> Iterator[Segment]:
    for line in (*lines(family, made), *made.couples):
        for one, two in pairwise(line.points):
            if one != two:
                yield one, two


def _cross(one: Segment, two: Segment) -> bool:
    (a, b), (c, d) = one, two
    sides = (_side(a, b, c), _side(a, b, d), _side(c, d, a), _side(c, d, b))
    if all(abs(each) < _CLOSE for each in sides):
        return _overlap(one, two)
    return sides[0] * sides[1] < 0 and sides[2] * sides[3] < 0 and min(abs(each) for each in sides) > _CLOSE


def _side(a: Point, b: Point, c: Point) -> float:
    """How far c lies beside the line from a to b, and on which side."""
    length = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5
    return ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / length


def _overlap(one: Segment, two: Segment) -> bool:
    """Whether two lines on one straight line share more than an end."""
    axis = 0 if abs(one[0][0] - one[1][0]) > abs(one[0][1] - one[1][1]) else 1
    (a, b), (c, d) = (sorted((each[0][axis], each[1][axis])) for each in (one, two))
    return min(b, d) - max(a, c) > _CLOSE
