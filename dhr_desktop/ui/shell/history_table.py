"""The list in the history: a day above its lines is no line, and Home and End go to the newest and to the oldest."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView


class HistoryTable(QTableView):
    """Goes from line to line, by key and by mouse."""

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Qt's own Home and End stay in their row, of which here only the whole can be chosen."""
        ends = {QTableView.CursorAction.MoveHome: 1, QTableView.CursorAction.MoveEnd: -1}
        model = self.model()
        if action not in ends or model is None:
            return super().moveCursor(action, modifiers)
        column = max(self.currentIndex().column(), 0)
        places = (model.index(row, column) for row in range(model.rowCount())[:: ends[action]])
        return next((each for each in places if each.flags() & Qt.ItemFlag.ItemIsSelectable), self.currentIndex())
