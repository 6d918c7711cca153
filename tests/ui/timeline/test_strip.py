"""The strip above the table, by mouse and by keyboard."""

from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from dhr_desktop.ui.timeline.months import number_of
from dhr_desktop.ui.timeline.page import TimelinePage
from tests.ui.timeline.using import Settle, chosen, narrowed


def test_the_strip_tells_month_agency_and_count(page: TimelinePage) -> None:
    assert page.strip.words_at(0, number_of("2016-04")) == "April 2016, Ravenshire Constabulary: 2 entries"
    assert page.strip.words_at(1, number_of("2016-04")) == "April 2016, Millpond Surgery: 1 entry"


def test_the_strip_can_be_used_with_the_keyboard_alone(page: TimelinePage, qtbot: QtBot) -> None:
    strip = page.strip
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert "January 2019" in strip.accessibleDescription()
    for _ in range(2):
        qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.accessibleDescription() == "November 2018, Ravenshire Constabulary: 1 entry"
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert chosen(page) == "Called to the address by ambulance control."


def test_a_click_on_a_month_leads_there(page: TimelinePage, qtbot: QtBot) -> None:
    strip = page.strip
    place = QPointF(strip._x(number_of("2018-11")) + 1, strip._y(0) + 2).toPoint()
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
    assert chosen(page) == "Called to the address by ambulance control."


def test_the_strip_counts_what_the_filters_leave(page: TimelinePage, qtbot: QtBot, settle: Settle) -> None:
    narrowed(page, qtbot, settle, "shouting")
    assert page.strip.words_at(0, number_of("2016-04")) == "April 2016, Ravenshire Constabulary: 1 entry"
