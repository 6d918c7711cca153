"""What the chair does to entries: each command is one step of the journal, named for the Edit menu."""

from collections.abc import Collection
from dataclasses import replace
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.entries import Doubt, Entry
from dhr_desktop.store import agencies, entries
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import events
from dhr_desktop.timeline.both_edits import both
from dhr_desktop.timeline.naming import counted, named


class EntryIncomplete(UserError):
    """An entry the chair adds lacks something without which nobody could use it."""

    code: ClassVar[str] = "T001"


class EntryGone(UserError):
    """The entry was removed before this change reached it."""

    code: ClassVar[str] = "T002"


def change_entry(
    review: Review,
    entry: Entry,
    since: Entry | None = None,
    initiator: object | None = None,
    sitting: object | None = None,
) -> None:
    """Make the entry of this id what `entry` says; an entry that says the same leaves no step.

    With `since`, the entry as the chair saw it, only what differs from that is changed, so that two edits made
    shortly after each other both stand. The step is named for the date the entry had, which is how the chair
    knows it. Those of one `sitting` are undone together. Raises `EntryGone`.
    """
    before = found(review, entry.id)
    after = both(before, entry, since)
    if before == after:
        return
    with review.journal.step(f"Edit {named(before)}", initiator, sitting):
        entries.change(review, after)


def accept_as_read(review: Review, entry_id: int, initiator: object | None = None) -> None:
    """Clear an entry's doubts: the chair has looked and the reading stands. Raises `EntryGone`."""
    before = found(review, entry_id)
    if not before.doubts:
        return
    with review.journal.step(f"Accept {named(before)} as read", initiator):
        entries.change(review, replace(before, doubts=()))


def add_entry(review: Review, agency_name: str, entry: Entry, initiator: object | None = None) -> int:
    """Add an entry of the chair's own under an agency, which is added with it when it is new. Returns its id.

    Raises `EntryIncomplete` when the agency or what happened is missing.
    """
    name = " ".join(agency_name.split())
    if not name:
        raise EntryIncomplete("The entry has no agency.", "Choose the agency it comes from, or type a new name.")
    if not entry.text.strip():
        raise EntryIncomplete("The entry does not say what happened.", "Write a line about it.")
    with review.journal.step("Add entry", initiator):
        agency = agencies.find(review, name) or agencies.add(review, name)
        return entries.add_many(review, [replace(entry, agency_id=agency.id, submission_id=None, source_row_id=None)])[
            0
        ]


def remove_entry(review: Review, entry_id: int, initiator: object | None = None) -> None:
    """Take an entry off the timeline; the agency's row it came from stays. Raises `EntryGone`."""
    before = found(review, entry_id)
    with review.journal.step(f"Remove {named(before)}", initiator):
        events.without(review, [entry_id])
        entries.remove(review, entry_id)


def remove_entries(
    review: Review, entry_ids: Collection[int], initiator: object | None = None, progress: Progress = UNWATCHED
) -> int:
    """Take these entries off the timeline and return how many there were; the agencies' rows stay."""
    there = entries.there(review, entry_ids)
    if not there:
        return 0
    with review.journal.step(f"Remove {counted(len(there))}", initiator):
        events.without(review, there)
        for done, entry_id in enumerate(there):
            progress.step(done, len(there), "Removing entries")
            entries.remove(review, entry_id)
    return len(there)


def redated(entry: Entry, edtf: str) -> Entry:
    """The entry with a date the chair has decided on, which ends the doubts about how the date was read."""
    return replace(entry, date_edtf=edtf, doubts=_without(entry, "date"))


def retimed(entry: Entry, time: str) -> Entry:
    """The entry with an hour the chair has decided on, which ends the doubts about how the time was read."""
    return replace(entry, time=time, doubts=_without(entry, "time"))


def reported(entry: Entry, edtf: str, time: str) -> Entry:
    """The entry with a day and hour of reporting the chair has decided on, '' for none, which ends doubts about it."""
    return replace(entry, reported_edtf=edtf, reported_time=time, doubts=_without(entry, "reported"))


def _without(entry: Entry, field: str) -> tuple[Doubt, ...]:
    return tuple(doubt for doubt in entry.doubts if doubt.field != field)


def found(review: Review, entry_id: int) -> Entry:
    """The entry of this id. Raises `EntryGone`."""
    try:
        return entries.get(review, entry_id)
    except LookupError:
        raise EntryGone(
            "This entry is no longer on the timeline.", "Undo brings it back if it was removed by mistake."
        ) from None
