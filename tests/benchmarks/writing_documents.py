"""How fast documents are written, beside what python-docx and ReportLab do with the same rows in the usual way.

python tests/benchmarks/writing_documents.py [--peers ROWS]
"""

import argparse
import io
import time
from collections.abc import Callable

from dhr_desktop.domain.documents import Document, Section, Table
from dhr_desktop.domain.editions import CONFIDENTIAL
from dhr_desktop.report.chronology import COLUMNS
from dhr_desktop.report.to_docx import to_docx
from dhr_desktop.report.to_pdf import to_pdf

WORDS = (
    "Officers attended after a call from a neighbour who had heard shouting. Both were spoken to apart and the"
    " checklist was completed. The child was asleep upstairs and was seen. Advice was given and a referral was made."
)


def rows(number: int) -> list[tuple[str, ...]]:
    """Rows of a chronology, no two alike."""
    return [
        (
            str(n),
            f"{n % 28 + 1} March 2016",
            f"{n % 24:02}:15",
            "Anytown Constabulary",
            f"{n}. {WORDS}",
            f"Action {n}.",
            f"R{n}",
        )
        for n in range(number)
    ]


def document(number: int) -> Document:
    """A landscape document of one long table."""
    return Document("Chronology", "", (), CONFIDENTIAL, (Section((Table(COLUMNS, rows(number)),), landscape=True),))


def timed(work: Callable[[], object]) -> float:
    """Seconds that `work` took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cell_by_cell(number: int) -> None:
    """The usual python-docx: a table, and each of its cells by row and column."""
    import docx

    word = docx.Document()
    table = word.add_table(number, len(COLUMNS))
    for row, texts in enumerate(rows(number)):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    word.save(io.BytesIO())


def paragraphs(number: int) -> None:
    """The usual ReportLab: a LongTable with a Paragraph in every cell."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["Normal"]
    table = LongTable(
        [[Paragraph(text, style) for text in texts] for texts in rows(number)],
        colWidths=[column.share * 7 for column in COLUMNS],
        repeatRows=1,
    )
    SimpleDocTemplate(io.BytesIO(), pagesize=landscape(A4)).build([table])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--peers", type=int, default=100, help="rows at which the peers are timed")
    number = parser.parse_args().peers
    to_docx(document(1))
    to_pdf(document(1))
    print(f"Word, 10,000 rows of 7 columns: {timed(lambda: to_docx(document(10_000))):.2f} s")
    print(f"PDF, 2,000 rows of 7 columns: {timed(lambda: to_pdf(document(2_000))):.2f} s")
    for name, ours, theirs in (
        ("Word beside python-docx cell by cell", lambda: to_docx(document(number)), lambda: cell_by_cell(number)),
        (
            "PDF beside ReportLab's LongTable of Paragraphs",
            lambda: to_pdf(document(number)),
            lambda: paragraphs(number),
        ),
    ):
        mine, peer = timed(ours), timed(theirs)
        print(f"{name}, {number} rows: {mine:.2f} s and {peer:.2f} s, {peer / mine:.0f} times")


if __name__ == "__main__":
    main()
