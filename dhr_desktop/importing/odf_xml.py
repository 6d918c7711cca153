"""The XML of OpenDocument files (ISO/IEC 26300): what calamine does not tell of an .ods, and the tables of an .odt."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from dhr_desktop.importing import sheet_edges
from dhr_desktop.importing.grid import Spans, column_letters

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_HIDDEN = ("collapse", "filter")
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_FAR = 10_000_000
"""Above any count that means something."""
_CONTENT, _STYLES = "content.xml", "styles.xml"
_NO_LIST = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
_PLAIN_TIME = re.compile(r"PT(?:0?\d|1\d|2[0-3])H.*")
_MOST_SHOWN = 100_000
_BREAKS = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": "\t", f"{_TEXT}s": " "}
_KEPT_WORDS = 6
_MOST_BLANKS = 1000
_SAYS_NOTHING = (f"{_OFFICE}annotation", f"{_TEXT}sheet-name")
_NOT_RUNNING = (f"{_TABLE}table", f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_TEXT}p")


@dataclass(slots=True)
class SheetFacts:
    """What a sheet's cells do not say: hidden rows and columns, merged areas, notes by cell. Counted from 0."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    spans: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    extent: tuple[int, int] = (0, 0)
    """The last row and column with anything in them, counted from 1."""
    shown: dict[tuple[int, int], str] = field(default_factory=dict)
    """What cells show, by row and column, whose time is no time of a day: a day in hours, or less than nothing."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of a text document: rows of words, merged areas, and the words that stand before it."""

    rows: list[list[str]]
    spans: dict[tuple[int, int], tuple[int, int]]
    context: tuple[str, ...]


def sheet_facts(data: bytes) -> dict[str, SheetFacts]:
    """The facts of each sheet of an .ods by name.

    It is asked before calamine, which can loop for ever over XML that does not end. Raises `XMLSyntaxError`,
    `KeyError` or `BadZipFile` for a damaged file.
    """
    root = _content(data)
    return {
        table.get(f"{_TABLE}name", ""): _facts(table)
        for table in root.iter(f"{_TABLE}table")
        if (parent := table.getparent()) is not None and parent.tag == f"{_OFFICE}spreadsheet"
    }


def _content(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return etree.fromstring(parts.read(_CONTENT), _parser())


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)


def tidied(data: bytes) -> bytes:
    """The file without what calamine refuses: blanks between elements, and a list of parts that is missing.

    The blanks mean nothing there, for words stand in the paragraphs of a cell (ODF 1.2 part 1, 9.1.4).
    """
    return _packed(b"application/vnd.oasis.opendocument.spreadsheet", _content(data))


def packed(data: bytes) -> bytes:
    """A flat file (.fods, .fodt), which is one document of XML, as the packed one that the readers know (3.1.2)."""
    root = etree.fromstring(data, _parser())
    root.tag = f"{_OFFICE}document-content"
    return _packed(root.get(f"{_OFFICE}mimetype", "").encode(), root)


def _packed(mimetype: bytes, root: etree._Element) -> bytes:
    for element in root.iter(f"{_OFFICE}*", f"{_TABLE}*"):
        if not (element.text or "").strip():
            element.text = None
        for child in element:
            if not (child.tail or "").strip():
                child.tail = None
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        out.writestr("mimetype", mimetype)
        out.writestr("META-INF/manifest.xml", _NO_LIST)
        out.writestr(_CONTENT, etree.tostring(root))
    return made.getvalue()


def _facts(table: etree._Element) -> SheetFacts:
    facts = SheetFacts()
    column = 0
    for one in table.iter(f"{_TABLE}table-column"):
        many = _number(one, "number-columns-repeated")
        if one.get(f"{_TABLE}visibility") in _HIDDEN:
            facts.columns.update(range(column, min(column + many, _MOST_COLUMNS)))
        column += many
    number = 0
    for row in table.iter(f"{_TABLE}table-row"):
        many = _number(row, "number-rows-repeated")
        if row.get(f"{_TABLE}visibility") in _HIDDEN:
            facts.rows.update(range(number, min(number + many, _MOST_ROWS)))
        width = _cell_facts(row, range(number, number + many), facts)
        if width:
            facts.extent = min(number + many, _MOST_ROWS), max(facts.extent[1], width)
        number += many
        if number > _MOST_ROWS:
            break
    return facts


def _cell_facts(row: etree._Element, rows: range, facts: SheetFacts) -> int:
    """Note what a row's cells say beside their values; the last column with a value, counted from 1."""
    column = last = 0
    number = rows.start
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        wide, high = _number(cell, "number-columns-spanned"), _number(cell, "number-rows-spanned")
        if wide > 1 or high > 1:
            bottom = min(number + high, _MOST_ROWS) - 1, min(column + wide, _MOST_COLUMNS) - 1
            facts.spans.append(((number, column), bottom))
        note = cell.find(f"{_OFFICE}annotation")
        if note is not None and (words := "\n".join(_said(part) for part in note.iterchildren(f"{_TEXT}p"))):
            facts.notes[f"{column_letters(column)}{number + 1}"] = words
        many = _number(cell, "number-columns-repeated")
        if cell.get(f"{_OFFICE}value-type") == "time":
            _note_shown(cell, rows, range(column, column + many), facts.shown)
        column += many
        last = column if len(cell) or cell.get(f"{_OFFICE}value-type") else last
    return last


def _note_shown(cell: etree._Element, rows: range, columns: range, shown: dict[tuple[int, int], str]) -> None:
    """Note what a cell shows whose time runs past a day ('PT967160H20M'): its form may show the clock alone."""
    words = " ".join(_said(part) for part in cell.iterchildren(f"{_TEXT}p"))
    if words and not _PLAIN_TIME.fullmatch(cell.get(f"{_OFFICE}time-value", "")):
        for row in rows:
            if len(shown) + len(columns) > _MOST_SHOWN:
                return
            shown.update({(row, column): words for column in columns})


def _number(element: etree._Element, name: str) -> int:
    value = element.get(f"{_TABLE}{name}", "1")
    return min(int(value[:9]), _FAR) if value.isascii() and value.isdigit() else 1


def text_tables(data: bytes) -> Iterator[TextTable]:
    """The tables of an .odt that are not inside another. Raises `KeyError` or `XMLSyntaxError` for a damaged one."""
    root = _content(data)
    words: list[str] = []
    for block in root.iter(f"{_TABLE}table", f"{_TEXT}p", f"{_TEXT}h"):
        if any(parent.tag == f"{_TABLE}table" for parent in block.iterancestors()):
            continue
        if block.tag == f"{_TABLE}table":
            yield _text_table(block, tuple(words[-_KEPT_WORDS:]))
            words = []
        elif said := _said(block):
            words.append(said)


def text_lines(data: bytes) -> list[str]:
    """The lines of an .odt outside its tables."""
    return [
        line.strip()
        for block in _content(data).iter(f"{_TEXT}p", f"{_TEXT}h")
        if not any(parent.tag in _NOT_RUNNING for parent in block.iterancestors())
        for line in _said(block).split("\n")
    ]


def edges(data: bytes) -> dict[str, str]:
    """What stands at the head and the foot of the pages (ODF 1.2 part 1, 16.10); raises as `text_tables` does."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        paths = [path for path in (_STYLES, _CONTENT) if path in parts.namelist()]  # a flat file has all in one
        roots = [etree.fromstring(parts.read(path), _parser()) for path in paths]
    sides: dict[str, list[str]] = {"header": [], "footer": []}
    for page in (page for root in roots for page in root.iter(f"{_STYLE}master-page")):
        for side, lines in sides.items():
            for edge in page.iterchildren(*(f"{_STYLE}{side}{which}" for which in ("", "-left", "-first"))):
                if edge.get(f"{_STYLE}display") != "false":
                    paragraphs = (_said(part).strip() for part in edge.iter(f"{_TEXT}p", f"{_TEXT}h"))
                    lines.extend(filter(None, paragraphs))
    return sheet_edges.named(sides["header"], sides["footer"])


def _text_table(table: etree._Element, context: tuple[str, ...]) -> TextTable:
    rows: list[list[str]] = []
    spans = Spans()
    for row in table.iter(f"{_TABLE}table-row"):
        cells: list[str] = []
        for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            at = len(rows), len(cells)
            wide, high = _number(cell, "number-columns-spanned"), _number(cell, "number-rows-spanned")
            if cell.tag.endswith("}table-cell") and (wide > 1 or high > 1):
                spans.add(at, high, wide)
            paragraphs = cell.iterchildren(f"{_TEXT}p", f"{_TEXT}h", f"{_TEXT}list")
            cells.append("\n".join(said for part in paragraphs if (said := _said(part))))
        rows.append(cells)
    return TextTable(rows, spans.cells, context)


def _said(block: etree._Element) -> str:
    """What a paragraph says, without what was struck out and without notes on it."""
    said = [block.text or ""]
    for part in block:
        if part.tag in _BREAKS:
            said.append(_BREAKS[part.tag] * _times(part))
        elif part.tag not in _SAYS_NOTHING:
            said.append(_said(part))
        said.append(part.tail or "")
    return "".join(said).strip("\n")


def _times(part: etree._Element) -> int:
    """How often a blank stands there (ODF 1.2 part 1, 6.1.3); none stands a thousand times for a reason."""
    value = part.get(f"{_TEXT}c", "1")
    return min(int(value[:9]), _MOST_BLANKS) if value.isascii() and value.isdigit() else 1
