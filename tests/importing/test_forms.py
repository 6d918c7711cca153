"""Contacts that an agency sets out as forms, a label beside each value."""

from dhr_desktop.domain.entries import Outcome
from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import word, workbook

_BOX = (("Date of contact", "{day}"), ("Time", "9.05 am"), ("Details", "{what}"), ("Action taken", "None"))


def _boxes(*records: tuple[str, str]) -> list[list[tuple[str, str]]]:
    return [[(label, value.format(day=day, what=what)) for label, value in _BOX] for day, what in records]


def _entries(reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


def test_each_box_of_a_document_is_one_entry():
    reading = read_bytes("contacts.docx", word(*_boxes(("4 March 2019", "Visit."), ("28/03/2019", "Call."))))
    assert [(entry.date_edtf, entry.time, entry.text, entry.action) for entry in _entries(reading)] == [
        ("2019-03-04", "09:05", "Visit.", "None"),
        ("2019-03-28", "09:05", "Call.", "None"),
    ]
    counts = reading.counts
    assert (counts.read, counts.imported, counts.skipped) == (8, 2, 6)
    assert reading.tables[0].rows[1].reason == "part of the form in row 1"


def test_a_box_without_a_date_is_an_entry_when_the_others_are():
    reading = read_bytes("contacts.docx", word(*_boxes(("4 March 2019", "Visit."), ("Undated", "Call."))))
    assert [(entry.date_edtf, entry.text) for entry in _entries(reading)] == [
        ("2019-03-04", "Visit."),
        ("XXXX", "Call."),
    ]


def test_forms_one_below_another_on_a_sheet_are_an_entry_each_at_the_row_where_they_begin():
    rows = [
        ["Contacts of the year"],
        [],
        *_boxes(("4 March 2019", "Visit."))[0],
        [],
        *_boxes(("5 May 2019", "Call."))[0],
    ]
    reading = read_bytes("contacts.xlsx", workbook(("Forms", rows)))
    rows_read = reading.tables[0].rows
    assert [row.row for row in rows_read if row.outcome is Outcome.IMPORTED] == [3, 8]
    assert [entry.text for entry in _entries(reading)] == ["Visit.", "Call."]
    assert [row.reason for row in rows_read[:2]] == ["title above the table", "blank row"]


def test_words_below_a_value_without_a_label_belong_to_it():
    box = [("Date", "4 March 2019"), ("Details", "Visit."), ("", "Nobody in."), ("Source", "Case file")]
    entry = _entries(read_bytes("contacts.docx", word(box)))[0]
    assert (entry.text, entry.source) == ("Visit.\nNobody in.", "Case file")


def test_the_order_of_dates_is_evidence_of_all_boxes_together():
    reading = read_bytes("contacts.docx", word(*_boxes(("04/03/2019", "Visit."), ("28/03/2019", "Call."))))
    assert [entry.doubts for entry in _entries(reading)] == [(), ()]
