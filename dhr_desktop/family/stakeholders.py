"""Commands over whom the review involves, each one step named for the Edit menu."""

from dataclasses import replace

from dhr_desktop.domain.people import Person
from dhr_desktop.domain.stakeholders import Stakeholder
from dhr_desktop.store import involvement, people
from dhr_desktop.store.review import Review


def involve(review: Review, person: Person, stakeholder: Stakeholder, initiator: object | None = None) -> Stakeholder:
    """Make somebody a stakeholder; who is not in the register yet comes into it, all as one step."""
    with review.journal.step("Involve somebody", initiator):
        known = person if person.id else people.add(review, person)
        return involvement.STAKEHOLDERS.add(review, replace(stakeholder, person_id=known.id))


def change(review: Review, stakeholder: Stakeholder, initiator: object | None = None) -> None:
    """Change how somebody is to be involved."""
    with review.journal.step("Change how somebody is involved", initiator):
        involvement.STAKEHOLDERS.change(review, stakeholder)


def leave_out(review: Review, stakeholder_id: int, initiator: object | None = None) -> None:
    """Take somebody out of those whom the review involves, with what was offered to them; the register keeps them.

    Contacts stay in the log, for they happened.
    """
    with review.journal.step("Involve somebody no longer", initiator):
        involvement.STAKEHOLDERS.remove(review, stakeholder_id)
