"""Workbooks (.xlsx, .xlsm) that calamine refuses although they can be read, through openpyxl, which is far slower."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, cast

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import containers
from dhr_desktop.importing.grid import Grid, Value, rectangular


class _Sheet(Protocol):
    """A sheet as openpyxl reads it row by row, of which its types do not tell."""

    title: str
    sheet_state: str
    _shared_strings: Sequence[str]

    def reset_dimensions(self) -> None: ...
    def iter_rows(self, *, max_row: int, max_col: int, values_only: bool) -> Iterator[tuple[Value, ...]]: ...


_LONGEST_LIST = 3
_MOST_CELLS = 600_000
"""openpyxl takes some ten seconds over so many."""
_DECLARED = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


class _Strings(list[str]):
    """The words that cells share, where a cell may point beyond the last of them, as after a save cut short."""

    missing = 0

    def __getitem__(self, place: int) -> str:  # type: ignore[override]
        if 0 <= place < len(self):
            return super().__getitem__(place)
        self.missing += 1
        return ""


def grids_again(
    data: bytes,
    reach: Mapping[str, tuple[int, int]],
    far: Mapping[str, tuple[str, ...]],
    progress: Progress = UNWATCHED,
) -> list[Grid]:
    """Every worksheet down to the row and column of `reach`; cells `far` beyond are told of, and not read.

    Raises whatever openpyxl makes of a file that it cannot read either.
    """
    import openpyxl

    if sum(rows * columns for rows, columns in reach.values()) > _MOST_CELLS or _has_declarations(data):
        raise ValueError("too much for openpyxl")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        grids = []
        for done, sheet in enumerate(book.worksheets):
            progress.step(done, len(book.worksheets), "Reading sheets")
            grids.append(
                _grid(
                    cast(_Sheet, sheet), reach.get(sheet.title, (_MOST_ROWS, _MOST_COLUMNS)), far.get(sheet.title, ())
                )
            )
    return grids


def _has_declarations(data: bytes) -> bool:
    """Whether a part declares words of its own, which openpyxl would unfold without end, as no other reader here."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        containers.check_unfolding("", parts.infolist())
        return any(
            sign in parts.read(name)
            for name in parts.namelist()
            if name.lower().endswith((".xml", ".rels"))
            for sign in _DECLARED
        )


def _grid(sheet: _Sheet, reach: tuple[int, int], far: tuple[str, ...]) -> Grid:
    words = _Strings(sheet._shared_strings)  # noqa: SLF001 - openpyxl has no other way to bear a missing one
    sheet._shared_strings = words  # noqa: SLF001 - as above
    sheet.reset_dimensions()
    rows: list[list[Value]] = []
    if all(reach):
        rows = [
            [None if value == "" else value for value in row]
            for row in sheet.iter_rows(max_row=reach[0], max_col=reach[1], values_only=True)
        ]
    while rows and all(value is None for value in rows[-1]):
        rows.pop()
    remarks = []
    if far:
        listed = ", ".join(far[:_LONGEST_LIST]) + (
            f" and {len(far) - _LONGEST_LIST} more" if far[_LONGEST_LIST:] else ""
        )
        remarks.append(
            f"of “{sheet.title}” these cells lie so far below the others that they were not read: {listed}."
            " Look at them in Excel; if they belong to the chronology, move them up and import the file again."
        )
    if words.missing:
        remarks.append(
            f"in “{sheet.title}” the words of {words.missing} cells are missing from the file, and were read as blank."
            " Ask the agency to save it again."
        )
    return Grid(name=sheet.title, rows=rectangular(rows), hidden=sheet.sheet_state != "visible", remarks=tuple(remarks))
