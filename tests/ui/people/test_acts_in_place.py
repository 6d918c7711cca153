"""The acts towards a name keep their places whatever has happened, and say why one of them is not to be had."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.naming import NamingAct, NamingStep, PlaceName, Subject
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family import naming, register
from dhr_desktop.store import people
from dhr_desktop.store.naming import STEPS
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.people.names_view import NamesView
from tests.ui.at_rest import settled, shown


@pytest.fixture
def view(context: ReviewContext, review: Review, window: QMainWindow, qtbot: QtBot) -> NamesView:
    """One name with a long way behind it, one with an objection, one with no step at all, and a place."""
    told = [Person(0, name, Role.FAMILY) for name in ("Ada Vance", "Bea Orme", "Cy Holt")]
    register.add_people(review, told)
    known = {each.real_name: each.id for each in people.listing(review)}

    def step(name: str, act: NamingAct, **more: object) -> None:
        naming.record(review, NamingStep(0, Subject.PERSON, known[name], act, **more))  # type: ignore[arg-type]

    for number in range(1, 9):
        step("Ada Vance", NamingAct.OFFERED, on=date(2019, 6, number), names=("Sian", "Beth"))
    step("Bea Orme", NamingAct.CHOSEN, names=("Sian",), reason="chosen by the family")
    step("Bea Orme", NamingAct.OBJECTED, by_id=known["Cy Holt"])
    naming.add_place(review, PlaceName(0, "Saltgate"))
    made = NamesView(context)
    shown(made, window, qtbot, (1130, 560))
    settled(context, qtbot)
    return made


def _choose(view: NamesView, name: str) -> None:
    row = next(at for at, each in enumerate(view.model.rows) if each.real_name == name)
    view.table.selectRow(row)
    QApplication.processEvents()


def _places(view: NamesView) -> dict[str, QPoint]:
    acts: list[QPushButton] = [*view.panel.acts.values(), view.panel.edit, view.panel.remove]
    assert all(each.isVisible() for each in acts)
    return {each.text(): each.mapTo(view, QPoint(0, 0)) for each in acts}


def test_no_act_moves_when_another_name_or_a_step_of_it_is_chosen(view: NamesView) -> None:
    _choose(view, "Ada Vance")
    before = _places(view)
    view.panel.table.selectRow(3)
    assert _places(view) == before
    for name in ("Bea Orme", "Cy Holt", "Saltgate"):
        _choose(view, name)
        assert _places(view) == before, name
    view.panel.begin(NamingAct.OFFERED)
    QApplication.processEvents()
    view.panel.form.put_away()  # type: ignore[union-attr]  # it was opened above
    QApplication.processEvents()
    assert _places(view) == before


def test_what_cannot_be_done_says_why_to_the_eye_and_to_the_ear(view: NamesView) -> None:
    _choose(view, "Cy Holt")
    answered, edit = view.panel.acts[NamingAct.ANSWERED], view.panel.edit
    for each in (answered, edit):
        assert not each.isEnabled()
        assert each.toolTip() == each.accessibleDescription() != ""
    assert "No step" in edit.toolTip()
    _choose(view, "Bea Orme")
    assert (answered.isEnabled(), answered.toolTip(), answered.accessibleDescription()) == (True, "", "")
    assert "Choose a step" in edit.toolTip()
    view.panel.table.selectRow(0)
    assert edit.isEnabled()


def test_a_reason_stands_in_the_log_as_a_sentence(view: NamesView) -> None:
    _choose(view, "Bea Orme")
    assert view.panel.log.cells(view.panel.log.rows[0])[1].endswith("chose “Sian”. Chosen by the family.")


@pytest.mark.parametrize("act", [NamingAct.OBJECTED, NamingAct.CHOSEN, NamingAct.ANSWERED])
def test_escape_closes_the_form_of_a_step_from_every_stop_in_it(view: NamesView, qtbot: QtBot, act: NamingAct) -> None:
    _choose(view, "Bea Orme")
    number = 0
    while True:
        view.panel.begin(act)
        form = view.panel.form
        assert form is not None
        stops = [*form.form.stops(), form.record, form.give_up]
        if number == len(stops):
            break
        stops[number].setFocus()
        qtbot.keyClick(stops[number], Qt.Key.Key_Escape)
        assert view.panel.form is None, f"stop {number}"
        assert QApplication.focusWidget() is view.panel.acts[act]
        number += 1


def test_a_step_that_was_begun_is_told_of_until_it_is_gone_on_with_or_given_up(
    view: NamesView, context: ReviewContext, qtbot: QtBot
) -> None:
    _choose(view, "Cy Holt")
    assert not view.panel.begun.isVisible()
    view.panel.begin(NamingAct.CHOSEN)
    form = view.panel.form
    assert form is not None
    qtbot.keyClicks(form.form.editor("names"), "Tom")
    form.put_away()
    assert view.panel.begun.isVisible()
    assert "“Chosen”" in view.panel.begun.text()
    _choose(view, "Bea Orme")
    assert not view.panel.begun.isVisible(), "nothing was begun towards this name"
    context.drafts.flush()
    again = NamesView(context)
    qtbot.addWidget(again)
    settled(context, qtbot)
    _choose(again, "Cy Holt")
    assert not again.panel.begun.isHidden(), "after the lock too"
    _choose(view, "Cy Holt")
    view.panel.begin(NamingAct.CHOSEN)
    form = view.panel.form
    assert form is not None
    assert not view.panel.begun.isVisible()
    form.give_up.click()
    assert not view.panel.begun.isVisible()


def test_no_button_takes_a_letter_of_the_menu_bar(view: NamesView) -> None:
    buttons = view.panel.findChildren(QPushButton)
    letters = {each.text()[each.text().index("&") + 1].casefold() for each in buttons if "&" in each.text()}
    assert letters
    assert not letters & set("fegvh"), "File, Edit, Go, View and Help open with these"


@pytest.mark.parametrize("act", list(NamingAct))
def test_a_form_that_was_only_looked_into_is_nothing_that_was_begun(
    view: NamesView, context: ReviewContext, act: NamingAct
) -> None:
    _choose(view, "Bea Orme")
    view.panel.begin(act)
    form = view.panel.form
    assert form is not None
    form.put_away()
    assert not view.panel.begun.isVisible()
    assert not context.drafts.under("naming/")


def test_an_answer_that_was_recorded_is_not_told_of_as_begun(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    _choose(view, "Bea Orme")
    view.panel.begin(NamingAct.ANSWERED)
    form = view.panel.form
    assert form is not None
    qtbot.keyClicks(form.form.editor("reason"), "They spoke about it.")
    form.tell()
    settled(context, qtbot)
    assert any(step.act is NamingAct.ANSWERED for step in STEPS.listing(review))
    assert not view.panel.begun.isVisible()
    assert not context.drafts.under("naming/")
