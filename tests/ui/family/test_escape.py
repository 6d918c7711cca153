"""Escape leaves each form of Family from wherever in it the keyboard is, and then leads back to the list of people."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.base.clock import today
from dhr_desktop.domain.contacts import Contact, Means, Promise
from dhr_desktop.domain.stakeholders import Stakeholder
from dhr_desktop.family import contacts
from dhr_desktop.store import people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.family.page import FamilyPage

Wait = Callable[[], None]


def escape(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def from_each(stops: list[QWidget], opened: Callable[[], None], is_open: Callable[[], bool], qtbot: QtBot) -> None:
    """Open the form, go to a stop, leave; so for each of its stops that can have the keyboard."""
    for stop in stops:
        opened()
        assert is_open()
        if not (stop.isVisible() and stop.isEnabled()):
            continue
        stop.setFocus()
        qtbot.keyClick(stop, Qt.Key.Key_Escape)
        assert not is_open(), stop.accessibleName()


def test_the_form_of_a_new_contact_and_that_of_a_promise(
    page: FamilyPage, mother: Stakeholder, settled: Wait, qtbot: QtBot
) -> None:
    page.show_person(mother.person_id, "contacts")
    settled()
    section = page.sections["contacts"]
    noting = section.noting  # type: ignore[attr-defined]  # the section of contacts
    stops = [*noting.form.stops(), noting.save, noting.tried, noting.cancel]
    from_each(stops, section.begin, lambda: section.is_noting, qtbot)  # type: ignore[attr-defined]
    page.show_person(mother.person_id, "due")
    settled()
    due = page.sections["due"]
    card = due.card  # type: ignore[attr-defined]  # the section of promises
    stops = [*card.form.stops(), card.keep, card.close_it]
    from_each(stops, due.begin_promise, lambda: card.is_open, qtbot)  # type: ignore[attr-defined]


def test_from_the_fields_of_a_contact_to_the_log_and_from_there_to_the_people(
    page: FamilyPage, review: Review, mother: Stakeholder, settled: Wait, qtbot: QtBot
) -> None:
    contacts.log(review, Contact(0, today(), Means.LETTER), [mother.id], [Promise(0, "send a copy")])
    page.show_person(mother.person_id, "contacts")
    settled()
    section = page.sections["contacts"]
    detail, table = section.detail, section.table  # type: ignore[attr-defined]  # the section of contacts
    for stop in (detail.form.field("said"), detail.form.field("means"), detail.remove):
        stop.setFocus()
        qtbot.keyClick(stop, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is table, stop.accessibleName()
    escape(qtbot)
    assert QApplication.focusWidget() is page.list


@pytest.mark.parametrize(("name", "key"), [("Lorraine Marchbank", "about"), ("Poppy Drewitt", "child")])
def test_what_is_typed_is_put_back_first_and_then_the_people_have_the_keyboard(
    page: FamilyPage, review: Review, settled: Wait, qtbot: QtBot, name: str, key: str
) -> None:
    person = next(each for each in people.listing(review) if each.real_name == name)
    page.show_person(person.id, key)
    settled()
    form = page.sections[key].form  # type: ignore[attr-defined]  # a section with a form of cards
    line = form.stops()[0] if key == "child" else form.editor("relation")
    if form.is_new:
        line.setFocus()
        qtbot.keyClicks(line, "her aunt")
        qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settled()
        page.list.setFocus()
    before = line.text()
    line.setFocus()
    qtbot.keyClicks(line, "x")
    escape(qtbot)
    assert (line.text(), QApplication.focusWidget()) == (before, line)
    escape(qtbot)
    assert QApplication.focusWidget() is page.list
