"""Says what a file is by its bytes before any reader opens it, and refuses what could harm."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable

from dhr_desktop.importing import limits, problems, sector_chains

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHER_PACKING = ((b"\x1f\x8b\x08", ".gz"), (b"7z\xbc\xaf\x27\x1c", ".7z"), (b"Rar!\x1a\x07", ".rar"))
_STREAMS = (
    ("Workbook", ".xls"),
    ("Book", ".xls"),
    ("WordDocument", ".doc"),
    ("PowerPoint Document", ".ppt"),
    ("__properties_version1.0", ".msg"),
)
_OLDEST_EXCEL = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x08\x00",
    b"\x09\x08\x10\x00",
)
"""How a workbook of Excel 2 to 2003 begins that is in no compound file ([MS-XLS] 2.4.21 BOF, and what went before)."""
_PARTS = (
    ("xl/workbook.bin", ".xlsb"),
    ("xl/workbook.xml", ".xlsx"),
    ("word/document.xml", ".docx"),
    ("word/document2.xml", ".docx"),  # as Word on the web names it
)
_MAIN_PARTS = (
    (b"sheet.binary.macroEnabled.main", ".xlsb"),
    (b"spreadsheetml.sheet.main", ".xlsx"),
    (b"spreadsheetml.template.main", ".xlsx"),
    (b"ms-excel.sheet.macroEnabled.main", ".xlsx"),
    (b"wordprocessingml.document.main", ".docx"),
    (b"wordprocessingml.template.main", ".docx"),
    (b"ms-word.document.macroEnabled.main", ".docx"),
    (b"presentationml.", ".pptx"),
)
"""What [Content_Types].xml calls the main part, where it lies under a name of its own (ECMA-376 part 2, 10.1.2)."""
_OPEN_DOCUMENT = (
    (b"opendocument.text", ".odt"),
    (b"opendocument.spreadsheet", ".ods"),
    (b"opendocument.", ".odp"),
    (b"vnd.sun.xml.", ".sxw"),
)
_NEVER_READ = re.compile(r"(?:^|/)(?:docProps|customXml|Thumbnails|Pictures|media|embeddings|theme)/", re.IGNORECASE)
_CONTENT_TYPES = "[Content_Types].xml"
_TYPES = _CONTENT_TYPES.lower()
_MOST_READ = 1024 * 1024
"""Of a part that tells what the others are; no real one is longer."""
_PAGES = (".html", ".htm")
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|style|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_SHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_FLAT = re.compile(rb"<office:document\s")
_FLAT_TEXT = re.compile(rb"office:mimetype\s*=\s*.application/vnd\.oasis\.opendocument\.text")
_XML = b"<?xml"
OTHER_XML = "xml of another kind"
_HEAD = 8192
_PDF_WITHIN = 1024
KINDS = {
    ".xlsx": "an Excel workbook",
    ".xlsm": "an Excel workbook",
    ".xlsb": "an Excel workbook",
    ".xls": "an Excel 97-2003 workbook",
    ".docx": "a Word document",
    ".docm": "a Word document",
    ".odt": "an OpenDocument text",
    ".ods": "an OpenDocument spreadsheet",
    ".pdf": "a PDF",
    ".html": "a web page",
    ".htm": "a web page",
    ".csv": "a text file",
    ".tsv": "a text file",
    ".txt": "a text file",
}
SHEET_KIND = "a spreadsheet"


def kind_of(name: str, suffix: str, data: bytes) -> str:
    """The ending that the bytes deserve, whatever `suffix` the name has; '.txt' where they are none of the others.

    Raises a sentence for a file that is empty, and for a packed one that would unfold to too much.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise problems.empty(name)
    if len(data) > limits.MOST_BYTES:
        raise problems.too_large(name)
    if data.startswith(OLE):
        return _ole_kind(data, suffix)
    if data.startswith(_ZIP):
        return _packed_kind(name, suffix, data)
    for mark, kind in _OTHER_PACKING:
        if data.startswith(mark):
            return kind
    head = data[:_HEAD]
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return ".pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(_OLDEST_EXCEL):
        return ".xls"
    return _marked_up_kind(suffix, head)


def _marked_up_kind(suffix: str, head: bytes) -> str:
    if _SHEET_XML in head:
        return ".xml"
    plain = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xef\xbb\xbf")
    if _FLAT.search(plain):
        return ".fodt" if _FLAT_TEXT.search(plain) else ".fods"
    if _HTML.match(plain):
        return ".html"
    if suffix == ".xml" and plain.lstrip().startswith(_XML):
        return OTHER_XML
    return suffix if suffix in _PAGES else ".txt"


def _ole_kind(data: bytes, suffix: str) -> str:
    """What a compound file holds, by the streams at its root: those deeper belong to what is embedded in it."""
    streams = sector_chains.root_streams(data)
    for stream, kind in _STREAMS:
        if stream in streams if streams else (stream + "\0").encode("utf-16-le") in data:
            return kind
    return suffix


def _packed_kind(name: str, suffix: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            listed = parts.infolist()
            check_unfolding(name, [part for part in listed if not _NEVER_READ.search(part.filename.replace("\\", "/"))])
            names = {part.filename.replace("\\", "/").lower(): part for part in listed}
            _refuse_locked(name, parts, names.get("meta-inf/manifest.xml"))
            kind = (
                next((kind for part, kind in _PARTS if part in names), "")
                or _typed(parts, names.get("mimetype"), _OPEN_DOCUMENT)
                or _typed(parts, names.get(_TYPES), _MAIN_PARTS)
                or ("" if suffix in problems.UNREAD_KINDS else _by_parts(parts, names))
            )
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise problems.not_this_kind(name, KINDS.get(suffix, SHEET_KIND)) from None
    if kind:
        return kind
    if suffix in KINDS:  # a packed file of nothing that its name promises
        raise problems.not_this_kind(name, KINDS[suffix])
    return suffix if suffix in problems.UNREAD_KINDS else ".zip"


def _refuse_locked(name: str, parts: zipfile.ZipFile, manifest: zipfile.ZipInfo | None) -> None:
    """Raise a sentence for an OpenDocument file under a password (ODF 1.2 part 3, 3.4)."""
    if b"encryption-data" in _beginning(parts, manifest):
        raise problems.locked_open_document(name)


def _typed(parts: zipfile.ZipFile, part: zipfile.ZipInfo | None, types: Iterable[tuple[bytes, str]]) -> str:
    told = _beginning(parts, part)
    return next((kind for written, kind in types if written in told), "")


def _by_parts(parts: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo]) -> str:
    if any(part.startswith("index/") and part.endswith(".iwa") for part in names):
        return ".numbers"
    if "content.xml" in names:
        return ".odt" if b"<office:text" in _beginning(parts, names["content.xml"]) else ".ods"
    return ""


def _beginning(parts: zipfile.ZipFile, part: zipfile.ZipInfo | None) -> bytes:
    if part is None:
        return b""
    with parts.open(part) as file:
        return file.read(_MOST_READ)


def straightened(data: bytes) -> bytes:
    """A packed file whose folders are marked off by slashes as the standard has it, where a program wrote backslashes.

    The part that tells the types is found by the readers under its own capitals alone.
    """
    if not data.startswith(_ZIP):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if not any("\\" in name or (name.lower() == _TYPES and name != _CONTENT_TYPES) for name in parts.namelist()):
            return data
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as out:
            for part in parts.infolist():
                plain = part.filename.replace("\\", "/")
                if not _NEVER_READ.search(plain):
                    out.writestr(_CONTENT_TYPES if plain.lower() == _TYPES else plain, parts.read(part))
    return made.getvalue()


def check_unfolding(name: str, parts: list[zipfile.ZipInfo]) -> None:
    """Raise a sentence where packed parts would unfold to far more than a chronology."""
    total = sum(part.file_size for part in parts)
    bomb = any(
        part.file_size > limits.RATIO_FROM and part.file_size > limits.MOST_RATIO * max(part.compress_size, 1)
        for part in parts
    )
    if total > limits.MOST_UNFOLDED or bomb or len(parts) > limits.MOST_PARTS:
        raise problems.too_large(name)
