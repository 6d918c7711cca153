"""Pregnancies are entered by keyboard, drawn in the family picture, and taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.people import Person, Role, Sex
from dhr_desktop.domain.pregnancies import Outcome, Pregnancy
from dhr_desktop.family import pregnancies, register
from dhr_desktop.store import people
from dhr_desktop.store.kinship import PREGNANCIES
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.two_lines import RowRole
from dhr_desktop.ui.people.family_view import FamilyView
from tests.ui.at_rest import settled, shown

PEOPLE = [
    Person(0, "Kayleigh Drewitt", Role.VICTIM, "Claire", sex=Sex.FEMALE, born="1987-08-14", died="2018-11-09"),
    Person(0, "Dean Drewitt", Role.PERPETRATOR, "Martin", sex=Sex.MALE),
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


def test_a_pregnancy_entered_by_keyboard_is_drawn_and_undone(
    view: FamilyView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    kayleigh, dean = ids(review)
    made = view.ties.pregnancies
    made.begin()
    form = made.form
    for name, letter in (("outcome", "m"), ("other_id", "D")):
        form.field(name).setFocus()
        qtbot.keyClicks(form.field(name), letter)
    form.editor("ended").setFocus()
    qtbot.keyClicks(form.editor("ended"), "May 2012")
    qtbot.keyClick(form.editor("ended"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(context, qtbot)
    (kept,) = PREGNANCIES.listing(review)
    assert (kept.person_id, kept.other_id, kept.outcome, kept.ended) == (kayleigh, dean, Outcome.MISCARRIAGE, "2012-05")
    assert view.canvas.layout_shown.cells.keys() == {kayleigh, dean, -kept.id}
    assert view.canvas.layout_shown.cells[-kept.id].lines == ("miscarriage", "2012")
    assert "miscarriage, ended May 2012" in view.canvas.accessibleDescription()
    review.journal.undo()
    settled(context, qtbot)
    assert PREGNANCIES.listing(review) == []
    assert view.nothing.isVisible(), "nobody is related to anybody any more"


def test_the_sign_of_a_pregnancy_leads_to_whose_it_is(
    view: FamilyView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    kayleigh, dean = ids(review)
    pregnancies.add(review, Pregnancy(0, kayleigh, dean, Outcome.EXPECTED, expected="2019-03"))
    settled(context, qtbot)
    (kept,) = PREGNANCIES.listing(review)
    view.canvas.choose(dean)
    view.canvas.choose(-kept.id)
    assert view.who.currentText() == "Kayleigh Drewitt"
    assert view.ties.isVisible()
    assert view.ties.pregnancies.isVisible()
    words = "Pregnancy with Dean Drewitt, a child was expected, March 2019; of Kayleigh Drewitt."
    assert view.canvas.accessibleDescription() == words
    view.canvas.choose(dean)
    assert view.ties.pregnancies.isHidden()


def test_a_pregnancy_after_a_death_is_said_and_panel_view_keeps_the_note(
    view: FamilyView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    kayleigh, _dean = ids(review)
    view.canvas.choose(kayleigh)
    made = view.ties.pregnancies
    made.begin()
    made.form.editor("began").setText("January 2019")
    assert "after Kayleigh Drewitt had died, 9 November 2018" in made.form.doubt.text()
    made.form.editor("began").setText("January 2012")
    assert made.form.doubt.isHidden()
    made.form.editor("note").setText("Told only her sister")
    made.submit()
    settled(context, qtbot)
    row = made.model.index(0)
    assert "Told only her sister" in made.model.data(row, RowRole.UNDER)
    context.panel.turn(on=True)
    settled(context, qtbot)
    assert "Told only her sister" not in made.model.data(row, RowRole.UNDER)
    assert "Kayleigh" not in view.canvas.accessibleDescription()
    assert "2012" not in view.canvas.accessibleDescription()


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (
            Pregnancy(0, 0, None, Outcome.MISCARRIAGE, "2014-03-02", "2014-11-20", "2014-05-19"),
            ("from March 2014, expected November 2014, ended May 2014", "March 2014", "November 2014", "May 2014"),
        ),
        (
            Pregnancy(0, 0, None, Outcome.BORN, "2011-10", "2012-07-01", "2012-06-28"),
            ("from 2011, expected 2012, ended 2012", "2011", "2012", "2012"),
        ),
        (
            Pregnancy(0, 0, None, Outcome.NOT_KNOWN, "", "2012-07-01/2012-07-09", ""),
            ("expected 2012", "", "2012", ""),
        ),
    ],
)
def test_panel_view_gives_of_a_loss_month_and_year_and_of_what_led_to_a_birth_the_year(
    one: Pregnancy,
    told: tuple[str, ...],
    view: FamilyView,
    context: ReviewContext,
    review: Review,
    qtbot: QtBot,
) -> None:
    kayleigh, _dean = ids(review)
    pregnancies.add(review, replace(one, person_id=kayleigh))
    settled(context, qtbot)
    view.canvas.choose(kayleigh)
    made = view.ties.pregnancies
    made._choose(0)
    made.edit()
    as_kept = made.model.data(made.model.index(0), RowRole.UNDER)
    context.panel.turn(on=True)
    settled(context, qtbot)
    assert made.model.data(made.model.index(0), RowRole.UNDER) == told[0]
    assert tuple(made.form.editor(name).text() for name in ("began", "expected", "ended")) == told[1:]
    context.panel.turn(on=False)
    settled(context, qtbot)
    assert made.model.data(made.model.index(0), RowRole.UNDER) == as_kept
    assert PREGNANCIES.listing(review)[0].ended == one.ended
