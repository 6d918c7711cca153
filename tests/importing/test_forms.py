"""Contacts that an agency sets out as forms, a label beside each value."""

import pytest

from dhr_desktop.domain.entries import Outcome
from dhr_desktop.importing.inspect import inspect
from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, word, workbook

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


def test_a_form_begins_with_a_label_of_its_own_that_stands_above_the_known_ones():
    dates = ("4 March 2019", "28/03/2019", "2 May 2019")
    rows = [
        line
        for number, day in enumerate(dates)
        for line in (
            ["Occurrence No", f"43/{number}", "Date/Time", f"{day} 21:15"],
            ["Type", "Attendance", "Officer", "PC Hale"],
            ["Summary", f"Seen {number}.", "", ""],
        )
    ]
    found = _entries(read_bytes("contacts.xlsx", workbook(("Forms", rows))))
    assert [(entry.date_edtf, entry.text) for entry in found] == [
        ("2019-03-04", "Seen 0."),
        ("2019-03-28", "Seen 1."),
        ("2019-05-02", "Seen 2."),
    ]


def test_words_below_a_value_without_a_label_belong_to_it():
    box = [("Date", "4 March 2019"), ("Details", "Visit."), ("", "Nobody in."), ("Source", "Case file")]
    entry = _entries(read_bytes("contacts.docx", word(box)))[0]
    assert (entry.text, entry.source) == ("Visit.\nNobody in.", "Case file")


def test_the_order_of_dates_is_evidence_of_all_boxes_together():
    reading = read_bytes("contacts.docx", word(*_boxes(("04/03/2019", "Visit."), ("28/03/2019", "Call."))))
    assert [entry.doubts for entry in _entries(reading)] == [(), ()]


def test_a_note_that_holds_a_word_of_headings_does_not_make_a_table_of_a_form():
    box = [
        ("Date of contact", "4 March 2019"),
        ("Time", "10:00"),
        ("Progress note", "Refuge worker says she went home."),
        ("Plan", ""),
        ("Date entered", "05/03/2019"),
    ]
    (entry,) = _entries(read_bytes("contact.docx", word(box)))
    assert (entry.date_edtf, entry.time, entry.text) == ("2019-03-04", "10:00", "Refuge worker says she went home.")
    assert (entry.action, entry.reported_edtf) == ("", "2019-03-05")


def test_kinds_in_the_first_column_of_a_table_of_dates_are_no_labels():
    rows = [
        ["Type", "Date", "Notes"],
        ["Contact", "04/03/2019", "Visit."],
        ["Incident", "05/03/2019", "A cup was broken."],
        ["Appointment", "06/03/2019", "Kept."],
        ["Referral", "28/03/2019", "Made to the refuge."],
    ]
    found = _entries(read_bytes("log.csv", csv_text(rows)))
    assert [entry.date_edtf for entry in found] == ["2019-03-04", "2019-03-05", "2019-03-06", "2019-03-28"]


@pytest.mark.parametrize("mark", ["", ":"])
def test_two_labels_in_a_row_have_each_the_value_beside_it(mark):
    box = [
        [f"Date of contact{mark}", "4 March 2019", f"Time{mark}", "12:05"],
        [f"Type of contact{mark}", "Telephone", f"Seen by{mark}", "A nurse"],
        [f"Progress note{mark}", "A brief call.", "", ""],
        [f"Plan{mark}", "Ring next week", "", ""],
    ]
    later = [["Date of contact", "5 March 2019"], ["Time", "14:00"], ["Progress note", "Seen."], ["Plan", "None"]]
    found = _entries(read_bytes("contacts.docx", word(box, later)))
    assert [(entry.date_edtf, entry.time, entry.text) for entry in found] == [
        ("2019-03-04", "12:05", "A brief call."),
        ("2019-03-05", "14:00", "Seen."),
    ]
    assert (found[0].people, found[0].action) == ("A nurse", "Ring next week")


def test_a_word_unknown_in_a_column_of_labels_is_a_label_too():
    box = [
        ["Date", "4 March 2019", "Time", "10:00", "Worker", "JS"],
        ["Type", "Visit", "Place", "At home", "Present", "Mother"],
        ["Details", "She was well.", "", "", "", ""],
    ]
    (entry,) = _entries(read_bytes("contact.docx", word(box)))
    assert (entry.date_edtf, entry.time, entry.people) == ("2019-03-04", "10:00", "JS; Mother")
    assert entry.other == {"Type": "Visit", "Place": "At home"}


def test_a_label_and_its_value_may_share_a_cell_with_another_pair_beside_them():
    box = [["Date: 4 March 2019", "Time: 12:05"], ["Details: A brief call.", ""], ["Action: None", ""]]
    (entry,) = _entries(read_bytes("contact.docx", word(box)))
    assert (entry.date_edtf, entry.time, entry.text) == ("2019-03-04", "12:05", "A brief call.")


def test_a_label_alone_is_an_empty_value_and_no_part_of_the_date_above_it():
    box = [("Date of contact", "March 2019"), ("Time", ""), ("Details", "A letter."), ("Action", "None")]
    (entry,) = _entries(read_bytes("contact.docx", word(box)))
    assert (entry.date_edtf, entry.date_written, entry.time) == ("2019-03", "March 2019", "")


def test_a_label_may_stand_above_its_value():
    box = [("Date", "4 March 2019"), ("Details", ""), ("She rang in tears.", ""), ("Action", "None")]
    (entry,) = _entries(read_bytes("contact.docx", word(box)))
    assert (entry.text, entry.action) == ("She rang in tears.", "None")


def test_a_title_between_two_forms_belongs_to_neither():
    rows = [["Contact 1"], *_boxes(("4 March 2019", "Visit."))[0], ["Contact 2"], *_boxes(("5 May 2019", "Call."))[0]]
    reading = read_bytes("contacts.xlsx", workbook(("Forms", rows)))
    assert [entry.action for entry in _entries(reading)] == ["None", "None"]
    assert reading.tables[0].rows[5].reason == "title above the table"


def test_inspecting_tells_what_each_form_holds_under_its_own_labels(tmp_path):
    path = tmp_path / "contacts.docx"
    path.write_bytes(word(*_boxes(("4 March 2019", "Visit."), ("5 May 2019", "Call."))))
    first, second = inspect([path])["entries"]
    assert first["raw"] == {
        "Date of contact": "4 March 2019",
        "Time": "9.05 am",
        "Details": "Visit.",
        "Action taken": "None",
    }
    assert (second["raw"]["Details"], second["action"], second["people"], second["other"]) == (
        "Call.",
        "None",
        None,
        {},
    )


def _in_other_orders(*between: list[list[str]]) -> list[list[str]]:
    first = [["Date", "14/03/2016"], ["Officer", "Ames"], ["Details", "Visited."]]
    second = [["Officer", "Vane"], ["Date", "15/03/2016"], ["Details", "Called."]]
    third = [["Date", "16/03/2016"], ["Officer", "Ames"], ["Details", "Letter."]]
    return [row for title, form in zip(between, (first, second, third), strict=True) for row in [*title, *form]]


@pytest.mark.parametrize(
    "between", [([["Contact 1"]], [["Contact 2"]], [["Contact 3"]]), ([], [[]], [[]]), ([], [], [])]
)
def test_a_form_whose_labels_come_in_another_order_keeps_its_first_lines(between):
    reading = read_bytes("contacts.xlsx", workbook(("Forms", _in_other_orders(*between))))
    assert [(entry.date_edtf, entry.text, entry.people) for entry in _entries(reading)] == [
        ("2016-03-14", "Visited.", "Ames"),
        ("2016-03-15", "Called.", "Vane"),
        ("2016-03-16", "Letter.", "Ames"),
    ]


def test_forms_under_numbered_titles_may_all_have_an_order_of_their_own():
    forms = [
        [["Contact 1"], ["Date", "14/03/2016"], ["Officer", "Ames"], ["Details", "Visited."]],
        [["Contact 2"], ["Officer", "Vane"], ["Date", "15/03/2016"], ["Details", "Called."]],
        [["Contact 3"], ["Officer", "Hale"], ["Details", "Nobody in."]],
        [["Contact 4"], ["Details", "Letter."], ["Officer", "Cole"], ["Date", "16/03/2016"]],
    ]
    found = _entries(read_bytes("contacts.xlsx", workbook(("Forms", [row for form in forms for row in form]))))
    assert [(entry.date_written, entry.text, entry.people) for entry in found] == [
        ("14/03/2016", "Visited.", "Ames"),
        ("15/03/2016", "Called.", "Vane"),
        ("", "Nobody in.", "Hale"),
        ("16/03/2016", "Letter.", "Cole"),
    ]
    assert found[2].doubts


def test_a_label_that_comes_twice_in_a_form_stays_in_it():
    form = [["Date", "{day}"], ["Details", "Visited."], ["Part 2"], ["Action", "Ring"], ["Action", "Write"]]
    rows = [[cell.format(day=day) for cell in row] for day in ("14/03/2016", "15/03/2016") for row in form]
    last = [["Date", "16/03/2016"], ["Details", "Called."]]
    found = _entries(read_bytes("contacts.xlsx", workbook(("Forms", [*rows, *last]))))
    assert [entry.action for entry in found] == ["Ring\nWrite", "Ring\nWrite", ""]
