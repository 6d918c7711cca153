"""The picture above the table, by mouse and by keyboard, and what passes between the two."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyle
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.picture.bins import Unit
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.ui.timeline.page import TimelinePage
from dhr_desktop.ui.timeline.picture.hands import PictureView
from tests.ui.timeline.made import TEXTS_IN_ORDER
from tests.ui.timeline.picture.pointing import day, dragged, on_scale, place, wheeled
from tests.ui.timeline.using import Settle, chosen, narrowed, texts

SHIFT = Qt.KeyboardModifier.ShiftModifier
POLICE, SURGERY, HOMES = 0, 1, 2
NOTHING = Qt.KeyboardModifier.NoModifier


# Looking.


def test_in_a_narrow_window_what_the_lanes_stand_for_can_be_read_whole(page: TimelinePage) -> None:
    page.picture.setFixedWidth(500)
    by = page.picture.by
    assert by.width() >= by.sizeHint().width()
    assert page.picture.view.names_width >= by.geometry().right()


def test_the_key_says_what_each_sign_and_each_grey_of_the_picture_means(page: TimelinePage) -> None:
    page.picture.key.fill()
    said = [action.text() for action in page.picture.key.actions()]
    assert "outside that period" in said
    assert "the days of the rows that the table shows" in said
    assert len(said) == len(set(said))
    signs = [action.icon().pixmap(26, 20).toImage() for action in page.picture.key.actions()]
    assert all(sign != other for place, sign in enumerate(signs) for other in signs[:place])


def test_the_wheel_looks_closer_at_what_is_under_the_pointer(view: PictureView) -> None:
    at = place(view, POLICE, "2016-04-05")
    before, under = view.frame.scale.days, view.frame.scale.day(at.x())
    wheeled(view, at, 4, NOTHING)

    assert view.frame.scale.days < before / 2
    assert view.frame.scale.day(at.x()) == pytest.approx(under, abs=0.5)


def test_with_shift_the_wheel_goes_along(view: PictureView) -> None:
    view.look_at(day("2016-01-01"), day("2016-12-31"))
    begin, days = view.frame.scale.begin, view.frame.scale.days
    wheeled(view, place(view, POLICE, "2016-04-05"), -1, SHIFT)

    assert view.frame.scale.begin > begin
    assert view.frame.scale.days == pytest.approx(days)


def test_dragging_moves_along_and_chooses_nothing(page: TimelinePage, view: PictureView, qtbot: QtBot) -> None:
    before = chosen(page)
    view.look_at(day("2016-03-01"), day("2016-12-31"))
    begin = view.frame.scale.begin
    dragged(qtbot, view, place(view, HOMES, "2016-10-01", 0.2), place(view, HOMES, "2016-07-01", 0.2), NOTHING)

    assert view.frame.scale.begin - begin == pytest.approx(day("2016-10-01") - day("2016-07-01"), abs=3)
    assert chosen(page) == before


def test_far_out_entries_are_counted_and_near_they_stand_alone(view: PictureView) -> None:
    view.fit()
    assert view.unit is not Unit.DAY
    view.look_at(day("2016-04-01"), day("2016-04-30"))
    assert view.unit is Unit.DAY


def test_a_double_click_looks_closer_at_what_a_bar_counts(view: PictureView, qtbot: QtBot) -> None:
    view.fit()
    at = place(view, POLICE, "2016-04-05")
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)

    assert view.unit is Unit.DAY
    assert view.frame.scale.begin < day("2016-04-05") < view.frame.scale.end


def test_what_was_looked_at_stays_when_entries_change(page: TimelinePage, view: PictureView, settle: Settle) -> None:
    view.look_at(day("2016-04-01"), day("2016-04-30"))
    before = view.frame.scale.begin
    page.accept_chosen()
    page.refresh()
    settle()

    assert view.frame.scale.begin == before


# Choosing.


def test_a_click_on_a_mark_chooses_its_entry_in_the_table(page: TimelinePage, view: PictureView, qtbot: QtBot) -> None:
    view.look_at(day("2016-03-20"), day("2016-04-20"))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, SURGERY, "2016-04-07", 0.4))

    assert chosen(page) == "Telephone call. Said she had fallen."


def test_clicks_on_several_entries_go_through_them(page: TimelinePage, view: PictureView, qtbot: QtBot) -> None:
    view.look_at(day("2016-03-20"), day("2016-04-20"))
    seen = []
    for _ in range(3):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place(view, POLICE, "2016-04-05"))
        seen.append(chosen(page))

    assert seen == [TEXTS_IN_ORDER[1], TEXTS_IN_ORDER[2], TEXTS_IN_ORDER[1]]


def test_the_entry_chosen_in_the_table_is_marked_in_the_picture(page: TimelinePage, view: PictureView) -> None:
    page.table.choose_row(TEXTS_IN_ORDER.index("Called to the address by ambulance control."))
    spans = view.picture.rows.spans

    assert view.chosen is not None
    assert spans.firsts[view.chosen] == day("2018-11-09")


def test_what_the_table_shows_is_shaded(page: TimelinePage, view: PictureView) -> None:
    assert view._in_view == (day("2014-06-01"), day("2018-11-09"))
    assert page.model.rowCount() == len(TEXTS_IN_ORDER)


# Narrowing.


@pytest.mark.parametrize("way", ["along the scale", "with Shift"])
def test_a_stretch_drawn_in_the_picture_narrows_the_table(
    page: TimelinePage, view: PictureView, qtbot: QtBot, settle: Settle, way: str
) -> None:
    view.look_at(day("2016-03-01"), day("2016-06-01"))
    if way == "with Shift":
        dragged(qtbot, view, place(view, HOMES, "2016-04-01"), place(view, HOMES, "2016-04-06"), SHIFT)
    else:
        dragged(qtbot, view, on_scale(view, "2016-04-01"), on_scale(view, "2016-04-06"), NOTHING)
    settle()
    qtbot.waitUntil(lambda: len(texts(page)) == 2)

    assert texts(page) == TEXTS_IN_ORDER[1:3]
    assert page.filters.wanted.earliest == "2016-04-01"
    assert page.filters.wanted.latest == "2016-04-06"


def test_escape_takes_the_stretch_away(page: TimelinePage, view: PictureView, qtbot: QtBot, settle: Settle) -> None:
    view.look_at(day("2016-03-01"), day("2016-06-01"))
    dragged(qtbot, view, on_scale(view, "2016-04-01"), on_scale(view, "2016-04-06"), NOTHING)
    qtbot.waitUntil(lambda: len(texts(page)) == 2)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(texts(page)) == len(TEXTS_IN_ORDER))
    settle()

    assert view.drawn_days is None


def test_a_stretch_can_be_drawn_with_the_keyboard(page: TimelinePage, view: PictureView, qtbot: QtBot) -> None:
    page.table.choose_row(TEXTS_IN_ORDER.index("Telephone call. Said she had fallen."))
    view.look_at(day("2016-03-20"), day("2016-04-20"))
    view.setFocus()
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT)
    qtbot.waitUntil(lambda: len(texts(page)) == 3)

    assert (page.filters.wanted.earliest, page.filters.wanted.latest) == ("2016-04-05", "2016-04-07")


def test_days_the_filters_are_given_are_marked_in_the_picture(
    page: TimelinePage, view: PictureView, qtbot: QtBot
) -> None:
    page.filters.set_wanted(EntryFilter(earliest="2016-04-01"))
    qtbot.waitUntil(lambda: view.drawn_days is not None)
    assert view.drawn_days is not None
    assert view.drawn_days[0] == day("2016-04-01")
    page.filters.clear_all()
    qtbot.waitUntil(lambda: view.drawn_days is None)


def test_what_the_filters_leave_out_stays_in_the_picture(
    page: TimelinePage, view: PictureView, qtbot: QtBot, settle: Settle
) -> None:
    narrowed(page, qtbot, settle, "shouting")
    settle()
    flags = [view.picture.rows.is_wanted(place) for place in range(len(TEXTS_IN_ORDER))]

    assert flags == [text.startswith("Neighbour") for text in TEXTS_IN_ORDER]


# The keyboard.


def test_keys_look_closer_further_along_and_at_everything(view: PictureView, qtbot: QtBot) -> None:
    view.setFocus()
    days = [view.frame.scale.days]
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(view, key)
        days.append(view.frame.scale.days)
    begin = view.frame.scale.begin
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    moved = view.frame.scale.begin
    qtbot.keyClick(view, Qt.Key.Key_0)

    assert days[2] < days[1] < days[0]
    assert days[3] == pytest.approx(days[1])
    assert moved > begin
    assert (view.frame.scale.begin, view.frame.scale.end) == (view.limits.first, view.limits.last)


def test_arrows_go_from_entry_to_entry_and_lane_to_lane_and_return_chooses(
    page: TimelinePage, view: PictureView, qtbot: QtBot
) -> None:
    page.table.choose_row(1)
    view.look_at(day("2016-03-20"), day("2016-04-20"))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert "Log closed with no further action." in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert "7 April 2016, 10:00, Millpond Surgery: Telephone call." in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen(page) == "Telephone call. Said she had fallen."
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen(page) == "Attended with a bruise to the left arm."
    assert view.frame.scale.begin < day("2014-06-30")


def test_the_picture_says_what_it_shows(view: PictureView) -> None:
    view.look_at(day("2016-04-01"), day("2016-04-30"))
    view.say()

    assert view.accessibleName() == "Picture of the timeline"
    assert (
        view.accessibleDescription() == "3 lanes, one for each agency. 1 April 2016 to 30 April 2016, single entries."
    )


def test_the_signs_of_the_key_are_as_large_as_in_the_picture(page: TimelinePage) -> None:
    key = page.picture.key
    key.fill()
    drawn = {size.width() for action in key.actions() for size in action.icon().availableSizes()}
    assert drawn == {key.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, key)}
