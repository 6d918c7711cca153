"""Files as agencies send them, made afresh for each test: workbooks, CSV and Word tables in awkward layouts."""

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


def protected_workbook() -> bytes:
    """An .xlsx under a password, as Excel saves one."""
    from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415 - heavy libraries are imported where they are used

    made = io.BytesIO()
    OOXMLFile(io.BytesIO(workbook(("Sheet1", [["Date", "Event"]])))).encrypt("secret", made)
    return made.getvalue()
