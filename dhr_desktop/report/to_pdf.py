"""Renders a document to PDF with embedded fonts, bookmarks, its marking and 'Page x of y' on every page."""

import io
from collections.abc import Iterator
from itertools import count, zip_longest
from typing import TYPE_CHECKING, Any

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.documents import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Quote,
    Section,
    Table,
    Text,
    leads_in,
    plain,
)
from dhr_desktop.report.to_docx import clean

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from dhr_desktop.report.pdf_pages import Findings

_PDF_LANGUAGE = "en-GB"


def to_pdf(document: Document, progress: Progress = UNWATCHED) -> bytes:
    """The bytes of the PDF file."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.units import mm
    from reportlab.platypus import BaseDocTemplate, Frame, NextPageTemplate, PageBreak, PageTemplate

    from dhr_desktop.report.pdf_pages import Findings, numbered_canvas  # noqa: PLC0415 - slow to import
    from dhr_desktop.report.pdf_styles import binary_streams, register_fonts  # noqa: PLC0415 - slow to import

    register_fonts()
    made = io.BytesIO()
    template = BaseDocTemplate(
        made,
        title=f"{document.title} - {document.edition.name}",
        author="DHR Desktop",
        subject=document.subtitle,
        creator="DHR Desktop",
        producer="DHR Desktop",
        lang=_PDF_LANGUAGE,
    )
    edge = document.margin_mm * mm
    for name, (width, height) in (("portrait", A4), ("landscape", landscape(A4))):
        frame = Frame(
            edge,
            edge,
            width - 2 * edge,
            height - 2 * edge,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
        )
        template.addPageTemplates(PageTemplate(id=name, frames=[frame], pagesize=(width, height)))
    story: list[Any] = []
    for place, section in enumerate(document.sections):
        story.append(NextPageTemplate("landscape" if section.landscape else "portrait"))
        if place:
            story.append(PageBreak())
        elif section.landscape:
            template.pageTemplates.reverse()
        story += list(_flowables(document, section, place))
    findings = Findings()
    template.afterFlowable = _noting(template, findings)
    progress.step(0, 1, "Writing the PDF")
    with binary_streams():
        template.build(story, canvasmaker=numbered_canvas(document, findings, progress))
    return made.getvalue()


def _noting(template: Any, findings: "Findings") -> Any:  # noqa: ANN401 - ReportLab is not typed
    """Notes where each heading and each line of the contents is placed."""
    from dhr_desktop.report.pdf_pages import ContentsLine, Place  # noqa: PLC0415 - slow to import

    chapters, others = count(), count()

    def after(flowable: Any) -> None:  # noqa: ANN401 - as above
        if not hasattr(flowable, "outline_level") and not hasattr(flowable, "leads_to"):
            return
        # ReportLab has no other word for where it has got to, which is below the space after the flowable.
        bottom = template.frame._y + flowable.getSpaceAfter()  # noqa: SLF001
        if hasattr(flowable, "outline_level"):
            key = f"chapter-{next(chapters)}" if flowable.is_chapter else f"heading-{next(others)}"
            place = Place(key, flowable.outline_text, flowable.outline_level, bottom + flowable.height)
            findings.places.setdefault(template.page, []).append(place)
        else:
            baseline = bottom + flowable.style.leading - flowable.style.fontSize
            line = ContentsLine(f"chapter-{flowable.leads_to}", baseline, bottom + flowable.height)
            findings.lines.setdefault(template.page, []).append(line)

    return after


def _flowables(document: Document, section: Section, place: int) -> "Iterator[Flowable]":
    if place == 0 and not document.letter:
        yield from _front(document)
    previous = 0
    for block, after in zip_longest(section.blocks, section.blocks[1:]):
        if isinstance(block, Heading):
            previous = min(block.level, previous + 1)
            yield _heading(block, previous - 1)
            continue
        for made in _block(block):
            if leads_in(block, after):
                made.keepWithNext = True
            yield made


def _front(document: Document) -> "Iterator[Flowable]":
    if document.brief:
        yield _text(plain(document.title), "heading2")
    else:
        yield _text(plain(document.title), "title")
        yield _text(plain(document.subtitle), "subtitle")
    for line in document.lines:
        yield _text(plain(line), "front")
    if document.contents:
        yield _text(plain("Contents"), "contents")
        for place, chapter in enumerate(document.chapters):
            line = _text(plain(chapter.text), "contents_line", chapter.number)
            line.leads_to = place
            yield line


def _heading(heading: Heading, outline_level: int) -> "Flowable":
    style = f"heading{heading.level}" if heading.number or heading.level > 1 else "heading1_plain"
    made = _text(plain(heading.text), style, heading.number)
    made.outline_level, made.is_chapter = outline_level, heading.level == 1
    made.outline_text = f"{heading.number} {heading.text}".strip()
    return made


def _block(block: Block) -> "Iterator[Flowable]":
    from reportlab.lib.units import mm
    from reportlab.platypus import Spacer

    match block:
        case Paragraph():
            yield _text(block.text, "numbered" if block.number else "normal", block.number)
        case Quote():
            yield _text(block.text, "quote")
            if block.source:
                yield _text(plain(block.source), "quote_source")
        case Bullets():
            for item in block.items:
                yield _text(item, "bullet", "•")
        case Note():
            yield _text(block.text, "note")
        case Figure():
            from dhr_desktop.report.pdf_figure import SpokenImage  # noqa: PLC0415 - slow to import

            yield SpokenImage(block, block.width_mm * mm)
            yield _text(plain(block.caption), "caption")
        case Table():
            from dhr_desktop.report.pdf_table import RuledTable  # noqa: PLC0415 - slow to import

            if block.caption:
                yield _text(plain(block.caption), "caption")
            yield RuledTable(block)
            yield Spacer(0, 8)


def _text(text: Text, style: str, label: str = "") -> Any:  # noqa: ANN401 - ReportLab is not typed
    from dhr_desktop.report.pdf_styles import face, styles  # noqa: PLC0415 - slow to import
    from dhr_desktop.report.pdf_text import LinedText  # noqa: PLC0415 - slow to import

    chosen = styles()[style]
    pieces = [(face(chosen, bold=run.bold, italic=run.italic), clean(run.text)) for run in text]
    return LinedText(pieces, chosen, label)
