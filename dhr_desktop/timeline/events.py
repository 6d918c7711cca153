"""What the chair does to events: entries are grouped and parted, and every agency's words stay as they are."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product
from typing import ClassVar

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import LEAST, Event
from dhr_desktop.store import decisions, entries, events
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.both_edits import both
from dhr_desktop.timeline.naming import counted

_SHORT = 60
"""Letters of an account by which an event without a headline is called."""


class NotAnEvent(UserError):
    """An event needs two entries at least."""

    code: ClassVar[str] = "T003"


class EventGone(UserError):
    """The event was dissolved before this change reached it."""

    code: ClassVar[str] = "T004"


def group(review: Review, entry_ids: Collection[int], initiator: object | None = None) -> int:
    """Make these entries one event and return its id.

    Where some already belong to events, the oldest of those is kept and the others are merged into it with all
    their entries, questions and decisions. Raises `NotAnEvent` for fewer than two entries that are there.
    """
    return accept(review, entry_ids, (), initiator, f"Group {counted(len(set(entry_ids)))} as one event")


def accept(
    review: Review,
    entry_ids: Collection[int],
    left_out: Collection[int] = (),
    initiator: object | None = None,
    words: str = "Accept a suggested event",
) -> int:
    """As `group`, and keep those that were `left_out` of a suggestion apart from the entries grouped.

    Raises `NotAnEvent`.
    """
    with review.journal.step(words, initiator):
        found = entries.page(review, list(dict.fromkeys(entry_ids)))
        if len(found) < LEAST:
            raise NotAnEvent(
                "One entry alone is not an event.", "Choose two or more entries that tell of one happening."
            )
        event_id = _group(review, found)
        grouped = {entry.id for entry in found}
        apart = [entry.id for entry in entries.page(review, sorted(set(left_out) - grouped))]
        events.keep_apart(review, _parted(review, product(apart, sorted(grouped))))
    return event_id


def group_all(review: Review, groups: Iterable[Sequence[int]], initiator: object | None = None) -> int:
    """Make each group of entries an event, as one step; returns how many events came of them.

    Groups whose entries have gone are left, and groups that share an entry become one event.
    """
    wanted = [ids for ids in map(tuple, groups) if len(set(ids)) >= LEAST]
    as_what = "1 suggested event" if len(wanted) == 1 else f"{len(wanted):,} suggested events"
    number = len({entry_id for ids in wanted for entry_id in ids})
    made = set()
    with review.journal.step(f"Group {counted(number)} as {as_what}", initiator):
        for ids in wanted:
            found = entries.page(review, list(dict.fromkeys(ids)))  # read here, for the group before may hold some
            if len(found) >= LEAST:
                made.add(_group(review, found))
        remaining = {event.id for event in events.listing(review)}
    return len(made & remaining)


def merge(review: Review, event_ids: Collection[int], initiator: object | None = None) -> int:
    """Make several events one, the oldest of them, and return its id. Raises `EventGone` or `NotAnEvent`."""
    if not event_ids:
        raise NotAnEvent("No event is chosen.", "Choose two or more events that are one happening.")
    kept, *merged = [found(review, event_id) for event_id in sorted(set(event_ids))]
    if not merged:
        return kept.id
    number = "another event" if len(merged) == 1 else f"{len(merged):,} other events"
    with review.journal.step(f"Merge {number} into {called(review, kept)}", initiator):
        _merge(review, kept.id, [event.id for event in merged])
    return kept.id


def split(review: Review, entry_ids: Collection[int], initiator: object | None = None) -> None:
    """Take these entries out of their events. An event left with fewer than two entries is dissolved.

    What parts entries also keeps them apart: the same grouping is not suggested again.
    """
    parting = [entry.id for entry in entries.page(review, list(entry_ids)) if entry.event_id is not None]
    if parting:
        with review.journal.step(f"Take {counted(len(parting))} out of an event", initiator):
            _split(review, parting)


def split_off(review: Review, entry_ids: Collection[int], initiator: object | None = None) -> int:
    """Make some entries of an event an event of their own, kept apart from the rest; returns the new one's id.

    Raises `NotAnEvent` for fewer than two entries that are there.
    """
    with review.journal.step(f"Split {counted(len(set(entry_ids)))} off as another event", initiator):
        found = entries.page(review, list(dict.fromkeys(entry_ids)))
        if len(found) < LEAST:
            raise NotAnEvent("One entry alone is not an event.", "Choose two or more entries, or take the one out.")
        _split(review, [entry.id for entry in found])
        return _group(review, entries.page(review, [entry.id for entry in found]))


def dissolve(review: Review, event_id: int, initiator: object | None = None) -> None:
    """Part all entries of an event, which is then gone; they may be suggested again. Raises `EventGone`.

    What was decided about their accounts stays with them, and comes back when they are grouped again.
    """
    with review.journal.step(f"Dissolve {called(review, found(review, event_id))}", initiator):
        events.dissolve(review, event_id)


def reject(review: Review, entry_ids: Collection[int], initiator: object | None = None) -> None:
    """Remember that these entries are not about one happening, so that it is never asked again.

    Entries of one agency are not kept apart when there are several agencies: they may well be lines of one log. Nor
    are those that the chair has grouped already.
    """
    there = entries.page(review, list(dict.fromkeys(entry_ids)))
    if len(there) < LEAST:
        return
    agency = {entry.id: entry.agency_id for entry in there}
    several = len(set(agency.values())) > 1
    pairs = [pair for pair in combinations(sorted(agency), 2) if not several or agency[pair[0]] != agency[pair[1]]]
    with review.journal.step(f"Reject a suggestion of {counted(len(there))}", initiator):
        events.keep_apart(review, _parted(review, pairs))


def ask_again(review: Review, pairs: Collection[Collection[int]], initiator: object | None = None) -> None:
    """Let pairs of entries that were kept apart be suggested together again."""
    known = events.kept_apart(review)
    wanted = [pair for pair in pairs if frozenset(pair) in known]
    if wanted:
        number = len({entry_id for pair in wanted for entry_id in pair})
        with review.journal.step(f"Let {counted(number)} be suggested together again", initiator):
            events.keep_apart_no_more(review, wanted)


def change_event(
    review: Review,
    event: Event,
    initiator: object | None = None,
    sitting: object | None = None,
    since: Event | None = None,
) -> None:
    """Make the event of this id what `event` says; one that says the same leaves no step. Raises `EventGone`.

    With `since`, the event as the chair saw it, only what differs from that is changed, so that two edits made
    shortly after each other both stand.
    """
    before = found(review, event.id)
    after = both(before, event, since)
    if before == after:
        return
    with review.journal.step(f"Edit {called(review, before)}", initiator, sitting):
        events.change(review, after)


def without(review: Review, entry_ids: Collection[int]) -> None:
    """Take entries that are about to be removed out of their events, inside a step."""
    events.leave(review, entry_ids)


def found(review: Review, event_id: int) -> Event:
    """The event of this id. Raises `EventGone`."""
    try:
        return events.get(review, event_id)
    except LookupError:
        raise EventGone("This event has been dissolved.", "Undo brings it back if that was a mistake.") from None


def called(review: Review, event: Event) -> str:
    """How a step calls an event: by its headline, or without one by its day.

    What an account says never stands there: the history would go on showing it after it is marked as distressing.
    """
    if event.headline.strip():
        return f"event “{title(event, ())}”"
    first = entries.page(review, events.members_of(review, event.id)[:1])
    when = event.when if event.date_edtf or not first else first[0].when
    return "event of unknown date" if when.is_unknown else f"event of {in_british_words(when)}"


def title(event: Event, accounts: Sequence[Entry]) -> str:
    """The event's headline, or without one the first words of the first of its accounts."""
    if event.headline.strip():
        return " ".join(event.headline.split())
    words = " ".join(accounts[0].text.split()) if accounts else ""
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rsplit(' ', 1)[0]} …"


def _group(review: Review, accounts: Sequence[Entry]) -> int:
    events_of = sorted({entry.event_id for entry in accounts if entry.event_id is not None})
    kept, *merged = events_of or [events.add(review, Event(0)).id]
    events.join(review, kept, [entry.id for entry in accounts if entry.event_id is None])
    _merge(review, kept, merged)
    return kept


def _merge(review: Review, kept: int, merged: Iterable[int]) -> None:
    for event_id in merged:
        _take_words(review, kept, event_id)
        events.merge(review, kept, event_id)
    events.keep_apart_no_more_within(review, kept)
    decisions.take_up(review, kept)


def _split(review: Review, parting: Collection[int]) -> None:
    gone = set(parting)
    for event_id in {entry.event_id for entry in entries.page(review, list(parting)) if entry.event_id is not None}:
        every = events.members_of(review, event_id)
        staying = [entry_id for entry_id in every if entry_id not in gone]
        events.keep_apart(review, product([entry_id for entry_id in every if entry_id in gone], staying))
    events.leave(review, parting)


def _parted(review: Review, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those of the pairs that are not in one event."""
    event_of = {entry_id: event_id for event_id, ids in events.members(review).items() for entry_id in ids}
    return (pair for pair in pairs if event_of.get(pair[0], 0) != event_of.get(pair[1], -1))


def _take_words(review: Review, kept: int, merged: int) -> None:
    """What the chair wrote of an event that is merged into another is not lost where the other says something else."""
    into, out_of = events.get(review, kept), events.get(review, merged)
    when, other = (into, out_of) if into.date_edtf or into.time else (out_of, into)
    beside = [] if (other.date_edtf, other.time) in (("", ""), (when.date_edtf, when.time)) else [_moment(other)]
    if into.headline and out_of.headline not in ("", into.headline):
        beside.insert(0, out_of.headline)
    note = "\n".join(part for part in dict.fromkeys((into.note, out_of.note, *beside)) if part)
    headline = into.headline or out_of.headline
    events.change(review, replace(into, headline=headline, date_edtf=when.date_edtf, time=when.time, note=note))


def _moment(event: Event) -> str:
    date = in_british_words(event.when) if event.date_edtf else ""
    return ", ".join(part for part in (date, event.time) if part)
