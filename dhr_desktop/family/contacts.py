"""Commands over the log of contacts and what was promised, each one step named for the Edit menu."""

from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import ClassVar, TypeVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.contacts import Contact, ContactWith, Promise
from dhr_desktop.store import involvement
from dhr_desktop.store.review import Review

R = TypeVar("R", Contact, Promise)


class WithNobody(UserError):
    """A contact was to be logged with nobody."""

    code: ClassVar[str] = "P050"


class NoLongerThere(UserError):
    """What was to be changed has been removed meanwhile."""

    code: ClassVar[str] = "P051"


def log(
    review: Review,
    contact: Contact,
    whom: Collection[int],
    promises: Sequence[Promise] = (),
    initiator: object | None = None,
) -> Contact:
    """Log a contact with these stakeholders, and what was promised in it, all as one step; returns it with its id.

    A promise belongs to the one who had part; where several had, it belongs to the contact and so to all of them.
    Raises `WithNobody`.
    """
    _require(whom)
    one = next(iter(whom)) if len(set(whom)) == 1 else None
    with review.journal.step("Log a contact", initiator):
        made = involvement.CONTACTS.add(review, contact)
        for stakeholder_id in dict.fromkeys(whom):
            involvement.CONTACT_WITH.add(review, ContactWith(0, made.id, stakeholder_id))
        for promise in promises:
            involvement.PROMISES.add(review, replace(promise, contact_id=made.id, stakeholder_id=one))
    return made


def change(
    review: Review,
    contact: Contact,
    since: Contact | None = None,
    whom: Collection[int] | None = None,
    initiator: object | None = None,
    sitting: object | None = None,
) -> None:
    """Change what the log says of a contact: what differs from `since`, as the chair saw it; with `whom` also who.

    Raises `WithNobody`, and `NoLongerThere` when it has been removed.
    """
    if whom is not None:
        _require(whom)
    now = _contact(review, contact.id)
    wanted = _merged(now, since or now, contact)
    pairs = involvement.CONTACT_WITH.listing(review, contact_id=contact.id)
    there = {pair.stakeholder_id for pair in pairs}
    asked = there if whom is None else set(whom)
    if wanted == now and asked == there:
        return
    with review.journal.step("Change a contact", initiator, sitting):
        if wanted != now:
            involvement.CONTACTS.change(review, wanted)
        for pair in pairs:
            if pair.stakeholder_id not in asked:
                involvement.CONTACT_WITH.remove(review, pair.id)
        for stakeholder_id in sorted(asked - there):
            involvement.CONTACT_WITH.add(review, ContactWith(0, contact.id, stakeholder_id))


def remove(review: Review, contact_id: int, initiator: object | None = None) -> None:
    """Take a contact out of the log, as one that was entered by mistake. What was promised in it stays promised.

    A promise to several keeps whom it is to only through its contact, so it is written out to each of them.
    """
    _contact(review, contact_id)
    whom = [pair.stakeholder_id for pair in involvement.CONTACT_WITH.listing(review, contact_id=contact_id)]
    with review.journal.step("Remove a contact", initiator):
        for promise in involvement.PROMISES.listing(review, contact_id=contact_id):
            if promise.stakeholder_id is None and whom:
                first, *others = whom
                involvement.PROMISES.change(review, replace(promise, contact_id=None, stakeholder_id=first))
                for other in others:
                    involvement.PROMISES.add(review, replace(promise, contact_id=None, stakeholder_id=other))
        involvement.CONTACTS.remove(review, contact_id)


def promise(review: Review, made: Promise, initiator: object | None = None) -> Promise:
    """Note something that was promised; returns it with its id."""
    with review.journal.step("Note a promise", initiator):
        return involvement.PROMISES.add(review, made)


def change_promise(
    review: Review,
    changed: Promise,
    since: Promise | None = None,
    initiator: object | None = None,
    sitting: object | None = None,
) -> None:
    """Change a promise: what differs from `since`. Raises `NoLongerThere`."""
    now = _promise(review, changed.id)
    wanted = _merged(now, since or now, changed)
    if wanted != now:
        with review.journal.step("Change a promise", initiator, sitting):
            involvement.PROMISES.change(review, wanted)


def keep_promise(review: Review, promise_id: int, on: date, initiator: object | None = None) -> None:
    """A promise was kept on this day. Raises `NoLongerThere`."""
    now = _promise(review, promise_id)
    if now.done_on is None:
        with review.journal.step("Mark a promise as kept", initiator):
            involvement.PROMISES.change(review, replace(now, done_on=on))


def reopen_promise(review: Review, promise_id: int, initiator: object | None = None) -> None:
    """A promise is still to be kept. Raises `NoLongerThere`."""
    now = _promise(review, promise_id)
    if now.done_on is not None:
        with review.journal.step("Open a promise again", initiator):
            involvement.PROMISES.change(review, replace(now, done_on=None))


def remove_promise(review: Review, promise_id: int, initiator: object | None = None) -> None:
    """Take out a promise, as one that was entered by mistake. Raises `NoLongerThere`."""
    _promise(review, promise_id)
    with review.journal.step("Remove a promise", initiator):
        involvement.PROMISES.remove(review, promise_id)


def _require(whom: Collection[int]) -> None:
    if not whom:
        raise WithNobody("A contact needs somebody it was with.", "Choose at least one person, then save it again.")


def _contact(review: Review, contact_id: int) -> Contact:
    try:
        return involvement.CONTACTS.get(review, contact_id)
    except LookupError:
        raise NoLongerThere("This contact is no longer in the log.", "Undo brings it back if it was removed.") from None


def _promise(review: Review, promise_id: int) -> Promise:
    try:
        return involvement.PROMISES.get(review, promise_id)
    except LookupError:
        raise NoLongerThere("This promise is no longer there.", "Undo brings it back if it was removed.") from None


def _merged(now: R, since: R, wanted: R) -> R:
    """`now` with what `wanted` says differently from `since`, so that what somebody else changed meanwhile stays."""
    names = [field.name for field in fields(now)]
    differing = {name: getattr(wanted, name) for name in names if getattr(wanted, name) != getattr(since, name)}
    return replace(now, **differing)
