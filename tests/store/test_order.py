"""The order that is held stays the order that is read, whatever was added, moved, removed or undone in between."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, order
from dhr_desktop.store.filters import ALL
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.store.made import CHEAP, PASSPHRASE, add, agency, entry

DAYS = ("2016-01-01", "2016-01-02", "2016", "2016-05", "XXXX")
deeds = st.lists(
    st.tuples(st.sampled_from(["add", "redate", "reword", "remove", "agency", "undo", "redo"]), st.integers(0, 9)),
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
            elif deed == "redate":
                entries.change(review, replace(one, date_edtf=DAYS[number % len(DAYS)]))
            elif deed == "agency":
                entries.change(review, replace(one, agency_id=number % 2 + 1))
            else:
                entries.change(review, replace(one, text=f"Reworded {number}."))


def as_read(review: Review) -> list[int]:
    return [row for (row,) in review.read.rows("SELECT id FROM entry ORDER BY rank, nudge, place, id")]


def months_as_read(review: Review) -> dict[int, int]:
    return {
        row_id: agency_id * order.MONTHS_OF_AN_AGENCY + month
        for row_id, agency_id, month in review.read.rows("SELECT id, agency_id, month FROM entry")
    }


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds)
def test_the_order_held_is_the_order_read(library, done):
    review = library.create_review(ReviewFacts("Adult A"))
    with review.journal.step("Set up"):
        for name in ("Police", "Surgery"):
            agencies.add(review, name)
    for deed, number in done:
        do(review, deed, number)
        assert entries.ordered_ids(review) == as_read(review)
        held = order.of(review)
        assert dict(held.months) == months_as_read(review)
        assert held.counted(list(held.ids)) == held.counts
    review.close()


def test_much_that_moved_at_once_is_read_anew(review):
    surgery = agency(review)
    add(review, entry(surgery, "2015"))
    assert len(entries.ordered_ids(review)) == 1
    add(review, *(entry(surgery, f"2016-01-{day:02}") for day in range(28, 0, -1) for _ in range(3)))
    assert entries.ordered_ids(review) == as_read(review)


def test_an_edit_that_moves_nothing_leaves_the_order_that_is_held(review):
    surgery = agency(review)
    first, _ = add(review, entry(surgery), entry(surgery))
    held = order.of(review)
    with review.journal.step("Reword"):
        entries.change(review, replace(entries.get(review, first), text="Reworded."))
    assert order.of(review) is held
    assert entries.ordered_ids(review, ALL) == list(held.ids)
