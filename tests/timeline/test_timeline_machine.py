"""Whatever is done to the timeline in any order, undone, redone and reopened, it holds what a plain model predicts."""

import tempfile
from collections.abc import Collection
from copy import deepcopy
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.entries import sort_key
from dhr_desktop.domain.events import Decided, Decision, Differs, Question
from dhr_desktop.domain.meaning import Mark, Significance, Theme
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, decisions, entries, events, imports, questions, submissions, themes
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.store.taking_back import CannotTakeBack
from dhr_desktop.timeline import edit, meaning, restoring, versions
from dhr_desktop.timeline import events as grouping
from tests.store.made import CHEAP, PASSPHRASE, entry, imported

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
    decisions: dict[int, int] = field(default_factory=dict)
    """The event of each."""
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
        self.decisions = {d: of for d, of in self.decisions.items() if of != event}

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
            self.decisions = {d: kept if of == event else of for d, of in self.decisions.items()}
        together = set(self.members(kept))
        self.apart = {pair for pair in self.apart if not pair <= together}

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


class TimelineMachine(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.library = Library.create(Path(self.place.name) / "library", PASSPHRASE, CHEAP)
        self.review: Review | None = None
        self.state = State()
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.after: dict[int, State] = {}
        self.lost: dict[int, tuple[set[frozenset[int]], set[int]]] = {}
        self.brought: dict[int, tuple[dict[int, Account], int]] = {}
        self.number = 0
        self.sitting = object()

    @initialize(texts=st.lists(words, min_size=4, max_size=6))
    def begin(self, texts):
        self.review = self.library.create_review(ReviewFacts("Adult A"))
        with self.review.journal.step("Begin"):
            first = agencies.add(self.review, AGENCIES[0]).id
            made = [themes.add(self.review, Theme(0, name)).id for name in ("Control", "Escalation")]
            new = entries.add_many(self.review, [entry(first, text=text) for text in texts])
        accounts = {one: Account(text, agency=first) for one, text in zip(new, texts, strict=True)}
        self.state = State(accounts, themes=set(made), agencies={first}, asked=first)
        self.after[1] = deepcopy(self.state)

    def teardown(self):
        broken = self.review.journal.first_broken_step() if self.review else None
        self.library.close()
        self.place.cleanup()
        assert broken is None

    # What the model is told.

    def last_step(self):
        return self.review.journal.steps(1)[0]

    def goes_to(self, state: State, *, sitting: object | None = None) -> None:
        """Move to the state that a command should have made: one step, or none where it changes nothing."""
        last = self.last_step()
        if state == self.state:
            assert last.id == max(self.after), f"a step of nothing: {last.label}"
            return
        assert last.id == max(self.after) + 1
        assert last.kind in ("do", "take back")
        self.done.append(Step(last.label, self.state, deepcopy(state), sitting))
        self.undone.clear()
        self.stands(state)

    def stands(self, state: State) -> None:
        for one in self.state.entries.keys() - state.entries.keys():
            pairs = {pair for pair in self.state.apart if one in pair}
            asked = {q for q, (about, _) in self.state.questions.items() if about == one}
            self.lost[one] = pairs, asked
        self.state = deepcopy(state)
        self.after[self.last_step().id] = deepcopy(state)

    def one(self, pick: int) -> int:
        return sorted(self.state.entries)[pick % len(self.state.entries)]

    def some(self, chosen: list[int]) -> list[int]:
        return list(dict.fromkeys(self.one(pick) for pick in chosen)) if self.state.entries else []

    def event(self, pick: int) -> int:
        return sorted(self.state.events)[pick % len(self.state.events)]

    any_entry = precondition(lambda self: self.state.entries)
    any_event = precondition(lambda self: self.state.events)

    # Entries.

    @any_entry
    @rule(pick=picks, text=words, day=days, what=st.sampled_from(["text", "day", "agency"]), typing=st.booleans())
    def edit(self, pick, text, day, what, typing):
        one, state = self.one(pick), deepcopy(self.state)
        account = state.entries[one]
        if what == "text":
            account.text = text
        elif what == "day":
            account.day = day
        else:
            account.agency = sorted(state.agencies)[pick % len(state.agencies)]
        before = entries.get(self.review, one)
        after = replace(before, text=account.text, date_edtf=account.day, agency_id=account.agency)
        sitting = self.sitting if typing else None
        edit.change_entry(self.review, after, before, sitting=sitting)
        self.goes_to(state, sitting=sitting)

    @rule()
    def sit_down_anew(self):
        self.sitting = object()

    @rule(text=words, day=days, name=st.sampled_from(AGENCIES))
    def add(self, text, day, name):
        new = edit.add_entry(self.review, name, entry(0, day, f"Visit. {text}"))
        state = deepcopy(self.state)
        agency = agencies.find(self.review, name).id
        state.agencies.add(agency)
        state.entries[new] = Account(f"Visit. {text}", day, agency)
        self.goes_to(state)

    @any_entry
    @rule(pick=picks)
    def remove(self, pick):
        one, state = self.one(pick), deepcopy(self.state)
        state.remove_entry(one)
        edit.remove_entry(self.review, one)
        self.goes_to(state)

    @any_entry
    @rule(chosen=several, significance=st.sampled_from(Significance))
    def judge(self, chosen, significance):
        ids, state = self.some(chosen), deepcopy(self.state)
        for one in ids:
            state.entries[one].significance = int(significance)
        meaning.judge(self.review, ids, significance)
        self.goes_to(state)

    @any_entry
    @rule(chosen=several, on=st.booleans())
    def mark(self, chosen, on):
        ids, state = self.some(chosen), deepcopy(self.state)
        for one in ids:
            state.entries[one].distressing = on
        meaning.mark(self.review, ids, Mark.DISTRESSING, on=on)
        self.goes_to(state)

    @precondition(lambda self: self.state.themes)
    @rule(chosen=several, pick=picks, on=st.booleans())
    def give_theme(self, chosen, pick, on):
        ids, state = self.some(chosen), deepcopy(self.state)
        theme = sorted(state.themes)[pick % len(state.themes)]
        for one in ids:
            account = state.entries[one]
            account.themes = account.themes | {theme} if on else account.themes - {theme}
        meaning.give_theme(self.review, ids, Theme(theme, "A theme"), on=on)
        self.goes_to(state)

    @precondition(lambda self: self.state.themes)
    @rule(pick=picks)
    def remove_theme(self, pick):
        state = deepcopy(self.state)
        theme = sorted(state.themes)[pick % len(state.themes)]
        state.themes.discard(theme)
        for account in state.entries.values():
            account.themes -= {theme}
        with self.review.journal.step("Remove a theme"):
            themes.remove(self.review, theme)
        self.goes_to(state)

    # Events.

    @any_entry
    @rule(chosen=several)
    def group(self, chosen):
        ids, state = self.some(chosen), deepcopy(self.state)
        if len(ids) < 2:
            with pytest.raises(grouping.NotAnEvent):
                grouping.group(self.review, ids)
        elif None not in (held := {state.entries[one].event for one in ids}) and len(held) == 1:
            grouping.group(self.review, ids)  # they are one event already
        else:
            state.group(ids, grouping.group(self.review, ids))
        self.goes_to(state)

    @any_entry
    @rule(groups=st.lists(several, min_size=1, max_size=3))
    def group_all(self, groups):
        chosen, state = [self.some(each) for each in groups], deepcopy(self.state)
        wanted = [ids for ids in chosen if len(ids) > 1]
        known = set(state.events)
        number = grouping.group_all(self.review, chosen)
        made = {state.group(ids, MANY + place) for place, ids in enumerate(wanted)}
        assert number == len(made & state.events.keys())
        new = sorted({account.event for account in self.found().values()} - known - {None})
        self.name_events(state, dict(zip(sorted(state.events.keys() - known), new, strict=True)))
        self.goes_to(state)

    def name_events(self, state: State, names: dict[int, int]) -> None:
        """Give the events made in one step the ids that the store gave them, which come in the same order."""
        state.events = {names.get(event, event): said for event, said in state.events.items()}
        for account in state.entries.values():
            account.event = names.get(account.event, account.event)

    @any_entry
    @rule(chosen=several)
    def split(self, chosen):
        ids, state = self.some(chosen), deepcopy(self.state)
        state.part(ids)
        grouping.split(self.review, ids)
        self.goes_to(state)

    @any_event
    @rule(chosen=several)
    def split_off(self, chosen):
        ids, state = self.some(chosen), deepcopy(self.state)
        if len(ids) < 2:
            with pytest.raises(grouping.NotAnEvent):
                grouping.split_off(self.review, ids)
            return
        state.part(ids)
        state.group(ids, grouping.split_off(self.review, ids))
        self.goes_to(state)

    @any_event
    @rule(first=picks, second=picks)
    def merge(self, first, second):
        ids, state = sorted({self.event(first), self.event(second)}), deepcopy(self.state)
        if len(ids) > 1:
            state.merge(ids[0], ids[1:])
            assert grouping.merge(self.review, ids) == ids[0]
            self.goes_to(state)

    @precondition(lambda self: self.state.apart)
    @rule(pick=picks)
    def ask_again(self, pick):
        state = deepcopy(self.state)
        pair = sorted(state.apart, key=sorted)[pick % len(state.apart)]
        state.apart.discard(pair)
        grouping.ask_again(self.review, [pair])
        self.goes_to(state)

    @any_event
    @rule(pick=picks)
    def dissolve(self, pick):
        event, state = self.event(pick), deepcopy(self.state)
        state.dissolve(event)
        grouping.dissolve(self.review, event)
        self.goes_to(state)

    @any_event
    @rule(pick=picks, headline=words, note=words)
    def word_event(self, pick, headline, note):
        event, state = self.event(pick), deepcopy(self.state)
        state.events[event] = headline, note
        grouping.change_event(self.review, replace(events.get(self.review, event), headline=headline, note=note))
        self.goes_to(state)

    @any_entry
    @rule(chosen=several)
    def reject(self, chosen):
        ids, state = self.some(chosen), deepcopy(self.state)
        several = len({state.entries[one].agency for one in ids}) > 1
        for one, other in combinations(ids, 2):
            here, there = state.entries[one], state.entries[other]
            if (here.event is None or here.event != there.event) and not (several and here.agency == there.agency):
                state.apart.add(frozenset({one, other}))
        grouping.reject(self.review, ids)
        self.goes_to(state)

    # Questions and decisions.

    @any_entry
    @rule(pick=picks, of_event=st.booleans())
    def ask(self, pick, of_event):
        state = deepcopy(self.state)
        about = 0 if of_event and state.events else self.one(pick)
        event = self.event(pick) if not about else 0
        with self.review.journal.step("Ask"):
            new = questions.add(self.review, Question(0, state.asked, "Who attended?", entry_id=about, event_id=event))
        state.questions[new.id] = about, event
        self.goes_to(state)

    @any_event
    @rule(pick=picks, kind=st.sampled_from(Differs))
    def decide(self, pick, kind):
        event, state = self.event(pick), deepcopy(self.state)
        with self.review.journal.step("Decide"):
            made = decisions.add(
                self.review, Decision(0, event, kind, Decided.SETTLED, "So it was.", "Seen by two.", {}, "2026-11-26")
            )
        state.decisions[made.id] = event
        self.goes_to(state)

    # Imports.

    @rule(texts=st.lists(words, min_size=1, max_size=3), name=st.sampled_from(AGENCIES))
    def bring_in(self, texts, name):
        self.number += 1
        state = deepcopy(self.state)
        imported(self.review, texts, name, f"file {self.number}".encode())
        agency, submission = agencies.find(self.review, name).id, submissions.listing(self.review)[-1].id
        new = sorted(each.id for each in entries.iterate(self.review) if each.submission_id == submission)
        accounts = {
            one: Account(text, agency=agency, submission=submission, place=place)
            for place, (one, text) in enumerate(zip(new, texts, strict=True))
        }
        self.brought[submission] = deepcopy(accounts), 0 if agency in state.agencies else agency
        state.agencies.add(agency)
        state.submissions[submission] = agency
        state.entries |= accounts
        self.goes_to(state)

    @precondition(lambda self: self.state.submissions)
    @rule(pick=picks)
    def take_back(self, pick):
        state = deepcopy(self.state)
        submission = sorted(state.submissions)[pick % len(state.submissions)]
        as_brought, agency = self.brought[submission]
        held = {about for about, _ in state.questions.values()}
        there = {one for one, account in state.entries.items() if account.submission == submission}
        untouched = {one for one in there if one not in held and state.entries[one] == as_brought.get(one)}
        if there and not untouched:
            with pytest.raises(CannotTakeBack):
                imports.take_back(self.review, submission)
            return
        imports.take_back(self.review, submission)
        for one in untouched:
            state.remove_entry(one)
        if there == untouched:
            del state.submissions[submission]
            used = {account.agency for account in state.entries.values()} | set(state.submissions.values())
            if agency and agency not in used:
                state.agencies.discard(agency)
        self.goes_to(state)

    # Undo, redo, restoring, and closing.

    @precondition(lambda self: self.done)
    @rule()
    def undo(self):
        step = self.done.pop()
        steps = [step]
        while step.sitting and self.done and self.done[-1].sitting is step.sitting:
            steps.append(self.done.pop())
        assert self.review.journal.undo().label == steps[-1].label
        self.turned(steps, lambda each: each.before)
        self.undone += steps

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        step = self.undone.pop()
        steps = [step]
        while step.sitting and self.undone and self.undone[-1].sitting is step.sitting:
            steps.append(self.undone.pop())
        assert self.review.journal.redo().label == steps[-1].label
        self.turned(steps, lambda each: each.after)
        self.done += steps

    def turned(self, steps, state_of) -> None:
        """Each of them is a step of the trail, and the last of them is what stands."""
        last = self.last_step().id
        for step_id, step in zip(range(last - len(steps) + 1, last + 1), steps, strict=True):
            self.after[step_id] = deepcopy(state_of(step))
        self.stands(state_of(steps[-1]))

    @rule(pick=picks, which=picks)
    def restore(self, pick, which):
        every = sorted({one for state in self.after.values() for one in state.entries})
        one = every[pick % len(every)]
        told = versions.of_entry(self.review, one)
        for version in told:
            assert self.account_of(version.after) == self.known(self.after[version.step_id], one)
        version, state = told[which % len(told)], deepcopy(self.state)
        then = deepcopy(self.after[version.step_id].entries.get(one))
        now = state.entries.get(one)
        lost_its_file = (
            then is not None
            and now is None
            and then.submission is not None
            and then.submission not in state.submissions
        )
        if then is None or then.agency not in state.agencies or lost_its_file:
            with pytest.raises(restoring.CannotRestore):
                restoring.restore(self.review, one, version.step_id)
            return
        then.themes &= state.themes
        if now is not None:
            then.event = now.event
        elif then.event not in state.events:
            then.event = None
        state.entries[one] = then
        if now is None:
            self.point_again(state, one)
        restoring.restore(self.review, one, version.step_id)
        self.goes_to(state)

    def lost_its_file(self, state: State, then: Account, now: Account | None) -> bool:
        return now is None and then.submission is not None and then.submission not in state.submissions

    def point_again(self, state: State, one: int) -> None:
        pairs, asked = self.lost[one]
        for pair in pairs:
            (other,) = pair - {one}
            with_it = state.entries.get(other)
            if with_it and not (with_it.event is not None and with_it.event == state.entries[one].event):
                state.apart.add(pair)
        for question in asked & state.questions.keys():
            about, of = state.questions[question]
            state.questions[question] = about or one, of

    @rule()
    def reopen(self):
        self.review.close()
        self.review = self.library.open_review(self.review.id)
        for step in (*self.done, *self.undone):
            step.sitting = None  # what was typed in one go is undone together only while the review stays open
        assert self.review.journal.first_broken_step() is None

    # What must be so.

    def found(self) -> dict[int, Account]:
        given = themes.of_entries(self.review, entries.ordered_ids(self.review))
        return {
            each.id: Account(
                each.text,
                each.date_edtf,
                each.agency_id,
                each.event_id,
                int(each.significance),
                each.distressing,
                each.submission_id,
                each.source_order,
                given.get(each.id, frozenset()),
            )
            for each in entries.iterate(self.review)
        }

    def account_of(self, standing: versions.Standing | None):
        if standing is None:
            return None
        each = standing.entry
        return each.text, each.date_edtf, each.agency_id, each.event_id, int(each.significance), standing.themes

    def known(self, state: State, one: int):
        account = state.entries.get(one)
        if account is None:
            return None
        return account.text, account.day, account.agency, account.event, account.significance, account.themes

    @invariant()
    def holds_what_the_model_holds(self):
        review, state = self.review, self.state
        assert self.found() == state.entries
        assert entries.ordered_ids(review) == state.order()
        assert {each.id: (each.headline, each.note) for each in events.listing(review)} == state.events
        assert events.kept_apart(review) == state.apart
        assert {each.id for each in themes.listing(review)} == state.themes
        assert {each.id for each in agencies.listing(review)} == state.agencies
        assert {each.id: each.agency_id for each in submissions.listing(review)} == state.submissions
        assert {each.id: (each.entry_id, each.event_id) for each in questions.listing(review)} == state.questions
        kept = {made.id: event for event in state.events for made in decisions.of_event(review, event)}
        assert kept == state.decisions

    @invariant()
    def every_event_has_two_entries_at_least_and_no_pair_of_it_is_kept_apart(self):
        members = events.members(self.review)
        assert members.keys() == self.state.events.keys()
        assert all(len(ids) > 1 for ids in members.values())

    @invariant()
    def nothing_points_at_what_is_gone(self):
        assert self.review.read.rows("PRAGMA foreign_key_check") == []

    @invariant()
    def the_index_of_words_agrees_with_the_texts(self):
        for word in WORDS:
            found = set(entries.ordered_ids(self.review, EntryFilter(text=f"{word} ")))
            assert found == {one for one, account in self.state.entries.items() if word in account.text.split()}

    @invariant()
    def undo_and_redo_are_offered_as_they_stand(self):
        status = self.review.journal.status()
        assert status.undo == (self.done[-1].label if self.done else "Begin")
        assert status.redo == (self.undone[-1].label if self.undone else None)


def settings_of(examples: int, steps: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


def test_the_timeline_agrees_with_a_plain_model():
    run_state_machine_as_test(TimelineMachine, settings=settings_of(25, 25))


@pytest.mark.slow
def test_the_timeline_agrees_with_a_plain_model_for_long():
    run_state_machine_as_test(TimelineMachine, settings=settings_of(250, 60))
