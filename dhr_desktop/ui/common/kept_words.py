"""Keeps what is typed into a dialog among the drafts, so that a lock or an abrupt end does not take it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit

from dhr_desktop.ui.common.drafts import Drafts
from dhr_desktop.ui.common.pauses import Pauses

Field = QLineEdit | QPlainTextEdit


def kept_in_dialog(dialog: QDialog, drafts: Drafts, place: str, fields: Mapping[str, Field]) -> "KeptWords":
    """Have what is typed into a dialog outlast the lock: it stands there again when the dialog is next opened.

    Whoever closes the dialog has given it up, or what was typed is on disk by then.
    """
    kept = KeptWords(drafts, place, fields, dialog)
    dialog.finished.connect(kept.close)
    return kept


def kept_until_written(dialog: QDialog, drafts: Drafts, place: str, fields: Mapping[str, Field]) -> None:
    """As `kept_in_dialog`, for a dialog whose words are written only when it has been accepted.

    They stay kept then, so that a refusal does not lose them: the write takes them in by `Drafts.taken_in_by`. Must
    be called before others connect to the dialog's `accepted`, for what they write is to come after.
    """
    kept = KeptWords(drafts, place, fields, dialog)
    dialog.accepted.connect(kept.hand_over)
    dialog.rejected.connect(kept.close)


class KeptWords(QObject):
    """Gives back at once what was kept for the place, and keeps what says something else than what was offered."""

    def __init__(self, drafts: Drafts, place: str, fields: Mapping[str, Field], parent: QObject) -> None:
        super().__init__(parent)
        self._drafts, self._place, self._fields = drafts, place, dict(fields)
        self._offered = {name: _text(field) for name, field in self._fields.items()}
        self._flushed = False
        self._pauses = Pauses(self)
        for name, text in drafts.of(place).items():
            if name in self._fields:
                _go_on_with(self._fields[name], text)
        for field in self._fields.values():
            field.textChanged.connect(self._pauses.typed)
        self._pauses.due.connect(self.keep)
        drafts.flushing.connect(self._flush)

    def keep(self) -> None:
        """Keep what is typed now."""
        self._pauses.stop()
        texts = {name: _text(field) for name, field in self._fields.items()}
        self._drafts.keep(self._place, {name: text for name, text in texts.items() if text != self._offered[name]})

    def end(self, *, given_up: bool = False) -> None:
        """Keep nothing more of what is typed; where it was given up on purpose, nothing at all."""
        self._pauses.stop()
        self._drafts.flushing.disconnect(self._flush)
        if given_up:
            self._drafts.forget(self._place)

    def hand_over(self) -> None:
        """The dialog has been accepted: its words stay kept for whoever writes them."""
        self.keep()
        self.end()
        self.deleteLater()

    def close(self) -> None:
        """The dialog has been closed: by the chair, or by the lock, which gives nothing up."""
        self.end(given_up=not self._flushed)
        self.deleteLater()

    def _flush(self) -> None:
        self.keep()
        self._flushed = True


def _text(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _go_on_with(field: Field, text: str) -> None:
    """Show words that were begun, to be gone on with at their end."""
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.end(False)
    else:
        field.setPlainText(text)
        field.moveCursor(QTextCursor.MoveOperation.End)
