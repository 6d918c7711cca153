"""What was offered to whom, read as it stands: for the page that shows it and the document that prints it alike."""

from dataclasses import dataclass
from datetime import date

from dhr_desktop.domain.contacts import Direction
from dhr_desktop.domain.offer_standing import Progress, Standing, says_more, standing
from dhr_desktop.domain.offers import Offer
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.store import guidance, involvement, people
from dhr_desktop.store.offers_elsewhere import Elsewheres
from dhr_desktop.store.review import Review

_PERPETRATORS_SIDE = frozenset({Group.PERPETRATOR, Group.PERPETRATORS_FAMILY})


@dataclass(frozen=True, slots=True)
class OffersOf:
    """Everything that the guidance gives one person, in its order, with how each stands."""

    stakeholder: Stakeholder
    person: Person
    standings: tuple[Standing, ...]
    progress: Progress

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
        found.append(OffersOf(who, register[who.person_id], tuple(standings), progress[who.id]))
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
