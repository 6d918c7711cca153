"""Asks whom to involve: somebody of the register, or somebody new."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import stakeholders
from dhr_desktop.store import involvement, people
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.kept_words import kept_until_written
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import button, label

_ROLES = {
    Group.FAMILY: Role.FAMILY,
    Group.FRIEND: Role.FRIEND,
    Group.COLLEAGUE: Role.COLLEAGUE,
    Group.EMPLOYER: Role.EMPLOYER,
    Group.NEIGHBOUR: Role.NEIGHBOUR,
    Group.PERPETRATORS_FAMILY: Role.FAMILY,
    Group.PERPETRATOR: Role.PERPETRATOR,
}
_GROUPS = {
    Role.FRIEND: Group.FRIEND,
    Role.COLLEAGUE: Group.COLLEAGUE,
    Role.EMPLOYER: Group.EMPLOYER,
    Role.NEIGHBOUR: Group.NEIGHBOUR,
    Role.PERPETRATOR: Group.PERPETRATOR,
}
_NEVER = frozenset({Role.VICTIM, Role.PROFESSIONAL})
_PLACE = "involve/new"
"""Where its words are kept among the drafts."""


class BeginDialog(QDialog):
    """Whom, as what, and what they are to the victim."""

    def __init__(self, register: list[Person], parent: QWidget | None = None, involved: Sequence[Person] = ()) -> None:
        """Offer `register`; who is among the `involved` is there already, and is told to be."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Involve somebody"))
        self._register, self._involved = register, involved
        self.who = ChoiceBox()
        self.who.addItem(self.tr("Somebody not in the register"), 0)
        for person in register:
            about = f" — {person.relationship}" if person.relationship else ""
            self.who.addItem(f"{person.real_name}{about}", person.id)
        self.name = QLineEdit()
        self.alike = label("", "hint", wrap=True)
        self.same = button(self.tr("It is the &same person"), "", self._choose_alike)
        self.same.setAutoDefault(False)
        self.group = ChoiceBox()
        for group in Group:
            self.group.addItem(group.value, group)
        self.relation = QLineEdit()
        self.relation.setPlaceholderText(self.tr("For example: mother of the victim"))
        fields = QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        fields.addRow(self.tr("&Who"), self.who)
        fields.addRow(self.tr("&Name"), self.name)
        fields.addRow(self.alike)
        fields.addRow(self.same)
        fields.addRow(self.tr("Approached &as"), self.group)
        fields.addRow(self.tr("&Relation"), self.relation)
        box = button_box(self, self.tr("Involve"), self.tr("Cancel"))
        self.yes = box.buttons()[0]
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("Involve somebody"), "heading"))
        column.addLayout(fields)
        column.addWidget(box)
        self.setMinimumWidth(460)
        self.who.currentIndexChanged.connect(self._on_who)
        self.name.textChanged.connect(self._on_name)
        self._on_who()

    @property
    def person(self) -> Person:
        """Whom was chosen, with id 0 somebody new."""
        known = next((each for each in self._register if each.id == self.who.currentData()), None)
        role = _ROLES.get(Group(self.group.currentData()), Role.OTHER)
        return known or Person(0, " ".join(self.name.text().split()), role, relationship=self._relation)

    @property
    def stakeholder(self) -> Stakeholder:
        """As what, and what they are to the victim."""
        return Stakeholder(0, self.person.id, Group(self.group.currentData()), self._relation)

    @property
    def _relation(self) -> str:
        return " ".join(self.relation.text().split())

    def _on_who(self) -> None:
        known = next((each for each in self._register if each.id == self.who.currentData()), None)
        self.name.setEnabled(known is None)
        if known is not None:
            self.name.clear()
            self.relation.setText(known.relationship)
            self.group.setCurrentIndex(list(Group).index(_GROUPS.get(known.role, Group.FAMILY)))
        self._on_name()

    def _on_name(self) -> None:
        self.yes.setEnabled(bool(self.person.real_name))
        alike, there = self._alike(self._register), self._alike(self._involved)
        self.same.setVisible(alike is not None)
        self.alike.setVisible(bool(alike or there))
        if alike is not None:
            self.alike.setText(self.tr("Somebody of this name is in the register already."))
        elif there is not None:
            self.alike.setText(self.tr("Somebody of this name is involved already; they stand in the list."))

    def _alike(self, people: Sequence[Person]) -> Person | None:
        """Who of them has the name that is typed, or a form of it."""
        typed = " ".join(self.name.text().split()).casefold()
        if not typed or self.who.currentData():
            return None
        return next(
            (
                each
                for each in people
                if typed in (each.real_name.casefold(), *(form.form.casefold() for form in each.forms))
            ),
            None,
        )

    def _choose_alike(self) -> None:
        alike = self._alike(self._register)
        if alike is not None:
            self.who.setCurrentIndex(self.who.findData(alike.id))
            self.group.setFocus(Qt.FocusReason.OtherFocusReason)


def begin_stakeholder(context: ReviewContext, parent: QWidget, done: Callable[[int], None]) -> None:
    """Ask, and involve whom was chosen; `done` is told the person's id."""
    involved = {each.person_id for each in involvement.STAKEHOLDERS.listing(context.review)}
    everyone = people.listing(context.review)
    register = [person for person in everyone if person.id not in involved and person.role not in _NEVER]
    dialog = BeginDialog(register, parent, [person for person in everyone if person.id in involved])
    kept_until_written(dialog, context.drafts, _PLACE)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    command = partial(stakeholders.involve, context.review, dialog.person, dialog.stakeholder)
    involve = context.drafts.taken_in_by(_PLACE, command)
    context.jobs.run(at_once(involve), dialog.tr("Saving"), lambda made: done(made.person_id), owner=parent)
