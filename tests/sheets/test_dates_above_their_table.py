"""Dates and years in the words above a table: those of the meeting, not those of the paper or of another meeting."""

from datetime import date, time

import pytest

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, word, workbook

WORDS = "A long enough sentence on what was shared, as the member of staff recorded it."
MINUTES = [["Ref", "Agency", "Information shared"], ["1", "Police", WORDS], ["2", "Housing", WORDS]]


def entries(reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


def dated(*paragraphs, table=MINUTES):
    """The dates of the rows, and the codes of their doubts."""
    found = entries(read_bytes("minutes.docx", word(*paragraphs, table)))
    return {entry.date_edtf for entry in found}, {doubt.code for entry in found for doubt in entry.doubts}


@pytest.mark.parametrize(
    ("above", "day"),
    [
        (["Meeting held on Wednesday 18th June 2014", "Date of next meeting: 16 July 2014"], "2014-06-18"),
        (["Meeting held on Wednesday 18th June 2014", "Minutes of 21st May 2014 were agreed."], "2014-06-18"),
        (["Minutes of the panel on 18 June 2014. Next meeting 16 July 2014."], "2014-06-18"),
        (["MARAC meeting – 25/03/2015 – repeat case (last heard 18 June 2014)"], "2015-03-25"),
        (["MARAC 11th May 2016 (Weds), Room B, 9.30am", "Referred by the school on 4 May 2016."], "2016-05-11"),
        (["Meeting date: 14/12/16. Venue: Guildhall", "Heard on 11 May 2016 and 25 March 2015."], "2016-12-14"),
        (["Collated by the coordinator, 5 February 2018", "Strategy discussion 3 March 2015"], "2015-03-03"),
        (["Minutes of the panel 18 June 2014 (draft 2, 24 June 2014)"], "2014-06-18"),
        (["Minutes of the panel of 2 June 2014", "Wednesday 18 June 2014"], "2014-06-18"),
        (["Wednesday 18 June 2014"], "2014-06-18"),
    ],
)
def test_rows_of_minutes_have_the_date_of_their_meeting(above, day):
    assert dated(*above)[0] == {day}


@pytest.mark.parametrize(
    "above",
    [
        "Meeting held on Wednesday 18th June 2014",
        "Date of meeting: 18 June 2014",
        "Core group, Wednesday 18 June 2014, 10am",
        "Wednesday 18 June 2014, Guildhall",
    ],
)
def test_a_heading_that_is_surely_the_meetings_needs_no_look(above):
    assert dated(above) == ({"2014-06-18"}, set())


@pytest.mark.parametrize(
    "above",
    [
        "Sent: 14 March 2018 16:42",
        "Dear chair, as you asked on 14 March 2018 here are our notes of the home.",
        "Printed 14 March 2018",
        "Prepared by A. Vane, Service Manager, 14 March 2018",
        "Version 2, 14 March 2018",
        "Date of birth: 14 March 1988",
        "Period under review 1 January 2013 to 17 February 2017",
    ],
)
def test_a_date_of_sending_or_printing_dates_no_row(above):
    assert dated(above) == ({"XXXX"}, {"no-date"})


@pytest.mark.parametrize(
    "above",
    ["Harbour Homes, 14 March 2018", "Updates received after the meeting of 14 March 2018", "MARAC 7 and 14 March 2018"],
)
def test_a_date_that_may_be_of_something_else_is_taken_with_a_doubt(above):
    assert dated(above) == ({"2018-03-14"}, {"from-heading"})


def test_two_headings_that_claim_as_much_leave_a_doubt():
    days, doubts = dated("Meeting held on 18 June 2014", "Meeting held on 25 June 2014")
    assert (days, doubts) == ({"2014-06-25"}, {"from-heading"})


LOG = [
    ["Time", "Log entry", "Call sign"],
    [time(20, 41), WORDS, "CTRL"],
    [time(20, 43), WORDS, "P1"],
]
CHRONOLOGY = [["Date", "Details"], [date(2013, 12, 28), WORDS], [date(2014, 7, 2), WORDS]]


def test_a_log_of_times_has_the_date_of_the_incident_that_stands_above_it():
    rows = [
        ["INCIDENT REPORT"],
        ["Date of incident", date(2015, 11, 5)],
        ["Address", "Rear of the flats"],
        ["Report completed", date(2015, 11, 9)],
        [],
        *LOG,
    ]
    book = workbook(("Incidents", CHRONOLOGY), ("FR-15", rows))
    found = [(entry.date_edtf, entry.time) for entry in entries(read_bytes("fire.xlsx", book))]
    assert found[2:] == [("2015-11-05", "20:41"), ("2015-11-05", "20:43")]


@pytest.mark.parametrize("label", ["Report completed", "Date of birth", "Printed", "Next review"])
def test_another_label_above_the_headings_dates_no_row(label):
    found = entries(read_bytes("log.xlsx", workbook(("Log", [[label, date(2015, 11, 9)], [], *LOG]))))
    assert {entry.date_edtf for entry in found} == {"XXXX"}


def test_a_list_beside_a_chronology_is_none_for_the_date_in_its_title():
    staff = [["Staff of the team, 1 April 2017"], ["Name", "Role", "Notes"], ["A. Vane", "Nurse", WORDS]]
    book = workbook(("Incidents", CHRONOLOGY), ("Staff", staff))
    assert len(entries(read_bytes("fire.xlsx", book))) == 2


def days(*paragraphs, column):
    """The dates of a column under words above it, each with the codes of its doubts."""
    table = [["When", "What happened"], *([day, WORDS] for day in column)]
    found = entries(read_bytes("log.docx", word(*paragraphs, table)))
    return [(entry.date_edtf, *(doubt.code for doubt in entry.doubts)) for entry in found]


@pytest.mark.parametrize(
    "above",
    [
        "Sent: 14 March 2018 16:42",
        "14 March 2018",
        "Chronology prepared by A. Vane, 9 January 2018",
        "Review following the death on 17 February 2017",
        "DHR/2017/04",
        "Chronology 2018",
    ],
)
def test_the_year_of_a_paper_is_not_that_of_days_between_other_years(above):
    assert days(above, column=["15/2/13", "18/2", "28 December 2013"])[1] == ("2013-02-18", "year-supplied")


def test_two_years_above_a_table_give_each_day_the_year_that_it_falls_in():
    found = days("2016 - 17 contacts", column=["30 Nov", "20 Dec", "4 Jan", "11 Feb"])
    assert found == [("2016-11-30",), ("2016-12-20",), ("2017-01-04",), ("2017-02-11",)]


def test_days_that_may_fall_in_either_of_two_years_lean_on_the_row_above():
    found = days("Academic year or year of account 2016/17", column=["1 June 2016", "10 June", "20 Dec"])
    assert found == [("2016-06-01",), ("2016-06-10", "year-supplied"), ("2016-12-20",)]


def test_two_years_are_whole_calendar_years_where_the_days_do_not_run_one_way():
    found = days("2016-17", column=["4 Jan", "20 Feb", "30 Nov", "20 Dec", "11 Jan", "3 Feb"])
    assert all("year-supplied" in doubts for _, *doubts in found)


def test_a_years_heading_holds_for_the_rows_whose_full_dates_bear_it_out():
    found = days("Contacts in 2014", column=["5 May", "1 June 2014", "6 June", "3 Jan 2015", "9 Jan"])
    assert [doubts for _, *doubts in found] == [[], [], ["year-supplied"], [], ["year-supplied"]]
    assert [day for day, *_ in found] == ["2014-05-05", "2014-06-01", "2014-06-06", "2015-01-03", "2015-01-09"]


def test_a_note_at_the_end_that_holds_a_date_says_nothing_against_the_years_heading():
    rows = [["Contacts 2014"], [], ["When", "What happened"], ["18/03", WORDS], ["30 March", WORDS]]
    rows += [["Completed by: A. Vane, 28/11/2017", ""]]
    found = entries(read_bytes("log.csv", csv_text(rows)))
    assert [(entry.date_edtf, entry.doubts) for entry in found][:2] == [("2014-03-18", ()), ("2014-03-30", ())]


def test_a_day_above_all_full_dates_leans_on_the_first_below_it():
    found = days("Sent: 14 March 2018", column=["18/2", "3 March", "28 December 2013"])
    assert found[:2] == [("2013-02-18", "year-supplied"), ("2013-03-03", "year-supplied")]
