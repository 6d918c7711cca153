"""In which generation everyone of a family stands: children below their parents, couples and siblings side by side."""

from collections.abc import Iterable, Mapping

from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.relations import PARENTHOODS, SIBLINGS, Relation, RelationKind

Above = Mapping[int, frozenset[int]]
"""Of each, those who must stand above them."""


class CircleOfParents(ValueError):
    """Somebody would be their own ancestor; `people` are those of the circle, each a parent of the next."""

    def __init__(self, people: tuple[int, ...]) -> None:
        super().__init__(people)
        self.people = people


def circle(relations: Iterable[Relation]) -> tuple[int, ...]:
    """The people of a circle of parents, each a parent of the next; () when there is none."""
    children: dict[int, list[int]] = {}
    for each in relations:
        if each.kind in PARENTHOODS:
            children.setdefault(each.person_id, []).append(each.other_id)
    done: set[int] = set()
    for first in children:
        way: list[int] = []
        open_ends = [(first, False)]
        while open_ends:
            person, leaving = open_ends.pop()
            if leaving:
                done.add(way.pop())
            elif person in way:
                return tuple(way[way.index(person) :])
            elif person not in done:
                way.append(person)
                open_ends.append((person, True))
                open_ends += [(child, False) for child in children.get(person, ())]
    return ()


def generations(family: Family) -> dict[int, int]:
    """Everyone's generation, the eldest being 0. Raises `CircleOfParents`."""
    found = circle(family.of_kinds(PARENTHOODS))
    if found:
        raise CircleOfParents(found)
    groups = _Groups(family)
    return groups.levels()


class _Groups:
    """People who stand side by side, as far as nobody comes to stand above themselves by it."""

    def __init__(self, family: Family) -> None:
        self._of = {person: person for person in family.by_id}
        self._edges = [(each.person_id, each.other_id) for each in family.of_kinds(PARENTHOODS)]
        for couple in family.couples:
            self._join(*couple.pair)
        for parent in family.by_id:
            own = [each.other_id for each in family.of_kinds({RelationKind.PARENT}) if each.person_id == parent]
            for child in own[1:]:
                self._join(own[0], child)
        for each in family.of_kinds(SIBLINGS):
            self._join(each.person_id, each.other_id)

    def _join(self, one: int, other: int) -> None:
        before = dict(self._of)
        kept, gone = self._of[one], self._of[other]
        self._of = {person: kept if group == gone else group for person, group in before.items()}
        if self._sorted() is None:
            self._of = before

    def _above(self) -> Above:
        found: dict[int, set[int]] = {group: set() for group in self._of.values()}
        for parent, child in self._edges:
            found[self._of[child]].add(self._of[parent])
        return {group: frozenset(above) for group, above in found.items()}

    def _sorted(self) -> list[int] | None:
        """The groups, those above first; None where that cannot be."""
        above, placed, order = self._above(), set[int](), list[int]()
        while len(order) < len(above):
            ready = [group for group in sorted(above) if group not in placed and above[group] <= placed]
            if not ready:
                return None
            order += ready
            placed.update(ready)
        return order

    def levels(self) -> dict[int, int]:
        """As low as their children allow, so that the parents of a partner stand beside the other's."""
        order, above = self._sorted() or [], self._above()
        level: dict[int, int] = {}
        for group in order:
            level[group] = max((level[each] + 1 for each in above[group]), default=0)
        for group in reversed(order):
            below = [level[each] for each in order if group in above[each]]
            if below:
                level[group] = min(below) - 1
        for group in order:
            if above[group]:
                level[group] = max(level[each] + 1 for each in above[group])
        least = min(level.values(), default=0)
        return {person: level[group] - least for person, group in self._of.items()}
