"""The log of contacts as it is read: each contact with those who had part in it and with what was promised."""

from collections import defaultdict

from dhr_desktop.domain.contact_rules import Logged, newest_first
from dhr_desktop.domain.contacts import Promise
from dhr_desktop.store import involvement
from dhr_desktop.store.review import Review


def read(review: Review) -> list[Logged]:
    """Every contact, newest first. Safe in any thread."""
    whom: dict[int, list[int]] = defaultdict(list)
    for each in involvement.CONTACT_WITH.listing(review):
        whom[each.contact_id].append(each.stakeholder_id)
    promised: dict[int, list[Promise]] = defaultdict(list)
    for promise in involvement.PROMISES.listing(review):
        if promise.contact_id:
            promised[promise.contact_id].append(promise)
    return newest_first(
        Logged(contact, tuple(whom[contact.id]), tuple(promised[contact.id]))
        for contact in involvement.CONTACTS.listing(review)
    )
