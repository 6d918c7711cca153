"""Dates and times as a chair types them."""

from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dhr_desktop.domain.avoiding import in_words, yearly
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.importing.dates import read_date
from dhr_desktop.ui.common import typed_dates
from dhr_desktop.ui.common.typed_dates import (
    Years,
    has_short_year,
    read_typed_date,
    read_typed_day_of_years,
    read_typed_time,
)


@pytest.mark.parametrize(
    "edtf",
    [
        *("2016-04-05", "2016-04", "2016", "201X", "2016-21", "2016-24", "XXXX", "2016-06~", "2016-06?", "2016-04-05%"),
        *("2016-04-05/2016-04-08", "2016-04-05/2016-05-08", "2016-06~/2016-08~", "2016/..", "../2016-04-05"),
        *("[2016-04-05..2016-04-08]", "[..2016]", "[..2016-04-05]", "[2016-04..]"),
    ],
)
def test_what_the_program_writes_can_be_typed_back(edtf: str) -> None:
    for typed in (edtf, in_british_words(parse(edtf))):
        found = read_typed_date(typed)
        assert found
        assert found.edtf == edtf


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("9/11/18", "2018-11-09"),
        ("9th Nov 2018", "2018-11-09"),
        ("early June 2014", "2014-06~"),
        ("w/c 3/4/17", "2017-04-03/2017-04-09"),
        ("", "XXXX"),
        ("201x", "201X"),
    ],
)
def test_forms_an_agency_would_use_are_understood(typed: str, edtf: str) -> None:
    found = read_typed_date(typed)
    assert found
    assert found.edtf == edtf


@pytest.mark.parametrize("typed", ["early June 2015", "mid-June 2015", "late June 2015", "early 2015", "end of 2015"])
def test_a_part_of_a_month_or_year_is_read_as_an_agency_s_is_and_can_be_typed_back(typed: str) -> None:
    found = read_typed_date(typed)
    assert found is not None
    assert found.edtf == read_date(typed).edtf != ""
    assert read_typed_date(in_british_words(parse(found.edtf))) == found


def test_a_time_typed_after_the_date_is_kept() -> None:
    found = read_typed_date("9 November 2018 at 9.30pm")
    assert found
    assert (found.edtf, found.time) == ("2018-11-09", "21:30")


@pytest.mark.parametrize(
    "typed", ["soon", "31 February 2016", "2016-13", "(uncertain)", "between here and there", "5/4"]
)
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    assert read_typed_date(typed) is None


@pytest.mark.parametrize(
    ("typed", "time"),
    [("9.30", "09:30"), ("0930", "09:30"), ("9pm", "21:00"), ("9", "09:00"), ("", ""), ("25:00", None), ("late", None)],
)
def test_times_are_read_in_the_usual_forms(typed: str, time: str | None) -> None:
    assert read_typed_time(typed) == time


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("14 August", "--08-14"),
        ("14th Aug", "--08-14"),
        ("14/8", "--08-14"),
        ("29 February", "--02-29"),
        ("7 September 2019", "2019-09-07"),
        ("7/9/19", "2019-09-07"),
        ("7 Sept 19", "2019-09-07"),
        ("", ""),
        ("31 February", None),
        ("29 February 2019", None),
        ("May 2021", None),
        ("about 3 May 2021", None),
        ("soon", None),
    ],
)
def test_a_day_without_a_year_is_one_of_every_year(typed: str, kept: str | None) -> None:
    assert read_typed_day_of_years(typed) == kept


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
@example(date(2100, 1, 1))
def test_a_day_of_years_is_typed_back_as_it_is_shown(day: date) -> None:
    for kept in (yearly(day), day.isoformat()):
        assert read_typed_day_of_years(in_words(kept)) == kept


def test_a_year_to_come_is_a_plan_of_the_chair_s_and_no_slip() -> None:
    found = read_typed_date("3 January 2031")
    assert found is not None
    assert found.edtf == "2031-01-03"


@pytest.mark.parametrize(
    ("typed", "of_a_life", "of_the_work"),
    [
        ("1/1/28", "1928-01-01", "2028-01-01"),
        ("1/12/26", "1926-12-01", "2026-12-01"),
        ("25/11/26", "2026-11-25", "2026-11-25"),
        ("14/8/87", "1987-08-14", "2087-08-14"),
        ("3 May 28", "1928-05-03", "2028-05-03"),
        ("about May 28", "1928-05~", "2028-05~"),
        ("1/1/1928", "1928-01-01", "1928-01-01"),
        ("29/2/28", "1928-02-29", "2028-02-29"),
    ],
)
def test_two_figures_of_a_year_are_never_a_birth_to_come_and_never_a_plan_long_past(
    typed: str, of_a_life: str, of_the_work: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typed_dates, "today", lambda: date(2026, 11, 26))
    lived, work = read_typed_date(typed, Years.LIVED), read_typed_date(typed, Years.WORK)
    assert lived
    assert work
    assert (lived.edtf, work.edtf) == (of_a_life, of_the_work)


@pytest.mark.parametrize(("typed", "short"), [("1/1/28", True), ("3 May 28", True), ("1/1/1928", False), ("", False)])
def test_it_is_known_where_a_century_was_chosen(typed: str, short: bool) -> None:
    assert has_short_year(typed) is short


_CLOCKS = ("{:02}{:02}", "{:02}{:02}hrs", "at {:02}{:02}", "{:02}:{:02}", "{:02}.{:02}", "({:02}{:02} hrs)")


@given(
    st.dates(date(2000, 1, 1), date(2049, 12, 31)),
    st.times(),
    st.sampled_from(("{0:%d/%m/%y}", "{0.day}/{0.month}/{0:%y}", "{0:%d.%m.%y}", "{0:%d %b %y}")),
    st.sampled_from(_CLOCKS),
)
@example(date(2026, 12, 1), time(14, 30), "{0.day}/{0.month}/{0:%y}", "{:02}{:02}")
@example(date(2020, 12, 1), time(20, 20), "{0.day}/{0.month}/{0:%y}", "{:02}{:02}")
def test_the_clock_after_a_short_year_says_nothing_of_the_century(day: date, at: time, days: str, clock: str) -> None:
    short = days.format(day)
    timed = f"{short} {clock.format(at.hour, at.minute)}"
    for years in Years:
        alone, with_clock = read_typed_date(short, years), read_typed_date(timed, years)
        assert alone is not None
        assert with_clock is not None
        assert (with_clock.edtf, with_clock.time) == (alone.edtf, f"{at:%H:%M}")
    assert has_short_year(timed)


@given(st.dates(date(1950, 1, 1), date(2026, 1, 1)), st.times(), st.sampled_from(_CLOCKS))
@example(date(2014, 12, 1), time(20, 14), "{:02}{:02}")
def test_a_year_in_full_stays_one_before_a_clock(day: date, at: time, clock: str) -> None:
    typed = f"{day:%d/%m/%Y} {clock.format(at.hour, at.minute)}"
    assert not has_short_year(typed)
    for years in Years:
        found = read_typed_date(typed, years)
        assert found is not None
        assert (found.edtf, found.time) == (day.isoformat(), f"{at:%H:%M}")


@pytest.mark.parametrize("typed", ["1430hrs 1/12/26", "011430Z DEC 26", "1/12/26 1430 (uncertain)"])
def test_a_clock_is_no_year_wherever_it_stands(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typed_dates, "today", lambda: date(2026, 11, 26))
    found = read_typed_date(typed, Years.LIVED)
    assert found is not None
    assert found.edtf.startswith("1926-12-01")
    assert has_short_year(typed)
