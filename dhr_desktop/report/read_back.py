"""Reads every word back out of a finished Word, PDF or picture file, for the leak check: what a reader finds in it."""

import codecs
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

_UNICODE_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_UNICODE_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end(?:bfchar|bfrange)", re.DOTALL)
_SPEAKING = ("descr", "title", "Target", "author", "tooltip")
_SPEAKING_OPERATORS = "Tf Tj ' TJ T* Td TD Tm BT BDC"
"""What sets a font, shows text, moves to another place or carries words of its own (ISO 32000-2, 9.4 and 14.6)."""

_BREAKS = ("p", "tc", "br", "tab", "cr")


def words_of_docx(data: bytes) -> str:
    """The words of every XML part: body, headers, footers, notes, comments, properties, and pictures' descriptions."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    said: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                said.extend(_spoken(etree.fromstring(parts.read(name), parser), apart=not name.startswith("word/")))
                said.append("\n")
            elif name.endswith(".png"):
                said.append(f"\n{words_of_png(parts.read(name))}\n")
    return "".join(said)


def words_of_png(data: bytes) -> str:
    """The words that a PNG holds beside its dots; a picture that we draw holds there every word that is drawn."""
    from PIL import Image  # noqa: PLC0415 - only where a picture is read

    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        return "\n".join(str(words) for words in getattr(picture, "text", {}).values())


def words_of_svg(data: bytes) -> str:
    """The words of an SVG: those drawn, and its title and description."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    return "".join(_spoken(root, apart=True))


def _spoken(root: Any, *, apart: bool) -> Iterator[str]:  # noqa: ANN401 - an element of any kind
    """The texts of the elements; `apart` where each is a property of its own and not a run of one paragraph."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if apart or element.tag.rpartition("}")[2] in _BREAKS:
            yield "\n"
        if element.text:
            yield element.text
        for key, value in element.attrib.items():
            if key.rpartition("}")[2] in _SPEAKING and value:
                yield f"\n{value}\n"


def words_of_pdf(data: bytes) -> str:
    """The words of every page, the outline and the properties of a PDF file."""
    import pikepdf

    said: list[str] = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts: dict[tuple[int, int], dict[int, str]] = {}
        for page in pdf.pages:
            said.extend(_page_words(page, fonts))
            said.append("\n")
        with pdf.open_outline() as outline:
            said.extend(_outline_words(outline.root))
        said.extend(f"\n{value}" for value in pdf.docinfo.values())
    return "".join(said)


def _outline_words(items: Any) -> Iterator[str]:  # noqa: ANN401 - pikepdf's own list
    for item in items:
        yield f"\n{item.title}"
        yield from _outline_words(item.children)


def _page_words(page: Any, known: dict[tuple[int, int], dict[int, str]]) -> Iterator[str]:  # noqa: ANN401 - pikepdf's own
    import pikepdf

    letters: dict[str, dict[int, str]] = {}
    for name, font in page.Resources.get("/Font", {}).items():
        key = font.objgen
        if key not in known or key == (0, 0):
            known[key] = _letters(font)
        letters[name] = known[key]
    current: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page, _SPEAKING_OPERATORS):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "Tf":
                current = letters.get(str(operands[0]), {})
            case "Tj" | "'":
                yield _shown(bytes(operands[-1]), current)
            case "TJ":
                yield "".join(_shown(bytes(part), current) for part in operands[0] if isinstance(part, pikepdf.String))
            case "T*" | "Td" | "TD" | "Tm" | "BT":
                yield "\n"
            case "BDC" if isinstance(operands[-1], pikepdf.Dictionary) and "/Alt" in operands[-1]:
                yield f"\n{operands[-1].Alt}\n"


def _shown(codes: bytes, letters: dict[int, str]) -> str:
    return codecs.charmap_decode(codes, "ignore", letters)[0] if letters else codes.decode("latin-1")


def _letters(font: Any) -> dict[int, str]:  # noqa: ANN401 - pikepdf's own
    """The letters of a font's codes by its ToUnicode map (ISO 32000-2, 9.10.3); empty for a font without one.

    ReportLab's codes are of one byte each.
    """
    if "/ToUnicode" not in font:
        return {}
    found: dict[bytes, str] = {}
    for kind, body in _BLOCK.findall(font.ToUnicode.read_bytes()):
        if kind == b"bfchar":
            found.update((bytes.fromhex(code.decode()), _text(text)) for code, text in _UNICODE_PAIR.findall(body))
        else:
            for first, last, start, listed in _UNICODE_RANGE.findall(body):
                found.update(_range(first, last, start, listed))
    return {code[0]: text for code, text in found.items() if len(code) == 1}


def _range(first: bytes, last: bytes, start: bytes, listed: bytes) -> Iterator[tuple[bytes, str]]:
    low, high, size = int(first, 16), int(last, 16), len(first) // 2
    texts = re.findall(rb"<([0-9A-Fa-f]+)>", listed)
    for code in range(low, high + 1):
        text = _text(texts[code - low]) if texts else chr(int(start, 16) + code - low)
        yield code.to_bytes(size, "big"), text


def _text(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")
