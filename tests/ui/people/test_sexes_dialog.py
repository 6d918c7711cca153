"""The sex of several people is said at once, for their symbols in the family picture, and taken back at once."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import Person, Role, Sex
from dhr_desktop.family import register
from dhr_desktop.store import people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.people.family_view import FamilyView
from dhr_desktop.ui.people.sexes_dialog import SexesDialog
from tests.ui.at_rest import settled, shown

PEOPLE = [
    Person(1, "Lorraine Marchbank", Role.FAMILY, relationship="mother of the victim"),
    Person(2, "Alex Teale", Role.FRIEND, relationship="friend of her mother"),
    Person(3, "Sam Teale", Role.FRIEND),
]
ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
ADDING = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


def choose(dialog: SexesDialog, row: int) -> None:
    dialog.table.selectionModel().select(dialog.model.index(row, 0), ALONE)


@pytest.fixture
def dialog(qtbot: QtBot) -> SexesDialog:
    made = SexesDialog(PEOPLE)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def test_what_the_words_of_the_register_show_stands_there_with_the_word(dialog: SexesDialog) -> None:
    assert dialog.sexes == {1: Sex.FEMALE}
    cells = [dialog.model.cells(each) for each in PEOPLE]
    assert [words for *_, words in cells] == ["female: “mother” says so", "not said", "not said"]


def test_a_letter_says_it_of_all_who_are_chosen(dialog: SexesDialog, qtbot: QtBot) -> None:
    for row in (1, 2):
        dialog.table.selectionModel().select(dialog.model.index(row, 0), ADDING)
    qtbot.keyClick(dialog.table, Qt.Key.Key_M)
    assert dialog.sexes == {1: Sex.MALE, 2: Sex.MALE, 3: Sex.MALE}
    assert dialog.model.cells(PEOPLE[0])[2] == "male"
    choose(dialog, 1)
    qtbot.keyClick(dialog.table, Qt.Key.Key_A)
    choose(dialog, 0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert dialog.sexes == {2: Sex.ANOTHER, 3: Sex.MALE}


def test_it_is_one_step_from_the_family_picture(
    context: ReviewContext, review: Review, window: object, qtbot: QtBot
) -> None:
    register.add_people(review, PEOPLE)
    view = FamilyView(context)
    shown(view, window, qtbot, (1150, 640))
    settled(context, qtbot)
    assert view.sexes.isVisible()

    def answer() -> None:
        found = QApplication.activeModalWidget()
        assert isinstance(found, SexesDialog)
        choose(found, 1)
        found.say(Sex.ANOTHER)
        found.accept()

    QTimer.singleShot(0, view, answer)
    view.sexes.click()
    settled(context, qtbot)
    assert [each.sex for each in people.listing(review)] == [Sex.FEMALE, Sex.ANOTHER, Sex.NOT_SAID]
    assert context.messages.text == "The sex of 2 people was noted."
    review.journal.undo()
    assert {each.sex for each in people.listing(review)} == {Sex.NOT_SAID}
    context.panel.turn(on=True)
    assert view.sexes.isHidden()
