"""Rows without a date of their own: further lines of one contact, or contacts that only their stamp dates."""

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text

WORDS = "Spoken to on the telephone about the appointment that she could not keep."


def dates(rows):
    reading = read_bytes("notes.csv", csv_text(rows))
    found = [row.entry for table in reading.tables for row in table.rows if row.entry]
    return [(entry.date_edtf, [doubt.code for doubt in entry.doubts]) for entry in found]


def test_an_undated_contact_with_a_stamp_of_its_own_is_dated_by_it():
    rows = [
        ["Date of Entry", "Event Date/Time", "Originator", "Progress Note"],
        ["10/12/2013 12:25", "10/12/2013 11:25", "J. Okon", f"1. {WORDS}"],
        ["12/12/2013 22:05", "", "K. Pill", f"2. {WORDS}"],
        ["14/12/2013 10:15", "14/12/2013 09:15", "J. Okon", f"3. {WORDS}"],
        ["14/12/2013 10:15", "", "J. Okon", f"4. {WORDS}"],
    ]
    assert dates(rows) == [
        ("2013-12-10", []),
        ("2013-12-12", ["reported-only"]),
        ("2013-12-14", []),
        ("2013-12-14", ["carried-blank"]),
    ]


def test_a_report_of_the_small_hours_goes_on_from_that_of_the_evening_before():
    rows = [
        ["Reported", "Occurred", "Officer", "What happened"],
        ["28/04/2018 20:33", "28/04/2018 20:20", "PC 17", f"1. {WORDS}"],
        ["29/04/2018 02:15", "", "PS 9", f"2. {WORDS}"],
        ["12/06/2018 10:15", "11/06/2018", "PC 17", f"3. {WORDS}"],
    ]
    assert dates(rows) == [("2018-04-28", []), ("2018-04-28", ["carried-blank"]), ("2018-06-11", [])]


def consultations(*further):
    rows = [["Date", "Consultation", "Seen by", "Heading", "Text"]]
    rows.append(["15-Jul-2012", "Surgery", "Locum", "Problem", f"1. {WORDS}"])
    return dates([*rows, *further, ["21-Oct-2012", "Surgery", "Locum", "History", f"9. {WORDS}"]])[1:-1]


def test_a_line_of_a_consultation_without_date_and_staff_needs_no_look():
    found = consultations(["", "", "", "Examination", "Looks tired."], ["", "", "", "Plan", "See again."])
    assert found == [("2012-07-15", []), ("2012-07-15", [])]


def test_a_row_that_names_its_staff_or_follows_one_that_does_keeps_its_doubt():
    found = consultations(["", "", "LFA", "Problem", f"2. {WORDS}"], ["", "", "", "Plan", "See again."])
    assert found == [("2012-07-15", ["carried-blank"]), ("2012-07-15", ["carried-blank"])]
