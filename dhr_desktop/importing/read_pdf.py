"""Tables of a PDF whose text is real, as grids.

Where none is ruled: columns that stand under headings, else its lines, for records that begin with a date.
"""

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import aligned_pages, limits, problems
from dhr_desktop.importing.aligned_pages import Words
from dhr_desktop.importing.grid import Grid, Value, rectangular
from dhr_desktop.importing.page_margins import without_margins
from dhr_desktop.importing.ruled_tables import RuledTable, words_of

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

_KIND = "a PDF"
_LEAST_LETTERS = 20
_LEAST_COLUMNS = 2


def read_pdf(name: str, data: bytes, progress: Progress = UNWATCHED, password: str = "") -> list[Grid]:
    """The tables of the file, one that runs over pages being one; or its lines as one grid of a single column.

    Raises `Scanned` where the pages are pictures, `PasswordNeeded`, and `NotThisKind` for a damaged file.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it tells of every odd font, by name
    try:
        with pdfplumber.open(io.BytesIO(data), password=password) as pdf:
            return _grids(name, pdf, progress)
    except UserError:
        raise
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise problems.password_needed(name, wrong=bool(password)) from None
        raise problems.not_this_kind(name, _KIND) from None
    except (RecursionError, MemoryError):
        raise problems.too_large(name) from None
    except Exception as error:  # noqa: BLE001 - pdfminer raises whatever the damage happens to cause
        if isinstance(error, PDFPasswordIncorrect):
            raise problems.password_needed(name, wrong=bool(password)) from None
        raise problems.not_this_kind(name, _KIND) from None


def _grids(name: str, pdf: "PDF", progress: Progress) -> list[Grid]:
    pages = pdf.pages
    if len(pages) > limits.MOST_PAGES:
        raise problems.too_large(name)
    tables: list[RuledTable] = []
    lines: list[list[str]] = []
    words: list[list[Words]] = []
    for number, page in enumerate(pages):
        progress.step(number, len(pages), "Reading pages")
        _refuse_dense(name, page)
        lines.append(_lines(page))
        words.append([] if tables else aligned_pages.lines_of(page))
        for table in _tables(page):
            if not (tables and tables[-1].goes_on_in(table)):
                tables.append(table)
        page.close()
    if sum(len(line) for page_lines in lines for line in page_lines) < _LEAST_LETTERS:
        raise problems.scanned(name) if pages else problems.no_table(name)
    if tables:
        return [table.grid(str(number)) for number, table in enumerate(tables, 1)]
    in_columns = aligned_pages.grid_of(words)
    if in_columns:
        return [in_columns]
    return [Grid(name="", rows=rectangular([[line] for line in without_margins(lines, str)]))]


def _refuse_dense(name: str, page: "Page") -> None:
    if sum(len(page.objects.get(kind, ())) for kind in ("char", "line", "rect", "curve")) > limits.MOST_MARKS:
        raise problems.too_large(name)


def _lines(page: "Page") -> list[str]:
    return [line for line in (page.extract_text() or "").split("\n") if line.strip()]


def _tables(page: "Page") -> Iterator[RuledTable]:
    """Each ruled table of a page with its columns' left edges and the lines above it."""
    for table in page.find_tables():
        rows: list[list[Value]] = [[words_of(cell) for cell in row] for row in table.extract()]
        if rows and len(rows[0]) >= _LEAST_COLUMNS:
            edges = sorted({round(cell[0], 1) for cell in table.cells})
            above = page.crop((0, 0, page.width, max(table.bbox[1], 1))) if table.bbox[1] > 1 else None
            words = _lines(above) if above is not None else []
            yield RuledTable(edges, rows, tuple(words[-6:]))
