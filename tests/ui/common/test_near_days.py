"""Days of a plan: said from today, or in a year to come that no record could speak of."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.ui.common.near_days import read_near_day

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("tomorrow", date(2026, 11, 27)),
        ("yesterday", date(2026, 11, 25)),
        ("Friday", date(2026, 11, 27)),
        ("thu", date(2026, 12, 3)),
        ("in 2 weeks", date(2026, 12, 10)),
        ("+10 days", date(2026, 12, 6)),
        ("1/7/2028", date(2028, 7, 1)),
        ("8th November 2031", date(2031, 11, 8)),
    ],
)
def test_a_day_said_from_today_or_far_ahead_is_understood(typed: str, day: date) -> None:
    assert read_near_day(typed, THURSDAY) == day


@pytest.mark.parametrize("typed", ["", "1/7/2019", "31 February 2030", "monkey", "12 Smarch 2030", "14/8", "5"])
def test_every_other_day_is_left_to_the_reader_of_dates(typed: str) -> None:
    assert read_near_day(typed, THURSDAY) is None


@given(st.dates(date(2026, 11, 27), date(2199, 12, 31)))
def test_every_day_to_come_is_read_back_as_it_is_shown(day: date) -> None:
    assert read_near_day(in_british_words(of_day(day)), THURSDAY) == day
