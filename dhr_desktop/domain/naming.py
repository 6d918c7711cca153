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
    NOT_REACHED = "not reached"


NAMING_ACTS = frozenset({NamingAct.CHOSEN, NamingAct.ASSIGNED, NamingAct.DECLINED, NamingAct.AGREED})
"""The steps that can decide what stands for somebody: a declined name may leave words such as 'a friend'."""


@dataclass(frozen=True, slots=True)
class NamingStep:
    """One step towards a name. `names` are those it is about: the options shown, or the one chosen.

    `by_id` is the person who did it and `by` says who it was when they are nobody of the register ('the panel').
    `to_id` is the person to whom a choice was offered. `answers_id` is the objection that a step answers. `warned` are
    the checks' sentences that a name was kept in spite of, and `why_kept` says why.
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
    answers_id: int | None = None
    warned: tuple[str, ...] = ()
    why_kept: str = ""

    @property
    def decided(self) -> str:
        """The name that this step decides on; '' where it decides none."""
        return self.names[0] if self.names and self.act in NAMING_ACTS else ""


@dataclass(frozen=True, slots=True)
class PanelMember:
    """Somebody who sits on the panel: reports name them, so no pseudonym may be theirs."""

    id: int
    name: str
    post: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place whose name the report covers. `forms` are further ways of writing it, `stands_as` what it is."""

    id: int
    real_name: str
    pseudonym: str = ""
    stands_as: str = ""
    forms: tuple[str, ...] = ()
