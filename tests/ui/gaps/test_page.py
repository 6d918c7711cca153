"""The Gaps page over a real store."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.events import Question
from dhr_desktop.domain.meaning import Origin
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.store import facts, people
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import questions as asking
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.gaps.listing import WORDS
from dhr_desktop.ui.gaps.page import GapsPage
from tests.store import made

Settle = Callable[[], None]


@pytest.fixture
def settle(qtbot: QtBot, context: ReviewContext) -> Settle:
    def until_idle() -> None:
        for _ in range(3):  # a list that is read sets off the reading of what is chosen in it
            qtbot.waitUntil(lambda: not context.jobs.busy)
            QApplication.processEvents()

    return until_idle


@pytest.fixture
def page(context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle) -> GapsPage:
    shown = GapsPage(context, window)
    window.setCentralWidget(shown)
    window.resize(1366, 768)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    return shown


@pytest.fixture
def records(review: Review, page: GapsPage, settle: Settle) -> dict[str, int]:
    """Two agencies from January to December 2016, and the scope that goes with them; ids by agency."""
    del page
    with review.journal.step("Change facts"):
        facts.put(review, replace(facts.get(review), scope_from="2016-01-01", scope_to="2016-12-31"))
    police, surgery = made.agency(review, "Ravenshire Constabulary"), made.agency(review, "Millpond Surgery")
    made.add(
        review,
        made.entry(police, "2016-01-01", "Called by a neighbour."),
        made.entry(police, "2016-12-31", "Log closed."),
        made.entry(surgery, "2016-05-04", "Attended with a bruise."),
        made.entry(surgery, "2016", "Telephone call, not dated."),
        made.entry(police, "2016-06-01", "She told her sister.", origin=Origin.FAMILY),
    )
    settle()
    return {"police": police, "surgery": surgery}


def lengths(page: GapsPage) -> list[tuple[int, int]]:
    return [(one.gap.agency_id, one.gap.days) for one in page.model.rows]


def said(page: GapsPage) -> str:
    return "\n".join(each.text() for each in page.detail.findChildren(QLabel) if each.isVisibleTo(page.detail))


def test_without_records_the_page_says_what_to_do(page: GapsPage):
    assert page.no_entries.isVisible()


def test_without_a_time_to_look_at_the_page_asks_for_it(page: GapsPage, review: Review, settle: Settle):
    made.add(review, made.entry(made.agency(review), "2016"))
    settle()
    assert page.no_period.isVisible()


def test_gaps_of_all_agencies_come_first_then_the_longest(page: GapsPage, records: dict[str, int]):
    police, surgery = records["police"], records["surgery"]
    assert lengths(page) == [(0, 240), (0, 123), (police, 364), (surgery, 241), (surgery, 124)]
    assert "From 1 January 2016 to 31 December 2016" in page.header.under.text()


def test_a_gap_is_said_in_words_with_what_lies_around_it(page: GapsPage, records: dict[str, int]):
    del records
    words = said(page)
    assert "No agency recorded contact for up to 240 days before the entry of 31 December 2016" in words
    assert "One record dated only “2016” may fall within it" in words
    assert "Attended with a bruise." in words
    assert "Log closed." in words
    assert "Telephone call, not dated." in words


def test_the_list_is_narrowed_to_an_agency_and_to_a_length(page: GapsPage, records: dict[str, int], settle: Settle):
    page.filters.agency.setCurrentIndex(page.filters.agency.findData(records["surgery"]))
    settle()
    assert lengths(page) == [(records["surgery"], 241), (records["surgery"], 124)]
    assert "the gap lasts to its end" in said(page)
    page.filters.shortest.setCurrentIndex(page.filters.shortest.findData(365))
    settle()
    assert lengths(page) == []
    assert page.none_left.isVisible()


def test_the_longest_that_is_certain_may_come_first(page: GapsPage, records: dict[str, int]):
    page.filters.order.setCurrentIndex(1)
    certain = [one.gap.least_days for one in page.model.rows if one.gap.agency_id == records["surgery"]]
    assert certain == sorted(certain, reverse=True)


def test_a_gap_leads_to_its_days_and_to_a_question(
    page: GapsPage, context: ReviewContext, qtbot: QtBot, records: dict[str, int], settle: Settle
):
    page.filters.agency.setCurrentIndex(page.filters.agency.findData(records["police"]))
    settle()
    with qtbot.waitSignal(context.ways.days_wanted) as led:
        page.detail.show_days.click()
    assert led.args == ["2016-01-02", "2016-12-30", records["police"]]
    with qtbot.waitSignal(context.ways.question_wanted) as asked:
        page.detail.ask.click()
    question = asked.args[0]
    assert (question.id, question.agency_id, question.gap_from, question.gap_to) == (
        *(0, records["police"]),
        *("2016-01-02", "2016-12-30"),
    )
    assert "2 January 2016" in question.words


def test_questions_about_a_gap_are_shown_with_it(
    page: GapsPage, review: Review, records: dict[str, int], settle: Settle
):
    asking.raise_question(
        review, Question(0, records["police"], "Was there contact?", gap_from="2016-02-01", gap_to="2016-12-30")
    )
    page.filters.agency.setCurrentIndex(page.filters.agency.findData(records["police"]))
    settle()
    assert "Was there contact?" in said(page)
    assert page.model.cells(page.model.rows[0])[2] == "1"


def test_a_new_record_parts_a_gap_and_undo_mends_it(
    page: GapsPage, review: Review, records: dict[str, int], settle: Settle
):
    before = lengths(page)
    made.add(review, made.entry(records["surgery"], "2016-09-01"))
    settle()
    assert lengths(page) != before
    review.journal.undo()
    settle()
    assert lengths(page) == before


def test_a_page_that_is_not_seen_catches_up_when_it_is(
    page: GapsPage, review: Review, records: dict[str, int], settle: Settle
):
    page.hide()
    made.add(review, made.entry(records["surgery"], "2016-09-01"))
    settle()
    before = lengths(page)
    page.show()
    settle()
    assert lengths(page) != before


def test_the_list_is_walked_by_the_keyboard(page: GapsPage, qtbot: QtBot, records: dict[str, int], settle: Settle):
    del records
    page.take_keyboard()
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    settle()
    assert page.chosen is page.model.rows[1]
    assert "from the start" not in said(page)


def test_in_panel_view_names_around_a_gap_are_covered(
    page: GapsPage, context: ReviewContext, review: Review, records: dict[str, int], settle: Settle
):
    with review.journal.step("Register"):
        people.add(review, Person(0, "Helen Drewitt", Role.VICTIM, "Anna"))
    made.add(review, made.entry(records["surgery"], "2016-05-05", "Helen Drewitt called."))
    settle()
    page.filters.agency.setCurrentIndex(page.filters.agency.findData(records["surgery"]))
    settle()
    assert "Helen Drewitt called." in said(page)
    context.panel.turn(on=True)
    settle()
    assert "Anna called." in said(page)
    assert "Helen" not in said(page)


@pytest.mark.usefixtures("records")
def test_the_gap_at_hand_before_the_lock_is_at_hand_again(
    page: GapsPage, context: ReviewContext, window: QMainWindow, settle: Settle
):
    page.filters.order.setCurrentIndex(2)
    page.filters.shortest.setCurrentIndex(1)
    settle()
    page.table.selectRow(page.model.rowCount() - 1)
    settle()
    left, chosen = page.place(), page.chosen
    assert chosen is not None

    again = GapsPage(context, window)
    window.setCentralWidget(again)
    again.go_back_to(left)
    assert again.place() == left, "locked again before it was read"
    settle()
    assert again.chosen == chosen
    assert again.place() == left
    assert again.filters.days == 7
    assert again.table.currentIndex().row() == again.model.rowCount() - 1


@pytest.mark.usefixtures("records")
def test_in_letters_of_twice_the_size_the_words_of_a_gap_have_room(
    page: GapsPage, context: ReviewContext, window: QMainWindow, settle: Settle, qtbot: QtBot
):
    window.resize(1150, 700)
    context.theme.use(context.theme.key, 200)
    settle()
    qtbot.wait(50)  # the columns are measured in the new letters
    assert page.table.columnWidth(WORDS) >= context.theme.scaled(200)
    context.theme.use(context.theme.key, 100)
    qtbot.waitUntil(lambda: page.detail.mapTo(page, QPoint()).x() > page.table.width() // 2)
