"""A relation as it is seen from one of the two: 'parent of' from the one side is 'child of' from the other."""

from dataclasses import dataclass
from enum import StrEnum

from dhr_desktop.domain.relations import Ending, Relation, RelationKind


class TieKind(StrEnum):
    """What somebody is to the other."""

    CHILD = "child of"
    PARENT = "parent of"
    MARRIED = "married to"
    PARTNER = "partner of"
    SIBLING = "brother or sister of"
    TWIN = "twin of"
    IDENTICAL_TWIN = "identical twin of"
    STEP_CHILD = "step-child of"
    STEP_PARENT = "step-parent of"
    ADOPTED = "adopted child of"
    ADOPTIVE_PARENT = "adoptive parent of"
    FOSTERED = "foster child of"
    FOSTER_CARER = "foster carer of"
    WARD = "in the care of"
    GUARDIAN = "guardian of"
    OTHER = "known to"


_DOWN = {
    TieKind.CHILD: RelationKind.PARENT,
    TieKind.STEP_CHILD: RelationKind.STEP_PARENT,
    TieKind.ADOPTED: RelationKind.ADOPTIVE_PARENT,
    TieKind.FOSTERED: RelationKind.FOSTER_CARER,
    TieKind.WARD: RelationKind.GUARDIAN,
}
_FROM_BELOW = {kind: tie for tie, kind in _DOWN.items()}


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation of a person. `id` is that of the relation, 0 until the store has given one."""

    id: int
    person_id: int
    kind: TieKind = TieKind.CHILD
    other_id: int = 0
    began: str = ""
    ended: str = ""
    ending: Ending = Ending.NONE
    note: str = ""

    @property
    def relation(self) -> Relation:
        """The relation that it is."""
        down = _DOWN.get(self.kind)
        if down is not None:
            return Relation(
                self.id, self.other_id, down, self.person_id, self.began, self.ended, self.ending, self.note
            )
        kind = RelationKind(self.kind.value)
        return Relation(self.id, self.person_id, kind, self.other_id, self.began, self.ended, self.ending, self.note)


def seen_from(relation: Relation, person_id: int) -> Tie:
    """A relation as one of its two has it."""
    after = relation.began, relation.ended, relation.ending, relation.note
    if relation.person_id == person_id:
        return Tie(relation.id, person_id, TieKind(relation.kind.value), relation.other_id, *after)
    kind = _FROM_BELOW.get(relation.kind) or TieKind(relation.kind.value)
    return Tie(relation.id, person_id, kind, relation.person_id, *after)


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody's time in a household, which is called by its name. `id` is that of the membership."""

    id: int
    person_id: int
    household: str = ""
    since: str = ""
    until: str = ""
