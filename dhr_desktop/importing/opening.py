"""Opens a file by what its bytes are into grids; the one place that knows which reader reads what."""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import containers, passwords, problems
from dhr_desktop.importing.grid import Grid, Value
from dhr_desktop.importing.letters import decoded
from dhr_desktop.importing.read_markup import read_html, read_sheet_xml
from dhr_desktop.importing.read_odt import read_flat_text, read_odt
from dhr_desktop.importing.read_pdf import read_pdf
from dhr_desktop.importing.read_sheets import read_flat_sheets, read_sheets
from dhr_desktop.importing.read_text import is_table, read_text
from dhr_desktop.importing.read_word import read_word

_Reader = Callable[[str, str, bytes, Progress], list[Grid]]
_READERS: dict[str, _Reader] = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), read_sheets),
    **dict.fromkeys((".csv", ".tsv", ".txt"), read_text),
    ".docx": read_word,
    ".odt": read_odt,
    ".fods": read_flat_sheets,
    ".fodt": read_flat_text,
    ".html": read_html,
    ".htm": read_html,
    ".xml": read_sheet_xml,
}
READ_KINDS = (*_READERS, ".docm", ".dotx", ".dotm", ".xltx", ".xltm", ".ott", ".ots", ".fods", ".fodt", ".pdf")
"""Endings of the files that can be imported."""
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ArithmeticError,
    LookupError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    MemoryError,
    SyntaxError,
)
"""What the libraries let out of a file that is not as it should be; lxml's errors of syntax are among them."""
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HALVES = re.compile(r"[\ud800-\udfff]")
_CALLED_SHEETS = (".xls", ".xlsx", ".xlsm", ".xlsb", ".ods")
_MAIL = b"MIME-Version:"
_UNMISTAKABLE = (".csv", ".tsv", ".txt")


def grids_of(name: str, data: bytes, progress: Progress = UNWATCHED, password: str = "") -> list[Grid]:
    """The file's tables; `name` and bytes tell its kind, and `password` opens it when it is protected.

    Raises one of `importing.problems`; `PasswordNeeded` when there is no password or a wrong one.
    """
    suffix = Path(name).suffix.lower()
    kind = containers.kind_of(name, suffix, data)
    if data.startswith(containers.OLE) and passwords.is_protected(data):
        data = passwords.opened(name, data, password)
        kind = containers.kind_of(name, suffix, data)
    if kind == ".pdf":
        return [_readable(grid) for grid in read_pdf(name, data, progress, password)]
    if kind == ".txt" and suffix not in _UNMISTAKABLE and not _is_table(name, suffix, data):
        _refuse_other_text(name, suffix, data)
    reader = _READERS.get(kind)
    if reader is None:
        raise problems.other_xml(name) if kind == containers.OTHER_XML else problems.unknown_kind(name, kind)
    try:
        return [_readable(grid) for grid in reader(name, kind, containers.straightened(data), progress)]
    except _DAMAGED:
        raise problems.not_this_kind(name, containers.KINDS.get(kind, containers.SHEET_KIND)) from None


def _is_table(name: str, suffix: str, data: bytes) -> bool:
    """Whether what is called a workbook is a text of rows and columns, as many exports are."""
    if suffix not in _CALLED_SHEETS or data.startswith(_MAIL):
        return False
    try:
        return is_table(decoded(name, data).text)
    except UserError:
        return False


def _readable(grid: Grid) -> Grid:
    """The grid without characters that no screen shows and no store can hold."""
    grid = replace(
        grid,
        name=_clean(grid.name),
        context=tuple(_clean(words) for words in grid.context),
        notes={_clean(place): _clean(words) for place, words in grid.notes.items()},
    )
    if all(value.isprintable() for row in grid.rows for value in row if isinstance(value, str)):
        return grid
    return replace(grid, rows=tuple(tuple(_shown(value) for value in row) for row in grid.rows))


def _shown(value: Value) -> Value:
    return _clean(value) if isinstance(value, str) else value


def _clean(text: str) -> str:
    return text if text.isprintable() else _HALVES.sub("\ufffd", _UNSEEN.sub("", text))


def _refuse_other_text(name: str, suffix: str, data: bytes) -> None:
    """Bytes without a mark of their kind are text only where the name says so."""
    if data.startswith(_MAIL):
        raise problems.unknown_kind(name, ".mht")
    if suffix in READ_KINDS:
        raise problems.not_this_kind(name, containers.KINDS.get(suffix, containers.SHEET_KIND))
    raise problems.unknown_kind(name, suffix)
