"""What is known of a PDF only when all its pages are: 'Page x of y', and where its contents and bookmarks lead."""

from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.units import mm  # noqa: TID253 - this room is opened only by to_pdf, when a PDF is made
from reportlab.pdfgen.canvas import Canvas  # noqa: TID253 - as above

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.documents import Document
from dhr_desktop.report.pdf_styles import BOLD, REGULAR, ink

_EDGE = 10 * mm
_SIDE = 20 * mm
_SIZE = 9
_CONTENTS_SIZE = 11


@dataclass(frozen=True, slots=True)
class Place:
    """A heading on its page: its key for links, its words and level in the outline, and how high it stands."""

    key: str
    words: str
    level: int
    top: float


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents on its page: the key of the heading it leads to, its baseline and its top."""

    key: str
    baseline: float
    top: float


@dataclass(slots=True)
class Findings:
    """What was found on the pages while they were laid out, by the number of the page."""

    places: dict[int, list[Place]] = field(default_factory=dict)
    lines: dict[int, list[ContentsLine]] = field(default_factory=dict)

    def pages(self) -> dict[str, int]:
        """On which page the heading of each key stands."""
        return {place.key: page for page, places in self.places.items() for place in places}


def numbered_canvas(document: Document, findings: Findings, progress: Progress) -> type[Canvas]:
    """A canvas that keeps its pages until their number is known, and only then writes what stands on each.

    Bookmarks are set then too: ReportLab ties them to the page that is being written, not to the one laid out.
    """

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
            pages = findings.pages()
            for number, page in enumerate(self._held, 1):
                self.__dict__.update(page)
                _furnish(self, document, number, len(self._held))
                _lead(self, findings, number, pages)
                super().showPage()
            super().save()

    return Numbered


def _furnish(canvas: Any, document: Document, number: int, total: int) -> None:  # noqa: ANN401 - ReportLab is not typed
    width, height = canvas._pagesize  # noqa: SLF001 - ReportLab has no other word for it
    canvas.saveState()
    canvas.setFillColor(ink("text"))
    canvas.setFont(REGULAR if document.letter else BOLD, _SIZE)
    canvas.drawCentredString(width / 2, height - _EDGE - 2, document.edition.marking)
    if document.letter:
        canvas.restoreState()
        return
    canvas.drawCentredString(width / 2, _EDGE, document.edition.marking)
    canvas.setFont(REGULAR, _SIZE)
    canvas.drawString(_SIDE, _EDGE, f"{document.title} · {document.edition.name}")
    canvas.drawRightString(width - _SIDE, _EDGE, f"Page {number} of {total}")
    canvas.restoreState()


def _lead(canvas: Any, findings: Findings, number: int, pages: dict[str, int]) -> None:  # noqa: ANN401 - as above
    """The bookmarks of a page's headings, and the page numbers and links of its lines of contents."""
    width, _ = canvas._pagesize  # noqa: SLF001 - as above
    for place in findings.places.get(number, ()):
        canvas.bookmarkPage(place.key, fit="XYZ", left=0, top=place.top, zoom=0)
        canvas.addOutlineEntry(place.words, place.key, place.level, closed=False)
    canvas.setFont(REGULAR, _CONTENTS_SIZE)
    canvas.setFillColor(ink("text"))
    for line in findings.lines.get(number, ()):
        if line.key in pages:
            canvas.drawRightString(width - _SIDE, line.baseline, str(pages[line.key]))
            canvas.linkAbsolute("", line.key, (_SIDE, line.baseline - 3, width - _SIDE, line.top), Border="[0 0 0]")
