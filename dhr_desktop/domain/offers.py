"""Opportunities that the guidance gives a stakeholder, and what became of each."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dhr_desktop.domain.stakeholders import Group


class Basis(StrEnum):
    """On what an opportunity rests. A chair must be able to tell what is asked of them from what is good practice."""

    GUIDANCE = "asked for by the guidance"
    HOME_OFFICE = "asked for by the Home Office beside the guidance"
    PRACTICE = "good practice, not asked for by the guidance in so many words"


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One opportunity as an edition of the guidance gives it: data from resources, never typed in code.

    `groups` are those to whom it belongs. `stage` is when it falls due, as the stage's key; `source` where it is said.
    `short` is its name where there is little room; those that share one are never offered to the same person.
    """

    key: str
    name: str
    why: str
    source: str
    groups: tuple[Group, ...]
    stage: str = ""
    short: str = ""
    basis: Basis = Basis.PRACTICE


class OfferAnswer(StrEnum):
    """How far an offer has come."""

    NOT_OFFERED = "not yet offered"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LATER = "considered later"
    DONE = "done"
    NOT_APPLICABLE = "does not apply"


@dataclass(frozen=True, slots=True)
class Offer:
    """What became of one opportunity for one stakeholder. `reason` says why it does not apply or was not offered."""

    id: int
    stakeholder_id: int
    opportunity: str
    answer: OfferAnswer = OfferAnswer.NOT_OFFERED
    offered_on: date | None = None
    means: str = ""
    answered_on: date | None = None
    done_on: date | None = None
    reason: str = ""
    note: str = ""

    @property
    def says_nothing(self) -> bool:
        """Whether it is as if there were none."""
        return self == Offer(self.id, self.stakeholder_id, self.opportunity)


def answered(offer: Offer, answer: OfferAnswer, on: date) -> Offer:
    """The offer with an answer given on a day; the days of what came before it stay."""
    if answer is OfferAnswer.NOT_OFFERED:
        return Offer(offer.id, offer.stakeholder_id, offer.opportunity)
    if answer is OfferAnswer.OFFERED:
        return replace(offer, answer=answer, offered_on=offer.offered_on or on, answered_on=None, done_on=None)
    if answer is OfferAnswer.DONE:
        return replace(offer, answer=answer, done_on=offer.done_on or on)
    if answer is OfferAnswer.NOT_APPLICABLE:
        return replace(offer, answer=answer, done_on=None)
    kept = offer.answered_on if offer.answer is answer else None
    return replace(offer, answer=answer, answered_on=kept or on, done_on=None)
