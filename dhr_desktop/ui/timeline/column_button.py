"""The button at the end of the table's head that opens the menu of columns."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QTableView

from dhr_desktop.ui.common import icons
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.widgets import ToolButton
from dhr_desktop.ui.timeline.header import ColumnsHeader


class ColumnButton(ToolButton):
    """Keeps to the right end of the head, whatever is scrolled."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setAutoRaise(True)
        self.setProperty("role", "over-head")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Columns and order"))
        self.setToolTip(self.tr("Columns and order"))
        icons.put(theme, self, "columns")
        table.horizontalHeader().installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the head."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        head = self._table.horizontalHeader().geometry()
        side = min(head.height(), self.sizeHint().width())
        columns = self._table.horizontalHeader()
        if isinstance(columns, ColumnsHeader):
            columns.leave_at_end(side)
        self.setGeometry(head.right() + 1 - side, head.top(), side, head.height() - 1)
        self.raise_()
