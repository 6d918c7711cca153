"""Which names a letter carries: an agency may need real ones to find its records, or none at all."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.people import FormKind, Person, Role
from dhr_desktop.report.question_letter import Concerned
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.theme import HAIR, SMALL
from dhr_desktop.ui.common.widgets import label

_CONCERNED = (Role.VICTIM, Role.PERPETRATOR)
_OTHER_NAMES = (FormKind.MAIDEN, FormKind.NICKNAME)
_LISTED, _AS_WRITTEN, _COVERED = "listed", "as written", "covered"


class LetterNames(QWidget):
    """What the choice `how` means, in words; dates of birth are typed here, for the register does not hold them."""

    def __init__(self, register: Sequence[Person], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = [person for person in register if person.role in _CONCERNED]
        self.how = ChoiceBox()
        if self._people:
            self.how.addItem(self.tr("Real names, and a list of whose records they are"), _LISTED)
        self.how.addItem(self.tr("Real names where your questions have them"), _AS_WRITTEN)
        if register:
            self.how.addItem(self.tr("Pseudonyms, and no real name"), _COVERED)
        self.said = label("", "hint")
        self.born = {person.id: QLineEdit() for person in self._people}
        self._list = QWidget()
        self._build()
        self.how.currentIndexChanged.connect(self._tell)
        self._tell()

    def _build(self) -> None:
        grid = QGridLayout(self._list)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(HAIR)
        grid.setColumnStretch(1, 1)
        for row, person in enumerate(self._people):
            field = self.born[person.id]
            field.setPlaceholderText(self.tr("date of birth, if you have it"))
            field.setAccessibleName(self.tr("Date of birth of {name}").format(name=person.real_name))
            named = QLabel(person.real_name)
            named.setBuddy(field)
            grid.addWidget(named, row, 0)
            grid.addWidget(field, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        for each in (self.said, self._list):
            column.addWidget(each)

    @property
    def naming(self) -> Naming:
        """How people appear in the letter."""
        return Naming.PSEUDONYMS if self.how.currentData() == _COVERED else Naming.REAL

    @property
    def concerned(self) -> tuple[Concerned, ...]:
        """Those whom the letter names so that their records are found."""
        if self.how.currentData() != _LISTED:
            return ()
        return tuple(
            Concerned(person.real_name, _other_names(person), self.born[person.id].text().strip())
            for person in self._people
        )

    def _tell(self) -> None:
        words = {
            _LISTED: self.tr("So that records are found; never in the title or the file’s name."),
            _AS_WRITTEN: self.tr("Before it is saved you are told which names stand in it."),
            _COVERED: self.tr("For one who knows whom they stand for, or need not know."),
        }
        self.said.setText(words[self.how.currentData()])
        self._list.setVisible(self.how.currentData() == _LISTED)


def _other_names(person: Person) -> tuple[str, ...]:
    forms = (form.form for form in person.forms if form.kind in _OTHER_NAMES and form.form != person.real_name)
    return tuple(dict.fromkeys(forms))
