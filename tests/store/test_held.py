"""What is held in memory is what stood in the file at one moment, whatever is written while it is read."""

import threading
from dataclasses import replace

import pytest

from dhr_desktop.store import entries, order
from dhr_desktop.store.connection import Connection
from dhr_desktop.store.review import Review
from tests.store import made


def move(review: Review, entry_id: int, day: str) -> None:
    with review.journal.step("Date an entry"):
        entries.change(review, replace(entries.get(review, entry_id), date_edtf=day))


def test_a_step_that_comes_while_the_order_is_mended_leaves_no_entry_in_a_wrong_place(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    police = made.agency(review)
    first, second, third = made.add(
        review, *(made.entry(police, day) for day in ("2016-01-01", "2016-02-01", "2016-03-01"))
    )
    assert list(order.of(review).ids) == [first, second, third]
    move(review, third, "2016-02-15")
    asked, came = Connection.value, []

    def overtaken(self: Connection, sql: str, values: tuple[object, ...] = ()) -> object:
        if "FROM entry WHERE (rank" in sql and not came:  # behind which entry the third one stands now
            came.append(threading.Thread(target=move, args=(review, first, "2016-02-20")))
            came[0].start()
            came[0].join()
        return asked(self, sql, values)

    monkeypatch.setattr(Connection, "value", overtaken)
    order.of(review)
    assert came
    assert list(order.of(review).ids) == [second, third, first]
