"""What stands under the list of the history: one line of it in full, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dhr_desktop.base.clock import to_local
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.timeline.history import Line
from dhr_desktop.ui.common.theme import HAIR, MEDIUM, SMALL
from dhr_desktop.ui.common.widgets import button, label, scrolled
from dhr_desktop.ui.common.words import counted


class HistoryDetail(QWidget):
    """Says when and by whom, and what it did to the entry; the dialog says what of the buttons is possible."""

    restore_wanted = Signal()
    take_back_wanted = Signal()
    entry_wanted = Signal()
    """Show the entry on the timeline."""
    alone_wanted = Signal()
    """Only the history of this entry."""
    person_wanted = Signal()
    """Only the history of the person it is about."""
    unveil_wanted = Signal()
    """Show words that are veiled, for the entry is marked as distressing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(role="label", wrap=True)
        self.when = label(role="hint", wrap=True)
        self.words = _readable()
        self.words.setAccessibleName(self.tr("What it did to the entry"))
        self.why_not = label(role="hint", wrap=True)
        self.restore = button(self.tr("Restore this version"), "", self.restore_wanted.emit)
        self.take_back = button(self.tr("Take back this import"), "", self.take_back_wanted.emit)
        self.go = button(self.tr("Show the entry"), "quiet", self.entry_wanted.emit)
        self.unveil = button(self.tr("Show what it changed"), "", self.unveil_wanted.emit)
        self.alone = button(self.tr("Only this entry"), "quiet", self.alone_wanted.emit)
        self.person = button(self.tr("Only this person"), "quiet", self.person_wanted.emit)
        inner = QWidget()
        told = QVBoxLayout(inner)
        told.setContentsMargins(0, 0, SMALL, 0)
        told.setSpacing(HAIR)
        told.addWidget(self.words)
        told.addWidget(self.unveil, 0, Qt.AlignmentFlag.AlignLeft)
        told.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for each in (self.restore, self.take_back):
            row.addWidget(each)
        row.addWidget(self.why_not, 1)
        for each in (self.go, self.alone, self.person):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, MEDIUM, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(self.title)
        column.addWidget(self.when)
        column.addWidget(scrolled(inner), 1)
        column.addLayout(row)
        self.show_none()

    def show_none(self) -> None:
        """Nothing is chosen."""
        for told in (self.title, self.when, self.words, self.why_not):
            told.clear()
        for offered in (self.restore, self.take_back, self.go, self.alone, self.person, self.unveil):
            offered.hide()

    def show_line(self, line: Line, words: str, who: str) -> None:
        """Show a line; what it did to an entry is told afterwards, when it has been read."""
        self.show_none()
        self.title.setText(words)
        first, last = to_local(line.oldest.at), to_local(line.newest.at)
        until = self.tr(" until {time}").format(time=f"{last:%H:%M}") if f"{first:%H:%M}" != f"{last:%H:%M}" else ""
        changes = counted(sum(s.changes for s in line.steps), self.tr("{n} change"), self.tr("{n} changes"))
        self.when.setText(
            self.tr("{day}, {time}{until}, by {who}. {changes} in the review.").format(
                day=in_british_words(of_day(first.date())), time=f"{first:%H:%M}", until=until, who=who, changes=changes
            )
        )

    def tell(self, html: str) -> None:
        """Say what it did to the entry."""
        self.words.setText(html)
        self.unveil.hide()

    def veil(self) -> None:
        """Say only that the entry is marked as distressing, until its words are asked for."""
        self.words.setText(self.tr("The entry is marked as distressing."))
        self.unveil.show()

    def offer_restoring(self, *, possible: bool, why_not: str = "") -> None:
        """Offer to restore, or say why that is not possible."""
        self.restore.setVisible(possible)
        self.why_not.setText(why_not)


def _readable() -> QLabel:
    made = label(wrap=True)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
