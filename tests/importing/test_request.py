"""The form that an agency is asked to fill in is read back as it was filled, and nothing in it is ever reckoned."""

import io
import shutil
import subprocess
from dataclasses import replace

import pytest

from dhr_desktop.base.sheet_text import put
from dhr_desktop.domain.reviews import Label, ReviewFacts
from dhr_desktop.importing import request_document, request_workbook
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.reading import Reading, read_bytes
from dhr_desktop.importing.request import Request, columns, of_review

ASKED = Request(
    agency="Aldermarsh Surgery",
    review="Domestic Homicide Review DHR 7",
    start="2012-01-01",
    end="2018-11-09",
    due="2027-01-15",
    contact="review@example.org",
    chair="J. Chair",
    partnership="Aldermarsh Community Safety Partnership",
)
HEADINGS_AT = 5
_AS_CSV = (
    "--headless",
    "--convert-to",
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
)
FILLED = (
    (
        "14/02/2012",
        "09:30",
        "EMIS, consultation 4",
        "Attended with a bruise to the arm.",
        "Seen alone",
        "",
        "Yes",
        "",
        "",
    ),
    ("early June 2014", "", "EMIS, letter in", "Discharge letter received from the hospital.", "Filed", "", "", "", ""),
    (
        "3 May 2015",
        "not recorded",
        "EMIS",
        "Telephoned about her sleep and her worries.",
        "Call back",
        "",
        "No",
        "",
        "",
    ),
    ("2016", "", "EMIS", "No contact with the surgery in the whole year.", "", "", "", "", ""),
    (
        "09/11/2017",
        "16:05",
        "EMIS",
        "Asked for a letter to the housing office.",
        "Letter",
        "Dr B",
        "Yes",
        "“Tired”",
        "-",
    ),
)
EDTF = ["2012-02-14", "2014-06~", "2015-05-03", "2016", "2017-11-09"]
TERMS = (("EMIS", "the surgery's records"), ("HV", "health visitor"))
FIELDS = [
    *(Field.DATE, Field.TIME, Field.SOURCE, Field.TEXT, Field.ACTION),
    *(Field.PEOPLE, Field.OTHER, Field.OTHER, Field.COMMENT),
]


def filled_workbook() -> bytes:
    import openpyxl  # noqa: PLC0415 - heavy libraries are imported where they are used

    book = openpyxl.load_workbook(io.BytesIO(request_workbook.workbook(ASKED)))
    for row, values in enumerate(FILLED, start=HEADINGS_AT + 1):
        for column, value in enumerate(values, start=1):
            if value:
                book.worksheets[0].cell(row, column, value)
    for term in TERMS:
        book.worksheets[2].append(term)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def filled_document() -> bytes:
    import docx  # noqa: PLC0415 - heavy libraries are imported where they are used

    word = docx.Document(io.BytesIO(request_document.document(ASKED)))
    for row, values in zip(word.tables[0].rows[1:], FILLED, strict=False):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    for row, term in zip(word.tables[1].rows[1:], TERMS, strict=False):
        row.cells[0].text, row.cells[1].text = term
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def the_chronology(reading: Reading):
    (table,) = [table for table in reading.tables if table.mapping]
    return table


@pytest.mark.parametrize(
    ("name", "filled"), [("form.xlsx", filled_workbook), ("form.docx", filled_document)], ids=["workbook", "word"]
)
def test_a_filled_form_is_read_back_without_a_doubt(name, filled):
    reading = read_bytes(name, filled())
    table = the_chronology(reading)
    found = [row.entry for row in table.rows if row.entry]

    assert list(table.mapping.values()) == FIELDS
    assert set(table.confidence.values()) == {1.0}
    assert [entry.date_edtf for entry in found] == EDTF
    assert [entry.doubts for entry in found] == [()] * len(FILLED)
    assert [entry.time for entry in found] == ["09:30", "", "", "", "16:05"]
    assert [entry.text for entry in found] == [values[3] for values in FILLED]
    assert [entry.source for entry in found] == [values[2] for values in FILLED]
    assert reading.glossary == TERMS
    assert found[-1].other == {"Was the victim seen?": "Yes", "Voice of the victim": "“Tired”"}


def test_the_form_says_which_number_is_the_day_so_that_nobody_has_to_guess():
    import openpyxl  # noqa: PLC0415 - heavy libraries are imported where they are used

    book = openpyxl.load_workbook(io.BytesIO(request_workbook.workbook(ASKED)))
    for row, day in enumerate(("05/03/2014", "02/04/2014", "06/05/2013"), start=HEADINGS_AT + 1):
        book.worksheets[0].cell(row, 1, day)
        book.worksheets[0].cell(row, 4, "Seen by the practice nurse.")
    made = io.BytesIO()
    book.save(made)
    found = [row.entry for row in the_chronology(read_bytes("form.xlsx", made.getvalue())).rows if row.entry]

    assert [entry.date_edtf for entry in found] == ["2014-03-05", "2014-04-02", "2013-05-06"]
    assert [entry.doubts for entry in found] == [(), (), ()]


@pytest.mark.parametrize(
    ("name", "blank"),
    [("form.xlsx", request_workbook.workbook), ("form.docx", request_document.document)],
    ids=["workbook", "word"],
)
def test_a_form_that_came_back_empty_brings_no_entry(name, blank):
    assert read_bytes(name, blank(ASKED)).counts.imported == 0


def test_the_agency_is_known_from_its_form():
    assert read_bytes("returned.xlsx", filled_workbook()).agency_guess == "Aldermarsh Surgery"


def test_the_working_name_of_the_review_is_not_in_the_request():
    facts = ReviewFacts("Review of the death of Jane Roe", Label.DARDR, "DARDR 3", scope_from="2015", chair="A. Chair")
    asked = of_review(facts, "Housing")

    assert asked.review == "Domestic Abuse Related Death Review DARDR 3"
    made = words_of(request_workbook.workbook(asked)) + words_of(request_document.document(asked))
    assert "Jane Roe" not in made + words_of(request_document.letter(asked))
    assert "Jane Roe" in words_of(request_document.letter(replace(asked, subjects="Jane Roe")))


def words_of(data: bytes) -> str:
    import zipfile  # noqa: PLC0415 - only here

    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_every_fact_of_the_request_stands_in_it():
    letter = words_of(request_document.letter(ASKED))
    for fact in (ASKED.agency, ASKED.review, "1 January 2012", "9 November 2018", "15 January 2027", ASKED.contact):
        assert fact in letter
    assert ASKED.partnership in letter
    assert "{" not in letter.split("<w:body>")[1].split("</w:body>")[0]


def test_a_request_of_which_little_is_known_is_still_whole():
    asked = Request("Housing", "Domestic Homicide Review")
    for data in (request_document.letter(asked), request_document.document(asked), request_workbook.workbook(asked)):
        assert "None" not in words_of(data)
    assert "the day that we have agreed" in words_of(request_document.letter(asked))


def test_the_form_keeps_what_is_typed_and_refuses_nothing():
    import openpyxl  # noqa: PLC0415 - heavy libraries are imported where they are used

    sheet = openpyxl.load_workbook(io.BytesIO(request_workbook.workbook(ASKED))).worksheets[0]
    checks = sheet.data_validations.dataValidation

    assert len(checks) == len(columns())
    assert {check.errorStyle for check in checks if check.type != "none"} <= {"warning", None}
    assert all(dimension.number_format == "@" for dimension in sheet.column_dimensions.values())
    assert sheet.freeze_panes == f"B{HEADINGS_AT + 1}"
    assert sheet.print_title_rows == f"${HEADINGS_AT}:${HEADINGS_AT}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "\r="])
def test_words_that_look_like_a_formula_stay_words(begin):
    import openpyxl  # noqa: PLC0415 - heavy libraries are imported where they are used

    words = f'{begin}HYPERLINK("http://example.org","Surgery")'
    data = request_workbook.workbook(replace(ASKED, agency=words, review=words, contact=words))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]

    assert "<f>" not in "".join(parts_named(data, "xl/worksheets/"))
    assert sheet["A1"].data_type == "s"
    assert sheet["A1"].value.strip() == words.strip()
    assert sheet["A1"].quotePrefix


def parts_named(data: bytes, start: str) -> list[str]:
    import zipfile  # noqa: PLC0415 - only here

    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return [parts.read(name).decode() for name in parts.namelist() if name.startswith(start)]


def test_letters_that_a_workbook_cannot_hold_are_left_out():
    import openpyxl  # noqa: PLC0415 - heavy libraries are imported where they are used

    cell = openpyxl.Workbook().create_sheet("x").cell(1, 1)
    put(cell, "a\x00b\x0bc" + "d" * 40_000)
    assert cell.value.startswith("abcd")
    assert len(cell.value) == 32_767


def converted(tmp_path, name: str, data: bytes) -> None:
    """Have LibreOffice read a workbook and write each of its sheets as CSV beside it."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not here")
    own = (tmp_path / "profile").as_uri()
    (tmp_path / name).write_bytes(data)
    subprocess.run(
        [
            *(shutil.which("soffice"), *_AS_CSV, f"-env:UserInstallation={own}"),
            *("--outdir", str(tmp_path), str(tmp_path / name)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )


@pytest.mark.slow
def test_another_office_program_reckons_nothing(tmp_path):
    asked = replace(ASKED, agency="=1+1", review="@SUM(1)", contact="-2+3")
    converted(tmp_path, "form.xlsx", request_workbook.workbook(asked))
    chronology = (tmp_path / "form-Chronology.csv").read_text(encoding="utf-8")

    assert chronology.startswith("=1+1,")  # the words, and not 2
    assert "@SUM(1) · Chronology of contact" in chronology


@pytest.mark.slow
def test_the_checks_warn_of_what_cannot_be_and_of_nothing_else(tmp_path):
    import openpyxl  # noqa: PLC0415 - heavy libraries are imported where they are used

    sheet = openpyxl.load_workbook(io.BytesIO(request_workbook.workbook(ASKED))).worksheets[0]
    dates, times = (check.formula1 for check in sheet.data_validations.dataValidation if check.type == "custom")
    tried = {
        ("2014-05-03", dates): "TRUE",
        ("early June 2014", dates): "TRUE",
        ("not known", dates): "TRUE",
        ("2114-05-03", dates): "FALSE",
        ("1914-05-03", dates): "FALSE",
        ("14:30", times): "TRUE",
        ("not recorded", times): "TRUE",
        ("Morning ", times): "TRUE",
        ("when she came home", times): "FALSE",
    }
    book = openpyxl.Workbook()
    for row, (words, formula) in enumerate(tried, start=1):
        book.worksheets[0].cell(row, 1, words).number_format = "@"
        book.worksheets[0].cell(row, 2, "=" + formula.replace("A6", f"A{row}").replace("B6", f"A{row}"))
    made = io.BytesIO()
    book.save(made)
    converted(tmp_path, "checks.xlsx", made.getvalue())
    said = (tmp_path / "checks-Sheet.csv").read_text(encoding="utf-8").splitlines()

    assert [line.rsplit(",", 1)[1] for line in said] == list(tried.values())
