"""The timeline by events: heads, folding, and everything that goes from row to row among them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.events import Event
from dhr_desktop.store import entries, grouping
from dhr_desktop.store import events as kept_events
from dhr_desktop.timeline import events
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.columns import Column
from dhr_desktop.ui.timeline.model import EntriesModel
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.made import TEXTS_IN_ORDER, many
from tests.ui.timeline.using import ALT, CONTROL, Settle, chosen, narrowed, opened, texts

SHIFT = Qt.KeyboardModifier.ShiftModifier


def rows(page: TimelinePage) -> list[str]:
    """Each row as the chair sees it; heads between brackets."""
    found = []
    for row in range(page.model.rowCount()):
        said = str(page.model.index(row, Column.WHAT).data())
        found.append(f"[{said}]" if page.model.group(row) else said)
    return found


@pytest.fixture
def grouped(page: TimelinePage, context: ReviewContext, settle: Settle) -> TimelinePage:
    """The second and the fourth entry as one event, shown together."""
    ids = entries.ordered_ids(context.review)
    event_id = events.group(context.review, [ids[1], ids[3]])
    found = kept_events.get(context.review, event_id)
    events.change_event(context.review, Event(found.id, "The night of the fall"))
    page.work.turn_by_event()
    settle()
    return page


HEAD = "[The night of the fall]"
TOGETHER = [
    TEXTS_IN_ORDER[0],
    HEAD,
    TEXTS_IN_ORDER[1],
    TEXTS_IN_ORDER[3],
    TEXTS_IN_ORDER[2],
    *TEXTS_IN_ORDER[4:],
]
FOLDED = [TEXTS_IN_ORDER[0], HEAD, TEXTS_IN_ORDER[2], *TEXTS_IN_ORDER[4:]]


def test_entries_of_one_event_stand_together_beneath_its_head(grouped: TimelinePage) -> None:
    assert rows(grouped) == TOGETHER
    assert grouped.model.index(1, Column.AGENCY).data() == "2 agencies"


def test_one_key_groups_and_parts_the_rows_again(grouped: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
    qtbot.keyClick(grouped.table, Qt.Key.Key_E, CONTROL)
    settle()
    assert rows(grouped) == TEXTS_IN_ORDER


def test_an_event_stands_where_the_chair_s_date_puts_it(
    grouped: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    [event] = kept_events.listing(context.review)
    events.change_event(context.review, Event(event.id, event.headline, "2018-11"))
    settle()
    assert rows(grouped)[3:] == [TEXTS_IN_ORDER[4], HEAD, TEXTS_IN_ORDER[1], TEXTS_IN_ORDER[3], TEXTS_IN_ORDER[5]][-4:]
    head = rows(grouped).index(HEAD)
    assert grouped.model.index(head, Column.DATE).data() == "November 2018"


def test_without_a_headline_the_first_entry_s_words_stand_for_it(
    grouped: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    [event] = kept_events.listing(context.review)
    events.change_event(context.review, Event(event.id))
    settle()
    assert rows(grouped)[1] == f"[{TEXTS_IN_ORDER[1]}]"


def test_an_event_folds_beneath_its_head_and_unfolds_again(grouped: TimelinePage, qtbot: QtBot) -> None:
    grouped.table.choose_row(1)
    for key, expected in (
        (Qt.Key.Key_Left, FOLDED),
        (Qt.Key.Key_Left, FOLDED),
        (Qt.Key.Key_Right, TOGETHER),
        (Qt.Key.Key_Return, FOLDED),
        (Qt.Key.Key_Space, TOGETHER),
    ):
        qtbot.keyClick(grouped.table, key)
        assert rows(grouped) == expected


def test_the_head_is_spoken_with_its_state(grouped: TimelinePage) -> None:
    def spoken() -> str:
        return str(grouped.model.index(1, Column.WHAT).data(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken() == "Event, unfolded: The night of the fall. 2 agencies, 2 entries."
    grouped.table.fold_all(folded=True)
    assert spoken().startswith("Event, folded")


def test_the_small_angle_of_a_head_folds_it(grouped: TimelinePage, qtbot: QtBot) -> None:
    place = grouped.table.visualRect(grouped.model.index(1, Column.DATE))
    place = place.topLeft() + (place.center() - place.topLeft()) / 10
    place.setY(grouped.table.visualRect(grouped.model.index(1, Column.DATE)).center().y())
    qtbot.mouseClick(grouped.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rows(grouped) == FOLDED


def test_what_is_folded_stays_so_when_the_rows_are_read_again(
    grouped: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    grouped.table.fold_all(folded=True)
    context.review.journal.undo()
    settle()
    assert len(rows(grouped)) == len(FOLDED)


def test_next_and_previous_go_from_entry_to_entry_past_the_head(grouped: TimelinePage, qtbot: QtBot) -> None:
    grouped.table.choose_row(0)
    qtbot.keyClick(grouped.table, Qt.Key.Key_Down, ALT)
    assert chosen(grouped) == TEXTS_IN_ORDER[1]
    assert "2 of 6" in grouped.panel._place.text()
    qtbot.keyClick(grouped.table, Qt.Key.Key_Up, ALT)
    assert chosen(grouped) == TEXTS_IN_ORDER[0]


def test_the_head_is_no_entry_and_so_nothing_of_it_is_edited_or_removed(
    grouped: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    grouped.table.setFocus()
    grouped.table.choose_row(1)
    assert grouped.table.chosen() is None
    assert grouped.panel.entry is None
    qtbot.keyClick(grouped.table, Qt.Key.Key_F2)
    assert not grouped.work.editor.editing
    settle()
    assert grouped.table.currentIndex().row() == 1


def test_an_entry_asked_for_is_unfolded(grouped: TimelinePage) -> None:
    grouped.table.fold_all(folded=True)
    grouped.go_to_entry(grouped.model.group(1).entry_ids[1])
    assert rows(grouped) == TOGETHER
    assert chosen(grouped) == TEXTS_IN_ORDER[3]


def test_the_next_doubt_is_found_though_its_event_is_folded(
    grouped: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    ids = entries.ordered_ids(context.review)
    events.group(context.review, [ids[4], ids[5]])
    settle()
    grouped.table.fold_all(folded=True)
    grouped.table.choose_row(0)
    qtbot.keyClick(grouped.table, Qt.Key.Key_F8)
    settle()
    assert chosen(grouped) == TEXTS_IN_ORDER[4]


def test_a_search_keeps_the_heads_of_what_it_found(grouped: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
    narrowed(grouped, qtbot, settle, "fallen")
    assert rows(grouped) == [HEAD, TEXTS_IN_ORDER[3]]
    assert grouped.model.index(0, Column.AGENCY).data() == "1 agency"
    assert grouped.filters.count.text() == "1 of 6 entries"


def test_the_head_stands_for_all_of_its_entries(grouped: TimelinePage) -> None:
    grouped.table.choose_row(1)
    assert len(grouped.table.chosen_ids()) == 2


def test_the_place_of_the_chair_survives_grouping(
    context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
) -> None:
    many(context.review, 500)
    page = opened(context, window, qtbot, settle)
    ids = entries.ordered_ids(context.review)
    events.group(context.review, [ids[3], ids[400]])
    settle()
    page.table.choose_row(300)
    page.work.turn_by_event()
    settle()
    assert chosen(page) == "Visit 300"
    assert texts(page)[4] == "Visit 400"


def test_the_model_keeps_qt_s_rules_while_it_folds(context: ReviewContext, qtmodeltester: ModelTester) -> None:
    many(context.review, 250)
    ids = entries.ordered_ids(context.review)
    for first in (0, 98, 199):
        events.group(context.review, ids[first : first + 4])
    model = EntriesModel(context.review)
    model.show(ids, {}, grouping.by_event(context.review, ids))
    qtmodeltester.check(model)
    heads = [row for row in range(model.rowCount()) if model.group(row)]
    for row in reversed(heads):
        model.fold(row, folded=True)
    assert model.rowCount() == 250 - 12 + 3
    qtmodeltester.check(model)
    model.fold(model.row_of(ids[199]), folded=False)
    assert [model.id_at(model.row_of(ids[199]) + step) for step in range(4)] == ids[199:203]
    model.fold_all(folded=False)
    assert model.rowCount() == 253


# The order of a day.


def test_at_the_head_of_an_event_nothing_is_moved_and_what_to_choose_is_said(
    grouped: TimelinePage, context: ReviewContext, qtbot: QtBot, settle: Settle
) -> None:
    grouped.table.setFocus()
    grouped.table.choose_row(1)
    qtbot.keyClick(grouped.table, Qt.Key.Key_Up, ALT | SHIFT)
    settle()
    assert rows(grouped) == TOGETHER
    assert context.messages.text.startswith("An event stands where its first entry does.")


def test_an_entry_passes_an_event_of_its_day_as_a_whole_and_comes_back(
    grouped: TimelinePage, qtbot: QtBot, settle: Settle
) -> None:
    grouped.table.setFocus()
    grouped.table.choose_row(4)
    qtbot.keyClick(grouped.table, Qt.Key.Key_Up, ALT | SHIFT)
    settle()
    assert rows(grouped)[:3] == [TEXTS_IN_ORDER[0], TEXTS_IN_ORDER[2], HEAD]
    assert chosen(grouped) == TEXTS_IN_ORDER[2]
    qtbot.keyClick(grouped.table, Qt.Key.Key_Down, ALT | SHIFT)
    settle()
    assert rows(grouped) == TOGETHER


def test_a_folded_event_is_passed_too(grouped: TimelinePage, settle: Settle) -> None:
    grouped.model.fold(1, folded=True)
    grouped.table.choose_row(2)
    grouped.work.moving.move(-1)
    settle()
    assert rows(grouped)[:3] == [TEXTS_IN_ORDER[0], TEXTS_IN_ORDER[2], HEAD]


def test_an_entry_of_an_event_moves_only_among_its_own(
    grouped: TimelinePage, context: ReviewContext, settle: Settle
) -> None:
    grouped.table.choose_row(2)
    for by, said in ((-1, "first"), (1, "last")):
        grouped.work.moving.move(by)
        settle()
        assert context.messages.text == f"It is the {said} of its day in its event."
    assert rows(grouped) == TOGETHER


def test_the_menu_of_a_head_offers_nothing_that_is_done_to_one_entry(grouped: TimelinePage) -> None:
    grouped.table.choose_row(1)
    grouped.table.menu_wanted.emit(grouped.table.mapToGlobal(grouped.table.rect().center()))
    [menu] = [each for each in grouped.table.findChildren(QMenu) if each.isVisible()]
    said = [line.text().partition("\t")[0] for line in menu.actions()]
    menu.close()
    assert "Earlier in its day" not in said
    assert "Group as one event" in said


def test_rows_grouped_in_one_review_are_not_grouped_in_the_next_but_are_again_behind_the_lock(
    grouped: TimelinePage, context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle
) -> None:
    grouped.table.columns.show_column(Column.NOTE, shown=True)
    left = grouped.place()
    again = opened(context, window, qtbot, settle)
    assert not again.table.by_event
    assert Column.NOTE in again.table.columns.visible(), "the columns are as the chair likes them in every review"
    again.go_back_to(left)
    assert again.table.by_event
