"""The accounts of a happening side by side; the words that only one of them says are marked."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.timeline.said_alone import Span, said_alone
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, Theme
from dhr_desktop.ui.events.card import Account, AccountCard
from dhr_desktop.ui.events.seen import Seen

_NARROWEST = 210
_BREAK = "\n\n"


class SideBySide(QScrollArea):
    """Scrolls down where an account is long, and across where there are many."""

    ticks_changed = Signal()
    out_wanted = Signal(int)
    shown_wanted = Signal(int)
    lift_wanted = Signal(int)
    """The words of an account are asked for."""

    def __init__(self, inks: Inks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks, self._theme = inks, theme
        self._cards: list[AccountCard] = []
        self._number = 0
        self._ticked: set[int] = set()
        self._marking = True
        self._inner = QWidget()
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(0, 0, SMALL, SMALL)
        self._row.setSpacing(MEDIUM)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the arrows scroll it
        self.setAccessibleName(self.tr("Accounts side by side"))
        self.viewport().installEventFilter(self)
        theme.changed.connect(self._share)

    @property
    def cards(self) -> list[AccountCard]:
        """The cards shown, left to right."""
        return self._cards[: self._number]

    @property
    def ticked(self) -> set[int]:
        """The entries whose cards are ticked."""
        return set(self._ticked)

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Show these accounts in place of those shown before."""
        before = [card.entry_id for card in self.cards]
        for _ in range(len(self._cards), len(accounts)):
            self._cards.append(self._made())
        self._number = len(accounts)
        self._ticked = {account.entry.id for account in accounts if account.ticked}
        for number, (card, account) in enumerate(zip(self._cards, accounts, strict=False), 1):
            card.show_account(account, number, marking=self._marking)
        for place, card in enumerate(self._cards):
            card.setVisible(place < self._number)
        if before != [card.entry_id for card in self.cards]:
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)
        self._share()

    def mark(self, *, marking: bool) -> None:
        """Mark the differing words, or leave all plain."""
        self._marking = marking
        for card in self._cards:
            card.mark(marking=marking)

    def toggle(self, number: int) -> None:
        """Tick the card of this place, counted from 1, or take the tick off."""
        if 1 <= number <= self._number:
            self._cards[number - 1].toggle()

    def _made(self) -> AccountCard:
        card = AccountCard(self._inks, self._inner)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        card.ticked.connect(self._tick)
        card.out_wanted.connect(self.out_wanted)
        card.shown_wanted.connect(self.shown_wanted)
        card.lift_wanted.connect(self.lift_wanted)
        self._row.addWidget(card, 1)
        return card

    def _tick(self, entry_id: int, on: bool) -> None:
        (self._ticked.add if on else self._ticked.discard)(entry_id)
        self.ticks_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Share the width anew when there is more of it or less."""
        if event.type() == QEvent.Type.Resize:
            self._share()
        return super().eventFilter(watched, event)

    def _share(self) -> None:
        """Cards are as wide as there is room for, and no narrower than can be read."""
        if not self._number:
            return
        room = self.viewport().width() - SMALL - MEDIUM * (self._number - 1)
        width = max(room // self._number, self._theme.scaled(_NARROWEST))
        for card in self.cards:
            card.setFixedWidth(width)


def accounts_of(
    found: Sequence[Entry], agencies: Mapping[int, Agency], seen: Seen, said: Mapping[int, str] | None = None
) -> list[Account]:
    """What the cards of these entries show, the differing words marked."""
    shown = [seen.entry(entry) for entry in found]
    spans = said_alone([f"{entry.text}{_BREAK}{entry.action}" for entry in shown])
    words = said or {}
    return [
        Account(
            entry,
            seen.agency(agencies.get(entry.agency_id) or Agency(entry.agency_id, "", 0)),
            _parted(entry, marks),
            words.get(entry.id, ""),
            veiled=seen.veil.veils(entry),
        )
        for entry, marks in zip(shown, spans, strict=True)
    ]


def _parted(entry: Entry, marks: Collection[Span]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The places in the text, and those in the action."""
    end = len(entry.text)
    begins = end + len(_BREAK)
    in_text = tuple((start, min(length, end - start)) for start, length in marks if start < end)
    in_action = []
    for start, length in marks:
        first, last = max(start, begins), start + length
        if last > first:
            in_action.append((first - begins, last - first))
    return in_text, tuple(in_action)
