"""The blank chronology and the covering letter as Word documents."""

import io
from typing import TYPE_CHECKING, Any

from dhr_desktop.base.clock import today
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.importing import request as wording
from dhr_desktop.importing.request import Request

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table

_MARGIN_CM = 1.5
_LETTER_MARGIN_CM = 2.5
_A4_CM = 21.0, 29.7
_ROW_CM = 0.9
_INK = "1F3A4D"


def document(request: Request) -> bytes:
    """The form for one agency as .docx: the chronology, its guidance and a table for abbreviations."""
    word = _word(request, wide=True)
    agency, review, back = wording.titles(request, in_word=True)
    word.add_heading(agency, 1)
    word.add_paragraph(review)
    word.add_paragraph(back)
    columns = wording.columns()
    table = _table(word, [column.heading for column in columns], wording.rows_in_word())
    _set_widths(table, [column.width for column in columns], _A4_CM[1] - 2 * _MARGIN_CM)
    _new_page(word, wording.words("guide"))
    for title, paragraphs in wording.guide(request):
        word.add_heading(title, 2)
        for paragraph in paragraphs:
            word.add_paragraph(paragraph)
    word.add_heading(wording.words("columns"), 2)
    for column in columns:
        word.add_paragraph(f"{column.heading}: {column.prompt}")
    _new_page(word, wording.words("glossary"))
    word.add_paragraph(wording.words("glossary_note"))
    _set_widths(_table(word, wording.words("glossary_headings"), wording.rows_in_word()), [1, 3], 20.0)
    return _saved(word)


def letter(request: Request) -> bytes:
    """The covering letter as .docx, dated today, for the chair to go over and sign."""
    word = _word(request, wide=False)
    title, paragraphs = wording.letter(request)
    word.add_paragraph(in_british_words(of_day(today())))
    to, review, *rest = paragraphs
    word.add_paragraph(to)
    word.add_heading(title, 1)
    word.add_paragraph(review).runs[0].bold = True
    for paragraph in rest:
        word.add_paragraph(paragraph)
    return _saved(word)


def _word(request: Request, *, wide: bool) -> "WordDocument":
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Cm

    word = docx.Document()
    section = word.sections[0]
    short, long = _A4_CM
    section.page_width, section.page_height = (Cm(long), Cm(short)) if wide else (Cm(short), Cm(long))
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    margin = Cm(_MARGIN_CM if wide else _LETTER_MARGIN_CM)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin
    for name, size in (("Normal", 10 if wide else 11), ("Heading 1", 15), ("Heading 2", 12)):
        _set_style(word.styles[name], size)
    language = word.styles.element.find(f".//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), "en-GB")
    if wide:
        head = section.header.paragraphs[0]
        head.text = wording.words("marking")
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        section.footer.paragraphs[0].text = request.review
    _say_little(word, wording.titles(request)[1])
    return word


def _set_style(style: Any, size: int) -> None:  # noqa: ANN401 - python-docx types styles as their base alone
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name = "Arial"
    style.font.size = Pt(size)
    fonts = style.element.rPr.rFonts
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]  # a theme's font would come before the one named here
    fonts.set(qn("w:eastAsia"), "Arial")
    if style.name != "Normal":
        style.font.color.rgb = RGBColor.from_string(_INK)


def _new_page(word: "WordDocument", heading: str) -> None:
    word.add_heading(heading, 1).paragraph_format.page_break_before = True


def _say_little(word: "WordDocument", title: str) -> None:
    properties = word.core_properties
    properties.author = properties.last_modified_by = "DHR Desktop"
    properties.title = title
    properties.comments = properties.keywords = properties.subject = ""
    properties.language = "en-GB"
    relations = word.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype.endswith(("thumbnail", "extended-properties"))]:
        relations.pop(key)


def _table(word: "WordDocument", headings: list[str], rows: int) -> "Table":
    """A ruled table whose headings stand again at the top of each page, and whose rows are not torn between pages."""
    from docx.shared import Cm

    table: Table = word.add_table(1 + rows, len(headings), style="Table Grid")
    table.autofit = False
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    _mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001 - python-docx has no name for it
    for row in table.rows:
        row.height = Cm(_ROW_CM)
        _mark(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - python-docx has no name for it
    return table


def _mark(properties: Any, tag: str) -> None:  # noqa: ANN401 - an element of lxml
    from docx.oxml import OxmlElement

    properties.append(OxmlElement(tag))


def _set_widths(table: "Table", shares: list[float], whole_cm: float) -> None:
    from docx.shared import Cm

    for column, share in zip(table.columns, shares, strict=True):
        width = Cm(whole_cm * share / sum(shares))
        column.width = width
        for cell in column.cells:
            cell.width = width


def _saved(word: "WordDocument") -> bytes:
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()
