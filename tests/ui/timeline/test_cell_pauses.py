"""What is typed into a cell of the table outlives a lock and an abrupt end, in the middle of a word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.base.errors import UserError
from dhr_desktop.store import draft_words, entries
from dhr_desktop.timeline import edit
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.growing_text import GrowingText
from dhr_desktop.ui.timeline.columns import Column
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.made import TEXTS_IN_ORDER
from tests.ui.timeline.using import Settle, opened, stored, texts

Cell = QLineEdit | GrowingText


def opened_cell(page: TimelinePage, row: int, column: Column) -> Cell:
    page.table.setFocus()
    page.table.choose_row(row)
    page.table.setCurrentIndex(page.model.index(row, column))
    assert page.edit_here() is None
    assert page.work.editor.editor
    page.work.editor.editor.selectAll()  # what is typed stands in place of what was there
    return page.work.editor.editor


def paused(page: TimelinePage, settle: Settle) -> None:
    page.work.editor._pauses._tell()
    settle()


def test_a_pause_in_a_cell_is_enough_to_have_the_words_on_disk(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot
) -> None:
    cell = opened_cell(page, 1, Column.WHAT)
    qtbot.keyClicks(cell, "Two officers ")
    qtbot.waitUntil(lambda: stored(context, page).text == "Two officers")
    assert cell.hasFocus()
    qtbot.keyClicks(cell, "attended.")
    assert cell.text() == "Two officers attended."


def test_one_undo_goes_back_over_all_that_was_typed_into_a_cell(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    cell = opened_cell(page, 1, Column.WHAT)
    for words in ("One. ", "Two. "):
        qtbot.keyClicks(cell, words)
        paused(page, settle)
    qtbot.keyClicks(cell, "Three.")
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    settle()
    assert stored(context, page).text == "One. Two. Three."
    context.jobs.run(lambda _: context.review.journal.undo(), "Undoing")
    settle()
    assert texts(page) == TEXTS_IN_ORDER
    assert context.review.journal.status().undo == "Import Marshland Homes"


def test_escape_puts_the_cell_back_though_a_pause_has_been_written(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    cell = opened_cell(page, 1, Column.WHAT)
    qtbot.keyClicks(cell, "Oh no ")
    paused(page, settle)
    assert stored(context, page).text == "Oh no"
    qtbot.keyClick(cell, Qt.Key.Key_Escape)
    settle()
    assert stored(context, page).text == TEXTS_IN_ORDER[1]
    assert texts(page) == TEXTS_IN_ORDER


def test_half_a_date_in_a_cell_is_no_step_at_a_pause_but_is_there_again_after_an_abrupt_end(
    page: TimelinePage, context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
) -> None:
    before = entries.get(context.review, page.model.id_at(1))
    cell = opened_cell(page, 1, Column.DATE)
    qtbot.keyClicks(cell, "1/4/20")
    paused(page, settle)
    assert stored(context, page) == before
    assert draft_words.listing(context.review) == {f"entry/{before.id}": {"date": "1/4/20"}}

    context.drafts._kept = draft_words.listing(context.review)  # what the next start finds on disk
    again = opened(context, window, qtbot, settle)
    again.table.choose_row(1)
    assert again.panel.fields.editor("date").text() == "1/4/20"
    assert "date" in again.panel.fields.unsaved()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_cell_that_was_left_leaves_no_draft_behind(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle, key: Qt.Key
) -> None:
    cell = opened_cell(page, 1, Column.DATE)
    qtbot.keyClicks(cell, "1/4/2016")
    paused(page, settle)
    assert draft_words.listing(context.review)
    qtbot.keyClick(cell, key)
    settle()
    assert draft_words.listing(context.review) == {}
    assert stored(context, page).date_edtf == ("2016-04-01" if key == Qt.Key.Key_Return else "2016-04-05")


def test_a_date_that_is_not_understood_is_kept_with_its_entry_when_the_review_is_locked(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    cell = opened_cell(page, 1, Column.DATE)
    qtbot.keyClicks(cell, "soon after")
    cell.clearFocus()  # as on leaving the review
    settle()
    assert draft_words.listing(context.review) == {f"entry/{page.model.id_at(1)}": {"date": "soon after"}}
    assert page.panel.fields.editor("date").text() == "soon after"


def test_a_field_that_the_side_panel_has_not_gives_its_draft_back_in_its_cell(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    page.table.columns.show_column(Column.REPORTED, shown=True)
    cell = opened_cell(page, 1, Column.REPORTED)
    qtbot.keyClicks(cell, "the week aft")
    cell.clearFocus()
    settle()
    again = opened_cell(page, 1, Column.REPORTED)
    assert again.text() == "the week aft"


def test_a_pause_that_could_not_be_written_is_told_again_with_all_that_was_typed_since(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError("The disk is full.", "Free some room.")

    cell = opened_cell(page, 1, Column.WHAT)
    with monkeypatch.context() as patched:
        patched.setattr(edit, "change_entry", full)
        qtbot.keyClicks(cell, "Two officers")
        paused(page, settle)
    assert "The disk is full." in context.messages.text
    assert page.work.editor.editor is cell
    assert cell.text() == "Two officers"
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    settle()
    assert stored(context, page).text == "Two officers"
