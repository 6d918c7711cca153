"""What stands at the edges of a file's pages is kept beside its entries, for names to be found in."""

import io
import zipfile

import docx
import openpyxl
import pytest

from dhr_desktop.app.inspect import names
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.importing.inspect import inspect
from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.sheet_edges import named, of_codes
from tests.sheets.made import word

ROWS = [["Date", "Details"], ["13/03/2016", "Seen at home."], ["14/03/2016", "Rang the office."]]


def with_edges(head: str, foot: str) -> bytes:
    document = docx.Document(io.BytesIO(word("Chronology", ROWS)))
    section = document.sections[0]
    section.header.paragraphs[0].text = head
    section.footer.paragraphs[0].text = foot
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_the_edges_of_pages_are_notes_and_no_entries() -> None:
    reading = read_bytes("notes.docx", with_edges("Re: Mrs Bronwen Parry", "Prepared by Ifor Probert"))
    (table,) = [table for table in reading.tables if table.counts.imported]
    assert table.counts.imported == 2
    assert list(table.shape.notes.values()) == ["Re: Mrs Bronwen Parry", "Prepared by Ifor Probert"]
    assert not any("Parry" in str(row.entry.other) for row in table.rows if row.entry)


def test_names_at_the_edges_of_pages_are_proposed(tmp_path) -> None:
    file = tmp_path / "notes.docx"
    file.write_bytes(with_edges("Re: Mrs Bronwen Parry", "Prepared by Ifor Probert"))
    proposed = {
        each["form"]: each["whom"] for each in names(inspect([file]), [Person(1, "Bronwen Parry", Role.VICTIM)])
    }
    assert proposed["Mrs Bronwen Parry"] == "Bronwen Parry"


def excel() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in ROWS:
        sheet.append(row)
    sheet.oddHeader.left.text = "Re: Mrs Bronwen Parry"
    sheet.oddHeader.center.text = "&A"
    sheet.oddFooter.right.text = "Page &P of &N"
    sheet.oddFooter.left.text = "Prepared by Ifor Probert"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"))
)
_EDGES = (
    "<office:master-styles><style:master-page>"
    "<style:header><text:p>Re: <text:span>Mrs Bronwen</text:span> Parry</text:p></style:header>"
    '<style:header-left style:display="false"><text:p>Not shown</text:p></style:header-left>'
    "<style:footer><text:p>Prepared by Ifor Probert</text:p><text:p>Page <text:page-number>1</text:page-number>"
    "</text:p></style:footer></style:master-page></office:master-styles>"
)


def _cells(row: list[str]) -> str:
    return "".join(
        f'<table:table-cell office:value-type="string"><text:p>{one}</text:p></table:table-cell>' for one in row
    )


def open_document(kind: str) -> bytes:
    rows = "".join(f"<table:table-row>{_cells(row)}</table:table-row>" for row in ROWS)
    body = f'<office:{kind}><table:table table:name="Notes">{rows}</table:table></office:{kind}>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        parts.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        parts.writestr(
            "content.xml",
            f"<office:document-content {_NAMES}><office:body>{body}</office:body></office:document-content>",
        )
        parts.writestr("styles.xml", f"<office:document-styles {_NAMES}>{_EDGES}</office:document-styles>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [("notes.xlsx", excel()), ("notes.odt", open_document("text")), ("notes.ods", open_document("spreadsheet"))],
)
def test_the_edges_of_other_pages_are_notes_and_no_entries_too(name: str, data: bytes) -> None:
    reading = read_bytes(name, data)
    (table,) = [table for table in reading.tables if table.counts.imported]
    assert table.counts.imported == 2
    assert list(table.shape.notes.values()) == ["Re: Mrs Bronwen Parry", "Prepared by Ifor Probert"]
    assert not any("Parry" in str(row.entry.other) for row in table.rows if row.entry)


def test_codes_of_a_sheets_header_are_no_words() -> None:
    assert of_codes('&L&"Arial,Bold"&12Re: D&&G Hill&C&KFF0000Draft\n&A&R&P/&N') == ["Re: D&G Hill", "Draft", "/"]


def test_what_counts_pages_alone_says_nothing_and_what_is_at_both_edges_stands_once() -> None:
    assert named(["Sheet 1 of 3", "Re: Jo Hill"], ["Re: Jo Hill", "Page 2"]) == {"page header 1": "Re: Jo Hill"}
