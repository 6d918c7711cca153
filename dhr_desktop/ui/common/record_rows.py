"""The rows of a list of small records: a line each, and the words below it, as panel view shows them."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dhr_desktop.store.records import Record
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.two_lines import RowRole

R = TypeVar("R", bound=Record)
_Index = QModelIndex | QPersistentModelIndex


class Rows(QAbstractTableModel, Generic[R]):
    """The records, as panel view shows them."""

    def __init__(self, line: Callable[[R], tuple[str, str]], context: ReviewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._line, self._panel = line, context.panel
        self._rows: list[R] = []

    def put_rows(self, rows: Sequence[R]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def record(self, row: int) -> R | None:
        """The record of a row; None outside the list."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, record_id: int) -> int:
        """The row of a record; -1 where it is not shown."""
        return next((at for at, each in enumerate(self._rows) if each.id == record_id), -1)

    def cover(self) -> None:
        """Show the words anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def index(self, row: int, column: int = 0, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own
        """The place of a row, or of one of its cells."""
        return super().index(row, column, parent)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """One line a record."""
        return 0 if parent.isValid() else 1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, and the words below it."""
        record = self.record(index.row())
        if record is None:
            return None
        first, under = (self._panel.shown(words) for words in self._line(record))
        if role == Qt.ItemDataRole.DisplayRole:
            return first
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{first}. {under}" if under else first
        return under if role == RowRole.UNDER else None
