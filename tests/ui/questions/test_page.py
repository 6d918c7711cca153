"""The Questions page over a real store: what is typed is kept once, and what is done can be undone."""

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.base.clock import today
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.meaning import Origin
from dhr_desktop.store import draft_words, entries, questions
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit
from dhr_desktop.timeline import questions as asking
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.questions.page import QuestionsPage
from tests.store import made
from tests.ui.questions.using import CONTROL, Settle, shown, stored, typed

TODAY = today().isoformat()


@pytest.fixture
def two(review: Review, page: QuestionsPage, settle: Settle, police: int, surgery: int) -> list[Question]:
    """A question to each agency, the first of them chosen."""
    assert page.is_empty
    raised = [
        asking.raise_question(review, Question(0, police, "Who attended?")),
        asking.raise_question(review, Question(0, surgery, "Was she seen alone?")),
    ]
    settle()
    return raised


def test_a_review_without_questions_says_what_they_are_for(page: QuestionsPage):
    assert page.empty.isVisible()
    assert "letter" in page.empty.words.text()
    assert not page.letter.isEnabled()


def test_a_question_typed_in_is_kept_once_however_fast_the_fields_are_left(
    page: QuestionsPage, qtbot: QtBot, settle: Settle, police: int
):
    page.begin(Question(0, police, ""))
    assert page.fields.editor("words").hasFocus()
    typed(qtbot, page.fields.editor("words"), "Who attended?")
    typed(qtbot, page.fields.editor("asked_on"), "3 May 2021")
    typed(qtbot, page.fields.editor("asked_of"), "Inspector Vale")
    settle()
    (question,) = stored(page)
    assert (question.agency_id, question.words, question.asked_of) == (police, "Who attended?", "Inspector Vale")
    page.fields.commit()
    settle()
    assert stored(page)[0].asked_on == "2021-05-03"
    assert shown(page) == [question.id]


def test_a_new_question_waits_for_an_agency(page: QuestionsPage, qtbot: QtBot, settle: Settle, surgery: int):
    page.begin_blank()
    assert page.fields.agency.hasFocus()
    typed(qtbot, page.fields.editor("words"), "Was she seen alone?")
    settle()
    assert stored(page) == []
    page.fields.agency.setCurrentIndex(page.fields.agency.findData(surgery))
    page.fields.agency.activated.emit(page.fields.agency.currentIndex())
    settle()
    assert [(one.agency_id, one.words) for one in stored(page)] == [(surgery, "Was she seen alone?")]


def test_words_begun_to_no_agency_are_gone_on_with_later(
    page: QuestionsPage, qtbot: QtBot, settle: Settle, two: list[Question]
):
    page.begin_blank()
    typed(qtbot, page.fields.editor("words"), "Who told the school?")
    page.begin_blank()
    assert page.fields.editor("words").text() == "Who told the school?"

    page.show_question(two[1])
    settle()
    assert page.fields.editor("words").text() == two[1].words
    assert stored(page) == two

    page.begin_blank()
    settle()
    assert page.fields.editor("words").text() == "Who told the school?"


def test_a_drafted_question_is_not_kept_when_it_is_given_up_at_once(
    page: QuestionsPage, qtbot: QtBot, settle: Settle, police: int
):
    page.show_question(Question(0, police, "Was there any contact?", gap_from="2016-01-01", gap_to="2016-03-01"))
    settle()
    assert "61 days without a record" in page.detail.about.text()
    for _ in range(2):
        qtbot.keyClick(page.fields.editor("words"), Qt.Key.Key_Escape)
    settle()
    assert stored(page) == []
    assert page.empty.isVisible()


def test_a_question_may_be_begun_before_the_page_has_read_anything(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle, police: int
):
    fresh = QuestionsPage(context, window)
    window.setCentralWidget(fresh)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    fresh.show_question(Question(0, police, "Who attended?"))
    assert fresh.fields.editor("words").hasFocus()
    settle()
    assert fresh.fields.agency.currentData() == police
    qtbot.keyClick(fresh.fields.editor("words"), Qt.Key.Key_Return, CONTROL)
    settle()
    assert [(one.agency_id, one.words) for one in stored(fresh)] == [(police, "Who attended?")]


def test_a_drafted_question_is_gone_on_with_and_kept_when_the_form_is_left(
    page: QuestionsPage, qtbot: QtBot, settle: Settle, police: int
):
    page.show_question(Question(0, police, "Was there any contact?", gap_from="2016-01-01", gap_to="2016-03-01"))
    qtbot.keyClicks(page.fields.editor("words"), " If not, why?")
    qtbot.keyClick(page.fields.editor("words"), Qt.Key.Key_Tab)
    settle()
    (question,) = stored(page)
    assert (question.words, question.gap_from, question.gap_to) == (
        "Was there any contact? If not, why?",
        "2016-01-01",
        "2016-03-01",
    )


def test_words_are_on_disk_at_a_pause_and_the_sitting_is_undone_as_one(
    page: QuestionsPage, review: Review, qtbot: QtBot, settle: Settle, two: list[Question]
):
    words = page.fields.editor("words")
    words.setFocus()
    qtbot.keyClick(words, Qt.Key.Key_End, CONTROL)
    for more in (" And when", "?"):
        qtbot.keyClicks(words, more)
        page.fields.keep()
        settle()
    assert questions.get(review, two[0].id).words == "Who attended? And when?"
    review.journal.undo()
    settle()
    assert questions.get(review, two[0].id) == two[0]
    assert words.text() == two[0].words


def test_what_is_no_day_is_said_and_not_kept(
    page: QuestionsPage, review: Review, qtbot: QtBot, settle: Settle, two: list[Question]
):
    typed(qtbot, page.fields.editor("asked_on"), "spring 2021")
    settle()
    assert page.fields.editor("asked_on").property("wrong")
    assert questions.get(review, two[0].id) == two[0]


def test_the_words_of_a_question_cannot_be_lost(
    page: QuestionsPage, review: Review, qtbot: QtBot, settle: Settle, two: list[Question]
):
    words = page.fields.editor("words")
    words.setFocus()
    words.setText("")
    qtbot.keyClick(words, Qt.Key.Key_Tab)
    settle()
    assert questions.get(review, two[0].id) == two[0]
    qtbot.keyClick(words, Qt.Key.Key_Escape)
    assert words.text() == two[0].words


def test_several_are_marked_as_asked_at_once_and_in_one_step(
    page: QuestionsPage, review: Review, settle: Settle, two: list[Question]
):
    page.table.selectAll()
    assert page.several.isVisible()
    page.several.asked.click()
    settle()
    assert [one.asked_on for one in stored(page)] == [TODAY, TODAY]
    review.journal.undo()
    settle()
    assert stored(page) == two


def test_a_question_that_is_closed_stays_in_sight_and_can_be_opened_again(
    page: QuestionsPage, settle: Settle, two: list[Question]
):
    page.show_question(two[0])
    settle()
    page.detail.close_it.click()
    settle()
    assert shown(page) == [two[1].id]
    assert page.fields.question.id == two[0].id
    assert "closed" in page.detail.title.text()
    page.detail.close_it.click()
    settle()
    assert shown(page) == [two[0].id, two[1].id]


def test_the_list_is_narrowed_by_standing_agency_and_words(
    page: QuestionsPage, review: Review, settle: Settle, two: list[Question], surgery: int
):
    asking.change_question(review, replace(two[1], asked_on=TODAY))
    settle()
    filters = page.filters
    offered = [filters.standing.itemText(place) for place in range(filters.standing.count())]
    assert offered == ["Open (2)", "To be asked (1)", "Asked (1)", "Answered (0)", "Closed (0)", "All (2)"]
    filters.standing.setCurrentIndex(2)
    assert shown(page) == [two[1].id]
    filters.show_all()
    filters.agency.setCurrentIndex(filters.agency.findData(surgery))
    assert shown(page) == [two[1].id]
    filters.show_all()
    filters.search.setText("attended")
    assert shown(page) == [two[0].id]


def test_the_head_of_the_page_tells_how_far_questions_have_come(
    page: QuestionsPage, review: Review, settle: Settle, two: list[Question]
):
    asking.change_question(review, replace(two[1], answer="She was not."))
    settle()
    assert page.header.under.text() == "2 questions are open: 1 to be asked, 1 answered and to be closed."
    asking.close(review, [one.id for one in two], today())
    settle()
    assert page.header.under.text() == "No question is open."


def test_a_question_that_the_filters_leave_out_is_shown_when_it_is_asked_for(
    page: QuestionsPage, settle: Settle, two: list[Question]
):
    page.filters.search.setText("attended")
    page.show_question(two[1])
    settle()
    assert page.fields.question == two[1]
    assert two[1].id in shown(page)


def test_time_that_has_passed_is_said_calmly(page: QuestionsPage, review: Review, settle: Settle, two: list[Question]):
    asking.change_question(review, replace(two[0], asked_on=today().replace(year=today().year - 2).isoformat()))
    settle()
    said = page.model.cells(page.model.rows[0])[3]
    assert re.fullmatch(r"asked 7\d\d days ago, reply due 6\d\d days ago", said)
    assert "1 of them overdue" in page.header.under.text()
    page.filters.standing.setCurrentIndex(page.filters.standing.findText("Reply overdue (1)"))
    assert shown(page) == [two[0].id]


def test_asked_again_a_question_says_when_it_was_asked_first(
    page: QuestionsPage, review: Review, settle: Settle, two: list[Question]
):
    asking.mark_asked(review, [two[0].id], date(2025, 3, 3), "The records officer")
    settle()
    assert page.detail.asked.text().replace("&", "") == "Mark as asked again today"
    page.detail.asked.click()
    settle()
    assert questions.get(review, two[0].id).asked_on == "2025-03-03"
    assert page.detail.askings.text().startswith("First asked on 3 March 2025 of The records officer, asked again on ")
    assert not page.detail.asked.isVisible(), "it was asked today"


def test_a_question_whose_entry_was_removed_says_what_it_was_about(
    page: QuestionsPage, context: ReviewContext, review: Review, settle: Settle, police: int
):
    entry = made.add(review, made.entry(police, "2016-05-04", "Call to the address."))[0]
    asking.raise_question(review, Question(0, police, "Who attended?", entry_id=entry))
    edit.remove_entry(review, entry)
    settle()
    assert "entry of 4 May 2016 of Ravenshire Constabulary, no longer on the timeline" in page.detail.about.text()
    assert "Call to the address." in page.detail.about_words.text()
    led: list[int] = []
    context.ways.history_wanted.connect(led.append)
    page.detail.show_about.click()
    assert led == [entry], "there it can be brought back"


def test_what_a_question_is_about_is_said_and_leads_there(
    page: QuestionsPage, context: ReviewContext, review: Review, qtbot: QtBot, settle: Settle, police: int
):
    entry = made.add(review, made.entry(police))[0]
    asking.raise_question(review, Question(0, police, "Who attended?", entry_id=entry))
    settle()
    assert page.detail.about.text() == "About: entry of 5 April 2016"
    with qtbot.waitSignal(context.ways.entries_wanted) as led:
        page.detail.show_about.click()
    assert led.args == [[entry]]


def test_an_answer_is_put_on_the_timeline(
    page: QuestionsPage, review: Review, qtbot: QtBot, settle: Settle, two: list[Question], police: int
):
    typed(qtbot, page.fields.editor("answer"), "Two officers attended.")
    typed(qtbot, page.fields.editor("answered_on"), "3 May 2021")
    settle()
    page.detail.entry.click()
    dialog = page.answering.dialog
    assert dialog
    dialog.date.setText("neither here nor there")
    dialog.accept()
    assert "Not understood" in dialog.problem.text()
    dialog.date.setText("5 April 2016")
    dialog.accept()
    settle()
    (entry,) = entries.iterate(review)
    assert (entry.agency_id, entry.origin, entry.text) == (police, Origin.ANSWER, "Two officers attended.")
    assert entry.source == f"Answer of 3 May 2021 from Ravenshire Constabulary to question {two[0].id}"
    assert questions.get(review, two[0].id).answer_entry_id == entry.id


def test_what_is_typed_of_an_answer_s_entry_outlives_escape_and_a_lock_and_is_given_up_by_cancel_alone(
    page: QuestionsPage, context: ReviewContext, review: Review, qtbot: QtBot, settle: Settle, two: list[Question]
):
    typed(qtbot, page.fields.editor("answer"), "Two officers attended.")
    settle()
    place = f"answer/{two[0].id}"
    page.detail.entry.click()
    typed(qtbot, page.answering.dialog.date, "early Ju")
    context.drafts.flush()
    settle()
    assert draft_words.listing(review) == {place: {"date": "early Ju"}}
    qtbot.keyClick(page.answering.dialog.date, Qt.Key.Key_Escape)
    settle()

    page.detail.entry.click()
    assert (page.answering.dialog.date.text(), page.answering.dialog.text.text()) == (
        "early Ju",
        "Two officers attended.",
    )
    box = page.answering.dialog.box
    next(each for each in box.buttons() if box.buttonRole(each) is QDialogButtonBox.ButtonRole.RejectRole).click()
    settle()
    assert draft_words.listing(review) == {}

    page.detail.entry.click()
    page.answering.dialog.date.setText("early June 2016")
    page.answering.dialog.accept()
    settle()
    assert [entry.date_written for entry in entries.iterate(review)] == ["early June 2016"]
    assert draft_words.listing(review) == {}


def test_a_question_that_is_undone_leaves_the_form(
    page: QuestionsPage, review: Review, settle: Settle, two: list[Question]
):
    page.show_question(two[1])
    settle()
    review.journal.undo()
    settle()
    assert page.fields.question == two[0]
    review.journal.undo()
    settle()
    assert page.empty.isVisible()


def test_the_form_is_left_and_entered_by_the_keyboard(page: QuestionsPage, qtbot: QtBot, two: list[Question]):
    del two
    page.take_keyboard()
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.fields.editor("words").hasFocus()
    qtbot.keyClick(page.fields.editor("words"), Qt.Key.Key_Return, CONTROL)
    qtbot.keyClick(page.fields.editor("words"), Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_the_question_that_was_in_the_form_before_the_lock_is_there_again(
    page: QuestionsPage, context: ReviewContext, window: QMainWindow, settle: Settle, two: list[Question]
) -> None:
    page.show_question(two[1])
    settle()
    left = page.place()

    again = QuestionsPage(context, window)
    window.setCentralWidget(again)
    again.go_back_to(left)
    settle()
    assert again.fields.editor("words").text() == two[1].words
    assert [one.question.id for one in again.table.chosen()] == [two[1].id]


def test_an_answer_of_a_day_to_come_is_said_where_it_stands(
    page: QuestionsPage, review: Review, qtbot: QtBot, settle: Settle, two: list[Question]
):
    typed(qtbot, page.fields.editor("answered_on"), f"1 May {today().year + 3}")
    settle()
    assert page.fields._hint.isVisible()
    assert page.fields._hint.text() == "The day of the answer is still to come."
    assert questions.get(review, two[0].id).answered_on, "it is said, and kept as typed"
    page.fields.editor("answered_on").setText("")
    typed(qtbot, page.fields.editor("answered_on"), f"1 May {today().year - 1}")
    assert not page.fields._hint.isVisible()


def test_a_long_standing_leaves_the_question_its_room(
    page: QuestionsPage, review: Review, settle: Settle, two: list[Question]
):
    for day in (date(2024, 3, 3), date(2024, 5, 3), date(2024, 7, 3)):
        asking.mark_asked(review, [two[0].id], day)
    settle()
    assert page.table.sizeHintForColumn(3) > page.table.columnWidth(3), "it is long enough to be kept narrow"
    assert page.table.columnWidth(2) > page.table.columnWidth(3)
    page.table.setFixedWidth(350)
    assert page.table.columnWidth(2) > 100, "in the narrowest window too"
