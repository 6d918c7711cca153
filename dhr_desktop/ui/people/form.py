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
        fields.addRow(self.tr("Real &name"), self.name)
        fields.addRow(self.tr("&Pseudonym"), self.pseudonym)
        fields.addRow(self.tr("Ro&le in the review"), self.role)
        fields.addRow(self.tr("Relationship or &job"), self.relationship)
        fields.addRow(self.tr("Other &forms of the name"), self.forms)
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
        """Show someone of the register, or an empty form for someone new."""
        self.person = person
        self.title.setText(person.real_name or self.tr("A new person"))
        self.name.setText(person.real_name)
        self.role.setCurrentIndex(list(Role).index(person.role))
        self.relationship.setText(person.relationship)
        self.pseudonym.setText(person.pseudonym)
        self.forms.setPlainText("\n".join(form.form for form in person.forms))
        self.remove.setVisible(bool(person.id))
        self.warn(clashes)

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
            role=self.role.currentData(),
            relationship=" ".join(self.relationship.text().split()),
            pseudonym=" ".join(self.pseudonym.text().split()),
            forms=forms,
        )

    def commit(self) -> None:
        """Save what was typed, where it differs and has a name."""
        typed = self.typed()
        if typed.real_name and typed != self.person:
            self.person = typed
            self.committed.emit(typed)

    def revert(self) -> None:
        """Put back what the register says."""
        self.show_person(self.person, [self.warning.text()] if self.warning.text() else [])

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
