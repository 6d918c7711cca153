"""How the people of a review belong together: relations, and the households they lived in."""

from dataclasses import dataclass
from enum import StrEnum


class RelationKind(StrEnum):
    """What the first person is to the other."""

    PARENT = "parent of"
    STEP_PARENT = "step-parent of"
    ADOPTIVE_PARENT = "adoptive parent of"
    FOSTER_CARER = "foster carer of"
    GUARDIAN = "guardian of"
    MARRIED = "married to"
    PARTNER = "partner of"
    SIBLING = "brother or sister of"
    TWIN = "twin of"
    IDENTICAL_TWIN = "identical twin of"
    OTHER = "known to"


COUPLES = frozenset({RelationKind.MARRIED, RelationKind.PARTNER})
"""Relations of two people who stand beside one another."""
PARENTHOODS = frozenset(
    {
        RelationKind.PARENT,
        RelationKind.STEP_PARENT,
        RelationKind.ADOPTIVE_PARENT,
        RelationKind.FOSTER_CARER,
        RelationKind.GUARDIAN,
    }
)
"""Relations in which the first person stands a generation above the other."""
TWINS = frozenset({RelationKind.TWIN, RelationKind.IDENTICAL_TWIN})
SIBLINGS = TWINS | {RelationKind.SIBLING}
"""Relations of two who have a parent in common."""


class Ending(StrEnum):
    """How a relation of a couple ended."""

    NONE = ""
    SEPARATED = "separated"
    DIVORCED = "divorced"
    DIED = "ended by a death"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation between two people. Dates are EDTF text or ''. `id` is 0 until the store has given one."""

    id: int
    person_id: int
    kind: RelationKind
    other_id: int
    began: str = ""
    ended: str = ""
    ending: Ending = Ending.NONE
    note: str = ""


@dataclass(frozen=True, slots=True)
class Household:
    """People who lived under one roof. Its name is the chair's word for it; the address is an identifier of theirs."""

    id: int
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class HouseholdMember:
    """Someone's time in a household. Dates are EDTF text or ''."""

    id: int
    household_id: int
    person_id: int
    since: str = ""
    until: str = ""
