"""A family is entered through the window by keyboard: two people, how they belong together, and all of it undone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dhr_desktop.domain.relations import Ending, RelationKind
from dhr_desktop.store import people
from dhr_desktop.store.kinship import RELATIONS
from dhr_desktop.ui.people.family_view import FamilyView
from dhr_desktop.ui.people.page import PeoplePage
from dhr_desktop.ui.people.register_view import RegisterView
from tests.journeys.at_the_keyboard import settle

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_couple_is_entered_drawn_and_taken_back(window, review, qtbot):
    window.room.show_page("people")
    page = window.room.page("people")
    assert isinstance(page, PeoplePage)
    register = page.view("register")
    assert isinstance(register, RegisterView)
    before = len(people.listing(review))
    for name, sex in (("Ada Quill", "f"), ("Bo Quill", "m")):
        qtbot.keyClick(page, Qt.Key.Key_N, CTRL)
        typed(qtbot, register.form.name, name)
        register.form.sex.setFocus()
        qtbot.keyClicks(register.form.sex, sex)
        register.form.commit()
        settle(qtbot, window)
    ada, bo = people.listing(review)[before:]
    assert [each.real_name for each in (ada, bo)] == ["Ada Quill", "Bo Quill"]

    page.show_view("picture")
    settle(qtbot, window)
    picture = page.view("picture")
    assert isinstance(picture, FamilyView)
    picture.canvas.choose(ada.id)
    ties = picture.ties.ties
    ties.begin()
    form = ties.form
    for name, words in (("kind", "mar"), ("other_id", "Bo Q"), ("ending", "sep")):
        typed(qtbot, form.field(name), words)
    typed(qtbot, form.editor("ended"), "October 2016")
    qtbot.keyClick(form.editor("ended"), Qt.Key.Key_Return, CTRL)
    settle(qtbot, window)

    (relation,) = RELATIONS.listing(review)
    told = relation.person_id, relation.kind, relation.other_id, relation.ended, relation.ending
    assert told == (ada.id, RelationKind.MARRIED, bo.id, "2016-10", Ending.SEPARATED)
    assert picture.canvas.layout_shown.cells.keys() == {ada.id, bo.id}

    while review.journal.status().undo:
        if len(people.listing(review)) == before:
            break
        window.orders["review.undo"].trigger()
        settle(qtbot, window)
    assert RELATIONS.listing(review) == []
    assert len(people.listing(review)) == before
    assert (
        not picture.canvas.layout_shown.cells
        or picture.nothing.text()
        or picture.stack.currentWidget() is picture.empty
    )


def typed(qtbot, field: QWidget, words: str) -> None:
    field.setFocus()
    qtbot.keyClicks(field, words)
