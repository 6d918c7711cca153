"""What a chair does on the Timeline page, for its tests."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import entries
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.page import TimelinePage

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

Settle = Callable[[], None]


def opened(context: ReviewContext, window: QMainWindow, qtbot: QtBot, settle: Settle) -> TimelinePage:
    page = TimelinePage(context, window)
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
