"""Words typed into an entry are on disk at each pause, and nobody who types is disturbed by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dhr_desktop.store import entries
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.pauses import Pauses
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.made import TEXTS_IN_ORDER
from tests.ui.timeline.using import CONTROL, Settle, narrowed, stored

FIRST = TEXTS_IN_ORDER[0]


@pytest.fixture
def typed(page: TimelinePage, qtbot: QtBot, settle: Settle):
    """Types into a field of the chosen entry and waits for the pause to be written."""

    def type_and_pause(name: str, words: str) -> None:
        editor = page.panel.fields.editor(name)
        editor.setFocus()
        qtbot.keyClicks(editor, words)
        page.panel.fields._pauses._tell()
        settle()

    return type_and_pause


def test_a_pause_in_typing_is_enough_to_have_the_words_on_disk(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot
) -> None:
    editor = page.panel.fields.editor("comment")
    editor.setFocus()
    qtbot.keyClicks(editor, "Ask the surgery.")
    qtbot.waitUntil(lambda: stored(context, page).comment == "Ask the surgery.")
    assert editor.hasFocus()


def test_whoever_types_without_a_pause_is_written_down_now_and_then(qtbot: QtBot) -> None:
    pauses = Pauses()
    pauses._longest.setInterval(60)
    pauses._pause.setInterval(60_000)
    with qtbot.waitSignal(pauses.due):
        pauses.typed()
    assert not pauses._pause.isActive()


def test_neither_cursor_nor_selection_nor_the_field_s_own_undo_is_disturbed(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, typed
) -> None:
    page.edit_chosen()
    editor = page.panel.fields.editor("text")
    typed("text", "Then ")
    assert stored(context, page).text == f"Then {FIRST}"
    assert editor.textCursor().position() == len("Then ")

    for _ in range(3):
        qtbot.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    page.panel.fields.keep()
    assert editor.textCursor().selectedText() == FIRST[:3]
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert editor.text() == FIRST


@pytest.mark.parametrize("name", ["text", "source"])
def test_the_space_after_a_word_stays_where_the_next_is_typed(
    page: TimelinePage, context: ReviewContext, typed, name: str
) -> None:
    before = page.panel.fields.editor(name).text()
    page.panel.fields.editor(name).setFocus()
    page.panel.fields.editor(name).setText("")
    typed(name, "Two ")
    typed(name, "officers ")
    typed(name, "attended.")
    assert page.panel.fields.editor(name).text() == "Two officers attended." != before
    assert getattr(stored(context, page), name) == "Two officers attended."


def test_one_undo_goes_back_over_all_that_was_typed_while_the_field_was_not_left(
    page: TimelinePage, context: ReviewContext, settle: Settle, typed
) -> None:
    for words in ("One. ", "Two. ", "Three. "):
        typed("comment", words)
    page.table.setFocus()
    settle()
    assert stored(context, page).comment == "One. Two. Three."

    context.jobs.run(lambda _: context.review.journal.undo(), "Undoing")
    settle()
    assert page.panel.fields.editor("comment").text() == ""
    assert context.review.journal.status().undo == "Import Marshland Homes"
    context.jobs.run(lambda _: context.review.journal.redo(), "Redoing")
    settle()
    assert page.panel.fields.editor("comment").text() == "One. Two. Three."


def test_what_was_typed_in_two_sittings_is_undone_in_two_steps(
    page: TimelinePage, context: ReviewContext, settle: Settle, typed
) -> None:
    typed("comment", "One. ")
    page.table.setFocus()
    settle()
    page.panel.fields.editor("comment").selectAll()
    typed("comment", "Two.")
    page.table.setFocus()
    settle()

    context.jobs.run(lambda _: context.review.journal.undo(), "Undoing")
    settle()
    assert stored(context, page).comment == "One."


def test_escape_puts_back_what_stood_there_though_a_pause_has_been_written(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle, typed
) -> None:
    typed("text", "Oh no ")
    typed("text", "again ")
    qtbot.keyClick(page.panel.fields.editor("text"), Qt.Key.Key_Escape)
    settle()
    assert (page.panel.fields.editor("text").text(), stored(context, page).text) == (FIRST, FIRST)
    qtbot.keyClick(page.panel.fields.editor("text"), Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_half_a_date_is_not_written_at_a_pause(page: TimelinePage, context: ReviewContext, typed) -> None:
    before = stored(context, page)
    page.panel.fields.editor("date").selectAll()
    page.panel.fields.editor("date").setFocus()
    typed("date", "1/4/20")
    assert stored(context, page) == before


def test_words_that_no_longer_fit_the_search_stay_under_the_hand_that_types_them(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle, typed
) -> None:
    word = FIRST.split()[0]
    narrowed(page, qtbot, settle, word)
    entry = page.panel.entry
    assert entry is not None
    page.panel.fields.editor("text").setFocus()
    page.panel.fields.editor("text").selectAll()
    typed("text", "Q")
    typed("text", "uite other words")

    assert entries.get(context.review, entry.id).text == "Quite other words"
    assert page.panel.entry is not None
    assert page.panel.entry.id == entry.id
    assert page.panel.fields.editor("text").hasFocus()


def test_what_is_on_disk_never_replaces_newer_words_that_are_still_being_written(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    editor = page.panel.fields.editor("comment")
    editor.setFocus()
    for words in ("One. ", "Two. ", "Three. ", "Four. "):
        qtbot.keyClicks(editor, words)
        page.panel.fields.keep()
        page.refresh()
        QApplication.processEvents()
    settle()
    assert editor.text().strip() == stored(context, page).comment == "One. Two. Three. Four."
