"""Headings in two lines: the upper one tells of which group a column is, the lower one what it holds."""

import pytest

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, workbook

WORDS = ["Neighbour reported shouting.", "Called at the station.", "Seen at home by the officer.", "Rang to ask for advice."]
REPORTED = ["17/08/2014", "18/08/2014", "28/11/2015", "18/04/2016"]
HAPPENED = ["16/08/2014", "16/08/2014", "27/11/2015", "11/04/2016"]


def read(rows, *, merged=()):
    def merge(book):
        for area in merged:
            book["Log"].merge_cells(area)

    reading = read_bytes("log.xlsx", workbook(("Log", rows), hide=merge))
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


@pytest.mark.parametrize("merged", [(), ("B1:C1", "D1:E1")])
@pytest.mark.parametrize(("one", "other"), [("Reported", "Occurred"), ("Received", "Event")])
def test_a_date_below_the_group_of_reports_is_not_that_of_the_event(one, other, merged):
    rows = [[None, one, None, other, None, None], ["Ref", "Date", "Time", "Date", "Time", "Details"]]
    rows += [[n, r, "09:00", h, "22:00", w] for n, (r, h, w) in enumerate(zip(REPORTED, HAPPENED, WORDS, strict=True))]
    found = read(rows, merged=merged)
    assert [entry.date_edtf for entry in found] == ["2014-08-16", "2014-08-16", "2015-11-27", "2016-04-11"]
    assert {(entry.time, entry.reported_time) for entry in found} == {("22:00", "09:00")}
    assert found[0].reported_edtf == "2014-08-17"


def test_a_period_has_its_first_and_last_day_from_the_same_group():
    rows = [[None, "Reported", None, "Occurred", None, None], ["Ref", "Date", "Time", "Date from", "Date to", "Details"]]
    rows += [[n, r, "09:00", h, r, w] for n, (r, h, w) in enumerate(zip(REPORTED, HAPPENED, WORDS, strict=True))]
    assert read(rows)[3].date_edtf == "2016-04-11/2016-04-18"


def test_a_lower_line_that_names_only_dates_and_times_is_below_the_groups_and_no_row():
    rows = [["Ref", "Occurred", None, "Reported", None, "Details"], [None, "Date", "Time", "Date", "Time", None]]
    rows += [[n, h, "22:00", r, "09:00", w] for n, (r, h, w) in enumerate(zip(REPORTED, HAPPENED, WORDS, strict=True))]
    found = read(rows)
    assert len(found) == 4
    assert (found[0].date_edtf, found[0].time, found[0].text) == ("2014-08-16", "22:00", WORDS[0])
    assert found[0].reported_time == "09:00"


def test_a_heading_that_breaks_off_goes_on_in_the_line_below():
    rows = [["Date of", "Date of", "Time of", "Details of"], ["receipt", "incident", "incident", "incident"]]
    rows += [[r, h, "22:00", w] for r, h, w in zip(REPORTED, HAPPENED, WORDS, strict=True)]
    found = read(rows)
    assert [entry.date_edtf for entry in found] == ["2014-08-16", "2014-08-16", "2015-11-27", "2016-04-11"]
    assert (found[0].time, found[0].text, found[0].reported_edtf) == ("22:00", WORDS[0], "2014-08-17")


def test_a_title_over_headings_that_name_one_date_adds_nothing_to_them():
    rows = [["Chronology", "", "Prepared for the review"], ["Date", "Time", "Event"], *([h, "09:00", w] for h, w in zip(HAPPENED, WORDS, strict=True))]
    reading = read_bytes("log.csv", csv_text(rows))
    assert reading.tables[0].headings == ("Date", "Time", "Event")


def test_a_sheet_called_contacts_is_a_chronology_and_a_month_without_an_end_is_no_day():
    contacts = [["Date", "Notes"], *([h, w] for h, w in zip(HAPPENED, WORDS, strict=True)), ["since March 2016", "Away."]]
    reading = read_bytes("return.xlsx", workbook(("Contacts", contacts), ("Key", [["NFA", "No further action"]])))
    found = [row.entry.date_edtf for table in reading.tables for row in table.rows if row.entry]
    assert found[-1] == "2016-03/.."
    assert len(found) == 5


@pytest.mark.parametrize("band", ["2016 – from the shared diary", "2016 (see the paper file)", "2016 onwards"])
def test_a_band_that_begins_with_a_year_is_of_that_year_whatever_follows(band):
    rows = [["Date", "Event"], ["2015", ""], ["4 June", WORDS[0]], [band, ""], ["11 Jan", WORDS[1]], ["19 Oct", WORDS[2]]]
    reading = read_bytes("log.csv", csv_text(rows))
    found = [row.entry for table in reading.tables for row in table.rows if row.entry]
    assert [entry.date_edtf for entry in found] == ["2015-06-04", "2016-01-11", "2016-10-19"]


def test_whole_dates_of_another_year_put_the_band_above_them_in_doubt():
    rows = [["Date", "Event"], ["2015", ""], ["4 June", WORDS[0]], ["14/01/2016", WORDS[1]], ["19 Oct", WORDS[2]]]
    reading = read_bytes("log.csv", csv_text(rows))
    last = [row.entry for table in reading.tables for row in table.rows if row.entry][-1]
    assert last.date_edtf != "2015-10-19" or last.doubts


@pytest.mark.parametrize("foot", [["Total", "34 entries"], ["", "Total contacts: 4"], ["Grand total:", "4"]])
def test_a_total_is_no_entry(foot):
    rows = [["Date", "Event"], *([h, w] for h, w in zip(HAPPENED, WORDS, strict=True)), foot]
    reading = read_bytes("log.csv", csv_text(rows))
    assert reading.counts.imported == 4
