"""The packed rank stands in the same order as the timeline's own key."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dhr_desktop.domain.dates import UNKNOWN, EdtfDate, of_day, parse
from dhr_desktop.domain.entries import sort_key
from dhr_desktop.store import ordering

day = st.dates(date(1, 1, 1), date(9999, 12, 1))
exact = day.map(of_day)
month = day.map(lambda when: parse(f"{when.year:04}-{when.month:02}"))
year = st.integers(1, 9999).map(lambda number: parse(f"{number:04}"))
about = day.map(lambda when: parse(f"{when.isoformat()}~"))
until = day.map(lambda when: parse(f"[..{when.isoformat()}]"))
since = day.map(lambda when: parse(f"{when.isoformat()}/.."))
close = st.dates(date(2016, 4, 1), date(2016, 4, 5)).map(of_day)
spans = st.tuples(st.dates(date(1, 1, 1), date(2100, 1, 1)), st.integers(0, 400)).map(
    lambda pair: EdtfDate("x", pair[0], pair[0] + timedelta(days=pair[1]))
)
dates = st.one_of(exact, close, month, year, about, until, since, spans, st.just(UNKNOWN))
times = st.one_of(
    st.just(""), st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda pair: f"{pair[0]:02}:{pair[1]:02}")
)


@settings(deadline=None)
@given(dates, times, dates, times)
def test_two_entries_stand_as_their_keys_stand(one, hour, other, other_hour):
    keys = sort_key(one, hour), sort_key(other, other_hour)
    ranks = ordering.rank(one, hour), ordering.rank(other, other_hour)

    assert (ranks[0] < ranks[1]) == (keys[0] < keys[1])
    assert (ranks[0] == ranks[1]) == (keys[0] == keys[1])


@settings(deadline=None)
@given(dates, times)
def test_a_rank_fits_into_a_number_of_the_file(when, time):
    assert 0 <= ordering.rank(when, time) < 2**63


@pytest.mark.parametrize(
    ("edtf", "bounds"),
    [
        ("2016-04-05", (20160405, 20160405)),
        ("2016-04", (20160401, 20160430)),
        ("2016-04-05/..", (20160405, 99991231)),
        ("[..2016-04-05]", (0, 20160405)),
    ],
)
def test_a_date_is_wanted_between_its_first_and_its_last_possible_day(edtf, bounds):
    assert ordering.bounds(parse(edtf)) == bounds


def test_an_unknown_date_overlaps_no_days():
    first, last = ordering.bounds(UNKNOWN)

    assert first > last
