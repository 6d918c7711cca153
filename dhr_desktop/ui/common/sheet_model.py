"""The rows of one table of an agency's file for a grid: fetched some hundreds at a time, as they are looked at."""

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from dhr_desktop.store import sheets
from dhr_desktop.store.review import Review
from dhr_desktop.store.sheets import Sheet
from dhr_desktop.ui.common.theme import Theme

PAGE = 200
_PAGES_KEPT = 12
_LETTERS = 26
_NOWHERE = QModelIndex()
Place = tuple[int, int]
AnyIndex = QModelIndex | QPersistentModelIndex
DOUBTED = Qt.ItemDataRole.UserRole + 1
NOTED = Qt.ItemDataRole.UserRole + 2


def letters(column: int) -> str:
    """What a spreadsheet calls a column, counted from 0: A to Z, then AA."""
    name = ""
    column += 1
    while column:
        column, left = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + left) + name
    return name


class SheetModel(QAbstractTableModel):
    """Cells are read only. The row at hand, headings, and what the file hides look different, and say so in words."""

    def __init__(self, review: Review, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._theme = theme
        self.dress: Callable[[int, str], str] = lambda _, words: words
        """How a cell of a row, by the row's id, may be seen now."""
        self.sheet: Sheet | None = None
        self.at_hand = -1
        self._doubted: frozenset[Place] = frozenset()
        self._reaching: frozenset[Place] = frozenset()
        self._pages: OrderedDict[int, dict[int, tuple[str, ...]]] = OrderedDict()
        theme.changed.connect(self.draw_anew)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show another table, or none."""
        self.beginResetModel()
        self.sheet = sheet
        self.at_hand = -1
        self._doubted = self._reaching = frozenset()
        self._pages.clear()
        self.endResetModel()

    def mark(self, place: int, doubted: frozenset[int]) -> None:
        """Make a row the one at hand, with these of its columns in doubt, wherever their merged cells begin."""
        touched = {self.at_hand, place, *(row for row, _ in self._reaching)}
        cells = self._beginnings(place)
        self.at_hand = place
        self._doubted = frozenset(cells[column] for column in doubted if column < len(cells))
        self._reaching = frozenset(cell for cell in cells if cell[0] != place)
        for row in touched | {row for row, _ in self._reaching}:
            if 0 <= row < self.rowCount():
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
                self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)

    def _beginnings(self, row: int) -> list[Place]:
        """For each column the cell in whose merged area it lies in this row; the cell itself where it is not merged."""
        cells = [(row, column) for column in range(self.columnCount())]
        if self.sheet is not None:
            number = self.number(row) - 1
            for top, left, bottom, right in self.sheet.shape.spans:
                if top <= number <= bottom:
                    begins = min(bisect_left(self.sheet.numbers, top + 1), row), left
                    cells[left : right + 1] = [begins] * len(cells[left : right + 1])
        return cells

    def text(self, row: int, column: int) -> str:
        """The words of a cell; '' for one the row does not have."""
        if self.sheet is None or not 0 <= row < len(self.sheet.row_ids):
            return ""
        row_id = self.sheet.row_ids[row]
        cells = self._page(row // PAGE).get(row_id, ())
        return self.dress(row_id, cells[column]) if 0 <= column < len(cells) else ""

    def _page(self, number: int) -> dict[int, tuple[str, ...]]:
        found = self._pages.get(number)
        if found is None and self.sheet:
            while len(self._pages) >= _PAGES_KEPT:
                self._pages.popitem(last=False)
            ids = self.sheet.row_ids[number * PAGE : (number + 1) * PAGE]
            found = self._pages[number] = sheets.cells(self._review, ids)
        self._pages.move_to_end(number)
        return found or {}

    # What the file says of a row or a column.

    def number(self, row: int) -> int:
        """The row as the source program counts it, from 1."""
        return self.sheet.numbers[row] if self.sheet else 0

    def is_heading(self, row: int) -> bool:
        """Whether the table's headings stand in this row."""
        return self.sheet is not None and self.sheet.shape.header == self.number(row) - 1

    def is_hidden(self, row: int, column: int) -> bool:
        """Whether the file hides the row or the column."""
        return self.hides_row(row) or self.hides_column(column)

    def hides_row(self, row: int) -> bool:
        """Whether the file hides the row."""
        return self.sheet is not None and self.number(row) - 1 in self.sheet.shape.hidden_rows

    def hides_column(self, column: int) -> bool:
        """Whether the file hides the column."""
        return self.sheet is not None and column in self.sheet.shape.hidden_columns

    def note(self, row: int, column: int) -> str:
        """The file's own comment on a cell, and the footnotes whose marks stand in it; '' for none."""
        if self.sheet is None or not self.sheet.shape.notes:
            return ""
        notes, words = self.sheet.shape.notes, self.text(row, column)
        if words and words != self._page(row // PAGE).get(self.sheet.row_ids[row], ())[column]:
            return ""  # a note tells of the words that are not to be seen
        comment = notes.get(f"{letters(column)}{self.number(row)}", "")
        footnotes = [f"{mark} {said}" for mark, said in notes.items() if mark.startswith("[") and mark in words]
        return "\n".join(filter(None, (comment, *footnotes)))

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many rows the table has."""
        return 0 if parent.isValid() or self.sheet is None else len(self.sheet.row_ids)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many columns its widest row has."""
        return 0 if parent.isValid() or self.sheet is None else self.sheet.columns

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Row numbers and column letters, with a word where the file hides one."""
        across = orientation is Qt.Orientation.Horizontal
        if self.sheet is None or not 0 <= section < (self.columnCount() if across else self.rowCount()):
            return None
        hidden = self.hides_column(section) if across else self.hides_row(section)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            name = letters(section) if across else str(self.number(section))
            return self.tr("{name} (hidden)").format(name=name) if hidden else name
        if role == Qt.ItemDataRole.ToolTipRole and hidden:
            return self.tr("The agency’s file hides this; it was read all the same.")
        if role == Qt.ItemDataRole.FontRole and hidden:
            font = QFont()
            font.setItalic(True)
            return font
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell: its words, and how it looks."""
        row, column = index.row(), index.column()
        if self.sheet is None or not (0 <= row < self.rowCount() and 0 <= column < self.columnCount()):
            return None
        if role in (DOUBTED, NOTED):
            return (row, column) in self._doubted if role == DOUBTED else bool(self.note(row, column))
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.note(row, column) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        return self._look(row, column, role)

    def _look(self, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.BackgroundRole:
            if row == self.at_hand or (row, column) in self._reaching:
                return self._theme.colour("selected")
            if self.is_heading(row):
                return self._theme.colour("rail")
            return self._theme.colour("outside") if self.is_hidden(row, column) else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour("muted") if self.is_hidden(row, column) and row != self.at_hand else None
        if role == Qt.ItemDataRole.FontRole and self.is_heading(row):
            font = self._theme.font("body")
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def _spoken(self, row: int, column: int) -> str:
        parts = [f"{letters(column)}{self.number(row)}: {self.text(row, column) or self.tr('empty')}"]
        if (row, column) in self._doubted:
            parts.append(self.tr("in doubt"))
        if self.is_hidden(row, column):
            parts.append(self.tr("hidden in the file"))
        note = self.note(row, column)
        if note:
            parts.append(self.tr("note: {note}").format(note=note))
        return ", ".join(parts)

    def draw_anew(self) -> None:
        """Draw every cell again, for its colours or what may be seen of it have changed."""
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
