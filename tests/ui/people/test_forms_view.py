"""The view of names in the records over a real store: a key confirms, refuses or says what a form means at a place."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.contacts import Contact, Means
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.name_forms.proposals import why
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.family import register
from dhr_desktop.store import agencies, entries, involvement, naming, people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.people.forms_model import LIKELY
from dhr_desktop.ui.people.forms_view import FormsView

WORDS = "We spoke to Annalize at 10. AM cried in the AM. Her neighbour Sukhwinder was told by Annalise."


@pytest.fixture
def child(review: Review) -> Person:
    with review.journal.step("Enter records"):
        agency = agencies.add(review, "Ravenshire Constabulary")
        entries.add_many(review, [Entry(0, agency.id, "2017-03-04", WORDS, people="AM; GT")])
    return register.add_person(review, Person(0, "Annalise Meredith", Role.CHILD, "Isla"))


@pytest.fixture
def view(child: Person, context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> FormsView:
    del child
    made = FormsView(context)
    window.setCentralWidget(made)
    window.resize(1200, 700)
    window.show()
    qtbot.waitActive(window)
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def _settled(view: FormsView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not view.context.jobs.busy and not view._pause.isActive())


def _choose(view: FormsView, form: str) -> None:
    row = view.model.row_of(form)
    assert row >= 0
    view.table.selectRow(row)


def test_return_confirms_the_form_and_shows_the_next(view: FormsView, review: Review, qtbot: QtBot) -> None:
    _choose(view, "Annalize")
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view.model.row_of("Annalize") < 0
    _settled(view, qtbot)
    assert people.listing(review)[0].forms == (NameForm("Annalize", FormKind.MISSPELLING),)
    assert view.model.row_of("Annalize") < 0
    assert view.at_hand is not None


def test_delete_says_that_it_is_no_name_and_undo_brings_it_back(view: FormsView, review: Review, qtbot: QtBot) -> None:
    _choose(view, "Sukhwinder")
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    _settled(view, qtbot)
    assert [each.form for each in naming.REFUSED.listing(review)] == ["Sukhwinder"]
    review.journal.undo()
    qtbot.waitUntil(lambda: view.model.row_of("Sukhwinder") >= 0)


def test_return_enters_somebody_who_is_not_in_the_register(view: FormsView, review: Review, qtbot: QtBot) -> None:
    _choose(view, "Sukhwinder")
    assert "Enter Sukhwinder" in view.detail.yes.text()
    view.detail.yes.click()
    _settled(view, qtbot)
    assert [each.real_name for each in people.listing(review)] == ["Annalise Meredith", "Sukhwinder"]


def test_a_form_is_given_to_somebody_else(view: FormsView, review: Review, qtbot: QtBot) -> None:
    other = register.add_person(review, Person(0, "Gwen Tudor", Role.FRIEND))
    _settled(view, qtbot)
    _choose(view, "Annalize")
    view.detail.other.click()
    view.detail.whose.setCurrentIndex(view.detail.whose.findData(other.id))
    assert not view.detail.name.isVisible()
    view.detail.enter.click()
    _settled(view, qtbot)
    assert [form.form for form in people.listing(review)[1].forms] == ["Annalize"]


def test_somebody_new_is_entered_by_the_name_that_the_chair_gives(
    view: FormsView, review: Review, qtbot: QtBot
) -> None:
    _choose(view, "GT")
    view.detail.other.click()
    view.detail.whose.setCurrentIndex(0)
    view.detail.name.setText("Gwen Tudor")
    view.detail.role.setCurrentIndex(view.detail.role.findText(Role.PROFESSIONAL.value))
    view.detail.enter.click()
    _settled(view, qtbot)
    made = people.listing(review)[1]
    assert (made.real_name, made.role, made.forms[0].form) == ("Gwen Tudor", Role.PROFESSIONAL, "GT")


def test_an_ambiguous_form_is_asked_at_each_place_by_a_key(
    view: FormsView, review: Review, child: Person, qtbot: QtBot
) -> None:
    _choose(view, "AM")
    places = view.detail.places
    assert "1 Annalise Meredith" in view.detail.legend.text()
    assert len(places.places.rows) == 3
    places.setCurrentIndex(places.places.index(0, 1))
    qtbot.keyClick(places, Qt.Key.Key_1)
    qtbot.keyClick(places, Qt.Key.Key_0)
    _settled(view, qtbot)
    said = {(each.field, each.nth): each.person_id for each in naming.FORM_PLACES.listing(review)}
    assert said == {("text", 0): child.id, ("text", 1): None}
    assert [places.places.cells(row)[4] for row in places.places.rows] == ["Annalise Meredith", "nobody’s name", ""]
    qtbot.keyClick(places, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.model.row_of("AM") < 0)


def test_all_likely_forms_are_confirmed_in_one_step_without_the_ambiguous(
    view: FormsView, review: Review, child: Person, qtbot: QtBot
) -> None:
    view.confirm_all(LIKELY)
    _settled(view, qtbot)
    assert "Annalize" in [form.form for form in people.listing(review)[0].forms]
    assert view.model.row_of("AM") >= 0
    review.journal.undo()
    assert people.listing(review) == [child]


def test_the_search_leaves_what_holds_the_words(view: FormsView) -> None:
    view.search.setText("annaliz")
    assert [each.form for each in view.model.rows] == ["Annalize"]
    view.search.setText(why(view.model.everything[0]))  # the search is for names, and every reason speaks of one
    assert view.model.rowCount() == 0
    view.search.setText("nothing of the kind")
    assert view.at_hand is None
    assert not view.detail.isVisible()


def test_nothing_is_shown_in_panel_view(view: FormsView, context: ReviewContext, review: Review) -> None:
    context.panel.turn(on=True)
    assert view._stack.currentWidget() is view.states.covered
    view.confirm()
    view.refuse()
    assert naming.REFUSED.listing(review) == []
    assert people.listing(review)[0].forms == ()
    context.panel.turn(on=False)
    assert view._stack.currentWidget() is view.splitter


def test_when_nothing_is_left_the_view_says_so(view: FormsView, review: Review, qtbot: QtBot) -> None:
    while view.model.rowCount():
        view.refuse()
    assert view._stack.currentWidget() is view.states.nothing
    _settled(view, qtbot)
    assert view._stack.currentWidget() is view.states.nothing
    assert naming.REFUSED.listing(review)


def test_return_leads_to_the_places_of_what_is_asked_at_each_of_them(
    view: FormsView, review: Review, qtbot: QtBot
) -> None:
    _choose(view, "AM")
    assert "everywhere" in view.detail.yes.text()
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view.detail.places.hasFocus()
    assert people.listing(review)[0].forms == ()


def test_a_number_says_nothing_of_the_places_of_what_is_not_asked(
    view: FormsView, review: Review, qtbot: QtBot
) -> None:
    _choose(view, "Annalize")
    assert "everywhere" not in view.detail.yes.text()
    view.detail.places.setFocus()
    qtbot.keyClick(view.detail.places, Qt.Key.Key_1)
    _settled(view, qtbot)
    assert naming.said(review) == []


def test_a_place_outside_the_entries_is_answered_by_a_key_and_the_keyboard_goes_back_to_the_list(
    view: FormsView, review: Review, child: Person, qtbot: QtBot
) -> None:
    with review.journal.step("Log a contact"):
        involvement.CONTACTS.add(review, Contact(0, date(2024, 5, 2), Means.LETTER, said="She asks after AM."))
    _settled(view, qtbot)
    _choose(view, "AM")
    places = view.detail.places
    assert places.places.cells(places.places.rows[-1])[3] == "Contact log"
    places.setFocus()
    places.setCurrentIndex(places.places.index(0, 1))
    for _place in range(4):
        qtbot.keyClick(places, Qt.Key.Key_1)
    _settled(view, qtbot)
    qtbot.waitUntil(lambda: view.model.row_of("AM") < 0)
    assert [(each.line, each.person_id) for each in naming.FORM_LINES.listing(review)] == [
        ("She asks after AM.", child.id)
    ]
    assert view.table.hasFocus()


def test_reading_that_was_cancelled_says_so_and_is_begun_again(
    child: Person, context: ReviewContext, window: QMainWindow, qtbot: QtBot
) -> None:
    made = FormsView(context)
    window.setCentralWidget(made)
    window.show()
    (job,) = (job for job in context.jobs.jobs if "names" in job.doing)
    job.cancel()
    qtbot.waitUntil(lambda: made._stack.currentWidget() is made.states.stopped)
    made.states.stopped._actions[0].click()
    assert made._stack.currentWidget() is made.states.reading
    qtbot.waitUntil(lambda: made._stack.currentWidget() is made.splitter)
    assert child.real_name in [each.whom for each in made.model.everything]


def test_every_place_of_an_ambiguous_form_can_be_answered_however_many_there_are(
    view: FormsView, review: Review, qtbot: QtBot
) -> None:
    with review.journal.step("Enter more records"):
        agency = agencies.listing(review)[0]
        entries.add_many(review, [Entry(0, agency.id, "2017-03-05", "AM cried. " * 600)])
    qtbot.waitUntil(lambda: view._pause.isActive() or view.context.jobs.busy)
    _settled(view, qtbot)
    _choose(view, "AM")
    assert len(view.detail.places.places.rows) == view.detail.proposal.times == 603
