"""A part of a file that looks like a chronology and gives no entry is told of; a cover sheet or a key is not."""

import pytest

from dhr_desktop.domain.entries import Outcome
from dhr_desktop.importing import unread_tables
from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.rows import RowReading
from tests.sheets.made import word, workbook

CHRONOLOGY = [
    ["Date", "Event"],
    ["04/03/2019", "A visit was made to the family at home."],
    ["28/03/2019", "A call was made to the school."],
]
LOG = [
    ["Occurrence", "5 November 2015"],
    ["Clock", "Entry of log", "Call sign"],
    ["20:41", "Call from a resident, bins alight.", "CTRL"],
    ["20:43", "One pump was sent.", "P1"],
    ["20:49", "Fire has spread to the fence.", "P1"],
]


def test_a_sheet_of_times_and_words_that_gave_no_entry_is_named():
    rows = [RowReading(number, tuple(cells), Outcome.SKIPPED, "set aside") for number, cells in enumerate(LOG, 1)]
    assert list(unread_tables.sentences("fire.xlsx", [("Log", [], False), ("Report 15", rows, False)])) == [
        "“fire.xlsx”: “Report 15” holds times, but no chronology was found in it; its 5 rows were set aside."
        " Look at them under “Rows without an entry”."
    ]


def test_a_form_without_what_happened_is_named_by_the_number_of_its_table():
    form = [["Date of contact", "5 May 2019"], ["Time", "10:00"], ["Seen by", "A nurse"], ["Told us", "Nothing."]]
    reading = read_bytes("contacts.docx", word(CHRONOLOGY, form))
    assert reading.problems == [
        "“contacts.docx”: table 2 holds the labels of a form, but no chronology was found in it; its 4 rows were set"
        " aside. Look at them under “Rows without an entry”."
    ]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Cover", [["Agency", "A council"], ["Date of report", "3 May 2018"], ["Period of review", "1/1/2012 to 3/3/2017"], ["Author", "A B"]]),
        ("Key", [["ED", "Emergency department of the hospital"], ["GP", "General practitioner"], ["NFA", "No further action"]]),
        ("Family", [["Name", "DOB", "Who"], *([f"Person {n}", f"0{n}/03/1986", "A cousin of the family"] for n in range(1, 6))]),
        ("Terms", [["Term", "First day", "Last day"], *([f"The autumn term {n}", f"0{n}/09/201{n}", f"1{n}/12/201{n}"] for n in range(1, 6))]),
        ("Guidance", [*CHRONOLOGY]),
    ],
)
def test_a_sheet_that_is_no_chronology_is_not_told_of(name, rows):
    reading = read_bytes("chronology.xlsx", workbook(("Chronology", CHRONOLOGY), (name, rows)))
    assert reading.problems == []
