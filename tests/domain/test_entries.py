"""The one order of the timeline: the first possible day, then certainty, then the clock, then the file."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.domain.dates import of_day, parse
from dhr_desktop.domain.entries import Entry, sort_key

TIMES = st.times().map(lambda time: f"{time:%H:%M}") | st.just("")


def in_order(*entries: tuple[str, str]) -> list[tuple[str, str]]:
    return sorted(entries, key=lambda entry: sort_key(parse(entry[0]), entry[1]))


@pytest.mark.parametrize(
    "ordered",
    [
        pytest.param([("2016-04-05", ""), ("2016-04-06", "")], id="an earlier day comes first"),
        pytest.param([("2016-04-05", "09:00"), ("2016-04-05", "17:30")], id="a day goes by the clock"),
        pytest.param([("2016-04-05", "23:59"), ("2016-04-05", "")], id="an entry without an hour closes its day"),
        pytest.param([("2016-04-05", "00:00"), ("2016-04-05", "00:01")], id="midnight opens its day"),
        pytest.param([("2016-04-01", "12:00"), ("2016-04", "")], id="a certain day comes before its month"),
        pytest.param([("2016-04-01", ""), ("2016-04-01~", "")], id="a certain day comes before about that day"),
        pytest.param([("2016-04-01", ""), ("2016-04-01?", "08:00")], id="certainty comes before the clock"),
        pytest.param([("2016-01", ""), ("2016", "")], id="a month comes before the year it opens"),
        pytest.param([("201X", ""), ("2016", ""), ("2016-01-02", "")], id="a decade stands where it begins"),
        pytest.param([("2016-04-04/2016-04-10", ""), ("2016-04-05", "")], id="a week stands where it begins"),
        pytest.param([("2016-04-05", ""), ("2016-04-05/..", "")], id="an open end comes after its first day"),
        pytest.param([("2016-04-05", ""), ("../2016-04-05", "")], id="an open start stands where it ends"),
        pytest.param([("9999-12-31", "23:59"), ("XXXX", "")], id="what is wholly unknown stands last"),
    ],
)
def test_the_order_of_entries(ordered):
    assert in_order(*ordered) == ordered
    assert in_order(*reversed(ordered)) == ordered


@given(st.dates(), TIMES, st.dates(), TIMES)
def test_certain_days_are_in_the_order_of_the_calendar(first, first_time, second, second_time):
    one, other = sort_key(of_day(first), first_time), sort_key(of_day(second), second_time)

    if first != second:
        assert (one < other) == (first < second)
    elif first_time and second_time:
        assert (one < other) == (first_time < second_time)


@given(st.dates(min_value=date(1000, 1, 1)), TIMES)
def test_a_certain_day_comes_before_every_longer_stretch_that_begins_with_it(day, time):
    longer = parse(f"{day.isoformat()}/{date.max.isoformat()}")

    if day != date.max:
        assert sort_key(of_day(day), time) < sort_key(longer, "00:00")
    assert sort_key(of_day(day), time) < sort_key(parse("XXXX"), "")


def test_an_entry_reads_its_own_date():
    entry = Entry(id=1, agency_id=1, date_edtf="2016-04", text="Home visit")

    assert (entry.when.earliest, entry.when.latest) == (date(2016, 4, 1), date(2016, 4, 30))


def test_entries_that_share_a_day_and_an_hour_keep_the_order_of_the_file():
    entries = [Entry(id=number, agency_id=1, date_edtf="2016-04-05", text="") for number in (3, 1, 2)]

    assert sorted(entries, key=lambda entry: sort_key(entry.when, entry.time)) == entries
