"""The register of people as a table."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from dhr_desktop.domain.people import Person
from dhr_desktop.ui.common.text_table import TextTable

_NUMBER = 4


class PeopleModel(TextTable):
    """One row a person, those shown being all or those that a search has found.

    `shown` covers the names in the words of others, as panel view does: 'sister of V (née Marchbank)'.
    """

    def __init__(self, shown: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._all: list[Person] = []
        self._wanted = ""
        self._covered = False
        self._also: dict[int, str] = {}
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    @property
    def everyone(self) -> list[Person]:
        """The whole register, whatever is shown."""
        return list(self._all)

    def show(self, people: list[Person], also: dict[int, str] | None = None) -> None:
        """Show this register; `also` are further words by which each person is found, such as their identifiers."""
        self._all = people
        self._also = also or {}
        self.find(self._wanted)

    def cover(self, *, on: bool) -> None:
        """Show nobody's real name, or show it again."""
        self._covered = on
        self.put(self.rows)

    def find(self, words: str) -> None:
        """Show those whose names, forms, role or pseudonym hold `words`."""
        self._wanted = words
        sought = " ".join(words.casefold().split())
        found = [person for person in self._all if sought in f"{_searched(person)} {self._also.get(person.id, '')}"]
        if self._sorted_by:
            column, order = self._sorted_by
            found.sort(key=lambda person: self._key(person, column), reverse=order is Qt.SortOrder.DescendingOrder)
        self.put(found)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a heading; what is empty comes last. -1 is the order in which they were entered."""
        self._sorted_by = (column, order) if column >= 0 else None
        self.find(self._wanted)

    def _key(self, person: Person, column: int) -> tuple[bool, int | str]:
        if column == _NUMBER:
            return False, len(person.forms)
        words = (person.real_name, person.pseudonym, person.role.value, person.relationship)[column].casefold()
        return not words, words

    def person(self, row: int) -> Person:
        """The person in a row."""
        person: Person = self.rows[row]
        return person

    def row_of(self, person_id: int) -> int:
        """The row of a person; -1 when they are not shown."""
        return next((row for row, person in enumerate(self.rows) if person.id == person_id), -1)

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return (
            self.tr("Real name"),
            self.tr("Pseudonym"),
            self.tr("Role"),
            self.tr("Relationship"),
            self.tr("Forms"),
        )

    def cells(self, row: Person) -> tuple[str, ...]:
        """What the register says of a person, in short."""
        return (
            self.tr("covered in panel view") if self._covered else row.real_name,
            row.pseudonym or self.tr("not chosen yet"),
            row.role.value,
            self._shown(row.relationship) if self._covered else row.relationship,
            str(len(row.forms)),
        )


def _searched(person: Person) -> str:
    forms = " ".join(form.form for form in person.forms)
    return f"{person.real_name} {person.pseudonym} {person.role.value} {person.relationship} {forms}".casefold()
