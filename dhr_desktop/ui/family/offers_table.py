"""What is offered to one person, a line for each opportunity under its stage."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dhr_desktop.domain.offer_standing import Standing
from dhr_desktop.store import guidance
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.signs import tip
from dhr_desktop.ui.family.offers_model import sign_of, state_of, why_words

_Index = QModelIndex | QPersistentModelIndex
STAGE, SIGN, NAME, STATE = range(4)


class OffersTable(QAbstractTableModel):
    """The stage is said on its first line alone, and to a listener on each."""

    def __init__(self, context: ReviewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stages = {stage.key: stage.name for stage in guidance.edition().stages}
        self.rows: list[Standing] = []

    def put(self, rows: Sequence[Standing]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def cover(self) -> None:
        """Show words as panel view says now."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, STATE))

    def standing(self, row: int) -> Standing | None:
        """The opportunity of a row; None outside the table."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def row_of(self, key: str) -> int:
        """The row of an opportunity; -1 where it is not this person's."""
        return next((at for at, each in enumerate(self.rows) if each.opportunity.key == key), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many opportunities."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - as above
        """Stage, sign, name, state."""
        return 0 if parent.isValid() else STATE + 1

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Stage"), "", self.tr("Opportunity"), self.tr("How it stands"))[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; the tip says why it is offered and where that is said."""
        standing = self.standing(index.row())
        if standing is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index.row(), index.column(), standing)
        if role == Qt.ItemDataRole.ToolTipRole:
            told = standing.opportunity
            return tip(f"{told.why}\n{told.source}; {told.basis.value}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            stage = self._stages[standing.opportunity.stage]
            said = (stage, state_of(standing), standing.opportunity.name, self._state(standing))
            return said[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == SIGN:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == Qt.ItemDataRole.ForegroundRole:
            role_of = "doubt" if standing.missing and index.column() in (SIGN, STATE) else "text"
            return self._context.theme.colour("muted" if index.column() == STAGE else role_of)
        return None

    def _words(self, row: int, column: int, standing: Standing) -> str:
        if column == STAGE:
            before = self.standing(row - 1)
            same = before is not None and before.opportunity.stage == standing.opportunity.stage
            return "" if same else self._stages[standing.opportunity.stage]
        return (sign_of(standing), standing.opportunity.name, self._state(standing))[column - 1]

    def _state(self, standing: Standing) -> str:
        return self._context.panel.shown(why_words(standing).replace(" T takes it over.", ""))
