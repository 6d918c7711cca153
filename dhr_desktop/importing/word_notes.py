"""What a Word document says beside its text: footnotes, endnotes, comments, and words struck out as tracked changes."""

import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dhr_desktop.importing.grid import column_letters

if TYPE_CHECKING:
    from lxml.etree import XMLParser
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARTS = (
    ("word/footnotes.xml", "footnote", ""),
    ("word/endnotes.xml", "endnote", "e"),
    ("word/comments.xml", "comment", "c"),
)
"""Each part, the element of one note, and what its number begins with, for the three count by themselves."""


def notes_of(parts: zipfile.ZipFile, parser: "XMLParser") -> dict[str, str]:
    """The document's notes: '2' a footnote, 'e2' an endnote, 'c2' a comment; without the separators among them."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    found = {}
    for path, tag, letter in _PARTS:
        if path in parts.namelist():
            for note in etree.fromstring(parts.read(path), parser).iter(f"{_W}{tag}"):
                paragraphs = ("".join(text.text or "" for text in one.iter(f"{_W}t")) for one in note.iter(f"{_W}p"))
                words = "\n".join(said for one in paragraphs if (said := one.strip()))
                if words and note.get(f"{_W}type") is None:
                    found[letter + note.get(f"{_W}id", "")] = words
    return found


def edges_of(parts: zipfile.ZipFile, parser: "XMLParser") -> dict[str, str]:
    """What stands at the head and the foot of the pages, each once: 'page header 1', 'page footer 1'."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    found: dict[str, str] = {}
    for kind in ("header", "footer"):
        paths = sorted(name for name in parts.namelist() if re.fullmatch(rf"word/{kind}\d*\.xml", name))
        for path in paths:
            part = etree.fromstring(parts.read(path), parser)
            only_once(part)
            lines = ("".join(text.text or "" for text in one.iter(f"{_W}t")).strip() for one in _outer(part))
            words = "\n".join(line for line in lines if line)
            if words and words not in found.values():
                found[f"page {kind} {len(found) + 1}"] = words
    return found


def _outer(part: "Element") -> Iterator["Element"]:
    """The paragraphs; one that holds a text box holds the box's own."""
    return (one for one in part.iter(f"{_W}p") if next(one.iterancestors(f"{_W}p"), None) is None)


def only_once(body: "Element") -> None:
    """Take out what a document holds twice.

    Words that were moved still stand where they were, and a text box has a second form for older programs
    (ECMA-376 part 1, 17.13.5.22 moveFrom; part 3, 9.3 AlternateContent).
    """
    for twice in list(body.iter(f"{_W}moveFrom", f"{_MC}Fallback")):
        around = twice.getparent()
        if around is not None and (twice.tag == f"{_W}moveFrom" or around.find(f"{_MC}Choice") is not None):
            around.remove(twice)


def set_free(body: "Element") -> None:
    """Set each table that stands in a text box right after the paragraph that holds the box, for it to be read as one.

    What else the box says stays where it is (ECMA-376 part 1, 22.1.2.101 txbxContent). A box in a cell is part of it.
    """
    for box in list(body.iter(f"{_W}txbxContent")):
        around = next((one for one in box.iterancestors(f"{_W}p", f"{_W}tc") if _stands_free(one)), None)
        if around is not None and around.tag == f"{_W}p":
            for table in reversed(box.findall(f"{_W}tbl") + box.findall(f"{_W}sdt/{_W}sdtContent/{_W}tbl")):
                around.addnext(table)


def _stands_free(block: "Element") -> bool:
    """Whether a paragraph is in no text box itself, or it is a cell of a table."""
    return block.tag == f"{_W}tc" or next(block.iterancestors(f"{_W}txbxContent"), None) is None


def said_beside(cell: "Element", row: int, column: int, notes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The place of a cell with the comments fixed in it and the words struck out of it, if there are any."""
    marks = (one.get(f"{_W}id", "") for one in cell.iter(f"{_W}commentReference"))
    said = [notes[f"c{mark}"] for mark in marks if f"c{mark}" in notes]
    struck = "".join(one.text or "" for one in cell.iter(f"{_W}delText")).strip()
    if struck:
        said.append(f"Struck out as a tracked change: “{struck}”")
    if said:
        yield f"{column_letters(column)}{row + 1}", "\n".join(said)
