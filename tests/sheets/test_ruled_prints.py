"""Ruled tables of a PDF: rows that a page's end parts, dates that a narrow column breaks; rules drawn in a text file."""

import pytest

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import ruled

WIDTHS = (80, 60, 260, 80)
HEADS = ("Date", "Pupil", "Incident", "Action")
FIRST = [HEADS, ("10/09/2013", "A B", "He was late for school that morning.", "None")]


def entries(reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


@pytest.mark.parametrize("again", [[], [HEADS]])
def test_a_row_that_goes_on_over_the_page_is_one_entry(again):
    parted = ("13/09/2013", "A B", "He said that his father had", "Rang")
    rest = ("", "", "taken him by the arm.", "mother")
    later = ("30/09/2013", "A B", "Attendance was good this month.", "None")
    reading = read_bytes("log.pdf", ruled([*FIRST, parted], [*again, rest, later], widths=WIDTHS))
    assert [(entry.date_edtf, entry.text, entry.action) for entry in entries(reading)] == [
        ("2013-09-10", "He was late for school that morning.", "None"),
        ("2013-09-13", "He said that his father had taken him by the arm.", "Rang mother"),
        ("2013-09-30", "Attendance was good this month.", "None"),
    ]
    assert "continues the row above" in [row.reason for row in reading.tables[0].rows]


def test_a_row_without_a_date_at_the_top_of_a_page_is_an_entry_where_it_has_the_rest():
    second = ("", "A B", "A second entry of its own that day.", "Seen")
    reading = read_bytes("log.pdf", ruled(FIRST, [HEADS, second], widths=WIDTHS))
    assert [entry.text for entry in entries(reading)][-1] == "A second entry of its own that day."


def test_rows_without_dates_are_entries_at_the_top_of_a_page_too_where_a_table_has_them_elsewhere():
    first = [*FIRST, ("", "", "Spoke to his form tutor", ""), ("", "", "Rang home", "")]
    reading = read_bytes("log.pdf", ruled(first, [("", "", "Letter sent home", "")], widths=WIDTHS))
    assert len(entries(reading)) == 4


def test_a_date_that_a_narrow_column_breaks_is_put_together():
    rows = [HEADS, *((f"{day}/09/201\n3", "A B", "He was late for school that morning.", "None") for day in (10, 13))]
    found = entries(read_bytes("log.pdf", ruled(rows, widths=WIDTHS)))
    assert [entry.date_edtf for entry in found] == ["2013-09-10", "2013-09-13"]


def test_a_time_below_a_date_stays_apart_from_it():
    rows = [HEADS, *((f"{day}/09/2013\n14:30", "A B", "He was late for school again.", "None") for day in (10, 13))]
    found = entries(read_bytes("log.pdf", ruled(rows, widths=WIDTHS)))
    assert [(entry.date_edtf, entry.time) for entry in found] == [("2013-09-10", "14:30"), ("2013-09-13", "14:30")]


@pytest.mark.parametrize(
    "lines",
    [
        ("| Date | Notes |", "|---|:--|", "| 04/06/2015 | Nobody in, card left at the door |"),
        (" date       | notes", "------------+-------", " 04/06/2015 | Nobody in, card left at the door"),
    ],
)
def test_a_line_drawn_under_the_headings_is_no_row(lines):
    reading = read_bytes("log.txt", "\n".join((*lines, lines[-1].replace("04", "28"))).encode())
    assert [entry.date_edtf for entry in entries(reading)] == ["2015-06-04", "2015-06-28"]
