"""Layouts that no sample holds: other header words, several date columns, bands of years, forms, minutes."""

import pytest

from dhr_desktop.importing.problems import TooLarge
from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, word, workbook

WORDS = "A long enough sentence on what happened that day, as the member of staff recorded it."


def entries(reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


@pytest.mark.parametrize(
    ("headings", "row", "happened", "reported"),
    [
        (
            ["Meeting date", "Incident date", "Information"],
            ["13/04/2017", "01/04/2017", WORDS],
            "2017-04-01",
            "2017-04-13",
        ),
        (["Entry Date", "Event Date", "Narrative"], ["25/04/2017", "23/04/2017", WORDS], "2017-04-23", "2017-04-25"),
        (["Date of offence", "Date reported", "MO"], ["13/04/2017", "15/04/2017", WORDS], "2017-04-13", "2017-04-15"),
        (
            ["Discharge date", "Admission date", "History"],
            ["16/04/2017", "13/04/2017", WORDS],
            "2017-04-13/2017-04-16",
            "",
        ),
        (["Referral Received", "Presenting issues"], ["13/04/2017", WORDS], "2017-04-13", "2017-04-13"),
        (["Day", "Date", "What was said / done"], ["Thu", "13/04/2017", WORDS], "2017-04-13", ""),
        (["Dt", "Event Desc"], ["13/04/2017", WORDS], "2017-04-13", ""),
        (["Date", "Zusammenfassung"], ["13/04/2017", WORDS], "2017-04-13", ""),
    ],
)
def test_of_several_dates_the_one_it_happened_on_is_the_entry_s(headings, row, happened, reported):
    reading = read_bytes("chronology.csv", csv_text([["Chronology"], [], headings, row, row, row]))
    found = entries(reading)
    assert reading.tables[0].header_row == 3
    assert len(found) == 3
    assert {(entry.date_edtf, entry.text) for entry in found} == {(happened, WORDS)}
    assert found[0].reported_edtf in ("", reported)


def test_a_band_of_a_year_gives_the_year_to_the_days_below_it():
    rows = [
        ["Date", "Time", "Event"],
        ["2016"],
        ["3/4", 930, WORDS],
        ["5/4", "", WORDS],
        ["2017"],
        ["1 Feb", 1015, WORDS],
    ]
    found = entries(read_bytes("school.xlsx", workbook(("Log", rows))))
    assert [entry.date_edtf for entry in found] == ["2016-04-03", "2016-04-05", "2017-02-01"]
    assert not any(entry.doubts for entry in found)


def test_a_day_without_a_year_is_nearest_to_the_row_above():
    rows = [["Date", "Event"], ["28 Dec 2016", WORDS], ["2 Jan", WORDS], ["15 Jan", WORDS]]
    found = entries(read_bytes("log.csv", csv_text(rows)))
    assert [entry.date_edtf for entry in found] == ["2016-12-28", "2017-01-02", "2017-01-15"]


def test_times_stand_beside_a_date_that_is_in_the_heading():
    minutes = word("3 April 2017", [["Time", "Contact"], ["09:00", WORDS], ["2pm", WORDS]])
    found = entries(read_bytes("contacts.docx", minutes))
    assert [(entry.date_edtf, entry.time) for entry in found] == [("2017-04-03", "09:00"), ("2017-04-03", "14:00")]


def test_a_form_of_labels_beside_values_is_one_entry_and_its_labels_are_none():
    form = [["Date", "3 April 2017"], ["Time", "09:00"], ["Details", WORDS]]
    reading = read_bytes("form.docx", word(form, form))
    assert [(entry.date_edtf, entry.time, entry.text) for entry in entries(reading)] == [
        ("2017-04-03", "09:00", WORDS)
    ] * 2
    assert (reading.counts.imported, reading.counts.skipped) == (2, 4)


def test_a_first_row_of_short_words_that_are_headings_elsewhere_is_an_entry():
    rows = [["Date", "Source", "Event", "Outcome"], ["14/03/2018", "Notes", "Contact", "Action"]]
    assert [entry.text for entry in entries(read_bytes("log.csv", csv_text(rows)))] == ["Contact"]


def test_a_line_of_more_columns_than_any_spreadsheet_has_is_refused_in_words():
    with pytest.raises(TooLarge):
        read_bytes("log.csv", b"Date,Event\n" + b"," * 20_000 + b"x\n")
