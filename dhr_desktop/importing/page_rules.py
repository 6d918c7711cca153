"""Cells that the rules of a page enclose.

Joining rules and finding cells follows pdfplumber, which took it from Nurminen's thesis; here a page with thousands of
rules costs no more than their number.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dhr_desktop.importing.page_marks import Rule

Cell = tuple[float, float, float, float]
"""Left, top, right and bottom."""

NEAR = 3.0
_LEAST_RULE = 3.0
_Crossings = Mapping[tuple[float, float], tuple[frozenset[int], frozenset[int]]]
"""Where rules cross, with the numbers of the upright and of the level ones."""


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that lie on one line and touch as one, those that nearly do set on the same line."""
    rows: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda one: one.at):
        if rows and rule.at - rows[-1][-1].at <= NEAR:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    made: list[Rule] = []
    for row in rows:
        at = sum(rule.at for rule in row) / len(row)
        own: list[Rule] = []
        for rule in sorted(row, key=lambda one: one.start):
            if own and rule.start <= own[-1].end + NEAR:
                own[-1] = Rule(at, own[-1].start, max(own[-1].end, rule.end))
            else:
                own.append(Rule(at, rule.start, rule.end))
        made += own
    return [rule for rule in made if rule.end - rule.start >= _LEAST_RULE]


def tables_in(upright: Sequence[Rule], level: Sequence[Rule]) -> list[list[Cell]]:
    """The cells of each table from the top of the page: boxes of joined rules that touch at a corner at least."""
    tables: list[list[Cell]] = []
    owner: dict[tuple[float, float], int] = {}
    for cell in _cells(upright, level):
        left, top, right, bottom = cell
        corners = [(left, top), (right, top), (left, bottom), (right, bottom)]
        own = sorted({owner[corner] for corner in corners if corner in owner})
        number = own[0] if own else len(tables)
        if not own:
            tables.append([])
        for other in own[1:]:
            tables[number] += tables[other]
            tables[other] = []
            owner.update({corner: number for corner, place in owner.items() if place == other})
        tables[number].append(cell)
        owner.update(dict.fromkeys(corners, number))
    found = [cells for cells in tables if len(cells) > 1]
    return sorted(found, key=lambda cells: min((cell[1], cell[0]) for cell in cells))


def _cells(upright: Sequence[Rule], level: Sequence[Rule]) -> list[Cell]:
    """The smallest boxes between rules that cross."""
    crossings = _crossings(upright, level)
    below: dict[int, list[float]] = defaultdict(list)
    beside: dict[int, list[float]] = defaultdict(list)
    for (x, y), (uprights, levels) in sorted(crossings.items()):
        for one in uprights:
            below[one].append(y)
        for one in levels:
            beside[one].append(x)
    found = (_smallest(at, crossings, below, beside) for at in sorted(crossings))
    return [cell for cell in found if cell]


def _crossings(upright: Sequence[Rule], level: Sequence[Rule]) -> _Crossings:
    found: dict[tuple[float, float], tuple[set[int], set[int]]] = {}
    for one, rule in enumerate(upright):
        for two, other in enumerate(level):
            along = other.start - NEAR <= rule.at <= other.end + NEAR
            if along and rule.start - NEAR <= other.at <= rule.end + NEAR:
                uprights, levels = found.setdefault((rule.at, other.at), (set(), set()))
                uprights.add(one)
                levels.add(two)
    return {at: (frozenset(uprights), frozenset(levels)) for at, (uprights, levels) in found.items()}


def _smallest(
    at: tuple[float, float],
    crossings: _Crossings,
    below: Mapping[int, Sequence[float]],
    beside: Mapping[int, Sequence[float]],
) -> Cell | None:
    """The smallest box whose top left corner is a crossing."""
    x, y = at
    uprights, levels = crossings[at]
    for bottom in sorted({place for one in uprights for place in below[one] if place > y}):
        on_left = crossings[x, bottom]
        for right in sorted({place for one in levels for place in beside[one] if place > x}):
            corner = crossings.get((right, bottom))
            if corner and corner[1] & on_left[1] and corner[0] & crossings[right, y][0]:
                return x, y, right, bottom
    return None
