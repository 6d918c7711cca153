"""Ways of spoiling a file: bytes, the XML parts of a container, and words of dates and times. Seeded, so repeatable."""

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

Spoil = Callable[[random.Random, bytes], bytes]

_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_VALUES = (
    *("", "0", "-1", "1", "1048577", "16385", "99999999999", "1e308", "1e400", "NaN", "-0.0", "A0", "XFE1", "ZZZZZ9"),
    *("A1:XFD1048576", "B2:A1", "s", "d", "b", "e", "str", "inlineStr", "true", "\x7f", "&#0;", "&#xD800;", "&x;"),
    *("2016-02-30", "2958466", "-693594", "0.99999999", "1904-01-01T24:00:00", "PT25H61M", "31/11/2016", "24:00"),
    *(
        "xl/worksheets/sheet1.xml",
        "../../../etc/passwd",
        "http://example.invalid/x.xml",
        "rId1",
        "\u202e",
        "\U0001f600",
    ),
)
_MARKS = (
    *(b",", b";", b"\t", b"|", b'"', b'""', b"\r", b"\n", b"\r\n", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xa3"),
    *(b"\xed\xa0\x80", b"\x1a", b"<br />", b"&amp;", b"=1+1", b"'", b"ditto", b"31/02/2016", b"1/2/16", b"0930hrs"),
)
_TAG = re.compile(rb"<[^<>]{1,400}>")
_ATTRIBUTE = re.compile(rb'="[^"]{0,200}"')
_TEXT = re.compile(rb">[^<>]{0,400}<")
_MOST = 400_000

_WRITTEN = (Path(__file__).parent / "words.txt").read_text("utf-8").split()
WORDS = (*_WRITTEN, "\u00a0", "\u200b", "\0")


def bytes_of_it(chance: random.Random, data: bytes) -> bytes:
    """Flip, cut, double, move or overwrite bytes in a few places."""
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if not spoilt:
            return bytes(spoilt)
        at, far = chance.randrange(len(spoilt)), chance.choice((1, 2, 4, 16, 256, 4096))
        match chance.randrange(7):
            case 0:
                spoilt[at] ^= 1 << chance.randrange(8)
            case 1:
                spoilt[at : at + far] = b""
            case 2:
                spoilt[at:at] = spoilt[at : at + far]
            case 3:
                width, kind = chance.choice(((1, "<B"), (2, "<H"), (4, "<I")))
                spoilt[at : at + width] = struct.pack(kind, chance.choice(_NUMBERS) & (1 << 8 * width) - 1)
            case 4:
                del spoilt[at:]
            case 5:
                there = chance.randrange(len(spoilt))
                spoilt[at : at + far] = spoilt[there : there + far]
            case _:
                spoilt[at:at] = bytes(chance.randrange(256) for _ in range(min(far, 16)))
    return bytes(spoilt[:_MOST])


def text_of_it(chance: random.Random, data: bytes) -> bytes:
    """Put marks that mean something into a text, take lines from it, or write it in another encoding."""
    spoilt = data
    for _ in range(chance.choice((1, 2, 8))):
        at = chance.randrange(len(spoilt) + 1)
        match chance.randrange(6):
            case 0 | 1:
                spoilt = spoilt[:at] + chance.choice(_MARKS) * chance.choice((1, 1, 2, 50)) + spoilt[at:]
            case 2:
                lines = spoilt.split(b"\n")
                chance.shuffle(lines)
                spoilt = b"\n".join(lines)
            case 3:
                spoilt = spoilt.replace(chance.choice(_MARKS), chance.choice(_MARKS))
            case 4:
                words = " ".join(chance.choices(WORDS, k=chance.randrange(1, 6))).encode()
                spoilt = spoilt[:at] + words + spoilt[at:]
            case _:
                new = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-8-sig"))
                spoilt = spoilt.decode("utf-8", "replace").encode(new, "replace")
    return bytes_of_it(chance, spoilt) if chance.random() < 1 / 4 else spoilt[:_MOST]


def markup_of_it(chance: random.Random, data: bytes) -> bytes:
    """Spoil tags, their attributes and their texts, leaving most of the markup whole."""
    spoilt = data
    for _ in range(chance.choice((1, 1, 2, 6))):
        found = list(chance.choice((_TAG, _ATTRIBUTE, _ATTRIBUTE, _TEXT)).finditer(spoilt))
        if not found:
            return bytes_of_it(chance, spoilt)
        one, other = chance.choice(found), chance.choice(found)
        value = chance.choice(_VALUES).encode("utf-8", "surrogatepass")
        if one[0].startswith(b"="):
            new = chance.choice((b'="%s"' % value, other[0]))
        elif one[0].startswith(b">"):
            new = chance.choice((b">%s<" % value, other[0]))
        else:
            new = chance.choice((b"", one[0] * 2, other[0], one[0] + other[0]))
        spoilt = spoilt[: one.start()] + new + spoilt[one.end() :]
    return spoilt[:_MOST]


def parts_of_it(chance: random.Random, data: bytes) -> bytes:
    """Unpack a container, spoil one part (or lose, double or rename it), and pack it again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = [(name, packed.read(name)) for name in packed.namelist()]
    except Exception:  # noqa: BLE001 - what is no container any more is spoilt as bytes
        return bytes_of_it(chance, data)
    if not parts or chance.random() < 1 / 10:
        return bytes_of_it(chance, data)
    at = chance.randrange(len(parts))
    name, part = parts[at]
    match chance.randrange(12):
        case 0:
            del parts[at]
        case 1:
            parts[at] = name, parts[chance.randrange(len(parts))][1]
        case 2:
            parts[at] = chance.choice(("../" + name, "/" + name, name.upper(), name + "\0x", "x/" + name)), part
        case _:
            spoil = markup_of_it if part.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<") else bytes_of_it
            parts[at] = name, spoil(chance, part)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts:
            packed.writestr(name, part)
    return made.getvalue()


def words_of_it(chance: random.Random, data: bytes) -> bytes:
    """Put words of dates and times together, some with a slip of the keys."""
    words = data.decode("utf-8", "replace").split(" ")
    for _ in range(chance.choice((1, 2, 3, 6, 20))):
        at = chance.randrange(len(words) + 1)
        if words and chance.random() < 1 / 3:
            del words[min(at, len(words) - 1)]
        else:
            words.insert(at, chance.choice(WORDS))
    text = chance.choice((" ", " ", "", "/", "-", ".")).join(words) if chance.random() < 1 / 4 else " ".join(words)
    spoilt = text.encode("utf-8", "replace")
    return (bytes_of_it(chance, spoilt) if chance.random() < 1 / 5 else spoilt)[:4000]


def one_of(*ways: Spoil) -> Spoil:
    """Any of several ways of spoiling."""
    choices: Sequence[Spoil] = ways

    def spoil(chance: random.Random, data: bytes) -> bytes:
        return chance.choice(choices)(chance, data)

    return spoil
