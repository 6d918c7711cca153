"""The Timeline page as a chair uses it, on a real review."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import agencies, entries
from dhr_desktop.store.entries import EntryFilter
from dhr_desktop.timeline import edit
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.model import Column
from dhr_desktop.ui.timeline.months import number_of
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.made import TEXTS_IN_ORDER, fill, many

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

Settle = Callable[[], None]


@pytest.fixture
def settle(qtbot: QtBot, context: ReviewContext) -> Settle:
    """Wait until nothing is being read or written."""

    def until_idle() -> None:
        qtbot.waitUntil(lambda: not context.jobs.busy)
        QApplication.processEvents()  # a notice that came last sets off one more reading
        qtbot.waitUntil(lambda: not context.jobs.busy)

    return until_idle


@pytest.fixture
def page(context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle) -> TimelinePage:
    """The page over three agencies' entries, in a window of the smallest screen a chair has."""
    fill(context.review)
    return opened(context, window, qtbot, settle)


def opened(context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle) -> TimelinePage:
    page = TimelinePage(context)
    window.setCentralWidget(page)
    window.resize(1366, 768)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    settle()
    return page


def texts(page: TimelinePage) -> list[str]:
    found = (page.model.entry(row) for row in range(page.model.rowCount()))
    return [entry.text for entry in found if entry]


def chosen(page: TimelinePage) -> str:
    entry = page.table.chosen()
    return entry.text if entry else ""


def narrowed(page: TimelinePage, qtbot: QtBot, settle: Settle, typed: str) -> None:
    page.focus_search()
    with qtbot.waitSignal(page.filters.changed):
        qtbot.keyClicks(page.filters.search, typed)
    settle()


def stored(context: ReviewContext, page: TimelinePage) -> Entry:
    assert page.panel.entry
    return entries.get(context.review, page.panel.entry.id)


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
    for _ in range(20):
        widget = QApplication.focusWidget()
        seen.append(widget.accessibleName() or getattr(widget, "text", str)())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert seen == [
        *("Search the timeline", "Agencies shown", "From", "To", "Doubtful only", "Add entry"),
        *("Entries by agency and month", "Timeline", "Previous entry", "Next entry", "Accept as read"),
        *("Date", "Time", "What happened", "Action taken", "Source", "Reference", "Comment", "Remove entry"),
        "The agency's row as it stood",
    ]


class TestFinding:
    def test_typing_narrows_the_timeline_and_counts_what_is_left(
        self, page: TimelinePage, qtbot: QtBot, settle: Settle
    ) -> None:
        narrowed(page, qtbot, settle, "shout")
        assert texts(page) == ["Neighbour reports shouting. Officers attended."]
        assert page.filters.count.text() == "1 of 6 entries"

    def test_what_matches_nothing_offers_to_clear_the_filters(
        self, page: TimelinePage, qtbot: QtBot, settle: Settle
    ) -> None:
        narrowed(page, qtbot, settle, "zebra")
        assert page.empty.no_match.isVisible()
        page.empty.clear.click()
        settle()
        assert texts(page) == TEXTS_IN_ORDER
        assert page.filters.search.text() == ""

    def test_escape_empties_the_search_and_then_leads_to_the_table(
        self, page: TimelinePage, qtbot: QtBot, settle: Settle
    ) -> None:
        narrowed(page, qtbot, settle, "shout")
        with qtbot.waitSignal(page.filters.changed):
            qtbot.keyClick(page.filters.search, Qt.Key.Key_Escape)
        settle()
        assert texts(page) == TEXTS_IN_ORDER
        qtbot.keyClick(page.filters.search, Qt.Key.Key_Escape)
        assert page.table.hasFocus()

    def test_several_agencies_can_be_ticked(self, page: TimelinePage, context: ReviewContext, settle: Settle) -> None:
        police = agencies.find(context.review, "Ravenshire Constabulary")
        housing = agencies.find(context.review, "Marshland Homes")
        assert police
        assert housing
        for agency in (police, housing):
            page.filters.agencies.menu().actions()[agency.id - 1].trigger()
        settle()
        assert len(texts(page)) == 4
        assert page.filters.agencies.text() == "2 agencies"

    def test_dates_may_be_typed_as_a_year_or_a_day(self, page: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
        with qtbot.waitSignal(page.filters.changed):
            qtbot.keyClicks(page.filters.earliest, "2016")
        with qtbot.waitSignal(page.filters.changed):
            qtbot.keyClicks(page.filters.latest, "5 April 2016")
        settle()
        assert page.filters.wanted == EntryFilter(earliest="2016-01-01", latest="2016-04-05")
        assert len(texts(page)) == 2

    def test_a_date_that_is_not_understood_does_not_narrow_and_is_said(
        self, page: TimelinePage, qtbot: QtBot, settle: Settle
    ) -> None:
        qtbot.keyClicks(page.filters.earliest, "soon")
        qtbot.keyClick(page.filters.earliest, Qt.Key.Key_Return)
        settle()
        assert page.filters.earliest.property("wrong")
        assert "Not understood" in page.filters.earliest.accessibleDescription()
        assert texts(page) == TEXTS_IN_ORDER

    def test_doubtful_entries_can_be_seen_alone(self, page: TimelinePage, settle: Settle) -> None:
        page.filters.doubtful.click()
        settle()
        assert texts(page) == [TEXTS_IN_ORDER[0], TEXTS_IN_ORDER[4]]

    def test_f8_goes_from_doubt_to_doubt_and_round_again(
        self, page: TimelinePage, qtbot: QtBot, settle: Settle
    ) -> None:
        seen = []
        for _ in range(3):
            qtbot.keyClick(page.table, Qt.Key.Key_F8)
            settle()
            seen.append(chosen(page))
        assert seen == [TEXTS_IN_ORDER[4], TEXTS_IN_ORDER[0], TEXTS_IN_ORDER[4]]

    def test_the_chosen_entry_stays_chosen_when_the_filters_go(
        self, page: TimelinePage, qtbot: QtBot, settle: Settle
    ) -> None:
        narrowed(page, qtbot, settle, "fallen")
        qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
        assert page.table.hasFocus()
        assert chosen(page) == "Telephone call. Said she had fallen."
        page.filters.clear_all()
        settle()
        assert chosen(page) == "Telephone call. Said she had fallen."

    def test_a_month_of_the_strip_leads_to_the_agency_s_entry(self, page: TimelinePage) -> None:
        strip = page.strip
        strip.setFocus()
        surgery = [agency.name for agency in page.listing.agencies.values()].index("Millpond Surgery")
        strip.month_chosen.emit(surgery + 1, "2016-04")
        assert chosen(page) == "Telephone call. Said she had fallen."


class TestEditing:
    def test_an_edit_is_saved_when_its_field_is_left(
        self, page: TimelinePage, context: ReviewContext, settle: Settle
    ) -> None:
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

    def test_ctrl_return_saves_without_leaving_the_field(
        self, page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
    ) -> None:
        editor = page.panel.fields.editor("comment")
        editor.setFocus()
        qtbot.keyClicks(editor, "Ask the surgery.")
        qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
        settle()
        assert stored(context, page).comment == "Ask the surgery."
        assert editor.hasFocus()

    def test_escape_puts_back_what_was_not_saved(
        self, page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
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
        self, page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
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
        self, page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
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

    def test_going_on_to_the_next_entry_saves_this_one(
        self, page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
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

    def test_the_agency_s_row_stands_beside_the_entry_as_it_was_sent(self, page: TimelinePage) -> None:
        words = page.panel.original.words()
        assert "Millpond Surgery.csv, row 2" in words
        assert "as 2014-06~" in words
        assert "Left empty: Time, Officer" in words

    def test_a_row_that_looks_like_markup_is_shown_as_it_stands(
        self, context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
    ) -> None:
        with context.review.journal.step("Import"):
            agency = agencies.add(context.review, "<b>Agency</b>")
            entries.add_many(context.review, [Entry(0, agency.id, "2016", "<i>seen</i> & <img src=x>")])
        page = opened(context, window, qtbot, settle)
        assert page.panel.fields.editor("text").text() == "<i>seen</i> & <img src=x>"
        assert page.model.index(0, Column.WHAT).data() == "<i>seen</i> & <img src=x>"
        assert page.filters.agencies.menu().actions()[0].text() == "<b>Agency</b>"

    def test_accepting_an_entry_as_read_is_one_step(
        self, page: TimelinePage, context: ReviewContext, settle: Settle
    ) -> None:
        assert page.panel.doubts.words() == "The agency gives only about when this happened."
        page.panel.doubts.accept.click()
        settle()
        assert stored(context, page).doubts == ()
        assert page.panel.doubts.isHidden()
        assert context.review.journal.status().undo == "Accept entry of about June 2014 as read"

    def test_an_accepted_entry_stays_open_though_the_filter_leaves_it_out(
        self, page: TimelinePage, settle: Settle
    ) -> None:
        page.filters.doubtful.click()
        settle()
        page.panel.doubts.accept.click()
        settle()
        assert page.panel.entry
        assert page.panel.entry.text == TEXTS_IN_ORDER[0]
        page.next_entry()
        assert chosen(page) == TEXTS_IN_ORDER[4]


class TestUndoing:
    def test_undo_shows_the_entry_it_brought_back(
        self, page: TimelinePage, context: ReviewContext, settle: Settle
    ) -> None:
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
        self, page: TimelinePage, context: ReviewContext, settle: Settle
    ) -> None:
        page.panel.fields.editor("text").setText("Other words.")
        page.panel.fields.commit()
        settle()
        context.jobs.run(lambda _: context.review.journal.undo(), "Undoing")
        settle()
        assert page.panel.fields.editor("text").text() == TEXTS_IN_ORDER[0]

    def test_what_is_being_typed_survives_a_change_from_elsewhere(
        self, page: TimelinePage, context: ReviewContext, settle: Settle
    ) -> None:
        page.panel.fields.editor("text").setText("Half a sen")
        entry = stored(context, page)
        context.jobs.run(lambda _: edit.change_entry(context.review, replace(entry, source="Letter")), "Editing")
        settle()
        assert page.panel.fields.editor("text").text() == "Half a sen"
        assert page.panel.fields.editor("source").text() == "Letter"

    def test_the_place_in_a_long_timeline_survives_a_refresh(
        self, context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
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


class TestAdding:
    def test_an_entry_of_the_chair_s_own_is_added_and_shown(
        self, page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
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
        self, page: TimelinePage, context: ReviewContext, settle: Settle
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

    def test_escape_gives_up_a_new_entry_once_its_fields_are_empty(self, page: TimelinePage, qtbot: QtBot) -> None:
        page.begin_new_entry()
        editor = page.new_entry.fields.editor("text")
        editor.setFocus()
        qtbot.keyClicks(editor, "Never mind")
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
        assert page.new_entry.isVisible()
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
        assert not page.new_entry.isVisible()
        assert page.table.hasFocus()


class TestStrip:
    def test_the_strip_tells_month_agency_and_count(self, page: TimelinePage) -> None:
        assert page.strip.words_at(0, number_of("2016-04")) == "April 2016, Ravenshire Constabulary: 2 entries"
        assert page.strip.words_at(1, number_of("2016-04")) == "April 2016, Millpond Surgery: 1 entry"

    def test_the_strip_can_be_used_with_the_keyboard_alone(self, page: TimelinePage, qtbot: QtBot) -> None:
        strip = page.strip
        strip.setFocus()
        qtbot.keyClick(strip, Qt.Key.Key_End)
        assert "January 2019" in strip.accessibleDescription()
        for _ in range(2):
            qtbot.keyClick(strip, Qt.Key.Key_Left)
        assert strip.accessibleDescription() == "November 2018, Ravenshire Constabulary: 1 entry"
        qtbot.keyClick(strip, Qt.Key.Key_Return)
        assert chosen(page) == "Called to the address by ambulance control."

    def test_a_click_on_a_month_leads_there(self, page: TimelinePage, qtbot: QtBot) -> None:
        strip = page.strip
        place = QPointF(strip._x(number_of("2018-11")) + 1, strip._y(0) + 2).toPoint()
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
        assert chosen(page) == "Called to the address by ambulance control."

    def test_the_strip_counts_what_the_filters_leave(self, page: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
        narrowed(page, qtbot, settle, "shouting")
        assert page.strip.words_at(0, number_of("2016-04")) == "April 2016, Ravenshire Constabulary: 1 entry"
