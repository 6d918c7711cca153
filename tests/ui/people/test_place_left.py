"""Each tab of People is come back to behind the lock with what was at hand in it, and the place tells no name."""

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.ties import Tie, TieKind
from dhr_desktop.family import kinship, register
from dhr_desktop.store import agencies, entries, people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.people.family_view import FamilyView
from dhr_desktop.ui.people.forms_view import FormsView
from dhr_desktop.ui.people.names_view import NamesView
from dhr_desktop.ui.people.page import PeoplePage
from tests.ui.at_rest import settled, shown


@pytest.fixture
def sister(review: Review) -> Person:
    with review.journal.step("Enter records"):
        agency = agencies.add(review, "Ravenshire Constabulary")
        words = "We spoke to Annalize at 10. Her neighbour Sukhwinder was told by Annalise, and Jayde rang."
        entries.add_many(review, [Entry(0, agency.id, "2017-03-04", words)])
    told = [("Annalise Meredith", Role.VICTIM), ("Lorraine Meredith", Role.FAMILY), ("Jade Meredith", Role.FAMILY)]
    register.add_people(review, [Person(0, name, role) for name, role in told])
    victim, mother, sister = people.listing(review)
    for one in (victim, sister):
        kinship.relate(review, Tie(0, mother.id, TieKind.PARENT, one.id))
    return sister


def _opened(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> PeoplePage:
    made = PeoplePage(context)
    shown(made, window, qtbot, (1200, 700))
    made.show()
    settled(context, qtbot)
    return made


def _again(page: PeoplePage, context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> PeoplePage:
    left = page.place()
    assert not {"annali", "jade", "meredith"} & set(left[1].casefold().replace("/", " ").split())
    again = _opened(context, window, qtbot)
    again.go_back_to(left)
    assert again.place()[1] == left[1], "locked again before it was read"
    settled(context, qtbot)
    return again


def test_the_name_at_hand(context: ReviewContext, window: QMainWindow, sister: Person, qtbot: QtBot) -> None:
    page = _opened(context, window, qtbot)
    page.show_view("names")
    settled(context, qtbot)
    view = page.view("names")
    assert isinstance(view, NamesView)
    view.table.selectRow([each.real_name for each in view.model.rows].index("Jade Meredith"))
    names = _again(page, context, window, qtbot).view("names")
    assert isinstance(names, NamesView)
    assert names.panel.title.text() == "Jade Meredith"
    assert names.person_at_hand() == sister.id


def test_who_is_chosen_in_the_picture(
    context: ReviewContext, window: QMainWindow, sister: Person, qtbot: QtBot
) -> None:
    page = _opened(context, window, qtbot)
    page.show_view("picture")
    settled(context, qtbot)
    view = page.view("picture")
    assert isinstance(view, FamilyView)
    view.canvas.choose(sister.id)
    again = _again(page, context, window, qtbot).view("picture")
    assert isinstance(again, FamilyView)
    assert (again.canvas.chosen, again.who.currentText()) == (sister.id, "Jade Meredith")


@pytest.mark.usefixtures("sister")
def test_the_form_at_hand(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> None:
    page = _opened(context, window, qtbot)
    page.show_view("forms")
    view = page.view("forms")
    assert isinstance(view, FormsView)
    settled(context, qtbot)
    last = view.model.rowCount() - 1
    assert last > 0
    view.table.selectRow(last)
    form = view.detail.title.text()
    again = _again(page, context, window, qtbot).view("forms")
    assert isinstance(again, FormsView)
    assert again.detail.title.text() == form
