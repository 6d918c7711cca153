"""Commands over what was offered to whom, each one step named for the Edit menu; `store.offered` reads it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dhr_desktop.domain.offer_standing import says_more
from dhr_desktop.domain.offers import Offer, OfferAnswer, answered
from dhr_desktop.store import involvement
from dhr_desktop.store.review import Review

_LABEL = "Note what was offered"


def mark(
    review: Review,
    stakeholder_id: int,
    opportunity: str,
    answer: OfferAnswer,
    on: date,
    initiator: object | None = None,
) -> None:
    """Note with one word what became of an opportunity, on a day. What is noted so already leaves no step."""
    put(review, answered(_known(review, stakeholder_id, opportunity), answer, on), initiator)


def put(review: Review, offer: Offer, initiator: object | None = None, sitting: object | None = None) -> None:
    """Make what is noted of an opportunity what `offer` says; an offer that says nothing is taken out."""
    known = _known(review, offer.stakeholder_id, offer.opportunity)
    offer = replace(offer, id=known.id)
    if offer == known:
        return
    with review.journal.step(_LABEL, initiator, sitting):
        _write(review, offer)


def take_over(review: Review, offers: Sequence[Offer], initiator: object | None = None) -> None:
    """Note what other records of the review say of these opportunities, all as one step."""
    new = []
    for offer in offers:
        known = _known(review, offer.stakeholder_id, offer.opportunity)
        merged = merge(known, offer)
        if merged != known:
            new.append(merged)
    if new:
        with review.journal.step("Take over what was offered", initiator):
            for offer in new:
                _write(review, offer)


def merge(known: Offer, found: Offer) -> Offer:
    """What is noted with what another record says of it: its answer, and the days and words that are not noted yet."""
    return replace(
        known,
        answer=found.answer if says_more(found, known) else known.answer,
        offered_on=known.offered_on or found.offered_on,
        means=known.means or found.means,
        answered_on=known.answered_on or found.answered_on,
        done_on=known.done_on or found.done_on,
        reason=known.reason or found.reason,
    )


def _known(review: Review, stakeholder_id: int, opportunity: str) -> Offer:
    found = involvement.OFFERS.listing(review, stakeholder_id=stakeholder_id, opportunity=opportunity)
    return found[0] if found else Offer(0, stakeholder_id, opportunity)


def _write(review: Review, offer: Offer) -> None:
    if offer.says_nothing:
        if offer.id:
            involvement.OFFERS.remove(review, offer.id)
    elif offer.id:
        involvement.OFFERS.change(review, offer)
    else:
        involvement.OFFERS.add(review, offer)
