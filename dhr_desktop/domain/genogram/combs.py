"""The lines from parents to children as combs: a stem down to a bar, and a tooth from the bar to each child.

Two combs between the same generations cross where the one's stem or teeth go through the other's bar. How often, hangs
on whose bar lies higher; the better of the two ways is counted, and drawn.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dhr_desktop.domain.genogram.family import Descent

DASHED = 0.35
"""How much less it matters where a dashed line crosses."""
AIR = 9.0
"""Lines that are no further from one another than this come to lie otherwise when names are wider or narrower."""


@dataclass(frozen=True, slots=True)
class Comb:
    """The middle of the stem, those of the teeth, and in which row the children stand."""

    stem: float
    teeth: tuple[float, ...]
    row: int
    solid: bool = True

    @property
    def left(self) -> float:
        """Where the bar begins."""
        return min(self.stem, *self.teeth)

    @property
    def right(self) -> float:
        """Where the bar ends."""
        return max(self.stem, *self.teeth)


def combs(descents: Sequence[Descent], x: Mapping[int, float], row_of: Mapping[int, int]) -> list[Comb]:
    """A comb for the children of each parent or couple, in each row in which some of them stand."""
    found = []
    for each in descents:
        stem = sum(x[parent] for parent in each.parents) / len(each.parents)
        for row in sorted({row_of[child] for child in each.children}):
            teeth = tuple(x[child] for child in each.children if row_of[child] == row)
            found.append(Comb(stem, teeth, row, each.solid))
    return found


def crossed(higher: Comb, lower: Comb, air: float = 0.0) -> int:
    """How often two combs cross, where the one's bar lies above the other's; no further than `air` is not counted."""
    through_higher = higher.left + air < lower.stem < higher.right - air
    through_lower = sum(lower.left + air < tooth < lower.right - air for tooth in higher.teeth)
    return through_higher + through_lower


def least_crossed(one: Comb, other: Comb, air: float = AIR) -> int:
    """How often two combs cross at the least."""
    return min(crossed(one, other, air), crossed(other, one, air))


def inverted(descents: Sequence[Descent], x: Mapping[int, float], row_of: Mapping[int, int]) -> float:
    """How many ways from a parent to a child go the one to the left and the other to the right of one another."""
    groups: dict[int, list[tuple[float, list[float], bool]]] = {}
    for each in descents:
        stem = sum([x[one] for one in each.parents]) / len(each.parents)
        feet = sorted([x[child] for child in each.children])
        groups.setdefault(row_of[each.parents[0]], []).append((stem, feet, each.solid))
    whole = dashed = 0
    for row in groups.values():
        row.sort()
        for (stem, left, solid), (stem_too, right, solid_too) in combinations(row, 2):
            if left[-1] <= right[0] or stem == stem_too:
                continue
            number = sum([foot > other for foot in left for other in right])
            if solid and solid_too:
                whole += number
            else:
                dashed += number
    return whole + DASHED * dashed


def overlapping(found: Sequence[Comb]) -> Iterator[tuple[Comb, Comb]]:
    """Those above the same row whose bars reach over one another."""
    for one, other in combinations(found, 2):
        if one.row == other.row and one.left < other.right and other.left < one.right:
            yield one, other


def from_below(found: Sequence[Comb]) -> list[int]:
    """The places of combs in the order in which their bars are laid, the lowest first, so that few lines cross."""
    left, order = list(range(len(found))), list[int]()
    while left:
        lowest = min(left, key=lambda at: (_crossed_by_others(found, at, left), at))
        left.remove(lowest)
        order.append(lowest)
    return order


def _crossed_by_others(found: Sequence[Comb], lowest: int, others: Sequence[int]) -> int:
    """What it costs to lay this one below all the others, beyond what each of them costs laid below it."""
    mine = found[lowest]
    return sum(
        crossed(found[other], mine) - crossed(mine, found[other])
        for other in others
        if other != lowest and found[other].row == mine.row
    )
