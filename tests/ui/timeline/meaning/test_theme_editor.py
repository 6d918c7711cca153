"""The tree of themes on the screen: added, renamed, moved by keys and by hand, merged, removed, undone."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.meaning import Theme
from dhr_desktop.domain.theme_tree import ThemeTree
from dhr_desktop.store import entries
from dhr_desktop.store import themes as kept
from dhr_desktop.timeline import meaning, themes
from dhr_desktop.ui.common import dialogs
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.meaning.theme_choice import ThemeChoice
from dhr_desktop.ui.timeline.meaning.theme_editor import ThemeEditor
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.using import ALT, CONTROL, Settle

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(page: TimelinePage, qtbot: QtBot, settle: Settle) -> ThemeEditor:
    qtbot.keyClick(page.table, Qt.Key.Key_M, CONTROL | SHIFT)
    found = page.meaning.editor
    assert found
    qtbot.waitUntil(found.isActiveWindow)
    settle()
    return found


def drawn(editor: ThemeEditor) -> list[str]:
    """The tree as it is seen."""

    def down(item: QTreeWidgetItem, depth: int) -> list[str]:
        below = [line for place in range(item.childCount()) for line in down(item.child(place), depth + 1)]
        return ["  " * depth + item.text(0), *below]

    view = editor.view
    return [line for place in range(view.topLevelItemCount()) for line in down(view.topLevelItem(place), 0)]


def stored(context: ReviewContext) -> list[str]:
    return ["  " * depth + theme.name for theme, depth in ThemeTree(kept.listing(context.review)).in_order()]


def choose(editor: ThemeEditor, theme: Theme) -> None:
    editor.view.show_tree(ThemeTree(kept.listing(editor._review)), {}, theme.id)
    assert editor.view.chosen_id() == theme.id


FIRST = ["Risk", "  Escalation", "  Fear expressed", "Response", "  Referral"]


def test_the_editor_shows_the_tree_with_entries_and_keys(
    editor: ThemeEditor, context: ReviewContext, settle: Settle, tree: dict[str, Theme]
) -> None:
    meaning.give_theme(context.review, entries.ordered_ids(context.review)[:3], tree["Referral"], on=True)
    settle()
    assert drawn(editor) == FIRST
    referral = editor.view.topLevelItem(1).child(0)
    assert (referral.text(1), referral.text(2)) == ("3", "7")


def test_a_theme_is_added_and_named_at_once(
    editor: ThemeEditor, context: ReviewContext, qtbot: QtBot, settle: Settle, tree: dict[str, Theme]
) -> None:
    choose(editor, tree["Risk"])
    editor.add_beneath.click()
    settle()
    assert stored(context) == [*FIRST[:3], "  New theme", *FIRST[3:]]
    line = editor.view.findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, "Weapons")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert stored(context) == [*FIRST[:3], "  Weapons", *FIRST[3:]]
    assert drawn(editor) == stored(context)


def test_alt_and_an_arrow_moves_a_theme(
    editor: ThemeEditor, context: ReviewContext, qtbot: QtBot, settle: Settle, tree: dict[str, Theme]
) -> None:
    choose(editor, tree["Fear expressed"])
    moves = (
        (Qt.Key.Key_Up, ["Risk", "  Fear expressed", "  Escalation", "Response", "  Referral"]),
        (Qt.Key.Key_Up, ["Risk", "  Fear expressed", "  Escalation", "Response", "  Referral"]),
        (Qt.Key.Key_Left, ["Risk", "  Escalation", "Fear expressed", "Response", "  Referral"]),
        (Qt.Key.Key_Down, ["Risk", "  Escalation", "Response", "  Referral", "Fear expressed"]),
        (Qt.Key.Key_Right, ["Risk", "  Escalation", "Response", "  Referral", "  Fear expressed"]),
    )
    for key, after in moves:
        qtbot.keyClick(editor.view, key, ALT)
        settle()
        assert stored(context) == after
        assert editor.view.chosen_id() == tree["Fear expressed"].id
    for _ in range(4):
        qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)  # the window around a page does this in the program
        context.review.journal.undo()
        settle()
    assert drawn(editor) == FIRST


def test_a_theme_is_dragged_beneath_another(
    editor: ThemeEditor, context: ReviewContext, settle: Settle, tree: dict[str, Theme], monkeypatch: pytest.MonkeyPatch
) -> None:
    view = editor.view
    choose(editor, tree["Response"])
    on = QAbstractItemView.DropIndicatorPosition.OnItem
    monkeypatch.setattr(view, "dropIndicatorPosition", lambda: on)
    middle = view.visualItemRect(view.topLevelItem(0)).center()
    event = QDropEvent(
        QPointF(middle),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(event)
    settle()
    assert stored(context) == ["Risk", "  Escalation", "  Fear expressed", "  Response", "    Referral"]
    assert drawn(editor) == stored(context)


def test_what_cannot_be_is_said_in_the_dialog_and_changes_nothing(
    editor: ThemeEditor, context: ReviewContext, settle: Settle, tree: dict[str, Theme]
) -> None:
    editor.view.moved.emit(tree["Risk"].id, tree["Escalation"].id, 0)
    settle()
    assert editor.said.text().startswith("“Risk” cannot stand beneath itself")
    editor.view.renamed.emit(tree["Escalation"].id, "fear EXPRESSED")
    settle()
    assert editor.said.text().startswith("There is a theme “Fear expressed” beneath “Risk” already.")
    assert drawn(editor) == stored(context) == FIRST


def test_a_name_that_is_typed_over_can_be_read(editor: ThemeEditor, tree: dict[str, Theme], qtbot: QtBot) -> None:
    choose(editor, tree["Risk"])
    qtbot.keyClick(editor.view, Qt.Key.Key_F2)
    (field,) = editor.view.viewport().findChildren(QLineEdit)

    assert field.height() >= field.sizeHint().height()
    assert editor.view.viewport().rect().contains(field.geometry())


def test_a_key_is_given_and_the_legend_tells_it(
    page: TimelinePage, editor: ThemeEditor, settle: Settle, tree: dict[str, Theme]
) -> None:
    choose(editor, tree["Escalation"])
    assert editor.digit.currentData() == 0
    editor.digit.setCurrentIndex(editor.digit.findData(9))
    editor.digit.activated.emit(editor.digit.currentIndex())
    settle()
    assert "9 Escalation" in page.meaning.legend.keys.words()
    assert editor.digit.currentData() == 9
    assert editor.digit.currentText() == "9"


def test_a_key_that_another_theme_has_says_whose_it_is(
    editor: ThemeEditor, context: ReviewContext, tree: dict[str, Theme], settle: Settle
) -> None:
    themes.give_digit(context.review, tree["Escalation"].id, 9)
    settle()
    choose(editor, tree["Referral"])

    assert editor.digit.itemText(editor.digit.findData(9)) == "9: Escalation"
    assert editor.digit.currentText() == "7"


def test_what_was_pressed_keeps_the_keyboard_so_that_the_next_key_is_no_undo(
    editor: ThemeEditor, context: ReviewContext, tree: dict[str, Theme], settle: Settle, qtbot: QtBot
) -> None:
    choose(editor, tree["Escalation"])
    editor.down.setFocus()
    qtbot.keyClick(editor.down, Qt.Key.Key_Space)
    settle()

    assert editor.focusWidget() is editor.down
    assert stored(context)[1:3] == ["  Fear expressed", "  Escalation"]


@pytest.mark.parametrize(("answer", "after"), [(True, FIRST[3:]), (False, FIRST)])
def test_removal_says_how_many_entries_lose_it_before_it_does(
    editor: ThemeEditor,
    context: ReviewContext,
    settle: Settle,
    tree: dict[str, Theme],
    monkeypatch: pytest.MonkeyPatch,
    *,
    answer: bool,
    after: list[str],
) -> None:
    ids = entries.ordered_ids(context.review)
    meaning.give_theme(context.review, ids[:2], tree["Fear expressed"], on=True)
    meaning.give_theme(context.review, ids[1:3], tree["Risk"], on=True)
    settle()
    choose(editor, tree["Risk"])
    asked: list[dialogs.Question] = []
    monkeypatch.setattr(dialogs, "ask", lambda question, _parent: asked.append(question) or answer)
    editor.remove.click()
    settle()
    assert asked[0].words == "The 2 themes beneath it go too. 3 entries lose it. Undo brings it back."
    assert stored(context) == drawn(editor) == after


def test_two_themes_are_merged_into_one_that_can_be_chosen(
    editor: ThemeEditor, context: ReviewContext, settle: Settle, tree: dict[str, Theme]
) -> None:
    choose(editor, tree["Risk"])
    editor.merge.click()
    choice = editor.findChild(ThemeChoice)
    assert choice
    assert choice.chosen_id() not in {tree["Risk"].id, tree["Escalation"].id, tree["Fear expressed"].id}
    choice.list.setCurrentRow(1)  # beneath itself: not to be chosen
    assert not choice.yes.isEnabled()
    choice.list.setCurrentRow(3)
    assert choice.yes.isEnabled()
    choice.yes.click()
    settle()
    assert stored(context) == ["Response", "  Referral", "  Escalation", "  Fear expressed"]
    assert editor.view.chosen_id() == tree["Response"].id


def test_an_empty_tree_offers_the_usual_themes(
    editor: ThemeEditor, context: ReviewContext, settle: Settle, tree: dict[str, Theme]
) -> None:
    for name in ("Risk", "Response"):
        themes.remove(context.review, tree[name].id)
    settle()
    assert editor.usual.isVisible()
    editor.usual.click()
    settle()
    assert stored(context)[0] == drawn(editor)[0] == "Abuse described"
    assert context.review.journal.status().undo == "Begin with the usual themes"


def test_the_keyboard_is_back_in_the_table_s_window_when_the_editor_is_closed(
    page: TimelinePage, editor: ThemeEditor, qtbot: QtBot
) -> None:
    editor.close_button.click()
    assert not editor.isVisible()
    qtbot.waitUntil(page.window().isActiveWindow)
    qtbot.waitUntil(page.table.hasFocus)
