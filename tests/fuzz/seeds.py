"""A small, whole file of each kind, for spoiling. Everyone in them is invented."""

import io
import zipfile
from datetime import date, time
from pathlib import Path
from xml.sax.saxutils import escape

from tests.fuzz.binary_workbook import binary_workbook
from tests.sheets.made import csv_text, word, workbook

PASSWORD = "secret"
_HERE = Path(__file__).parent / "seeds"
_ROWS = [
    ["Chronology for the review", None, None, None],
    ["Date", "Time", "What happened", "Action taken"],
    ["2 February 2016", "0930hrs", "Seen at home, alone.", "None"],
    ["w/c 15/02/2016", "pm", "Rang twice; no answer.\nText sent.", "Letter"],
    ["ditto", "9.30am", "Letter returned <br /> &amp; filed.", ""],
    ["c. Spring 2016", "not recorded", "=Neighbour heard shouting", "Passed on"],
]
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def xlsx() -> bytes:
    """Typed and written dates, a merge, a hidden row and a second sheet."""

    def change(book) -> None:
        sheet = book.worksheets[0]
        sheet.merge_cells("A3:A4")
        sheet.row_dimensions[5].hidden = True
        sheet["A3"] = date(2016, 2, 1)
        sheet["B3"] = time(9, 30)
        sheet["A6"] = 42401.5

    return workbook(("Log", _ROWS), ("Key", [["DNA", "Did not attend"], ["KW", "Key work"]]), hide=change)


def locked_xlsx() -> bytes:
    """The same under a password."""
    from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415 - as tests.sheets.made

    made = io.BytesIO()
    OOXMLFile(io.BytesIO(xlsx())).encrypt(PASSWORD, made)
    return made.getvalue()


def xls() -> bytes:
    """As LibreOffice writes one."""
    return (_HERE / "small.xls").read_bytes()


def xlsb() -> bytes:
    """Typed dates and times beside written ones."""
    return binary_workbook(
        "Log", [["Date", "Time", "Event"], [(42401, 1), (0.4, 2), "Seen."], ["3/2/16", None, "Rang."]]
    )


def ods() -> bytes:
    """Repeated and covered cells, a typed date and a typed time."""
    plain = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
    text = "".join(
        f"<table:table-row>{''.join(plain.format('', cell) for cell in row)}</table:table-row>"
        for row in (("Date", "Time", "Event"), ("3/2/16", "0930hrs", "Rang."))
    )
    typed = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date" '
        'office:date-value="2016-02-01" table:number-rows-spanned="2"><text:p>1/2/16</text:p></table:table-cell>'
        '<table:table-cell office:value-type="time" office:time-value="PT09H30M00S"/>'
        + plain.format(' table:number-columns-repeated="3"', "Seen.")
        + "</table:table-row>"
    )
    content = (
        f"<office:document-content {_spaces()}><office:body><office:spreadsheet>"
        f'<table:table table:name="Log">{text}{typed}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return _open_document("spreadsheet", content)


def odt() -> bytes:
    """A heading with a date and a table under it."""
    plain = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = "".join(
        f"<table:table-row>{''.join(plain.format(escape(cell or '')) for cell in row)}</table:table-row>"
        for row in _ROWS[1:]
    )
    content = (
        f"<office:document-content {_spaces()}><office:body><office:text><text:h>2016</text:h>"
        f'<table:table table:name="Table1">{rows}</table:table></office:text></office:body></office:document-content>'
    )
    return _open_document("text", content)


def _spaces() -> str:
    return " ".join(f'xmlns:{short}="{_OFFICE}{short}:1.0"' for short in ("office", "table", "text"))


def _open_document(kind: str, content: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        parts.writestr("content.xml", content)
        parts.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{_OFFICE}manifest:1.0"/>')
    return made.getvalue()


def docx() -> bytes:
    """A heading with a date, a table with merged cells, and a second table."""
    rows = [[cell or "" for cell in row] for row in _ROWS[1:]]
    return word("Meeting of Wednesday 3rd February 2016", rows, "2017", rows[:3], merge=[(1, 0, 2, 0)])


def csv() -> bytes:
    """Commas, quotes and a line break within a cell."""
    return csv_text([[cell or "" for cell in row] for row in _ROWS])


def tsv() -> bytes:
    """Tabs, and two bytes for each character."""
    return csv_text([[cell or "" for cell in row] for row in _ROWS], "\t", "utf-16")


def html() -> bytes:
    """A table as Word and Excel put one on the clipboard."""
    rows = "".join(f"<tr>{''.join(f'<td>{cell or chr(160)}</td>' for cell in row)}</tr>" for row in _ROWS)
    return f"<html><body><!--StartFragment--><table border=1>{rows}</table><!--EndFragment--></body></html>".encode()


def pdf() -> bytes:
    """A ruled table of real text over two pages."""
    from reportlab.lib import colors  # noqa: PLC0415 - as tests.sheets.made
    from reportlab.platypus import SimpleDocTemplate, Table  # noqa: PLC0415

    made = io.BytesIO()
    rows = [[cell or "" for cell in row] for row in [_ROWS[1], *_ROWS[2:] * 12]]
    table = Table(rows, repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.grey)])
    SimpleDocTemplate(made, invariant=1, pageCompression=0).build([table])
    return made.getvalue()


def packed() -> bytes:
    """A folder of submissions as .zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("review/police.csv", csv())
        parts.writestr("review/school/log.xlsx", xlsx())
        parts.writestr("__MACOSX/._police.csv", b"\0\5\26\7")
        parts.writestr("notes.doc", b"\xd0\xcf\x11\xe0")
    return made.getvalue()


DATES = (
    *("1/2/2016", "2nd Feb 2016", "w/c 15/02/2016", "c. Spring 2016", "between 3 and 7 June 2019", "ditto", "Q1 2019"),
    *("night of 3/4 June 2016", "Autumn term 2018", "041930MAR19", "before Easter 2021", "2016-02-01T09:30:00Z"),
    *("19 Mehefin 2018 / 19 June 2018", "10/06/18 - 12/06/18 at 9.30pm", "[..2016-02]", "3, 4 and 6 May 2019"),
)
TIMES = ("0930hrs", "9.30am", "approx 14:00", "21:30 - 22:10", "noon", "8:20 yb/am", "10;15", "half past nine", "2130")
