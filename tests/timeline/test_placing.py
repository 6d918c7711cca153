"""The order of one day as the chair makes it by hand."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import entries, keyslots
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit, placing
from tests.store import copied
from tests.store.made import add, agency, entry, texts

DAY = "2014-06-03"
LABELS = ("10:00 call", "10:00 visit", "14:00 call", "letter", "report", "about that day")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library.create(tmp_path / "library", "a passphrase", keyslots.Cost(memory_kib=64, passes=1, lanes=1))
    yield made
    made.close()


@pytest.fixture
def review(library: Library) -> Review:
    return copied.review(library, ReviewFacts("Aldermarsh"))


def of_the_day(agency_id: int) -> list[Entry]:
    """Two with one hour, one later, two without an hour, one that only begins on the day."""
    times = ("10:00", "10:00", "14:00", "", "", "")
    made = [entry(agency_id, DAY, text, time=time) for text, time in zip(LABELS, times, strict=True)]
    return [*made[:-1], replace(made[-1], date_edtf="2014-06-03/2014-06-09")]


@pytest.fixture
def ids(review: Review) -> dict[str, int]:
    """The entries of the day by their texts; others stand before and after."""
    agency_id = agency(review)
    add(review, entry(agency_id, "2014-06-02", "before"), entry(agency_id, "2014-06-04", "after"))
    return dict(zip(LABELS, add(review, *of_the_day(agency_id)), strict=True))


def day(review: Review) -> list[str]:
    found = texts(review)
    assert (found[0], found[-1]) == ("before", "after")
    return found[1:-1]


def test_an_entry_is_put_before_another_of_its_day_as_one_step(review, ids):
    placing.put_before(review, ids["letter"], ids["10:00 visit"])

    assert day(review) == ["10:00 call", "letter", "10:00 visit", "14:00 call", "report", "about that day"]
    assert review.journal.status().undo == "Move entry of 3 June 2014 earlier in its day"
    review.journal.undo()
    assert day(review) == list(LABELS)
    review.journal.redo()
    assert day(review)[1] == "letter"


def test_an_entry_is_put_after_another_of_its_day(review, ids):
    placing.put_after(review, ids["10:00 call"], ids["report"])

    assert day(review) == ["10:00 visit", "14:00 call", "letter", "report", "10:00 call", "about that day"]
    assert review.journal.status().undo == "Move entry of 3 June 2014 later in its day"


def test_an_entry_that_stands_there_already_leaves_no_step(review, ids):
    before = review.journal.status()
    placing.put_before(review, ids["10:00 call"], ids["10:00 visit"])
    placing.put_after(review, ids["report"], ids["letter"])
    placing.put_after(review, ids["report"], ids["report"])
    placing.put_back(review, ids["report"])

    assert review.journal.status() == before


def test_an_entry_of_another_day_is_no_place(review, ids):
    [other] = entries.ordered_ids(review)[:1]
    with pytest.raises(placing.AnotherDay):
        placing.put_before(review, ids["letter"], other)


def test_an_entry_that_has_gone_is_not_moved(review, ids):
    edit.remove_entry(review, ids["letter"])
    with pytest.raises(edit.EntryGone):
        placing.put_before(review, ids["letter"], ids["report"])


def test_an_entry_put_back_stands_where_its_hour_says(review, ids):
    placing.put_before(review, ids["report"], ids["10:00 visit"])
    placing.put_back(review, ids["report"])

    assert day(review) == list(LABELS)
    assert {(found.hand, found.nudge) for found in entries.iterate(review)} == {(None, 0.0)}
    assert review.journal.status().undo == "Put entry of 3 June 2014 back into the usual order"


def test_an_entry_that_goes_to_another_day_forgets_where_it_was_put(review, ids):
    placing.put_before(review, ids["report"], ids["10:00 call"])
    moved = entries.get(review, ids["report"])
    edit.change_entry(review, edit.redated(moved, "2014-06-04"), moved)
    back = entries.get(review, ids["report"])
    edit.change_entry(review, edit.redated(back, DAY), back)

    assert day(review) == list(LABELS)


def test_an_entry_whose_hour_is_corrected_stays_where_the_chair_put_it(review, ids):
    placing.put_before(review, ids["report"], ids["10:00 call"])
    moved = entries.get(review, ids["report"])
    edit.change_entry(review, edit.retimed(moved, "23:00"), moved)

    assert day(review)[0] == "report"


def test_an_entry_that_gave_way_and_gets_another_hour_stands_by_that_hour(review, ids):
    placing.put_before(review, ids["report"], ids["letter"])
    placing.put_before(review, ids["report"], ids["10:00 visit"])
    gave_way = entries.get(review, ids["10:00 call"])
    edit.change_entry(review, edit.retimed(gave_way, "14:00"), gave_way)

    assert day(review) == ["report", "10:00 visit", "10:00 call", "14:00 call", "letter", "about that day"]


def test_what_is_imported_later_upsets_nothing_and_finds_its_usual_place(review, ids):
    placing.put_before(review, ids["report"], ids["10:00 visit"])
    put = day(review)
    add(review, entry(agency(review), DAY, "late call", time="10:00"), entry(agency(review), DAY, "late note"))

    now = day(review)
    assert [text for text in now if text in put] == put
    assert now.index("10:00 visit") < now.index("late call") < now.index("14:00 call")
    assert now.index("letter") < now.index("late note") < now.index("about that day")


MOVES = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), st.booleans()), max_size=25)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES, times=st.lists(st.sampled_from(["", "09:00", "10:00"]), min_size=9, max_size=9))
def test_any_moves_give_the_order_that_a_list_predicts(library, moves, times):
    review = copied.review(library, ReviewFacts("A day"))
    agency_id = agency(review)
    add(review, *(entry(agency_id, DAY, f"entry {place}", time=time) for place, time in enumerate(times)))
    usual = entries.ordered_ids(review)
    predicted = list(usual)
    for moved, beside, before in moves:
        entry_id, beside_id = usual[moved], usual[beside]
        (placing.put_before if before else placing.put_after)(review, entry_id, beside_id)
        if entry_id != beside_id:
            predicted.remove(entry_id)
            predicted.insert(predicted.index(beside_id) + (0 if before else 1), entry_id)
        assert entries.ordered_ids(review) == predicted

    add(review, entry(agency_id, DAY, "late", time="10:00"))
    assert [each for each in entries.ordered_ids(review) if each in predicted] == predicted
    for entry_id in usual:
        placing.put_back(review, entry_id)
    assert [each for each in entries.ordered_ids(review) if each in usual] == usual


def test_an_entry_is_put_back_before_what_its_file_puts_behind_it_though_that_gave_way(review):
    agency_id = agency(review)
    first, second, third, fourth, fifth = add(review, *(entry(agency_id, DAY, text) for text in "12345"))
    placing.put_after(review, first, fourth)
    placing.put_before(review, fifth, third)
    assert entries.ordered_ids(review) == [second, fifth, third, fourth, first]
    placing.put_back(review, first)

    assert entries.ordered_ids(review) == [first, second, fifth, third, fourth]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(turns=st.integers(2, 120))
def test_two_entries_may_be_moved_past_each_other_for_ever(library, turns):
    review = copied.review(library, ReviewFacts("A day"))
    first, second, last = add(review, *(entry(agency(review), DAY, text) for text in "abc"))
    for turn in range(turns):
        one, other = (first, second) if turn % 2 == 0 else (second, first)
        placing.put_before(review, last, other)
        placing.put_before(review, last, one)
        assert entries.ordered_ids(review).index(last) + 1 == entries.ordered_ids(review).index(one)
