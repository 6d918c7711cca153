"""A window can ask which rows a step touched."""

from dhr_desktop.store import entries, touched
from tests.store.made import add, agency, entry, imported


def test_the_rows_of_a_step_are_told_in_the_order_in_which_they_changed(review):
    surgery = agency(review)
    first, second, third = add(review, entry(surgery), entry(surgery), entry(surgery))
    with review.journal.step("Remove two") as step:
        entries.remove(review, third)
        entries.remove(review, first)

    assert touched.rows_of(review, step.id, "entry") == [third, first]
    assert touched.rows_of(review, step.id, "entry", limit=1) == [third]
    assert touched.rows_of(review, step.id, "agency") == []
    undone = review.journal.undo()
    assert touched.rows_of(review, undone.step_id, "entry") == [first, third]
    assert second not in touched.rows_of(review, undone.step_id, "entry", limit=9)


def test_a_row_touched_twice_is_told_once(review):
    imported(review, ["one"])
    step = review.journal.steps()[0]

    assert len(touched.rows_of(review, step.id, "submission")) == 1
    assert touched.rows_of(review, 99, "submission") == []


def test_what_a_small_step_touched_is_told_and_a_large_one_is_not_looked_at(review):
    surgery = agency(review)
    ids = add(review, *(entry(surgery) for _ in range(3)))
    step = review.journal.steps()[0].id

    assert touched.few_entries_of(review, step, most=9) == ids
    assert touched.few_entries_of(review, step, most=2) is None
