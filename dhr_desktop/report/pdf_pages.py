"""What stands on every page of a PDF: the marking above and below, and 'Page x of y'."""

from typing import Any

from reportlab.lib.units import mm  # noqa: TID253 - this room is opened only by to_pdf, when a PDF is made
from reportlab.pdfgen.canvas import Canvas  # noqa: TID253 - as above

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.documents import Document
from dhr_desktop.report.pdf_styles import BOLD, REGULAR, ink

_EDGE = 10 * mm
_SIDE = 20 * mm
_SIZE = 9


def numbered_canvas(document: Document, progress: Progress) -> type[Canvas]:
    """A canvas that keeps its pages until their number is known, and only then writes what stands on each."""

    class Numbered(Canvas):  # type: ignore[misc]  # ReportLab is not typed
        """Pages are held as ReportLab's own page state, which is text, not pictures."""

        def __init__(self, *words: Any, **named: Any) -> None:  # noqa: ANN401 - ReportLab is not typed
            super().__init__(*words, **named)
            self._held: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - ReportLab's own name
            progress.step(len(self._held), len(self._held) + 1, "Writing the PDF")
            self._held.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self._held, 1):
                self.__dict__.update(page)
                _furnish(self, document, number, len(self._held))
                super().showPage()
            super().save()

    return Numbered


def _furnish(canvas: Any, document: Document, number: int, total: int) -> None:  # noqa: ANN401 - ReportLab is not typed
    width, height = canvas._pagesize  # noqa: SLF001 - ReportLab has no other word for it
    canvas.saveState()
    canvas.setFillColor(ink("text"))
    canvas.setFont(BOLD, _SIZE)
    canvas.drawCentredString(width / 2, height - _EDGE - 2, document.edition.marking)
    canvas.drawCentredString(width / 2, _EDGE, document.edition.marking)
    canvas.setFont(REGULAR, _SIZE)
    canvas.drawString(_SIDE, _EDGE, f"{document.title} · {document.edition.name}")
    canvas.drawRightString(width - _SIDE, _EDGE, f"Page {number} of {total}")
    canvas.restoreState()
