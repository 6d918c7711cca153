"""Which of the doubtful are shown, and under which titles."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from dhr_desktop.store.doubtful import Doubtful
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.theme import SMALL, WIDE
from dhr_desktop.ui.doubts.kinds import Wanted, by_kind, by_submission, gathered, kind_name


class DoubtFilters(QWidget):
    """Search, agency and kind narrow the list; a switch gathers it by file or by kind."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find in what is in doubt"))
        self.search.setClearButtonEnabled(True)
        self.agency, self.kind, self.order = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.order.addItem(self.tr("By file and row"), by_submission)
        self.order.addItem(self.tr("By kind of doubt"), by_kind)
        for each, name in (
            (self.search, self.tr("Find in what is in doubt")),
            (self.agency, self.tr("Agency")),
            (self.kind, self.tr("Kind of doubt")),
            (self.order, self.tr("Order of the list")),
        ):
            each.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self.search, 1)
        for combo in (self.agency, self.kind, self.order):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.currentIndexChanged.connect(self.changed)
            row.addWidget(combo)
        self.search.textChanged.connect(self.changed)

    @property
    def wanted(self) -> Wanted:
        """What is wanted now."""
        return Wanted(self.agency.currentData() or "", self.kind.currentData() or "", self.search.text())

    def groups(self, ones: Sequence[Doubtful]) -> dict[str, list[Doubtful]]:
        """Those wanted of the doubtful, under the titles asked for."""
        wanted = self.wanted
        return gathered((one for one in ones if wanted.holds(one)), self.order.currentData())

    def offer(self, ones: Sequence[Doubtful]) -> None:
        """Offer the agencies and kinds there are; what was chosen stays chosen while there is any of it."""
        agencies = {name: name for name in dict.fromkeys(one.agency for one in ones)}
        codes = dict.fromkeys(doubt.code for one in ones for doubt in one.entry.doubts)
        kinds = {code: kind_name(code) for code in codes}
        _fill(self.agency, self.tr("All agencies"), agencies)
        _fill(self.kind, self.tr("All kinds"), kinds)

    def clear(self) -> None:
        """Leave nothing out."""
        with QSignalBlocker(self):
            self.search.clear()
            self.agency.setCurrentIndex(0)
            self.kind.setCurrentIndex(0)
        self.changed.emit()


def _fill(combo: QComboBox, everything: str, names: Mapping[str, str]) -> None:
    offered = {"": everything, **names}
    if [combo.itemData(place) for place in range(combo.count())] == list(offered):
        return
    before = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        for key, words in offered.items():
            combo.addItem(words, key)
        combo.setCurrentIndex(max(combo.findData(before), 0))
