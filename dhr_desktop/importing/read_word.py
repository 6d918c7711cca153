"""Tables of a Word document (.docx) as grids, each with the words that stand before it.

The XML is walked directly: python-docx's own cell access grows with the square of a table's length.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import narratives, problems
from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.grid import Grid, Value, rectangular
from dhr_desktop.importing.word_notes import edges_of, notes_of, only_once, said_beside, set_free

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KEPT_WORDS = 6
_LEAST_WORDS = 3
_LOOK_INTO = 20
_PART = "a Word document"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WIDEST_CELL, _DIGITS = 1000, 8
"""Columns that one cell may cover; Word itself knows no more than 63."""
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}


def read_word(name: str, _suffix: str, data: bytes, progress: Progress = UNWATCHED) -> list[Grid]:
    """Every table of the document's body, numbered '1', '2', ... as they stand. Raises `NoTable` when there is none."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            body = etree.fromstring(_main_part(parts), parser).find(f"{_W}body")
            notes = notes_of(parts, parser)
            edges = edges_of(parts, parser)
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        raise problems.not_this_kind(name, _PART) from None
    if body is not None:
        only_once(body)
        set_free(body)
    tables = list(_tables(body)) if body is not None else []
    if not tables:
        lines = (
            [line for block in _blocks(body) for line in _words(block, notes).split("\n")] if body is not None else []
        )
        if not any(line.strip() for line in lines):
            raise problems.no_table(name)
        return [Grid(name="", rows=tuple((line.strip() or None,) for line in lines), notes=_marks(notes) | edges)]
    grids = []
    for done, (context, table) in enumerate(tables):
        progress.step(done, len(tables), "Reading tables")
        grids.append(_grid(str(done + 1), table, context, notes))
    first, *others = grids
    return [replace(first, notes=first.notes | edges), *others, *_running_text(body, notes)]


def _main_part(parts: zipfile.ZipFile) -> bytes:
    """The document's own part; of the strict form of the standard, the names are those of the usual one."""
    usual = ("word/document.xml", "word/document2.xml")
    path = next((name for name in usual if name in parts.namelist()), "") or _named_main_part(parts)
    return parts.read(path).replace(_STRICT, _USUAL)


def _named_main_part(parts: zipfile.ZipFile) -> str:
    """The document's part where it lies under a name of its own, which the relations tell (ECMA-376 part 2, 9.3)."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    relations = etree.fromstring(parts.read("_rels/.rels"), parser)
    main = (one.get("Target", "") for one in relations.iter() if one.get("Type", "").endswith("/officeDocument"))
    return next(main, "").lstrip("/")


def _running_text(body: "Element | None", notes: dict[str, str]) -> Iterator[Grid]:
    """The lines outside the tables, where some of them are records; what stands right above a table heads it.

    A record may stand right above a table too. Where records stand one by one, the lines between two tables are
    a grid each, so that no record goes on behind a table.
    """
    parts: list[list[str]] = [[]]
    blocks = list(_blocks(body)) if body is not None else []
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if block.tag == f"{_W}tbl":
            parts.append([])
            continue
        lines = [line.strip() for line in _words(block, notes).split("\n")]
        heads = following is not None and following.tag == f"{_W}tbl"
        if not heads or (any(map(narratives.is_record_alone, lines)) and _is_dated(following)):
            parts[-1] += lines
    together = [line for part in parts for line in part]
    if any(narratives.records_in(part) for part in parts):
        parts = [together]
    elif any(map(narratives.is_record_alone, together)):
        parts = [part for part in parts if any(map(_is_sentence, part))]
    else:
        parts = [together] if narratives.records_in(together) else []
    for number, part in enumerate(parts, 1):
        name = narratives.BESIDE_TABLES + (f" {number}" if number > 1 else "")
        yield Grid(name=name, rows=tuple((line or None,) for line in part), notes=_marks(notes))


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= _LEAST_WORDS and line.endswith((".", "!", "?"))


def _is_dated(table: "Element | None") -> bool:
    """Whether most rows of a table have a date of their own, so that none above it is theirs."""
    rows = list(islice(_children(table, "tr"), 1, _LOOK_INTO)) if table is not None else []
    dated = sum(any(read_date(_words(cell, {})).edtf for cell in islice(_children(row, "tc"), 2)) for row in rows)
    return 2 * dated >= len(rows) > 0


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
    beside: dict[str, str] = {}
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    above: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(_children(table, "tr")):
        cells: list[Value] = [None] * _number(row.find(f"{_W}trPr"), "gridBefore")
        for cell in _children(row, "tc"):
            beside.update(said_beside(cell, number, len(cells), notes))
            _place(cell, (number, len(cells)), cells, spans, above, notes)
        rows.append(cells)
    return Grid(
        name=name,
        rows=rectangular(rows),
        spans=spans,
        context=context,
        notes={**_marks(notes), **beside},
    )


def _marks(notes: dict[str, str]) -> dict[str, str]:
    """Notes whose mark stands in the text, without those that are fixed to a cell."""
    return {f"[{mark}]": words for mark, words in notes.items() if not mark.startswith("c")}


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
        elif element.tag == f"{_W}endnoteReference" and notes:
            said.append(f"[e{element.get(f'{_W}id', '')}]")
        elif element.tag == f"{_W}p" and said:
            said.append("\n")
        else:
            said.append(_BREAKS.get(str(element.tag), ""))
    return "".join(said).replace("\u00a0", " ").strip()
