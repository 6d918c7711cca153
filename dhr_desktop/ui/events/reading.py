"""What the page shows, read off the window's thread: how entries are grouped, and what is suggested."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.entries import Entry, sort_key
from dhr_desktop.domain.events import Event
from dhr_desktop.domain.meaning import Mark
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.domain.short_names import short_names
from dhr_desktop.store import agencies, entries, entry_changes, events
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.same_event.suggesting import Suggestion, suggest

_READING = "Reading the entries"


@dataclass(frozen=True, slots=True)
class KeptApart:
    """What the chair has said in one step is not about one happening, and when (an instant in ISO form)."""

    at: str
    pairs: tuple[frozenset[int], ...]
    entry_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How entries are grouped now."""

    total: int = 0
    agencies: Mapping[int, Agency] = field(default_factory=dict)
    events: Sequence[Event] = ()
    """In the order of the timeline."""
    members: Mapping[int, Sequence[int]] = field(default_factory=dict)
    apart: Sequence[KeptApart] = ()
    entries: Mapping[int, Entry] = field(default_factory=dict)
    """Those that are in events or kept apart."""

    @property
    def short(self) -> dict[str, str]:
        """The names of the agencies with their short ones."""
        return short_names(agency.name for agency in self.agencies.values() if agency.name)

    @property
    def pairs_apart(self) -> frozenset[frozenset[int]]:
        """Every pair that is kept apart."""
        return frozenset(pair for one in self.apart for pair in one.pairs)


@dataclass(frozen=True, slots=True)
class Looked:
    """What was suggested, at which step, and which pairs were kept apart then."""

    step: int
    apart: frozenset[frozenset[int]]
    found: Sequence[Suggestion]
    entries: Mapping[int, Entry]
    """Those that are in suggestions."""


def read_standing(review: Review) -> Standing:
    """How entries are grouped; safe in any thread."""
    members = events.members(review)
    by_step = events.kept_apart_by_step(review)
    wanted = {entry_id for ids in members.values() for entry_id in ids}
    wanted |= {entry_id for _, pairs in by_step for pair in pairs for entry_id in pair}
    found = {entry.id: entry for entry in entries.page(review, sorted(wanted))}
    here = {event_id: [one for one in ids if one in found] for event_id, ids in members.items()}
    listed = [event for event in events.listing(review) if here.get(event.id)]
    return Standing(
        total=entries.count(review),
        agencies={agency.id: agency for agency in agencies.listing(review)},
        events=sorted(listed, key=lambda event: _place(event, found[here[event.id][0]])),
        members=here,
        apart=[_kept(at, pairs, found) for at, pairs in by_step],
        entries=found,
    )


def look(review: Review, before: Looked | None, progress: Progress) -> Looked:
    """What is suggested; `before` again where nothing that was looked at has changed. Raises `Cancelled`."""
    progress.step(0, 0, _READING)
    step, apart = entry_changes.latest_step(review), frozenset(events.kept_apart(review))
    if before and before.apart <= apart and not entry_changes.since(review, before.step):
        if not entry_changes.since(review, before.step, (Mark.DISTRESSING,)):
            return before
        read = entries.page(review, list(before.entries))
        return replace(before, step=step, entries={entry.id: entry for entry in read})
    every = list(entries.iterate(review))
    names = {agency.id: agency.name for agency in agencies.listing(review)}
    found = suggest(every, names, apart, progress=progress)
    wanted = {entry_id for one in found for entry_id in one.entry_ids}
    return Looked(step, apart, found, {entry.id: entry for entry in every if entry.id in wanted})


def _place(event: Event, first: Entry) -> tuple[tuple[str, int, str], int]:
    """By the date that the chair has chosen, or by the first account."""
    return (sort_key(event.when, event.time) if event.date_edtf else sort_key(first.when, first.time)), event.id


def _kept(at: str, pairs: Sequence[frozenset[int]], found: Mapping[int, Entry]) -> KeptApart:
    ids = {entry_id for pair in pairs for entry_id in pair if entry_id in found}
    in_order = sorted(ids, key=lambda one: (sort_key(found[one].when, found[one].time), one))
    return KeptApart(at, tuple(pairs), tuple(in_order))
