"""What follows from the log of contacts: who has not been reached, who is owed word, what was promised and planned.

Pure rules, with today as an argument. An attempt is a contact from the review's side that nobody has answered; it
counts, because a report has to say honestly how often somebody was tried.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dhr_desktop.domain.contacts import Contact, Direction, Means, Promise, Reached
from dhr_desktop.domain.stakeholders import Involvement, Stakeholder

SOON = timedelta(days=7)
"""What falls due within these days is due this week."""
_SAY_FOR_THEMSELVES = frozenset({Means.THROUGH, Means.OTHER})
_WRITTEN = frozenset({Means.LETTER, Means.TEXT, Means.EMAIL, Means.THROUGH})


@dataclass(frozen=True, slots=True)
class Logged:
    """One contact with the ids of the stakeholders who had part in it, and what was promised in it."""

    contact: Contact
    whom: tuple[int, ...] = ()
    promises: tuple[Promise, ...] = ()

    @property
    def reached(self) -> bool:
        """Whether it reached them; what comes from them has, whatever else is noted."""
        return self.contact.direction is Direction.FROM or self.contact.reached is Reached.YES


class When(StrEnum):
    """How near the day is on which something falls due."""

    OVERDUE = "overdue"
    SOON = "this week"
    LATER = "later"
    NO_DAY = "no date"
    DONE = "done"


class Duty(StrEnum):
    """What kind of thing falls due."""

    PROMISE = "promise"
    UPDATE = "update"
    CONTACT = "contact planned"
    ASK_AGAIN = "ask again"


@dataclass(frozen=True, slots=True)
class Attempts:
    """How often somebody was tried since anything last reached them, and the day of the first of these attempts."""

    number: int = 0
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where contact with one stakeholder stands. `update_due` is None where none was agreed."""

    stakeholder_id: int
    last_reached: date | None = None
    attempts: Attempts = Attempts()
    update_due: date | None = None
    plan: Contact | None = None


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing that falls due: to whom, on which day, and for a promise or a planned contact which."""

    duty: Duty
    whom: tuple[int, ...]
    on: date | None
    when: When
    promise: Promise | None = None
    contact: Contact | None = None


def how(contact: Contact) -> str:
    """The means in words, with what they do not say: 'home visit (joint with her mother)', 'letter through prison'."""
    more = contact.means_words.strip()
    if more and (contact.means in _SAY_FOR_THEMSELVES or more.casefold().startswith(contact.means.value)):
        return more
    return f"{contact.means.value} ({more})" if more else contact.means.value


def usual_reached(means: Means, direction: Direction) -> Reached:
    """Whether a contact by these means may be taken to have reached them: what is only sent waits for its answer."""
    return Reached.WAITING if direction is Direction.TO and means in _WRITTEN else Reached.YES


def newest_first(log: Iterable[Logged]) -> list[Logged]:
    """The log with the newest contact first."""
    return sorted(log, key=_moment, reverse=True)


def of_one(log: Iterable[Logged], stakeholder_id: int) -> list[Logged]:
    """The contacts in which one stakeholder had part, in the order given."""
    return [each for each in log if stakeholder_id in each.whom]


def last_reached(log: Iterable[Logged], today: date) -> date | None:
    """The day of the last contact up to today that reached them."""
    return max((each.contact.on for each in log if each.reached and each.contact.on <= today), default=None)


def unanswered(log: Iterable[Logged]) -> Attempts:
    """The attempts since the last contact that reached them."""
    tried: list[date] = []
    for each in newest_first(log):
        if each.reached:
            break
        tried.append(each.contact.on)
    return Attempts(len(tried), tried[-1]) if tried else Attempts()


def update_due(stakeholder: Stakeholder, log: Sequence[Logged], today: date) -> date | None:
    """The day by which they should hear, by the agreed frequency; None where none was agreed or they wish for none.

    It counts from the last contact that reached them. Until one has, from the day they were asked or first tried;
    where there is no such day either, they are owed word today.
    """
    if stakeholder.update_days <= 0 or stakeholder.involvement is Involvement.NOT:
        return None
    first = min((each.contact.on for each in log), default=None)
    since = last_reached(log, today) or stakeholder.asked_on or first
    return _later(since, stakeholder.update_days) if since else today


def plan(log: Iterable[Logged]) -> Contact | None:
    """The contact whose plan for the next one stands: the newest that has one, unless one on or after its day came."""
    since: list[date] = []
    for each in newest_first(log):
        planned = each.contact.next_on
        if planned is not None:
            return None if any(day >= planned for day in since) else each.contact
        since.append(each.contact.on)
    return None


def standing(stakeholder: Stakeholder, log: Iterable[Logged], today: date) -> Standing:
    """Where contact with one stakeholder stands; `log` may hold everybody's."""
    own = of_one(log, stakeholder.id)
    return Standing(
        stakeholder.id, last_reached(own, today), unanswered(own), update_due(stakeholder, own, today), plan(own)
    )


def when(day: date | None, today: date, *, done: bool = False) -> When:
    """How near a day is. What is due today is due this week, and overdue from tomorrow."""
    if done:
        return When.DONE
    if day is None:
        return When.NO_DAY
    if day < today:
        return When.OVERDUE
    return When.SOON if day - today < SOON else When.LATER


def due(
    stakeholders: Sequence[Stakeholder], log: Sequence[Logged], promises: Iterable[Promise], today: date
) -> list[DueItem]:
    """Everything that falls due, what is late first and then by its day; promises that were kept are not among it."""
    found = [promised(each, log, today) for each in promises if each.done_on is None]
    planned: dict[int, tuple[Contact, list[int]]] = {}
    for stakeholder in stakeholders:
        stands = standing(stakeholder, log, today)
        if stands.update_due:
            found.append(_item(Duty.UPDATE, stakeholder, stands.update_due, today))
        again = stakeholder.ask_again_on
        if again and (stakeholder.asked_on is None or stakeholder.asked_on < again):
            found.append(_item(Duty.ASK_AGAIN, stakeholder, again, today))
        if stands.plan:
            planned.setdefault(stands.plan.id, (stands.plan, []))[1].append(stakeholder.id)
    for contact, whom in planned.values():
        day = contact.next_on
        found.append(DueItem(Duty.CONTACT, tuple(whom), day, when(day, today), contact=contact))
    return sorted(found, key=_urgency)


def promised(promise: Promise, log: Iterable[Logged], today: date) -> DueItem:
    """A promise as a thing that falls due: to the one it names, or to all who had part in its contact."""
    whom: tuple[int, ...] = (promise.stakeholder_id,) if promise.stakeholder_id else ()
    if not whom and promise.contact_id:
        whom = next((each.whom for each in log if each.contact.id == promise.contact_id), ())
    stands = when(promise.due_on, today, done=promise.done_on is not None)
    return DueItem(Duty.PROMISE, whom, promise.due_on, stands, promise=promise)


def _item(duty: Duty, stakeholder: Stakeholder, day: date, today: date) -> DueItem:
    return DueItem(duty, (stakeholder.id,), day, when(day, today))


def _urgency(item: DueItem) -> tuple[date, int]:
    return item.on or date.max, list(Duty).index(item.duty)


def _moment(each: Logged) -> tuple[date, str, int]:
    return each.contact.on, each.contact.time, each.contact.id


def _later(day: date, days: int) -> date:
    """So many days later; the last day there is where that would be after it."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))
