"""What contradicts itself is said where it is typed: held back as a draft where it cannot be, saved where it is odd."""

from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.approaches import Approach, ApproachAnswer
from dhr_desktop.domain.contradictions.within import Contradiction
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, SpecForm

HOME = Identifier(3, 1, IdentifierKind.ADDRESS, "14 Mill Lane", since="2012", until="2016")


@pytest.fixture
def form(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> SpecForm[Identifier]:
    specs = (
        FieldSpec("value", "&As it is written", needed=True),
        FieldSpec("since", "&Since", Kind.EDTF),
        FieldSpec("until", "&Until", Kind.EDTF, beside=True),
    )
    made = SpecForm(Identifier(0, 1, IdentifierKind.ADDRESS, ""), specs)
    made.keeps_in(context.drafts)
    window.setCentralWidget(made)
    window.show()
    qtbot.waitActive(window)
    made.show_record(HOME)
    return made


def told(form: SpecForm[Identifier]) -> list[Identifier]:
    found: list[Identifier] = []
    form.committed.connect(lambda after, _before: found.append(after))
    return found


def test_an_end_before_its_beginning_is_not_saved_and_stays_in_its_field(
    form: SpecForm[Identifier], context: ReviewContext
) -> None:
    found = told(form)
    form.editor("until").setText("2011")
    form.editor("value").setText("14 Mill Lane, Saltgate")
    form.commit()
    assert [(each.value, each.until) for each in found] == [("14 Mill Lane, Saltgate", "2016")]
    assert form.editor("until").text() == "2011"
    assert form.editor("until").property("wrong") is True
    assert form.words_about(form.not_understood()).startswith("It ends before it began. Put one of the two right")
    assert form._hint.isVisible()
    assert context.drafts.of("identifier/3") == {"until": "2011"}
    form.show_record(Identifier(4, 1, IdentifierKind.ADDRESS, "Elsewhere"))
    form.show_record(found[-1])
    assert form.editor("until").text() == "2011"


def test_both_are_saved_together_as_soon_as_they_fit(form: SpecForm[Identifier], context: ReviewContext) -> None:
    found = told(form)
    form.editor("since").setText("May 2018")
    form.commit()
    assert found == []
    form.editor("until").setText("2019")
    form.commit()
    assert [(each.since, each.until) for each in found] == [("2018-05", "2019")]
    assert not form._hint.isVisible()
    assert context.drafts.of("identifier/3") == {}


def test_a_pause_while_the_day_that_makes_them_fit_is_being_typed_saves_no_half_of_them(
    form: SpecForm[Identifier],
) -> None:
    found = told(form)
    form.editor("since").setText("May 2018")
    form.commit()
    form.editor("until").setFocus()
    form.editor("until").setText("2019")
    form.keep()
    assert found == []
    form.commit()
    assert [(each.since, each.until) for each in found] == [("2018-05", "2019")]


@pytest.mark.parametrize("typed", ["about 2012", "2012", "2011?", ""])
def test_what_only_may_contradict_is_saved(form: SpecForm[Identifier], typed: str) -> None:
    form.show_record(HOME)
    found = told(form)
    form.editor("until").setText(typed)
    form.commit()
    assert len(found) == 1
    assert form.not_understood() == []


def test_a_record_that_contradicts_itself_already_is_told_and_can_still_be_changed(form: SpecForm[Identifier]) -> None:
    form.show_record(Identifier(5, 1, IdentifierKind.ADDRESS, "Old", since="2019", until="2018"))
    assert form.doubt.isVisible()
    assert "ends before it began" in form.doubt.text()
    assert form.not_understood() == []
    found = told(form)
    form.editor("value").setText("Newer")
    form.commit()
    assert [each.value for each in found] == ["Newer"]


def test_what_a_page_knows_besides_is_said_and_saved(form: SpecForm[Identifier]) -> None:
    form.checks.append(lambda one: [Contradiction("Look again.", ("since",))] if one.since == "1950" else [])
    found = told(form)
    form.editor("since").setText("1950")
    form.commit()
    assert [each.since for each in found] == ["1950"]
    assert form.doubt.text() == "Look again."
    form.editor("since").setText("1990")
    form.commit()
    assert form.doubt.isHidden()


def test_panel_view_says_nothing_of_it(form: SpecForm[Identifier], context: ReviewContext) -> None:
    form.covered_by(context.panel)
    form.show_record(Identifier(5, 1, IdentifierKind.ADDRESS, "Old", since="2019", until="2018"))
    context.panel.turn(on=True)
    assert form.doubt.isHidden()
    context.panel.turn(on=False)
    assert form.doubt.isVisible()


def test_a_choice_that_speaks_against_a_day_is_said_at_once(window: QMainWindow, qtbot: QtBot) -> None:
    options = tuple((each, each.value) for each in ApproachAnswer)
    specs = (FieldSpec("answer", "&Answer", Kind.CHOICE, options=options), FieldSpec("answered_on", "&On", Kind.DAY))
    form: SpecForm[Approach] = SpecForm(Approach(0, 1), specs)
    window.setCentralWidget(form)
    window.show()
    qtbot.waitActive(window)
    form.show_record(Approach(2, 1, date(2019, 3, 1), answer=ApproachAnswer.AGREED, answered_on=date(2019, 3, 2)))
    assert form.doubt.isHidden()
    box = form.choices["answer"]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(list(ApproachAnswer).index(ApproachAnswer.WAITING))
    box.activated.emit(box.currentIndex())
    assert form.doubt.isVisible()
    assert form.record.answer is ApproachAnswer.WAITING
    assert "Choose what they answered" in form.doubt.text()


def test_what_is_said_stands_below_the_fields_it_is_about(window: QMainWindow, qtbot: QtBot) -> None:
    specs = (
        FieldSpec("on", "&Approached on", Kind.DAY),
        FieldSpec("answered_on", "&Answered on", Kind.DAY, beside=True),
        FieldSpec("answer_words", "&What was said", Kind.WORDS),
        FieldSpec("reason", "&Why not", Kind.WORDS),
    )
    form: SpecForm[Approach] = SpecForm(Approach(0, 1), specs)
    window.setCentralWidget(form)
    window.show()
    qtbot.waitActive(window)
    form.show_record(Approach(2, 1, date(2019, 3, 1)))
    form.editor("answered_on").setText("28 February 2019")
    form.commit()
    qtbot.waitUntil(lambda: form.editor("answered_on").y() < form._hint.y() < form.editor("answer_words").y())
    form.editor("answered_on").setText("soon")
    form.commit()
    qtbot.waitUntil(lambda: form._hint.y() > form.editor("reason").y())
    assert form._hint.text() == "Not understood as one day. Try 3 May 2021."
