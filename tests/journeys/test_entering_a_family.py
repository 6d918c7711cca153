"""A family is entered through the window by keyboard: two people, how they belong together, and all of it undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dhr_desktop.app import sample
from dhr_desktop.domain.relations import Ending, RelationKind
from dhr_desktop.store import people
from dhr_desktop.store.kinship import RELATIONS
from dhr_desktop.store.library import Library
from dhr_desktop.ui.people.family_view import FamilyView
from dhr_desktop.ui.people.page import PeoplePage
from dhr_desktop.ui.people.register_view import RegisterView
from tests.journeys.at_the_keyboard import rest
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def review(window, tmp_path):
    """A review in which nobody is registered yet."""
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = copied.review(library, sample.facts())
    window.enter(library)
    window.show_review(made)
    return made


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
        rest(window, qtbot)
    ada, bo = people.listing(review)[before:]
    assert [each.real_name for each in (ada, bo)] == ["Ada Quill", "Bo Quill"]

    page.show_view("picture")
    rest(window, qtbot)
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
    rest(window, qtbot)

    (relation,) = RELATIONS.listing(review)
    told = relation.person_id, relation.kind, relation.other_id, relation.ended, relation.ending
    assert told == (ada.id, RelationKind.MARRIED, bo.id, "2016-10", Ending.SEPARATED)
    assert picture.canvas.layout_shown.cells.keys() == {ada.id, bo.id}

    while review.journal.status().undo:
        if len(people.listing(review)) == before:
            break
        window.orders["review.undo"].trigger()
        rest(window, qtbot)
    assert RELATIONS.listing(review) == []
    assert len(people.listing(review)) == before
    assert picture.stack.currentWidget() is picture.empty


def typed(qtbot, field: QWidget, words: str) -> None:
    field.setFocus()
    qtbot.keyClicks(field, words)
