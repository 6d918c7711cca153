"""Headings that no vocabulary knows, and none at all: the columns are told by what they hold."""

from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text

DAYS = ["Monday, 05 March 2018 14:05:00", "Tuesday, 12 June 2018 09:30:00", "Friday, 14 June 2019 16:00:00"]
WORDS = [
    "Seen at the clinic, came with her mother.",
    "Did not come. Text sent.",
    "Rang to change the day of the visit.",
]


def mapped(reading):
    table = reading.tables[0]
    return {table.headings[column]: field for column, field in table.mapping.items()}


def test_a_number_that_is_the_same_in_every_row_is_no_date_however_like_a_serial_it_looks():
    rows = [["40112", "02/03/1989", day, words] for day, words in zip(DAYS, WORDS, strict=True)]
    reading = read_bytes("a.csv", csv_text([["Case key", "Born", "Sitting", "Jotting"], *rows]))
    assert [row.entry.date_edtf for row in reading.tables[0].rows if row.entry] == [
        "2018-03-05",
        "2018-06-12",
        "2019-06-14",
    ]
    assert mapped(reading)["Case key"] is not Field.DATE
    assert reading.tables[0].header_row == 1


def test_dates_in_words_are_believed_before_numbers_that_may_be_serials():
    rows = [[str(40112 + place), day, words] for place, (day, words) in enumerate(zip(DAYS, WORDS, strict=True))]
    reading = read_bytes("a.csv", csv_text([["Voucher", "Sitting", "Jotting"], *rows]))
    assert mapped(reading)["Sitting"] is Field.DATE


def test_a_row_of_short_words_above_the_first_date_is_the_headings_whatever_it_says():
    rows = [[day, words] for day, words in zip(DAYS, WORDS, strict=True)]
    reading = read_bytes("a.csv", csv_text([["Sitting", "Jotting"], *rows]))
    assert reading.tables[0].header_row == 1
    assert reading.counts.imported == len(DAYS)


def test_a_column_of_clock_times_is_the_time_where_there_are_no_headings():
    clocks = ("14:30", "9.15am", "0930hrs")
    rows = [["05/02/2018", clock, words] for clock, words in zip(clocks, WORDS, strict=True)]
    reading = read_bytes("a.csv", csv_text(rows))
    assert [row.entry.time for row in reading.tables[0].rows if row.entry] == ["14:30", "09:15", "09:30"]
