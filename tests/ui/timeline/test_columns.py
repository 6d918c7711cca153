"""The columns of the timeline as the chair makes them, sorting, and typing into cells."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.meaning import Origin, Significance, Theme
from dhr_desktop.store import entries, themes
from dhr_desktop.store.sorting import TIMELINE, SortBy, Sorting
from dhr_desktop.timeline import edit, meaning, placing
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.signs import SWATCH
from dhr_desktop.ui.timeline.columns import SORTS, USUAL, Column, key, of_key
from dhr_desktop.ui.timeline.delegate import SIDE
from dhr_desktop.ui.timeline.open_menu import OpenMenu
from dhr_desktop.ui.timeline.page import TimelinePage
from dhr_desktop.ui.timeline.shape import Shape, from_json
from tests.ui.timeline.made import TEXTS_IN_ORDER
from tests.ui.timeline.using import Settle, chosen, opened, stored, texts

SHIFT = Qt.KeyboardModifier.ShiftModifier


def words(page: TimelinePage, row: int, column: Column) -> str:
    return str(page.model.index(row, column).data())


def click_heading(page: TimelinePage, qtbot: QtBot, column: Column) -> None:
    head = page.table.columns
    place = QPoint(head.sectionViewportPosition(column) + head.sectionSize(column) // 2, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)


# Which columns there are.


def test_until_the_chair_chooses_the_usual_columns_stand_and_what_happened_has_most_room(page: TimelinePage) -> None:
    shown = page.table.columns.visible()
    assert set(shown) <= set(USUAL)
    assert max(shown, key=page.table.columnWidth) is Column.WHAT


def test_the_columns_share_the_room_of_their_head_also_where_the_table_was_given_its_width_before(
    page: TimelinePage,
) -> None:
    head = page.table.columns
    head.setGeometry(head.x(), head.y(), head.width() + 300, head.height())

    assert head.length() == head.viewport().width()


def test_a_column_that_is_ticked_is_shown_behind_the_others_and_can_go_again(page: TimelinePage) -> None:
    head = page.table.columns
    before = head.visible()
    head.show_column(Column.PEOPLE, shown=True)
    assert head.visible() == [*before, Column.PEOPLE]
    head.show_column(Column.TIME, shown=False)
    assert Column.TIME not in head.visible()
    head.use_usual()
    assert head.visible() == before


def test_columns_are_ticked_one_after_another_in_the_menu_of_the_table(page: TimelinePage, qtbot: QtBot) -> None:
    before = page.table.columns.visible()
    page.work.show_columns()
    qtbot.keyClick(page.work.columns.menu, Qt.Key.Key_Down)
    qtbot.keyClick(page.work.columns.menu, Qt.Key.Key_Right)
    ticks = QApplication.activePopupWidget()
    assert isinstance(ticks, OpenMenu)
    for column in ("People", "Themes"):
        ticks.setActiveAction(next(line for line in ticks.actions() if line.text() == column))
        qtbot.keyClick(ticks, Qt.Key.Key_Return)
    assert page.table.columns.visible() == [*before, Column.PEOPLE, Column.THEMES]
    qtbot.keyClick(ticks, Qt.Key.Key_Return)
    assert page.table.columns.visible() == [*before, Column.PEOPLE]
    page.work.columns.menu.close()


def test_the_last_heading_can_be_read_beside_the_button_that_stands_over_its_end(page: TimelinePage) -> None:
    head = page.table.columns
    head.show_column(Column.SIGNIFICANCE, shown=True)
    end = head.sectionViewportPosition(Column.SIGNIFICANCE) + head.fontMetrics().horizontalAdvance("Significance")
    assert end + 8 <= page.work.button.x()


def test_the_last_column_cannot_be_taken_away(page: TimelinePage) -> None:
    page.table.take_shape('{"columns": ["what"]}')
    page.table.columns.show_column(Column.WHAT, shown=False)
    assert page.table.columns.visible() == [Column.WHAT]


def test_columns_keep_their_order_and_widths_and_another_page_finds_them(
    page: TimelinePage, context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
) -> None:
    head = page.table.columns
    head.moveSection(head.visualIndex(Column.AGENCY), 0)
    page.table.setColumnWidth(Column.DATE, 222)
    order = head.visible()
    again = opened(context, window, qtbot, settle)
    assert again.table.columns.visible() == order
    assert order[0] is Column.AGENCY
    assert abs(again.table.columnWidth(Column.DATE) - 222) <= 1


def test_what_is_kept_of_the_table_says_nothing_of_the_review(page: TimelinePage) -> None:
    head = page.table.columns
    head.show_column(Column.NOTE, shown=True)
    head.sort_by(Sorting(SortBy.AGENCY))
    kept = json.loads(page.table.shape())
    assert set(kept) == {"columns", "sort"}
    assert kept["columns"][-1] == "note"
    assert kept["sort"] == ["agency", False]


@pytest.mark.parametrize(
    "kept", ["", "nonsense", "[]", '{"columns": 7}', '{"columns": ["gone"], "widths": {"date": "wide"}, "sort": ["x"]}']
)
def test_what_makes_no_sense_is_as_usual(kept: str) -> None:
    assert from_json(kept) == Shape()


def test_a_shape_is_found_again_as_it_was_kept() -> None:
    shape = Shape((Column.NOTE, Column.WHAT), {Column.WHAT: 31.5}, Sorting(SortBy.NOTE, descending=True), by_event=True)
    assert from_json(shape.as_json()) == shape


def test_every_column_can_be_kept_and_sorted_by() -> None:
    assert [of_key(key(column)) for column in Column] == list(Column)
    assert set(SORTS) == set(Column)


def test_double_clicking_an_edge_fits_a_column_to_what_is_seen(page: TimelinePage) -> None:
    page.table.setColumnWidth(Column.AGENCY, 40)
    page.table.resizeColumnToContents(Column.AGENCY)
    needed = page.table.fontMetrics().horizontalAdvance("Ravenshire Constabulary")
    assert needed < page.table.columnWidth(Column.AGENCY) < 2 * needed


def test_in_a_narrow_window_a_date_keeps_its_year_and_an_agency_a_word_of_its_name(page: TimelinePage) -> None:
    page.table.setFixedWidth(450)
    header, metrics = page.table.columns, page.table.fontMetrics()
    assert header.length() <= header.viewport().width()
    for part in ("30 September", "September 2003"):
        assert header.sectionSize(Column.DATE) > metrics.horizontalAdvance(part) + 2 * SIDE
    assert header.sectionSize(Column.AGENCY) > metrics.horizontalAdvance("Ambulance") + SWATCH + 3 * SIDE


def test_more_columns_than_the_window_holds_can_be_reached_by_scrolling(page: TimelinePage) -> None:
    page.table.take_shape(json.dumps({"columns": [key(column) for column in Column]}))
    assert page.table.horizontalScrollBar().maximum() > 0
    assert page.table.columnWidth(Column.WHAT) > 26 * page.table.fontMetrics().averageCharWidth() - 1


def test_columns_say_what_the_chair_made_of_an_entry(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    review, first = context.review, page.model.id_at(0)
    page.table.columns.show_column(Column.THEMES, shown=True)
    with review.journal.step("Add themes"):
        housing = themes.add(review, Theme(0, "Housing"))
    meaning.give_theme(review, [first], housing, on=True)
    meaning.judge(review, [first], Significance.KEY)
    settle()
    assert words(page, 0, Column.THEMES) == "Housing"
    assert words(page, 0, Column.SIGNIFICANCE) == "Key"
    assert words(page, 0, Column.INCLUDED) == "Full chronology"
    assert words(page, 1, Column.THEMES) == ""


# Sorting.


def test_a_heading_sorts_then_the_other_way_round_and_then_the_timeline_is_back(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    seen = []
    for _ in range(3):
        click_heading(page, qtbot, Column.AGENCY)
        settle()
        seen.append([words(page, row, Column.AGENCY) for row in (0, 5)])
    assert seen[:2] == [
        ["Marshland Homes", "Ravenshire Constabulary"],
        ["Ravenshire Constabulary", "Marshland Homes"],
    ]
    assert texts(page) == TEXTS_IN_ORDER
    assert page.table.sorting == TIMELINE


def test_the_date_stands_from_the_end_and_then_from_the_beginning_again(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    click_heading(page, qtbot, Column.DATE)
    settle()
    assert texts(page) == TEXTS_IN_ORDER[::-1]
    click_heading(page, qtbot, Column.DATE)
    settle()
    assert texts(page) == TEXTS_IN_ORDER


def test_sorting_keeps_the_entry_that_is_read(page: TimelinePage, settle: Settle) -> None:
    page.table.choose_row(2)
    page.table.columns.sort_by(Sorting(SortBy.TEXT))
    settle()
    assert chosen(page) == TEXTS_IN_ORDER[2]
    assert page.panel.entry
    assert page.panel.entry.text == TEXTS_IN_ORDER[2]


def test_a_heading_that_is_clicked_leaves_the_rows_chosen_as_they_were(
    page: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    page.table.choose_row(1)
    click_heading(page, qtbot, Column.WHAT)
    settle()
    assert len(page.table.chosen_ids()) == 1


# Typing into cells.


def opened_cell(page: TimelinePage, qtbot: QtBot, row: int, column: Column):
    page.table.setFocus()
    page.table.choose_row(row)
    page.table.setCurrentIndex(page.model.index(row, column))
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert page.work.editor.editor
    return page.work.editor.editor


def test_a_sentence_that_is_opened_is_gone_on_with_at_its_end_so_that_quick_typing_does_not_replace_it(
    page: TimelinePage, qtbot: QtBot
) -> None:
    before = page.model.entry(1)
    editor = opened_cell(page, qtbot, 1, Column.WHAT)
    qtbot.keyClicks(editor, " More")
    assert editor.text() == f"{before.text} More"


def test_f2_opens_the_cell_and_return_keeps_what_was_typed(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    editor = opened_cell(page, qtbot, 1, Column.WHAT)
    editor.selectAll()
    qtbot.keyClicks(editor, "Two officers attended.")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert words(page, 1, Column.WHAT) == "Two officers attended."
    assert stored(context, page).text == "Two officers attended."
    assert context.review.journal.status().undo == "Edit entry of 5 April 2016"
    assert page.table.hasFocus()
    assert page.panel.fields.editor("text").text() == "Two officers attended."


def test_escape_leaves_the_cell_as_it_was(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    editor = opened_cell(page, qtbot, 1, Column.WHAT)
    qtbot.keyClicks(editor, "Oh no")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    settle()
    assert texts(page) == TEXTS_IN_ORDER
    assert context.review.journal.status().undo == "Import Marshland Homes"
    assert page.table.hasFocus()


def test_tab_goes_from_cell_to_cell_and_on_into_the_next_row(page: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
    page.table.take_shape('{"columns": ["date", "agency", "what"]}')
    editor = opened_cell(page, qtbot, 1, Column.DATE)
    seen = []
    for _ in range(3):
        index = page.table.currentIndex()
        seen.append((index.row(), Column(index.column())))
        qtbot.keyClick(page.work.editor.editor, Qt.Key.Key_Tab)
    assert seen == [(1, Column.DATE), (1, Column.WHAT), (2, Column.DATE)]
    qtbot.keyClick(page.work.editor.editor, Qt.Key.Key_Backtab, SHIFT)
    qtbot.keyClick(page.work.editor.editor, Qt.Key.Key_Escape)
    settle()
    assert page.table.currentIndex().row() == 2
    del editor


def test_a_date_is_read_as_in_the_side_panel_and_takes_the_hour_with_it(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    editor = opened_cell(page, qtbot, 0, Column.DATE)
    qtbot.keyClicks(editor, "3/4/16 9.30pm")
    assert editor.accessibleDescription() == "Read as 3 April 2016"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle()
    after = stored(context, page)
    assert (after.date_edtf, after.time, after.doubts) == ("2016-04-03", "21:30", ())


def test_a_date_that_is_not_understood_stays_open_and_is_said(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    editor = opened_cell(page, qtbot, 0, Column.DATE)
    qtbot.keyClicks(editor, "soon")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert page.work.editor.editing
    assert editor.property("wrong")
    page.filters.search.setFocus()
    settle()
    assert not page.work.editor.editing
    assert "“soon” was not understood" in context.messages.text
    assert stored(context, page).date_edtf == "2014-06~"


@pytest.mark.parametrize(
    ("column", "typed", "kept"),
    [
        (Column.WHAT, "Two officers attended.", "Two officers attended."),
        (Column.DATE, "3/4/16 8.15pm", "3 April 2016 20:15"),
    ],
)
def test_what_could_not_be_written_stands_in_its_cell_again(
    page: TimelinePage,
    context: ReviewContext,
    qtbot: QtBot,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
    *,
    column: Column,
    typed: str,
    kept: str,
) -> None:
    def full(*_: object) -> None:
        raise UserError("The disk is full.", "Free some room.")

    before = page.model.entry(1)
    monkeypatch.setattr(edit, "change_entry", full)
    editor = opened_cell(page, qtbot, 1, column)
    editor.selectAll()
    qtbot.keyClicks(editor, typed)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)  # the next cell is typed in by the time it is refused
    settle()
    assert "The disk is full." in context.messages.text
    assert page.work.editor.editor
    qtbot.keyClick(page.work.editor.editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.work.editor.editing)

    assert page.table.currentIndex().column() == column
    assert page.work.editor.editor.text() == kept
    assert page.model.entry(1) == before


def test_going_elsewhere_keeps_what_was_typed(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    editor = opened_cell(page, qtbot, 0, Column.TIME)
    qtbot.keyClicks(editor, "9.30pm")
    page.filters.search.setFocus()
    settle()
    assert stored(context, page).time == "21:30"


def test_rows_read_anew_leave_what_is_being_typed(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    editor = opened_cell(page, qtbot, 3, Column.WHAT)
    editor.selectAll()
    qtbot.keyClicks(editor, "Half a sen")
    placing.put_before(context.review, page.model.id_at(2), page.model.id_at(1))
    settle()
    assert editor.text() == "Half a sen"
    assert texts(page) == TEXTS_IN_ORDER  # until the cell is left
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    settle()
    assert texts(page)[1] == TEXTS_IN_ORDER[2]


def test_a_double_click_opens_the_cell_under_the_pointer(page: TimelinePage, qtbot: QtBot) -> None:
    place = page.table.visualRect(page.model.index(1, Column.TIME)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.work.editor.editor
    assert page.work.editor.editor.text() == "21:30"
    assert page.work.editor.editor.accessibleName() == "Time"


def test_return_still_leads_to_the_side_panel(page: TimelinePage, qtbot: QtBot) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.fields.editor("text").hasFocus()


# Entries of the chair's own.


def test_what_adds_a_new_entry_is_in_sight_on_the_smallest_screen_while_it_is_typed(page: TimelinePage) -> None:
    page.begin_new_entry()
    form = page.new_entry
    form.fields.editor("text").setText("She stayed away. " * 80)
    form.submit()  # what is missing is said above the buttons
    for foot in (form.add, form.cancel, form.missing):
        assert foot.visibleRegion().boundingRect() == foot.rect()


def test_an_entry_of_the_chair_s_own_says_where_it_comes_from_beside_its_source(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    page.begin_new_entry()
    form = page.new_entry
    form.agency.setEditText("Mother of K")
    form.origin.setCurrentIndex(form.origin.findData(Origin.FAMILY.value))
    qtbot.keyClicks(form.fields.editor("text"), "K stayed away from family meals.")
    qtbot.keyClicks(form.fields.editor("source"), "Meeting of 3 March 2019")
    form.submit()
    settle()
    assert entries.get(context.review, stored(context, page).id).origin is Origin.FAMILY
    row = page.table.currentIndex().row()
    assert words(page, row, Column.SOURCE) == "Meeting of 3 March 2019, Told by family or friends"
    assert words(page, row, Column.AGENCY) == "Mother of K"
