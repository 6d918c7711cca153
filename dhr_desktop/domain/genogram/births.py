"""How children hang from their parents by the usual convention: twins from one point, an adopted child by two lines."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dhr_desktop.domain.dates import exact_day
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.layout import HALF, Cell, ChildLine, Layout
from dhr_desktop.domain.relations import RelationKind

_BESIDE = 4.0
_TOUCH = 0.01


def lines(family: Family, layout: Layout) -> list[ChildLine]:
    """The lines of all children, those of twins drawn together, and the second line of those who were adopted."""
    drawn = list(layout.children)
    for born_together in _twins(family, layout):
        if _join(drawn, [layout.cells[key] for key in born_together]):
            drawn += _bars(family, layout, born_together, drawn)
    return [*drawn, *_adopted(family, layout)]


def twins(family: Family) -> list[tuple[int, ...]]:
    """Those who were born of the same parents on the same day, or of whom the register says it."""
    found: dict[tuple[tuple[int, ...], str], list[int]] = defaultdict(list)
    for each in family.descents:
        for child in each.children if each.solid else ():
            day = exact_day(family.by_id[child].born)
            if day:
                found[each.parents, str(day)].append(child)
    together = [tuple(children) for children in found.values() if len(children) > 1]
    known = {key for group in together for key in group}
    for pair in family.twins:
        same = any(each.solid and set(pair) <= set(each.children) for each in family.descents)
        if same and not known & set(pair):
            together.append(pair)
    return together


def identical(family: Family) -> list[tuple[int, int]]:
    """The pairs of identical twins whose lines come from one point."""
    groups = [set(each) for each in twins(family)]
    return [pair for pair, alike in family.twins.items() if alike and any(set(pair) <= group for group in groups)]


def adopted(family: Family) -> set[int]:
    """Who was adopted by somebody in the picture."""
    return {each.other_id for each in family.of_kinds(frozenset({RelationKind.ADOPTIVE_PARENT}))}


def _twins(family: Family, layout: Layout) -> Iterator[tuple[int, ...]]:
    yield from (each for each in twins(family) if len({layout.cells[key].y for key in each}) == 1)


def _drop(drawn: Sequence[ChildLine], x: float, top: float, *, solid: bool) -> list[int]:
    """The places of the lines that come straight down to somebody's symbol."""
    return [
        at
        for at, line in enumerate(drawn)
        if line.solid is solid
        and len(line.points) == 2  # noqa: PLR2004 - from the bar to the symbol
        and abs(line.points[0][0] - line.points[1][0]) < _TOUCH
        and abs(line.points[1][0] - x) <= HALF
        and abs(line.points[1][1] - top) < _TOUCH
    ]


def _bars(family: Family, layout: Layout, together: Sequence[int], drawn: Sequence[ChildLine]) -> Iterator[ChildLine]:
    """The bar between the lines of identical twins."""
    for one, other in identical(family):
        if one not in together or other not in together:
            continue
        halves = []
        for cell in sorted((layout.cells[one], layout.cells[other]), key=lambda each: each.x):
            ways = (line.points for line in drawn if _leads_to(line, cell))
            halves += [((top[0] + foot[0]) / 2, (top[1] + foot[1]) / 2) for top, foot in ways]
        if len(halves) == 2:  # noqa: PLR2004 - of two
            yield ChildLine(tuple(halves), solid=True)


def _leads_to(line: ChildLine, cell: Cell) -> bool:
    """Whether a straight line from a bar ends at somebody's symbol."""
    if len(line.points) != 2 or not line.solid:  # noqa: PLR2004 - from the bar to the symbol
        return False
    (_x, above), (x, y) = line.points
    return abs(x - cell.x) <= HALF and abs(y - (cell.y - HALF)) < _TOUCH and above < y


def _join(drawn: list[ChildLine], cells: Sequence[Cell]) -> bool:
    """Have the lines to these begin at one point of the bar, which goes no further than it must; whether it could."""
    found = [_drop(drawn, cell.x, cell.y - HALF, solid=True) for cell in cells]
    if any(len(each) != 1 for each in found):
        return False  # more than one couple's line ends there: which is the birth cannot be seen
    places = [each[0] for each in found]
    feet = [drawn[at].points[1] for at in places]
    level = drawn[places[0]].points[0][1]
    middle = sum(x for x, _y in feet) / len(feet)
    for at, foot in zip(places, feet, strict=True):
        drawn[at] = ChildLine(((middle, level), foot), solid=True)
    ends = {round(x, 2) for x, _y in feet}
    for at, line in enumerate(drawn):
        (left, y), (right, y_too) = line.points[0], line.points[-1]
        if len(line.points) != 2 or abs(y - level) > _TOUCH or abs(y_too - level) > _TOUCH or not line.solid:  # noqa: PLR2004
            continue
        if not left - _TOUCH <= middle <= right + _TOUCH:
            continue
        keeps = [middle, *_others(drawn, level, left, right, at)]
        begin = min(keeps) if round(left, 2) in ends else left
        end = max(keeps) if round(right, 2) in ends else right
        drawn[at] = ChildLine(((begin, level), (end, level)), solid=True)
    return True


def _others(drawn: Sequence[ChildLine], level: float, left: float, right: float, bar: int) -> Iterator[float]:
    """Where other lines meet a bar."""
    for at, line in enumerate(drawn):
        for x, y in (line.points[0], line.points[-1]) if at != bar else ():
            if abs(y - level) < _TOUCH and left - _TOUCH <= x <= right + _TOUCH:
                yield x


def _adopted(family: Family, layout: Layout) -> Iterator[ChildLine]:
    for key in adopted(family) & layout.cells.keys():
        cell = layout.cells[key]
        places = _drop(layout.children, cell.x, cell.y - HALF, solid=False)
        if len(places) == 1:
            (x, level), (_x, top) = layout.children[places[0]].points
            yield ChildLine(((x + _BESIDE, level), (x + _BESIDE, top)), solid=True)
