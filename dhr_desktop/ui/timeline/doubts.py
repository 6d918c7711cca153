"""The doubts about an entry in words, and the chair's word that the reading stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.domain.entries import Doubt
from dhr_desktop.ui.common.widgets import button, label
from dhr_desktop.ui.timeline.inks import Inks
from dhr_desktop.ui.timeline.signs import DoubtSign


class DoubtsBox(QFrame):
    """Hidden while nothing is in doubt."""

    accepted = Signal()

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "doubt")
        self._words = label(wrap=True)
        self.accept = button(self.tr("Accept as read"))
        self.accept.setToolTip(self.tr("The reading stands: clear these doubts"))
        self.accept.clicked.connect(self.accepted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(DoubtSign(inks), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignRight)

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Say these, each on a line of its own."""
        self._words.setText("\n".join(doubt.words for doubt in doubts))
        self.setVisible(bool(doubts))

    def words(self) -> str:
        """What is said."""
        return self._words.text()
