"""Whom the page is about at the moment, and everyone whom it can be about; read in one go, off the screen's thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.store import involvement, people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.family.cares import Cares


class Band(StrEnum):
    """Under which heading of the list somebody stands."""

    EVERYONE = "everyone"
    FAMILY = "family"
    FRIENDS = "friends"
    CHILDREN = "children"
    PERPETRATOR = "perpetrator"


@dataclass(frozen=True, slots=True)
class Whom:
    """One person with what makes them a stakeholder; without a person it is everyone at once."""

    band: Band
    person: Person | None = None
    stakeholder: Stakeholder | None = None
    overdue: bool = False
    """Whether something was to be done for them by now."""
    careful: tuple[str, ...] = ()
    """What the chair must know before speaking to them, as sentences with real names."""

    @property
    def key(self) -> int:
        """The person's id, 0 for everyone."""
        return self.person.id if self.person else 0


EVERYONE = Whom(Band.EVERYONE)
_BANDS = {
    Group.FAMILY: Band.FAMILY,
    Group.PERPETRATORS_FAMILY: Band.PERPETRATOR,
    Group.PERPETRATOR: Band.PERPETRATOR,
}


def read_everyone(review: Review) -> list[Whom]:
    """Everyone, then each stakeholder, each child and the perpetrator, under their headings and there by the register.

    A child of the register and the perpetrator stand here before anything is written of them, for the guidance asks
    about both. Safe in any thread.
    """
    register = people.listing(review)
    known = {each.person_id: each for each in involvement.STAKEHOLDERS.listing(review)}
    cares = Cares(review, register, known.values())
    found = [_whom(person, known.get(person.id), cares) for person in register]
    order = list(Band)
    rows = sorted((whom for whom in found if whom), key=lambda whom: order.index(whom.band))
    return [EVERYONE, *rows]


def find(rows: Sequence[Whom], person_id: int) -> Whom:
    """The row of a person; everyone where they have none."""
    return next((whom for whom in rows if whom.key == person_id), EVERYONE)


def _whom(person: Person, stakeholder: Stakeholder | None, cares: Cares) -> Whom | None:
    if stakeholder is None and person.role not in (Role.CHILD, Role.PERPETRATOR):
        return None
    overdue = stakeholder is not None and cares.overdue(stakeholder)
    careful = cares.of(stakeholder) if stakeholder else ()
    return Whom(_band(person, stakeholder), person, stakeholder, overdue, careful)


def _band(person: Person, stakeholder: Stakeholder | None) -> Band:
    if person.role is Role.CHILD:
        return Band.CHILDREN
    if person.role is Role.PERPETRATOR or stakeholder is None:
        return Band.PERPETRATOR
    return _BANDS.get(stakeholder.group, Band.FRIENDS)
