"""What the dates of a review cannot say together: a period that ends before it begins, or begins after the death."""

from dhr_desktop.domain.contradictions.sure import surely_before
from dhr_desktop.domain.contradictions.within import Contradiction
from dhr_desktop.domain.reviews import ReviewFacts

_LOOK = "Look at both dates; one of them is wrong."


def of_the_review(facts: ReviewFacts) -> list[Contradiction]:
    """What is wrong with the period under review; gaps are counted in it, and the chronology is drawn for it."""
    if surely_before(facts.scope_to, facts.scope_from):
        return [Contradiction(f"The period under review ends before it begins. {_LOOK}", ("scope_from", "scope_to"))]
    if surely_before(facts.died_on, facts.scope_from):
        return [Contradiction(f"The period under review begins after the death. {_LOOK}", ("scope_from", "died_on"))]
    return []
