"""The fields of a form: what stands in each, which of it is not told yet, and the keys that all forms answer alike."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dhr_desktop.ui.common.editors import Editor, mark_wrong
from dhr_desktop.ui.common.held_keys import RETURNS
from dhr_desktop.ui.common.pauses import Pauses
from dhr_desktop.ui.common.widgets import UNSAVED, label

_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class FormFields(QWidget):
    """Leaving a field commits, a pause keeps, Ctrl+Return commits without leaving, and Escape puts the field back."""

    finished = Signal()
    """Ctrl+Return, after what was changed has been told."""
    left = Signal()
    """Escape where nothing was left to put back, as in a record only begun, or from a choice or a tick."""

    def __init__(self, editors: Mapping[str, Editor], plain: Collection[str], parent: QWidget | None = None) -> None:
        """Be a form of these fields. Those named in `plain` are words; the others are read, as dates are."""
        super().__init__(parent)
        self._editors, self._plain = dict(editors), tuple(plain)
        self._read = tuple(name for name in self._editors if name not in self._plain)
        self._shown: dict[str, str] = {}
        self._given_back = False
        self.saves_on_leaving = True
        """Whether anything is told by itself; where not, the drafts alone have it until somebody asks for it."""
        self.lines_finish = False
        """Whether Return in a field of one line finishes a record that is only begun, once something is said of it."""
        self._hint = label(role="hint", wrap=True)
        self._pauses = Pauses(self)
        self._pauses.due.connect(self.keep)
        for editor in self._editors.values():
            editor.installEventFilter(self)
            editor.textChanged.connect(self._on_typing)

    # What each form says and does.

    def understands(self, name: str, typed: str) -> bool:
        """Whether what stands in a field could be told."""
        raise NotImplementedError

    def words_about(self, wrong: Collection[str]) -> str:
        """What to say below the fields, where those in `wrong` are not understood; '' for nothing."""
        raise NotImplementedError

    def keep(self) -> None:
        """Tell the words that were changed, and leave the cursor and the field's own undo as they are."""
        raise NotImplementedError

    def commit(self) -> None:
        """Tell all that was changed and is understood; what comes next is another sitting."""
        raise NotImplementedError

    def revert(self, only: str = "") -> bool:
        """Put back what stood in all fields, or in one. Returns whether anything else did."""
        raise NotImplementedError

    @property
    def _lines_commit(self) -> bool:
        """Whether Return commits in a field of one line."""
        return True

    @property
    def _says_something(self) -> bool:
        """Whether anything was typed or chosen that has not been told."""
        return bool(self.unsaved())

    def _on_typing(self) -> None:
        """Something was typed into a field."""
        raise NotImplementedError

    # What stands in it.

    def editor(self, name: str) -> Editor:
        """The widget of a field."""
        return self._editors[name]

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return list(self._editors.values())

    def unsaved(self) -> set[str]:
        """The fields that say something else than what was told."""
        return {name for name, text in self._shown.items() if self._editors[name].text() != text}

    def not_understood(self) -> list[str]:
        """The fields that hold what could not be told."""
        return [name for name, editor in self._editors.items() if not self.understands(name, editor.text())]

    # While it is typed.

    def _say(self) -> None:
        """Say at each field whether it is on its way to the disk, and what is not understood."""
        unsaved, wrong = self.unsaved(), self.not_understood()
        for name, editor in self._editors.items():
            editor.setProperty(UNSAVED, name in unsaved)
            mark_wrong(editor, wrong=name in wrong)
        words = self.words_about(wrong)
        if self._given_back and unsaved and not words:
            words = self.tr("These words were kept when you left. They are not in the review yet.")
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        mark_wrong(self._hint, wrong=bool(wrong))
        for name in self._read:
            self._editors[name].setAccessibleDescription(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leaving a field saves it; Ctrl+Return saves and Escape puts back without leaving."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _STAYS:
                self.commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(watched, event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Return finishes and Escape leaves from a choice or a tick too, which leave the keys to the form."""
        if _finishes(event):
            self._finish_all()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _finish_all(self) -> None:
        self.commit()
        self.finished.emit()

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        if _finishes(event):
            self._finish_all()
            return True
        if event.key() in RETURNS and isinstance(watched, QLineEdit):
            if self._lines_commit:
                self.commit()
                return True
            held = event.isAutoRepeat()  # since the button that began the record, so that it is meant for no field
            if self.lines_finish and self._says_something and not held:
                self._finish_all()
                return True
        if event.key() == Qt.Key.Key_Escape:
            name = next((name for name, editor in self._editors.items() if editor is watched), "")
            if not (self.saves_on_leaving and self.revert(name)):
                self.left.emit()
            return True
        return False


def _finishes(event: QKeyEvent) -> bool:
    return event.key() in RETURNS and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
