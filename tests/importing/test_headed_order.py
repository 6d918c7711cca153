"""A heading that states the order of day and month is believed where the column itself is silent."""

import pytest

from dhr_desktop.importing.date_order import as_headed
from dhr_desktop.importing.reading import read_bytes

SILENT = ("05/03/2014", "02/04/2014", "06/05/2013")


def read(heading: str, *days: str):
    rows = "".join(f"{day},Seen by the practice nurse.\n" for day in days)
    (table,) = read_bytes("a.csv", f"{heading},Event\n{rows}".encode()).tables
    return [(row.entry.date_edtf, bool(row.entry.doubts)) for row in table.rows if row.entry]


@pytest.mark.parametrize(
    "heading", ["Date (dd/mm/yyyy)", "Date DD/MM/YY", "Date (day/month/year)", "date dd-mm-yyyy", "Date (d.m.yyyy)"]
)
def test_day_first_in_the_heading_settles_what_nothing_else_does(heading):
    assert read(heading, *SILENT) == [("2014-03-05", False), ("2014-04-02", False), ("2013-05-06", False)]


def test_month_first_in_the_heading_is_followed_and_marked_for_a_look():
    assert read("Date (mm/dd/yyyy)", *SILENT) == [("2014-05-03", True), ("2014-02-04", True), ("2013-06-05", True)]


def test_what_the_column_shows_comes_before_what_its_heading_says():
    assert read("Date (dd/mm/yyyy)", "05/13/2014", "05/20/2014")[0][0] == "2014-05-13"


@pytest.mark.parametrize("heading", ["Date", "Date of admission", "Day", "Month", "Date and time", "MMDD ref"])
def test_other_headings_state_nothing(heading):
    assert as_headed(heading) is None
