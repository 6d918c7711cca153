"""Several entries chosen at once, what is done with them, and the order of a day made by hand."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.meaning import Inclusion, Mark, Significance, Theme
from dhr_desktop.store import agencies, enquiry, entries, themes
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.sorting import SortBy, Sorting
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.columns import Column
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.made import TEXTS_IN_ORDER, many
from tests.ui.timeline.using import ALT, CONTROL, Settle, chosen, opened, texts

SHIFT = Qt.KeyboardModifier.ShiftModifier


def choose(page: TimelinePage, qtbot: QtBot, first: int, last: int) -> list[int]:
    """Choose rows by keyboard, and give the ids of their entries."""
    page.table.setFocus()
    page.table.choose_row(first)
    for _ in range(last - first):
        qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    qtbot.waitUntil(page.work.bar.isVisible)
    return page.table.chosen_ids()


def pick(page: TimelinePage, name: str, *path: str) -> None:
    """Choose a line of one of the bar's menus."""
    menu = page.work.bar.buttons[name].menu()
    for depth, words in enumerate(path):
        if depth == 0:
            menu.aboutToShow.emit()
        [line] = [each for each in menu.actions() if each.text() == words][:1]
        if line.menu():
            menu = line.menu()
        else:
            line.trigger()


def test_while_one_entry_is_chosen_nothing_stands_in_the_way(page: TimelinePage) -> None:
    assert not page.work.bar.isVisible()


def test_more_than_one_brings_a_bar_that_counts_them_and_goes_again(page: TimelinePage, qtbot: QtBot) -> None:
    choose(page, qtbot, 1, 3)
    assert page.work.bar.count.text() == "3 entries chosen"
    page.work.bar.close_button.click()
    qtbot.waitUntil(lambda: not page.work.bar.isVisible())
    assert chosen(page) == TEXTS_IN_ORDER[3]
    choose(page, qtbot, 1, 2)
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.work.bar.isVisible())
    assert chosen(page) == TEXTS_IN_ORDER[2]


def test_all_that_is_shown_can_be_chosen(page: TimelinePage, qtbot: QtBot) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A, CONTROL)
    assert len(page.table.chosen_ids()) == 6


def test_several_are_marked_as_one_step_that_can_be_undone_where_it_is_said(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    ids = choose(page, qtbot, 1, 3)
    pick(page, "Significance", "Key")
    settle()
    assert [entries.get(context.review, each).significance for each in ids] == [Significance.KEY] * 3
    assert context.messages.text == "Done: mark 3 entries as key."
    assert context.messages.action.text() == "Undo"
    assert context.review.journal.status().undo == "Mark 3 entries as key"
    assert page.table.chosen_ids() == ids


def test_what_is_so_already_leaves_no_step_and_is_said(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    choose(page, qtbot, 1, 3)
    before = context.review.journal.status().undo
    pick(page, "Include in", "Full chronology")
    settle()
    assert context.review.journal.status().undo == before
    assert "nothing was changed" in context.messages.text


def test_each_menu_does_what_it_says_to_all_that_are_chosen(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    review = context.review
    with review.journal.step("Set up"):
        parent = themes.add(review, Theme(0, "Control"))
        themes.add(review, Theme(0, "Money & debts", parent.id))
        enquiry.put(review, ["Was risk assessed?"])
    settle()
    ids = choose(page, qtbot, 0, 1)
    for path in (
        ("Theme", "Control", "Money && debts"),
        ("Line of enquiry", "Was risk assessed?"),
        ("Include in", "Report"),
        ("Include in", "Leave out of: Full chronology"),
        ("Marks", "Missed opportunity"),
        ("Agency", "Marshland Homes"),
    ):
        pick(page, *path)
        settle()
    found = entries.page(review, ids)
    housing = agencies.find(review, "Marshland Homes")
    assert housing
    assert {each.agency_id for each in found} == {housing.id}
    assert all(getattr(each, Inclusion.REPORT) and getattr(each, Mark.MISSED) for each in found)
    assert not any(getattr(each, Inclusion.CHRONOLOGY) for each in found)
    assert set(themes.of_entries(review, ids)) == set(enquiry.of_entries(review, ids)) == set(ids)
    pick(page, "Theme", "Take a theme away", "Control", "Money && debts")
    settle()
    assert themes.of_entries(review, ids) == {}


def test_several_are_grouped_and_parted_by_keyboard(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    ids = choose(page, qtbot, 1, 2)
    qtbot.keyClick(page.table, Qt.Key.Key_G, CONTROL)
    settle()
    assert len({entries.get(context.review, each).event_id for each in ids} - {None}) == 1
    assert page.table.chosen_ids() == ids
    qtbot.keyClick(page.table, Qt.Key.Key_G, CONTROL | SHIFT)
    settle()
    assert {entries.get(context.review, each).event_id for each in ids} == {None}
    assert context.review.journal.status().undo == "Take 2 entries out of an event"


def test_one_entry_alone_is_not_grouped_and_the_chair_is_told_what_to_do(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    refused = []
    context.jobs.refused.connect(refused.append)
    page.table.setFocus()
    page.table.choose_row(0)
    qtbot.keyClick(page.table, Qt.Key.Key_G, CONTROL)
    settle()
    assert [error.code for error in refused] == ["T003"]


def test_several_are_removed_as_one_step(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    choose(page, qtbot, 1, 3)
    page.remove_chosen()
    settle()
    assert texts(page) == [TEXTS_IN_ORDER[0], *TEXTS_IN_ORDER[4:]]
    assert context.review.journal.status().undo == "Remove 3 entries"
    context.review.journal.undo()
    settle()
    assert texts(page) == TEXTS_IN_ORDER


def test_many_are_changed_off_the_screen_s_thread_and_stay_chosen(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
) -> None:
    many(context.review, 1_200)
    page = opened(context, window, qtbot, settle)
    page.table.selectAll()
    page.work.acts.judge(page.table.chosen_ids(), Significance.ROUTINE)
    assert context.jobs.writing
    settle()
    assert {entry.significance for entry in entries.iterate(context.review)} == {Significance.ROUTINE}
    assert len(page.table.chosen_ids()) == 1_200


def lines(menu: QMenu) -> dict[str, bool]:
    return {line.text().split("\t")[0]: line.isEnabled() for line in menu.actions() if line.text()}


def test_the_menu_of_a_row_offers_the_same_and_what_is_for_one_alone(
    page: TimelinePage,
) -> None:
    page.table.choose_row(1)
    page.table.menu_wanted.emit(QPoint(10, 10))
    [menu] = [each for each in page.table.findChildren(QMenu) if each.isVisible()]
    said = lines(menu)
    assert said["Edit in the table"]
    assert set(page.work.bar.buttons) <= set(said)
    assert not said["Group as one event"]
    assert not said["Take out of event"]
    assert "Return to its usual place" not in said
    menu.close()


def test_what_cannot_be_done_to_a_row_says_why(page: TimelinePage) -> None:
    page.table.choose_row(1)
    page.table.menu_wanted.emit(QPoint(10, 10))
    [menu] = [each for each in page.table.findChildren(QMenu) if each.isVisible()]
    assert menu.toolTipsVisible()
    why = {line.text().split("\t")[0]: line.toolTip() for line in menu.actions() if not line.isEnabled()}
    assert why["Group as one event"].startswith("Choose two entries or more")
    assert why["Take out of event"] == "This entry is in no event."
    menu.close()


def test_an_entry_in_an_event_says_so_in_its_row(page: TimelinePage, settle: Settle) -> None:
    page.work.acts.group([page.model.id_at(1), page.model.id_at(3)])
    settle()
    said = [page.model.index(row, Column.DOUBT).data(Qt.ItemDataRole.AccessibleDescriptionRole) for row in (1, 2, 3)]
    assert ["In an event." in (words or "") for words in said] == [True, False, True]


# The order of a day.


def test_an_entry_is_moved_within_its_day_by_keyboard_and_stays_chosen(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    page.table.setFocus()
    page.table.choose_row(2)
    qtbot.keyClick(page.table, Qt.Key.Key_Up, ALT | SHIFT)
    settle()
    assert texts(page)[1:3] == [TEXTS_IN_ORDER[2], TEXTS_IN_ORDER[1]]
    assert chosen(page) == TEXTS_IN_ORDER[2]
    assert context.review.journal.status().undo == "Move entry of 5 April 2016 earlier in its day"
    assert "Put by hand" in str(page.model.index(1, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole))
    qtbot.keyClick(page.table, Qt.Key.Key_Down, ALT | SHIFT)
    settle()
    assert texts(page) == TEXTS_IN_ORDER


def test_beyond_its_day_an_entry_is_not_moved_and_the_reason_is_said(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    page.table.setFocus()
    page.table.choose_row(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Up, ALT | SHIFT)
    settle()
    assert texts(page) == TEXTS_IN_ORDER
    assert context.messages.text == "It is the first of its day among those shown."


def test_where_the_table_is_sorted_otherwise_no_day_is_ordered(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    page.table.columns.sort_by(Sorting(SortBy.TEXT))
    settle()
    page.work.moving.move(1)
    assert "sorted otherwise" in context.messages.text


def test_an_entry_moved_by_hand_can_return_to_its_usual_place(
    page: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    page.table.choose_row(2)
    page.work.moving.move(-1)
    settle()
    page.table.menu_wanted.emit(QPoint(10, 10))
    [menu] = [each for each in page.table.findChildren(QMenu) if each.isVisible()]
    [back] = [line for line in menu.actions() if line.text() == "Return to its usual place"]
    back.trigger()
    menu.close()
    settle()
    assert texts(page) == TEXTS_IN_ORDER
    assert context.review.journal.status().undo == "Put entry of 5 April 2016 back into the usual order"


def test_a_row_may_fall_only_among_those_of_its_day(page: TimelinePage) -> None:
    moving = page.work.moving
    moving._dragged = page.model.id_at(2)
    found = [moving._beside(gap) for gap in range(7)]
    first, second = page.model.id_at(1), page.model.id_at(2)
    assert found == [None, (first, True), (second, True), (second, False), None, None, None]


def test_pressing_on_another_row_chooses_it_and_drags_nothing(page: TimelinePage, qtbot: QtBot) -> None:
    page.table.choose_row(0)
    place = page.table.visualRect(page.model.index(2, 0)).center()
    qtbot.mousePress(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.work.moving._pressed is None
    event = QMouseEvent(
        QMouseEvent.Type.MouseButtonPress,
        QPointF(place),
        QPointF(page.table.viewport().mapToGlobal(place)),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert page.work.moving._can_drag(event)
    qtbot.mouseRelease(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_picture_marks_the_entry_that_is_read_though_others_before_it_have_gone(
    page: TimelinePage, settle: Settle
) -> None:
    read = page.model.id_at(5)
    page.table.choose_row(5)
    first = frozenset(page.model.id_at(row) for row in range(3))
    page.work.acts.remove(sorted(first))
    settle()
    view = page.picture.view
    assert view.chosen is not None
    assert view.picture.rows.spans.ids[view.chosen] == read


# What is read, when the filters let it through again.


def test_the_entry_being_read_is_chosen_again_when_it_comes_back_into_the_list(
    page: TimelinePage, settle: Settle
) -> None:
    page.table.setFocus()
    page.table.choose_row(3)
    read = chosen(page)
    page.filters.set_wanted(EntryFilter(earliest="1990-01-01", latest="1990-01-31"))
    settle()
    assert texts(page) == []
    assert page.panel.entry
    page.empty.clear.setFocus()
    page.filters.clear_all()
    settle()
    assert page.panel.entry.text == read
    assert chosen(page) == read


def test_several_chosen_stay_chosen_when_the_filters_change(page: TimelinePage, settle: Settle) -> None:
    page.table.choose_ids(frozenset({page.model.id_at(1), page.model.id_at(3)}))
    before = page.table.chosen_ids()
    page.filters.set_wanted(EntryFilter(earliest="2000-01-01", latest="2030-12-31"))
    settle()
    assert page.table.chosen_ids() == before


def test_entries_led_to_are_all_in_sight_above_the_bar_that_counts_them(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
) -> None:
    many(context.review, 60)
    page = opened(context, window, qtbot, settle)
    ids = [page.model.entry(row).id for row in (30, 31, 32)]
    page.show_entries(ids)
    settle()
    qtbot.waitUntil(page.work.bar.isVisible)
    assert page.table.chosen_ids() == ids
    for row in (30, 31, 32):
        place = page.table.visualRect(page.model.index(row, 0))
        assert 0 <= place.top() < place.bottom() <= page.table.viewport().height()


def test_the_row_being_read_stays_in_sight_when_the_table_loses_room(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
) -> None:
    many(context.review, 60)
    page = opened(context, window, qtbot, settle)
    page.table.choose_row(30)  # comes in at the lower edge
    before = page.table.viewport().height()
    window.resize(1366, 700)
    qtbot.waitUntil(lambda: page.table.viewport().height() < before)
    place = page.table.visualRect(page.table.currentIndex())
    assert 0 <= place.top() < place.bottom() <= page.table.viewport().height()


def allowed(page: TimelinePage) -> dict[str, str]:
    """Whether grouping and parting are offered in the bar: '' or why not."""
    buttons = (page.work.bar.buttons[words] for words in ("Group as one event", "Take out of event"))
    return {each.text(): "" if each.isEnabled() else each.toolTip() for each in buttons}


def test_only_what_would_do_something_is_offered_and_the_rest_says_why_not(
    page: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    choose(page, qtbot, 1, 2)
    assert allowed(page) == {"Group as one event": "", "Take out of event": "None of these is in an event."}
    group = page.work.bar.buttons["Group as one event"]
    group.setFocus()
    qtbot.keyClick(group, Qt.Key.Key_Space)
    settle()
    already = "These entries are one event already."
    assert allowed(page) == {"Group as one event": already, "Take out of event": ""}
    assert page.table.hasFocus(), "a second press must not take apart what the first put together"
    page.table.menu_wanted.emit(QPoint(10, 10))
    [menu] = [each for each in page.table.findChildren(QMenu) if each.isVisible()]
    assert not lines(menu)["Group as one event"]
    assert lines(menu)["Take out of event"]
    menu.close()
    choose(page, qtbot, 1, 3)
    qtbot.waitUntil(lambda: allowed(page) == {"Group as one event": "", "Take out of event": ""})
    context.review.journal.undo()
    settle()
    assert allowed(page)["Take out of event"] == "None of these is in an event."
