"""Where the accounts of events differ, and what the chair decides: settled with a reason, asked about, or reopened."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import ClassVar

from dhr_desktop.base import clock
from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.dates import EdtfDate
from dhr_desktop.domain.entries import Entry, sort_key
from dhr_desktop.domain.events import Decided, Decision, Differs, Event, Question
from dhr_desktop.domain.people import Person
from dhr_desktop.store import agencies, decisions, entries, events, facts, people, questions, trail
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.accounts_differ.asking import drafted
from dhr_desktop.timeline.accounts_differ.comparing import Comparer
from dhr_desktop.timeline.accounts_differ.found import Difference
from dhr_desktop.timeline.events import called, found, title

_AT_A_TIME = 200
_IN_WORDS = {
    Differs.DATE: "date",
    Differs.TIME: "time",
    Differs.PRESENT: "people present",
    Differs.INJURY: "injury",
    Differs.CHILD_SEEN: "child seen",
    Differs.OUTCOME: "outcome",
}


class Undecided(UserError):
    """A decision lacks what it needs to be understood later."""

    code: ClassVar[str] = "T040"


class NoDifference(UserError):
    """The accounts have come to agree before the decision reached them."""

    code: ClassVar[str] = "T041"


class State(StrEnum):
    """How a disagreement stands."""

    OPEN = "open"
    CHANGED = "changed"
    """Settled once, but the accounts have changed since."""
    ASKED = "asked"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One difference between the accounts of an event and how it stands.

    `members` are the event's entries in the order of the timeline. `difference` is None where a decision stands but the
    accounts no longer differ. `history` has every decision about it, the oldest first; `question` is the one that the
    newest asks. Of a `dissolved` event the members are the entries it was about, as far as they are still there.
    """

    event: Event
    kind: Differs
    state: State
    members: tuple[Entry, ...] = ()
    difference: Difference | None = None
    history: tuple[Decision, ...] = ()
    question: Question | None = None
    dissolved: bool = False
    """Whether its event is no more; what was settled is kept with the entries it was about."""

    @property
    def key(self) -> tuple[int, Differs]:
        """What it is known by, also when the accounts change."""
        return self.event.id, self.kind

    @property
    def decision(self) -> Decision | None:
        """The decision that stands, if any was made."""
        return self.history[-1] if self.history else None

    @property
    def title(self) -> str:
        """The event's headline, or the first words of its first account."""
        return title(self.event, self.members)

    @property
    def when(self) -> EdtfDate:
        """The day the chair chose for the event, or that of its first entry."""
        return self.event.when if self.event.date_edtf or not self.members else self.members[0].when

    @property
    def changed(self) -> bool:
        """Whether the accounts have changed since the decision."""
        return bool(self.decision and self.difference and self.decision.accounts != self.difference.accounts)


@dataclass(slots=True)
class Compared:
    """What was found before, so that only events that have changed are compared again. Used by one thread at a time."""

    by_whom: object = None
    of_event: dict[int, tuple[tuple[Entry, ...], list[Difference]]] = field(default_factory=dict)

    def differences(self, comparer: Comparer, event_id: int, members: tuple[Entry, ...]) -> list[Difference]:
        """In what the entries of an event differ."""
        before = self.of_event.get(event_id)
        if before is not None and before[0] == members:
            return before[1]
        differing = comparer.compare(event_id, members)
        self.of_event[event_id] = (members, differing)
        return differing


def undone(review: Review) -> Decision | None:
    """The settlement that the newest step of the review has taken back, so that its reason need not be typed again.

    None where the newest step was anything else.
    """
    found = decisions.undone(review)
    return found if found is not None and found.outcome is Decided.SETTLED else None


def listing(review: Review, progress: Progress = UNWATCHED, compared: Compared | None = None) -> list[Disagreement]:
    """All disagreements of the review, decided or not, in the order of the timeline."""
    compared = compared if compared is not None else Compared()
    register, names = people.listing(review), _agency_names(review)
    if compared.by_whom != (register, names):
        compared.by_whom, compared.of_event = (register, names), {}
    comparer = Comparer(register, names)
    decided = _Decided.of(review)
    members, all_events = events.members(review), {event.id: event for event in events.listing(review)}
    listed: list[Disagreement] = []
    ids = [event_id for event_id in members if event_id in all_events]
    for start in range(0, len(ids), _AT_A_TIME):
        progress.step(start, len(ids), "Comparing the accounts of events")
        some = ids[start : start + _AT_A_TIME]
        read = {one.id: one for one in entries.page(review, [each for event_id in some for each in members[event_id]])}
        for event_id in some:
            own = tuple(read[each] for each in members[event_id] if each in read)
            listed += decided.listed(all_events[event_id], own, compared.differences(comparer, event_id, own))
    return [*listed, *_of_dissolved(review, decided)]


def _of_dissolved(review: Review, decided: "_Decided") -> list[Disagreement]:
    """What was settled about events that have been dissolved since."""
    gone = {one.event_id for one in decisions.of_dissolved(review)}
    if not gone:
        return []
    headlines = trail.last_words_of(review, "event", "headline", sorted(gone))
    found = []
    for (event_id, kind), history in decided.history.items():
        if event_id in gone and history[-1].outcome is Decided.SETTLED:
            own = tuple(entries.page(review, sorted(history[-1].accounts)))
            event = Event(event_id, headlines.get(event_id, ""))
            found.append(Disagreement(event, kind, State.SETTLED, own, history=history, dissolved=True))
    return sorted(found, key=lambda one: sort_key(one.when, ""))


def counted(listed: Sequence[Disagreement]) -> dict[State, int]:
    """How many there are of each state."""
    return {state: sum(one.state is state for one in listed) for state in State}


def settle(
    review: Review, event_id: int, kind: Differs, finding: str, reason: str, initiator: object | None = None
) -> None:
    """Decide what the review takes to be so, and why. The same decision on the same accounts leaves no step.

    Raises `EventGone`, `Undecided` without a finding or a reason, `NoDifference`.
    """
    event = found(review, event_id)
    finding, reason = finding.strip(), reason.strip()
    if not finding:
        raise Undecided("It is not said what the review takes to be so.", "Choose one of the accounts, or write it.")
    if not reason:
        raise Undecided("The reason is missing.", "Write why the review takes this to be so: others will ask.")
    difference = _differs_now(review, event, kind)
    before = decisions.standing(review).get((event_id, kind))
    decision = _signed(review, Decision(0, event_id, kind, Decided.SETTLED, finding, reason, difference.accounts, ""))
    if before and replace(decision, id=before.id, decided_at=before.decided_at, decided_by=before.decided_by) == before:
        return
    with review.journal.step(f"Settle the {_IN_WORDS[kind]} of {called(review, event)}", initiator):
        decisions.add(review, decision)


def ask(
    review: Review, event_id: int, kind: Differs, agency_id: int, words: str = "", initiator: object | None = None
) -> Question:
    """Turn a disagreement into a question to an agency, in `words` or as drafted.

    Raises `EventGone`, `NoDifference`, `store.agencies.AgencyGone`.
    """
    event = found(review, event_id)
    difference = _differs_now(review, event, kind)
    own = entries.page(review, events.members_of(review, event_id))
    agency = agencies.get(review, agency_id)
    words = words.strip() or drafted(difference, event, own, agency_id)
    with review.journal.step(f"Ask {agency.name} about the {_IN_WORDS[kind]} of {called(review, event)}", initiator):
        question = questions.add(review, Question(0, agency_id, words, event_id=event_id))
        asked = Decision(0, event_id, kind, Decided.ASKED, "", "", difference.accounts, "", question.id)
        decisions.add(review, _signed(review, asked))
    return question


def reopen(review: Review, event_id: int, kind: Differs, reason: str = "", initiator: object | None = None) -> None:
    """Take a decision back as an open matter, keeping it as history; what is open already leaves no step."""
    event = found(review, event_id)
    before = decisions.standing(review).get((event_id, kind))
    if before is None or before.outcome is Decided.REOPENED:
        return
    with review.journal.step(f"Reopen the {_IN_WORDS[kind]} of {called(review, event)}", initiator):
        reopened = Decision(0, event_id, kind, Decided.REOPENED, "", reason.strip(), before.accounts, "")
        decisions.add(review, _signed(review, reopened))


def _signed(review: Review, decision: Decision) -> Decision:
    """With when it was decided, and by whom: as the review has been told who the chair is."""
    return replace(decision, decided_at=clock.now(), decided_by=facts.get(review).chair)


def _differs_now(review: Review, event: Event, kind: Differs) -> Difference:
    own = entries.page(review, events.members_of(review, event.id))
    register: list[Person] = people.listing(review)
    for difference in Comparer(register, _agency_names(review)).compare(event.id, own):
        if difference.kind is kind:
            return difference
    raise NoDifference("The accounts no longer differ in this.", "Nothing is left to decide here.")


@dataclass(frozen=True, slots=True)
class _Decided:
    """What has been decided, by event and kind, and the questions there are, by their ids."""

    history: dict[tuple[int, Differs], tuple[Decision, ...]]
    questions: dict[int, Question]

    @classmethod
    def of(cls, review: Review) -> "_Decided":
        """All of a review."""
        history: dict[tuple[int, Differs], tuple[Decision, ...]] = {}
        for one in decisions.listing(review):
            key = one.event_id, one.kind
            history[key] = (*history.get(key, ()), one)
        return cls(history, {one.id: one for one in questions.listing(review)})

    def listed(self, event: Event, own: tuple[Entry, ...], differing: Sequence[Difference]) -> list[Disagreement]:
        """The disagreements of one event."""
        of_kind = {one.kind: one for one in differing}
        found = []
        for kind in Differs:
            difference, history = of_kind.get(kind), self.history.get((event.id, kind), ())
            decision = history[-1] if history else None
            question = self.questions.get(decision.question_id) if decision else None
            state = _state(difference, decision, question)
            if state is not None:
                found.append(Disagreement(event, kind, state, own, difference, history, question))
        return found


def _state(difference: Difference | None, decision: Decision | None, question: Question | None) -> State | None:
    """How it stands; None where there is nothing to show. A question that was taken back asks nothing any more."""
    outcome = decision.outcome if decision else Decided.REOPENED
    if outcome is Decided.ASKED and question is not None:
        return State.ASKED
    if outcome is Decided.SETTLED and decision is not None:
        same = difference is None or difference.accounts == decision.accounts
        return State.SETTLED if same else State.CHANGED
    return State.OPEN if difference is not None else None


def _agency_names(review: Review) -> dict[int, str]:
    return {agency.id: agency.name for agency in agencies.listing(review)}
