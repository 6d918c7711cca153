"""What the sections about contact show, read in one go off the screen's thread."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dhr_desktop.base.clock import today
from dhr_desktop.domain import contact_rules
from dhr_desktop.domain.contact_rules import DueItem, Logged
from dhr_desktop.domain.contacts import Promise
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.phrases import listed
from dhr_desktop.domain.stakeholders import DateToAvoid, Stakeholder
from dhr_desktop.family import avoiding
from dhr_desktop.store import contact_log, involvement, people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.panel_view import PanelView

TABLES = frozenset({"contact", "contact_with", "promise", "stakeholder", "person", "date_to_avoid", "review"})


@dataclass(frozen=True, slots=True)
class Contacts:
    """The whole log with those whom it concerns, by their ids as stakeholders."""

    log: tuple[Logged, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    people: dict[int, Person] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()
    avoid: tuple[DateToAvoid, ...] = ()

    def of(self, stakeholder_id: int) -> tuple[Logged, ...]:
        """The contacts of one stakeholder; of everyone for 0."""
        return tuple(contact_rules.of_one(self.log, stakeholder_id)) if stakeholder_id else self.log

    def names(self, whom: Iterable[int], panel: PanelView) -> str:
        """Their names as they may be seen now: 'Lorraine Marchbank and Jade Ollerton'."""
        found = [panel.person(self.people[each]) for each in whom if each in self.people]
        return listed(found)

    def due(self, stakeholder_id: int = 0) -> list[DueItem]:
        """What falls due, for one or for everyone, and after it what was promised and kept, the newest first."""
        now = today()
        found = contact_rules.due(self.stakeholders, self.log, self.promises, now)
        kept = [contact_rules.promised(each, self.log, now) for each in self.promises if each.done_on is not None]
        kept.sort(key=lambda item: item.promise.done_on if item.promise and item.promise.done_on else now, reverse=True)
        return [each for each in (*found, *kept) if not stakeholder_id or stakeholder_id in each.whom]


def read(review: Review) -> Contacts:
    """Safe in any thread."""
    everyone = tuple(involvement.STAKEHOLDERS.listing(review))
    register = {person.id: person for person in people.listing(review)}
    return Contacts(
        tuple(contact_log.read(review)),
        everyone,
        {each.id: register[each.person_id] for each in everyone if each.person_id in register},
        tuple(involvement.PROMISES.listing(review)),
        tuple(avoiding.watched(review)),
    )
