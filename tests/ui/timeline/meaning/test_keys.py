"""Keys that tag: what each says, of one entry and of many, held down, taken back, and where they are only letters."""

import pytest
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.meaning import Inclusion, Mark, Significance, Theme
from dhr_desktop.store import entries
from dhr_desktop.store import themes as kept
from dhr_desktop.timeline import edit, meaning
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.meaning.wordings import mark_words
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.made import TEXTS_IN_ORDER
from tests.ui.timeline.using import Settle, chosen, stored


def press(page: TimelinePage, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page.table, key)


@pytest.mark.parametrize(
    ("key", "significance"),
    [
        (Qt.Key.Key_1, Significance.ROUTINE),
        (Qt.Key.Key_2, Significance.RELEVANT),
        (Qt.Key.Key_3, Significance.KEY),
    ],
)
def test_a_digit_judges_the_chosen_entry_and_nought_takes_it_back(
    page: TimelinePage,
    context: ReviewContext,
    qtbot: QtBot,
    settle: Settle,
    key: Qt.Key,
    significance: Significance,
) -> None:
    press(page, qtbot, key)
    settle()
    assert stored(context, page).significance is significance
    assert context.review.journal.status().undo == f"Mark entry of about June 2014 as {significance.name.lower()}"
    assert page.panel.meaning_head.buttons[significance].isChecked()
    press(page, qtbot, Qt.Key.Key_0)
    settle()
    assert stored(context, page).significance is Significance.UNREAD
    assert page.panel.meaning_head.buttons[Significance.UNREAD].isChecked()


@pytest.mark.parametrize(
    ("key", "mark"), [(Qt.Key.Key_4, Mark.VOICE), (Qt.Key.Key_5, Mark.GOOD_PRACTICE), (Qt.Key.Key_6, Mark.MISSED)]
)
def test_a_digit_puts_a_mark_on_and_the_same_again_takes_it_off(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle, key: Qt.Key, mark: Mark
) -> None:
    press(page, qtbot, key)
    settle()
    assert getattr(stored(context, page), mark)
    assert page.panel.meaning_head.said.words == mark_words(mark)
    press(page, qtbot, key)
    settle()
    assert not getattr(stored(context, page), mark)
    assert page.panel.meaning_head.said.words == ""


def test_pressed_twice_in_haste_a_mark_is_off_again(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    press(page, qtbot, Qt.Key.Key_4, Qt.Key.Key_4)
    settle()
    assert not stored(context, page).voice_of_victim


def test_a_theme_s_own_digit_gives_it_and_takes_it(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle, tree: dict[str, Theme]
) -> None:
    entry = stored(context, page)
    press(page, qtbot, Qt.Key.Key_7)
    settle()
    assert kept.of_entries(context.review, [entry.id]) == {entry.id: frozenset({tree["Referral"].id})}
    assert page.panel.meaning_head.said.words == "Referral"
    press(page, qtbot, Qt.Key.Key_7)
    settle()
    assert kept.of_entries(context.review, [entry.id]) == {}


def test_a_digit_that_no_theme_has_says_how_to_give_it_one(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    before = context.review.journal.status().undo
    press(page, qtbot, Qt.Key.Key_9)
    settle()
    assert context.messages.text == "No theme has the key 9 yet. You can give it one in the tree of themes."
    assert context.review.journal.status().undo == before


def test_with_several_rows_chosen_the_key_is_for_all_in_one_step(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    page.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    wanted = QItemSelection(page.model.index(0, 0), page.model.index(2, page.model.columnCount() - 1))
    page.table.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    press(page, qtbot, Qt.Key.Key_3)
    settle()
    assert [entry.significance for entry in entries.iterate(context.review)] == [Significance.KEY] * 3 + [
        Significance.UNREAD
    ] * 3
    assert context.review.journal.status().undo == "Mark 3 entries as key"


def test_a_key_held_down_tags_once(page: TimelinePage, context: ReviewContext, settle: Settle) -> None:
    page.meaning.legend.going_on.click()
    for repeat in (False, True, True, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_1.value, Qt.KeyboardModifier.NoModifier, "1", autorep=repeat, count=1
        )
        QApplication.sendEvent(page.table, event)
    settle()
    judged = [entry.text for entry in entries.iterate(context.review) if entry.significance]
    assert judged == TEXTS_IN_ORDER[:1]


def test_a_digit_in_a_field_is_a_digit(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    for editor in (page.panel.fields.editor("comment"), page.panel.fields.editor("reference")):
        editor.setFocus()
        qtbot.keyClicks(editor, "3")
        assert editor.text() == "3"
    page.meaning.add_theme()
    qtbot.keyClicks(page.panel.meaning.themes.add, "3 ")
    page.panel.meaning.note.editor.setFocus()
    qtbot.keyClicks(page.panel.meaning.note.editor, "3 ")
    page.table.setFocus()
    settle()
    assert stored(context, page).significance is Significance.UNREAD
    assert stored(context, page).private_note == "3"


def test_a_digit_on_a_button_of_the_panel_tags_too(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    page.panel.tabs.setFocus()
    qtbot.keyClick(page.panel.tabs, Qt.Key.Key_2)
    settle()
    assert stored(context, page).significance is Significance.RELEVANT
    page.panel.show_meaning()
    box = page.panel.meaning.inclusion.boxes[Inclusion.REPORT]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_3)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    settle()
    assert stored(context, page).significance is Significance.KEY
    assert stored(context, page).in_report


def test_the_next_entry_is_chosen_after_judging_where_that_was_chosen(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    press(page, qtbot, Qt.Key.Key_1)
    settle()
    assert chosen(page) == TEXTS_IN_ORDER[0]
    page.meaning.legend.going_on.click()
    press(page, qtbot, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_3)
    settle()
    assert chosen(page) == TEXTS_IN_ORDER[2]
    found = list(entries.iterate(context.review))
    assert [entry.significance for entry in found[:3]] == [
        Significance.RELEVANT,
        Significance.KEY,
        Significance.UNREAD,
    ]
    assert found[1].voice_of_victim
    assert context.habits.get("timeline_goes_on", usual=False)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_F7])
def test_space_goes_to_the_next_entry_that_nobody_has_judged(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle, key: Qt.Key
) -> None:
    ids = entries.ordered_ids(context.review)
    meaning.judge(context.review, ids[1:4], Significance.ROUTINE)
    settle()
    press(page, qtbot, key)
    settle()
    assert chosen(page) == TEXTS_IN_ORDER[4]
    meaning.judge(context.review, ids, Significance.ROUTINE)
    settle()
    press(page, qtbot, key)
    settle()
    assert context.messages.text == "Every entry shown has been read."


def test_undo_shows_the_entry_whose_theme_it_takes_back(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    page.table.choose_row(3)
    press(page, qtbot, Qt.Key.Key_7)
    settle()
    page.table.choose_row(0)
    context.jobs.run(lambda _: context.review.journal.undo(), "Undoing")
    settle()
    assert chosen(page) == TEXTS_IN_ORDER[3]
    assert page.panel.meaning_head.said.words == ""
    context.jobs.run(lambda _: context.review.journal.redo(), "Redoing")
    settle()
    assert page.panel.meaning_head.said.words == "Referral"


def test_the_foot_says_how_many_have_been_read(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    assert page.meaning.legend.read.text() == "0 of 6 read"
    press(page, qtbot, Qt.Key.Key_3)
    settle()
    assert page.meaning.legend.read.text() == "1 of 6 read"
    edit.remove_entry(context.review, entries.ordered_ids(context.review)[5])
    settle()
    assert page.meaning.legend.read.text() == "1 of 5 read"


def test_the_legend_names_the_keys_and_can_be_hidden(page: TimelinePage, context: ReviewContext, qtbot: QtBot) -> None:
    legend = page.meaning.legend
    for said in ("1 Routine", "3 Key", "4 Voice", "6 Missed", "7 Referral", "0 Unread", "Space Next unread"):
        assert said in legend.keys.words()
    assert legend.keys.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not legend.keys.isVisible()
    assert legend.read.isVisible()
    assert not context.habits.get("timeline_keys_shown", usual=True)
    legend.turn.click()
    assert legend.keys.isVisible()


def test_shift_f5_marks_the_chosen_entries_as_distressing_and_the_same_again_takes_it_off(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    selection = QItemSelection(page.model.index(0, 0), page.model.index(2, page.model.columnCount() - 1))
    page.table.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    ids = page.table.chosen_ids()
    assert len(ids) > 1
    for marked in (True, False):
        qtbot.keyClick(page.table, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
        settle()
        assert [one.distressing for one in entries.page(context.review, ids)] == [marked] * len(ids)
    context.review.journal.undo()
    assert all(one.distressing for one in entries.page(context.review, ids))


def test_the_entry_that_is_read_is_veiled_as_soon_as_it_is_marked(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    assert context.review
    qtbot.keyClick(page.table, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert page.panel.veil.isVisible()
    assert "Shift+F5 Distressing" in page.meaning.legend.keys.words()
