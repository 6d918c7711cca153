"""Which letters the bytes of a text stand for: by marks, by what British records hold, and only then by a guess."""

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from dhr_desktop.importing import problems

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HEAD = 4096
_SAMPLE = 1024 * 1024
_TOLD_TO_GUESS = 64 * 1024
_TAB = 9
_LOOKS_BINARY = 0.02
_STRAY = 8
_WIDE_AS_FOUR = 0.9
_BRITISH = re.compile("[‘’“”–—…•£€éèêëáàâíïóôöúüñç½¼°©®šž]|(?<![a-z.,;!?])[ÒÓÔÕÑŠŽ]")
"""What British records hold beside ASCII, such capitals only where words begin.

The code page that gives more of these is the one that the file was written in.
"""
_ODD = re.compile(r"[\u0080-\u009f\ufffd]")
_HIGH = "À-ÖØ-öø-ÿšžœŸŒŠŽ"
_HIGH_LETTER = re.compile(f"[{_HIGH}]")
_WITH_HIGH = re.compile(f"[A-Za-z]*[{_HIGH}]")
_SIGNS = (
    "\u00a1\u00a2\u00a4-\u00a8\u00aa\u00ac\u00af\u00b1-\u00b3\u00b5\u00b6\u00b8-\u00bf\u00d7\u00f7"
    "\u0192\u02c6\u02dc\u201a\u201e\u2020\u2021\u2030\u2039\u203a\u20ac"
)
"""All that is no letter, but for those that stand beside one in English: pounds, degrees, quotes, dots, dashes."""
_UNLIKE_WORDS = re.compile(
    f"[a-z{_HIGH}][{_SIGNS}][a-z{_HIGH}]|[{_HIGH}]{{3,}}|[a-zà-öø-ÿ][À-ÖØ-Þ]|[A-Za-z][³¹¿¾¼](?![\\w³¹¿¾¼])(?<![mM][³])"
)
"""What no Western word has: a sign between letters, three accented letters on end, a capital after a small one."""
_SOME_UNLIKE = 0.2
_FOREIGN = 0.01
"""English has fewer accented letters than this among its letters, whatever names are in it; other tongues have more."""
_ENOUGH = 12
_WESTERN = (
    "áâàäéêèëíîìïóôòöúûùüŵŷ",  # Welsh
    "éèàêâçùîôûëïœæ",
    "äöüßéà",
    "áéíóúüñ",
    "ãõáéíóúâêôàç",
    "àèéìòùî",
    "àèéíòóúïüç",
    "ëïéèöüáó",
    "åäöæøéü",
    "áéíóúýþæöð",
    "äöõüšž",
)
"""The accented letters of each tongue that Windows writes in its Western code page."""
_NEARLY_ALL, _HARDLY_ANY, _MANY_TURKISH = 0.97, 0.2, 0.3
_ISO_ALONE = bytes((0xA6, 0xA9, 0xAB, 0xAC, 0xAE, 0xB1, 0xB6, 0xBB))
"""Letters of ISO 8859-2 that are signs in Windows-1250, which has its own among the bytes below 0xA0."""
_ASCII_LETTERS = bytes(range(65, 91)) + bytes(range(97, 123))
_HIGH_BYTES = bytes(range(0x80, 0x100))
_TONGUES = {
    "cp1250": "Central European ones (Windows-1250)",
    "iso8859_2": "Central European ones (ISO 8859-2)",
    "cp1251": "Cyrillic ones (Windows-1251)",
    "koi8_r": "Cyrillic ones (KOI8-R)",
    "cp855": "Cyrillic ones (DOS)",
    "cp866": "Cyrillic ones (DOS)",
    "mac_cyrillic": "Cyrillic ones (Macintosh)",
    "cp1253": "Greek ones (Windows-1253)",
    "iso8859_7": "Greek ones (ISO 8859-7)",
    "cp1254": "Turkish ones (Windows-1254)",
    "cp1255": "Hebrew ones (Windows-1255)",
    "cp1256": "Arabic ones (Windows-1256)",
    "iso8859_6": "Arabic ones (ISO 8859-6)",
    "cp1257": "Baltic ones (Windows-1257)",
    "cp874": "Thai ones (Windows-874)",
    "big5": "Chinese ones (Big5)",
    "gb18030": "Chinese ones (GB 18030)",
    "cp932": "Japanese ones (Shift JIS)",
    "euc_jp": "Japanese ones (EUC)",
    "cp949": "Korean ones (Windows-949)",
    "cp850": "those of MS-DOS",
}
"""What a guess may come to, in words."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The text, and where its letters had to be guessed, a sentence that says so."""

    text: str
    remarks: tuple[str, ...] = ()


def decoded(name: str, data: bytes, declared: str = "") -> Letters:
    """The text of the bytes. UTF-8 where it is valid, UTF-16 and 32 by mark or zeros, else what Windows wrote.

    `declared` is what a web page says of itself. charset-normalizer is asked last, for on short British texts it takes
    Windows-1252 for other code pages. Raises `NotThisKind` where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Letters(data.decode(encoding, "replace"))
    head = data[:_HEAD]
    if (wide := _wide_encoding(head)) and (not _is_plain(head.replace(b"\0", b"")) or _is_mostly_zeros(head)):
        return Letters(data.decode(wide, "replace"))
    if b"\0" in head and head.count(0) * 3 <= len(head) and _is_plain(head.replace(b"\0", b"")):
        return decoded(name, data.replace(b"\0", b""), declared)
    if b"\0" in head or sum(byte < _TAB for byte in head) > max(_STRAY, _LOOKS_BINARY * len(head)):
        raise problems.not_this_kind(name, "a text file")
    try:
        return Letters(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _of_a_code_page(data, declared)


def _is_plain(head: bytes) -> bool:
    """Whether bytes are plain text, but for a character that the end of the look cut off."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return bool(text.strip()) and all(letter.isprintable() or letter in "\t\r\n\f\v" for letter in text)


def _is_mostly_zeros(head: bytes) -> bool:
    return head.count(0) > len(head) // 4


def _wide_encoding(head: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, by where its zeros stand, or by how it reads; '' for neither."""
    zeros = [head[at::4].count(0) / max(1, len(head) // 4) for at in range(4)]
    if min(zeros[2:]) > _WIDE_AS_FOUR and zeros[0] < _LOOKS_BINARY:
        return "utf-32-le"
    if min(zeros[:2]) > _WIDE_AS_FOUR and zeros[3] < _LOOKS_BINARY:
        return "utf-32-be"
    halves = head[0::2].count(0), head[1::2].count(0)
    if max(halves) > len(head) // 4 and min(halves) <= len(head) // 50:
        return "utf-16-le" if halves[1] > halves[0] else "utf-16-be"
    if any(halves):
        return next((one for one in ("utf-16-le", "utf-16-be") if _reads_as(head[: len(head) // 2 * 2], one)), "")
    return ""


def _reads_as(head: bytes, encoding: str) -> bool:
    """Whether bytes are letters of some script with ends of lines or blanks among them."""
    text = head.decode(encoding, "replace").strip("\ufffd")
    strange = sum(unicodedata.category(letter)[0] == "C" and letter not in "\t\r\n" for letter in text)
    return bool(re.search(r"[ \n\u3001\u3002]", text)) and strange + text.count("\ufffd") <= len(text) * _LOOKS_BINARY


def _of_a_code_page(data: bytes, declared: str) -> Letters:
    if declared and (told := _as_declared(data, declared)):
        return Letters(told)
    windows, mac = data.decode("cp1252", "replace"), data.decode("mac_roman")
    turkish = _is_turkish(windows[:_SAMPLE])
    if not turkish and _is_of_one_tongue(windows[:_SAMPLE]):
        return Letters(windows)
    british = mac if len(_BRITISH.findall(mac)) > len(_BRITISH.findall(windows)) else windows
    if not turkish and _is_western(data, british):
        return Letters(british)
    encoding = "cp1254" if turkish else _guess(data)
    if not encoding:
        return Letters(british, (_remark("Western European ones (Windows-1252)"),))
    return Letters(data.decode(encoding, "replace"), (_remark(_TONGUES.get(encoding, encoding)),))


def _as_declared(data: bytes, declared: str) -> str:
    """The text in the encoding that a page names; what calls itself Latin-1 is what Windows writes."""
    name = "cp1252" if declared.lower() in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else declared
    try:
        return data.decode(name, "replace")
    except (LookupError, ValueError):
        return ""


def _is_of_one_tongue(text: str) -> bool:
    """Whether nearly all accented letters are those of one Western tongue, and small ones."""
    letters = Counter(_HIGH_LETTER.findall(text))
    small = sum(many for letter, many in letters.items() if letter.islower())
    if not small or letters.total() - small > _HARDLY_ANY * letters.total():
        return False
    if len(_UNLIKE_WORDS.findall(text)) + len(_ODD.findall(text)) > (1 - _NEARLY_ALL) * small:
        return False
    return any(sum(letters[letter] for letter in tongue) >= _NEARLY_ALL * small for tongue in _WESTERN)


def _is_turkish(text: str) -> bool:
    """Whether letters that Windows has for Icelandic are many, which stand for Turkish ones in its Turkish page."""
    letters = Counter(_HIGH_LETTER.findall(text))
    own = sum(letters[letter] for letter in "þðýÞÐÝ")
    icelandic = sum(letters[letter] for letter in "áíóúéæ")
    enough = letters.total() >= _ENOUGH and letters["þ"] + letters["ð"] > 0
    return enough and own >= _MANY_TURKISH * letters.total() and icelandic < own / 3


def _is_western(data: bytes, text: str) -> bool:
    """Whether the text may be English with the names of other Western tongues in it, or one of those tongues."""
    sample, seen = data[:_SAMPLE], text[:_SAMPLE]
    high = len(sample) - len(sample.translate(None, bytes(range(0xC0, 0x100))))
    plain = len(sample) - len(sample.translate(None, _ASCII_LETTERS))
    if high >= _ENOUGH and high > _FOREIGN * (high + plain):
        return False
    unlike = len(_UNLIKE_WORDS.findall(seen)) + len(_ODD.findall(seen))
    return unlike <= _SOME_UNLIKE * len(_WITH_HIGH.findall(seen))


def _guess(data: bytes) -> str:
    """What charset-normalizer takes the lines with other than ASCII letters for; '' where it has no view."""
    import charset_normalizer

    lines = b"\n".join(line for line in data[:_SAMPLE].splitlines() if line.translate(None, _HIGH_BYTES) != line)
    best = charset_normalizer.from_bytes(lines[:_TOLD_TO_GUESS], cp_isolation=list(_TONGUES)).best()
    if best and best.encoding == "cp1250" and not any(byte in data for byte in range(0x80, 0xA0)):
        return "iso8859_2" if any(byte in data for byte in _ISO_ALONE) else best.encoding
    return best.encoding if best else ""


def _remark(tongue: str) -> str:
    return f"its letters were taken for {tongue}. If names look wrong, open it and save it again as UTF-8."
