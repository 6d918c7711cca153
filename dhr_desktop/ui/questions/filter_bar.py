"""Which questions are shown: how far they have come, whose they are, and what they say."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.reviews import Agency
from dhr_desktop.timeline.questions import Standing
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.theme import SMALL, WIDE
from dhr_desktop.ui.questions.reading import Known, Listed

_AGENCY_LETTERS, _SEARCH_WIDTH = 16, 200
_OPEN, _LATE, _ALL = "open", "late", "all"


class QuestionFilters(QWidget):
    """Shows those that are open, until something else is asked for. Each choice says how many it has."""

    changed = Signal()

    def __init__(self, seen: Callable[[Iterable[Agency]], list[Agency]], parent: QWidget | None = None) -> None:
        """`seen` gives agencies the names that may be seen now."""
        super().__init__(parent)
        self._seen = seen
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a question"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(_SEARCH_WIDTH)
        self.standing, self.agency = ChoiceBox(), ChoiceBox()
        for each, name in (
            (self.search, self.tr("Find a question")),
            (self.standing, self.tr("How far they have come")),
            (self.agency, self.tr("Agency")),
        ):
            each.setAccessibleName(name)
        around = QVBoxLayout(self)
        around.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        row = FlowLayout(SMALL, SMALL)
        around.addLayout(row)
        row.addWidget(self.search)
        self.standing.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.agency.setMinimumContentsLength(_AGENCY_LETTERS)
        self.agency.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for combo in (self.standing, self.agency):
            row.addWidget(combo)
            combo.currentIndexChanged.connect(self.changed)
        self.search.textChanged.connect(self.changed)
        self.offer(Known())

    def offer(self, known: Known) -> None:
        """Count anew, and offer the agencies that have questions."""
        numbers: dict[object, int] = {each: sum(one.standing is each for one in known.listed) for each in Standing}
        every = len(known.listed)
        kinds: list[tuple[object, str, int]] = [
            (_OPEN, self.tr("Open"), every - numbers[Standing.CLOSED]),
            (Standing.TO_ASK, self.tr("To be asked"), numbers[Standing.TO_ASK]),
            (Standing.ASKED, self.tr("Asked"), numbers[Standing.ASKED]),
            (Standing.ANSWERED, self.tr("Answered"), numbers[Standing.ANSWERED]),
            (Standing.CLOSED, self.tr("Closed"), numbers[Standing.CLOSED]),
            (_ALL, self.tr("All"), every),
        ]
        if late := sum(one.late for one in known.listed):
            kinds.insert(1, (_LATE, self.tr("Reply overdue"), late))
        _fill(self.standing, [(key, f"{words} ({number:,})") for key, words, number in kinds])
        have = {one.question.agency_id for one in known.listed}
        agencies = [(agency.id, agency.name) for agency in self._seen(known.agencies) if agency.id in have]
        _fill(self.agency, [(0, self.tr("All agencies")), *agencies])

    def narrowed(self, listed: Sequence[Listed]) -> list[Listed]:
        """Those wanted."""
        wanted, agency_id, words = self.standing.currentData(), self.agency.currentData(), self.search.text()
        return [
            one
            for one in listed
            if _fits(one, wanted) and agency_id in (0, one.question.agency_id) and one.holds(words)
        ]

    def show_all(self) -> None:
        """Leave nothing out."""
        with QSignalBlocker(self):
            self.search.clear()
            self.standing.setCurrentIndex(self.standing.count() - 1)
            self.agency.setCurrentIndex(0)
        self.changed.emit()


def _fits(one: Listed, wanted: object) -> bool:
    if wanted == _OPEN:
        return one.question.open
    if wanted == _LATE:
        return one.late
    return wanted == _ALL or one.standing is wanted


def _fill(combo: QComboBox, offered: Sequence[tuple[object, str]]) -> None:
    before = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        for key, words in offered:
            combo.addItem(words, key)
        keys = [key for key, _ in offered]
        combo.setCurrentIndex(keys.index(before) if before in keys else 0)
