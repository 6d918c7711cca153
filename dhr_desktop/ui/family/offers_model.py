"""The matrix of offers: a row for each person, a column for each opportunity, a sign and its words in each cell."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dhr_desktop.domain.offer_standing import Standing
from dhr_desktop.domain.offers import OfferAnswer
from dhr_desktop.store import guidance
from dhr_desktop.store.offered import OffersOf
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.signs import tip

_Index = QModelIndex | QPersistentModelIndex
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)

SIGNS = {
    OfferAnswer.OFFERED: "→",
    OfferAnswer.ACCEPTED: "+",
    OfferAnswer.DECLINED: "×",
    OfferAnswer.LATER: "…",
    OfferAnswer.DONE: "✓",
    OfferAnswer.NOT_APPLICABLE: "–",
}
MISSING, NOT_DUE, ELSEWHERE = "○", "·", "◐"


def sign_of(standing: Standing) -> str:
    """The sign of how an opportunity stands; each has a shape of its own, so that no colour is needed to tell them."""
    if standing.offer.answer is OfferAnswer.NOT_OFFERED:
        if standing.elsewhere:
            return ELSEWHERE
        return MISSING if standing.missing else "–" if standing.offer.reason else NOT_DUE
    return SIGNS[standing.offer.answer]


def state_of(standing: Standing) -> str:
    """The word of how an opportunity stands."""
    if standing.offer.answer is OfferAnswer.NOT_OFFERED:
        if standing.elsewhere:
            return "recorded elsewhere"
        return "not yet offered" if standing.missing else "not offered" if standing.offer.reason else "not due yet"
    return standing.offer.answer.value


class OffersMatrix(QAbstractTableModel):
    """The first column is the name with how much is missing; the others are the opportunities by their short names."""

    def __init__(self, context: ReviewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: list[OffersOf] = []
        self.shorts = list(dict.fromkeys(each.short for each in guidance.edition().opportunities))

    def put(self, rows: Sequence[OffersOf]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def cover(self) -> None:
        """Show names as panel view says now."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.shorts)))

    def standing(self, row: int, column: int) -> Standing | None:
        """What a cell is about; None for a name, and for what is not this person's."""
        if not (0 <= row < len(self.rows) and 0 < column <= len(self.shorts)):
            return None
        short = self.shorts[column - 1]
        return next((each for each in self.rows[row].standings if each.opportunity.short == short), None)

    def name(self, row: int) -> str:
        """Whose row it is, as it may be seen now."""
        return self._context.panel.person(self.rows[row].person)

    def sentence(self, row: int, column: int) -> str:
        """What a cell says in full."""
        if not 0 <= row < len(self.rows):
            return ""
        standing = self.standing(row, column)
        if column == 0:
            return f"{self.name(row)}: {missing_words(self.rows[row].missing)}."
        if standing is None:
            return f"{self.name(row)}: {self.shorts[column - 1]} is not offered to {self.rows[row].stakeholder.group}."
        said = f"{self.name(row)}: {standing.opportunity.name}. {why_words(standing)}"
        return self._context.panel.shown(said)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many people."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - as above
        """The names and the opportunities."""
        return 0 if parent.isValid() else len(self.shorts) + 1

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The short names of the opportunities."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Who") if section == 0 else self.shorts[section - 1]
        if role == Qt.ItemDataRole.ToolTipRole and section > 0:
            short = self.shorts[section - 1]
            named = [each for each in guidance.edition().opportunities if each.short == short]
            return tip("\n".join(f"{each.name}. {each.why} ({each.source}; {each.basis.value})" for each in named))
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sign, its sentence, and whether it is missing."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        standing = self.standing(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(row) if column == 0 else sign_of(standing) if standing else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if column == 0:
                return self.sentence(row, 0)
            short = self.shorts[column - 1]
            state = state_of(standing) if standing else self.tr("not offered to this group")
            return f"{short}: {state}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.sentence(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.sentence(row, column))
        return self._look(column, standing, role)

    def _look(self, column: int, standing: Standing | None, role: int) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return _CENTRE
        if role == Qt.ItemDataRole.ForegroundRole and standing:
            return self._context.theme.colour("doubt" if standing.missing else "text")
        if role == Qt.ItemDataRole.FontRole and column:
            font = self._context.theme.font("body")
            font.setBold(bool(standing and standing.missing))
            return font
        return None


def why_words(standing: Standing) -> str:
    """How it stands as a sentence; where another record says more, what that is and how to note it."""
    if standing.elsewhere is None:
        return standing.why
    noted = "" if standing.offer.answer is OfferAnswer.NOT_OFFERED else f"{standing.why} "
    return f"{noted}Recorded elsewhere: {standing.elsewhere.words}. T takes it over."


def missing_words(number: int) -> str:
    """How much is missing, in words."""
    return "nothing is missing" if not number else "1 not yet offered" if number == 1 else f"{number} not yet offered"
