"""A table of words under headings, from which the pages' smaller tables are made."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

_Index = QModelIndex | QPersistentModelIndex
_AT_THE_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class TextTable(QAbstractTableModel):
    """One row for each thing given to `put`. A table of its own says its `headings` and the `cells` of a thing.

    Every cell is read to a listener with its heading before it. `numbers` are columns whose words stand at the right.
    """

    numbers: ClassVar[frozenset[int]] = frozenset()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Any] = []

    def put(self, rows: Sequence[Any]) -> None:
        """Show these things in place of those shown before."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return ()

    def cells(self, row: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever the table is of
        """The words of one thing, a text for each heading."""
        del row
        return ()

    def beside(self, row: Any, column: int, role: int) -> Any:  # noqa: ANN401 - Qt's own form
        """What a cell shows beside its words, or in their place; None for nothing."""
        del row, column, role

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own form
        """Qt asks how many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - as above
        """Qt asks how many columns."""
        return 0 if parent.isValid() else len(self.headings())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, N802
        """Qt asks for a heading."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings()[section]
        return _AT_THE_RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and section in self.numbers else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own form
        """Qt asks for a cell."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        beside = self.beside(row, column, role)
        if beside is not None:
            return beside
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _AT_THE_RIGHT if column in self.numbers else None
        if role not in _SPOKEN:
            return None
        words = self.cells(row)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings()[column]}: {words}"
        return words.replace("\n", " ") if role == Qt.ItemDataRole.DisplayRole else words


_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
