"""What the chair is told when the program itself failed: what is safe, what to do, and what may be sent to someone."""

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from dhr_desktop.ui.common.theme import MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import button, label


class FaultSheet(QDialog):
    """Shows a report that holds no case data. The library has been locked before it is shown."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._report = report
        words = self.tr(
            "The fault is in this program, not in what you did. Your library has been locked, and every change that"
            " was shown as saved is safe. Type your passphrase to go on. If it happens again, send these lines to"
            " whoever looks after this program: they hold nothing of any review."
        )
        text = label(words, wrap=True)
        text.setMinimumWidth(480)
        lines = QPlainTextEdit(report)
        lines.setReadOnly(True)
        lines.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        lines.setAccessibleName(self.tr("Report of the fault"))
        lines.setTabChangesFocus(True)
        self.copy = button(self.tr("Copy the report"), "", self._copy)
        close = button(self.tr("Close"), "primary", self.accept)
        close.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("Something went wrong"), "title"))
        column.addWidget(text)
        column.addWidget(lines, 1)
        column.addLayout(row)
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
