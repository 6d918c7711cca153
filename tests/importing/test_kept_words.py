"""No word of a file is lost, or said twice, because of the way in which the file holds it."""

import io
import zipfile

import pytest

from dhr_desktop.importing import problems
from dhr_desktop.importing.opening import grids_of
from dhr_desktop.importing.reading import read_bytes
from tests.sheets.made import workbook

_USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = f'xmlns:w="{_USUAL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_HEAD = ("Date", "Event", "Comment")
_ROWS = "Date,Event,Agency\r\n14/03/2016,{},GP\r\n15/03/2016,Telephone call,GP\r\n"


def _packed(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, words in parts.items():
            file.writestr(name, words)
    return made.getvalue()


def _document(body: str, part: str = "word/document.xml", **beside: str) -> bytes:
    others = {f"word/{name}.xml": f"<w:{name} {_SPACES}>{words}</w:{name}>" for name, words in beside.items()}
    return _packed({part: f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>", **others})


def _p(words: str) -> str:
    return f"<w:p>{_r(words)}</w:p>"


def _r(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def _table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell if '<' in cell else _p(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def _with_event(event: str) -> str:
    return _table(_HEAD, ("14/03/2016", f"<w:p>{event}</w:p>", ""), ("15/03/2016", "Telephone call", ""))


def _entries(reading):
    return [row.entry for table in reading.tables for row in table.rows if row.entry]


@pytest.mark.parametrize(
    "event",
    [
        f"<w:moveFrom>{_r('Home visit')}</w:moveFrom><w:moveTo>{_r('Home visit')}</w:moveTo>",
        (
            "<w:r><mc:AlternateContent>"
            f'<mc:Choice Requires="wps"><w:txbxContent>{_p("Home visit")}</w:txbxContent></mc:Choice>'
            f"<mc:Fallback><w:txbxContent>{_p('Home visit')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
        ),
    ],
    ids=["moved", "text box"],
)
def test_what_a_document_holds_twice_is_said_once(event):
    assert _entries(read_bytes("a.docx", _document(_with_event(event))))[0].text == "Home visit"


def test_a_comment_an_endnote_and_struck_out_words_stay_with_their_row():
    event = (
        f'{_r("Home visit")}<w:r><w:endnoteReference w:id="2"/></w:r>'
        "<w:del><w:r><w:delText>No reply</w:delText></w:r></w:del>"
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    data = _document(
        _with_event(event),
        endnotes=f'<w:endnote w:id="2">{_p("From the diary")}</w:endnote>',
        comments=f'<w:comment w:id="0">{_p("Which child?")}</w:comment>',
    )
    first = _entries(read_bytes("a.docx", data))[0]
    assert first.text == "Home visit[e2]"
    assert first.other["Footnote [e2]"] == "From the diary"
    assert first.other["Comment on cell B2"] == "Which child?\nStruck out as a tracked change: “No reply”"


def test_records_that_stand_outside_the_tables_of_a_document_are_read_too():
    lines = "".join(_p(f"{day}/03/2016 Home visit, nobody was in.") for day in range(16, 24))
    people = _table(("Name", "Role"), ("A", "GP"))
    chronology = _table(_HEAD, ("14/03/2016", "Home visit", ""), ("15/03/2016", "Call", ""))
    assert len(_entries(read_bytes("a.docx", _document(lines + people)))) == 7  # the line right above heads the table
    assert len(_entries(read_bytes("a.docx", _document(chronology + lines)))) == 10


def test_headings_with_dates_above_tables_are_no_records():
    one = _table(_HEAD, ("09:30", "Home visit", ""), ("10:00", "Call", ""))
    body = "".join(_p(f"{day} March 2016") + _p("Contacts") + one for day in (14, 15, 16))
    assert [grid.name for grid in grids_of("a.docx", _document(body))] == ["1", "2", "3"]


def test_documents_of_the_strict_standard_and_of_word_on_the_web_are_read():
    plain = _document(_with_event(_r("Home visit")))
    strict = _packed(
        {
            "word/document.xml": zipfile.ZipFile(io.BytesIO(plain))
            .read("word/document.xml")
            .decode()
            .replace(_USUAL, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        }
    )
    web = _document(_with_event(_r("Home visit")), part="word/document2.xml")
    assert [grid.rows for grid in grids_of("a.docx", strict)] == [grid.rows for grid in grids_of("a.docx", plain)]
    assert [grid.rows for grid in grids_of("a.docx", web)] == [grid.rows for grid in grids_of("a.docx", plain)]


def _sheet(*cells: str) -> bytes:
    """A workbook whose second row is `cells` as they stand in its XML."""
    whole = zipfile.ZipFile(io.BytesIO(workbook(("Sheet1", [("Date", "Event", "Comment"), ("x", "y", "z")]))))
    parts = {name: whole.read(name).decode() for name in whole.namelist()}
    head = "".join(f'<c t="inlineStr"><is><t>{words}</t></is></c>' for words in _HEAD)
    first = '<c t="inlineStr"><is><t>14/03/2016</t></is></c><c t="inlineStr"><is><t>Home visit</t></is></c>'
    parts["xl/worksheets/sheet1.xml"] = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f"<row>{head}</row><row>{first}</row><row>{''.join(cells)}</row></sheetData></worksheet>"
    )
    return _packed(parts)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ('<c t="e"><v>#N/A</v></c>', "#N/A"),
        ("<c><f>A2+1</f></c>", "=A2+1"),
        ("<c><f>A2+1</f><v></v></c>", "=A2+1"),
        ('<c><f t="shared" si="0"/></c>', "=formula"),
    ],
)
def test_a_date_that_is_an_error_or_was_never_reckoned_is_no_blank_that_takes_the_date_above(cell, words):
    event = '<c t="inlineStr"><is><t>Telephone call</t></is></c>'
    second = _entries(read_bytes("a.xlsx", _sheet(cell, event)))[1]
    assert (second.date_edtf, second.date_written) == ("XXXX", words)
    assert [doubt.code for doubt in second.doubts] == ["unreadable"]


def test_a_formula_whose_result_is_no_words_shows_nothing():
    empty = '<c t="str"><f>IF(A2="","","x")</f><v></v></c>'
    assert grids_of("a.xlsx", _sheet(empty, "<c><v>1</v></c>"))[0].rows[2][:2] == (None, 1.0)


@pytest.mark.parametrize(
    ("encoding", "event"),
    [
        ("mac_roman", "She said “I’m fine” – café, £5"),
        ("mac_roman", "The family’s own words"),
        ("cp1252", "She said “I’m fine” – café, £5"),
        ("cp1252", "Seen with Ó Briain and Mrs Novakovšek"),
        ("cp1252", "Ms Žagar’s wrist"),
    ],
)
def test_text_of_windows_and_of_a_macintosh_is_told_apart(encoding, event):
    data = _ROWS.format('"' + event + '"').encode(encoding)
    assert _entries(read_bytes("a.csv", data))[0].text == event


def test_a_text_that_is_called_a_workbook_is_read_where_it_is_a_table():
    assert len(_entries(read_bytes("export.xls", _ROWS.format("Home visit").encode()))) == 2
    with pytest.raises(problems.NotThisKind):
        read_bytes("export.xls", b"This is no workbook, but a letter.\nIt has lines, some with commas.\nAnd an end.\n")


def test_a_print_in_columns_is_read_by_them():
    lines = [
        "Print for the review",
        f"{'Date':12}{'Time':8}{'Event':32}Agency",
        *(
            f"{day}/03/2016  09:{day}   {words:32}GP"
            for day, words in ((14, "Home visit to the family"), (15, "Telephone call, no answer"), (16, "Letter"))
        ),
    ]
    reading = read_bytes("print.txt", "\r\n".join(lines).encode())
    assert [(entry.date_edtf, entry.time, entry.text) for entry in _entries(reading)] == [
        ("2016-03-14", "09:14", "Home visit to the family"),
        ("2016-03-15", "09:15", "Telephone call, no answer"),
        ("2016-03-16", "09:16", "Letter"),
    ]


def test_lines_that_go_on_indented_belong_to_the_record_above():
    lines = [
        line
        for day in (14, 15, 16)
        for line in (f"{day}/03/2016  09:30  Home visit, all seen,", " " * 19 + "and spoke with both children.")
    ]
    entries = _entries(read_bytes("print.txt", "\n".join(lines).encode()))
    assert [entry.text for entry in entries] == ["Home visit, all seen,\nand spoke with both children."] * 3


def test_a_small_table_in_a_cell_of_a_web_page_is_part_of_the_cell():
    data = (
        b"<html><table><tr><th>Date</th><th>Event</th></tr>"
        b"<tr><td>14/03/2016</td><td>Visit<table><tr><td>BP</td><td>120/80</td></tr></table></td></tr>"
        b"<tr><td>15/03/2016</td><td>Call</td></tr></table></html>"
    )
    assert [entry.text for entry in _entries(read_bytes("a.html", data))] == ["Visit\nBP 120/80", "Call"]


@pytest.mark.parametrize(
    ("name", "part", "words"),
    [
        ("a.numbers", "Index/Document.iwa", "Numbers spreadsheets are not read"),
        ("a.pages", "Index/Document.iwa", "Pages documents are not read"),
        ("a.pptx", "ppt/presentation.xml", "Slides are not read"),
    ],
)
def test_other_packed_kinds_are_refused_as_what_they_are(name, part, words):
    with pytest.raises(problems.UnknownKind, match=words):
        read_bytes(name, _packed({part: "x"}))


def test_a_web_page_packed_with_its_pictures_is_refused_with_a_way_round():
    data = b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html><table></table></html>"
    with pytest.raises(problems.UnknownKind) as refused:
        read_bytes("export.xls", data)
    assert "save it as a workbook" in refused.value.next_step


def test_a_table_in_a_text_box_is_read_as_one_and_its_words_once():
    chronology = _table(_HEAD, ("14/03/2016", "Home visit", ""), ("15/03/2016", "Call", ""))
    box = f"<w:p><w:r><w:pict><w:txbxContent>{_p('From the board')}{chronology}</w:txbxContent></w:pict></w:r></w:p>"
    grids = grids_of("a.docx", _document(_p("Minutes") + box))
    assert [grid.rows[1][:2] for grid in grids] == [("14/03/2016", "Home visit")]
    assert grids[0].context == ("Minutes", "From the board")
    in_a_cell = _table(_HEAD, ("14/03/2016", "x", "")).replace(_p("x"), box)
    assert len(grids_of("a.docx", _document(in_a_cell))) == 1
