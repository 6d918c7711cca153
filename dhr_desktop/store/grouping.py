"""The timeline by events: the entries of one event stand together at the event's place, beneath its head."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dhr_desktop.domain.events import Event
from dhr_desktop.store import events, order, ordering
from dhr_desktop.store.review import Review

_BEHIND = "SELECT id FROM entry WHERE rank >= ? ORDER BY rank, nudge, place, id LIMIT 1"


@dataclass(frozen=True, slots=True)
class Group:
    """An event with those of its entries that are wanted, in order, and the agencies they come from."""

    event: Event
    entry_ids: tuple[int, ...]
    agency_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class Arranged:
    """Ids of entries; before those of one event stands its own id, negative. `groups` has them by that id.

    `head_of` has that id by each entry that stands beneath it; `entries` are the rows without heads.
    """

    rows: list[int]
    groups: Mapping[int, Group]
    head_of: Mapping[int, int] = field(init=False, default_factory=dict)
    entries: Sequence[int] = field(init=False, default=())

    def __post_init__(self) -> None:
        """Work out what a table would else ask of every row while it is looked at."""
        heads = {entry_id: head for head, group in self.groups.items() for entry_id in group.entry_ids}
        object.__setattr__(self, "head_of", heads)
        object.__setattr__(self, "entries", [each for each in self.rows if each > 0] if self.groups else self.rows)


def by_event(review: Review, ids: Sequence[int], *, in_time: bool = True) -> Arranged:
    """The entries of these ids by their events.

    An event stands where its chosen date would stand, or else with its first entry; where the ids are not
    `in_time`, always with its first entry.
    """
    groups = _groups(review, ids)
    if not groups:
        return Arranged(list(ids), {})
    of_entry = {entry_id: head for head, group in groups.items() for entry_id in group.entry_ids}
    before = _by_their_dates(review, ids, groups) if in_time else {}
    placed = {head for heads in before.values() for head in heads}
    rows: list[int] = []
    for place, entry_id in enumerate(ids):
        for head in before.get(place, ()):
            rows += (head, *groups[head].entry_ids)
        head = of_entry.get(entry_id, 0)
        if not head:
            rows.append(entry_id)
        elif head not in placed:
            placed.add(head)
            rows += (head, *groups[head].entry_ids)
    for head in before.get(len(ids), ()):
        rows += (head, *groups[head].entry_ids)
    return Arranged(rows, groups)


def backwards(arranged: Arranged) -> Arranged:
    """The same from the end: the last first, and so within each event; its head stays above its entries."""
    rows: list[int] = []
    within: list[int] = []
    of_event = {entry_id for group in arranged.groups.values() for entry_id in group.entry_ids}
    for each in reversed(arranged.rows):
        if each in of_event:
            within.append(each)
        elif each < 0:
            rows += (each, *within)
            within = []
        else:
            rows.append(each)
    groups = {head: replace(group, entry_ids=group.entry_ids[::-1]) for head, group in arranged.groups.items()}
    return Arranged(rows, groups)


def _groups(review: Review, ids: Sequence[int]) -> dict[int, Group]:
    rows = review.read.rows("SELECT id, event_id, agency_id FROM entry WHERE event_id IS NOT NULL")
    event_of = {entry_id: (event_id, agency_id) for entry_id, event_id, agency_id in rows}
    members: dict[int, list[int]] = {}
    agencies: dict[int, set[int]] = {}
    for entry_id in ids:
        if entry_id in event_of:
            event_id, agency_id = event_of[entry_id]
            members.setdefault(event_id, []).append(entry_id)
            agencies.setdefault(event_id, set()).add(agency_id)
    if not members:
        return {}
    return {
        -event.id: Group(event, tuple(members[event.id]), frozenset(agencies[event.id]))
        for event in events.listing(review)
        if event.id in members
    }


def _by_their_dates(review: Review, ids: Sequence[int], groups: Mapping[int, Group]) -> dict[int, list[int]]:
    """Before which of the ids each event with a chosen date stands; events of one place in the order of their dates."""
    dated = {
        head: ordering.rank(group.event.when, group.event.time)
        for head, group in groups.items()
        if group.event.date_edtf
    }
    if not dated:
        return {}
    place_of = order.of(review).places
    places = [place_of.get(entry_id, 0) for entry_id in ids]
    before: dict[int, list[int]] = {}
    for head, rank in sorted(dated.items(), key=lambda each: (each[1], -each[0])):
        # The first of all entries that would stand behind it; those that are wanted are looked through in memory.
        behind = review.read.value(_BEHIND, (rank,))
        place = len(ids) if behind is None else bisect_left(places, place_of.get(behind, len(place_of)))
        before.setdefault(place, []).append(head)
    return before
