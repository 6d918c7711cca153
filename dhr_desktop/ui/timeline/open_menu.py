"""A menu that stays open while several of its lines are ticked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

_PRESSED = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OpenMenu(QMenu):
    """Ticking does not close it; Escape, or a click elsewhere, does."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick what can be ticked, and leave the rest to Qt."""
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """As the mouse does."""
        action = self.activeAction()
        if event.key() in _PRESSED and action is not None and action.isCheckable():
            action.trigger()
            return
        super().keyPressEvent(event)
