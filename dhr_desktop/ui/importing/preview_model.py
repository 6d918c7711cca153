"""The rows of one table as they would come in: what became of each, and why."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Outcome
from dhr_desktop.importing.fields import Field
from dhr_desktop.importing.reading import TableReading
from dhr_desktop.importing.rows import RowReading
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.common.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
WRITTEN, TIME, TEXT, WHY = 1, 3, 4, 5
DATES = (1, 2, 3)
"""Columns of the preview."""

_READ = 2
_LONGEST_WHOLE = 420


class Shown(Enum):
    """Which rows of a table are looked at."""

    ENTRIES = auto()
    DOUBTFUL = auto()
    NOT_ENTRIES = auto()


@dataclass(frozen=True, slots=True)
class _Line:
    """One row in the words of the preview."""

    row: str
    state: str
    written: str
    read: str
    time: str
    text: str
    why: str
    icon: str


class PreviewModel(TextTable):
    """The rows of a `TableReading`; a doubtful one has an icon and its reason in words.

    The date and the time as the agency wrote them can be put right: `mended` tells the row as the source program
    counts it, the column of the file (from 0), and the words to read instead.
    """

    mended = Signal(int, int, str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: dict[int, int] = {}

    def show(self, table: TableReading | None, shown: Shown) -> None:
        """Show the rows of `table` that `shown` names."""
        mapping = {field: column for column, field in table.mapping.items()} if table else {}
        date = mapping.get(Field.DATE)
        self._columns = {
            place: column for place, column in ((WRITTEN, date), (TIME, mapping.get(Field.TIME))) if column is not None
        }
        self.put([row for row in table.rows if _is_shown(row, shown)] if table else [])

    def row(self, number: int) -> RowReading | None:
        """The row that stands at a place; None past the end."""
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Qt asks what can be done with a cell."""
        flags = super().flags(index)
        if index.isValid() and index.column() in self._columns and self.rows[index.row()].entry is not None:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: ANN401, N802 - Qt's own form
        """Qt tells what was typed into a cell."""
        if role != _Role.EditRole or not index.isValid() or index.column() not in self._columns:
            return False
        words = str(value).strip()
        if words == str(self.data(index, _Role.EditRole)):
            return False
        self.mended.emit(self.rows[index.row()].row, self._columns[index.column()], words)
        return True

    def whole(self, row: int) -> str:
        """The words of a row in full, and why it should be looked at; '' past the end."""
        if not 0 <= row < len(self.rows):
            return ""
        line = _line(self.rows[row])
        text = line.text if len(line.text) <= _LONGEST_WHOLE else f"{line.text[:_LONGEST_WHOLE]}…"
        return "\n".join(part for part in (line.why, text) if part)

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return (
            self.tr("Row"),
            self.tr("As written"),
            self.tr("Read as"),
            self.tr("Time"),
            self.tr("What happened"),
            self.tr("To look at"),
        )

    def cells(self, row: RowReading) -> tuple[str, ...]:
        """What became of a row, or of the entry that it would be."""
        line = _line(row)
        return line.row, line.written, line.read, line.time, line.text, line.why

    def beside(self, row: RowReading, column: int, role: int) -> Any:  # noqa: ANN401 - Qt's own form
        """The icon of what should be looked at, and the reason in words where the icon stands."""
        if role == _Role.EditRole:
            return self._typed(row, column)
        if role == _Role.BackgroundRole:
            return QBrush(self._theme.colour("doubt_ground")) if _is_doubted(row, column) else None
        if role not in (_Role.ToolTipRole, _Role.AccessibleDescriptionRole, _Role.DecorationRole):
            return None
        line = _line(row)
        if role == _Role.AccessibleDescriptionRole:
            return line.why
        if role == _Role.ToolTipRole:
            return line.why or None if column == _READ else None
        if line.icon and column == (_READ if line.read else WHY):
            return self._theme.icon(line.icon, "doubt" if line.icon == "doubt" else "muted")
        return None

    def _typed(self, row: RowReading, column: int) -> str | None:
        """What an editor begins with: the words put in place of the cell's, or the cell's own."""
        at = self._columns.get(column)
        if at is None:
            return None
        return dict(row.repaired).get(at, row.cells[at] if at < len(row.cells) else "")


def _is_doubted(row: RowReading, column: int) -> bool:
    """Whether a cell of the preview is what a doubt is about."""
    if row.entry is None or column not in DATES:
        return False
    fields = {doubt.field for doubt in row.entry.doubts}
    return "time" in fields if column == TIME else bool(fields & {"date", "reported"})


def _is_shown(row: RowReading, shown: Shown) -> bool:
    if row.entry is None:
        return shown is Shown.NOT_ENTRIES
    return shown is Shown.ENTRIES or (shown is Shown.DOUBTFUL and bool(row.entry.doubts))


def _line(row: RowReading) -> _Line:
    if row.entry is None:
        words = " · ".join(cell for cell in row.cells if cell)
        icon = "warning" if row.outcome is Outcome.ERROR else ""
        return _Line(str(row.row), row.outcome.value, "", "", "", words, row.reason, icon)
    entry = row.entry
    why = " ".join(doubt.words for doubt in entry.doubts)
    read = in_british_words(parse(entry.date_edtf))
    return _Line(str(row.row), "", entry.date_written, read, entry.time, entry.text, why, "doubt" if why else "")
