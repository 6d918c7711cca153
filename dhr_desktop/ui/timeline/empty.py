"""What stands in the table's place when there is nothing to show, and what to do then."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyWords(QWidget):
    """Says why no entry is shown."""

    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("role", "hint")
        self.clear = QPushButton(self.tr("Clear filters"))
        self.clear.clicked.connect(self.clear_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)

    def say(self, *, any_at_all: bool) -> None:
        """Tell whether there are entries that the filters leave out, or none at all."""
        self.clear.setVisible(any_at_all)
        if any_at_all:
            self._title.setText(self.tr("No entry matches these filters"))
            self._words.setText(self.tr("Try fewer words, other dates or more agencies."))
        else:
            self._title.setText(self.tr("No entries yet"))
            self._words.setText(
                self.tr(
                    "Drop an agency’s file anywhere on this window, or use the Submissions page.\n"
                    "You can also add an entry of your own."
                )
            )

    def words(self) -> str:
        """What is said."""
        return f"{self._title.text()}. {self._words.text()}"
