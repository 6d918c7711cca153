"""What the chair answers to doubts: each answer is one step of the journal; the agency's own words remain."""

from collections.abc import Collection
from dataclasses import replace

from dhr_desktop.domain.entries import Doubt, Entry
from dhr_desktop.store import entries
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.edit import redated, retimed
from dhr_desktop.timeline.naming import counted


def fixed(entry: Entry, doubt: Doubt) -> Entry:
    """The entry with what a doubt offers in its field's place; the entry as it is where the doubt offers nothing."""
    if not doubt.fix:
        return entry
    if doubt.field == "reported":
        left = tuple(each for each in entry.doubts if each.field != doubt.field)
        return replace(entry, reported_edtf=doubt.fix, doubts=left)
    return retimed(entry, doubt.fix) if doubt.field == "time" else redated(entry, doubt.fix)


def accept_kind(review: Review, entry_ids: Collection[int], code: str, initiator: object | None = None) -> int:
    """Let the readings of these entries stand as far as one kind of doubt goes; their other doubts stay.

    Returns how many entries that was. None of them leaves no step.
    """
    doubted = _doubted(review, entry_ids, code)
    if doubted:
        with review.journal.step(f"Accept {counted(len(doubted))} of one doubt as read", initiator):
            for entry in doubted:
                entries.change(review, replace(entry, doubts=tuple(d for d in entry.doubts if d.code != code)))
    return len(doubted)


def fix_kind(review: Review, entry_ids: Collection[int], code: str, initiator: object | None = None) -> int:
    """Put what this kind of doubt offers in its place in every one of these entries that it offers something for.

    Returns how many entries that was. None of them leaves no step.
    """
    offers = [(entry, doubt) for entry in _doubted(review, entry_ids, code) for doubt in [_offer(entry, code)] if doubt]
    if offers:
        with review.journal.step(f"Put right {counted(len(offers))} of one doubt", initiator):
            for entry, doubt in offers:
                entries.change(review, fixed(entry, doubt))
    return len(offers)


def _doubted(review: Review, entry_ids: Collection[int], code: str) -> list[Entry]:
    found = entries.page(review, list(entry_ids))
    return [entry for entry in found if any(doubt.code == code for doubt in entry.doubts)]


def _offer(entry: Entry, code: str) -> Doubt | None:
    return next((doubt for doubt in entry.doubts if doubt.code == code and doubt.fix), None)
