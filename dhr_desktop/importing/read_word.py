"""Tables of a Word document (.docx) as grids, each with the words that stand before it.

The XML is walked directly: python-docx's own cell access grows with the square of a table's length.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import problems
from dhr_desktop.importing.grid import Grid, Value, rectangular

if TYPE_CHECKING:
    from lxml.etree import XMLParser
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KEPT_WORDS = 6
_PART = "a Word document"
_WIDEST_CELL, _DIGITS = 1000, 8
"""Columns that one cell may cover; Word itself knows no more than 63."""
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}


def read_word(name: str, _suffix: str, data: bytes, progress: Progress = UNWATCHED) -> list[Grid]:
    """Every table of the document's body, numbered '1', '2', ... as they stand. Raises `NoTable` when there is none."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            body = etree.fromstring(parts.read("word/document.xml"), parser).find(f"{_W}body")
            notes = _notes(parts, parser)
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        raise problems.not_this_kind(name, _PART) from None
    tables = list(_tables(body)) if body is not None else []
    if not tables:
        lines = (
            [line for block in _blocks(body) for line in _words(block, notes).split("\n")] if body is not None else []
        )
        if not any(line.strip() for line in lines):
            raise problems.no_table(name)
        return [Grid(name="", rows=tuple((line.strip() or None,) for line in lines), notes=_marked(notes))]
    grids = []
    for done, (context, table) in enumerate(tables):
        progress.step(done, len(tables), "Reading tables")
        grids.append(_grid(str(done + 1), table, context, notes))
    return grids


def _tables(body: "Element") -> "Iterator[tuple[tuple[str, ...], Element]]":
    """Each table that is not inside another, with the paragraphs since the table before it."""
    words: list[str] = []
    for block in _blocks(body):
        if block.tag == f"{_W}tbl":
            yield tuple(words[-_KEPT_WORDS:]), block
            words = []
        elif said := _words(block, {}):
            words.append(said)


def _blocks(parent: "Element") -> "Iterator[Element]":
    for child in parent:
        if child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"):
            yield from _blocks(child)
        elif child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child


def _grid(name: str, table: "Element", context: tuple[str, ...], notes: dict[str, str]) -> Grid:
    rows: list[list[Value]] = []
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    above: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(_children(table, "tr")):
        cells: list[Value] = [None] * _number(row.find(f"{_W}trPr"), "gridBefore")
        for cell in _children(row, "tc"):
            _place(cell, (number, len(cells)), cells, spans, above, notes)
        rows.append(cells)
    return Grid(
        name=name,
        rows=rectangular(rows),
        spans=spans,
        context=context,
        notes=_marked(notes),
    )


def _marked(notes: dict[str, str]) -> dict[str, str]:
    return {f"[{mark}]": words for mark, words in notes.items()}


def _place(
    cell: "Element",
    at: tuple[int, int],
    cells: list[Value],
    spans: dict[tuple[int, int], tuple[int, int]],
    above: dict[int, tuple[int, int]],
    notes: dict[str, str],
) -> None:
    """Set one cell down with the columns it covers; one that continues the cell above it holds nothing of its own."""
    properties = cell.find(f"{_W}tcPr")
    width = max(1, _number(properties, "gridSpan"))
    merge = properties.find(f"{_W}vMerge") if properties is not None else None
    continues = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
    origin = above.get(at[1], at) if continues else at
    for column in range(at[1], at[1] + width):
        above[column] = origin
        if width > 1 or merge is not None:
            spans[at[0], column] = origin
    said = "\n".join(words for block in _blocks(cell) if (words := _words(block, notes)))
    cells.extend([(said or None) if not continues else None, *[None] * (width - 1)])


def _children(parent: "Element", tag: str) -> "Iterator[Element]":
    for child in parent:
        if child.tag == f"{_W}{tag}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _children(child, tag)


def _number(properties: "Element | None", tag: str) -> int:
    found = properties.find(f"{_W}{tag}") if properties is not None else None
    value = found.get(f"{_W}val", "0") if found is not None else "0"
    return min(int(value), _WIDEST_CELL) if value.isascii() and value.isdigit() and len(value) < _DIGITS else 0


def _words(block: "Element", notes: dict[str, str]) -> str:
    """What a paragraph, or a table within a cell, says as the document now stands: without what was struck out."""
    said = []
    for element in block.iter():
        if element.tag == f"{_W}t":
            said.append(element.text or "")
        elif element.tag == f"{_W}footnoteReference" and notes:
            said.append(f"[{element.get(f'{_W}id', '')}]")
        elif element.tag == f"{_W}p" and said:
            said.append("\n")
        else:
            said.append(_BREAKS.get(str(element.tag), ""))
    return "".join(said).replace("\u00a0", " ").strip()


def _notes(parts: zipfile.ZipFile, parser: "XMLParser") -> dict[str, str]:
    """Footnotes by their id, without the separators that Word keeps among them."""
    from lxml import etree  # noqa: PLC0415 - as above

    if "word/footnotes.xml" not in parts.namelist():
        return {}
    root = etree.fromstring(parts.read("word/footnotes.xml"), parser)
    return {
        note.get(f"{_W}id", ""): words
        for note in root
        if note.get(f"{_W}type") is None and (words := "".join(str(part) for part in note.itertext()).strip())
    }
