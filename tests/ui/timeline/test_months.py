"""Where months lie on the strip."""

from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.ui.timeline.months import Lanes, Marks, Stretch, month_number, month_of, number_of, stretch_of

JANUARY_2014, NOVEMBER_2018 = number_of("2014-01"), number_of("2018-11")


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_and_its_number_are_the_same_thing(year: int, month: int) -> None:
    assert month_of(number_of(f"{year:04}-{month:02}")) == f"{year:04}-{month:02}"


def test_a_date_lies_in_the_month_in_which_it_begins() -> None:
    assert month_number("2016-04-05") == number_of("2016-04")
    assert month_number("2016") == number_of("2016-01")
    assert month_number("[..2016-04]") == number_of("2016-04")
    assert month_number("XXXX") is None
    assert month_number("no date") is None


def test_one_old_record_does_not_squash_the_rest() -> None:
    counts = {1: {"1999-03": 1, "2016-04": 60, "2018-11": 60}}
    stretch = stretch_of(counts, Marks())
    assert stretch.first == number_of("2016-02")
    assert stretch.clamped(number_of("1999-03")) == stretch.first - 1


def test_few_entries_are_all_shown() -> None:
    assert stretch_of({1: {"1999-03": 1, "2016-04": 2}}, Marks()).first == number_of("1999-01")


def test_the_review_s_own_dates_are_always_on_the_strip() -> None:
    marks = Marks(JANUARY_2014, NOVEMBER_2018, NOVEMBER_2018)
    stretch = stretch_of({1: {"2016-04": 60}}, marks)
    assert stretch.first <= JANUARY_2014
    assert stretch.last >= NOVEMBER_2018
    assert stretch_of({}, marks).length > 12


def test_a_strip_of_nothing_is_still_a_strip() -> None:
    assert stretch_of({}, Marks()) == Stretch()
    assert Lanes.of([1], {}, {}, Marks()).count(1, JANUARY_2014) == 0


def test_what_lies_outside_is_counted_at_the_end_it_lies_beyond() -> None:
    counts = {1: {"1998-01": 1, "1999-03": 1, "2016-04": 150}, 2: {"2016-04": 3}}
    lanes = Lanes.of([1, 2], counts, {1: {"1999-03": 1}}, Marks())
    assert lanes.count(1, lanes.stretch.first - 1) == 1
    assert lanes.count(1, number_of("2016-04")) == 0
    assert lanes.everything[1][lanes.stretch.first - 1] == 2
    assert lanes.tallest == 150
