"""A mother who is involved, and a section of hers in a window that is at rest."""

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import stakeholders
from dhr_desktop.store import people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.family.whom import Band, Whom

MOTHER = Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the victim")


def mother_of(review: Review, preferred_name: str = "") -> Whom:
    """The mother, who is involved as one of the family."""
    who = stakeholders.involve(review, MOTHER, Stakeholder(0, 0, Group.FAMILY, preferred_name=preferred_name))
    return Whom(Band.FAMILY, people.listing(review)[-1], who)
