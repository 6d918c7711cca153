"""The rows of one table as they would come in: what became of each, and why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Outcome
from dhr_desktop.importing.choices import ROW_DATE, ROW_TIME
from dhr_desktop.importing.fields import NAMES, Field
from dhr_desktop.importing.reading import TableReading
from dhr_desktop.importing.rows import EntryReading, RowReading
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.veil import veiled_words
from dhr_desktop.ui.importing.cell_words import Kind, kept, understood

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
WRITTEN, READ, TIME, TEXT, WHY = range(1, 6)
DATES = (WRITTEN, READ, TIME)
"""Columns of the preview; those of further fields stand after them."""

_LONGEST_WHOLE = 420
_FIRST = 8
LONG = 40
"""With more entries than this, the first ones and those that need a look are shown, and not all."""

_FURTHER: dict[Field, Callable[[EntryReading], str]] = {
    Field.REPORTED_DATE: lambda entry: _in_words(entry.reported_edtf),
    Field.ACTION: lambda entry: entry.action,
    Field.SOURCE: lambda entry: entry.source,
    Field.REFERENCE: lambda entry: entry.reference,
    Field.PEOPLE: lambda entry: entry.people,
    Field.COMMENT: lambda entry: entry.comment,
    Field.AGENCY: lambda entry: entry.agency,
}


class Shown(Enum):
    """Which rows of a table are looked at."""

    FIRST = auto()
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

    What a row is read as can be put right: `mended` tells the row as the source program counts it, and the words to
    read in place of those of its cells, by the column of the file (from 0, or one of `choices.ROW_DATE`, `ROW_TIME`).
    """

    mended = Signal(int, object)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: dict[int, list[int]] = {}
        self._further: list[Field] = []
        self.veils: Callable[[Iterable[str]], bool] = lambda _: False
        """Whether a row with these cells is not to be seen now, for it says what is marked as distressing."""

    def show(self, table: TableReading | None, shown: Shown) -> None:
        """Show the rows of `table` that `shown` names."""
        columns: dict[Field, list[int]] = {}
        for column, field in sorted(table.mapping.items()) if table else ():
            columns.setdefault(field, []).append(column)
        fixed = table.choices.fixed if table else {}
        # A table whose only dates are those of reports is read by them.
        by_reports = Field.DATE not in columns and Field.REPORTED_DATE in columns
        day, hour = (Field.REPORTED_DATE, Field.REPORTED_TIME) if by_reports else (Field.DATE, Field.TIME)
        known = [one for one in _FURTHER if (one in columns or one in fixed) and one is not day]
        self._further = [] if shown is Shown.NOT_ENTRIES else known
        dates = columns.get(day, [ROW_DATE])
        self._columns = {WRITTEN: dates, READ: dates, TIME: columns.get(hour, [ROW_TIME])}
        self._columns[TEXT] = columns.get(Field.TEXT, [])
        for place, field in enumerate(self._further, WHY + 1):
            self._columns[place] = columns.get(field, [])
        self.put(_rows(table, shown) if table else [])

    def row(self, number: int) -> RowReading | None:
        """The row that stands at a place; None past the end."""
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def kind(self, column: int) -> Kind:
        """What is typed into a column of the preview."""
        if column in (WRITTEN, READ):
            return Kind.DATE
        if column == TIME:
            return Kind.TIME
        further = self._further[column - WHY - 1] if column > WHY else None
        return Kind.DATE if further is Field.REPORTED_DATE else Kind.WORDS

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Qt asks what can be done with a cell."""
        flags = super().flags(index)
        typed = index.isValid() and self._columns.get(index.column()) and self.rows[index.row()].entry is not None
        if typed and not self.is_veiled(self.rows[index.row()]):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: ANN401, N802 - Qt's own form
        """Qt tells what was typed into a cell; what is not understood is refused, and the cell stays as it is."""
        if role != _Role.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        words, kind = str(value).strip(), self.kind(index.column())
        if words == str(self.data(index, _Role.EditRole)).strip() or understood(kind, words) is None:
            return False
        first, *others = self._columns[index.column()]
        self.mended.emit(self.rows[index.row()].row, {first: kept(kind, words), **dict.fromkeys(others, "")})
        return True

    def is_veiled(self, row: RowReading) -> bool:
        """Whether its words are not to be seen now."""
        return self.veils((*row.cells, *((row.entry.text,) if row.entry else ())))

    def draw_anew(self) -> None:
        """Draw every cell again, for what may be seen has changed."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def whole(self, row: int) -> str:
        """The words of a row in full, why it should be looked at, and what was typed; '' past the end."""
        if not 0 <= row < len(self.rows):
            return ""
        line, reading = _line(self.rows[row]), self.rows[row]
        if self.is_veiled(reading):
            return veiled_words()
        text = line.text if len(line.text) <= _LONGEST_WHOLE else f"{line.text[:_LONGEST_WHOLE]}…"
        typed = "; ".join(f"“{words}”" for _, words in reading.repaired if words)
        own = self.tr("You typed {words}.").format(words=typed) if typed else ""
        if reading.repaired and not typed:
            own = self.tr("You have put this row right.")
        return "\n".join(part for part in (line.why, own, text) if part)

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return (
            self.tr("Row"),
            self.tr("As written"),
            self.tr("Read as"),
            self.tr("Time"),
            self.tr("What happened"),
            self.tr("To look at"),
            *(NAMES[field] for field in self._further),
        )

    def cells(self, row: RowReading) -> tuple[str, ...]:
        """What became of a row, or of the entry that it would be."""
        line = _line(row)
        if self.is_veiled(row):
            return line.row, "", line.read, "", veiled_words(), "", *("" for _ in self._further)
        further = (_FURTHER[field](row.entry) if row.entry else "" for field in self._further)
        return line.row, line.written, line.read, line.time, line.text, line.why, *further

    def beside(self, row: RowReading, column: int, role: int) -> Any:  # noqa: ANN401 - Qt's own form
        """The icon of what should be looked at or was put right, and the reason in words where the icon stands."""
        if role == _Role.EditRole:
            return self._typed(row, column)
        if role == _Role.BackgroundRole:
            return QBrush(self._theme.colour("doubt_ground")) if _is_doubted(row, column) else None
        if role not in (_Role.ToolTipRole, _Role.AccessibleDescriptionRole, _Role.DecorationRole):
            return None
        line = _line(row)
        if self.is_veiled(row):
            return None
        own = self._own(row, column)
        if role == _Role.AccessibleDescriptionRole:
            return own or line.why
        if role == _Role.ToolTipRole:
            return own or (line.why or None if column == READ else None)
        if line.icon and column == (READ if line.read else WHY):
            return self._theme.icon(line.icon, "doubt" if line.icon == "doubt" else "muted")
        return self._theme.icon("edit", "accent") if own else None

    def _own(self, row: RowReading, column: int) -> str:
        """What the chair has typed in a cell of the preview; '' where nothing."""
        at = self._columns.get(column, []) if column != WRITTEN else []
        words = next((words for place, words in row.repaired if place in at), None)
        if words is None:
            return ""
        return self.tr("You typed “{words}”.").format(words=words) if words else self.tr("You took its words out.")

    def _typed(self, row: RowReading, column: int) -> str | None:
        """What an editor begins with: the words as they are read, or those that the agency wrote."""
        at = self._columns.get(column)
        if not at or row.entry is None or self.is_veiled(row):
            return None
        if column == WRITTEN:
            return dict(row.repaired).get(at[0], row.entry.date_written)
        if column == READ:
            return _in_words(row.entry.date_edtf)
        return self.cells(row)[column]


def _is_doubted(row: RowReading, column: int) -> bool:
    """Whether a cell of the preview is what a doubt is about."""
    if row.entry is None or column not in DATES:
        return False
    fields = {doubt.field for doubt in row.entry.doubts}
    return "time" in fields if column == TIME else bool(fields & {"date", "reported"})


def _rows(table: TableReading, shown: Shown) -> list[RowReading]:
    if shown is Shown.NOT_ENTRIES:
        return [row for row in table.rows if row.entry is None]
    found = [row for row in table.rows if row.entry is not None]
    if shown is Shown.FIRST:
        return [row for number, row in enumerate(found) if number < _FIRST or (row.entry and row.entry.doubts)]
    return [row for row in found if shown is Shown.ENTRIES or (row.entry and row.entry.doubts)]


def _in_words(edtf: str) -> str:
    return in_british_words(parse(edtf)) if edtf else ""


def _line(row: RowReading) -> _Line:
    if row.entry is None:
        words = " · ".join(cell for cell in row.cells if cell)
        icon = "warning" if row.outcome is Outcome.ERROR else ""
        return _Line(str(row.row), row.outcome.value, "", "", "", words, row.reason, icon)
    entry = row.entry
    why = " ".join(doubt.words for doubt in entry.doubts)
    read = in_british_words(parse(entry.date_edtf))
    return _Line(str(row.row), "", entry.date_written, read, entry.time, entry.text, why, "doubt" if why else "")
