"""Opens a file by its kind into grids; the one place that knows which reader reads what."""

from collections.abc import Callable
from pathlib import Path

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import containers, problems
from dhr_desktop.importing.grid import Grid
from dhr_desktop.importing.read_sheets import read_sheets
from dhr_desktop.importing.read_text import read_text
from dhr_desktop.importing.read_word import read_word

_Reader = Callable[[str, str, bytes, Progress], list[Grid]]
_READERS: dict[str, _Reader] = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), read_sheets),
    **dict.fromkeys((".csv", ".tsv", ".txt"), read_text),
    ".docx": read_word,
}
READ_KINDS = tuple(_READERS)
"""Endings of the files that can be imported."""


def grids_of(name: str, data: bytes, progress: Progress = UNWATCHED, password: str = "") -> list[Grid]:
    """The file's tables; `name` tells its kind and `password` opens it when it is protected.

    Raises one of `importing.problems`; `PasswordNeeded` when there is none or a wrong one.
    """
    del password
    suffix = Path(name).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        raise problems.unknown_kind(name, suffix)
    if reader is not read_text:
        containers.check(name, suffix, data)
    return reader(name, suffix, data, progress)
