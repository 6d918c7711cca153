"""The order that is held stays the order that is read, whatever was added, moved, removed or undone in between."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dhr_desktop.domain.entries import Doubt, Entry
from dhr_desktop.domain.events import Event
from dhr_desktop.domain.meaning import Inclusion, Mark, Origin, Significance
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, events, order
from dhr_desktop.store.filters import ALL, EntryFilter
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, add, agency, entry

DAYS = ("2016-01-01", "2016-01-02", "2016", "2016-05", "XXXX")
CHANGES: dict[str, Callable[[int], dict[str, Any]]] = {
    "redate": lambda number: {"date_edtf": DAYS[number % len(DAYS)]},
    "reword": lambda number: {"text": f"Reworded {number}."},
    "agency": lambda number: {"agency_id": number % 2 + 1},
    "judge": lambda number: {"significance": Significance(number % 4)},
    "mark": lambda number: {tuple(Mark)[number % 4].value: number > 3},
    "include": lambda number: {tuple(Inclusion)[number % 3].value: number > 4},
    "doubt": lambda number: {"doubts": (Doubt("month-only", "date", "Only the month."),) if number % 2 else ()},
    "group": lambda number: {"event_id": 1 if number % 2 else None},
    "origin": lambda number: {"origin": tuple(Origin)[number % len(Origin)]},
}
"""What can be changed of an entry."""
deeds = st.lists(
    st.tuples(st.sampled_from([*CHANGES, "add", "remove", "all", "undo", "redo"]), st.integers(0, 9)),
    max_size=12,
)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    made = Library.create(tmp_path_factory.mktemp("order") / "library", PASSPHRASE, CHEAP)
    yield made
    made.close()


def do(review: Review, deed: str, number: int) -> None:
    ids = entries.ordered_ids(review)
    if deed == "redo":
        review.journal.redo()
    elif deed == "undo":
        if review.journal.status().undo != "Set up":
            review.journal.undo()
    elif deed == "add":
        add(review, *(entry(1, DAYS[(number + each) % len(DAYS)]) for each in range(number)))
    elif ids:
        one = entries.get(review, ids[number % len(ids)])
        with review.journal.step(deed):
            if deed == "remove":
                entries.remove(review, one.id)
            elif deed == "all":
                entries.say(review, ids, "significance", number % 4)
            else:
                entries.change(review, replace(one, **CHANGES[deed](number)))


def as_read(review: Review) -> list[int]:
    return [row for (row,) in review.read.rows("SELECT id FROM entry ORDER BY rank, nudge, place, id")]


PLAINLY: list[tuple[EntryFilter, Callable[[Entry], bool]]] = [
    (EntryFilter(agency_ids=frozenset({2})), lambda one: one.agency_id == 2),
    (EntryFilter(earliest="2016-01-02"), lambda one: one.date_edtf != "2016-01-01" and not one.when.is_unknown),
    (EntryFilter(latest="2016-01-01"), lambda one: one.date_edtf in ("2016-01-01", "2016")),
    (EntryFilter(doubtful_only=True), lambda one: bool(one.doubts)),
    (EntryFilter(grouped=True), lambda one: one.event_id is not None),
    (EntryFilter(significances=frozenset({Significance.UNREAD})), lambda one: not one.significance),
    (
        EntryFilter(marks=frozenset({Mark.MISSED, Mark.VOICE})),
        lambda one: one.missed_opportunity or one.voice_of_victim,
    ),
    (EntryFilter(included=frozenset({Inclusion.REPORT})), lambda one: one.in_report),
    (EntryFilter(origins=frozenset({Origin.FAMILY})), lambda one: one.origin is Origin.FAMILY),
]
"""Filters by what is held of each entry, and what they mean of an entry that has just been read."""


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds)
def test_the_order_held_is_the_order_read(library, done):
    review = copied.review(library, ReviewFacts("Adult A"))
    with review.journal.step("Set up"):
        for name in ("Police", "Surgery"):
            agencies.add(review, name)
        events.add(review, Event(0, "One night"))
    for deed, number in done:
        do(review, deed, number)
        assert entries.ordered_ids(review) == as_read(review)
        held = order.of(review)
        assert held.places == {entry_id: place for place, entry_id in enumerate(held.ids)}
        there = entries.page(review, held.ids)
        for wanted, plainly in PLAINLY:
            assert entries.ordered_ids(review, wanted) == [one.id for one in there if plainly(one)], wanted
    review.close()


def test_much_that_moved_at_once_is_read_anew(review):
    surgery = agency(review)
    add(review, entry(surgery, "2015"))
    assert len(entries.ordered_ids(review)) == 1
    add(review, *(entry(surgery, f"2016-01-{day:02}") for day in range(28, 0, -1) for _ in range(3)))
    assert entries.ordered_ids(review) == as_read(review)


def test_much_that_was_said_at_once_is_read_anew(review, monkeypatch):
    monkeypatch.setattr(order, "_MANY", 3)
    surgery = agency(review)
    ids = add(review, *(entry(surgery, f"2016-01-0{day}") for day in range(1, 8)))
    key = EntryFilter(significances=frozenset({Significance.KEY}))
    assert entries.ordered_ids(review, key) == []
    for several in (ids[:2], ids[2:]):
        with review.journal.step("Judge"):
            entries.say(review, several, "significance", Significance.KEY)
    assert entries.ordered_ids(review, key) == ids


def test_what_a_step_has_said_is_found_before_it_has_ended(review):
    surgery = agency(review)
    first, second = add(review, entry(surgery), entry(surgery))
    key = EntryFilter(significances=frozenset({Significance.KEY}))
    assert entries.ordered_ids(review, key) == []
    with review.journal.step("Judge"):
        entries.say(review, [second], "significance", Significance.KEY)
        assert entries.ordered_ids(review, key) == [second]
        entries.say(review, [first], "significance", Significance.KEY)
    assert entries.ordered_ids(review, key) == [first, second]


def test_an_edit_that_moves_nothing_leaves_the_order_that_is_held(review):
    surgery = agency(review)
    first, _ = add(review, entry(surgery), entry(surgery))
    held = order.of(review)
    with review.journal.step("Reword"):
        entries.change(review, replace(entries.get(review, first), text="Reworded."))
    assert order.of(review) is held
    assert entries.ordered_ids(review, ALL) == list(held.ids)
