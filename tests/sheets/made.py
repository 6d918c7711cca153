"""Files as agencies send them, made afresh for each test: workbooks, CSV and Word tables in awkward layouts."""

import base64
import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any


def workbook(*sheets: tuple[str, Sequence[Sequence[Any]]], hide: Any = None) -> bytes:
    """An .xlsx of sheets given by name and rows; `hide` may change the openpyxl workbook before it is saved."""
    import openpyxl  # noqa: PLC0415 - heavy libraries are imported where they are used

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if hide:
        hide(book)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def csv_text(rows: Iterable[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """A delimited text file."""
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=delimiter).writerows(rows)
    return made.getvalue().encode(encoding)


def word(*parts: str | Sequence[Sequence[str]], merge: Sequence[tuple[int, int, int, int]] = ()) -> bytes:
    """A .docx of paragraphs (texts) and tables (rows); `merge` joins cells of the last table from one to another."""
    import docx  # noqa: PLC0415 - heavy libraries are imported where they are used

    document = docx.Document()
    table = None
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), len(part[0]))
        for row, cells in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    if table is not None:
        for top, left, bottom, right in merge:
            table.cell(top, left).merge(table.cell(bottom, right))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def bomb() -> bytes:
    """A small .xlsx whose one sheet would unfold to 300 MB."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts, parts.open("xl/worksheets/sheet1.xml", "w") as part:
        for _ in range(300):
            part.write(b" " * 1024 * 1024)
    return made.getvalue()


def protect(data: bytes, password: str) -> bytes:
    """A workbook or document under a password, as Office saves one."""
    from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415 - heavy libraries are imported where they are used

    made = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(password, made)
    return made.getvalue()


def protected_workbook() -> bytes:
    """An .xlsx under a password."""
    return protect(workbook(("Sheet1", [["Date", "Event"]])), "secret")


def pdf(rows: Sequence[Sequence[str]], *, password: str = "", repeat: bool = False) -> bytes:
    """A PDF with one ruled table, its headings on every page where `repeat`; a blank page where there are no rows."""
    from reportlab.lib.pdfencrypt import StandardEncryption  # noqa: PLC0415 - as above
    from reportlab.lib.styles import getSampleStyleSheet  # noqa: PLC0415
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table  # noqa: PLC0415

    plain = getSampleStyleSheet()["BodyText"]
    cells = [[Paragraph(cell, plain) for cell in row] for row in rows]
    grid = [("GRID", (0, 0), (-1, -1), 1, "black")]
    made = io.BytesIO()
    encrypt = StandardEncryption(password, strength=128) if password else None
    document = SimpleDocTemplate(made, encrypt=encrypt)
    table = [Table(cells, colWidths=[80, 60, 280], repeatRows=1 if repeat else 0, style=grid)] if cells else []
    document.build(table or [PageBreak(), PageBreak()])
    return made.getvalue()


def ruled(*pages: Sequence[Sequence[str]], widths: Sequence[int]) -> bytes:
    """A PDF with a ruled table on each page, all with columns of the same widths; lines of a cell stay apart."""
    from reportlab.lib.styles import getSampleStyleSheet  # noqa: PLC0415 - as above
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table  # noqa: PLC0415

    plain = getSampleStyleSheet()["BodyText"]
    parts: list[Any] = []
    for rows in pages:
        cells = [[Paragraph(cell.replace("\n", "<br/>"), plain) for cell in row] for row in rows]
        parts += [Table(cells, colWidths=list(widths), style=[("GRID", (0, 0), (-1, -1), 1, "black")]), PageBreak()]
    made = io.BytesIO()
    SimpleDocTemplate(made).build(parts)
    return made.getvalue()


def printed(*pages: Sequence[Sequence[tuple[int, str]]]) -> bytes:
    """A PDF without rules: for each line of a page its words, each with where it begins, in points from the left."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - as above

    made = io.BytesIO()
    canvas = Canvas(made)
    for page in pages:
        for number, line in enumerate(page):
            for start, words in line:
                canvas.drawString(start, 800 - 14 * number, words)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def rebuilt(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A packed file with some bytes of one of its parts replaced, wherever they stand."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            kept = parts.read(name)
            out.writestr(name, kept.replace(old, new) if name == part else kept)
    return made.getvalue()


PROTECTED_ZIP = base64.b64decode(
    "UEsDBAoACQAAACdfd12XnoM0KAAAABwAAAAFABwAYS5jc3ZVVAkAAxkqBGsZKgRrdXgLAAEEAAAAAAQAAAAAEJWTGCM2Wf73fNrDwPpbbZcq"
    "PIRa7CfLAVEYQA12oWWROn+U0J5OsVBLBwiXnoM0KAAAABwAAABQSwECHgMKAAkAAAAnX3ddl56DNCgAAAAcAAAABQAYAAAAAAABAAAApIEA"
    "AAAAYS5jc3ZVVAUAAxkqBGt1eAsAAQQAAAAABAAAAABQSwUGAAAAAAEAAQBLAAAAdwAAAAAA"
)
"""A .zip with one file, 'a.csv' with one entry, under the password 'Ravens 1'; no library here makes such."""
