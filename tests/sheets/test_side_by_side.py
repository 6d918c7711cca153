"""Tables that stand side by side on one sheet: each is read under its own headings."""

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, workbook

WORDS = "A long enough sentence on what happened that day, as the member of staff recorded it."


def dates(reading):
    return [[row.entry.date_edtf for row in table.rows if row.entry] for table in reading.tables]


def test_two_tables_side_by_side_are_two_tables_and_no_row_is_lost():
    rows = [
        ["Date", "Event", "", "Date", "Contact", "Outcome"],
        ["01/02/2018", WORDS, "", "03/02/2018", WORDS, "Referred on"],
        ["02/02/2018", WORDS, "", "14/02/2018", WORDS, "Referred on"],
        ["13/02/2018", WORDS],
    ]
    reading = read_bytes("log.xlsx", workbook(("Log", rows)))
    assert dates(reading) == [["2018-02-01", "2018-02-02", "2018-02-13"], ["2018-02-03", "2018-02-14"]]
    assert [row.row for row in reading.tables[1].rows if row.entry] == [2, 3]
    counts = reading.counts
    assert counts.read == counts.imported + counts.skipped + counts.error


def test_the_same_headings_twice_over_are_two_tables_without_a_gap():
    rows = [["Date", "Event", "Date", "Event"], ["13/02/2018", WORDS, "14/02/2018", WORDS]]
    assert dates(read_bytes("log.csv", csv_text(rows))) == [["2018-02-13"], ["2018-02-14"]]


def test_an_empty_column_between_a_date_and_its_report_parts_no_table():
    rows = [["Date", "Event", "", "Date reported", "Source"], ["13/02/2018", WORDS, "", "14/02/2018", "GP"]]
    (found,) = [row.entry for table in read_bytes("log.csv", csv_text(rows)).tables for row in table.rows if row.entry]
    assert (found.date_edtf, found.reported_edtf, found.source) == ("2018-02-13", "2018-02-14", "GP")


def test_a_date_of_birth_is_no_date_and_one_received_is_the_report():
    rows = [["DOE", "DOB", "Incident details", "Date rec'd"], ["14/03/2018", "02/03/1989", WORDS, "15/03/2018"]]
    (found,) = [row.entry for table in read_bytes("log.csv", csv_text(rows)).tables for row in table.rows if row.entry]
    assert (found.date_edtf, found.reported_edtf) == ("2018-03-14", "2018-03-15")
