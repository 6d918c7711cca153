"""Midnight as an hour, and as what an export writes where it has no time."""

from datetime import time

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, workbook

WORDS = "A call was taken from a neighbour, who had heard shouting for some while."


def times(cells, more=()):
    rows = [["Date", "Details"], *([cell, WORDS] for cell in (*cells, *more))]
    reading = read_bytes("log.csv", csv_text(rows))
    found = [row.entry for table in reading.tables for row in table.rows if row.entry]
    return [(entry.time, [doubt.code for doubt in entry.doubts]) for entry in found]


def test_midnight_in_every_date_of_a_column_is_no_time():
    assert times([f"{day}/03/2015 00:00" for day in range(13, 19)]) == [("", [])] * 6


def test_a_part_of_the_rows_that_cannot_all_be_at_midnight_has_no_time():
    found = times([f"{day}/03/2015 {'00:00' if day % 2 else '14:35'}" for day in range(13, 21)])
    assert found == [("", []), ("14:35", [])] * 4


def test_one_midnight_among_other_hours_is_kept_and_doubted():
    found = times([f"{day}/03/2015 14:35" for day in range(13, 25)], ["25/03/2015 00:00"])
    assert found[-1] == ("00:00", ["midnight"])
    assert found[:-1] == [("14:35", [])] * 12


def test_midnight_in_words_is_an_hour():
    assert times([f"{day}/03/2015 midnight" for day in range(13, 19)]) == [("00:00", [])] * 6


def test_the_midnight_in_britain_of_days_kept_in_utc_is_no_time():
    rows = [["When (UTC)", "Details"], *([f"2016-07-{day}T23:00:00Z", WORDS] for day in (13, 19, 27))]
    reading = read_bytes("log.csv", csv_text(rows))
    found = [row.entry for table in reading.tables for row in table.rows if row.entry]
    assert [(one.date_edtf, one.time) for one in found] == [("2016-07-14", ""), ("2016-07-20", ""), ("2016-07-28", "")]


def test_a_column_of_times_that_all_say_midnight_says_none():
    rows = [["Date", "Time", "Details"], *([f"{day}/03/2015", time(), WORDS] for day in (13, 14, 15, 16))]
    reading = read_bytes("log.xlsx", workbook(("Log", rows)))
    assert {row.entry.time for table in reading.tables for row in table.rows if row.entry} == {""}
    rows[-1][1] = time(9, 30)
    reading = read_bytes("log.xlsx", workbook(("Log", rows)))
    assert {row.entry.time for table in reading.tables for row in table.rows if row.entry} == {"00:00", "09:30"}
