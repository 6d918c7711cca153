"""The Overview page over a real store: facts saved as they are left, and counts that are true."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.base import resources
from dhr_desktop.domain.events import Question
from dhr_desktop.domain.reviews import Label
from dhr_desktop.importing.reading import read_file
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import agencies, draft_words, facts
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import questions as asking
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.overview.page import OverviewPage

HOUSING = resources.path("sample/aldermarsh/submissions/05_Marshland_Homes_CRM_export.csv")


@pytest.fixture
def page(context: ReviewContext, window: QMainWindow, qtbot: QtBot) -> OverviewPage:
    made = OverviewPage(context, window)
    window.setCentralWidget(made)
    window.resize(1200, 700)
    window.show()
    qtbot.waitActive(window)
    _settled(qtbot, context)
    return made


def _settled(qtbot: QtBot, context: ReviewContext) -> None:
    qtbot.waitUntil(lambda: not context.jobs.busy)


def _words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_new_review_is_led_to_its_submissions(page: OverviewPage, context: ReviewContext, qtbot: QtBot) -> None:
    assert "No submissions yet" in _words(page.stand)
    (next_step,) = page.stand.findChildren(QPushButton)
    with qtbot.waitSignal(context.actions["go.submissions"].triggered):
        next_step.click()


def test_agencies_are_told_with_their_entries_and_the_time_they_cover(
    page: OverviewPage, review: Review, qtbot: QtBot
) -> None:
    submit(review, read_file(HOUSING), "Marshland Homes")
    qtbot.waitUntil(lambda: page.standing.entries > 0)
    (brought,) = page.standing.contributions
    assert brought.entries == page.standing.entries
    assert brought.period == "July 2013 to January 2019"
    told = _words(page.agencies)
    assert "Marshland Homes" in told
    assert f"{brought.entries} entries" in told
    assert "Import Marshland Homes" in _words(page.lately)


def test_a_field_that_was_changed_is_saved_on_leaving_it(
    page: OverviewPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.form.chair.setFocus()
    qtbot.keyClicks(page.form.chair, "Dr H. Bray")
    qtbot.keyClick(page.form.chair, Qt.Key.Key_Tab)
    _settled(qtbot, context)
    assert facts.get(review).chair == "Dr H. Bray"
    assert review.journal.status().undo == "Change the review's details"


def test_what_is_being_typed_stays_while_the_field_before_is_saved(
    page: OverviewPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.form.partnership.setFocus()
    qtbot.keyClicks(page.form.partnership, "Ravenshire CSP")
    page.form.chair.setFocus()
    qtbot.keyClicks(page.form.chair, "Dr H.")
    qtbot.waitUntil(lambda: facts.get(review).partnership == "Ravenshire CSP")
    _settled(qtbot, context)
    assert page.form.chair.text() == "Dr H."
    page.form.commit()
    _settled(qtbot, context)
    assert facts.get(review).chair == "Dr H."


@pytest.mark.parametrize(
    ("typed", "edtf"), [("9/11/2018", "2018-11-09"), ("9 Nov 2018", "2018-11-09"), ("November 2018", "2018-11")]
)
def test_a_date_may_be_typed_in_any_british_form(
    typed: str, edtf: str, page: OverviewPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.form.died_on.setText(typed)
    page.form.commit()
    _settled(qtbot, context)
    assert facts.get(review).died_on == edtf


def test_what_is_no_date_is_told_and_not_saved(page: OverviewPage, context: ReviewContext, review: Review) -> None:
    page.form.died_on.setText("the day after the party")
    page.form.commit()
    assert page.form.unread.isVisible()
    assert not context.jobs.busy
    assert facts.get(review).died_on == ""


def test_what_was_no_date_does_not_come_back_once_it_is_one(
    page: OverviewPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.form.died_on.setText("the day after the party")
    context.drafts.flush()
    page.form.died_on.setText("9 November 2018")
    page.form.commit()
    _settled(qtbot, context)
    assert draft_words.listing(review) == {}


def test_the_kind_of_review_can_be_chosen(
    page: OverviewPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    _choose(page.form.label, Label.DARDR)
    _settled(qtbot, context)
    assert facts.get(review).label is Label.DARDR


def _choose(choice: QComboBox, label: Label) -> None:
    choice.setCurrentIndex(choice.findData(label))
    choice.activated.emit(choice.currentIndex())


def test_lines_of_enquiry_are_one_on_each_line(
    page: OverviewPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.form.terms.setFocus()
    page.form.terms.setPlainText("What was known, and when?\n\n  How was risk assessed?  ")
    page.form.name.setFocus()
    _settled(qtbot, context)
    assert facts.get(review).terms == ("What was known, and when?", "How was risk assessed?")


def test_undo_puts_the_fields_back(page: OverviewPage, context: ReviewContext, review: Review, qtbot: QtBot) -> None:
    page.form.reference.setText("DHR 8")
    page.form.commit()
    _settled(qtbot, context)
    review.journal.undo()
    qtbot.waitUntil(lambda: page.form.reference.text() == "DHR 7")


def test_a_page_that_is_not_looked_at_reads_again_when_it_is(
    page: OverviewPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    page.hide()
    submit(review, read_file(HOUSING), "Marshland Homes")
    qtbot.waitUntil(lambda: page.is_stale)
    assert page.standing.entries == 0
    page.show()
    _settled(qtbot, context)
    assert page.standing.entries > 0


def test_open_questions_and_overdue_replies_are_told(
    page: OverviewPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    reading = read_file(HOUSING)
    submit(review, reading, "Marshland Homes")
    housing = agencies.listing(review)[0].id
    for words, asked_on in (("Who decided?", ""), ("Who called?", "2020-03-03"), ("Who knew?", "2020-03-03")):
        asking.raise_question(review, Question(0, housing, words, asked_on=asked_on))
    _settled(qtbot, context)
    told = "3 questions to agencies are open; replies to 2 of them are overdue."
    assert told in _words(page.stand)
    asking.close(review, [2, 3], date(2020, 6, 1))
    _settled(qtbot, context)
    assert "1 question to agencies is open." in _words(page.stand)


def test_a_period_that_ends_before_it_begins_is_told_beside_it_and_kept_as_it_was_typed(
    page: OverviewPage, context: ReviewContext, review: Review, qtbot: QtBot
) -> None:
    for field, words in ((page.form.scope_from, "11 May 2018"), (page.form.scope_to, "1 January 2015")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
        _settled(qtbot, context)
    qtbot.waitUntil(page.form.contradicted.isVisible)
    assert "ends before it begins" in page.form.contradicted.text()
    assert facts.get(review).scope_to == "2015-01-01"
    page.form.scope_to.setFocus()
    page.form.scope_to.setText("1 January 2019")
    qtbot.keyClick(page.form.scope_to, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not page.form.contradicted.isVisible())
