"""Ctrl+Z goes to the text that is being typed; where that has nothing to undo, it goes to the review's own history.

And a letter that is pressed with Alt, for a button that is not there now, is no part of the text.
"""

import sys

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from dhr_desktop.ui.common.widgets import UNSAVED

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
Editor = QLineEdit | QPlainTextEdit | QTextEdit


class TypingKeys(QObject):
    """Watches the editor that has the keyboard, and only that one; `typing` says when its words change.

    Qt's editors keep Ctrl+Z for themselves even when they have nothing to undo, which would leave the key dead
    right after an edit was saved. What was undone last is done again first: text that was taken back before a step
    was undone would otherwise be typed anew, and the steps waiting to be done again would be gone with it.
    """

    typing = Signal(bool)

    def __init__(self, parent: QObject, undo: QAction, redo: QAction) -> None:
        super().__init__(parent)
        self._redo = redo
        self._step_undone_last = False
        undo.triggered.connect(self._note_step)
        self._watched: Editor | None = None
        self._links: list[QMetaObject.Connection] = []
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep an idle editor from claiming the key, and a letter with Alt out of the words of a record."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_for_no_text(event):
            event.ignore()
            return True
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, Editor)
        ):
            if self._is_for_the_review(watched, event):
                event.ignore()
                return True
            if event.matches(_UNDO):
                self._step_undone_last = False
        return False

    def _is_for_the_review(self, editor: Editor, event: QKeyEvent) -> bool:
        if event.matches(_REDO) and self._step_undone_last and self._redo.isEnabled():
            return True
        return _has_nothing_for(editor, event)

    def _note_step(self) -> None:
        self._step_undone_last = True

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            if isValid(self._watched):  # a dialog that closes may have taken its field with it
                self._watched.removeEventFilter(self)
                for link in self._links:
                    QObject.disconnect(link)
            self.typing.emit(False)
        self._watched = new if isinstance(new, Editor) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._links = [
                self._watched.textChanged.connect(self._tell),
                self._watched.destroyed.connect(self._forget),
            ]

    @property
    def unsaved(self) -> bool | None:
        """Whether the field that has the keyboard holds what is not on disk; None where it does not say."""
        found = self._watched.property(UNSAVED) if self._watched is not None else None
        return found if isinstance(found, bool) else None

    def _tell(self) -> None:
        self.typing.emit(True)

    def _forget(self) -> None:
        self._watched = None


def _is_for_no_text(event: QKeyEvent) -> bool:
    """Whether it is a letter with Alt that no button and no menu has taken. On a Mac such keys write letters."""
    alt_alone = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.AltModifier
    return alt_alone and event.text().isprintable() and bool(event.text()) and sys.platform != "darwin"


def _has_nothing_for(editor: Editor, event: QKeyEvent) -> bool:
    if event.matches(_UNDO):
        return not _can(editor, undo=True)
    return event.matches(_REDO) and not _can(editor, undo=False)


def _can(editor: Editor, *, undo: bool) -> bool:
    if isinstance(editor, QLineEdit):
        return editor.isUndoAvailable() if undo else editor.isRedoAvailable()
    document = editor.document()
    return document.isUndoAvailable() if undo else document.isRedoAvailable()
