"""Sheets that explain an agency's abbreviations become the submission's glossary."""

import pytest

from dhr_desktop.base import resources
from dhr_desktop.importing.reading import read_bytes, read_file
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import glossary
from tests.sheets.made import workbook

_ROWS = [("Date", "Event"), ("14/03/2016", "Seen in ED."), ("15/03/2016", "DNA clinic.")]


def _terms(name, rows):
    return dict(read_bytes("record.xlsx", workbook(("Record", _ROWS), (name, rows))).glossary)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Key", [("ED", "Emergency department"), ("DNA", "Did not attend")]),
        ("Sheet2", [("Abbreviation", "Meaning"), ("ED", "Emergency department"), ("DNA", "Did not attend")]),
        ("Abbreviations", [("Used in this record",), ("ED = Emergency department",), ("DNA: Did not attend",)]),
    ],
)
def test_abbreviations_are_found_however_they_are_set_out(name, rows):
    assert _terms(name, rows) == {"ED": "Emergency department", "DNA": "Did not attend"}


@pytest.mark.parametrize(
    "rows",
    [
        [("Name of author", "A. Person"), ("Post", "Manager"), ("Date", "1 May 2016")],
        [("2016", "12"), ("2017", "9")],
        [("Y",), ("N",)],
    ],
)
def test_a_cover_sheet_or_a_list_of_numbers_is_no_glossary(rows):
    assert _terms("Sheet2", rows) == {}


def test_the_keys_of_the_sample_s_files_are_kept_with_their_submissions(review):
    reading = read_file(resources.path("sample/aldermarsh/submissions/03_Aldermarsh_General_Hospital_chronology.xls"))
    submission_id = submit(review, reading, "Hospital").submission_id
    assert ("S/N", "Staff nurse") in glossary.listing(review, submission_id)
