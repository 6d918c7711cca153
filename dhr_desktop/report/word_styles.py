"""The look of our Word files: styles, page furniture and properties, set on python-docx's own empty document."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dhr_desktop.base import resources
from dhr_desktop.domain.documents import Document

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import ParagraphStyle


@dataclass(frozen=True, slots=True)
class _Look:
    """A paragraph style: size in points, spaces before and after in points, hanging indent in millimetres."""

    name: str
    size: float
    before: float = 0
    after: float = 6
    bold: bool = False
    italic: bool = False
    hanging: float = 0
    indent: float = 0
    quiet: bool = False
    keep_next: bool = False


_LOOKS = (
    _Look("Title", 24, 24, 6, bold=True),
    _Look("Subtitle", 14, 0, 18, quiet=True),
    _Look("Front matter", 11, 0, 2),
    _Look("Contents heading", 14, 24, 8, bold=True),
    _Look("Contents line", 11, 0, 4, hanging=12),
    _Look("Heading 1", 15, 24, 8, bold=True, hanging=12, keep_next=True),
    _Look("Heading 2", 12.5, 16, 6, bold=True, keep_next=True),
    _Look("Heading 3", 11, 12, 4, bold=True, keep_next=True),
    _Look("Normal", 11, 0, 8),
    _Look("Numbered", 11, 0, 8, hanging=12),
    _Look("Bullet", 11, 0, 4, hanging=6, indent=12),
    _Look("Quote", 11, 4, 4, italic=True, indent=12),
    _Look("Quote source", 10, 0, 8, indent=12, quiet=True),
    _Look("Note", 10, 2, 8, italic=True, quiet=True, indent=12),
    _Look("Caption", 10, 10, 4, bold=True, keep_next=True),
    _Look("Table head", 9, 2, 2, bold=True),
    _Look("Table cell", 9, 2, 2),
    _Look("After table", 4, 0, 2),
)


def prepared(document: Document) -> "WordDocument":
    """An empty Word document with our styles, A4 pages, marking, page numbers and properties without any name."""
    import docx

    word = docx.Document()
    for look in _LOOKS:
        _set_style(word, look)
    _add_table_style(word)
    _set_language(word)
    _set_furniture(word, document)
    properties = word.core_properties
    properties.author = properties.last_modified_by = "DHR Desktop"
    properties.title = f"{document.title} - {document.edition.name}"
    properties.subject = document.subtitle
    properties.comments = properties.keywords = properties.category = ""
    properties.language = "en-GB"
    properties.created = properties.modified = datetime.now(tz=UTC)
    _forget_template(word)
    return word


def _forget_template(word: "WordDocument") -> None:
    """Take out what python-docx's template says of the machine it was made on, and what makes Word speak of old times.

    Without a stated mode 15, Word 2013 and later open a file in compatibility mode ([MS-DOCX] 2.17.7, w:compatSetting).
    """
    from docx.oxml.ns import qn

    relations = word.part.package.rels
    for key in [
        key for key, relation in relations.items() if relation.reltype.endswith(("thumbnail", "extended-properties"))
    ]:
        relations.pop(key)
    settings = word.settings.element
    for tag in ("w:rsids", "w:savePreviewPicture", "w:proofState"):
        for element in settings.findall(qn(tag)):
            settings.remove(element)
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), "15")
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")


def _ink() -> dict[str, str]:
    inks: dict[str, str] = resources.toml("report/inks.toml")["word"]
    return inks


def _set_style(word: "WordDocument", look: _Look) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    known = {style.name for style in word.styles}
    style: ParagraphStyle = (
        word.styles[look.name] if look.name in known else word.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    )
    style.font.name = "Arial"
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for side in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(side), "Arial")
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme), None)
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, look.italic
    style.font.color.rgb = RGBColor.from_string(_ink()["quiet" if look.quiet else "text"])
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(look.before), Pt(look.after), 1.15
    shape.left_indent, shape.first_line_indent = Mm(look.indent + look.hanging), Mm(-look.hanging)
    shape.keep_with_next = look.keep_next
    for parent, tag in ((style.element.pPr, "w:pBdr"), (style.element.rPr, "w:spacing"), (style.element.rPr, "w:kern")):
        unwanted = parent.find(qn(tag))
        if unwanted is not None:
            parent.remove(unwanted)


def _add_table_style(word: "WordDocument") -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    line = f'w:val="single" w:sz="4" w:space="0" w:color="{_ink()["line"]}"'
    edges = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    word.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Plaintable"><w:name w:val="Plain table"/><w:tblPr>'
            f'<w:tblBorders>{edges}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
            f'</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{_ink()["head"]}"/></w:tcPr>'
            "</w:tblStylePr></w:style>"
        )
    )


def _set_language(word: "WordDocument") -> None:
    from docx.oxml.ns import qn

    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _set_furniture(word: "WordDocument", document: Document) -> None:
    """The marking at the head and foot of each page, with the edition and the page's number beside it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    section = word.sections[0]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (head, foot):
        paragraph.style = word.styles["Table cell"]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.add_run(document.edition.marking).bold = not document.letter
    if document.letter:
        return
    foot.add_run(document.edition.marking).bold = True
    foot.add_run(f"    {document.title} · {document.edition.name} · Page ")
    _add_field(foot, "PAGE")
    foot.add_run(" of ")
    _add_field(foot, "NUMPAGES")


def _add_field(paragraph: object, name: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    paragraph._p.append(  # type: ignore[attr-defined]  # noqa: SLF001 - python-docx has no word for fields
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
