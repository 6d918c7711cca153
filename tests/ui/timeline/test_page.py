"""The Timeline page as a whole, and the finding of entries."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.store import agencies
from dhr_desktop.store.filters import EntryFilter
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


def test_tab_goes_from_the_filters_over_strip_and_table_to_the_entry_and_the_agency_s_row(
    page: TimelinePage, qtbot: QtBot
) -> None:
    page.filters.search.setFocus()
    seen = []
    for _ in range(23):
        widget = QApplication.focusWidget()
        seen.append(widget.accessibleName() or getattr(widget, "text", str)())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert seen == [
        *("Search the timeline", "Agencies shown", "From", "To", "Doubtful only", "Add entry"),
        *("Entries by agency and month", "Timeline", "Columns and order", "Previous entry", "Next entry"),
        *("Not yet read", "What is shown of the entry", "Accept as read"),
        *("Date", "Time", "What happened", "Action taken", "Source", "Reference", "Comment", "Remove entry"),
        "The agency's row as it stood",
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


def test_several_agencies_can_be_ticked(page: TimelinePage, context: ReviewContext, settle: Settle) -> None:
    police = agencies.find(context.review, "Ravenshire Constabulary")
    housing = agencies.find(context.review, "Marshland Homes")
    assert police
    assert housing
    for agency in (police, housing):
        page.filters.agencies.menu().actions()[agency.id - 1].trigger()
    settle()
    assert len(texts(page)) == 4
    assert page.filters.agencies.text() == "2 agencies"


def test_dates_may_be_typed_as_a_year_or_a_day(page: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
    with qtbot.waitSignal(page.filters.changed):
        qtbot.keyClicks(page.filters.earliest, "2016")
    with qtbot.waitSignal(page.filters.changed):
        qtbot.keyClicks(page.filters.latest, "5 April 2016")
    settle()
    assert page.filters.wanted == EntryFilter(earliest="2016-01-01", latest="2016-04-05")
    assert len(texts(page)) == 2


def test_a_date_that_is_not_understood_does_not_narrow_and_is_said(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    qtbot.keyClicks(page.filters.earliest, "soon")
    qtbot.keyClick(page.filters.earliest, Qt.Key.Key_Return)
    settle()
    assert page.filters.earliest.property("wrong")
    assert "Not understood" in page.filters.earliest.accessibleDescription()
    assert texts(page) == TEXTS_IN_ORDER


def test_doubtful_entries_can_be_seen_alone(page: TimelinePage, settle: Settle) -> None:
    page.filters.doubtful.click()
    settle()
    assert texts(page) == [TEXTS_IN_ORDER[0], TEXTS_IN_ORDER[4]]


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


def test_a_month_of_the_strip_leads_to_the_agency_s_entry(page: TimelinePage) -> None:
    strip = page.strip
    strip.setFocus()
    surgery = [agency.name for agency in page.listing.agencies.values()].index("Millpond Surgery")
    strip.month_chosen.emit(surgery + 1, "2016-04")
    assert chosen(page) == "Telephone call. Said she had fallen."


def test_the_sheet_around_a_row_is_shown_and_follows_the_entry_that_is_chosen(page, settle):
    page.table.choose_row(TEXTS_IN_ORDER.index("Log closed with no further action."))
    page.show_original()
    settle()
    pane = page._original.pane

    assert pane.place.text() == "Ravenshire Constabulary.csv, row 3"
    assert pane.view.sheet_model.text(pane.view.sheet_model.at_hand, 2) == "Log closed with no further action."

    page.table.choose_row(TEXTS_IN_ORDER.index("Neighbour reports shouting. Officers attended."))
    settle()
    assert pane.place.text() == "Ravenshire Constabulary.csv, row 2"
    page._original.close()
