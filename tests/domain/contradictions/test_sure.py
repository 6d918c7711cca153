"""Only what surely contradicts is said: an uncertain date leaves every doubt open."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.domain.contradictions.sure import least_years, most_years, reach, surely_before, surely_more_than
from dhr_desktop.domain.dates import parse

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FORMS = ("{0:%Y-%m-%d}", "{0:%Y-%m}", "{0:%Y}", "{0.year}~", "{0:%Y-%m-%d}~", "{0:%Y-%m}?", "{0:%Y}/..", "../{0:%Y-%m}")


@st.composite
def edtf(draw: st.DrawFn) -> str:
    """A date of any certainty, or nothing."""
    if draw(st.booleans()):
        return draw(st.sampled_from(FORMS)).format(draw(DAYS))
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return draw(st.sampled_from(("", "XXXX", f"[{first}..{last}]", f"{first}/{last}", "201X", "20XX", "Y12000")))


@given(DAYS, DAYS)
def test_of_two_days_the_one_is_before_the_other_as_the_calendar_has_them(one: date, other: date) -> None:
    assert surely_before(one, other) is (one < other)
    assert surely_before(one.isoformat(), other) is (one < other)


@given(edtf(), edtf())
def test_what_is_surely_before_is_so_on_every_day_that_both_can_mean(one: str, other: str) -> None:
    if surely_before(one, other):
        for when in (parse(one), parse(other)):
            assert not when.unsure
        last, first = parse(one).latest, parse(other).earliest
        assert last is not None
        assert first is not None
        assert last < first
    assert not (surely_before(one, other) and surely_before(other, one))
    assert not surely_before(one, one)


@given(edtf(), edtf(), edtf())
def test_what_is_before_one_that_is_before_a_third_is_before_the_third(one: str, two: str, three: str) -> None:
    if surely_before(one, two) and surely_before(two, three):
        assert surely_before(one, three)


@given(edtf(), DAYS)
def test_a_day_that_a_date_can_mean_contradicts_it_in_no_way(uncertain: str, day: date) -> None:
    found = reach(uncertain)
    if found.first <= day <= found.last:
        assert not surely_before(day, uncertain)
        assert not surely_before(uncertain, day)
        assert least_years(uncertain, day) <= most_years(uncertain, day)


@given(edtf(), DAYS, st.integers(0, 4000))
def test_years_and_days_between_are_counted_as_two_certain_days_have_them(one: str, other: date, days: int) -> None:
    found = reach(one)
    if surely_more_than(days, one, other):
        assert other - found.last > timedelta(days)
    if found.first == found.last:
        assert most_years(one, other) == least_years(one, other)


@pytest.mark.parametrize(
    ("one", "other", "sure"),
    [
        ("2018", "2019", True),
        ("2018-12", "2018", False),
        ("2018~", "2019", False),
        ("2016~", "2019", True),
        ("2018?", "2030", False),
        ("2018%", "2030", False),
        ("", "2019", False),
        ("2018", "", False),
        ("XXXX", "2019", False),
        ("2018/..", "2019", False),
        ("../2018", "2019", True),
        ("[..2018]", "2019-01-01", True),
        ("not a date", "2019", False),
        ("--08-14", "2019", False),
    ],
)
def test_an_uncertain_date_leaves_the_doubt_open(one: str, other: str, sure: bool) -> None:
    assert surely_before(one, other) is sure
