"""What the register says of one person. What is typed is saved when the keyboard leaves the form's field."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.domain.dates import UNKNOWN_TEXT, in_british_words, parse
from dhr_desktop.domain.people import Person, Role, Sex
from dhr_desktop.family.register_file import form_of, kind_of
from dhr_desktop.family.sex_shown import sex_shown
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.typed_dates import Years, has_short_year, read_typed_date
from dhr_desktop.ui.common.widgets import button, label

NOBODY = Person(0, "", Role.OTHER)
_LETTERS = 14
"""Of a choice that are always seen; an agency's whole name would make the form wider than its place."""


class PersonForm(QWidget):
    """Edits a `Person`. `committed` brings what is to be saved, `removal_wanted` the person to take out."""

    committed = Signal(object)
    left = Signal()
    """A field was left, whether or not what stands in it could be saved."""
    escaped = Signal()
    """Escape where nothing was left to put back, or where somebody new is only being begun."""
    history_wanted = Signal(int)
    """What was done to the person with this id."""
    removal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = NOBODY
        self.waiting = False
        self.name = QLineEdit()
        self.role = ChoiceBox()
        self.relationship = QLineEdit()
        self.pseudonym = QLineEdit()
        self.forms = QPlainTextEdit()
        self.born, self.died, self.background, self.works_for = (QLineEdit() for _ in range(4))
        self.sex, self.agency = ChoiceBox(), ChoiceBox()
        self.alleged = QCheckBox(self.tr("Alleged: no court has found so"))
        self.below = QVBoxLayout()
        """Where what belongs to the person as records of its own stands."""
        self.warning = label("", "doubt", wrap=True)
        """Stands outside the form, where it is seen wherever the form is scrolled to."""
        self.sex_proposed = button("", "quiet", self._take_sex)
        """Says what a title or a relation shows, for the chair to take; nothing is taken without."""
        self.remove = button(self.tr("&Remove this person"), "quiet", self._ask_removal)
        self.history = button(self.tr("History of this person…"), "quiet", self._ask_history)
        for role in Role:
            self.role.addItem(role.value, role)
        for sex in Sex:
            self.sex.addItem(sex.value or self.tr("not said"), sex)
        for choice in (self.role, self.sex, self.agency):  # the name of an agency may be longer than the form is wide
            choice.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(_LETTERS)
        self.offer_agencies(())
        self._build()
        lines = (self.name, self.relationship, self.pseudonym, self.born, self.died, self.background, self.works_for)
        for field in lines:
            field.editingFinished.connect(self.commit)
        for choice in (self.role, self.sex, self.agency):
            choice.activated.connect(self.commit)
        self.role.activated.connect(self._show_alleged)
        self.alleged.clicked.connect(self.commit)
        for field in (self.born, self.died):
            field.editingFinished.connect(partial(self._say_understood, field))
        for field in lines:
            field.editingFinished.connect(self.left)
        self.forms.installEventFilter(self)

    def _build(self) -> None:
        self.name.setPlaceholderText(self.tr("As the records give it in full"))
        self.relationship.setPlaceholderText(self.tr("For example: mother of the victim; housing officer"))
        self.pseudonym.setPlaceholderText(self.tr("Chosen by the family where they wish it"))
        self.forms.setPlaceholderText(
            self.tr(
                "One on each line: nicknames, former names, initials. Say in brackets what cannot be seen:\n"
                "Kaylee (misspelling)\nMGM (word for a relation)\nSubject 2 (label of the records)"
            )
        )
        self.born.setPlaceholderText(self.tr("14 August 1987, or about 1987"))
        self.died.setPlaceholderText(self.tr("Only where they have died"))
        self.background.setPlaceholderText(self.tr("Culture and heritage, as the family put it"))
        self.works_for.setPlaceholderText(self.tr("Where they work, if it is no agency of this review"))
        self.forms.setTabChangesFocus(True)
        self.forms.setMinimumHeight(140)
        self.title = label("", "heading", wrap=True)
        fields = QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        fields.setVerticalSpacing(SMALL)
        fields.addRow(self.tr("Real na&me"), self.name)
        fields.addRow(self.tr("&Pseudonym"), self.pseudonym)
        fields.addRow(self.tr("Ro&le in the review"), self.role)
        fields.addRow(self.alleged)
        fields.addRow(self.tr("Relationship or &job"), self.relationship)
        fields.addRow(self.tr("&Other forms of the name"), self.forms)
        dates = QHBoxLayout()
        dates.setSpacing(SMALL)
        for words, field in (
            (self.tr("Bir&th"), self.born),
            (self.tr("&Death"), self.died),
        ):
            dates.addLayout(_named(words, field), 1)
        self.understood = label("", "hint", wrap=True)
        self.understood.hide()
        fields.addRow(dates)
        fields.addRow(self.understood)
        fields.addRow(self.tr("Se&x, for the family picture"), self.sex)
        fields.addRow(self.sex_proposed)
        fields.addRow(self.tr("Bac&kground"), self.background)
        fields.addRow(self.tr("Agenc&y of this review"), self.agency)
        fields.addRow(self.tr("&Works for"), self.works_for)
        hint = label(
            self.tr(
                "Documents with pseudonyms cover the real name, the names above, and those that follow from it;"
                " words for a relation and labels of the records stay."
            ),
            "hint",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.title)
        column.addLayout(fields)
        column.addWidget(hint)
        column.addLayout(self.below)
        column.addStretch(1)
        for each in (self.history, self.remove):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)

    def show_person(self, person: Person) -> None:
        """Show someone of the register, or an empty form for someone new; what is wrong with them `warn` says after it.

        When it is the person shown already, a field in which something has been typed since is left alone.
        """
        since = self.person if person.id and person.id == self.person.id else None
        self.understood.setVisible(since is not None and self.understood.isVisibleTo(self))
        self.person, self.waiting = person, False
        self._fill(person, since)

    def take_in(self, person: Person) -> None:
        """Take note that the new person is in the register now; what was typed meanwhile is saved after it."""
        self.person, self.waiting = person, False
        self.title.setText(person.real_name)
        for each in (self.history, self.remove):
            each.show()
        self.commit()

    def _fill(self, person: Person, since: Person | None = None) -> None:
        self.title.setText(person.real_name or self.tr("A new person"))
        before = self._lines(since) if since else {}
        for line, words in self._lines(person).items():
            if line.text() == before.get(line, line.text()) and line.text() != words:
                line.setText(words)
                if not line.hasFocus():
                    line.setCursorPosition(0)
        shown = self.forms.toPlainText()
        if shown == (_forms_of(since) if since else shown) and shown != _forms_of(person):
            self.forms.setPlainText(_forms_of(person))
        if since is None or self.role.currentData() == since.role:
            self.role.setCurrentIndex(list(Role).index(person.role))
        self.sex.setCurrentIndex(list(Sex).index(person.sex))
        self.agency.setCurrentIndex(max(0, self.agency.findData(person.agency_id)))
        self.alleged.setChecked(person.alleged)
        self._show_alleged()
        self._propose_sex()
        for each in (self.history, self.remove):
            each.setVisible(bool(person.id))

    def begun(self) -> dict[str, str]:
        """What stands in the form of somebody who is not entered yet, by field; nothing where nothing was typed."""
        words = {name: line.text() for name, line in self._named_lines().items() if line.text().strip()}
        if self.forms.toPlainText().strip():
            words["forms"] = self.forms.toPlainText()
        chosen = {name: box.currentText() for name, box in self._boxes().items()}
        return {**words, **chosen, "alleged": "yes" if self.alleged.isChecked() else ""} if words else {}

    def give_back(self, words: Mapping[str, str]) -> None:
        """Put in what was typed for somebody new before."""
        for name, line in self._named_lines().items():
            line.setText(words.get(name, line.text()))
        self.forms.setPlainText(words.get("forms", ""))
        for name, box in self._boxes().items():
            box.setCurrentIndex(max(0, box.findText(words.get(name, box.currentText()))))
        self.alleged.setChecked(bool(words.get("alleged")))
        self._show_alleged()

    def unread_dates(self) -> dict[str, str]:
        """What was typed for a date and is not understood, by field: it is no step, and is not to be lost."""
        typed = {name: field.text() for name, field in self._days().items()}
        return {name: text for name, text in typed.items() if read_typed_date(text) is None}

    def give_back_dates(self, words: Mapping[str, str]) -> None:
        """Have stand there again what was typed for a date and is not understood."""
        for name, field in self._days().items():
            field.setText(words.get(name, field.text()))

    def _days(self) -> dict[str, QLineEdit]:
        return {"born": self.born, "died": self.died}

    def _boxes(self) -> dict[str, ChoiceBox]:
        return {"role": self.role, "sex": self.sex, "agency": self.agency}

    def _named_lines(self) -> dict[str, QLineEdit]:
        return {
            "name": self.name,
            "relationship": self.relationship,
            "pseudonym": self.pseudonym,
            "born": self.born,
            "died": self.died,
            "background": self.background,
            "works_for": self.works_for,
        }

    def _lines(self, person: Person) -> dict[QLineEdit, str]:
        return {
            self.name: person.real_name,
            self.relationship: person.relationship,
            self.pseudonym: person.pseudonym,
            self.born: _date_words(person.born),
            self.died: _date_words(person.died),
            self.background: person.background,
            self.works_for: person.works_for,
        }

    def offer_agencies(self, agencies: Sequence[tuple[int, str]]) -> None:
        """Offer the agencies of the review, by id and name."""
        with QSignalBlocker(self.agency):
            self.agency.clear()
            self.agency.addItem(self.tr("none"), None)
            for agency_id, name in agencies:
                self.agency.addItem(name, agency_id)
        self.agency.setCurrentIndex(max(0, self.agency.findData(self.person.agency_id)))

    def _show_alleged(self) -> None:
        self.alleged.setVisible(Role(self.role.currentData()) is Role.PERPETRATOR)

    def _propose_sex(self) -> None:
        shown = sex_shown(self.person)
        if shown:
            words = self.tr("“{word}” says {sex}: take it")
            self.sex_proposed.setText(words.format(word=shown[1], sex=shown[0].value))
        self.sex_proposed.setVisible(shown is not None)

    def _take_sex(self) -> None:
        shown = sex_shown(self.person)
        if shown:
            self.sex.setCurrentIndex(list(Sex).index(shown[0]))
            self.commit()
            self.sex.setFocus()
            self._propose_sex()

    def _when(self, field: QLineEdit, before: str) -> str:
        """A date that was typed as EDTF; what is not understood stays in its field, and what was known stays known."""
        found = read_typed_date(field.text(), Years.LIVED)
        understood = found is not None
        field.setToolTip(
            "" if understood else self.tr("Not understood as a date. Try 3 May 2021, May 2021, about 2021.")
        )
        if found is None:
            return before
        return "" if found.edtf == UNKNOWN_TEXT else found.edtf

    def _say_understood(self, field: QLineEdit) -> None:
        """Show a date as it was understood; where two figures stood for the year, say which century was taken."""
        typed = field.text().strip()
        found = read_typed_date(typed, Years.LIVED) if typed else None
        if found is None or found.edtf == UNKNOWN_TEXT:
            return
        words = _date_words(found.edtf)
        if has_short_year(typed):
            said = self.tr(
                "“{typed}” was understood as {words}. Type all four figures of the year for another century."
            )
            self.understood.setText(said.format(typed=typed, words=words))
            self.understood.show()
        if words != typed:
            field.setText(words)

    def not_understood(self) -> list[str]:
        """Sentences on what stands in the form and cannot be kept: no name, and dates that are not understood."""
        unnamed = []
        if not self.name.text().strip() and (self.person.id or self.begun()):
            unnamed.append(
                self.tr("A person needs a name. Escape puts back what it was.")
                if self.person.id
                else self.tr("Nobody is entered yet: type the real name too.")
            )
        return unnamed + [
            self.tr("“{typed}” is not understood as a date. Try 3 May 2021, May 2021, or about 2021.").format(
                typed=text
            )
            for text in self.unread_dates().values()
        ]

    def warn(self, clashes: list[str]) -> None:
        """Say what is wrong with the pseudonym; nothing when nothing is."""
        self.warning.setText(" ".join(clashes))
        self.warning.setVisible(bool(clashes))

    def typed(self) -> Person:
        """The person as the form has it."""
        name = " ".join(self.name.text().split())
        lines = dict.fromkeys(" ".join(line.split()) for line in self.forms.toPlainText().splitlines())
        forms = tuple(dict.fromkeys(form_of(line, name) for line in lines if line))
        perpetrator = Role(self.role.currentData()) is Role.PERPETRATOR
        return replace(
            self.person,
            real_name=name,
            role=Role(self.role.currentData()),  # Qt gives back a plain text
            relationship=" ".join(self.relationship.text().split()),
            pseudonym=" ".join(self.pseudonym.text().split()),
            forms=forms,
            born=self._when(self.born, self.person.born),
            died=self._when(self.died, self.person.died),
            sex=Sex(self.sex.currentData()),
            alleged=perpetrator and self.alleged.isChecked(),
            background=" ".join(self.background.text().split()),
            agency_id=self.agency.currentData(),
            works_for=" ".join(self.works_for.text().split()),
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

    def revert(self) -> bool:
        """Put back what the register says. Returns whether anything else stood there."""
        if self.typed() == self.person and not self.not_understood():
            return False
        self._fill(self.person)
        self.left.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Qt tells what happens in the field of forms: leaving it saves."""
        if watched is self.forms and event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own name
        """Escape puts back what was there, and goes where nothing else was; what is only begun it leaves as it is."""
        if event.key() == Qt.Key.Key_Escape:
            if not (self.person.id and self.revert()):
                self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _ask_history(self) -> None:
        self.history_wanted.emit(self.person.id)

    def _ask_removal(self) -> None:
        self.removal_wanted.emit(self.person)


def _forms_of(person: Person) -> str:
    return "\n".join(
        form.form if form.kind is kind_of(form.form, person.real_name) else f"{form.form} ({form.kind.value})"
        for form in person.forms
    )


def _date_words(edtf: str) -> str:
    return in_british_words(parse(edtf)) if edtf else ""


def _named(words: str, field: QWidget) -> QVBoxLayout:
    name = label(words)
    name.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    column = QVBoxLayout()
    column.addWidget(name)
    column.addWidget(field)
    return column
