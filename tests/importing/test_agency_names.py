"""Whose a file is: what a line above the table states, then its titles, then its name, and never a record."""

import datetime as dt

import pytest

from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import csv_text, word, workbook

HEAD = ("Date", "Details")
ROWS = [[dt.date(2015, 3, day), "Phone call from school about a bruise."] for day in range(1, 6)]


def guessed(name: str, *above: tuple[str, ...]) -> str:
    return read_bytes(name, workbook(("Sheet1", [*above, HEAD, *ROWS]))).agency_guess


def test_a_record_is_never_taken_for_the_agency():
    assert guessed("Crossway.xlsx") == "Crossway"


@pytest.mark.parametrize(
    "line",
    [
        ("Agency: Thornwick College",),
        ("Organisation:  Thornwick College",),
        ("Name of agency", "Thornwick College"),
        ("Agency:", "Thornwick College", "", "Author:", "J. Smith"),
        ("Submitted by: Thornwick College",),
        ("Agency: Thornwick College    Completed on: 3/4/2017",),
    ],
)
def test_a_line_that_states_the_agency_is_the_best_evidence(line):
    assert guessed("Pelham Police.xlsx", ("Pelham NHS Trust",), line, ()) == "Thornwick College"


@pytest.mark.parametrize(
    "line", [("Agency:", ""), ("Agency: [insert name]",), ("Agency: n/a",), ("Prepared by: J. Smith",)]
)
def test_a_label_that_was_not_filled_in_states_nothing(line):
    assert guessed("Pelham Police.xlsx", line) == "Pelham Police"


def test_a_cover_sheet_says_whose_the_sheets_after_it_are():
    data = workbook(("Cover", [("Agency", "Crossway Recovery"), ("Period", "2014")]), ("Log", [HEAD, *ROWS]))
    assert read_bytes("return.xlsx", data).agency_guess == "Crossway Recovery"


def test_a_line_before_a_table_of_a_document_states_it_too():
    data = word("Agency: Crossway Recovery", [HEAD, ("3 May 2016", "Seen."), ("4 May 2016", "Seen again.")])
    assert read_bytes("return.docx", data).agency_guess == "Crossway Recovery"


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("01_Harbour_Street_Surgery_EMIS_print.xlsx", "Harbour Street Surgery"),
        ("Pelham_Probation_nDelius_contacts.xlsx", "Pelham Probation"),
        ("Crossway_Recovery_key_work.xlsx", "Crossway Recovery"),
        ("Royal_Thornwick_ED_attendances.xlsx", "Royal Thornwick"),
        ("Royal Thornwick Hospital ED.xlsx", "Royal Thornwick Hospital ED"),
        ("Saltmarsh and ASB combined.xlsx", "Saltmarsh and ASB"),
        ("SystmOne record Millpond Surgery v2.xlsx", "Millpond Surgery"),
        ("Thornwick Academy CPOMS.xlsx", "Thornwick Academy"),
        ("Athena Domestic Abuse Service case notes.xlsx", "Athena Domestic Abuse Service"),
        ("Thornwick Social Care Mosaic case notes.xlsx", "Thornwick Social Care"),
    ],
)
def test_words_of_systems_and_of_the_document_are_no_part_of_a_name(name, agency):
    assert guessed(name) == agency


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Pelham Probation - contact log extract", "Pelham Probation"),
        ("Chronology for Thornwick General Hospital", "Thornwick General Hospital"),
        ("St. Mary's School, Thornwick", "St. Mary's School"),
        ("Thornwick Council – Children's Services: chronology", "Thornwick Council – Children's Services"),
        ("Chronology of police involvement", "Crossway"),
        ("NHS No: 999 481 2207", "Crossway"),
        ("Thornwick Community Safety Partnership", "Crossway Refuge"),
    ],
)
def test_a_title_with_a_name_of_its_own_goes_before_the_name_of_the_file(title, agency):
    name = "Crossway Refuge.xlsx" if agency == "Crossway Refuge" else "Crossway.xlsx"
    assert guessed(name, (title,), ()) == agency


def test_a_title_in_capitals_is_written_as_the_file_s_name_writes_it():
    assert guessed("Ravenshire Constabulary.xlsx", ("RAVENSHIRE CONSTABULARY - review",)) == "Ravenshire Constabulary"


def test_the_kind_of_an_agency_alone_gives_way_to_the_name_in_the_file_s_name():
    assert guessed("Millpond Surgery.xlsx", ("GP record",)) == "Millpond Surgery"


def test_forms_below_a_line_that_states_the_agency_are_each_an_entry():
    form = [("Date of contact", "3 May 2016"), ("Details", "Home visit."), ("Outcome", "None."), ("", "")]
    reading = read_bytes("forms.csv", csv_text([("Organisation", "Thornwick Homes"), ("", ""), *form, *form, *form]))
    assert (reading.agency_guess, reading.counts.imported) == ("Thornwick Homes", 3)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("MILLPOND SURGERY", "Millpond Surgery"),
        ("ROYAL THORNWICK NHS TRUST", "Royal Thornwick NHS Trust"),
        ("COLLEGE OF THE VALE", "College of the Vale"),
        ("Tamarisk House Refuge", "Tamarisk House Refuge"),
    ],
)
def test_a_title_in_capitals_is_written_as_people_write_a_name(title, name):
    assert guessed("records.xlsx", (title,)) == name
