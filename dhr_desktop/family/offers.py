"""What was offered to whom: read as it stands, and the commands over it, each one step named for the Edit menu."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dhr_desktop.domain.contacts import Direction
from dhr_desktop.domain.offer_standing import Progress, Standing, says_more, standing
from dhr_desktop.domain.offers import Offer, OfferAnswer, answered
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family.offers_elsewhere import Elsewheres
from dhr_desktop.store import guidance, involvement, people
from dhr_desktop.store.review import Review

_LABEL = "Note what was offered"
_PERPETRATORS_SIDE = frozenset({Group.PERPETRATOR, Group.PERPETRATORS_FAMILY})


@dataclass(frozen=True, slots=True)
class OffersOf:
    """Everything that the guidance gives one person, in its order."""

    stakeholder: Stakeholder
    person: Person
    standings: tuple[Standing, ...]

    @property
    def missing(self) -> int:
        """How many are due and not offered."""
        return sum(each.missing for each in self.standings)


def read(review: Review, person_id: int = 0) -> list[OffersOf]:
    """How the offers to one person stand, or to everybody. Safe in any thread.

    The bereaved come in the order of the register, and after them the perpetrator and their family.
    """
    register = {person.id: person for person in people.listing(review)}
    where = {"person_id": person_id} if person_id else {}
    elsewheres = Elsewheres(review)
    opportunities = guidance.edition()
    known = {(each.stakeholder_id, each.opportunity): each for each in involvement.OFFERS.listing(review)}
    progress = _progress(review)
    order = list(register)
    found = []
    for who in sorted(
        involvement.STAKEHOLDERS.listing(review, **where),
        key=lambda each: (each.group in _PERPETRATORS_SIDE, order.index(each.person_id)),
    ):
        standings = []
        for opportunity in opportunities.for_group(who.group):
            offer = known.get((who.id, opportunity.key)) or Offer(0, who.id, opportunity.key)
            elsewhere = elsewheres.of(who, opportunity.key)
            more = elsewhere if elsewhere and says_more(elsewhere.offer, offer) else None
            standings.append(standing(who, opportunity, offer, progress[who.id], more))
        found.append(OffersOf(who, register[who.person_id], tuple(standings)))
    return found


def _progress(review: Review) -> dict[int, Progress]:
    days = {each.id: each for each in involvement.CONTACTS.listing(review)}
    first: dict[int, date] = {}
    for link in involvement.CONTACT_WITH.listing(review):
        contact = days[link.contact_id]
        if contact.direction is Direction.TO or contact.said or contact.outcome:
            first[link.stakeholder_id] = min(first.get(link.stakeholder_id, contact.on), contact.on)
    read_on: dict[int, date] = {}
    for reading in involvement.READINGS.listing(review):
        if reading.on:
            read_on[reading.stakeholder_id] = min(read_on.get(reading.stakeholder_id, reading.on), reading.on)
    anybody = min(read_on.values(), default=None)
    return {
        who.id: Progress(first.get(who.id), read_on.get(who.id), anybody)
        for who in involvement.STAKEHOLDERS.listing(review)
    }


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
