"""Dates that stand over their rows, or in several columns, rather than in a cell of their own."""

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, word, workbook

WORDS = "A long enough sentence on what happened that day, as the member of staff recorded it."


def entries(reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


def test_a_row_that_is_only_a_day_dates_the_rows_under_it():
    rows = [
        ["Time", "Type", "Entry"],
        ["Wed 18 Apr 2018"],
        ["20:00", "Letter", WORDS],
        ["22:25", "Letter", WORDS],
        ["Sat 11 Aug 2018"],
        ["18:50", "Visit", WORDS],
    ]
    found = entries(read_bytes("journal.xlsx", workbook(("Journal", rows))))
    assert [(entry.date_edtf, entry.time) for entry in found] == [
        ("2018-04-18", "20:00"),
        ("2018-04-18", "22:25"),
        ("2018-08-11", "18:50"),
    ]
    assert not any(entry.doubts for entry in found)


def test_days_over_their_rows_are_found_in_a_workbook_of_several_sheets():
    rows = [
        ["Time", "Type", "Entry"],
        ["18/04/2018"],
        ["20:00", "Letter", WORDS],
        ["19/04/2018"],
        ["9:00", "Call", WORDS],
    ]
    book = workbook(("Journal", rows), ("Staff", [["Name", "Role"], ["A. Vane", "Nurse"]]))
    assert [entry.date_edtf for entry in entries(read_bytes("journal.xlsx", book))] == ["2018-04-18", "2018-04-19"]


def test_a_day_right_above_the_headings_dates_the_rows_until_the_next():
    rows = [
        ["18/04/2018"],
        ["Time", "Type", "Entry"],
        ["20:00", "Letter", WORDS],
        ["19/04/2018"],
        ["9:00", "Call", WORDS],
    ]
    assert [entry.date_edtf for entry in entries(read_bytes("log.csv", csv_text(rows)))] == ["2018-04-18", "2018-04-19"]


def test_a_rows_own_date_ends_the_day_that_stood_over_it():
    rows = [
        ["Date", "Source", "Event"],
        ["18 April 2018"],
        ["", "GP", WORDS],
        ["20/04/2018", "GP", WORDS],
        ["", "GP", WORDS],
    ]
    found = entries(read_bytes("log.csv", csv_text(rows)))
    assert [entry.date_edtf for entry in found] == ["2018-04-18", "2018-04-20", "2018-04-20"]
    assert [[doubt.code for doubt in entry.doubts] for entry in found] == [[], [], ["carried-blank"]]


def test_a_day_a_month_and_a_year_in_three_columns_are_one_date():
    rows = [
        ["Day", "Month", "Year", "Time", "Concern or contact"],
        [5, 2, 2018, "16:15", WORDS],
        [19, "March", 2018, "13:30", WORDS],
        ["", "April", 2018, "", WORDS],
    ]
    found = entries(read_bytes("nursery.xlsx", workbook(("Log", rows))))
    assert [(entry.date_edtf, entry.time) for entry in found] == [
        ("2018-02-05", "16:15"),
        ("2018-03-19", "13:30"),
        ("2018-04", ""),
    ]


def test_a_month_and_a_year_left_out_under_a_day_are_those_of_the_row_above():
    rows = [
        ["Year", "Month", "Day", "Event"],
        ["2018", "May", "3", WORDS],
        ["", "", "7", WORDS],
        ["", "June", "1", WORDS],
    ]
    found = entries(read_bytes("log.csv", csv_text(rows)))
    assert [entry.date_edtf for entry in found] == ["2018-05-03", "2018-05-07", "2018-06-01"]


def test_many_small_tables_under_the_same_headings_share_what_shows_the_order_of_their_dates():
    tables = [[["Date", "Event"], [day, WORDS]] for day in ("04/05/2018", "25/05/2018", "06/07/2018")]
    found = entries(read_bytes("log.docx", word(*tables)))
    assert [entry.date_edtf for entry in found] == ["2018-05-04", "2018-05-25", "2018-07-06"]
    assert not any(entry.doubts for entry in found)


def test_a_line_of_words_alone_goes_on_from_the_dated_row_right_above_it():
    rows = [
        ["Date", "Contact", "Note"],
        ["23 Feb 2018", "DNA", WORDS],
        ["", "", WORDS],
        ["", "", ""],
        ["", "", WORDS],
        ["5 Apr 2018", "Call", WORDS],
        ["", "Letter", WORDS],
    ]
    found = entries(read_bytes("print.csv", csv_text(rows)))
    assert [entry.date_edtf for entry in found] == ["2018-02-23"] * 3 + ["2018-04-05"] * 2
    carried = [["carried-blank"]]
    assert [[doubt.code for doubt in entry.doubts] for entry in found] == [[], [], *carried, [], *carried]


def test_words_alone_are_in_doubt_where_every_row_has_no_more_than_a_date_and_words():
    rows = [["Date", "Note"], ["23 Feb 2018", WORDS], ["", WORDS], ["5 Apr 2018", WORDS]]
    found = entries(read_bytes("print.csv", csv_text(rows)))
    assert [doubt.code for doubt in found[1].doubts] == ["carried-blank"]
