"""Who is in a family picture, and how they hang together: couples, and the children of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dhr_desktop.domain.dates import NotEdtf, parse
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.pregnancies import DRAWN, Pregnancy
from dhr_desktop.domain.relations import (
    COUPLES,
    PARENTHOODS,
    SIBLINGS,
    TWINS,
    Household,
    HouseholdMember,
    Relation,
    RelationKind,
)

_DRAWN = COUPLES | PARENTHOODS | SIBLINGS
_PRIMARY = (
    RelationKind.PARENT,
    RelationKind.ADOPTIVE_PARENT,
    RelationKind.FOSTER_CARER,
    RelationKind.STEP_PARENT,
    RelationKind.GUARDIAN,
)
"""From whom a child hangs first, where several kinds of parent are known."""
_LATEST = "9999"


@dataclass(frozen=True, slots=True)
class Couple:
    """Two people whom a line joins. `relation` is None where only a child of theirs says that they belong together."""

    pair: tuple[int, int]
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Descent:
    """Children who hang from one parent or a couple; `solid` says that they were born to them."""

    parents: tuple[int, ...]
    children: tuple[int, ...]
    solid: bool = True


@dataclass(frozen=True)
class Family:
    """What the register knows of a family. Those who are related to nobody in it are not in the picture."""

    people: Sequence[Person] = ()
    relations: Sequence[Relation] = ()
    households: Sequence[Household] = ()
    members: Sequence[HouseholdMember] = field(default=())
    pregnancies: Sequence[Pregnancy] = ()

    @cached_property
    def by_id(self) -> dict[int, Person]:
        """Everyone in the picture, the victim's side first and then as the register has them."""
        known = {person.id: person for person in self._everyone}
        related = {each for one in self._drawn for each in (one.person_id, one.other_id)}
        return {key: person for key, person in known.items() if key in related}

    @cached_property
    def unborn(self) -> dict[int, Pregnancy]:
        """Pregnancies that have a sign in the picture, by the numbers under which they stand in it: all below 0."""
        known = {person.id for person in self.people}
        return {-each.id: each for each in self.pregnancies if each.outcome in DRAWN and each.person_id in known}

    def whose(self, key: int) -> int:
        """The person of a place in the picture: of a pregnancy, who was pregnant."""
        return self.unborn[key].person_id if key in self.unborn else key

    @cached_property
    def _everyone(self) -> list[Person]:
        """The people, and a pregnancy as a child that it might have become."""
        return [*self.people, *(Person(key, "", Role.CHILD, born=one.known_at) for key, one in self.unborn.items())]

    @cached_property
    def _all_relations(self) -> list[Relation]:
        parents = [(parent, key) for key, one in self.unborn.items() for parent in (one.person_id, one.other_id)]
        return [*self.relations, *(Relation(0, one or 0, RelationKind.PARENT, key) for one, key in parents)]

    @cached_property
    def _drawn(self) -> list[Relation]:
        known = {person.id for person in self._everyone}
        return [
            each
            for each in self._all_relations
            if each.kind in _DRAWN and {each.person_id, each.other_id} <= known and each.person_id != each.other_id
        ]

    @cached_property
    def index(self) -> frozenset[int]:
        """Those whom the review is about."""
        return frozenset(key for key, person in self.by_id.items() if person.role is Role.VICTIM)

    def of_kinds(self, kinds: Iterable[RelationKind]) -> list[Relation]:
        """The relations of some kinds that are drawn."""
        wanted = frozenset(kinds)
        return [each for each in self._drawn if each.kind in wanted]

    @cached_property
    def parents(self) -> dict[int, tuple[int, ...]]:
        """From whom each child hangs first: those it was born to where they are known; two at most."""
        found: dict[int, tuple[int, ...]] = {}
        for kind in _PRIMARY:
            of_kind: dict[int, list[int]] = {}
            for each in self.of_kinds({kind}):
                of_kind.setdefault(each.other_id, []).append(each.person_id)
            for child, parents in of_kind.items():
                found.setdefault(child, tuple(sorted(dict.fromkeys(parents))[:2]))
        return found

    @cached_property
    def couples(self) -> list[Couple]:
        """Every couple once: by their last relation, or else by a child of both."""
        found: dict[tuple[int, int], Couple] = {}
        for each in self.of_kinds(COUPLES):
            pair = _pair(each.person_id, each.other_id)
            before = found.get(pair)
            if before is None or before.relation is None or _since(before.relation) <= _since(each):
                found[pair] = Couple(pair, each)
        for parents in self.parents.values():
            if len(parents) == 2:  # noqa: PLR2004 - a couple
                found.setdefault(_pair(*parents), Couple(_pair(*parents)))
        return list(found.values())

    @cached_property
    def descents(self) -> list[Descent]:
        """The children of each parent or couple by age: those who hang there first, and then the others, dashed."""
        born = {(each.person_id, each.other_id) for each in self.of_kinds({RelationKind.PARENT})}
        groups: dict[tuple[tuple[int, ...], bool], list[int]] = {}
        for child, parents in self.parents.items():
            groups.setdefault((parents, (parents[0], child) in born), []).append(child)
        pairs = {couple.pair for couple in self.couples}
        for each in self.of_kinds(PARENTHOODS):
            own = self.parents[each.other_id]
            if each.person_id in own:
                continue
            through = next(
                (_pair(each.person_id, other) for other in own if _pair(each.person_id, other) in pairs), None
            )
            children = groups.setdefault((through or (each.person_id,), False), [])
            if each.other_id not in children:
                children.append(each.other_id)
        return [
            Descent(parents, tuple(sorted(children, key=self.age_key)), solid)
            for (parents, solid), children in groups.items()
        ]

    @cached_property
    def siblings(self) -> list[tuple[int, int]]:
        """Brothers and sisters of whom no parent says that they are."""
        found = dict.fromkeys(_pair(each.person_id, each.other_id) for each in self.of_kinds(SIBLINGS))
        own = {person: frozenset(self.parents.get(person, ())) for pair in found for person in pair}
        return [(one, other) for one, other in found if not own[one] & own[other]]

    @cached_property
    def twins(self) -> dict[tuple[int, int], bool]:
        """Two of whom the register says that they were born together; whether it says that they are identical."""
        return {
            _pair(each.person_id, each.other_id): each.kind is RelationKind.IDENTICAL_TWIN
            for each in self.of_kinds(TWINS)
        }

    def age_key(self, person_id: int) -> tuple[str, int, int]:
        """Sorts the eldest first; of whom no birth is known comes last, as the register has them; twins together."""
        first = min((born_on(self.by_id[each]), each) for each in self._born_with(person_id))
        return *first, person_id

    def _born_with(self, person_id: int) -> set[int]:
        return {person_id}.union(*(pair for pair in self.twins if person_id in pair))


def born_on(person: Person) -> str:
    """The first day on which somebody may have been born, as ISO text; '9999' where nothing is known."""
    return day_of(person.born) or _LATEST


def day_of(edtf: str) -> str:
    """The first day that EDTF text may mean; '' for none."""
    try:
        first = parse(edtf).earliest if edtf else None
    except NotEdtf:
        return ""
    return first.isoformat() if first else ""


def _since(relation: Relation) -> tuple[str, str, int]:
    """Later relations of a couple come after earlier ones: what lasts, then what began last."""
    return day_of(relation.ended) or _LATEST, day_of(relation.began), relation.id


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
