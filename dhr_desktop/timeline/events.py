"""What the chair does to events: entries are grouped and parted, and every agency's words stay as they are."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.events import Event
from dhr_desktop.store import entries, events
from dhr_desktop.store.review import Review

_TWO = 2


class NotAnEvent(UserError):
    """An event needs two entries at least."""

    code: ClassVar[str] = "T003"


class EventGone(UserError):
    """The event was dissolved before this change reached it."""

    code: ClassVar[str] = "T004"


def group(review: Review, entry_ids: Collection[int], initiator: object | None = None) -> int:
    """Make these entries one event and return its id.

    Where some already belong to events, the oldest of those is kept and the others are merged into it with all
    their entries. Raises `NotAnEvent` for fewer than two entries that are there.
    """
    found = entries.page(review, list(dict.fromkeys(entry_ids)))
    if len(found) < _TWO:
        raise NotAnEvent("One entry alone is not an event.", "Choose two or more entries that tell of one happening.")
    events_of = {entry.event_id for entry in found if entry.event_id is not None}
    with review.journal.step(f"Group {_counted(len(found))}", initiator):
        return _group(review, [entry.id for entry in found], events_of)


def group_all(review: Review, groups: Iterable[Sequence[int]], initiator: object | None = None) -> int:
    """Make each group of entries an event, as one step; returns how many. Groups whose entries have gone are left."""
    wanted = [found for found in (entries.page(review, list(ids)) for ids in groups) if len(found) >= _TWO]
    if not wanted:
        return 0
    words = "1 suggested event" if len(wanted) == 1 else f"{len(wanted):,} suggested events"
    with review.journal.step(f"Accept {words}", initiator):
        for found in wanted:
            ids = [entry.id for entry in found]
            events_of = {entry.event_id for entry in entries.page(review, ids) if entry.event_id is not None}
            _group(review, ids, events_of)
    return len(wanted)


def split(review: Review, entry_ids: Collection[int], initiator: object | None = None) -> None:
    """Take these entries out of their events. An event left with fewer than two entries is dissolved.

    What parts entries also keeps them apart: the same grouping is not suggested again.
    """
    parting = [entry for entry in entries.page(review, list(entry_ids)) if entry.event_id is not None]
    if not parting:
        return
    with review.journal.step(f"Take {_counted(len(parting))} out of an event", initiator):
        gone = {entry.id for entry in parting}
        for event_id in {entry.event_id for entry in parting if entry.event_id is not None}:
            every = events.members_of(review, event_id)
            leaving = [entry_id for entry_id in every if entry_id in gone]
            staying = [entry_id for entry_id in every if entry_id not in gone]
            events.part(review, leaving)
            events.keep_apart(review, ((one, other) for one in leaving for other in staying))
            _dissolve_if_small(review, event_id, staying)


def dissolve(review: Review, event_id: int, initiator: object | None = None) -> None:
    """Part all entries of an event, which is then gone; they may be suggested again. Raises `EventGone`."""
    event = found(review, event_id)
    with review.journal.step(f"Dissolve {named(event)}", initiator):
        events.part(review, events.members_of(review, event_id))
        events.remove(review, event_id)


def reject(review: Review, entry_ids: Collection[int], initiator: object | None = None) -> None:
    """Remember that no two of these entries are about one happening, so that it is never asked again."""
    there = [entry.id for entry in entries.page(review, list(entry_ids))]
    if len(there) < _TWO:
        return
    with review.journal.step(f"Reject a suggestion of {_counted(len(there))}", initiator):
        events.keep_apart(review, combinations(sorted(there), 2))


def change_event(review: Review, event: Event, initiator: object | None = None, sitting: object | None = None) -> None:
    """Make the event of this id what `event` says; one that says the same leaves no step. Raises `EventGone`."""
    before = found(review, event.id)
    if before == event:
        return
    with review.journal.step(f"Edit {named(before)}", initiator, sitting):
        events.change(review, event)


def without(review: Review, entry_id: int) -> None:
    """Take an entry that is about to be removed out of its event, inside a step."""
    event_id = entries.get(review, entry_id).event_id
    if event_id is not None:
        events.part(review, [entry_id])
        _dissolve_if_small(review, event_id, events.members_of(review, event_id))


def found(review: Review, event_id: int) -> Event:
    """The event of this id. Raises `EventGone`."""
    try:
        return events.get(review, event_id)
    except LookupError:
        raise EventGone("This event has been dissolved.", "Undo brings it back if that was a mistake.") from None


def named(event: Event) -> str:
    """How a step calls an event: by its headline, where it has one."""
    return f"event “{event.headline}”" if event.headline else "an event"


def _group(review: Review, entry_ids: Collection[int], events_of: set[int]) -> int:
    kept, *merged = sorted(events_of) or [events.add(review, Event(0)).id]
    joining = [*entry_ids, *(one for event_id in merged for one in events.members_of(review, event_id))]
    events.join(review, kept, joining)
    for event_id in merged:
        _take_words(review, kept, event_id)
        events.remove(review, event_id)
    events.keep_apart_no_more(review, combinations(sorted(events.members_of(review, kept)), 2))
    return kept


def _take_words(review: Review, kept: int, merged: int) -> None:
    """What the chair wrote of an event that is merged into another is not lost where the other says nothing."""
    into, out_of = events.get(review, kept), events.get(review, merged)
    note = "\n".join(part for part in (into.note, out_of.note) if part)
    headline = into.headline or out_of.headline
    if out_of.headline not in ("", headline):
        note = "\n".join(part for part in (note, out_of.headline) if part)
    when = (into.date_edtf, into.time) if into.date_edtf else (out_of.date_edtf, out_of.time)
    events.change(review, replace(into, headline=headline, date_edtf=when[0], time=when[1], note=note))


def _dissolve_if_small(review: Review, event_id: int, left: list[int]) -> None:
    if len(left) < _TWO:
        events.part(review, left)
        events.remove(review, event_id)


def _counted(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"
