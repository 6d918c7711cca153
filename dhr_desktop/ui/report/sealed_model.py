"""The register of sealed copies as a table."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dhr_desktop.base.clock import to_local
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.editions import EDITIONS
from dhr_desktop.domain.sealed import SealedCopy

_Index = QModelIndex | QPersistentModelIndex
_SHORT = 12


class SealedModel(QAbstractTableModel):
    """One row a copy, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SealedCopy] = []

    def show(self, rows: list[SealedCopy]) -> None:
        """Show these copies."""
        self.beginResetModel()
        self._rows = rows[::-1]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own form
        """Qt asks how many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - as above
        """Qt asks how many columns."""
        return 0 if parent.isValid() else len(self._headings())

    def _headings(self) -> tuple[str, ...]:
        return (self.tr("For"), self.tr("File"), self.tr("Edition"), self.tr("Sealed on"), self.tr("SHA-256 begins"))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, N802
        """Qt asks for a heading."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings()[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own form
        """Qt asks for a cell."""
        if not index.isValid():
            return None
        copy = self._rows[index.row()]
        cells = _cells(copy)
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return copy.sha256 if index.column() == len(cells) - 1 else cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings()[index.column()]}: {cells[index.column()]}"
        return None


def _cells(copy: SealedCopy) -> tuple[str, ...]:
    moment = to_local(copy.sealed_at)
    edition = EDITIONS[copy.edition].name if copy.edition in EDITIONS else copy.edition
    when = f"{in_british_words(of_day(moment.date()))}, {moment:%H:%M}"
    return copy.recipient, copy.file_name, edition, when, copy.sha256[:_SHORT]
