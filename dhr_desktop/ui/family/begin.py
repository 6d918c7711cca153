"""Asks whom to involve: somebody of the register, or somebody new."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.stakeholders import Group, Stakeholder
from dhr_desktop.family import stakeholders
from dhr_desktop.store import involvement, people
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import label

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


class BeginDialog(QDialog):
    """Whom, as what, and what they are to the victim."""

    def __init__(self, register: list[Person], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Involve somebody"))
        self._register = register
        self.who = ChoiceBox()
        self.who.addItem(self.tr("Somebody not in the register"), 0)
        for person in register:
            about = f" — {person.relationship}" if person.relationship else ""
            self.who.addItem(f"{person.real_name}{about}", person.id)
        self.name = QLineEdit()
        self.group = ChoiceBox()
        for group in Group:
            self.group.addItem(group.value, group)
        self.relation = QLineEdit()
        self.relation.setPlaceholderText(self.tr("For example: mother of the victim"))
        fields = QFormLayout()
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        fields.addRow(self.tr("&Who"), self.who)
        fields.addRow(self.tr("&Name"), self.name)
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


def begin_stakeholder(context: ReviewContext, parent: QWidget, done: Callable[[int], None]) -> None:
    """Ask, and involve whom was chosen; `done` is told the person's id."""
    involved = {each.person_id for each in involvement.STAKEHOLDERS.listing(context.review)}
    register = [
        person for person in people.listing(context.review) if person.id not in involved and person.role not in _NEVER
    ]
    dialog = BeginDialog(register, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    command = partial(stakeholders.involve, context.review, dialog.person, dialog.stakeholder)

    def work(progress: Progress) -> Stakeholder:
        del progress
        return command()

    context.jobs.run(work, dialog.tr("Saving"), lambda made: done(made.person_id), owner=parent)
