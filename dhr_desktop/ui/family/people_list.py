"""Whom the review involves as a list under headings, each with what they are to the victim below their name."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.two_lines import RowRole
from dhr_desktop.ui.family.whom import Band, Whom

_Index = QModelIndex | QPersistentModelIndex
_ROLES = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, RowRole.UNDER, RowRole.MARK, RowRole.HEADING}
)


class PeopleList(QAbstractListModel):
    """One row a person, everyone at once being the first; a heading, which cannot be chosen, before each band."""

    def __init__(self, panel: PanelView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._rows: list[Whom | Band] = []

    def put_rows(self, rows: Sequence[Whom]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = []
        band = Band.EVERYONE
        for whom in rows:
            if whom.band is not band:
                band = whom.band
                self._rows.append(band)
            self._rows.append(whom)
        self.endResetModel()

    def cover(self) -> None:
        """Show the names anew, as panel view says."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def whom(self, row: int) -> Whom | None:
        """Who stands in a row; None outside the list and for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Whom) else None

    def row_of(self, key: int) -> int:
        """The row of somebody; -1 where they have none."""
        return next((at for at, each in enumerate(self._rows) if isinstance(each, Whom) and each.key == key), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A heading can neither be chosen nor be gone to."""
        if self.whom(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name with the relation below it, and a quiet mark."""
        if not index.isValid() or role not in _ROLES:
            return None
        row = self._rows[index.row()]
        if isinstance(row, Band):
            spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._heading(row) if spoken else role == RowRole.HEADING or None
        if role == RowRole.HEADING:
            return False
        name, under, mark = self._name(row), self._under(row), self._mark(row)
        if role == RowRole.UNDER:
            return under
        if role == RowRole.MARK:
            return mark
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(words for words in (name, under, mark) if words)
        return name

    def _name(self, whom: Whom) -> str:
        return self._panel.person(whom.person) if whom.person else self.tr("Everyone")

    def _under(self, whom: Whom) -> str:
        if whom.person is None:
            return ""
        return self._panel.shown((whom.stakeholder.relation if whom.stakeholder else "") or whom.person.relationship)

    def _mark(self, whom: Whom) -> str:
        if self._panel.on:
            return ""
        if whom.overdue and whom.careful:  # what is late must not hide that there is something to be careful about
            return self.tr("take care, overdue")
        if whom.overdue:
            return self.tr("overdue")
        return self.tr("take care") if whom.careful else ""

    def _heading(self, band: Band) -> str:
        return {
            Band.EVERYONE: self.tr("Everyone"),
            Band.FAMILY: self.tr("Family"),
            Band.FRIENDS: self.tr("Friends, colleagues and others"),
            Band.CHILDREN: self.tr("Children"),
            Band.PERPETRATOR: self.tr("Perpetrator and their family"),
        }[band]
