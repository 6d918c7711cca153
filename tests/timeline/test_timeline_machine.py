"""Whatever is done to the timeline in any order, undone, redone and reopened, it holds what a plain model predicts."""

from copy import deepcopy
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    precondition,
    rule,
    run_state_machine_as_test,
)

from dhr_desktop.domain.events import Decided as Outcome
from dhr_desktop.domain.events import Decision, Differs, Question
from dhr_desktop.domain.meaning import Mark, Significance, Theme
from dhr_desktop.store import agencies, decisions, entries, events, imports, questions, submissions, themes
from dhr_desktop.store.taking_back import CannotTakeBack
from dhr_desktop.timeline import edit, meaning, restoring, versions
from dhr_desktop.timeline import events as grouping
from tests.store.made import entry, imported
from tests.timeline.held_to_the_model import HeldToTheModel, any_entry, any_event
from tests.timeline.plain_model import AGENCIES, MANY, Account, Decided, State, days, picks, several, words


class TimelineMachine(HeldToTheModel):
    """What a chair can do."""

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
        state.decisions = {d: replace(one, event=names.get(one.event, one.event)) for d, one in state.decisions.items()}
        state.questions = {q: (about, names.get(of, of)) for q, (about, of) in state.questions.items()}

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
            accounts = dict.fromkeys(state.members(event), "said")
            made = decisions.add(
                self.review,
                Decision(0, event, kind, Outcome.SETTLED, "So it was.", "Seen by two.", accounts, "2026-11-26"),
            )
        state.decisions[made.id] = Decided(event, kind, frozenset(accounts))
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
