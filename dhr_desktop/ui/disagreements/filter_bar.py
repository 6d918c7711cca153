"""Which of the disagreements are shown: how they stand, in what they differ, and the words that are looked for."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from dhr_desktop.domain.events import Differs
from dhr_desktop.timeline.disagreements import Disagreement, State
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.theme import SMALL, WIDE
from dhr_desktop.ui.disagreements.words import kind_name

OPEN = frozenset({State.OPEN, State.CHANGED})
ASKED, SETTLED = frozenset({State.ASKED}), frozenset({State.SETTLED})
ALL = frozenset(State)
_GROUPS = (OPEN, ASKED, SETTLED, ALL)


class DisagreementFilters(QWidget):
    """How they stand is chosen first: what is open is what there is to do."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search, self.states, self.kinds = QLineEdit(), ChoiceBox(), ChoiceBox()
        self.search.setPlaceholderText(self.tr("Find in the disagreements"))
        self.search.setClearButtonEnabled(True)
        for states in _GROUPS:
            self.states.addItem("", states)
        self.kinds.addItem(self.tr("All differences"), None)
        for kind in Differs:
            self.kinds.addItem(kind_name(kind), kind)
        self.count({})
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        row.setSpacing(SMALL)
        for each, name, stretch in (
            (self.states, self.tr("How they stand"), 0),
            (self.search, self.tr("Find in the disagreements"), 1),
            (self.kinds, self.tr("In what they differ"), 0),
        ):
            each.setAccessibleName(name)
            row.addWidget(each, stretch)
        for combo in (self.states, self.kinds):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.currentIndexChanged.connect(self.changed)
        self.search.textChanged.connect(self.changed)

    def count(self, counts: Mapping[State, int]) -> None:
        """Show beside each state how many there are."""
        names = (self.tr("Open"), self.tr("Asked"), self.tr("Settled"), self.tr("All"))
        for place, (name, states) in enumerate(zip(names, _GROUPS, strict=True)):
            self.states.setItemText(place, f"{name} ({sum(counts.get(state, 0) for state in states):,})")

    def wanted(self, ones: Sequence[Disagreement]) -> list[Disagreement]:
        """Those that are to be shown."""
        states, kind, typed = _GROUPS[self.states.currentIndex()], self.kinds.currentData(), self.search.text()
        words = typed.casefold().split()
        return [one for one in ones if one.state in states and kind in (None, one.kind) and _has(one, words)]

    def show_states(self, states: frozenset[State]) -> None:
        """Show those of these states, whatever was looked for before."""
        with QSignalBlocker(self.states), QSignalBlocker(self.kinds), QSignalBlocker(self.search):
            self.states.setCurrentIndex(_GROUPS.index(states))
            self.kinds.setCurrentIndex(0)
            self.search.clear()
        self.changed.emit()


def _has(one: Disagreement, words: Sequence[str]) -> bool:
    if not words:
        return True
    said = one.difference.accounts.values() if one.difference else ()
    decided = (one.decision.finding, one.decision.reason) if one.decision else ()
    told = " ".join((one.title, kind_name(one.kind), *said, *decided, *(each.text for each in one.members)))
    folded = told.casefold()
    return all(word in folded for word in words)
