"""The Timeline page as a whole, and the finding of entries."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.made import TEXTS_IN_ORDER
from tests.ui.timeline.using import Settle, chosen, narrowed, opened, texts


def test_all_agencies_entries_stand_in_one_order_and_the_first_is_open(page: TimelinePage) -> None:
    assert texts(page) == TEXTS_IN_ORDER
    assert page.panel.entry
    assert page.panel.entry.text == TEXTS_IN_ORDER[0]
    assert page.filters.count.text() == "6 entries"


def test_a_review_without_entries_says_what_to_do(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
) -> None:
    page = opened(context, window, qtbot, settle)
    assert page.empty.nothing_yet.isVisible()
    assert "Submissions page" in page.empty.nothing_yet.words.text()
    assert not page.empty.clear.isVisible()


def focusable(page: TimelinePage) -> list[QWidget]:
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisibleTo(page) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def test_everything_that_takes_the_keyboard_has_a_name(page: TimelinePage) -> None:
    nameless = []
    for show in (page.end_new_entry, page.begin_new_entry):
        show()
        for widget in focusable(page):
            spoken = QAccessible.queryAccessibleInterface(widget)
            if not spoken.text(QAccessible.Text.Name):
                nameless.append(type(widget).__name__)
    assert nameless == []


def test_tab_goes_from_the_filters_over_picture_and_table_to_the_entry_and_the_agency_s_row(
    page: TimelinePage, qtbot: QtBot
) -> None:
    page.filters.views.setFocus()
    seen = []
    for _ in range(23):
        widget = QApplication.focusWidget()
        seen.append(widget.accessibleName() or getattr(widget, "text", str)())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert seen == [
        *("View: All entries", "Search the timeline", "Add a filter", "Add entry"),
        *("Lanes of the picture", "Picture", "Picture of the timeline", "Timeline", "Columns and order"),
        *("Previous entry", "Next entry"),
        *("Not yet read", "What is shown of the entry", "Accept as read"),
        *("Date", "Time", "What happened", "Action taken", "Source", "Reference", "Comment", "Remove entry"),
        "The agency's row as it stood",
    ]


def test_tab_goes_through_the_form_of_a_new_entry_before_it_leaves_it(page: TimelinePage, qtbot: QtBot) -> None:
    page.begin_new_entry()
    seen = []
    for _ in range(11):
        widget = QApplication.focusWidget()
        seen.append(widget.accessibleName() or getattr(widget, "text", str)())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert seen == [
        *("Agency or person", "Where it comes from"),
        *("Date", "Time", "What happened", "Action taken", "Source", "Reference", "Comment"),
        *("Cancel", "Add to the timeline"),
    ]


def test_typing_narrows_the_timeline_and_counts_what_is_left(page: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
    narrowed(page, qtbot, settle, "shout")
    assert texts(page) == ["Neighbour reports shouting. Officers attended."]
    assert page.filters.count.text() == "1 of 6 entries"


def test_what_matches_nothing_offers_to_clear_the_filters(page: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
    narrowed(page, qtbot, settle, "zebra")
    assert page.empty.no_match.isVisible()
    page.empty.clear.click()
    settle()
    assert texts(page) == TEXTS_IN_ORDER
    assert page.filters.search.text() == ""


def test_escape_empties_the_search_and_then_leads_to_the_table(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    narrowed(page, qtbot, settle, "shout")
    with qtbot.waitSignal(page.filters.changed):
        qtbot.keyClick(page.filters.search, Qt.Key.Key_Escape)
    settle()
    assert texts(page) == TEXTS_IN_ORDER
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_f8_goes_from_doubt_to_doubt_and_round_again(page: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
    seen = []
    for _ in range(3):
        qtbot.keyClick(page.table, Qt.Key.Key_F8)
        settle()
        seen.append(chosen(page))
    assert seen == [TEXTS_IN_ORDER[4], TEXTS_IN_ORDER[0], TEXTS_IN_ORDER[4]]


def test_the_chosen_entry_stays_chosen_when_the_filters_go(page: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
    narrowed(page, qtbot, settle, "fallen")
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    assert page.table.hasFocus()
    assert chosen(page) == "Telephone call. Said she had fallen."
    page.filters.clear_all()
    settle()
    assert chosen(page) == "Telephone call. Said she had fallen."


def test_the_sheet_around_a_row_is_shown_and_follows_the_entry_that_is_chosen(page, settle):
    page.table.choose_row(TEXTS_IN_ORDER.index("Log closed with no further action."))
    page.show_original()
    settle()
    pane = page.originals.sheet.pane

    assert pane.place.text() == "Ravenshire Constabulary.csv, row 3"
    assert pane.view.sheet_model.text(pane.view.sheet_model.at_hand, 2) == "Log closed with no further action."

    page.table.choose_row(TEXTS_IN_ORDER.index("Neighbour reports shouting. Officers attended."))
    settle()
    assert pane.place.text() == "Ravenshire Constabulary.csv, row 2"
    page.originals.sheet.close()
