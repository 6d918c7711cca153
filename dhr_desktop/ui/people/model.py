"""The register of people as a table."""

from PySide6.QtCore import QObject

from dhr_desktop.domain.people import Person
from dhr_desktop.ui.common.text_table import TextTable


class PeopleModel(TextTable):
    """One row a person, those shown being all or those that a search has found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Person] = []
        self._wanted = ""
        self._covered = False

    @property
    def everyone(self) -> list[Person]:
        """The whole register, whatever is shown."""
        return list(self._all)

    def show(self, people: list[Person]) -> None:
        """Show this register."""
        self._all = people
        self.find(self._wanted)

    def cover(self, *, on: bool) -> None:
        """Show nobody's real name, or show it again."""
        self._covered = on
        self.put(self.rows)

    def find(self, words: str) -> None:
        """Show those whose names, forms, role or pseudonym hold `words`."""
        self._wanted = words
        self.put([person for person in self._all if words.casefold().strip() in _searched(person)])

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
            self.tr("Relationship or job"),
            self.tr("Other forms"),
        )

    def cells(self, row: Person) -> tuple[str, ...]:
        """What the register says of a person, in short."""
        return (
            self.tr("covered in panel view") if self._covered else row.real_name,
            row.pseudonym or self.tr("not chosen yet"),
            row.role.value,
            row.relationship,
            str(len(row.forms)),
        )


def _searched(person: Person) -> str:
    forms = " ".join(form.form for form in person.forms)
    return f"{person.real_name} {person.pseudonym} {person.role.value} {person.relationship} {forms}".casefold()
