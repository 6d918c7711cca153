"""The keys that tag: digits while the table, or the panel outside its fields, has the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.held_keys import KEYBOARD

_ZERO, _NINE = Qt.Key.Key_0.value, Qt.Key.Key_9.value
_WATCHED = frozenset(range(_ZERO, _NINE + 1)) | {Qt.Key.Key_Space.value}


class TagKeys(QObject):
    """A key that is held down answers once, so that twenty entries are never tagged by a finger that rests."""

    digit = Signal(int)
    space = Signal()
    """Space at an entry of the table."""

    def __init__(self, table: QWidget, panel: QWidget, on_entry: Callable[[], bool], parent: QObject) -> None:
        """Watch the table for all keys, and the panel for those that no field or button of its own has taken.

        `on_entry` says whether the table's keyboard is at an entry; elsewhere Space is the table's own.
        """
        super().__init__(parent)
        self._table, self._on_entry = table, on_entry
        for each in (table, panel):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the digits, and Space in a list."""
        if not isinstance(event, QKeyEvent) or event.key() not in _WATCHED:
            return False
        if event.type() == QEvent.Type.KeyRelease:
            KEYBOARD.let_go(event)
            return False
        if event.type() != QEvent.Type.KeyPress or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() == Qt.Key.Key_Space and not (watched is self._table and self._on_entry()):
            return False
        if KEYBOARD.is_fresh(event):
            self._tell(event.key())
        event.accept()
        return True

    def _tell(self, key: int) -> None:
        if key == Qt.Key.Key_Space:
            self.space.emit()
        else:
            self.digit.emit(key - _ZERO)
