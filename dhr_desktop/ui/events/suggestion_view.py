"""One suggestion to decide: how surely, why, and the accounts side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from dhr_desktop.timeline.same_event.reasons import Reason
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, SMALL, Theme
from dhr_desktop.ui.common.widgets import button, label
from dhr_desktop.ui.events.card import Account
from dhr_desktop.ui.events.reasons import ReasonsView
from dhr_desktop.ui.events.side_by_side import SideBySide

LEAST = 2


class SuggestionView(QWidget):
    """Shows one suggestion, or one that was rejected; the page decides what its buttons do."""

    accept_wanted = Signal()
    reject_wanted = Signal()
    later_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, inks: Inks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(role="heading", wrap=True)
        self.aside = label(role="label", wrap=True)
        self.reasons = ReasonsView()
        self.accounts = SideBySide(inks, theme)
        self.marking = QCheckBox(self.tr("&Mark what only one account says"))
        self.marking.setChecked(True)
        self.accept = button(self.tr("One event"), "primary", self.accept_wanted.emit)
        self.accept.setToolTip(self.tr("Return in the list, F9 anywhere on the page"))
        self.reject = button(self.tr("Not the same: never ask again"), "", self.reject_wanted.emit)
        self.reject.setToolTip(self.tr("Delete in the list, Ctrl+Delete anywhere on the page"))
        self.later = button(self.tr("Later"), "quiet", self.later_wanted.emit)
        self.again = button(self.tr("Let it be asked again"), "", self.again_wanted.emit)
        self._ticks = label(role="hint", wrap=True)
        self._rejected = False
        self.marking.toggled.connect(self._mark)
        self.accounts.ticks_changed.connect(self._count)
        self._build()

    def _build(self) -> None:
        row = QWidget()
        flow = FlowLayout(SMALL, SMALL, row)
        for each in (self.accept, self.reject, self.again, self.later, self.marking):
            flow.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(HAIR)
        column.addWidget(self.title)
        column.addWidget(self.aside)
        column.addWidget(self.reasons)
        column.addSpacing(SMALL)
        column.addWidget(self.accounts, 1)
        column.addWidget(self._ticks)
        column.addSpacing(HAIR)
        column.addWidget(row)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.accounts, self.accept, self.reject, self.again, self.later, self.marking]

    def show_suggestion(
        self, title: str, aside: str, reasons: Sequence[Reason], accounts: Sequence[Account], *, rejected: bool = False
    ) -> None:
        """Show a suggestion to decide, or one that was rejected."""
        self._rejected = rejected
        self.title.setText(title)
        self.aside.setText(aside)
        self.aside.setVisible(bool(aside))
        self.reasons.show_reasons(reasons)
        self.accounts.show_accounts(accounts)
        for each in (self.accept, self.reject, self.later):
            each.setVisible(not rejected)
        self.again.setVisible(rejected)
        self._count()

    def ticks(self) -> tuple[list[int], list[int]]:
        """The entries that are ticked, and those that can be ticked and are not."""
        ticked: list[int] = []
        left: list[int] = []
        for card in self.accounts.cards:
            if not card.tick.isHidden():
                (ticked if card.entry_id in self.accounts.ticked else left).append(card.entry_id)
        return ticked, left

    def _count(self) -> None:
        """Say what would be left out; one entry alone makes no event."""
        ticked, left = self.ticks()
        already = any(card.tick.isHidden() for card in self.accounts.cards)
        enough = len(ticked) + already >= LEAST and bool(ticked)
        self.accept.setEnabled(enough and not self._rejected)
        if self._rejected or not left:
            words = ""
        elif enough:
            words = self.tr("Without a tick: left out of the event, and never suggested with these again.")
        else:
            words = self.tr("An event needs two entries at least.")
        self._ticks.setText(words)
        self._ticks.setVisible(bool(words))

    def _mark(self, on: bool) -> None:
        self.accounts.mark(marking=on)
