"""One event: the chair's headline, date and note, and under them every agency's account as it was written."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from dhr_desktop.domain.events import Event
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.theme import HAIR, LARGE, MEDIUM, SMALL, Theme
from dhr_desktop.ui.common.widgets import button, label
from dhr_desktop.ui.events.card import Account
from dhr_desktop.ui.events.event_fields import EventFields
from dhr_desktop.ui.events.side_by_side import SideBySide

LEAST = 2


class EventView(QWidget):
    """Shows one event; the page decides what its buttons do."""

    show_wanted = Signal()
    disagreements_wanted = Signal()
    question_wanted = Signal(int)
    """The agency to be asked, by its id."""
    split_off_wanted = Signal()
    dissolve_wanted = Signal()

    def __init__(self, inks: Inks, theme: Theme, shown: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = EventFields(shown)
        self.accounts = SideBySide(inks, theme)
        self.told = label(role="label", wrap=True)
        self.marking = QCheckBox(self.tr("&Mark what only one account says"))
        self.marking.setChecked(True)
        self.state = label(role="hint")
        self.show_all = button(self.tr("Show on the timeline"), "", self.show_wanted.emit)
        self.disagreements = button(self.tr("Disagreements"), "", self.disagreements_wanted.emit)
        self.ask = button(self.tr("Ask a question"))
        self._agencies = QMenu(self.ask)
        self.ask.setMenu(self._agencies)
        self.split_off = button(self.tr("Make the ticked an event of their own"), "", self.split_off_wanted.emit)
        self.dissolve = button(self.tr("Dissolve"), "quiet", self.dissolve_wanted.emit)
        self.marking.toggled.connect(self._mark)
        self.fields.typing.connect(self.state.clear)
        self.accounts.ticks_changed.connect(self._count)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(self.told, 1)
        head.addWidget(self.state)
        row = QWidget()
        flow = FlowLayout(SMALL, SMALL, row)
        for each in (self.show_all, self.disagreements, self.ask, self.split_off, self.dissolve, self.marking):
            flow.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(HAIR)
        column.addWidget(self.fields)
        column.addSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self.accounts, 1)
        column.addSpacing(HAIR)
        column.addWidget(row)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        buttons = [self.show_all, self.disagreements, self.ask, self.split_off, self.dissolve]
        return [*self.fields.stops(), self.accounts, *buttons, self.marking]

    def show_event(
        self, event: Event, words: tuple[str, str, str], accounts: Sequence[Account], agencies: Sequence[Agency]
    ) -> None:
        """Show an event with its accounts.

        `words` are what it is called and when it was, where the chair has said neither, and how many accounts it has.
        """
        called, moment, told = words
        self.fields.show_event(event, called, moment)
        self.told.setText(told)
        self.accounts.show_accounts(accounts)
        self._agencies.clear()
        for agency in agencies:
            name = agency.name.replace("&", "&&")
            self._agencies.addAction(name).triggered.connect(partial(self._ask, agency.id))
        self._count()

    def ticked(self) -> list[int]:
        """The entries whose cards are ticked."""
        return [card.entry_id for card in self.accounts.cards if card.entry_id in self.accounts.ticked]

    def _ask(self, agency_id: int, _checked: bool = False) -> None:
        self.question_wanted.emit(agency_id)

    def _count(self) -> None:
        """An event can be split where both parts are still events."""
        ticked, every = len(self.ticked()), len(self.accounts.cards)
        self.split_off.setVisible(any(not card.tick.isHidden() for card in self.accounts.cards))
        self.split_off.setEnabled(ticked >= LEAST and every - ticked >= LEAST)

    def _mark(self, on: bool) -> None:
        self.accounts.mark(marking=on)
