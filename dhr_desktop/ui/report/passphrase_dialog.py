"""Asks for whom a copy is sealed, and shows its passphrase, once."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.sharing.seal import Sealed
from dhr_desktop.ui.common.dialogs import SAID_WHEN_LOCKED, button_box
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import button, label


class RecipientDialog(QDialog):
    """For whom the copy is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Make a sealed copy"))
        self.recipient = QLineEdit()
        self.recipient.setPlaceholderText(self.tr("For example: the panel member for health"))
        self.recipient.setMinimumWidth(360)
        fields = QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        fields.addRow(self.tr("&For whom is it?"), self.recipient)
        words = label(
            self.tr(
                "The copy opens in Word or a PDF reader with a passphrase of six words. It is made now and shown once."
            ),
            "hint",
            wrap=True,
        )
        box = button_box(self, self.tr("Choose where to save it…"))
        self._accept = box.buttons()[0]
        self.recipient.textChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addLayout(fields)
        column.addWidget(words)
        column.addWidget(box)
        self._tell()

    def _tell(self) -> None:
        self._accept.setEnabled(bool(self.recipient.text().strip()))


class PassphraseDialog(QDialog):
    """The passphrase of a copy that has just been sealed. It is kept nowhere else."""

    def __init__(self, sealed: Sealed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passphrase = sealed.passphrase
        self.setWindowTitle(self.tr("The sealed copy is made"))
        title = label(
            self.tr("Passphrase for {recipient}").format(recipient=sealed.copy.recipient), "heading", wrap=True
        )
        self.words = QLineEdit(sealed.passphrase)
        self.words.setReadOnly(True)
        self.words.setAccessibleName(self.tr("Passphrase"))
        self.words.setMinimumWidth(460)
        advice = label(
            self.tr(
                "Tell it to them by telephone or face to face, never in the e-mail that brings the file. It is shown"
                " this once and stored nowhere: if it is lost, make another copy."
            ),
            wrap=True,
        )
        self.copied = label("", "hint")
        row = QHBoxLayout()
        row.addWidget(button(self.tr("&Copy the passphrase"), "", self._copy))
        row.addStretch(1)
        self.finished.connect(self.clear_clipboard)
        close = button(self.tr("I have &noted it"), "primary", self.accept)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        for widget in (title, self.words, advice, self.copied):
            column.addWidget(widget)
        column.addLayout(row)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        unseen = self.tr("A passphrase was closed with it: if you had not noted it, make that sealed copy again.")
        self.setProperty(SAID_WHEN_LOCKED, unseen)

    def reject(self) -> None:
        """Escape and the window's cross do nothing: the words could not be brought back."""

    def clear_clipboard(self) -> None:
        """Take the words off the clipboard, if they are still what it holds."""
        if QGuiApplication.clipboard().text() == self._passphrase:
            QGuiApplication.clipboard().clear()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._passphrase)
        self.copied.setText(self.tr("Copied. It leaves the clipboard when you close this."))
