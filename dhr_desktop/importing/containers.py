"""Says what a file is by its bytes before any reader opens it, and refuses what could harm."""

import io
import re
import zipfile
import zlib

from dhr_desktop.importing import limits, problems

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_STREAMS = (
    ("WordDocument", ".doc"),
    ("Workbook", ".xls"),
    ("Book", ".xls"),
    ("__properties_version1.0", ".msg"),
    ("PowerPoint Document", ".ppt"),
)
_PARTS = (
    ("xl/workbook.bin", ".xlsb"),
    ("xl/workbook.xml", ".xlsx"),
    ("word/document.xml", ".docx"),
    ("word/document2.xml", ".docx"),  # as Word on the web names it
    ("content.xml", ".ods"),
)
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|style|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_SHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_HEAD = 8192
_PDF_WITHIN = 1024
KINDS = {
    ".xlsx": "an Excel workbook",
    ".xlsm": "an Excel workbook",
    ".xlsb": "an Excel workbook",
    ".xls": "an Excel 97-2003 workbook",
    ".docx": "a Word document",
    ".pdf": "a PDF",
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
    head = data[:_HEAD]
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return ".pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return ".rtf"
    if _SHEET_XML in head:
        return ".xml"
    plain = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xef\xbb\xbf")
    return ".html" if _HTML.match(plain) else ".txt"


def _ole_kind(data: bytes, suffix: str) -> str:
    """What a compound file holds, by the names of its streams, which its directory keeps in UTF-16."""
    for stream, kind in _STREAMS:
        if (stream + "\0").encode("utf-16-le") in data:
            return kind
    return suffix


def _packed_kind(name: str, suffix: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            listed = parts.infolist()
            mimetype = parts.read("mimetype")[:100] if "mimetype" in parts.namelist() else b""
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise problems.not_this_kind(name, KINDS.get(suffix, SHEET_KIND)) from None
    check_unfolding(name, listed)
    if mimetype.endswith(b"opendocument.text"):
        return ".odt"
    names = {part.filename for part in listed}
    packed = suffix if suffix in problems.UNREAD_KINDS else ".zip"
    return next((kind for part, kind in _PARTS if part in names), packed)


def check_unfolding(name: str, parts: list[zipfile.ZipInfo]) -> None:
    """Raise a sentence where packed parts would unfold to far more than a chronology."""
    total = sum(part.file_size for part in parts)
    bomb = any(
        part.file_size > limits.RATIO_FROM and part.file_size > limits.MOST_RATIO * max(part.compress_size, 1)
        for part in parts
    )
    if total > limits.MOST_UNFOLDED or bomb or len(parts) > limits.MOST_PARTS:
        raise problems.too_large(name)
