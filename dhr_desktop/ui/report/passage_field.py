"""The field in which the chair writes a section."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_PAUSE = 20_000
"""Milliseconds without a key after which what was written is saved: a power cut costs a sentence, not an evening."""


class PassageField(QPlainTextEdit):
    """Plain text that says when it should be saved: on leaving it, on Ctrl+Return, and when the writer pauses."""

    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = ""
        self.setTabChangesFocus(True)
        self.pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.pause.timeout.connect(self.save_wanted.emit)
        self.textChanged.connect(self._begin_pause)

    @property
    def text(self) -> str:
        """What is written, without space at its end."""
        return self.toPlainText().rstrip()

    @property
    def is_changed(self) -> bool:
        """Whether something has been written since it was shown or saved."""
        return self.text != self._saved

    def begin(self, text: str) -> None:
        """Show another section, whose words no undo of this field may mix with those before."""
        self._saved = text
        self.setPlainText(text)
        self.pause.stop()

    def show_text(self, text: str) -> None:
        """Show what the review holds; what is shown already keeps its cursor and its own undo."""
        self._saved = text
        if self.text != text:
            self.setPlainText(text)
        self.pause.stop()

    def mark_saved(self, text: str) -> None:
        """Take note that `text` is on its way to the review."""
        self._saved = text
        self.pause.stop()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's own name
        """Save on leaving, though not for a menu that only covers it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.save_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Ctrl+Return saves; Escape goes back to what was saved."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.save_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.is_changed:
            cursor = self.textCursor()
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(self._saved)  # through the field's own undo, so that Escape by mistake loses nothing
        else:
            super().keyPressEvent(event)

    def _begin_pause(self) -> None:
        if self.is_changed:
            self.pause.start()
