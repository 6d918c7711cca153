"""How a name for the report came to be: what was offered, chosen, declined, objected to and agreed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Subject(StrEnum):
    """What a pseudonym stands for."""

    PERSON = "person"
    AGENCY = "agency"
    PLACE = "place"


class NamingAct(StrEnum):
    """What happened on the way to a name."""

    OFFERED = "offered"
    PROPOSED = "proposed"
    CHOSEN = "chosen"
    DECLINED = "declined"
    ASSIGNED = "assigned"
    OBJECTED = "objected to"
    ANSWERED = "objection answered"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class NamingStep:
    """One step towards a name. `names` are those it is about: the options shown, or the one chosen.

    `by_id` is the person who did it and `by` says who it was when they are nobody of the register ('the panel').
    `to_id` is the person to whom a choice was offered.
    """

    id: int
    subject: Subject
    subject_id: int
    act: NamingAct
    on: date | None = None
    by_id: int | None = None
    by: str = ""
    to_id: int | None = None
    means: str = ""
    names: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place whose name the report covers. `forms` are further ways of writing it, `stands_as` what it is."""

    id: int
    real_name: str
    pseudonym: str = ""
    stands_as: str = ""
    forms: tuple[str, ...] = ()
