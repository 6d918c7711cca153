"""The doubts about an entry in words, and the chair's word that the reading stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.domain.entries import Doubt
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.signs import DoubtSign
from dhr_desktop.ui.common.widgets import button, label
from dhr_desktop.ui.common.words import offered


class DoubtsBox(QFrame):
    """Hidden while nothing is in doubt."""

    accepted = Signal()
    fix_wanted = Signal(object)
    """The `Doubt` whose offer is to be put in the place of what was read."""

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "doubt")
        self._words = label(wrap=True)
        self.accept = button(self.tr("Accept as read"))
        self.accept.setToolTip(self.tr("The reading stands: clear these doubts"))
        self.accept.clicked.connect(self.accepted)
        self.fix = button("", "", self._ask_fix)
        self._offer: Doubt | None = None
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(DoubtSign(inks), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(row)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addStretch(1)
        answers.addWidget(self.fix)
        answers.addWidget(self.accept)
        column.addLayout(answers)

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Say these, each on a line of its own."""
        self._words.setText("\n".join(doubt.words for doubt in doubts))
        self._offer = next((doubt for doubt in doubts if doubt.fix), None)
        self.fix.setVisible(self._offer is not None)
        self.fix.setText(offered(self._offer) if self._offer else "")
        self.setVisible(bool(doubts))

    def _ask_fix(self) -> None:
        if self._offer:
            self.fix_wanted.emit(self._offer)

    def words(self) -> str:
        """What is said."""
        return self._words.text()
