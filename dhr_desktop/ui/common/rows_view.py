"""The view of a list of records: it tells which deciding key was pressed, and that it has another width."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from dhr_desktop.ui.common.held_keys import KEYBOARD, RETURNS

DECIDING = (*RETURNS, Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_F2)
"""The keys that open, begin and remove."""


class RowsView(QListView):
    """Tells which deciding key was pressed, and that it has another width."""

    asked = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Pass on what decides; a key held down decides once."""
        if KEYBOARD.is_plainly(event, DECIDING):
            if not KEYBOARD.swallows(event, DECIDING):
                self.asked.emit(event.key())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Note that the key was let go."""
        KEYBOARD.let_go(event)
        super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width has other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()
