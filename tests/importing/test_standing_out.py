"""A date far from the rows around it is doubted, and what is usual in a chronology is not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.standing_out import order_kept, strays
from tests.sheets.made import csv_text

_FIRST = date(2015, 8, 13)
_COLUMN = [_FIRST + timedelta(days=19 * number) for number in range(16)]


def _found(days):
    return {stray.place: stray.fix.isoformat() if stray.fix else "" for stray in strays(days, order_kept(days))}


@pytest.mark.parametrize(
    ("place", "slip", "fix"),
    [
        (5, "1915-11-16", "2015-11-16"),
        (12, "2006-03-28", "2016-03-28"),
        (12, "2010-03-28", "2016-03-28"),
        (12, "2026-03-28", "2016-03-28"),
        (4, "2014-10-28", "2015-10-28"),
        (8, "2015-01-12", "2016-01-12"),
        (7, "2015-04-24", "2015-12-24"),
        (9, "2016-11-07", "2016-02-07"),
        (9, "2016-08-13", ""),
        (9, "2016-10-02", "2016-02-10"),
        (9, "2016-07-31", "2016-01-31"),
        (1, "1915-09-01", "2015-09-01"),
        (14, "2006-05-05", "2016-05-05"),
        (15, "2015-05-24", "2016-05-24"),
        (0, "2016-08-13", "2015-08-13"),
        (0, "1915-08-13", "2015-08-13"),
    ],
)
@pytest.mark.parametrize("newest_first", [False, True])
def test_a_date_far_outside_a_column_in_order_stands_out(place, slip, fix, newest_first):
    days = [*_COLUMN[:place], date.fromisoformat(slip), *_COLUMN[place + 1 :]]
    if newest_first:
        days.reverse()
        place = len(days) - 1 - place
    assert _found(days) == {place: fix}


@pytest.mark.parametrize(
    "days",
    [
        [date(1984, 3, 14), date(1998, 7, 2), date(2006, 5, 9), *_COLUMN],
        [*_COLUMN, date(2014, 2, 3), date(2015, 10, 20)],
        [*_COLUMN[:6], _COLUMN[5] - timedelta(days=40), *_COLUMN[6:]],
        [date(1984, 3, 14), date(2015, 9, 1), date(2015, 10, 2), date(2015, 11, 3)],
        [date(2018, 6, 19), date(2020, 9, 25), date(2018, 6, 19), date(2020, 9, 25), date(2020, 9, 25)],
        [date(2015, 8, 1), date(2011, 2, 3), date(2014, 7, 7), date(2010, 1, 1), date(2013, 1, 1), date(2009, 5, 5)]
        * 2,
    ],
)
def test_background_at_the_top_and_additions_at_the_end_are_usual(days):
    assert _found(days) == {}
    assert _found(days[::-1]) == {}


def test_in_a_column_without_order_a_day_decades_from_all_others_stands_out():
    mixed = _COLUMN[::2] + _COLUMN[1::2]
    assert _found([*mixed[:5], date(1915, 11, 16), *mixed[5:]]) == {5: "2015-11-16"}
    assert _found([*mixed[:5], date(2009, 11, 16), *mixed[5:]]) == {}


def test_a_short_table_has_to_be_plain():
    others = [date(2015, 9, 1), date(2015, 10, 2), date(2015, 11, 3), date(2016, 1, 4)]
    assert _found([*others[:2], date(2005, 10, 20), *others[2:]]) == {2: "2015-10-20"}
    assert _found([others[2], date(2005, 10, 20), others[0], others[1]]) == {1: "2015-10-20"}
    assert _found([*others[:2], date(2014, 10, 20), *others[2:]]) == {2: "2015-10-20"}
    assert _found([*others[:2], date(2015, 4, 20), *others[2:]]) == {}
    assert _found([date(2005, 10, 20), date(2015, 9, 1), date(2012, 10, 2)]) == {}


@given(st.lists(st.dates(date(1900, 1, 1), date(2026, 1, 1)), max_size=40))
def test_whatever_stands_in_a_column_each_day_stands_out_once_at_most(days):
    kept = order_kept(days)
    found = [stray.place for stray in strays(days, kept)]
    assert found == sorted(set(found))
    for run in (kept,) if kept else ():
        order = [days[place] for place in run]
        assert order in (sorted(order), sorted(order, reverse=True))


def _codes(*written):
    rows = [(day, f"Visit number {number} to the home.") for number, day in enumerate(written)]
    reading = read_bytes("record.csv", csv_text([("Date", "Details"), *rows]))
    entries = [row.entry for table in reading.tables for row in table.rows if row.entry]
    return [[doubt.code for doubt in entry.doubts] for entry in entries]


def test_a_month_far_out_of_the_order_of_the_days_is_doubted():
    written = [f"{day:%d/%m/%Y}" for day in _COLUMN]
    codes = _codes(*written[:5], "November 2005", "November 2015", *written[5:])
    assert codes[5:7] == [["out-of-sequence"], []]


@pytest.mark.parametrize("held", ["01/01/1900", "01/01/1970"])
def test_the_first_day_of_a_system_s_calendar_stands_for_none(held):
    written = [f"{day:%d/%m/%Y}" for day in _COLUMN]
    assert _codes(*written[:5], held, *written[5:], held)[5] == ["placeholder"]
    assert _codes(held) == [["placeholder"]]
    assert _codes("01/01/1970", "14/03/1972", "16/09/1974") == [[], [], []]


def test_very_many_strays_are_each_found():
    """Each stray was once measured against every other day: minutes for a file of the longest."""
    many = [_FIRST + timedelta(days=number % 300) for number in range(30_000)]
    old = [date(1970, 1, 1) + timedelta(days=number % 28) for number in range(2000)]
    found = strays(many + old, None)
    assert [stray.place for stray in found] == list(range(30_000, 32_000))
