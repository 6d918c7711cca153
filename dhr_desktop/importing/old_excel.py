"""What calamine does not tell of an .xls file: hidden rows and columns, and notes on cells."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dhr_desktop.importing import sector_chains

if TYPE_CHECKING:
    from xlrd.sheet import Sheet

_MOST_BYTES = 60 * 1024 * 1024
"""Above this the look would take longer than the reading; what is hidden is then read without being named so."""


@dataclass(frozen=True, slots=True)
class OldSheet:
    """Hidden rows and columns counted from 0, notes by cell as 'C14'."""

    rows: frozenset[int]
    columns: frozenset[int]
    notes: dict[str, str]


def hidden_parts(data: bytes) -> dict[str, OldSheet]:
    """What is hidden in each sheet, by name; nothing of a file that xlrd cannot follow, for its values are read."""
    if len(data) > _MOST_BYTES or not sector_chains.all_end(data):
        return {}
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        return {sheet.name: _sheet(sheet, xlrd.cellname) for sheet in book.sheets()}
    except Exception:  # noqa: BLE001 - xlrd raises whatever the damage causes, and the values stand without it
        return {}


def _sheet(sheet: "Sheet", cellname: Callable[[int, int], str]) -> OldSheet:
    rows = frozenset(number for number, facts in sheet.rowinfo_map.items() if facts.hidden)
    columns = frozenset(number for number, facts in sheet.colinfo_map.items() if facts.hidden)
    notes = {cellname(*at): note.text.strip() for at, note in sheet.cell_note_map.items() if note.text.strip()}
    return OldSheet(rows, columns, notes)
