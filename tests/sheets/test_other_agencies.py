"""Layouts of agencies beyond the sample: probation, mental health, a Word year in a heading, serials in a text file."""

import pytest

from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, word, workbook

WORDS = "A long enough sentence on what happened that day, as the member of staff recorded it."


def entries(reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


def test_the_date_of_entry_gives_way_to_the_event_date_beside_it():
    rows = [["Date of entry", "Event date", "Notes"], ["14/04/2016", "12/04/2016", WORDS]]
    (found,) = entries(read_bytes("notes.csv", csv_text(rows)))
    assert (found.date_edtf, found.reported_edtf) == ("2016-04-12", "2016-04-14")


def test_the_date_of_entry_is_the_date_where_there_is_no_other():
    rows = [["Date of entry", "Notes"], ["14/04/2016", WORDS]]
    (found,) = entries(read_bytes("notes.csv", csv_text(rows)))
    assert found.date_edtf == "2016-04-14"


def test_a_date_or_period_of_event_is_a_date_and_not_what_happened():
    rows = [["Date or Period of Event", "Significant Event"], ["May - June 2016", WORDS]]
    (found,) = entries(read_bytes("chronology.docx", word(rows)))
    assert (found.date_edtf, found.text) == ("2016-05/2016-06", WORDS)


def test_a_year_in_the_heading_above_a_table_is_given_to_its_days():
    table = [["Date", "Event"], ["3 May", WORDS], ["ditto", WORDS]]
    found = entries(read_bytes("refuge.docx", word("Contacts in 2016", table, "2017", table)))
    assert [entry.date_edtf for entry in found] == ["2016-05-03"] * 2 + ["2017-05-03"] * 2
    assert not found[0].doubts


def test_serials_in_a_text_file_are_dates_and_a_column_full_of_them_needs_no_look():
    rows = [["Date", "Time", "Event"], *([str(42472 + n), "0.604166666666667", WORDS] for n in range(4))]
    found = entries(read_bytes("export.csv", csv_text(rows)))
    assert [(entry.date_edtf, entry.time) for entry in found][:2] == [("2016-04-12", "14:30"), ("2016-04-13", "14:30")]
    assert not any(entry.doubts for entry in found)


def test_footers_and_a_guidance_sheet_are_no_entries():
    heads = ["Date", "Contact type", "Event", "Action"]
    log = [heads, ["12/04/2016", "Visit", WORDS, ""], ["Total", "1", "", ""], ["Prepared by", "A. Officer", "", ""]]
    guide = [heads, ["01/01/2015", "Visit", WORDS, "None"]]
    reading = read_bytes("probation.xlsx", workbook(("Log", log), ("Guidance", guide)))
    assert [entry.date_edtf for entry in entries(reading)] == ["2016-04-12"]


def test_a_row_for_which_no_date_can_be_found_says_so():
    (found,) = entries(read_bytes("log.csv", csv_text([["Event", "Action"], [WORDS, "None"]])))
    assert (found.date_edtf, [doubt.code for doubt in found.doubts]) == ("XXXX", ["no-date"])


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("Date unknown (2013?)", "2013?"),
        ("2016 (month unknown)", "2016"),
        ("month of April 2016", "2016-04"),
        ("around the 12th April 2016", "2016-04-12~"),
        ("24 Dec - 2 Jan 2016", "2015-12-24/2016-01-02"),
    ],
)
def test_dates_that_are_not_exact(written, edtf):
    reading = read_date(written)
    assert (reading.edtf, reading.doubts) == (edtf, ())


def test_the_first_of_two_times_in_a_date_s_cell_is_its_time():
    reading = read_date("12/04/2016 14.30-15.15")
    assert (reading.edtf, reading.time, reading.doubts) == ("2016-04-12", "14:30", ())


def test_a_date_before_a_note_in_brackets_is_read_with_a_doubt():
    reading = read_date("12/04/2016 (late entry 14/04/2016)")
    assert (reading.edtf, reading.doubts) == ("2016-04-12", ("among-words",))


def test_a_ditto_under_a_date_that_is_not_known_is_not_known_either():
    rows = [["Date", "Event"], ["12/04/2016", WORDS], ["Not recorded", WORDS], ["ditto", WORDS], ["13/04/2016", WORDS]]
    found = entries(read_bytes("log.csv", csv_text(rows)))
    assert [entry.date_edtf for entry in found] == ["2016-04-12", "XXXX", "XXXX", "2016-04-13"]
    assert [doubt.code for doubt in found[2].doubts] == ["no-date"]


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("Wk of 18/04/16", "2016-04-18/2016-04-24"),
        ("20th/04/2016", "2016-04-20"),
        ("Tues 19 Apr 2016 - am", "2016-04-19"),
        ("13.04.16 late PM", "2016-04-13"),
    ],
)
def test_days_and_weeks_with_words_beside_them(written, edtf):
    reading = read_date(written)
    assert (reading.edtf, reading.doubts) == (edtf, ())


def test_the_columns_of_a_safeguarding_boards_template_go_where_a_reviewer_looks_for_them():
    headings = [
        "Record number",
        "Date and time",
        "Source of evidence",
        "Who was seen",
        "Significant event / contact",
        "Decision / action taken / outcome",
        "Wishes and feelings",
        "RAG",
        "Practitioner comment / analysis",
    ]
    row = ["7", "14/03/2018 10:00", "Notes", "Ms A", WORDS, "Referred on", "Wished to stay", "Red", "In time"]
    (found,) = entries(read_bytes("chronology.csv", csv_text([headings, row])))
    assert (found.reference, found.date_edtf, found.time) == ("7", "2018-03-14", "10:00")
    assert (found.source, found.people, found.action, found.comment) == ("Notes", "Ms A", "Referred on", "In time")
    assert found.other == {"Wishes and feelings": "Wished to stay", "RAG": "Red"}
