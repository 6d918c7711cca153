"""Why accounts are taken for one happening, set out by what each reason speaks of: when, what, who, and against."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from dhr_desktop.timeline.same_event.reasons import About, Reason
from dhr_desktop.ui.common.theme import HAIR, MEDIUM
from dhr_desktop.ui.common.widgets import label


class ReasonsView(QWidget):
    """A short line for each kind, so that the eye finds the day at once, and what speaks against it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heads = {
            About.WHEN: self.tr("When"),
            About.WHAT: self.tr("What"),
            About.WHO: self.tr("Who"),
            About.AGAINST: self.tr("Against"),
        }
        self._rows: dict[About, tuple[QLabel, QLabel]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, HAIR, 0, 0)
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        for row, (about, words) in enumerate(heads.items()):
            head, said = label(words, "hint"), label(role="hint", wrap=True)
            said.setAccessibleName(words)
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, row, 1)
            self._rows[about] = head, said

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Show these; a kind without any takes no room."""
        for about, (head, said) in self._rows.items():
            words = [_sentence(reason) for reason in reasons if reason.about is about]
            said.setText("  ".join(words))
            for each in (head, said):
                each.setVisible(bool(words))
        self.setVisible(bool(reasons))

    def text(self) -> str:
        """All that is said."""
        return " ".join(said.text() for _, said in self._rows.values() if said.text())


def _sentence(reason: str) -> str:
    bare = reason.removeprefix("but ")
    return f"{bare[:1].upper()}{bare[1:]}."
