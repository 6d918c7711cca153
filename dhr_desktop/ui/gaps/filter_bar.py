"""Which gaps are shown: whose, how long at least, and in which order."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.domain.gap_words import counted
from dhr_desktop.domain.gaps import ALL_AGENCIES, SHORTEST
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.theme import SMALL, WIDE
from dhr_desktop.ui.common.widgets import label
from dhr_desktop.ui.gaps.reading import Listed

_EVERYTHING = -1
_SHORTEST = (1, 7, 14, SHORTEST, 60, 90, 180, 365)
_AGENCY_LETTERS = 24
_LENGTH, _CERTAIN, _TIME = "length", "certain", "time"


class GapFilters(QWidget):
    """`changed` asks for the list anew; `shortest_changed` for the gaps themselves."""

    changed = Signal()
    shortest_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agency, self.order, self.shortest = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.order.addItem(self.tr("Longest first"), _LENGTH)
        self.order.addItem(self.tr("Longest certain first"), _CERTAIN)
        self.order.addItem(self.tr("Earliest first"), _TIME)
        for days in _SHORTEST:
            self.shortest.addItem(counted(days), days)
        self.shortest.setCurrentIndex(_SHORTEST.index(SHORTEST))
        words = label(self.tr("&No shorter than"), "label")
        words.setBuddy(self.shortest)
        for each, name in (
            (self.agency, self.tr("Whose gaps")),
            (self.order, self.tr("Order of the list")),
            (self.shortest, self.tr("No shorter than, in days")),
        ):
            each.setAccessibleName(name)
        self.agency.setMinimumContentsLength(_AGENCY_LETTERS)
        self.agency.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        length = QWidget()
        beside = QHBoxLayout(length)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(SMALL)
        beside.addWidget(words)
        beside.addWidget(self.shortest)
        around = QVBoxLayout(self)
        around.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        row = FlowLayout(SMALL, SMALL)
        around.addLayout(row)
        row.addWidget(self.agency)
        row.addWidget(self.order)
        row.addWidget(length)
        for combo in (self.agency, self.order):
            combo.currentIndexChanged.connect(self.changed)
        self.shortest.currentIndexChanged.connect(self.shortest_changed)
        self.offer([])

    @property
    def days(self) -> int:
        """How long a gap has to be."""
        return int(self.shortest.currentData())

    @property
    def whose(self) -> str:
        """The agency whose gaps are shown; '' for more than one."""
        return self.agency.currentText() if self.agency.currentData() not in (_EVERYTHING, ALL_AGENCIES) else ""

    def offer(self, agencies: Sequence[Agency]) -> None:
        """Offer these agencies; what was chosen stays chosen while it is among them."""
        offered = {_EVERYTHING: self.tr("All together, then each agency"), ALL_AGENCIES: self.tr("All together")}
        offered |= {agency.id: agency.name for agency in agencies}
        names = list(offered.items())
        if [(self.agency.itemData(at), self.agency.itemText(at)) for at in range(self.agency.count())] == names:
            return
        before = self.agency.currentData()
        with QSignalBlocker(self.agency):
            self.agency.clear()
            for key, words in names:
                self.agency.addItem(words, key)
            self.agency.setCurrentIndex(max(self.agency.findData(before), 0))

    def place(self) -> str:
        """What is chosen, by keys alone."""
        return f"{self.agency.currentData()}/{self.order.currentData()}/{self.days}"

    def go_back_to(self, place: str) -> None:
        """Have that chosen again, as far as it is offered."""
        whose, order, days = place.split("/")
        for box, key in ((self.agency, int(whose)), (self.order, order), (self.shortest, int(days))):
            box.setCurrentIndex(max(box.findData(key), 0))

    def narrowed(self, listed: Sequence[Listed]) -> list[Listed]:
        """Those wanted, in the order wanted; those of all agencies together come first."""
        whose = self.agency.currentData()
        wanted = [one for one in listed if whose in (_EVERYTHING, one.gap.agency_id)]
        order = self.order.currentData()
        if order == _CERTAIN:
            wanted.sort(key=lambda one: (one.gap.agency_id != ALL_AGENCIES, -one.gap.least_days, -one.gap.days))
        elif order == _TIME:
            wanted.sort(key=lambda one: (one.gap.agency_id != ALL_AGENCIES, one.gap.first, -one.gap.days))
        return wanted
