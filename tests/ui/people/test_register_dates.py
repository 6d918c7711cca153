"""Dates of birth and death in the register: kept as they were meant, and told where they cannot be."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import FormKind, Person, Sex
from dhr_desktop.store import people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.people.register_view import RegisterView
from tests.ui.at_rest import settled


@pytest.mark.usefixtures("two")
def test_dates_sex_and_kinds_of_forms_are_kept_and_a_death_before_the_birth_is_told(
    page: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.table.selectRow(0)
    page.form.born.setText("19 January 1961")
    page.form.died.setText("May 1960")
    page.form.sex.setCurrentIndex(1)
    page.form.forms.setPlainText("Loraine (misspelling)\nMGM (word for a relation)\nNan (Lol)")
    page.form.commit()
    settled(context, qtbot)
    person = people.listing(review)[0]
    assert (person.born, person.died, person.sex) == ("1961-01-19", "1960-05", Sex.FEMALE)
    kinds = [(form.form, form.kind) for form in person.forms]
    assert kinds[:2] == [("Loraine", FormKind.MISSPELLING), ("MGM", FormKind.RELATION)]
    assert kinds[2][0] == "Nan (Lol)"
    assert "before the birth" in page.form.warning.text()
    page._scrolled.ensureWidgetVisible(page.form.died)
    assert not page.form.warning.visibleRegion().isEmpty(), "it is seen from the fields of the dates as well"


@pytest.mark.usefixtures("two")
def test_a_date_that_is_not_understood_stays_typed_and_is_told(
    page: RegisterView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.table.selectRow(0)
    page.form.born.setText("some time")
    page.form.relationship.setText("mother of A")
    page.form.commit()
    settled(context, qtbot)
    assert page.form.born.text() == "some time"
    assert "not understood" in page.form.warning.text()
    assert people.listing(review)[0].relationship == "mother of A"


def test_a_birth_with_two_figures_for_its_year_is_none_to_come_and_the_form_says_how_it_was_understood(
    page: RegisterView, context: ReviewContext, review: Review, two: list[Person], qtbot: QtBot
) -> None:
    page.show_person(two[0].id)
    page.form.born.setFocus()
    qtbot.keyClicks(page.form.born, "1/1/28")
    qtbot.keyClick(page.form.born, Qt.Key.Key_Tab)
    settled(context, qtbot)
    assert people.listing(review)[0].born == "1928-01-01"
    assert page.form.born.text() == "1 January 1928"
    assert page.form.understood.isVisible()
    assert "1 January 1928" in page.form.understood.text()
    page.show_person(two[1].id)
    assert not page.form.understood.isVisible()


@pytest.mark.usefixtures("two")
def test_a_date_that_is_not_understood_is_told_when_its_field_is_left(page: RegisterView, qtbot: QtBot) -> None:
    page.table.selectRow(0)
    page.form.died.setFocus()
    qtbot.keyClicks(page.form.died, "some time")
    qtbot.keyClick(page.form.died, Qt.Key.Key_Tab)
    assert "“some time” is not understood" in page.form.warning.text()


def test_a_date_that_is_not_understood_is_there_again_when_its_person_is_and_is_told_of_nobody_else(
    page: RegisterView, two: list[Person], context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.show_person(two[0].id)
    page.form.born.setFocus()
    qtbot.keyClicks(page.form.born, "31 Feb 1990")
    page.show_person(two[1].id)
    assert not page.form.warning.isVisible(), "what is said of one person is not said beside another"
    assert page.form.born.text() == ""
    page.show_person(two[0].id)
    assert page.form.born.text() == "31 Feb 1990"
    assert "“31 Feb 1990” is not understood" in page.form.warning.text()
    context.drafts.flush()
    opened_again = RegisterView(context)
    qtbot.addWidget(opened_again)
    opened_again.show_person(two[0].id)
    assert opened_again.form.born.text() == "31 Feb 1990", "after the lock too"
    page.form.born.setFocus()
    page.form.born.setText("28 Feb 1990")
    qtbot.keyClick(page.form.born, Qt.Key.Key_Tab)
    settled(context, qtbot)
    assert people.listing(review)[0].born == "1990-02-28"
    assert not context.drafts.under("person/")


def test_a_date_given_up_with_escape_is_kept_and_told_no_more(
    page: RegisterView, two: list[Person], context: ReviewContext, qtbot: QtBot
) -> None:
    page.show_person(two[0].id)
    page.form.died.setFocus()
    qtbot.keyClicks(page.form.died, "some time")
    qtbot.keyClick(page.form.died, Qt.Key.Key_Tab)
    assert context.drafts.under("person/")
    qtbot.keyClick(page.form.died, Qt.Key.Key_Escape)
    assert not page.form.warning.isVisible()
    assert not context.drafts.under("person/")


@pytest.mark.usefixtures("two")
def test_that_somebody_begun_has_no_name_is_not_said_beside_another(page: RegisterView, qtbot: QtBot) -> None:
    page.begin_person()
    page.form.relationship.setFocus()
    qtbot.keyClicks(page.form.relationship, "an aunt")
    qtbot.keyClick(page.form.relationship, Qt.Key.Key_Tab)
    assert "Nobody is entered yet" in page.form.warning.text()
    page.table.selectRow(0)
    assert not page.form.warning.isVisible()
