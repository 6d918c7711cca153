"""Commands over whom the review involves and what they asked for, each one step named for the Edit menu."""

from dataclasses import replace
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.stakeholders import Advocacy, NotToBeTold, Stakeholder, Wish
from dhr_desktop.family import changing
from dhr_desktop.family.changing import Step
from dhr_desktop.store import involvement, people
from dhr_desktop.store.review import Review


class InvolvedAlready(UserError):
    """Somebody who is a stakeholder was to be made one."""

    code: ClassVar[str] = "P011"


def involve(review: Review, person: Person, stakeholder: Stakeholder, initiator: object | None = None) -> Stakeholder:
    """Make somebody a stakeholder; who is not in the register yet comes into it, all as one step.

    Raises `InvolvedAlready`.
    """
    if person.id and involvement.STAKEHOLDERS.listing(review, person_id=person.id):
        raise InvolvedAlready("This person is involved already.", "Choose them in the list of the Family page.")
    with review.journal.step("Involve somebody", initiator):
        known = person if person.id else people.add(review, person)
        return involvement.STAKEHOLDERS.add(review, replace(stakeholder, person_id=known.id))


def change(
    review: Review,
    stakeholder: Stakeholder,
    since: Stakeholder | None = None,
    initiator: object | None = None,
    sitting: object | None = None,
) -> None:
    """Change how somebody is to be involved: what differs from `since`. Raises `changing.RecordGone`."""
    step = Step("Change how somebody is involved", initiator, sitting)
    changing.change(review, involvement.STAKEHOLDERS, stakeholder, step, since)


def leave_out(review: Review, stakeholder_id: int, initiator: object | None = None) -> None:
    """Take somebody out of those whom the review involves, with what was offered to them; the register keeps them.

    Contacts stay in the log, for they happened.
    """
    changing.remove(review, involvement.STAKEHOLDERS, stakeholder_id, Step("Involve somebody no longer", initiator))


def add_advocacy(review: Review, advocacy: Advocacy) -> Advocacy:
    """Note that an advocate was offered, or that somebody was told of one."""
    return changing.add(review, involvement.ADVOCACY, advocacy, Step("Note an offer of advocacy"))


def change_advocacy(review: Review, advocacy: Advocacy, since: Advocacy, sitting: object | None = None) -> None:
    """Change what is noted of an advocate."""
    changing.change(review, involvement.ADVOCACY, advocacy, Step("Change advocacy", sitting=sitting), since)


def remove_advocacy(review: Review, advocacy_id: int) -> None:
    """Remove what is noted of an advocate."""
    changing.remove(review, involvement.ADVOCACY, advocacy_id, Step("Remove advocacy"))


def add_wish(review: Review, wish: Wish) -> Wish:
    """Note something that a stakeholder asked for."""
    return changing.add(review, involvement.WISHES, wish, Step("Note a wish"))


def change_wish(review: Review, wish: Wish, since: Wish, sitting: object | None = None) -> None:
    """Change a wish, or note what became of it."""
    changing.change(review, involvement.WISHES, wish, Step("Change a wish", sitting=sitting), since)


def remove_wish(review: Review, wish_id: int) -> None:
    """Remove a wish."""
    changing.remove(review, involvement.WISHES, wish_id, Step("Remove a wish"))


def add_not_told(review: Review, not_told: NotToBeTold) -> NotToBeTold:
    """Note what a stakeholder must not learn from the chair."""
    return changing.add(review, involvement.NOT_TO_BE_TOLD, not_told, Step("Note what somebody must not be told"))


def change_not_told(review: Review, not_told: NotToBeTold, since: NotToBeTold, sitting: object | None = None) -> None:
    """Change what somebody must not learn."""
    step = Step("Change what somebody must not be told", sitting=sitting)
    changing.change(review, involvement.NOT_TO_BE_TOLD, not_told, step, since)


def remove_not_told(review: Review, not_told_id: int) -> None:
    """What was noted may be said now."""
    step = Step("Remove what somebody must not be told")
    changing.remove(review, involvement.NOT_TO_BE_TOLD, not_told_id, step)
