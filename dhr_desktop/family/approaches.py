"""Commands over how the perpetrator and others were approached, each one step named for the Edit menu."""

from dhr_desktop.domain.approaches import Approach, consistent
from dhr_desktop.family import changing
from dhr_desktop.family.changing import Step
from dhr_desktop.store import involvement
from dhr_desktop.store.review import Review


def add(review: Review, approach: Approach) -> Approach:
    """Note an approach, or why there was none; one with a day waits for an answer where none was chosen."""
    return changing.add(review, involvement.APPROACHES, consistent(approach), Step("Note an approach"))


def change(review: Review, approach: Approach, since: Approach, sitting: object | None = None) -> None:
    """Change an approach, or note what came of it."""
    changing.change(
        review, involvement.APPROACHES, consistent(approach), Step("Change an approach", sitting=sitting), since
    )


def remove(review: Review, approach_id: int) -> None:
    """Remove an approach."""
    changing.remove(review, involvement.APPROACHES, approach_id, Step("Remove an approach"))
