"""Says what a file is by its bytes before any reader opens it, and refuses what could harm."""

import io
import zipfile

from dhr_desktop.importing import problems

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_UNFOLDED = 512 * 1024 * 1024
_MOST_RATIO = 200
_RATIO_FROM = 16 * 1024 * 1024
KINDS = {".xlsx": "an Excel workbook", ".xlsm": "an Excel workbook", ".docx": "a Word document"}
OLD_EXCEL = "an Excel 97-2003 workbook"
SHEET_KIND = "a spreadsheet"


def check(name: str, suffix: str, data: bytes) -> None:
    """Raise a sentence unless the bytes are of the kind that the name's `suffix` promises and safe to unfold."""
    if not data.strip():
        raise problems.empty(name)
    if data.startswith(_OLE) and suffix != ".xls":
        raise (
            problems.protected(name)
            if _ENCRYPTED in data
            else problems.not_this_kind(name, KINDS.get(suffix, SHEET_KIND))
        )
    if suffix == ".xls":
        if not data.startswith(_OLE):
            raise problems.not_this_kind(name, OLD_EXCEL)
        return
    if not data.startswith(_ZIP):
        raise problems.not_this_kind(name, KINDS.get(suffix, SHEET_KIND))
    _check_unfolding(name, suffix, data)


def _check_unfolding(name: str, suffix: str, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            sizes = [(part.file_size, part.compress_size) for part in parts.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError):
        raise problems.not_this_kind(name, KINDS.get(suffix, SHEET_KIND)) from None
    total = sum(size for size, _ in sizes)
    bomb = any(size > _RATIO_FROM and size > _MOST_RATIO * max(packed, 1) for size, packed in sizes)
    if total > _MOST_UNFOLDED or bomb:
        raise problems.too_large(name)
