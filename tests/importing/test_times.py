"""Clock times as agencies write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.importing.times import parted, read_time


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("0930hrs", "09:30"),
        ("0930", "09:30"),
        ("09:30", "09:30"),
        ("9.30am", "09:30"),
        ("9.30 a.m.", "09:30"),
        ("10.00 am", "10:00"),
        ("2130", "21:30"),
        ("21.30 hours", "21:30"),
        ("9pm", "21:00"),
        ("11am", "11:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("1.40pm", "13:40"),
        ("approx 14:00", "14:00"),
        ("c. 9pm", "21:00"),
        ("about 3.15pm", "15:15"),
        ("18:05:31", "18:05"),
        ("noon", "12:00"),
        ("midday", "12:00"),
        ("midnight", "00:00"),
        ("10:00-11:30", "10:00"),
        ("2-3pm", "14:00"),
        ("14:00 (approx)", "14:00"),
    ],
)
def test_a_clock_time_is_read(written, time):
    reading = read_time(written)
    assert (reading.time, reading.doubts) == (time, ())


@pytest.mark.parametrize(
    "written", ["", "AM", "pm", "a.m.", "not recorded", "unknown", "evening", "N/K", "-", "overnight", "?"]
)
def test_words_for_a_part_of_the_day_are_no_clock_time_and_no_doubt(written):
    reading = read_time(written)
    assert (reading.time, reading.doubts) == ("", ())


@pytest.mark.parametrize("written", ["25:00", "9:75", "see log", "yes", "2599hrs"])
def test_what_is_no_time_is_doubtful_and_not_made_one(written):
    reading = read_time(written)
    assert reading.time == ""
    assert reading.doubts == ("time-unreadable",)


def test_the_midnight_that_ends_a_day_is_read_and_doubtful():
    for written in ("24:00", "2400hrs", "24.00"):
        reading = read_time(written)
        assert (reading.time, reading.doubts) == ("00:00", ("day-ends",)), written


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day_reads_back(hour, minute):
    for written in (f"{hour:02}:{minute:02}", f"{hour:02}{minute:02}hrs", f"{hour:02}.{minute:02}"):
        assert read_time(written).time == f"{hour:02}:{minute:02}"


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text):
    assert len(read_time(text).time) in (0, 5)
    parted(text)


def test_the_year_of_a_day_before_the_hour_is_no_hour():
    assert read_time("2017-06-19T23:38:00Z").time == "23:38"
    assert read_time("14/03/2016 09:30").time == "09:30"
