"""Rows of a form that are no entries: captions, examples, a person's particulars, the foot of the paper."""

import pytest

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text

WORDS = "Visited at home. She was with her mother and did not wish to talk."
HEADINGS = ["Date", "Time", "Staff", "Details"]
ROWS = [[f"{day}/03/2015", "10:15", "J. Vane", f"{day}. {WORDS}"] for day in range(13, 17)]


def reasons(above=(), below=()):
    """The reasons of the rows that stand between the headings and the records, and of those after them."""
    rows = [HEADINGS, *above, *ROWS, *below]
    table = read_bytes("log.csv", csv_text(rows)).tables[0]
    assert sum(row.entry is not None for row in table.rows if row.cells[-1].endswith(WORDS)) == len(ROWS)
    told = [row.reason or "entry" for row in table.rows]
    return told[1 : 1 + len(above)] + told[1 + len(above) + len(ROWS) :]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["(of event)", "(24hr)", "(by whom)", "(phone, visit...)"], "a caption of the headings"),
        (["dd/mm/yyyy", "hh:mm", "", "Free text"], "a caption of the headings"),
        (["01/01/2012 (example)", "", "", "Ms A rang to say hit."], "an example"),
        (["01/01/2012", "", "", "Example: Ms A rang to say hit."], "an example"),
        (["01/01/2012", "", "", "Ms A rang. (delete this row)"], "an example"),
    ],
)
def test_what_a_form_tells_its_writer_is_no_entry(row, reason):
    assert reasons(above=[row]) == [reason]


@pytest.mark.parametrize(
    "row",
    [
        ["(12/03/2015)", "", "", "(seen at home, as recorded later on)"],
        ["dd/mm/yyyy", "", "J. Vane", "She telephoned in the afternoon and was heard to be crying."],
        ["12/03/2015", "", "E.G.", "EG telephoned, and gave an example of what he says."],
    ],
)
def test_a_record_right_below_the_headings_stays_one(row):
    assert reasons(above=[row]) == ["entry"]


def test_a_persons_particulars_among_the_rows_are_no_entry():
    rows = [["Patient:", "VANE, Robert", "DOB:", "02-Nov-1984"], ["NHS No:", "999 481 2207", "", ""]]
    assert reasons(below=rows) == ["particulars", "particulars"]


def test_a_line_under_a_label_is_kept_where_it_tells_what_happened():
    assert reasons(below=[["", "", "Patient:", "Says that he has stopped her going out."]]) == ["entry"]


def test_who_wrote_the_paper_and_when_is_a_note_at_its_end():
    assert reasons(below=[["", "", "", "Author: J. Vane, 14/04/2016"]]) == ["note at the end"]
