"""Renders a document to Word (.docx). Body XML is built directly: cell by cell, python-docx grows quadratically."""

import io
import re
from collections.abc import Collection, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from dhr_desktop.base import resources
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

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TWIPS_PER_MM = 1440 / 25.4
_A4 = (210, 297)
_AT_A_TIME = 200
_PARTED_ABOVE = 700
"""Letters in a cell above which its row may part at the foot of a page."""
_UNFIT = re.compile("[^\\t\\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def to_docx(document: Document, progress: Progress = UNWATCHED) -> bytes:
    """The bytes of the Word file."""
    from dhr_desktop.report.word_styles import prepared  # noqa: PLC0415 - python-docx is slow to import

    word = prepared(document)
    body = word.element.body
    last = body[-1]
    for place, section in enumerate(document.sections):
        for element in _section_elements(document, section, place, word, progress):
            last.addprevious(element)
        if place < len(document.sections) - 1:
            last.addprevious(_parsed(f"<w:p {_SPACE}><w:pPr>{_page(section, document.margin_mm)}</w:pPr></w:p>"))
    _set_last_page(last, document.sections[-1], document.margin_mm)
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def _section_elements(
    document: Document, section: Section, place: int, word: "WordDocument", progress: Progress
) -> "Iterator[_Element]":
    if place == 0 and not document.letter:
        yield from _front(document)
    marks = {id(heading): number for number, heading in enumerate(document.chapters)}
    for block, after in zip_longest(section.blocks, section.blocks[1:]):
        if isinstance(block, Table):
            yield from _table(block, _width_mm(section, document.margin_mm), progress)
        elif isinstance(block, Figure):
            yield _figure(block, word)
            yield _paragraph(plain(block.caption), "Caption")
        elif isinstance(block, Heading) and id(block) in marks:
            yield _marked(_paragraph(plain(_numbered(block)), "Heading 1"), marks[id(block)])
        else:
            yield from (_kept_with_next(each) if leads_in(block, after) else each for each in _words(block))


def _kept_with_next(paragraph: "_Element") -> "_Element":
    paragraph[0].append(_parsed(f"<w:keepNext {_SPACE}/>"))
    return paragraph


def _marked(heading: "_Element", number: int) -> "_Element":
    """The heading between the two ends of a bookmark, which the contents lead to."""
    heading.insert(1, _parsed(f'<w:bookmarkStart {_SPACE} w:id="{number}" w:name="{_mark(number)}"/>'))
    heading.append(_parsed(f'<w:bookmarkEnd {_SPACE} w:id="{number}"/>'))
    return heading


def _mark(number: int) -> str:
    return f"_Toc{number + 1:06}"


def _front(document: Document) -> "Iterator[_Element]":
    if document.brief:
        yield _paragraph(plain(document.title), "Heading 2")
    else:
        yield _paragraph(plain(document.title), "Title")
        yield _paragraph(plain(document.subtitle), "Subtitle")
    for line in document.lines:
        yield _paragraph(plain(line), "Front matter")
    if document.contents:
        yield _paragraph(plain("Contents"), "Contents heading")
        yield from _contents(document)


def _contents(document: Document) -> "Iterator[_Element]":
    """A contents field that is filled in already, so that nothing asks the reader to update it."""
    headings = document.chapters
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for place, heading in enumerate(headings):
        first, last = begin if place == 0 else "", end if place == len(headings) - 1 else ""
        yield _parsed(
            f'<w:p {_SPACE}><w:pPr><w:pStyle w:val="Contentsline"/></w:pPr>{first}'
            f'<w:hyperlink w:anchor="{_mark(place)}" w:history="1">{_runs(plain(_numbered(heading)))}</w:hyperlink>{last}</w:p>'
        )


def _numbered(heading: Heading) -> str:
    return f"{heading.number}\t{heading.text}" if heading.number else heading.text


def _words(block: Block) -> "Iterator[_Element]":
    match block:
        case Heading():
            yield _paragraph(plain(_numbered(block)), f"Heading {block.level}")
        case Paragraph(number=""):
            yield _paragraph(block.text, "Normal")
        case Paragraph():
            yield _paragraph((*plain(f"{block.number}\t"), *block.text), "Numbered")
        case Quote():
            yield _paragraph(block.text, "Quote")
            if block.source:
                yield _paragraph(plain(block.source), "Quote source")
        case Bullets():
            for item in block.items:
                yield _paragraph((*plain("•\t"), *item), "Bullet")
        case Note():
            yield _paragraph(block.text, "Note")


def _paragraph(text: Text, style: str) -> "_Element":
    return _parsed(f'<w:p {_SPACE}><w:pPr><w:pStyle w:val="{style.replace(" ", "")}"/></w:pPr>{_runs(text)}</w:p>')


def _runs(text: Text) -> str:
    return "".join(_run(run.text, bold=run.bold, italic=run.italic) for run in text)


def _run(text: str, *, bold: bool = False, italic: bool = False) -> str:
    look = f"<w:rPr>{'<w:b/>' * bold}{'<w:i/>' * italic}</w:rPr>" if bold or italic else ""
    lines = []
    for line in clean(text).split("\n"):
        parts = (f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in line.split("\t"))
        lines.append("<w:tab/>".join(parts))
    return f"<w:r>{look}{'<w:br/>'.join(lines)}</w:r>"


def clean(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold (section 2.2), which agencies' exports sometimes carry."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _width_mm(section: Section, margin_mm: int) -> float:
    return (_A4[1] if section.landscape else _A4[0]) - 2 * margin_mm


def _table(table: Table, width_mm: float, progress: Progress) -> "Iterator[_Element]":
    if table.caption:
        yield _paragraph(plain(table.caption), "Caption")
    shares = sum(column.share for column in table.columns)
    widths = [round(width_mm * _TWIPS_PER_MM * column.share / shares) for column in table.columns]
    head = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    element = _parsed(
        f'<w:tbl {_SPACE}><w:tblPr><w:tblStyle w:val="Plaintable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>{head}</w:tblGrid></w:tbl>'
    )
    names = [column.heading for column in table.columns]
    element.append(_row_element([_row(names, widths, "Tablehead", "<w:cantSplit/><w:tblHeader/>")])[0])
    under = table.under_bands
    for start in range(0, len(table.rows), _AT_A_TIME):
        progress.step(start, len(table.rows), "Writing the Word file")
        rows: list[str] = []
        for place, row in enumerate(table.rows[start : start + _AT_A_TIME], start):
            if place in table.bands:
                rows.append(_band(table.bands[place].text, widths))
            strong = {column for column in range(len(row)) if (place, column) in table.strong}
            fill = _fill("band") if place in under else ""
            rows.append(_row(row, widths, "Tablecell", _kept(row), fill, strong))
        element.extend(_row_element(rows))
    yield element
    yield _paragraph((), "After table")


def _band(text: str, widths: list[int]) -> str:
    """A row of one cell across the table, on the page of the row that follows it."""
    look = f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>{_fill("head")}'
    return (
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>{look}</w:tcPr>"
        f'<w:p><w:pPr><w:pStyle w:val="Tablecell"/><w:keepNext/></w:pPr>{_run(text, bold=True)}</w:p></w:tc></w:tr>'
    )


def _fill(ink: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{resources.toml("report/inks.toml")["word"][ink]}"/>'


def _kept(row: tuple[str, ...]) -> str:
    """A row of ordinary length stays on one page; a long one may part, so that no page is left half empty."""
    return "<w:cantSplit/>" if max(map(len, row), default=0) <= _PARTED_ABOVE else ""


def _row(
    cells: "list[str] | tuple[str, ...]",
    widths: list[int],
    style: str,
    properties: str,
    fill: str = "",
    strong: Collection[int] = (),
) -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_fill("head") if at in strong else fill}</w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(cell, bold=at in strong) if cell else ""}</w:p></w:tc>'
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>" if properties else f"<w:tr>{made}</w:tr>"


def _row_element(rows: list[str]) -> "list[_Element]":
    return list(_parsed(f"<w:tbl {_SPACE}>{''.join(rows)}</w:tbl>"))


def _figure(figure: Figure, word: "WordDocument") -> "_Element":
    from docx.shared import Mm

    paragraph = word.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True  # its caption stands under it
    paragraph.add_run().add_picture(io.BytesIO(figure.png), width=Mm(figure.width_mm))
    drawing = paragraph._p.xpath(".//wp:docPr")[0]  # noqa: SLF001 - python-docx has no word for alternative text
    drawing.set("descr", figure.alternative)
    element: _Element = paragraph._p  # noqa: SLF001 - as above
    return element


def _page(section: Section, margin_mm: int) -> str:
    """Section properties (ECMA-376 part 1, 17.6.17); headers and footers are inherited from the last section."""
    width, height = (round(side * _TWIPS_PER_MM) for side in (_A4[::-1] if section.landscape else _A4))
    turned = ' w:orient="landscape"' if section.landscape else ""
    margin = round(margin_mm * _TWIPS_PER_MM)
    edge = round(9 * _TWIPS_PER_MM)
    return (
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}"'
        f' w:left="{margin}" w:header="{edge}" w:footer="{edge}" w:gutter="0"/></w:sectPr>'
    )


def _set_last_page(properties: "_Element", section: Section, margin_mm: int) -> None:
    """Give the body's own section properties the page of the last section, keeping their header and footer."""
    wanted = _parsed(f"<w:p {_SPACE}>{_page(section, margin_mm)}</w:p>")[0]
    for name in ("pgSz", "pgMar"):
        tag = f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"
        old, new = properties.find(tag), wanted.find(tag)
        if old is not None and new is not None:
            properties.replace(old, new)


def _parsed(xml: str) -> "_Element":
    from docx.oxml import parse_xml

    element: _Element = parse_xml(xml)
    return element
