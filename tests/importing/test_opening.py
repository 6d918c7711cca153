"""Files are known by what they hold; protected ones open with their password, and what cannot be read says why."""

import io
import zipfile

import pytest

from dhr_desktop.importing import problems
from dhr_desktop.importing.reading import Reading, read_bytes
from tests.sheets.made import pdf, protect, word, workbook

_ROWS = [("Date", "Time", "Event"), ("14/03/2016", "09:30", "Home visit."), ("15/03/2016", "10:00", "Telephone call.")]
_DATES = ["2016-03-14", "2016-03-15"]
_HTML = (
    "<html><body><h2>Contacts</h2><table><tr>"
    + "</tr><tr>".join("".join(f"<td>{cell}</td>" for cell in row) for row in _ROWS)
    + "</tr></table></body></html>"
).encode()
_SHEET_XML = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
    '<Worksheet ss:Name="Contacts"><Table>'
    + "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) + "</Row>"
        for row in _ROWS
    )
    + "</Table></Worksheet></Workbook>"
).encode()


def _odt() -> bytes:
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in _ROWS
    )
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:text><text:p>Contacts</text:p>"
        f"<table:table>{cells}</table:table></office:text></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        parts.writestr("content.xml", content)
    return made.getvalue()


def _dates(reading: Reading):
    return [row.entry.date_edtf for table in reading.tables for row in table.rows if row.entry]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("renamed.xls", workbook(("Sheet1", _ROWS))),
        ("renamed.csv", workbook(("Sheet1", _ROWS))),
        ("renamed.docx", workbook(("Sheet1", _ROWS))),
        ("renamed.xlsx", word(_ROWS)),
        ("web page.xls", _HTML),
        ("page.html", _HTML),
        ("export.xls", _SHEET_XML),
        ("export.xml", _SHEET_XML),
        ("text.odt", _odt()),
        ("print.pdf", pdf(_ROWS)),
        ("print.doc", pdf(_ROWS)),
    ],
)
def test_a_file_is_read_by_what_it_holds_whatever_its_name(name, data):
    assert _dates(read_bytes(name, data)) == _DATES


@pytest.mark.parametrize("plain", [workbook(("Sheet1", _ROWS)), word(_ROWS)], ids=["workbook", "document"])
def test_a_protected_file_opens_with_its_password(plain):
    name = "locked.xlsx" if plain == workbook(("Sheet1", _ROWS)) else "locked.docx"
    locked = protect(plain, "Ravens 1")
    with pytest.raises(problems.PasswordNeeded) as asked:
        read_bytes(name, locked)
    assert not asked.value.wrong
    with pytest.raises(problems.PasswordNeeded) as refused:
        read_bytes(name, locked, password="ravens 1")
    assert refused.value.wrong
    reading = read_bytes(name, locked, password="Ravens 1")
    assert _dates(reading) == _DATES
    assert reading.password == "Ravens 1"
    assert reading.data == locked


def test_a_protected_pdf_opens_with_its_password():
    locked = pdf(_ROWS, password="Ravens 1")
    with pytest.raises(problems.PasswordNeeded):
        read_bytes("locked.pdf", locked)
    assert _dates(read_bytes("locked.pdf", locked, password="Ravens 1")) == _DATES


def test_a_pdf_without_text_is_refused_plainly():
    with pytest.raises(problems.NoTable) as refused:
        read_bytes("blank.pdf", pdf([]))
    assert "spreadsheet or Word file" in refused.value.next_step


def test_a_table_of_a_pdf_that_runs_over_pages_is_one_with_its_repeated_headings_set_aside():
    rows = [_ROWS[0], *((f"{day:02}/03/2016", "", "Home visit, nobody in. " * 6) for day in range(1, 29))] * 3
    reading = read_bytes("print.pdf", pdf(rows, repeat=True))
    assert len(reading.tables) == 1
    assert reading.counts.imported == 84


def test_records_that_begin_with_their_date_are_read_without_a_table():
    lines = [
        "Surgery print",
        "14-Mar-2016 09:30 Home visit.",
        "Nobody in.",
        "",
        "w/c 21/03/2016 Telephone calls.",
        "ditto Letter.",
    ]
    for name, data in (("print.docx", word(*lines)), ("print.txt", "\n".join(lines).encode())):
        reading = read_bytes(name, data)
        entries = [row.entry for table in reading.tables for row in table.rows if row.entry]
        assert [entry.date_edtf for entry in entries] == ["2016-03-14", *["2016-03-21/2016-03-27"] * 2], name
        assert entries[0].time == "09:30"
        assert entries[0].text == "Home visit.\nNobody in."
        counts = reading.counts
        assert counts.read == counts.imported + counts.skipped + counts.error
