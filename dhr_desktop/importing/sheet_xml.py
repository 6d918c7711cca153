"""What calamine cannot tell of an .xlsx file: hidden rows and columns, comments on cells, the edges of its pages.

openpyxl would tell them too, at fifteen times the cost of reading the values; the elements that hold them are few
and named in ECMA-376 part 1 (18.3.1.13 col, 18.3.1.73 row, 18.7.3 comment), so they are picked out of the XML.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from lxml import etree

from dhr_desktop.importing import limits, sheet_edges
from dhr_desktop.importing.grid import column_letters

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ID_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_TRUE = ("1", "true")

_MOST_FAR = 20
_ERROR_SIGNS = (b't="e"', b"t='e'")
_LETTERS = re.compile(r"[A-Za-z]{1,9}")


@dataclass(frozen=True, slots=True)
class SheetParts:
    """Hidden rows and columns (from 0), how far they reach, and the words of comments by cell and at pages' edges.

    `unworked` are the words of cells without a value, by cell (row, column) from 0: formulas that a program wrote
    and none has worked out, and errors ('#N/A'), which calamine gives as blank, as if the date above held for them.
    """

    rows: frozenset[int]
    columns: frozenset[int]
    notes: dict[str, str]
    extent: tuple[int, int]
    unworked: dict[tuple[int, int], str]
    spans: list[tuple[tuple[int, int], tuple[int, int]]]
    far: tuple[str, ...]
    """The few cells below every row that a chronology can have; `extent` does not count them."""


def sheet_parts(data: bytes) -> dict[str, SheetParts]:
    """The parts of each sheet by name.

    It is asked before calamine, which takes memory for every cell up to the farthest one, and which can loop for
    ever over a part that does not end. Raises `XMLSyntaxError`, `KeyError` or `BadZipFile` for a damaged file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        listed = {path.lower(): path for path in parts.namelist()}  # calamine finds a part whatever its capitals are
        return {name: _sheet(parts, listed[path.lower()]) for name, path in _sheets(parts) if path.lower() in listed}


def counts_from_1904(data: bytes) -> bool:
    """Whether the workbook counts its days from 1904 (ECMA-376 part 1, 18.2.28 workbookPr date1904)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            root = _tree(parts, "xl/workbook.xml")
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        return False
    facts = next(root.iter(f"{_MAIN}workbookPr", f"{_STRICT}workbookPr"), None)
    return facts is not None and facts.get("date1904") in _TRUE


def _tree(parts: zipfile.ZipFile, path: str) -> etree._Element:
    return etree.fromstring(parts.read(path), _parser())


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _relations(parts: zipfile.ZipFile, path: str) -> dict[str, tuple[str, str]]:
    folder, name = posixpath.split(path)
    found = {}
    for relation in _tree(parts, f"{folder}/_rels/{name}.rels").iter(_RELATION):
        target = relation.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[relation.get("Id", "")] = (relation.get("Type", ""), whole)
    return found


def _sheets(parts: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    targets = _relations(parts, "xl/workbook.xml")
    for sheet in _tree(parts, "xl/workbook.xml").iter(f"{_MAIN}sheet", f"{_STRICT}sheet"):
        relation = sheet.get(_ID) or sheet.get(_ID_STRICT) or ""
        if relation in targets:
            yield sheet.get("name", ""), targets[relation][1]


class _Watched:
    """A sheet's bytes as they are parsed, and whether any cell among them is an error: most sheets have none."""

    def __init__(self, file: IO[bytes]) -> None:
        self.has_errors = False
        self._file = file
        self._before = b""

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        now = self._file.read(size)
        self.has_errors = self.has_errors or any(sign in self._before + now for sign in _ERROR_SIGNS)
        self._before = now[-len(_ERROR_SIGNS[0]) :]
        return now


@dataclass(slots=True)
class _Seen:
    """What has been seen of a sheet so far."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    unworked: dict[tuple[int, int], str] = field(default_factory=dict)
    spans: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    far: list[str] = field(default_factory=list)
    deepest: int = 0
    reached: int = 0
    widest: int = 0

    def row(self, element: etree._Element, *, has_words: bool) -> None:
        """Note a row: how far its cells reach, whether it is hidden, and where `has_words`, what formulas say."""
        self.deepest = _whole(element.get("r")) or self.deepest + 1
        if element.get("hidden") in _TRUE:
            self.rows.add(self.deepest - 1)
        last = len(element) - 1
        while last >= 0 and not len(element[last]):  # cells that are only painted are nothing
            last -= 1
        if last < 0:
            return
        if self.deepest > limits.MOST_ROWS:
            self._note_far(element)
            return
        further = _beyond(element, self.deepest)
        self.reached = max(self.reached, self.deepest, further[0])
        self.widest = max(self.widest, further[1], _column(element[last].get("r", "")) or last + 1)
        if has_words:
            self.unworked.update(_unworked(element, self.deepest - 1))

    def _note_far(self, element: etree._Element) -> None:
        for place, cell in enumerate(element):
            if len(cell):
                self.far.append(cell.get("r") or f"{column_letters(place)}{self.deepest}")
        if len(self.far) > _MOST_FAR:  # they are no slip, but a sheet of that length
            self.reached = self.deepest

    def column(self, element: etree._Element) -> None:
        """Note columns that are hidden."""
        if element.get("hidden") in _TRUE:
            first, last = _whole(element.get("min")) or 1, _whole(element.get("max")) or 1
            self.columns.update(range(first - 1, min(last, 16384)))

    def merged(self, element: etree._Element) -> None:
        """Note a merged area ('A1:C2')."""
        corners = [_place(corner) for corner in element.get("ref", "").split(":")]
        if len(corners) == 2 and all(min(corner) >= 0 for corner in corners):  # noqa: PLR2004 - first and last
            self.spans.append((corners[0], corners[1]))


def _sheet(parts: zipfile.ZipFile, path: str) -> SheetParts:
    seen = _Seen()
    formulas = False
    edges: dict[str, str] = {}
    with parts.open(path) as opened:
        file = _Watched(opened)
        for _, element in etree.iterparse(
            file,
            tag=[
                f"{space}{name}"
                for space in (_MAIN, _STRICT)
                for name in ("row", "col", "f", "mergeCell", "headerFooter")
            ],
            resolve_entities=False,
        ):
            name = element.tag[element.tag.index("}") + 1 :]
            if name == "f":
                formulas = True
                continue
            if name == "row":
                seen.row(element, has_words=formulas or file.has_errors)
                formulas = False
            elif name == "col":
                seen.column(element)
            elif name == "headerFooter":
                edges = _edges(element)
            else:
                seen.merged(element)
            element.clear()
    return SheetParts(
        frozenset(seen.rows),
        frozenset(seen.columns),
        dict(_comments(parts, path)) | edges,
        (seen.reached, seen.widest),
        seen.unworked,
        seen.spans,
        tuple(seen.far),
    )


def _edges(element: etree._Element) -> dict[str, str]:
    sides = {"Header": list[str](), "Footer": list[str]()}
    for part in element:
        side = next((one for one in sides if str(part.tag).endswith(one)), "")
        if side:
            sides[side] += sheet_edges.of_codes(part.text or "")
    return sheet_edges.named(sides["Header"], sides["Footer"])


def _unworked(row: etree._Element, number: int) -> Iterator[tuple[tuple[int, int], str]]:
    """The cells of a row that have a formula and no value, or an error (18.3.1.40 f, 18.3.1.96 v, 18.18.11 e).

    A formula of words without a value is one whose result is no words, as IF(A2="","",...) gives: a blank.
    """
    space = row.tag[: row.tag.index("}") + 1]
    for place, cell in enumerate(row):
        formula, value = cell.find(f"{space}f"), cell.find(f"{space}v")
        kind, told = cell.get("t"), (value.text or "") if value is not None else ""
        column = (_column(cell.get("r", "")) or place + 1) - 1
        if kind == "e":
            yield (number, column), told or "#ERROR"
        elif formula is not None and not told and kind != "str":
            yield (number, column), f"={formula.text or 'formula'}"


def _beyond(row: etree._Element, number: int) -> tuple[int, int]:
    """How far cells reach that say another row than their own, or a column of three letters: (0, 0) for nearly all."""
    usual = len(str(number)) + 2
    far = [reference for cell in row if len(reference := cell.get("r", "")) > usual and len(cell)]
    rows = (_whole(re.sub(r"^[A-Za-z]*", "", reference)) for reference in far)
    return max(rows, default=0), max((_column(reference) for reference in far), default=0)


def _whole(written: str | None) -> int:
    longest = 8  # beyond any row
    return int(written) if written and written.isascii() and written.isdigit() and len(written) <= longest else 0


def _place(reference: str) -> tuple[int, int]:
    return _whole(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")) - 1, _column(reference) - 1


def _column(reference: str) -> int:
    """The number of a cell's column, from 1; 0 where the reference says none."""
    letters = _LETTERS.match(reference)
    number = 0
    for letter in letters[0].upper() if letters else "":
        number = number * 26 + ord(letter) - 64
    return number


def _comments(parts: zipfile.ZipFile, path: str) -> Iterator[tuple[str, str]]:
    try:
        relations = _relations(parts, path)
    except KeyError:
        return
    for kind, target in relations.values():
        if kind.endswith("/comments") and target in parts.namelist():
            for comment in _tree(parts, target).iter(f"{_MAIN}comment", f"{_STRICT}comment"):
                words = "".join(str(words) for words in comment.itertext()).strip()
                if words:
                    yield comment.get("ref", ""), words
