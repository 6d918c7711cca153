"""The days and hours that the words of a record name."""

from datetime import date

import pytest

from dhr_desktop.timeline.same_event.told import clocks_told, days_told, minutes_of
from dhr_desktop.timeline.same_event.words import stem, words_of

MONDAY = date(2014, 9, 15)


def stems(text):
    return {stem(word) for word in words_of(text)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Notified of an incident on Saturday night", date(2014, 9, 13)),
        ("Attended 13/9, discharged", date(2014, 9, 13)),
        ("Attended 13.9.14", date(2014, 9, 13)),
        ("Incident on 13th September", date(2014, 9, 13)),
        ("Incident of 13 Sept 2013", date(2013, 9, 13)),
        ("Letter of 24 December", date(2013, 12, 24)),
        ("Seen on the 13th", date(2014, 9, 13)),
        ("Moved out on the 21st", date(2014, 8, 21)),
        ("Court yesterday", date(2014, 9, 14)),
        ("He came back last night", date(2014, 9, 14)),
        ("Monday: rang again", MONDAY),
    ],
)
def test_a_day_is_named_in_many_ways(text, day):
    assert days_told(text, stems(text), MONDAY) == {day.toordinal()}


@pytest.mark.parametrize(
    "text",
    ["Flat 12", "INC 0412", "8+6 weeks", "99/99", "31/9", "0.5.2 ml", "17 ticks", "Monday's child care", "5-3-1"],
)
def test_numbers_that_are_no_days_name_none(text):
    assert days_told(text, stems(text), MONDAY) <= {MONDAY.toordinal()}


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("23.30 police rang", {"23:30"}),
        ("Rang at 3.40pm", {"15:40"}),
        ("Rang at 9am and 12 a.m.", {"09:00", "00:00"}),
        ("about half past one", {"01:30", "13:30"}),
        ("Seen 02:15", {"02:15"}),
    ],
)
def test_an_hour_is_named_in_many_ways(text, clock):
    assert clocks_told(text, stems(text)) == {minutes_of(one) for one in clock}


@pytest.mark.parametrize("text", ["£88.15", "13/9/14", "1.5.14", "07700 900417", "31.12", "27:99", "25:00"])
def test_numbers_that_are_no_hours_name_none(text):
    assert clocks_told(text, stems(text)) == set()


@pytest.mark.parametrize("text", ["", "AM", "12", "ab:cd"])
def test_what_is_no_clock_time_has_no_minutes(text):
    assert minutes_of(text) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Seen Monday, the same last night/morning", {MONDAY, date(2014, 9, 14)}),
        ("Friday/Saturday and Sunday's visit", {date(2014, 9, 12), date(2014, 9, 13), date(2014, 9, 14)}),
        ("SATURDAY (overnight), previous\nevening too", {date(2014, 9, 13), date(2014, 9, 14)}),
        ("Before Friday, and on Sundays", {date(2014, 9, 12)}),
    ],
)
def test_every_day_in_words_is_found_be_it_one_word_or_two(text, days):
    assert days_told(text, stems(text), MONDAY) == {day.toordinal() for day in days}
