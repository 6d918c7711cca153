"""A sheet with several tables, each under headings of its own, is read as several."""

from dhr_desktop.importing.choices import Choices
from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import workbook

_CALLS = [
    ("Date", "Call taken by", "What was said"),
    ("14/03/2016", "A", "Asked for help."),
    ("25/03/2016", "B", "No answer."),
]
_VISITS = [("Date of visit", "Officer", "Findings", "Action taken"), ("16/03/2016", "C", "Seen at home.", "None")]


def _entries(reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


def test_each_table_is_read_under_its_own_headings_and_rows_keep_their_numbers():
    rows = [("Calls",), *_CALLS, (), ("Visits",), *_VISITS]
    reading = read_bytes("record.xlsx", workbook(("Sheet1", rows)))
    assert [table.header_row for table in reading.tables] == [2, 7]
    assert [(row.row, row.entry.date_edtf) for table in reading.tables for row in table.rows if row.entry] == [
        (3, "2016-03-14"),
        (4, "2016-03-25"),
        (8, "2016-03-16"),
    ]
    assert _entries(reading)[2].action == "None"
    assert reading.counts.read == 8
    assert [row.row for table in reading.tables for row in table.rows] == list(range(1, 9))


def test_headings_that_come_again_on_the_next_page_make_no_second_table():
    reading = read_bytes("record.xlsx", workbook(("Sheet1", [*_CALLS, (), *_CALLS])))
    assert len(reading.tables) == 1
    assert len(_entries(reading)) == 4


def test_a_table_can_be_decided_upon_without_the_others():
    reading = read_bytes("record.xlsx", workbook(("Sheet1", [*_CALLS, (), *_VISITS])))
    chosen = reading.choose(1, Choices(skipped=frozenset({6})))
    assert [len([row for row in table.rows if row.entry]) for table in chosen.tables] == [2, 0]


def test_other_headings_right_below_a_row_begin_another_table():
    reading = read_bytes("record.xlsx", workbook(("Sheet1", [*_CALLS, *_VISITS])))
    assert [table.header_row for table in reading.tables] == [1, 4]
    assert [entry.date_edtf for entry in _entries(reading)] == ["2016-03-14", "2016-03-25", "2016-03-16"]


def test_headings_said_in_two_lines_are_of_one_table():
    rows = [("Dyddiad", "Swyddog", "Digwyddiad"), *_CALLS]
    reading = read_bytes("record.xlsx", workbook(("Sheet1", rows)))
    assert len(reading.tables) == 1
    assert [entry.date_edtf for entry in _entries(reading)] == ["2016-03-14", "2016-03-25"]
