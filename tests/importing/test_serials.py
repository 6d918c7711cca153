"""A bare number is a spreadsheet's day only where that lies in a time that records speak of."""

import pytest

from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.typed import day_of_serial
from tests.sheets.made import csv_text


@pytest.mark.parametrize(
    ("number", "day"),
    [("42436", "2016-03-07"), ("42436.604167", "2016-03-07"), (42436, "2016-03-07"), (42436.5, "2016-03-07")],
)
def test_a_serial_of_these_years_is_its_day(number, day):
    found = day_of_serial(number)
    assert found is not None
    assert found[0].isoformat() == day


@pytest.mark.parametrize("number", ["070316", "70316", 70316, "030416", "12", 12, "2016", "1.2.3", "."])
def test_a_number_beyond_the_records_or_led_by_nought_is_no_serial(number):
    assert day_of_serial(number) is None


def test_six_figures_are_day_month_and_year_and_marked():
    rows = [
        ("07/03/2016", "Home visit."),
        ("080316", "Telephone call."),
        ("42440", "Letter."),
        ("22/03/2016", "Visit."),
    ]
    reading = read_bytes("record.csv", csv_text([("Date", "Details"), *rows]))
    entries = [row.entry for table in reading.tables for row in table.rows if row.entry]
    assert [entry.date_edtf for entry in entries] == ["2016-03-07", "2016-03-08", "2016-03-11", "2016-03-22"]
    assert [[doubt.code for doubt in entry.doubts] for entry in entries] == [[], ["run-together"], ["serial"], []]
