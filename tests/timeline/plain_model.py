"""A plain model of the timeline in memory, to which what the program does is held."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from hypothesis import strategies as st

from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.entries import sort_key
from dhr_desktop.domain.events import Differs

WORDS = ("bruise", "lantern", "café", "24/7")
AGENCIES = ("Aldermarsh Surgery", "Ravenshire Constabulary", "Marshland Homes")
MANY = 1 << 30

words = st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join)
days = st.sampled_from(["2016-04-05", "2016-04", "2015", "XXXX", "2016-04-05?"])
picks = st.integers(min_value=0, max_value=1_000)
several = st.lists(picks, min_size=1, max_size=4)
DATED = "2016-04-05"
"""The day that `tests.store.made` gives what it imports."""


@dataclass
class Account:
    """An entry of the model."""

    text: str
    day: str = DATED
    agency: int = 0
    event: int | None = None
    significance: int = 0
    distressing: bool = False
    submission: int | None = None
    place: int = 0
    themes: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Decided:
    """A decision of the model: about which event, which may be gone, and the entries that it weighed."""

    event: int
    kind: Differs
    weighed: frozenset[int]


@dataclass
class State:
    """A whole timeline as the model knows it."""

    entries: dict[int, Account] = field(default_factory=dict)
    events: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Headline and note."""
    apart: set[frozenset[int]] = field(default_factory=set)
    themes: set[int] = field(default_factory=set)
    agencies: set[int] = field(default_factory=set)
    submissions: dict[int, int] = field(default_factory=dict)
    """The agency of each."""
    questions: dict[int, tuple[int, int]] = field(default_factory=dict)
    """The entry and the event it is about."""
    decisions: dict[int, Decided] = field(default_factory=dict)
    asked: int = 0
    """The agency that every question is put to."""

    def members(self, event: int | None) -> list[int]:
        """The entries of an event in the order of the timeline."""
        return [one for one in self.order() if event is not None and self.entries[one].event == event]

    def dissolve(self, event: int) -> None:
        members = self.members(event)
        asked = next((one for one in members if self.entries[one].agency == self.asked), members[0] if members else 0)
        self.questions = {
            q: (about or asked, 0) if of == event else (about, of) for q, (about, of) in self.questions.items()
        }
        for one in members:
            self.entries[one].event = None
        del self.events[event]

    def leave(self, ids: Collection[int]) -> None:
        for one in ids:
            self.entries[one].event = None
        for event in sorted(self.events):
            if len(self.members(event)) < 2:
                self.dissolve(event)

    def remove_entry(self, one: int) -> None:
        self.leave([one])
        del self.entries[one]
        self.apart = {pair for pair in self.apart if one not in pair}
        self.questions = {q: (0 if about == one else about, of) for q, (about, of) in self.questions.items()}

    def group(self, ids: list[int], new: int) -> int:
        """Merge into the oldest event of these entries, or into `new`; returns which it was."""
        kept, *merged = sorted({self.entries[one].event for one in ids} - {None}) or [new]
        self.events.setdefault(kept, ("", ""))
        for one in ids:
            if self.entries[one].event is None:
                self.entries[one].event = kept
        self.merge(kept, merged)
        return kept

    def merge(self, kept: int, merged: list[int]) -> None:
        for event in merged:
            headline, note = self.events[kept]
            other, more = self.events.pop(event)
            lines = dict.fromkeys((note, more, other if headline and other != headline else ""))
            self.events[kept] = headline or other, "\n".join(line for line in lines if line)
            for one in self.members(event):
                self.entries[one].event = kept
            self.questions = {q: (about, kept if of == event else of) for q, (about, of) in self.questions.items()}
            self.decisions = {
                d: replace(one, event=kept) if one.event == event else one for d, one in self.decisions.items()
            }
        self.take_up(kept)
        together = set(self.members(kept))
        self.apart = {pair for pair in self.apart if not pair <= together}

    def take_up(self, event: int) -> None:
        """What was decided about an event that is gone comes to the one in which all it weighed stand together."""
        together = set(self.members(event))
        newest = {
            (one.event, one.kind): one for _, one in sorted(self.decisions.items()) if one.event not in self.events
        }
        back = {key for key, one in newest.items() if one.weighed and one.weighed <= together}
        self.decisions = {
            d: replace(one, event=event) if (one.event, one.kind) in back else one for d, one in self.decisions.items()
        }

    def part(self, ids: list[int]) -> None:
        """Take entries out of their events, and keep them apart from those that stay."""
        parting = {one for one in ids if self.entries[one].event is not None}
        for event in {self.entries[one].event for one in parting}:
            every = set(self.members(event))
            self.apart |= {frozenset({one, other}) for one in every & parting for other in every - parting}
        self.leave(parting)

    def order(self) -> list[int]:
        def key(one: int):
            account = self.entries[one]
            where = MANY if account.submission is None else account.submission
            return *sort_key(parse(account.day), ""), where, account.place, one

        return sorted(self.entries, key=key)


@dataclass
class Step:
    """A step that can be undone: the states around it, and the sitting it belongs to."""

    label: str
    before: State
    after: State
    sitting: object | None = None
