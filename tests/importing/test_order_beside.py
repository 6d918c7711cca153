"""Where a column of dates is silent about its order, the other dates of its rows may show it."""

from datetime import date

from dhr_desktop.importing.date_order import decide, in_words
from dhr_desktop.importing.order_beside import order_beside


def test_the_day_of_recording_shows_the_order_of_even_one_row():
    order = order_beside([("04/05/2019", "20 April 2019", "Seen at home.")], 0)
    assert order is None
    order = order_beside([("04/05/2019", "5 April 2019", "Seen at home.")], 0)
    assert (order.month_first, order.settled, order.decided_by) == (True, True, "beside")
    order = order_beside([("04/05/2019", "2019-05-06", "Seen at home.")], 0)
    assert (order.month_first, order.settled) == (False, True)


def test_a_typed_date_beside_it_is_a_witness_too():
    order = order_beside([("03/09/2018", date(2018, 9, 4), "Called.")], 0)
    assert not order.month_first
    assert in_words(order) == "Day first: other dates of the same rows show it."


def test_witnesses_who_disagree_decide_nothing():
    rows = [("03/09/2018", "4 September 2018"), ("03/09/2018", "10 March 2018")]
    assert order_beside(rows, 0) is None


def test_one_witness_is_not_enough_for_a_long_table():
    rows = [("03/09/2018", "4 September 2018"), *[("03/09/2018", "")] * 9]
    assert order_beside(rows, 0) is None


def test_a_date_of_birth_far_from_both_says_nothing():
    assert order_beside([("03/09/2018", "14/02/1984", "x"), ("05/06/2018", "14/02/1984", "y")], 0) is None


def test_another_column_of_the_same_hand_that_is_day_first_settles_it():
    rows = [("03/09/2018", f"{day}/01/2016", "Seen.") for day in (14, 21, 28)]
    assert decide([row[0] for row in rows]).settled is False
    assert order_beside(rows, 0).decided_by == "beside"


def test_blanks_and_short_rows_are_no_witnesses():
    assert order_beside([("", ""), ("03/09/2018",), ("03/03/2018", "3 March 2018")], 0) is None
