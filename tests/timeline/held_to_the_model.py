"""A review beside its plain model: what it is begun with, what the model is told, and what must always be so."""

import tempfile
from copy import deepcopy
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
)

from dhr_desktop.domain.meaning import Theme
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, decisions, entries, events, questions, submissions, themes
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import versions
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, entry
from tests.timeline.plain_model import AGENCIES, WORDS, Account, Decided, State, Step, words

any_entry = precondition(lambda self: self.state.entries)
any_event = precondition(lambda self: self.state.events)


class HeldToTheModel(RuleBasedStateMachine):
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
        self.review = copied.review(self.library, ReviewFacts("Adult A"))
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
        kept = {
            made.id: Decided(made.event_id, made.kind, frozenset(made.accounts)) for made in decisions.listing(review)
        }
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
