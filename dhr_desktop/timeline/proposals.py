"""What of the suggestions there is still to ask, given what is grouped already and what the chair keeps apart."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from dhr_desktop.timeline.same_event.reasons import Reason
from dhr_desktop.timeline.same_event.suggesting import Suggestion

_SHOWN_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggestion that is still to be decided. `into` are the events some of its entries belong to already."""

    entry_ids: tuple[int, ...]
    score: float
    reasons: tuple[Reason, ...]
    into: tuple[int, ...] = ()
    grouped: frozenset[int] = frozenset()
    """Those of its entries that belong to an event already."""

    @property
    def merges(self) -> bool:
        """Whether accepting it would make one event of several there are."""
        return len(self.into) > 1


def still_to_ask(
    found: Iterable[Suggestion], members: Mapping[int, Collection[int]], apart: Collection[frozenset[int]]
) -> list[Proposal]:
    """The suggestions that ask something, in their order. `members` are the entries of each event.

    Nothing is asked where all entries are in one event, nor where two that would come together are kept apart.
    """
    event_of = {entry_id: event_id for event_id, ids in members.items() for entry_id in ids}
    concerned = {entry_id for pair in apart for entry_id in pair} | event_of.keys()  # most suggestions hold none

    def asks(one: Suggestion) -> bool:
        if concerned.isdisjoint(one.entry_ids):
            return True
        return _asks(one, event_of) and not _apart(one, event_of, members, apart)

    return [_proposal(one, event_of) for one in found if asks(one)]


def at_or_above(proposals: Iterable[Proposal], score: float) -> list[Proposal]:
    """Those of at least this score, without those that would make one of events the chair has made: each is asked."""
    return [one for one in proposals if reaches(one, score) and not one.merges]


def reaches(proposal: Proposal, score: float) -> bool:
    """Whether its score, rounded as it is shown, is at least this: what is shown as 0.90 is at or above 0.90."""
    return round(proposal.score, _SHOWN_DIGITS) >= score


def _proposal(one: Suggestion, event_of: Mapping[int, int]) -> Proposal:
    grouped = frozenset(entry_id for entry_id in one.entry_ids if entry_id in event_of)
    into = tuple(sorted({event_of[entry_id] for entry_id in grouped}))
    return Proposal(one.entry_ids, one.score, one.reasons, into, grouped)


def _asks(one: Suggestion, event_of: Mapping[int, int]) -> bool:
    events = {event_of.get(entry_id) for entry_id in one.entry_ids}
    return len(events) > 1 or events == {None}


def _apart(
    one: Suggestion,
    event_of: Mapping[int, int],
    members: Mapping[int, Collection[int]],
    apart: Collection[frozenset[int]],
) -> bool:
    """Whether any two that are kept apart would come into one event."""
    parts: dict[int, set[int]] = {}
    for entry_id in one.entry_ids:
        event_id = event_of.get(entry_id)
        if event_id is None:
            parts[-entry_id] = {entry_id}
        else:
            parts.setdefault(event_id, set(members[event_id]))
    sides: Sequence[set[int]] = list(parts.values())
    return any(frozenset(pair) in apart for these, those in combinations(sides, 2) for pair in product(these, those))
