"""Dated sentences of a document that stand by themselves, above or below its tables."""

import pytest

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import word

TABLE = [["Date", "Details"], ["13/05/2016", "Home visit made."], ["14/05/2016", "Letter sent to her."]]
RECORD = "12/05/2016 Called to the address by neighbours."
ADDENDUM = "An addendum without a date: she had told her sister."


def _entries(reading):
    return [(row.entry.date_edtf, row.entry.text) for table in reading.tables for row in table.rows if row.entry]


def _of_the_table():
    return [("2016-05-13", "Home visit made."), ("2016-05-14", "Letter sent to her.")]


@pytest.mark.parametrize("parts", [("Chronology", RECORD, TABLE, ADDENDUM), ("Chronology", TABLE, RECORD, TABLE)])
def test_a_dated_sentence_right_above_a_table_of_dates_is_a_record(parts):
    found = _entries(read_bytes("letter.docx", word(*parts)))
    assert found[-1] == ("2016-05-12", "Called to the address by neighbours.")
    assert found[:2] == _of_the_table()


def test_a_sentence_behind_the_table_is_kept_as_a_row_and_goes_on_from_no_record():
    reading = read_bytes("letter.docx", word("Chronology", RECORD, TABLE, ADDENDUM))
    kept = [(row.cells, row.entry) for table in reading.tables for row in table.rows if ADDENDUM in row.cells]
    assert kept == [((ADDENDUM,), None)]


def test_one_dated_sentence_below_a_table_is_a_record():
    found = _entries(read_bytes("letter.docx", word("Chronology", TABLE, "15/05/2016 Seen at the clinic.", "A Bell")))
    assert found[:2] == _of_the_table()
    assert [date for date, _ in found[2:]] == ["2016-05-15"]


@pytest.mark.parametrize(
    "line",
    [
        "12 May 2016",
        "12 May 2016: A Bell, practice manager",
        "1 January 2014 to 31 December 2016 is the period under review.",
        "On 12 May 2016 A Bell was asked to write this report.",
    ],
)
def test_a_title_with_a_date_or_words_on_the_paper_are_no_record(line):
    for parts in ((line, TABLE), (TABLE, line, "A Bell")):
        assert _entries(read_bytes("letter.docx", word("Chronology", *parts))) == _of_the_table()


def test_a_dated_sentence_above_a_table_without_dates_heads_it():
    times = [["Time", "Details"], ["10:00", "Home visit made."], ["11:00", "Letter sent to her."]]
    found = _entries(read_bytes("letter.docx", word("13 May 2016 Shift of the evening team.", times)))
    assert found == [("2016-05-13", "Home visit made."), ("2016-05-13", "Letter sent to her.")]
