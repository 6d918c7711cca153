"""The People page: where somebody was on it is found again behind the lock."""

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family import register
from dhr_desktop.store import people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.place_left import HasPlace
from dhr_desktop.ui.people.page import PeoplePage
from dhr_desktop.ui.people.register_view import RegisterView


def _opened(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> PeoplePage:
    made = PeoplePage(context)
    window.setCentralWidget(made)
    window.show()
    qtbot.waitUntil(lambda: not context.jobs.busy)
    return made


def _register(page: PeoplePage) -> RegisterView:
    shown = page.view("register")
    assert isinstance(shown, RegisterView)
    return shown


def test_the_view_and_the_person_that_were_left_are_shown_again(
    context: ReviewContext, window: QMainWindow, review: Review, qtbot: QtBot
) -> None:
    register.add_people(review, [Person(0, "Lorraine Marchbank", Role.FAMILY), Person(0, "Jade Ollerton", Role.FAMILY)])
    jade = next(each.id for each in people.listing(review) if each.real_name == "Jade Ollerton")
    page = _opened(context, window, qtbot)
    assert isinstance(page, HasPlace)
    page.show_person(jade)
    page.show_view("names")
    qtbot.waitUntil(lambda: not context.jobs.busy)
    left = page.place()

    again = _opened(context, window, qtbot)
    again.go_back_to(left)
    qtbot.waitUntil(lambda: not context.jobs.busy)
    assert again.view_key == "names"
    assert _register(again).form.person.id == jade
    assert again.place() == left


def test_a_person_who_has_gone_meanwhile_leaves_the_register_as_it_is(
    context: ReviewContext, window: QMainWindow, review: Review, qtbot: QtBot
) -> None:
    register.add_people(review, [Person(0, "Lorraine Marchbank", Role.FAMILY)])
    page = _opened(context, window, qtbot)
    page.go_back_to((4_711, "register"))
    assert page.view_key == "register"
    assert _register(page).form.person.real_name == "Lorraine Marchbank"


def test_after_panel_view_the_head_has_the_buttons_of_the_view_that_is_shown_and_no_others(
    context: ReviewContext, window: QMainWindow, review: Review, qtbot: QtBot
) -> None:
    register.add_people(review, [Person(0, "Lorraine Marchbank", Role.FAMILY)])
    page = _opened(context, window, qtbot)
    page.show_view("names")
    qtbot.waitUntil(lambda: not context.jobs.busy)
    for here in (page, None):
        if here is None:  # panel view is left while another page is looked at
            page.hide()
        context.panel.turn(on=True)
        context.panel.turn(on=False)
        page.show()
        assert not any(each.isVisible() for each in page.view("register").buttons)
        assert all(each.isVisible() for each in page.view("names").buttons)
