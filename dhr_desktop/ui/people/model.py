"""The register of people as a table."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dhr_desktop.domain.people import Person

_Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractTableModel):
    """One row a person, those shown being all or those that a search has found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Person] = []
        self._shown: list[Person] = []
        self._wanted = ""

    @property
    def everyone(self) -> list[Person]:
        """The whole register, whatever is shown."""
        return list(self._all)

    def show(self, people: list[Person]) -> None:
        """Show this register."""
        self._all = people
        self.find(self._wanted)

    def find(self, words: str) -> None:
        """Show those whose names, forms, role or pseudonym hold `words`."""
        self.beginResetModel()
        self._wanted = words
        self._shown = [person for person in self._all if words.casefold().strip() in _searched(person)]
        self.endResetModel()

    def person(self, row: int) -> Person:
        """The person in a row."""
        return self._shown[row]

    def row_of(self, person_id: int) -> int:
        """The row of a person; -1 when they are not shown."""
        return next((row for row, person in enumerate(self._shown) if person.id == person_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own form
        """Qt asks how many rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - as above
        """Qt asks how many columns."""
        return 0 if parent.isValid() else len(self._headings())

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Real name"),
            self.tr("Pseudonym"),
            self.tr("Role"),
            self.tr("Relationship or job"),
            self.tr("Other forms"),
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, N802
        """Qt asks for a heading."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings()[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own form
        """Qt asks for a cell."""
        if not index.isValid():
            return None
        words = self._cells(self._shown[index.row()])[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings()[index.column()]}: {words}"
        return None

    def _cells(self, person: Person) -> tuple[str, ...]:
        return (
            person.real_name,
            person.pseudonym or self.tr("not chosen yet"),
            person.role.value,
            person.relationship,
            str(len(person.forms)),
        )


def _searched(person: Person) -> str:
    forms = " ".join(form.form for form in person.forms)
    return f"{person.real_name} {person.pseudonym} {person.role.value} {person.relationship} {forms}".casefold()
