"""Commands over what is noted of children, each one step named for the Edit menu."""

from dataclasses import replace

from dhr_desktop.domain.children import ChildRecord, Responsibility
from dhr_desktop.family import changing
from dhr_desktop.family.changing import Step
from dhr_desktop.store import involvement
from dhr_desktop.store.review import Review


def note(review: Review, child: ChildRecord, since: ChildRecord | None = None, sitting: object | None = None) -> None:
    """Note what is known of a child of the register: the first time, or more; one that says the same leaves no step."""
    there = involvement.CHILDREN.listing(review, person_id=child.person_id)
    step = Step("Note something of a child", sitting=sitting)
    if child.id:
        changing.change(review, involvement.CHILDREN, child, step, since)
    elif not there:
        changing.add(review, involvement.CHILDREN, child, step)


def record_of(review: Review, person_id: int) -> ChildRecord | None:
    """What is noted of a child; None where nothing is yet."""
    return next(iter(involvement.CHILDREN.listing(review, person_id=person_id)), None)


def add_responsibility(review: Review, person_id: int, responsibility: Responsibility) -> Responsibility:
    """Note who holds parental responsibility for a child of the register, of whom nothing else need be noted yet."""
    known = record_of(review, person_id)
    with review.journal.step("Note parental responsibility"):
        child = known or involvement.CHILDREN.add(review, ChildRecord(0, person_id))
        return involvement.RESPONSIBILITIES.add(review, replace(responsibility, child_id=child.id))


def change_responsibility(
    review: Review, responsibility: Responsibility, since: Responsibility, sitting: object | None = None
) -> None:
    """Change who holds parental responsibility, or since when."""
    step = Step("Change parental responsibility", sitting=sitting)
    changing.change(review, involvement.RESPONSIBILITIES, responsibility, step, since)


def remove_responsibility(review: Review, responsibility_id: int) -> None:
    """Remove what was noted of parental responsibility."""
    changing.remove(review, involvement.RESPONSIBILITIES, responsibility_id, Step("Remove parental responsibility"))
