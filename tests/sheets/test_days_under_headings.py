"""Days that leave their month or year to a heading above them, to the sheet's name or to the order of the rows."""

from datetime import date

import pytest

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, word, workbook

WORDS = "Seen at home by the worker, who spoke with her alone about the weeks before."


def entries(reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


def dates(reading):
    return [(entry.date_edtf, [doubt.code for doubt in entry.doubts]) for entry in entries(reading)]


def under_months(*cells, heading="Date"):
    rows = [["No.", heading, "What happened"], ["MARCH 2015"]]
    rows += [[number, cell, f"{number}. {WORDS}"] for number, cell in enumerate(cells, 1)]
    return read_bytes("log.xlsx", workbook(("Log", rows)))


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("17th", "2015-03-17"),
        (17, "2015-03-17"),
        ("17", "2015-03-17"),
        ("Tue 17", "2015-03-17"),
        ("Tues 17th", "2015-03-17"),
        ("17/03", "2015-03-17"),
        ("17 Mar", "2015-03-17"),
        ("17-19", "2015-03-17/2015-03-19"),
        ("17th & 18th", "2015-03-17/2015-03-18"),
        ("late", "2015-03~"),
        ("w/c 16th", "2015-03-16/2015-03-22"),
    ],
)
def test_a_day_under_the_heading_of_a_month_is_of_that_month(written, edtf):
    found = dates(under_months("3rd", 9, written))
    assert found == [("2015-03-03", []), ("2015-03-09", []), (edtf, [])]


@pytest.mark.parametrize(
    ("written", "edtf", "code"),
    [
        ("Sat 17th", "2015-03-17", "weekday"),
        ("Tues", "2015-03", "weekday-alone"),
        ("31 Feb", "XXXX", "unreadable"),
        ("2 April", "2015-04-02", "under-heading"),
        ("9/10", "2015-03-09/2015-03-10", "under-heading"),
        ("03/03/2018", "2018-03-03", "under-heading"),
    ],
)
def test_a_day_that_does_not_fit_the_heading_above_it_is_in_doubt(written, edtf, code):
    assert dates(under_months("3rd", 9, written))[-1] == (edtf, [code])


def test_the_agency_s_own_words_are_kept_beside_the_date_and_a_time_in_the_cell_is_read():
    last = entries(under_months("3rd", 9, "17th 2.30pm"))[-1]
    assert (last.date_edtf, last.time, last.date_written) == ("2015-03-17", "14:30", "17th 2.30pm")


def test_a_later_date_in_another_column_does_not_take_the_place_of_bare_days():
    rows = [["Date", "Details", "Chase date"], ["MAY 2015"]]
    rows += [[day, f"{day}. {WORDS}", date(2015, 6, day)] for day in (3, 8, 21)]
    found = dates(read_bytes("log.xlsx", workbook(("Log", rows))))
    assert found == [("2015-05-03", []), ("2015-05-08", []), ("2015-05-21", [])]


def test_a_sheet_named_by_its_month_gives_it_to_the_days_in_it():
    sheets = [(name, [["Day", "Time", "Details"], [2, "10:00", WORDS], [17, "9:15", WORDS]]) for name in MONTHS]
    found = dates(read_bytes("diary.xlsx", workbook(*sheets)))
    assert found == [("2015-03-02", []), ("2015-03-17", []), ("2015-04-02", []), ("2015-04-17", [])]


MONTHS = ("March 2015", "Apr 2015")


def test_the_month_in_the_heading_above_a_table_is_that_of_its_days():
    table = [["Day", "Details"], ["3rd", WORDS], ["14th", WORDS]]
    assert dates(read_bytes("log.docx", word("Contact log: March 2015", table))) == [
        ("2015-03-03", []),
        ("2015-03-14", []),
    ]


def test_months_without_a_year_are_of_the_year_above_them_and_in_doubt_once_it_turns():
    rows = [["Date", "Details"], ["2015"], ["NOVEMBER"], ["4th", WORDS], ["DECEMBER"], ["9th", WORDS]]
    rows += [["JANUARY"], ["3rd", WORDS]]
    assert dates(read_bytes("log.csv", csv_text(rows))) == [
        ("2015-11-04", []),
        ("2015-12-09", []),
        ("2016-01-03", ["year-supplied"]),
    ]


def test_a_weekday_under_the_heading_of_a_week_is_a_day_of_it():
    rows = [["Date", "Details"], ["w/c 2 March 2015"], ["Mon", WORDS], ["Thurs", WORDS], ["w/c 9 March 2015"]]
    rows += [["Tues", WORDS]]
    assert dates(read_bytes("log.csv", csv_text(rows))) == [("2015-03-02", []), ("2015-03-05", []), ("2015-03-10", [])]


def test_a_ditto_right_below_the_heading_of_another_month_is_not_the_day_above_it():
    rows = [["Date", "Details"], ["MARCH 2016"], ["13/03/2016", WORDS], ["ditto", WORDS], ["APRIL 2016"]]
    rows += [["ditto", WORDS], ["19/04/2016", WORDS]]
    assert dates(read_bytes("log.csv", csv_text(rows))) == [
        ("2016-03-13", []),
        ("2016-03-13", []),
        ("2016-04", ["ditto-heading"]),
        ("2016-04-19", []),
    ]


def test_a_month_that_whole_dates_have_left_behind_lends_itself_only_in_doubt():
    rows = [["Date", "Details"], ["MARCH 2015"], ["3rd", WORDS], ["5th", WORDS], ["14/06/2016", WORDS], ["17th", WORDS]]
    assert dates(read_bytes("log.csv", csv_text(rows))) == [
        ("2015-03-03", []),
        ("2015-03-05", []),
        ("2016-06-14", []),
        ("2015-03-17", ["under-heading"]),
    ]


def test_days_without_a_year_begin_in_the_only_year_that_order_and_title_leave():
    days = ["3 Mar", "9 Sept", "20 Dec", "18 Dec", "3 Jan", "2 Feb"]
    rows = [["Chronology January 2014 - December 2015"], ["Date", "Details"], *([day, WORDS] for day in days)]
    found = dates(read_bytes("log.csv", csv_text(rows)))
    assert [day for day, _ in found] == [
        *("2014-03-03", "2014-09-09", "2014-12-20", "2014-12-18", "2015-01-03", "2015-02-02"),
    ]
    assert all(codes == ["year-supplied"] for _, codes in found)


def test_a_row_of_blanks_of_a_form_is_no_anchor_of_the_year():
    days = ["3 Mar", "9 Sept", "dd/mm/yyyy", "3 Jan", "11/02/2016"]
    rows = [["Date", "Details"], *([day, WORDS] for day in days)]
    found = [day for day, _ in dates(read_bytes("log.csv", csv_text(rows)))]
    assert found == ["2015-03-03", "2015-09-09", "XXXX", "2016-01-03", "2016-02-11"]


def test_a_month_that_stands_alone_under_what_happened_is_a_heading_all_the_same():
    rows = [["Date", "Details"], ["", "MARCH 2015"], ["3rd", WORDS], ["5th", WORDS], ["", "APRIL 2015"], ["2", WORDS]]
    assert dates(read_bytes("log.csv", csv_text(rows))) == [("2015-03-03", []), ("2015-03-05", []), ("2015-04-02", [])]


def test_months_take_the_year_of_the_title():
    rows = [["Contact log 2015"], ["Date", "Details"], ["MARCH"], ["3rd", WORDS], ["5th", WORDS], ["APRIL"], ["2", WORDS]]
    assert dates(read_bytes("log.csv", csv_text(rows))) == [("2015-03-03", []), ("2015-03-05", []), ("2015-04-02", [])]


def test_the_month_of_a_title_casts_no_doubt_on_whole_dates():
    rows = [["Chronology, March 2018"], ["Date", "Details"], ["13/03/2015", WORDS], ["14/05/2016", WORDS]]
    assert dates(read_bytes("log.csv", csv_text(rows))) == [("2015-03-13", []), ("2016-05-14", [])]


def test_a_day_beside_its_month_and_year_in_another_column_is_one_date():
    rows = [["Month", "Day", "Details"], ["March 2015", "3", WORDS], ["", "5", WORDS], ["April 2015", "2", WORDS]]
    assert dates(read_bytes("log.csv", csv_text(rows))) == [("2015-03-03", []), ("2015-03-05", []), ("2015-04-02", [])]
