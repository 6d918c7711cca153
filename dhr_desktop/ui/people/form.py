"""What the register says of one person. What is typed is saved when the keyboard leaves the form's field."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.people import NameForm, Person, Role
from dhr_desktop.family.register_file import kind_of
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, label

NOBODY = Person(0, "", Role.OTHER)


class PersonForm(QWidget):
    """Edits a `Person`. `committed` brings what is to be saved, `removal_wanted` the person to take out."""

    committed = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = NOBODY
        self.waiting = False
        self.name = QLineEdit()
        self.role = QComboBox()
        self.relationship = QLineEdit()
        self.pseudonym = QLineEdit()
        self.forms = QPlainTextEdit()
        self.warning = label("", wrap=True)
        self.remove = button(self.tr("&Remove this person"), "quiet", self._ask_removal)
        for role in Role:
            self.role.addItem(role.value, role)
        self._build()
        for field in (self.name, self.relationship, self.pseudonym):
            field.editingFinished.connect(self.commit)
        self.role.activated.connect(self.commit)
        self.forms.installEventFilter(self)

    def _build(self) -> None:
        self.name.setPlaceholderText(self.tr("As the records give it in full"))
        self.relationship.setPlaceholderText(self.tr("For example: mother of the victim; housing officer"))
        self.pseudonym.setPlaceholderText(self.tr("Chosen by the family where they wish it"))
        self.forms.setPlaceholderText(self.tr("One on each line: nicknames, former names, initials, misspellings"))
        self.forms.setTabChangesFocus(True)
        self.forms.setMinimumHeight(140)
        self.title = label("", "heading", wrap=True)
        fields = QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        fields.setVerticalSpacing(SMALL)
        fields.addRow(self.tr("Real na&me"), self.name)
        fields.addRow(self.tr("&Pseudonym"), self.pseudonym)
        fields.addRow(self.tr("Ro&le in the review"), self.role)
        fields.addRow(self.tr("Relationship or &job"), self.relationship)
        fields.addRow(self.tr("&Other forms of the name"), self.forms)
        hint = label(
            self.tr(
                "Documents with pseudonyms cover the real name, the forms above, and those that follow from the name."
            ),
            "hint",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        for widget in (self.title, self.warning):
            column.addWidget(widget)
        column.addLayout(fields)
        column.addWidget(hint)
        column.addStretch(1)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_person(self, person: Person, clashes: list[str]) -> None:
        """Show someone of the register, or an empty form for someone new.

        When it is the person shown already, a field in which something has been typed since is left alone.
        """
        since = self.person if person.id and person.id == self.person.id else None
        self.person, self.waiting = person, False
        self._fill(person, since)
        self.warn(clashes)

    def take_in(self, person: Person) -> None:
        """Take note that the new person is in the register now; what was typed meanwhile is saved after it."""
        self.person, self.waiting = person, False
        self.title.setText(person.real_name)
        self.remove.show()
        self.commit()

    def _fill(self, person: Person, since: Person | None = None) -> None:
        self.title.setText(person.real_name or self.tr("A new person"))
        before = self._lines(since) if since else {}
        for line, words in self._lines(person).items():
            if line.text() == before.get(line, line.text()) and line.text() != words:
                line.setText(words)
        shown = self.forms.toPlainText()
        if shown == (_forms_of(since) if since else shown) and shown != _forms_of(person):
            self.forms.setPlainText(_forms_of(person))
        if since is None or self.role.currentData() == since.role:
            self.role.setCurrentIndex(list(Role).index(person.role))
        self.remove.setVisible(bool(person.id))

    def _lines(self, person: Person) -> dict[QLineEdit, str]:
        return {
            self.name: person.real_name,
            self.relationship: person.relationship,
            self.pseudonym: person.pseudonym,
        }

    def warn(self, clashes: list[str]) -> None:
        """Say what is wrong with the pseudonym; nothing when nothing is."""
        self.warning.setText(" ".join(clashes))
        self.warning.setVisible(bool(clashes))

    def typed(self) -> Person:
        """The person as the form has it."""
        name = " ".join(self.name.text().split())
        known = {form.form: form for form in self.person.forms}
        lines = dict.fromkeys(" ".join(line.split()) for line in self.forms.toPlainText().splitlines())
        forms = tuple(known.get(line) or NameForm(line, kind_of(line, name)) for line in lines if line)
        return replace(
            self.person,
            real_name=name,
            role=Role(self.role.currentData()),  # Qt gives back a plain text
            relationship=" ".join(self.relationship.text().split()),
            pseudonym=" ".join(self.pseudonym.text().split()),
            forms=forms,
        )

    def commit(self) -> None:
        """Save what was typed, where it differs and has a name.

        Until someone new has an id, what is typed waits: saved at once, it would make another person of them.
        """
        typed = self.typed()
        if typed.real_name and typed != self.person and not self.waiting:
            self.waiting = not typed.id
            self.person = typed
            self.committed.emit(typed)

    def revert(self) -> None:
        """Put back what the register says."""
        self._fill(self.person)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Qt tells what happens in the field of forms: leaving it saves."""
        if watched is self.forms and event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Escape puts back what was there."""
        if event.key() == Qt.Key.Key_Escape:
            self.revert()
        else:
            super().keyPressEvent(event)

    def _ask_removal(self) -> None:
        self.removal_wanted.emit(self.person)


def _forms_of(person: Person) -> str:
    return "\n".join(form.form for form in person.forms)
