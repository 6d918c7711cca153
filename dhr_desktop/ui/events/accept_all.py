"""Asks from which score on all suggestions are to be accepted, and says beforehand how many those are."""

from collections.abc import Sequence

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QVBoxLayout, QWidget

from dhr_desktop.timeline.proposals import Proposal, at_or_above, reaches
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.held_keys import RETURNS
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import label
from dhr_desktop.ui.common.words import counted

FIRST = 0.9
_ENTRIES = 380


class ScoreBox(QDoubleSpinBox):
    """A score. Return in an emptied field would put back the last number and accept all that reach it at once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is answered while no score stands in it."""
        if event.key() in RETURNS and not self.hasAcceptableInput():
            event.accept()
        else:
            super().keyPressEvent(event)


class AcceptAllDialog(QDialog):
    """A score and a count. One step is made of all, so that Undo takes all of them back."""

    covers_names = True

    def __init__(self, proposals: Sequence[Proposal], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposals = proposals
        self.setWindowTitle(self.tr("Accept all at or above a score"))
        self.score = ScoreBox()
        self.score.setRange(0, 1)
        self.score.setDecimals(2)
        self.score.setSingleStep(0.05)
        self.score.setValue(FIRST)
        self.score.selectAll()
        name = label(self.tr("&Score, at least"), "label")
        name.setBuddy(self.score)
        self.score.setAccessibleName(self.tr("Score, at least"))
        self.count = label(wrap=True)
        self.count.setMinimumWidth(_ENTRIES)
        under = label(
            self.tr(
                "Each becomes an event, as if you had accepted it by itself. All of it is one step: Undo takes it back."
            ),
            "hint",
            wrap=True,
        )
        box = button_box(self, self.tr("Accept all"))
        self.accept_button = box.buttons()[0]
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        for each in (name, self.score, self.count, under):
            column.addWidget(each)
        column.addSpacing(MEDIUM)
        column.addWidget(box)
        self.score.valueChanged.connect(self._count)
        self.score.lineEdit().textChanged.connect(self._count)  # an emptied field has no value to tell
        self._count()

    @property
    def wanted(self) -> list[Proposal]:
        """The suggestions that would be accepted."""
        if not self.score.hasAcceptableInput():
            return []
        return at_or_above(self._proposals, round(self.score.value(), 2))

    def _count(self) -> None:
        if not self.score.hasAcceptableInput():
            self.count.setText(self.tr("Type a score from 0 to 1."))
            self.accept_button.setEnabled(False)
            return
        wanted, score = self.wanted, round(self.score.value(), 2)
        entries = sum(len(one.entry_ids) - len(one.grouped) for one in wanted)
        words = counted(
            len(wanted), self.tr("{n} suggestion would be accepted"), self.tr("{n} suggestions would be accepted")
        )
        of_them = counted(entries, self.tr("with {n} entry."), self.tr("with {n} entries."))
        said = [f"{words}, {of_them}" if wanted else self.tr("No suggestion scores so high.")]
        added = sum(1 for one in wanted if one.into)
        if added:
            said.append(
                counted(
                    added,
                    self.tr("{n} of them adds to an event there is."),
                    self.tr("{n} of them add to events there are."),
                )
            )
        left = sum(1 for one in self._proposals if reaches(one, score)) - len(wanted)
        if left:
            said.append(
                counted(
                    left,
                    self.tr("{n} is left to be asked: it would make one of events that you have made."),
                    self.tr("{n} are left to be asked: they would make one of events that you have made."),
                )
            )
        self.count.setText(" ".join(said))
        self.accept_button.setEnabled(bool(wanted))
