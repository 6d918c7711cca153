"""The names for the report, by keyboard: what is recorded stands at once, and panel view tells nobody who is who."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.naming import NamingAct, NamingStep, PlaceName, Subject
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family import naming, register
from dhr_desktop.store import draft_words, people
from dhr_desktop.store.connection import StoreProblem
from dhr_desktop.store.naming import PLACES, STEPS
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import Question
from dhr_desktop.ui.people.names_view import NamesView
from dhr_desktop.ui.people.naming_dialogs import PanelDialog, PlaceDialog
from tests.ui.at_rest import settled, shown

VICTIM = Person(0, "Kayleigh Drewitt", Role.VICTIM)
MOTHER = Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the victim")


@pytest.fixture
def view(context: ReviewContext, review: Review, window: QMainWindow, qtbot: QtBot) -> NamesView:
    register.add_people(review, [VICTIM, MOTHER])
    naming.add_place(review, PlaceName(0, "Saltgate", stands_as="a small town"))
    made = NamesView(context)
    shown(made, window, qtbot, (1200, 700))
    settled(context, qtbot)
    return made


def _cells(view: NamesView) -> list[tuple[str, ...]]:
    return [view.model.cells(row)[:3] for row in view.model.rows]


def _typed(qtbot: QtBot, view: NamesView, field: str, words: str) -> None:
    assert view.panel.form is not None
    editor = view.panel.form.form.editor(field)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, words)


def test_everyone_and_every_place_is_listed_with_what_stands_for_them(view: NamesView) -> None:
    assert _cells(view) == [
        ("Kayleigh Drewitt", "the victim", "not yet offered"),
        ("Lorraine Marchbank", "Helen", "not recorded how"),
        ("Saltgate", "a small town", "not yet offered"),
    ]


def test_a_choice_is_typed_and_recorded_with_its_day_in_british_words(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    qtbot.mouseClick(view.panel.acts[NamingAct.CHOSEN], Qt.MouseButton.LeftButton)
    form = view.panel.form
    assert form is not None
    form.form.choices["who"].setCurrentText("Lorraine Marchbank")
    _typed(qtbot, view, "on", "3/7/19")
    _typed(qtbot, view, "names", "Sian")
    qtbot.keyClick(form.form.editor("names"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(context, qtbot)
    assert _cells(view)[0] == ("Kayleigh Drewitt", "Sian", "chosen by Lorraine Marchbank, 3 July 2019")
    assert view.panel.form is None
    review.journal.undo()
    settled(context, qtbot)
    assert _cells(view)[0] == ("Kayleigh Drewitt", "the victim", "not yet offered")


def test_a_choice_before_the_offer_is_said_where_its_day_is_typed_and_recorded_all_the_same(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    (victim, _mother) = people.listing(review)
    naming.record(review, NamingStep(0, Subject.PERSON, victim.id, NamingAct.OFFERED, date(2019, 6, 3)))
    settled(context, qtbot)
    qtbot.mouseClick(view.panel.acts[NamingAct.CHOSEN], Qt.MouseButton.LeftButton)
    form = view.panel.form
    assert form is not None
    _typed(qtbot, view, "names", "Sian")
    _typed(qtbot, view, "on", "2 June 2019")
    assert form.form.doubt.isVisible()
    assert "before a choice of name was first offered, 3 June 2019" in form.form.doubt.text()
    _typed(qtbot, view, "on", "3 June 2019")
    assert form.form.doubt.isHidden()
    _typed(qtbot, view, "on", "2 June 2019")
    form.tell()
    settled(context, qtbot)
    assert [each.on for each in STEPS.listing(review)][-1] == date(2019, 6, 2)


def test_what_somebody_said_against_a_name_stands_whole_in_its_log(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    victim = people.listing(review)[0]
    words = "It was the name of a girl who was unkind to her at school, and she would not have wanted it."
    for end in (at for at, letter in enumerate(words) if letter in " ."):
        said = words[:end]
        naming.record(review, NamingStep(0, Subject.PERSON, victim.id, NamingAct.OBJECTED, reason=said))
    settled(context, qtbot)
    table, log = view.panel.table, view.panel.log
    room = table.columnWidth(1) - 18  # the sides of a cell, which the style keeps free
    for row in range(log.rowCount()):
        words_there = log.index(row, 1).data()
        needed = table.fontMetrics().boundingRect(0, 0, room, 5000, Qt.TextFlag.TextWordWrap, words_there).height()
        assert table.rowHeight(row) >= needed, words_there


def test_a_name_that_sounds_like_a_real_one_is_kept_only_with_a_reason(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    view.panel.begin(NamingAct.ASSIGNED)
    form = view.panel.form
    assert form is not None
    _typed(qtbot, view, "names", "Kaylee")
    form.record.click()
    settled(context, qtbot)
    assert STEPS.listing(review) == []
    assert "sounds or looks like" in form.thoughts.text()
    qtbot.keyClicks(form.why_kept, "The family asks for it")
    form.record.click()
    settled(context, qtbot)
    (step,) = STEPS.listing(review)
    assert step.why_kept == "The family asks for it"
    assert "Kayleigh Drewitt" in " ".join(step.warned)
    assert step.by == "the chair"


def test_a_name_without_letters_is_refused_and_what_was_typed_stays(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    view.panel.begin(NamingAct.CHOSEN)
    form = view.panel.form
    assert form is not None
    form.form.editor("names").setText("\N{WHITE HEART SUIT}")
    form.record.click()
    settled(context, qtbot)
    assert STEPS.listing(review) == []
    assert "no letter" in context.messages.text
    assert view.panel.form is form


def test_panel_view_shows_no_real_name_and_no_log(view: NamesView, context: ReviewContext, qtbot: QtBot) -> None:
    context.panel.turn(on=True)
    settled(context, qtbot)
    assert not view.panel.isVisible()
    words = " ".join(cell for row in view.model.rows for cell in view.model.cells(row))
    assert "Helen" in words
    for name in ("Kayleigh", "Lorraine", "Saltgate"):
        assert name not in words
    context.panel.turn(on=False)
    assert view.panel.isVisible()


def test_a_step_can_be_taken_out(view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot) -> None:
    view.panel.begin(NamingAct.OFFERED)
    assert view.panel.form is not None
    view.panel.form.form.editor("names").setText("Sian, Beth")
    view.panel.form.tell()
    settled(context, qtbot)
    assert STEPS.listing(review)[0].names == ("Sian", "Beth")
    view.panel.table.selectRow(0)
    view.panel.remove.click()
    settled(context, qtbot)
    assert STEPS.listing(review) == []
    assert people.listing(review)[0].pseudonym == ""
    assert naming.steps_of(review, Subject.PERSON, people.listing(review)[0].id) == []


def test_escape_keeps_what_was_begun_and_cancel_gives_up_the_choice_as_well(
    view: NamesView, context: ReviewContext, qtbot: QtBot
) -> None:
    def begin():
        qtbot.mouseClick(view.panel.acts[NamingAct.CHOSEN], Qt.MouseButton.LeftButton)
        settled(context, qtbot)
        assert view.panel.form is not None
        return view.panel.form

    form = begin()
    who = form.form.choices["who"]
    who.setCurrentText("Lorraine Marchbank")
    who.activated.emit(who.currentIndex())
    _typed(qtbot, view, "names", "Sian")
    qtbot.keyClick(form.form.editor("names"), Qt.Key.Key_Escape)
    assert view.panel.form is None
    form = begin()
    assert (form.form.choices["who"].currentText(), form.form.editor("names").text()) == ("Lorraine Marchbank", "Sian")

    qtbot.mouseClick(form.give_up, Qt.MouseButton.LeftButton)
    form = begin()
    assert (form.form.choices["who"].currentText(), form.form.editor("names").text()) == ("Not said", "")


def _chosen_by_mother(review: Review) -> NamingStep:
    register_now = people.listing(review)
    step = NamingStep(0, Subject.PERSON, register_now[0].id, NamingAct.CHOSEN, date(2019, 7, 3), names=("Sian",))
    return naming.record(review, replace(step, by_id=register_now[1].id, means="telephone"))


def test_day_means_and_words_of_a_step_are_edited_in_place_as_one_step_that_is_undone(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    step = _chosen_by_mother(review)
    settled(context, qtbot)
    view.panel.table.selectRow(0)
    qtbot.mouseClick(view.panel.edit, Qt.MouseButton.LeftButton)
    form = view.panel.form
    assert form is not None
    assert form.form.editor("on").text() == "3 July 2019"
    assert form.form.choices["who"].currentText() == "Lorraine Marchbank"
    _typed(qtbot, view, "on", "5/7/19")
    _typed(qtbot, view, "means", "letter by hand")
    steps = len(review.journal.steps())
    qtbot.keyClick(form.form.editor("means"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(context, qtbot)
    assert STEPS.listing(review) == [replace(step, on=date(2019, 7, 5), means="letter by hand")]
    assert len(review.journal.steps()) == steps + 1
    assert view.panel.form is None
    assert "by letter by hand" in view.panel.log.cells(view.panel.log.rows[0])[1]
    assert view.panel.table.currentIndex().row() == 0

    review.journal.undo()
    settled(context, qtbot)
    assert STEPS.listing(review) == [step]
    assert "by telephone" in view.panel.log.cells(view.panel.log.rows[0])[1]


def test_a_step_that_is_opened_and_saved_as_it_was_leaves_no_step(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    _chosen_by_mother(review)
    kept = naming.record(
        review,
        NamingStep(0, Subject.PERSON, people.listing(review)[0].id, NamingAct.DECLINED, by="her GP", means="letter"),
    )
    settled(context, qtbot)
    steps = len(review.journal.steps())
    for row in range(2):
        view.panel.table.selectRow(row)
        view.panel.table.activated.emit(view.panel.table.currentIndex())
        assert view.panel.form is not None
        view.panel.form.tell()
        settled(context, qtbot)
    assert len(review.journal.steps()) == steps
    assert STEPS.listing(review)[1] == kept, "what its form has no field for, and who is in no list, stays"


def test_what_was_begun_of_a_correction_is_kept_and_given_up_by_cancel(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    _chosen_by_mother(review)
    settled(context, qtbot)
    view.panel.table.selectRow(0)
    view.panel.correct()
    _typed(qtbot, view, "means", "by ha")
    view._choose(1)
    settled(context, qtbot)
    view._choose(0)
    view.panel.table.selectRow(0)
    view.panel.correct()
    assert view.panel.form is not None
    assert view.panel.form.form.editor("means").text() == "by ha"
    view.panel.form.give_up.click()
    view.panel.correct()
    assert view.panel.form is not None
    assert view.panel.form.form.editor("means").text() == "telephone"


def test_a_correction_is_put_away_where_its_step_is_undone(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    _chosen_by_mother(review)
    settled(context, qtbot)
    view.panel.table.selectRow(0)
    view.panel.correct()
    review.journal.undo()
    settled(context, qtbot)
    assert view.panel.form is None
    assert STEPS.listing(review) == []


def test_the_words_of_a_step_that_was_recorded_are_gone_from_the_drafts_with_it(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    view.panel.begin(NamingAct.OFFERED)
    assert view.panel.form is not None
    _typed(qtbot, view, "names", "Sian, Beth")
    view.panel.form.form.keep()
    settled(context, qtbot)
    kept = draft_words.listing(review)
    assert [words.get("names") for words in kept.values()] == ["Sian, Beth"]
    seen: list[object] = []
    review.journal.subscribe(lambda _: seen.append(draft_words.listing(review)))
    view.panel.form.tell()
    settled(context, qtbot)
    assert seen == [{}], "with the step, and not after it"


def test_what_is_begun_before_the_last_step_is_recorded_stays(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    view.panel.begin(NamingAct.CHOSEN)
    first = view.panel.form
    assert first is not None
    _typed(qtbot, view, "names", "Bree")
    place = first.place
    first.tell()
    view.table.setCurrentIndex(view.model.index(1, 0))
    view.panel.begin(NamingAct.OFFERED)
    _typed(qtbot, view, "names", "Helen, Beth")
    settled(context, qtbot)
    assert [step.names for step in STEPS.listing(review)] == [("Bree",)]
    assert view.panel.form is not None
    assert view.panel.form.form.editor("names").text() == "Helen, Beth"
    assert context.drafts.of(place) == {}


def test_a_place_is_removed_when_it_is_meant_and_comes_back_by_undo(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = PLACES.listing(review)[0]
    naming.record(
        review, NamingStep(0, Subject.PLACE, place.id, NamingAct.ASSIGNED, by="the chair", names=("Rushmere",))
    )
    settled(context, qtbot)
    view._choose(2)
    asked: list[Question] = []
    answers = [False, True]
    monkeypatch.setattr("dhr_desktop.ui.people.names_view.ask", lambda q, _: (asked.append(q), answers.pop(0))[1])
    assert view.panel.unplace.isVisible()
    view.panel.unplace.click()
    settled(context, qtbot)
    assert len(PLACES.listing(review)) == 1
    view.panel.unplace.click()
    settled(context, qtbot)
    assert PLACES.listing(review) == []
    assert "1 step" in asked[0].words
    assert [row.real_name for row in view.model.rows] == ["Kayleigh Drewitt", "Lorraine Marchbank"]
    assert context.messages.text == "The place was removed."
    review.journal.undo()
    settled(context, qtbot)
    assert view.model.rows[2].stands_as == "Rushmere"
    view._choose(0)
    assert not view.panel.unplace.isVisible()


def test_nothing_can_be_done_while_nobody_is_chosen_or_the_names_are_not_read_yet(
    context: ReviewContext, review: Review, window: QMainWindow, qtbot: QtBot
) -> None:
    register.add_people(review, [VICTIM, MOTHER])
    view = NamesView(context)
    shown(view, window, qtbot, (1200, 700))
    offered = view.panel.findChildren(QPushButton)
    assert [each.text() for each in offered if each.isVisible()] == []
    settled(context, qtbot)
    assert view.panel.acts[NamingAct.CHOSEN].isVisible()
    view.search.setText("nobody of this name")
    assert [each.text() for each in offered if each.isVisible()] == []
    view.search.clear()
    assert view.panel.acts[NamingAct.CHOSEN].isVisible()


def test_the_button_to_record_is_seen_however_much_there_is_to_think_of(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    register.add_people(review, [Person(0, f"Kaylee Marchbank{'s' * number}", Role.OTHER) for number in range(12)])
    settled(context, qtbot)
    view.window().resize(1200, 560)
    view.panel.begin(NamingAct.ASSIGNED)
    form = view.panel.form
    assert form is not None
    _typed(qtbot, view, "names", "Kaylee")
    qtbot.waitUntil(lambda: form.thoughts.text().count("\n") >= 8)
    settled(context, qtbot)
    seen = form.record.visibleRegion().boundingRect()
    assert (seen.width(), seen.height()) == (form.record.width(), form.record.height())
    form.record.click()
    assert form.why_kept.hasFocus()
    qtbot.waitUntil(lambda: not form.why_kept.visibleRegion().isEmpty())
    view.panel.begin(NamingAct.OFFERED)
    assert [each.isVisibleTo(view) for each in (view.panel.form.record, form.record)] == [True, False]


def _refuse(_label: str, *_: object) -> None:
    raise StoreProblem("The disk is full.", "Free some space.")


def test_a_place_and_panel_members_that_were_refused_stand_in_their_dialogs_when_these_are_opened_again(
    view: NamesView, context: ReviewContext, review: Review, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def type_into(dialog: QDialog) -> int:
        editor = dialog.lines if isinstance(dialog, PanelDialog) else dialog.name
        seen.append(editor.toPlainText() if isinstance(dialog, PanelDialog) else editor.text())
        (editor.setPlainText if isinstance(dialog, PanelDialog) else editor.setText)("Ashcombe")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(PlaceDialog, "exec", type_into)
    monkeypatch.setattr(PanelDialog, "exec", type_into)
    monkeypatch.setattr(review.journal, "step", _refuse)
    for _ in range(2):
        view.ask_place(PlaceName(0, ""))
        view.ask_panel.click()
        settled(context, qtbot)
    assert seen == ["", "", "Ashcombe", "Ashcombe"]
    assert context.drafts.under("panel") == ["panel"]
