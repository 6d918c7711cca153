"""The family picture in the window: a family is entered by its relations, drawn, and taken back."""

import gc
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import Person, Role, Sex
from dhr_desktop.domain.relations import Ending, RelationKind
from dhr_desktop.domain.ties import Tie, TieKind
from dhr_desktop.family import kinship, register
from dhr_desktop.store import people
from dhr_desktop.store.kinship import RELATIONS
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import answer_next
from dhr_desktop.ui.people.family_saving import SaveFamilyDialog
from dhr_desktop.ui.people.family_view import FamilyView
from tests.ui.at_rest import settled, shown

PEOPLE = [
    Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire", sex=Sex.FEMALE),
    Person(0, "Dean Drewitt", Role.PERPETRATOR, "Martin", sex=Sex.MALE),
    Person(0, "Poppy Drewitt", Role.CHILD, "Isla", sex=Sex.FEMALE),
]


@pytest.fixture
def view(context: ReviewContext, review: Review, window: QMainWindow, qtbot: QtBot) -> FamilyView:
    register.add_people(review, PEOPLE)
    made = FamilyView(context)
    shown(made, window, qtbot, (1150, 640))
    settled(context, qtbot)
    return made


def ids(review: Review) -> list[int]:
    return [person.id for person in people.listing(review)]


def test_without_a_relation_the_view_says_what_to_do(view: FamilyView) -> None:
    assert view.nothing.isVisible()
    assert "first relation" in view.nothing.text()
    assert view.who.currentText() == "Kayleigh Drewitt"
    assert not view.save.isEnabled()


def test_a_relation_entered_by_keyboard_is_drawn_and_undone(
    view: FamilyView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    kayleigh, dean, _poppy = ids(review)
    form = view.ties.ties.form
    view.ties.ties.begin()
    for name, letter in (("kind", "m"), ("other_id", "D")):
        form.field(name).setFocus()
        qtbot.keyClicks(form.field(name), letter)
    form.editor("ended").setFocus()
    qtbot.keyClicks(form.editor("ended"), "October 2016")
    qtbot.keyClick(form.editor("ended"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(context, qtbot)
    (relation,) = RELATIONS.listing(review)
    assert (relation.person_id, relation.kind, relation.other_id) == (kayleigh, RelationKind.MARRIED, dean)
    assert relation.ended == "2016-10"
    assert view.canvas.layout_shown.cells.keys() == {kayleigh, dean}
    assert review.journal.status().undo == "Add a relation"
    review.journal.undo()
    qtbot.waitUntil(view.nothing.isVisible)


@pytest.fixture
def family(view: FamilyView, context: ReviewContext, review: Review, qtbot: QtBot) -> list[int]:
    kayleigh, dean, poppy = found = ids(review)
    kinship.relate(review, Tie(0, kayleigh, TieKind.MARRIED, dean, "", "2016-10", Ending.SEPARATED))
    kinship.relate(review, Tie(0, poppy, TieKind.CHILD, kayleigh))
    kinship.relate(review, Tie(0, poppy, TieKind.CHILD, dean))
    settled(context, qtbot)
    assert view.canvas.isVisible()
    return found


def test_arrow_keys_go_from_one_to_the_next_and_tell_who_it_is(
    view: FamilyView, family: list[int], qtbot: QtBot
) -> None:
    kayleigh, dean, poppy = family
    view.take_keyboard()
    assert view.canvas.chosen == kayleigh
    right = view.canvas.layout_shown.cells[dean].x > view.canvas.layout_shown.cells[kayleigh].x
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right if right else Qt.Key.Key_Left)
    assert view.canvas.chosen == dean
    assert "married to Kayleigh Drewitt" in view.canvas.accessibleDescription()
    qtbot.keyClick(view.canvas, Qt.Key.Key_Down)
    assert view.canvas.chosen == poppy
    assert view.who.currentText() == "Poppy Drewitt"
    qtbot.keyClick(view.canvas, Qt.Key.Key_Return)
    assert view.ties.ties.list.hasFocus()


@pytest.mark.usefixtures("family")
def test_panel_view_names_nobody(view: FamilyView, context: ReviewContext) -> None:
    context.panel.turn(on=True)
    lines = " ".join(line for cell in view.canvas.layout_shown.cells.values() for line in cell.lines)
    assert "Claire" in lines
    spoken = f"{lines} {view.canvas.accessibleDescription()} {view.who.currentText()}"
    assert not any(name in spoken for name in ("Kayleigh", "Dean", "Poppy", "Drewitt"))


def test_a_doubt_about_a_relation_tells_no_day_of_a_death_in_panel_view(
    view: FamilyView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    kayleigh, dean, _poppy = people.listing(review)
    register.change_person(review, replace(kayleigh, died="2018-11-09"))
    kinship.relate(review, Tie(0, kayleigh.id, TieKind.MARRIED, dean.id, began="2019"))
    settled(context, qtbot)
    assert "had died, 9 November 2018" in view.ties.doubts.text()
    context.panel.turn(on=True)
    assert view.ties.doubts.isVisible()
    assert "9 November" not in view.ties.doubts.text()


def test_a_parent_of_their_own_grandparent_is_refused_and_what_was_typed_stays(
    view: FamilyView, family: list[int], context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    kayleigh, _dean, poppy = family
    view.canvas.choose(poppy)
    form = view.ties.ties.form
    view.ties.ties.begin()
    for name, value in (("kind", TieKind.PARENT), ("other_id", kayleigh)):
        box = form.choices[name]
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    view.ties.ties.submit()
    settled(context, qtbot)
    assert "own ancestor" in context.messages.text
    assert len(RELATIONS.listing(review)) == 3
    view.ties.ties.begin()
    assert form.choices["other_id"].currentData() == kayleigh
    view.ties.ties.cancel()


def test_people_of_a_household_are_put_there_by_its_name(
    view: FamilyView, family: list[int], context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    kayleigh, _dean, poppy = family
    for person in (kayleigh, poppy):
        view.canvas.choose(person)
        stays = view.ties.stays
        stays.begin()
        qtbot.keyClicks(stays.form.editor("household"), "Kayleigh's home")
        stays.submit()
        settled(context, qtbot)
    assert [stay.household for stay in kinship.stays(review, poppy)] == ["Kayleigh's home"]
    assert len(view.family.households) == 1
    assert len(view.family.members) == 2


@pytest.mark.usefixtures("family")
def test_the_button_asks_for_whom_and_saves_the_picture(
    view: FamilyView, context: ReviewContext, qtbot: QtBot, tmp_path: Path
) -> None:
    gc.collect()  # what the button leads to is held by nothing but the view
    asked = []

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        asked.append(dialog)
        if isinstance(dialog, SaveFamilyDialog):
            dialog.accept()

    answer_next(tmp_path / "family.png")
    QTimer.singleShot(0, view, accept)
    view.save.click()
    settled(context, qtbot)
    assert [type(each) for each in asked] == [SaveFamilyDialog]
    assert (tmp_path / "family.png").read_bytes().startswith(b"\x89PNG")
