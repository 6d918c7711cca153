"""Whatever is done, undone, redone and taken back in any order, the review holds what a plain model says it should."""

import tempfile
from dataclasses import dataclass, field, replace
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

from dhr_desktop.base.errors import Cancelled
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.store.taking_back import CannotTakeBack
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, entry

WORDS = ("bruise", "lantern", "café", "24/7")
FIELDS = ("text", "comment", "day")
Row = dict[str, str]

words = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
days = st.sampled_from(["2016-04-05", "2016-04", "2015", "XXXX", "2016-04-05?"])
rows = st.fixed_dictionaries({"text": words, "comment": words, "day": days})
picks = st.integers(min_value=0, max_value=1_000)
operations = st.lists(
    st.one_of(
        st.tuples(st.just("add"), rows),
        st.tuples(st.just("edit"), picks, st.sampled_from(FIELDS), words, days),
        st.tuples(st.just("edit twice"), picks, st.sampled_from(FIELDS), words, days),
        st.tuples(st.just("remove"), picks),
    ),
    min_size=1,
    max_size=6,
)


@dataclass
class Touch:
    """What a step did to a row on the whole, and by which fields; all of them when it came or went."""

    before: Row | None
    after: Row | None
    fields: frozenset[str] = frozenset()


@dataclass
class Done:
    """A step of the model."""

    label: str
    touched: dict[int, Touch] = field(default_factory=dict)
    of: "Done | None" = None
    id: int = 0


class JournalMachine(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.library = Library.create(Path(self.place.name) / "library", PASSPHRASE, CHEAP)
        self.review: Review | None = None
        self.model: dict[int, Row] = {}
        self.done: list[Done] = []
        self.undone: list[Done] = []
        self.number = 0

    @initialize(first=st.lists(rows, min_size=3, max_size=5))
    def begin(self, first):
        self.review = copied.review(self.library, ReviewFacts("Adult A"))
        with self.review.journal.step("Add agency"):
            self.agency = agencies.add(self.review, "Aldermarsh Surgery").id
        self.done.append(Done("Add agency", id=1))
        self.take_a_step([("add", row) for row in first], stopped=False)

    def teardown(self):
        broken = self.review.journal.first_broken_step() if self.review else None
        self.library.close()
        self.place.cleanup()
        assert broken is None

    def entry(self, row: Row, row_id: int = 0):
        made = entry(self.agency, row["day"], row["text"], comment=row["comment"])
        return replace(made, id=row_id)

    def touch(self, done: Done, row_id: int, after: Row | None, fields: frozenset[str] = frozenset(FIELDS)):
        before = self.model.get(row_id)
        touch = done.touched.setdefault(row_id, Touch(before, after))
        touch.after = after
        touch.fields |= fields
        if after is None:
            self.model.pop(row_id, None)
        else:
            self.model[row_id] = after

    def perform(self, done: Done, operation) -> None:
        name, *values = operation
        if name == "add":
            (new,) = entries.add_many(self.review, [self.entry(values[0])])
            self.touch(done, new, dict(values[0]))
            return
        if not self.model:
            return
        row_id = sorted(self.model)[values[0] % len(self.model)]
        if name == "remove":
            entries.remove(self.review, row_id)
            self.touch(done, row_id, None)
            return
        _, field_name, text, day = values
        value = day if field_name == "day" else text
        for new in ([value + " again" if field_name != "day" else "2014"] if name == "edit twice" else []) + [value]:
            if self.model[row_id][field_name] != new:
                row = {**self.model[row_id], field_name: new}
                entries.change(self.review, self.entry(row, row_id))
                self.touch(done, row_id, row, frozenset({field_name}))

    @rule(operations=operations, stopped=st.integers(0, 9).map(lambda turn: turn == 9))
    def do(self, operations, stopped):
        self.take_a_step(operations, stopped=stopped)

    def take_a_step(self, operations, *, stopped: bool) -> None:
        self.number += 1
        done, before = Done(f"Step {self.number}"), dict(self.model)
        try:
            with self.review.journal.step(done.label) as step:
                for operation in operations:
                    self.perform(done, operation)
                if stopped:
                    raise Cancelled  # noqa: TRY301 - what a cancelled step does
        except Cancelled:
            self.model = before
            return
        if done.touched:
            done.id = step.id
            self.done.append(done)
            self.undone.clear()

    @rule(pick=picks, field_name=st.sampled_from(FIELDS), text=words, day=days)
    def edit_one(self, pick, field_name, text, day):
        self.take_a_step([("edit", pick, field_name, text, day)], stopped=False)

    @precondition(lambda self: len(self.done) > 1)  # the agency stays, for every entry needs it
    @rule()
    def undo(self):
        change = self.review.journal.undo()
        done = self.done.pop()
        assert change.label == done.label
        self.undone.append(done)
        for row_id, touch in done.touched.items():
            self.put(row_id, touch.before)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        change = self.review.journal.redo()
        done = self.undone.pop()
        assert change.label == done.label
        self.done.append(done)
        for row_id, touch in done.touched.items():
            self.put(row_id, touch.after)

    def put(self, row_id: int, row: Row | None) -> None:
        if row is None:
            self.model.pop(row_id, None)
        else:
            self.model[row_id] = row

    @precondition(lambda self: len(self.done) > 1)
    @rule(pick=picks)
    def take_back(self, pick):
        target = self.done[1 + pick % (len(self.done) - 1)]
        free, kept = [], 0
        for row_id, touch in target.touched.items():
            now = self.model.get(row_id)
            if (touch.after is not None and now is None) or (touch.before is None and touch.after is None):
                continue
            if touch.after is not None and any(now[name] != touch.after[name] for name in touch.fields):
                kept += 1
            else:
                free.append((row_id, touch, now))
        if not free or any(done.of is target for done in self.done):
            with pytest.raises(CannotTakeBack):
                self.review.journal.take_back(target.id)
            return
        taken = self.review.journal.take_back(target.id)
        assert taken.kept == kept
        done = Done(f"Take back {target.label[:1].lower()}{target.label[1:]}", of=target, id=taken.change.step_id)
        for row_id, touch, now in free:
            back = touch.before
            if touch.before is not None and touch.after is not None:
                back = {**now, **{name: touch.before[name] for name in touch.fields}}
            self.touch(done, row_id, back, touch.fields)
        self.done.append(done)
        self.undone.clear()

    @precondition(lambda self: not self.undone)
    @rule()
    def redo_nothing(self):
        assert self.review.journal.redo() is None

    @rule()
    def reopen(self):
        self.review.close()
        self.review = self.library.open_review(self.review.id)

    @invariant()
    def holds_what_the_model_holds(self):
        found = {
            each.id: {"text": each.text, "comment": each.comment, "day": each.date_edtf}
            for each in entries.iterate(self.review)
        }
        assert found == self.model
        status = self.review.journal.status()
        assert status.undo == self.done[-1].label
        assert status.redo == (self.undone[-1].label if self.undone else None)

    @invariant()
    def finds_what_the_model_finds(self):
        for word in WORDS:
            found = set(entries.ordered_ids(self.review, EntryFilter(text=f"{word} ")))
            assert found == {
                row_id for row_id, row in self.model.items() if word in f"{row['text']} {row['comment']}".split()
            }


def test_the_journal_agrees_with_a_plain_model():
    run_state_machine_as_test(
        JournalMachine,
        settings=settings(
            max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        ),
    )


@pytest.mark.slow
def test_the_journal_agrees_with_a_plain_model_for_long():
    run_state_machine_as_test(
        JournalMachine,
        settings=settings(
            max_examples=250, stateful_step_count=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        ),
    )
