"""Escape in the register: it puts back what was typed, then leads to the list; somebody only begun is kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family import register
from dhr_desktop.store import people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.people.register_view import RegisterView
from tests.ui.at_rest import settled, shown


@pytest.fixture
def view(context: ReviewContext, review: Review, window: QMainWindow, qtbot: QtBot) -> RegisterView:
    register.add_people(review, [Person(0, "Ada Vance", Role.FAMILY), Person(0, "Bea Orme", Role.FRIEND)])
    made = RegisterView(context)
    shown(made, window, qtbot, (1200, 700))
    settled(context, qtbot)
    return made


def _escape(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_what_is_typed_is_put_back_first_and_then_the_list_has_the_keyboard(view: RegisterView, qtbot: QtBot) -> None:
    line = view.form.relationship
    line.setFocus()
    qtbot.keyClicks(line, "an aunt")
    _escape(qtbot)
    assert (line.text(), QApplication.focusWidget()) == ("", line)
    _escape(qtbot)
    assert QApplication.focusWidget() is view.table


def test_somebody_who_is_only_begun_is_not_entered_by_leaving_and_is_there_to_go_on_with(
    view: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    before = people.listing(review)
    view.begin_person()
    qtbot.keyClicks(view.form.name, "Cy Holt")
    _escape(qtbot)
    settled(context, qtbot)
    assert people.listing(review) == before
    assert QApplication.focusWidget() is view.table
    assert view.form.person.id
    view.begin_person()
    assert view.form.name.text() == "Cy Holt"
    _escape(qtbot)  # what is left in the form is no longer waiting to be entered when the window goes
    settled(context, qtbot)
