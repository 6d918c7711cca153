"""Whom the review involves as a list, each with what they are to the victim below their name."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.family.whom import Whom

_Index = QModelIndex | QPersistentModelIndex


class PeopleList(QAbstractListModel):
    """One row a person, everyone at once being the first."""

    def __init__(self, panel: PanelView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._rows: list[Whom] = []

    def put_rows(self, rows: list[Whom]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def cover(self) -> None:
        """Show the names anew, as panel view says."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def whom(self, row: int) -> Whom | None:
        """Who stands in a row; None outside the list."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name and the relation."""
        whom = self.whom(index.row())
        if whom is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if whom.person is None:
            return self.tr("Everyone")
        name = whom.person.stands_as if self._panel.on else whom.person.real_name
        relation = (whom.stakeholder.relation if whom.stakeholder else "") or whom.person.relationship
        return f"{name}\n{self._panel.shown(relation)}" if relation else name
