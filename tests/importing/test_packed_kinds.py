"""Packed files whose parts lie otherwise than usual, or are locked: read by what they say of themselves, or refused."""

import io
import zipfile

import pytest

from dhr_desktop.importing import problems
from dhr_desktop.importing.reading import read_bytes
from tests.fuzz import seeds
from tests.sheets.made import rebuilt, word, workbook

_ROWS = [("Date", "Event"), ("14/03/2016", "Home visit."), ("15/03/2016", "Telephone call.")]
_DATES = ["2016-03-14", "2016-03-15"]
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "manifest")
)


def _dates(name, data):
    return [row.entry.date_edtf for table in read_bytes(name, data).tables for row in table.rows if row.entry]


def _packed(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        for name, part in parts.items():
            out.writestr(name, part)
    return made.getvalue()


def _parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def _sheet(*cells, break_="", kind="spreadsheet"):
    """An .ods, or its one document of XML, with a table of `cells` under 'Date' and 'Event'."""
    rows = break_.join(f"<table:table-row>{break_}{break_.join(row)}{break_}</table:table-row>" for row in cells)
    table = f"<table:table table:name='Log'>{break_}{rows}{break_}</table:table>"
    return f"<office:body><office:{kind}>{break_}{table}{break_}</office:{kind}></office:body>"


def _said(words):
    return f"<table:table-cell office:value-type='string'><text:p>{words}</text:p></table:table-cell>"


_CELLS = [[_said(words) for words in row] for row in _ROWS]


def _ods(body, **more):
    content = f"<office:document-content {_SPACES}>{body}</office:document-content>"
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return _packed({"mimetype": mimetype, "content.xml": content, **more})


def test_a_spreadsheet_with_breaks_between_its_elements_is_read():
    assert _dates("a.ods", _ods(_sheet(*_CELLS, break_="\n   "))) == _DATES


@pytest.mark.parametrize(("kind", "suffix"), [("spreadsheet", ".fods"), ("text", ".fodt"), ("spreadsheet", ".xml")])
def test_an_open_document_of_one_piece_of_xml_is_read(kind, suffix):
    data = (
        f'<?xml version="1.0"?>\n<office:document {_SPACES} '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}">'
        f"{_sheet(*_CELLS, break_=chr(10), kind=kind)}</office:document>"
    )
    assert _dates(f"a{suffix}", data.encode()) == _DATES


def test_a_template_of_a_text_is_read_as_the_text():
    parts = _parts(seeds.odt())
    template = _packed({**parts, "mimetype": parts["mimetype"] + b"-template"})
    assert _dates("a.odt", template) == _dates("a.odt", seeds.odt()) != []
    without = _packed({name: part for name, part in parts.items() if name != "mimetype"})
    assert _dates("a.odt", without) == _dates("a.odt", seeds.odt())


def test_records_in_a_text_without_tables_are_read():
    lines = "".join(f"<text:p>{day}/03/2016 Home visit, nobody was in.</text:p>" for day in (14, 15))
    content = f"<office:document-content {_SPACES}><office:body><office:text>{lines}</office:text></office:body>"
    data = _packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content + "</office:document-content>",
        }
    )
    assert _dates("a.odt", data) == _DATES


@pytest.mark.parametrize(("name", "kind"), [("a.ods", "spreadsheet"), ("a.odt", "text")])
def test_an_open_document_under_a_password_is_said_to_be_so(name, kind):
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    data = _packed({"mimetype": mimetype, "content.xml": b"\x8a\x01", "META-INF/manifest.xml": manifest})
    with pytest.raises(problems.Unopenable, match="protected by a password") as refused:
        read_bytes(name, data)
    assert "LibreOffice" in refused.value.next_step


def test_a_length_of_time_stands_as_the_sheet_shows_it():
    times = [
        f"<table:table-cell office:value-type='time' office:time-value='{value}'><text:p>{shown}</text:p>"
        "</table:table-cell>"
        for value, shown in (("PT967160H20M59.999S", "08:21"), ("-PT01H00M00S", "-01:00"))
    ]
    cells = [[_said("Date"), _said("Event"), _said("Length")]]
    cells += [
        [_said(day), _said("Visit."), time] for day, time in zip(("14/03/2016", "15/03/2016"), times, strict=True)
    ]
    rows = read_bytes("a.ods", _ods(_sheet(*cells))).tables[0].rows
    assert [row.cells[2] for row in rows] == ["Length", "08:21", "-01:00"]


def test_parts_named_with_backslashes_are_found():
    parts = _parts(workbook(("Log", _ROWS)))
    swapped = {name.lower().replace("/", "\\"): part for name, part in parts.items()}
    assert _dates("a.xlsx", _packed(swapped)) == _DATES


def test_a_document_whose_main_part_has_a_name_of_its_own_is_read():
    parts = _parts(word(_ROWS))
    renamed = {
        name.replace("document.xml", "trial.xml"): part.replace(b"word/document.xml", b"word/trial.xml")
        for name, part in parts.items()
    }
    assert _dates("a.docx", _packed(renamed)) == _DATES


def test_a_part_that_is_never_read_may_unfold_to_anything():
    parts = _parts(word(_ROWS))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name, part in parts.items():
            out.writestr(name, part + b" " * (20 << 20) if name == "docProps/app.xml" else part)
    assert _dates("a.docx", made.getvalue()) == _DATES


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "a.ods"])
def test_a_packed_file_of_something_else_is_not_what_its_name_says(name):
    with pytest.raises(problems.NotThisKind):
        read_bytes(name, _packed({"readme.txt": "hello"}))


@pytest.mark.parametrize(
    ("name", "data", "words", "step"),
    [
        ("a.html", b"<p>Dear chair</p>", "no table in it", "row for each entry"),
        ("a.html", b"Dear chair", "no table in it", "row for each entry"),
        ("a.htm", b"<!-- nothing -->", "no table in it", "row for each entry"),
        ("a.xml", b'<?xml version="1.0"?><settings/>', "is XML, but not a spreadsheet", ".xlsx"),
        ("a.csv", b"\x1f\x8b\x08\0\0\0\0\0", "packed as a .gz file", "Unpack it"),
        ("a.gsheet", b'{"url": "x"}', "only a link to a Google sheet", ".xlsx"),
        ("a.eml", b"From: a\nTo: b\n\nHello", "E-mails are not read", "attachment"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97-2003", ".docx"),
        ("a.rtf", b"{\\rtf1 x}", "Rich text", ".docx"),
        ("a.xlsx", b"Dear chair", "not an Excel workbook", "ask the agency"),
    ],
)
def test_what_is_not_read_says_what_it_is_and_what_to_do(name, data, words, step):
    with pytest.raises(problems.UserError) as refused:
        read_bytes(name, data)
    assert words in refused.value.what
    assert step in refused.value.next_step


def test_a_workbook_that_the_first_reader_refuses_is_read_by_the_second():
    """A macro sheet may be listed without a part of its own."""
    data = rebuilt(
        workbook(("Log", _ROWS)),
        "xl/workbook.xml",
        b"</sheets>",
        b'<sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" name="Module1"'
        b' sheetId="9" state="hidden" r:id=""/></sheets>',
    )
    assert _dates("a.xlsx", data) == _DATES


def test_words_that_a_workbook_has_lost_are_told_of_and_the_rest_is_read():
    words = b't="inlineStr"><is><t>Telephone call.</t></is>'
    data = rebuilt(workbook(("Log", _ROWS)), "xl/worksheets/sheet1.xml", words, b't="s"><v>50</v>')
    reading = read_bytes("a.xlsx", data)
    assert [row.cells for row in reading.tables[0].rows[1:]] == [_ROWS[1], ("15/03/2016", "")]
    assert any("words of 1 cells are missing" in problem for problem in reading.problems)
