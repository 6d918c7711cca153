"""The private note on an entry: written at each pause, for the chair alone, in no document."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.ui.common.growing_text import GrowingText
from dhr_desktop.ui.common.pauses import Pauses
from dhr_desktop.ui.common.theme import HAIR
from dhr_desktop.ui.common.widgets import UNSAVED, label


class PrivateNote(QWidget):
    """Told when typing rests, when the field is left and at Ctrl+Return; Escape puts back what the sitting found."""

    written = Signal(int, str, object)
    """The entry's id, the note as it should now be, and the sitting, whose pauses are undone together."""
    left = Signal()
    """Escape where nothing was left to put back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry_id = 0
        self._kept = self._began = ""
        self._sitting: object = object()
        self._pauses = Pauses(self)
        self.editor = GrowingText(1, 8)
        self.editor.setAccessibleName(self.tr("Private note"))
        self.editor.setPlaceholderText(self.tr("For you alone; no document holds it"))
        title = label(self.tr("Private note"), "label")
        title.setBuddy(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(title)
        column.addWidget(self.editor)
        self.editor.installEventFilter(self)
        self.editor.textChanged.connect(self._on_typing)
        self._pauses.due.connect(self.keep)

    def show_note(self, entry_id: int, words: str) -> None:
        """Show another entry's note, or the same as it now is; what is being typed into the same note stays."""
        if entry_id != self._entry_id:
            self.commit()
            self._entry_id = entry_id
            self._put(words)
        elif words != self._kept.strip():
            if self.unsaved:
                self._kept = words
                self._mark()
            else:
                self._put(words)

    @property
    def unsaved(self) -> bool:
        """Whether it says something else than what was told."""
        return self.editor.text() != self._kept

    def keep(self) -> None:
        """Tell what was changed, and leave the cursor where it is."""
        self._pauses.stop()
        if self.unsaved and self._entry_id:
            changed = self.editor.text().strip() != self._kept.strip()
            self._kept = self.editor.text()
            self._mark()
            if changed:
                self.written.emit(self._entry_id, self._kept, self._sitting)

    def commit(self) -> None:
        """Tell what was changed; what comes next is another sitting, and Ctrl+Z goes to the review's history."""
        self.keep()
        self._began, self._sitting = self.editor.text(), object()
        self.editor.document().clearUndoRedoStacks()

    def unsave(self, words: str) -> None:
        """Hold what is typed for unsaved again, for it could not be written; the note is still `words`."""
        self._kept = words
        self._mark()

    def _put(self, words: str) -> None:
        self._kept = self._began = words
        self._sitting = object()
        if self.editor.text() != words:
            self.editor.setText(words)
        self._pauses.stop()
        self._mark()

    def _on_typing(self) -> None:
        self._mark()
        if self.unsaved:
            self._pauses.typed()

    def _mark(self) -> None:
        self.editor.setProperty(UNSAVED, self.unsaved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leaving the field saves it; Ctrl+Return saves and Escape puts back without leaving."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
                self.commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
            return True
        if key == Qt.Key.Key_Escape:
            if self.editor.text() == self._began:
                self.left.emit()
            else:
                self.editor.setText(self._began)
                self.keep()
            return True
        return False
