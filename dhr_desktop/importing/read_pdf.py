"""Tables of a PDF whose text is real, as grids, and what stands outside them where it holds records.

Where none is ruled: columns that stand under headings, else its lines, for records that begin with a date.
"""

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import aligned_pages, filled_fields, limits, narratives, page_tables, problems
from dhr_desktop.importing.grid import Grid, as_text, rectangular
from dhr_desktop.importing.page_margins import without_margins
from dhr_desktop.importing.page_marks import Marks, Overfull
from dhr_desktop.importing.page_words import PrintedPage, Word, Words, lines_of, mended, page_of, said
from dhr_desktop.importing.ruled_tables import RuledTable, words_of
from dhr_desktop.importing.text_columns import one_after_another

if TYPE_CHECKING:
    from pdfminer.pdfdevice import PDFDevice

_KIND = "a PDF"
_LEAST_LETTERS = 20
_LEAST_ON_PICTURE = 100
"""Letters below which a page that a picture fills has no text but its head and foot."""
_PICTURED = 0.5
_KEPT_WORDS = 6
_OUTSIDE = "Text"


def read_pdf(name: str, data: bytes, progress: Progress = UNWATCHED, password: str = "") -> list[Grid]:
    """The tables of the file, one that runs over pages being one; or its lines as one grid of a single column.

    Lines outside the tables are a grid of their own where they hold records. Raises `Scanned` where the pages are
    pictures, `NoTable` where they hold hardly any text, `PasswordNeeded`, and `NotThisKind` for a damaged file.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it tells of every odd font, by name
    try:
        return _grids(name, _pages(name, pdfplumber.open(io.BytesIO(data), password=password).doc, progress))
    except UserError:
        raise
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise problems.password_needed(name, wrong=bool(password)) from None
        raise problems.not_this_kind(name, _KIND) from None
    except (RecursionError, MemoryError, Overfull):
        raise problems.too_large(name) from None
    except Exception as error:  # noqa: BLE001 - pdfminer raises whatever the damage happens to cause
        if isinstance(error, PDFPasswordIncorrect):
            raise problems.password_needed(name, wrong=bool(password)) from None
        raise problems.not_this_kind(name, _KIND) from None


def _pages(name: str, document: Any, progress: Progress) -> Iterator[PrintedPage]:  # noqa: ANN401 - pdfminer's own
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    pages = list(PDFPage.create_pages(document))
    if len(pages) > limits.MOST_PAGES:
        raise problems.too_large(name)
    resources = PDFResourceManager()
    for number, page in enumerate(pages):
        progress.step(number, len(pages), "Reading pages")
        marks = Marks(limits.MOST_MARKS)
        PDFPageInterpreter(resources, cast("PDFDevice", marks)).process_page(page)
        yield page_of(marks, filled_fields.texts_on(page))


@dataclass(slots=True)
class _Found:
    """What the pages hold: ruled tables, and all lines that stand in none."""

    tables: list[RuledTable] = field(default_factory=list)
    lines: list[list[Words]] = field(default_factory=list)
    """The lines of each page."""
    beside: list[list[Words]] = field(default_factory=list)
    """The same without those right above a table, which head it."""
    first: int = -1
    """The page of the first table."""


def _grids(name: str, pages: Iterator[PrintedPage]) -> list[Grid]:
    found = _Found()
    letters = 0
    pictures: list[int] = []
    for number, page in enumerate(pages, 1):
        said_here = sum(len(word.words) + 1 for word in page.words)
        letters += said_here
        if page.pictured >= _PICTURED and said_here < _LEAST_ON_PICTURE:
            pictures.append(number)
        _take_in(found, page)
    if letters < _LEAST_LETTERS:
        raise problems.scanned(name) if pictures else problems.hardly_any_text(name)
    first, *others = _all_grids(found)
    return [replace(first, pictures=tuple(pictures)), *others]


def _all_grids(found: _Found) -> list[Grid]:
    if not found.tables:
        return [aligned_pages.grid_of(found.lines) or _of_lines("", found.lines)]
    grids = [table.grid(str(number)) for number, table in enumerate(found.tables, 1)]
    outside = list(_outside(found))
    before = narratives.records_in([said(line) for lines in found.beside[: found.first] for line in lines])
    return [*outside, *grids] if before else [*grids, *outside]


def _take_in(found: _Found, page: PrintedPage) -> None:
    tables, rest = page_tables.parted(page)
    lines = [*([Word(words, 0, 0, 0, 0)] for words in page.beside), *lines_of(rest)]
    heading: set[int] = set()
    last = 0.0
    for table in tables:
        above = [number for number, line in enumerate(lines) if last <= line[0].middle < table.top]
        before = tuple(said(lines[number]) for number in above[-_KEPT_WORDS:])
        rows = [[words_of(cell) for cell in row] for row in table.rows]
        made = RuledTable(table.edges, rows, before)
        last = table.bottom
        if found.tables and found.tables[-1].goes_on_in(made):
            continue
        heading.update(_heading(lines, above))
        found.first = len(found.lines) if found.first < 0 else found.first
        found.tables.append(made)
    found.lines.append(lines)
    found.beside.append([line for number, line in enumerate(lines) if number not in heading])


def _heading(lines: Sequence[Words], above: Sequence[int]) -> Iterator[int]:
    """The line right above a table, where it stands apart from those above it."""
    if not above:
        return
    line = lines[above[-1]]
    if len(above) == 1 or line[0].top - lines[above[-2]][0].bottom > line[0].height / 2:
        yield above[-1]


def _outside(found: _Found) -> Iterator[Grid]:
    """What stands outside the tables, where it holds records, or where no table is a chronology and this may be."""
    in_columns = aligned_pages.grid_of(found.beside)
    if in_columns:
        yield replace(in_columns, name=_OUTSIDE)
        return
    lines = _of_lines(_OUTSIDE, found.beside)
    texts = [str(row[0]) for row in lines.rows]
    if texts and (narratives.records_in(texts) or not _tell_most(found.tables, texts)):
        yield lines


def _tell_most(tables: Sequence[RuledTable], texts: Sequence[str]) -> bool:
    """Whether one of the tables holds dates, and the tables more words than stand outside them."""
    inside = sum(len(as_text(value)) for table in tables for row in table.rows for value in row)
    return inside >= sum(map(len, texts)) and any(table.holds_dates() for table in tables)


def _of_lines(name: str, pages: Sequence[Sequence[Words]]) -> Grid:
    lines = mended([said(line) for page in without_margins(pages) for line in one_after_another(page)])
    return Grid(name=name, rows=rectangular([[line] for line in lines]))
