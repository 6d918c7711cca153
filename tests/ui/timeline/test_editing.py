"""Entries read, edited, accepted, removed, undone and added on the Timeline page."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.entries import Doubt, Entry
from dhr_desktop.store import agencies, entries
from dhr_desktop.timeline import edit
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.model import Column
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.made import TEXTS_IN_ORDER, fill, many
from tests.ui.timeline.using import ALT, CONTROL, Settle, chosen, opened, stored, texts


def test_an_edit_is_saved_when_its_field_is_left(page: TimelinePage, context: ReviewContext, settle: Settle) -> None:
    page.table.choose_row(1)
    page.edit_chosen()
    editor = page.panel.fields.editor("text")
    editor.setText("Two officers attended.")
    page.table.setFocus()
    settle()
    assert stored(context, page).text == "Two officers attended."
    assert context.review.journal.status().undo == "Edit entry of 5 April 2016"
    assert page.panel.state.text() == "Saved"
    assert chosen(page) == "Two officers attended."


def test_an_edit_is_seen_in_its_row_before_anything_else_is_read_anew(
    page: TimelinePage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Watcher(QObject):
        drawn = ""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            del watched
            entry = page.model.entry(1)
            if event.type() == QEvent.Type.Paint and entry:
                self.drawn = entry.text
            return False

    watcher, when_read = Watcher(page), []
    page.table.viewport().installEventFilter(watcher)
    monkeypatch.setattr(page, "refresh", lambda: when_read.append(watcher.drawn))
    page.table.choose_row(1)
    page.panel.fields.editor("text").setText("Two officers attended.")
    page.panel.fields.commit()
    settle()
    assert when_read == ["Two officers attended."]


def test_ctrl_return_saves_without_leaving_the_field(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    editor = page.panel.fields.editor("comment")
    editor.setFocus()
    qtbot.keyClicks(editor, "Ask the surgery.")
    qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    settle()
    assert stored(context, page).comment == "Ask the surgery."
    assert editor.hasFocus()


def test_escape_puts_back_what_was_not_saved(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    page.edit_chosen()
    editor = page.panel.fields.editor("text")
    qtbot.keyClicks(editor, "Oh no ")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == TEXTS_IN_ORDER[0]
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    settle()
    assert page.table.hasFocus()
    assert context.review.journal.status().undo == "Import Marshland Homes"


def test_a_date_may_be_typed_in_any_form_and_moves_the_entry(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    date = page.panel.fields.editor("date")
    date.setFocus()
    date.selectAll()
    qtbot.keyClicks(date, "9/12/18")
    qtbot.keyClick(date, Qt.Key.Key_Return, CONTROL)
    settle()
    after = stored(context, page)
    assert (after.date_edtf, after.doubts, after.date_written) == ("2018-12-09", (), "as 2014-06~")
    assert date.text() == "9 December 2018"
    assert page.table.currentIndex().row() == 5


def test_a_date_that_is_not_understood_is_said_and_never_saved(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    date = page.panel.fields.editor("date")
    date.setFocus()
    date.selectAll()
    qtbot.keyClicks(date, "soon")
    page.table.setFocus()
    settle()
    assert stored(context, page).date_edtf == "2014-06~"
    assert date.property("wrong")
    assert "Not understood" in date.accessibleDescription()


def test_a_date_that_is_not_understood_is_kept_with_its_entry_and_that_is_said(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    page.panel.fields.editor("date").setText("soon")
    page.next_entry()
    settle()
    assert context.messages.text == (
        "“soon” was not understood as a date or time. It is kept with its entry, not in the review."
    )
    assert page.panel.fields.editor("date").text() == "5 April 2016"


def test_what_could_not_be_written_stays_in_its_field(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    entry = stored(context, page)
    other = replace(entry, id=entry.id + 1_000)
    page.panel.fields.editor("comment").setText("Ask the surgery.")
    page.panel.fields.commit()
    settle()
    page._writer.save(replace(other, comment="Late."), other)
    page.panel.fields.editor("comment").setText("Ask the surgery twice.")
    settle()
    assert "no longer on the timeline" in context.messages.text
    assert page.panel.state.text() == "Not saved"
    assert page.panel.fields.editor("comment").text() == "Ask the surgery twice."
    assert page.panel.fields.unsaved() == {"comment"}


def test_going_on_to_the_next_entry_saves_this_one(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    first = stored(context, page)
    page.edit_chosen()
    editor = page.panel.fields.editor("text")
    editor.setText("Attended with two bruises.")
    qtbot.keyClick(editor, Qt.Key.Key_Down, ALT)
    settle()
    assert entries.get(context.review, first.id).text == "Attended with two bruises."
    assert chosen(page) == TEXTS_IN_ORDER[1]
    qtbot.keyClick(editor, Qt.Key.Key_Up, ALT)
    assert chosen(page) == "Attended with two bruises."


def test_the_agency_s_row_stands_beside_the_entry_as_it_was_sent(page: TimelinePage) -> None:
    words = page.panel.original.words()
    assert "Millpond Surgery.csv, row 2" in words
    assert "as 2014-06~" in words
    assert "Left empty: Time, Officer" in words


def test_a_row_that_looks_like_markup_is_shown_as_it_stands(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
) -> None:
    with context.review.journal.step("Import"):
        agency = agencies.add(context.review, "<b>Agency</b>")
        entries.add_many(
            context.review,
            [Entry(0, agency.id, "2016", "<i>seen</i> & <img src=x>", doubts=(Doubt("d", "date", "<b>Or</b> not"),))],
        )
    page = opened(context, window, qtbot, settle)
    assert page.panel.fields.editor("text").text() == "<i>seen</i> & <img src=x>"
    assert page.model.index(0, Column.WHAT).data() == "<i>seen</i> & <img src=x>"
    page.filters.filter.action("agency_ids").trigger()
    assert page.filters.choices.list.item(0).text() == "<b>Agency</b>"
    assert "<b>" not in page.filters.choices.list.item(0).toolTip()
    page.filters.choices.close()
    assert "<b>" not in page.model.index(0, Column.DOUBT).data(Qt.ItemDataRole.ToolTipRole)


def test_accepting_an_entry_as_read_is_one_step(page: TimelinePage, context: ReviewContext, settle: Settle) -> None:
    assert page.panel.doubts.words() == "The agency gives only about when this happened."
    page.panel.doubts.accept.click()
    settle()
    assert stored(context, page).doubts == ()
    assert page.panel.doubts.isHidden()
    assert context.review.journal.status().undo == "Accept entry of about June 2014 as read"


def test_what_a_doubt_offers_is_put_in_with_one_click(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    before = stored(context, page)
    edit.change_entry(context.review, replace(before, doubts=(Doubt("year-slip", "date", "Cannot be.", "2015-10-19"),)))
    settle()
    assert page.panel.doubts.fix.text() == "Set 19 October 2015"

    page.panel.doubts.fix.click()
    settle()

    assert (stored(context, page).date_edtf, stored(context, page).doubts) == ("2015-10-19", ())
    assert stored(context, page).date_written == before.date_written


def test_an_accepted_entry_stays_open_though_the_filter_leaves_it_out(page: TimelinePage, settle: Settle) -> None:
    page.filters.filter.action("doubtful_only").trigger()
    settle()
    page.panel.doubts.accept.click()
    settle()
    assert page.panel.entry
    assert page.panel.entry.text == TEXTS_IN_ORDER[0]
    page.next_entry()
    assert chosen(page) == TEXTS_IN_ORDER[4]


def test_undo_shows_the_entry_it_brought_back(page: TimelinePage, context: ReviewContext, settle: Settle) -> None:
    page.table.choose_row(1)
    page.remove_chosen()
    settle()
    assert len(texts(page)) == 5
    assert chosen(page) == TEXTS_IN_ORDER[2]
    assert context.messages.text == "Entry removed."
    page.table.choose_row(4)
    context.jobs.run(lambda _: context.review.journal.undo(), "Undoing")
    settle()
    assert chosen(page) == TEXTS_IN_ORDER[1]


def test_undo_of_an_edit_shows_the_old_words_in_the_fields(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    page.panel.fields.editor("text").setText("Other words.")
    page.panel.fields.commit()
    settle()
    context.jobs.run(lambda _: context.review.journal.undo(), "Undoing")
    settle()
    assert page.panel.fields.editor("text").text() == TEXTS_IN_ORDER[0]


def test_what_is_being_typed_survives_a_change_from_elsewhere(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    page.panel.fields.editor("text").setText("Half a sen")
    entry = stored(context, page)
    context.jobs.run(lambda _: edit.change_entry(context.review, replace(entry, source="Letter")), "Editing")
    settle()
    assert page.panel.fields.editor("text").text() == "Half a sen"
    assert page.panel.fields.editor("source").text() == "Letter"


def test_the_place_in_a_long_timeline_survives_a_refresh(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
) -> None:
    many(context.review, 500)
    page = opened(context, window, qtbot, settle)
    page.table.choose_row(300)
    before = page.table.verticalScrollBar().value()
    with context.review.journal.step("Add entry"):
        entries.add_many(context.review, [Entry(0, 1, "1999", "Before all others.")])
    settle()
    height = page.table.verticalHeader().defaultSectionSize()
    assert chosen(page) == "Visit 300"
    assert page.table.verticalScrollBar().value() == before + height


def test_an_entry_of_the_chair_s_own_is_added_and_shown(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_N, CONTROL)
    form = page.new_entry
    assert form.isVisible()
    form.agency.setEditText("Family")
    qtbot.keyClicks(form.fields.editor("date"), "summer 2016")
    qtbot.keyClicks(form.fields.editor("text"), "Her sister noticed that she no longer drove.")
    qtbot.keyClick(form.fields.editor("text"), Qt.Key.Key_Return, CONTROL)
    settle()
    assert not form.isVisible()
    assert chosen(page) == "Her sister noticed that she no longer drove."
    assert stored(context, page).date_written == "summer 2016"
    assert context.review.journal.status().undo == "Add entry"
    assert "No agency’s row" in page.panel.original.words()


def test_what_is_missing_is_said_and_nothing_is_added(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    page.begin_new_entry()
    page.new_entry.submit()
    assert page.new_entry.missing.text() == "Say which agency or person it comes from."
    page.new_entry.agency.setEditText("Family")
    page.new_entry.submit()
    assert page.new_entry.missing.text() == "Say what happened."
    page.new_entry.fields.editor("text").setText("Told by her sister.")
    page.new_entry.fields.editor("date").setText("soon")
    page.new_entry.submit()
    assert "not understood" in page.new_entry.missing.text()
    settle()
    assert entries.count(context.review) == 6


def test_what_was_begun_of_a_new_entry_is_there_again_after_escape(page: TimelinePage, qtbot: QtBot) -> None:
    page.begin_new_entry()
    page.new_entry.agency.setEditText("Family")
    editor = page.new_entry.fields.editor("text")
    editor.setFocus()
    qtbot.keyClicks(editor, "Her sister said")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not page.new_entry.isVisible()
    assert page.table.hasFocus()

    page.begin_new_entry()
    assert page.new_entry.agency.currentText() == "Family"
    assert editor.text() == "Her sister said"

    page.new_entry.cancel.click()
    page.begin_new_entry()
    assert page.new_entry.agency.currentText() == ""
    assert editor.text() == ""


def test_an_entry_begun_before_a_restart_stands_open_and_the_keyboard_is_where_one_arrives(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
) -> None:
    fill(context.review)
    context.drafts.keep("entry/new", {"text": "Her sister said", "agency": "Family"})
    page = opened(context, window, qtbot, settle)
    page.take_keyboard()
    assert page.new_entry.isVisible()
    assert page.new_entry.fields.editor("text").text() == "Her sister said"
    assert page.table.hasFocus()
    assert "is kept" in context.messages.text
    page.begin_new_entry()
    assert page.new_entry.isAncestorOf(window.focusWidget())


def test_that_a_new_entry_is_kept_is_said_until_it_is_gone_on_with(page: TimelinePage, context: ReviewContext) -> None:
    page.begin_new_entry()
    page.new_entry.agency.setEditText("Family")
    page.end_new_entry()
    assert "is kept" in context.messages.text
    page.begin_new_entry()
    assert context.messages.text == ""


def test_escape_leaves_a_new_entry_from_the_choice_of_its_agency(page: TimelinePage, qtbot: QtBot) -> None:
    page.begin_new_entry()
    qtbot.keyClick(page.new_entry.agency, Qt.Key.Key_Escape)
    assert not page.new_entry.isVisible()


def test_a_new_entry_asked_for_twice_in_a_moment_is_added_once(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    page.begin_new_entry()
    page.new_entry.agency.setEditText("Family")
    page.new_entry.fields.editor("text").setText("Told by her sister.")
    page.new_entry.submit()
    page.new_entry.submit()
    settle()
    assert entries.count(context.review) == 7
    assert context.messages.text == ""
    page.begin_new_entry()
    assert page.new_entry.fields.editor("text").text() == ""
