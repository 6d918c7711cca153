"""Asking whom to involve: nobody comes into the register twice unawares."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.domain.stakeholders import Group
from dhr_desktop.ui.family.begin import BeginDialog

BERYL = Person(4, "Beryl Ashcombe", Role.NEIGHBOUR, "Neighbour 1", "a neighbour", (NameForm("Bez", FormKind.NICKNAME),))
MOTHER = Person(5, "Lorraine Marchbank", Role.FAMILY)


@pytest.fixture
def dialog(qtbot: QtBot) -> BeginDialog:
    made = BeginDialog([BERYL], involved=[MOTHER])
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("typed", ["beryl  ashcombe", "Bez"])
def test_a_name_of_the_register_is_told_and_one_key_takes_that_person(dialog: BeginDialog, qtbot: QtBot, typed: str):
    assert not dialog.same.isVisible()
    qtbot.keyClicks(dialog.name, typed)
    assert dialog.same.isVisible()
    assert dialog.person.id == 0, "it may be another person of that name"

    qtbot.mouseClick(dialog.same, Qt.MouseButton.LeftButton)

    assert (dialog.person, dialog.stakeholder.group) == (BERYL, Group.NEIGHBOUR)
    assert not dialog.same.isVisible()


def test_who_is_involved_already_is_told_to_be(dialog: BeginDialog, qtbot: QtBot):
    qtbot.keyClicks(dialog.name, "Lorraine Marchbank")
    assert "involved already" in dialog.alike.text()
    assert not dialog.same.isVisible()
