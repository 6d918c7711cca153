"""Everything that a place of the window says, by whatever way: its widgets, menus, models, names and what is drawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QMenu,
    QTabBar,
    QWidget,
)

from dhr_desktop.ui.common.two_lines import RowRole

LONG = 60_000
ROWS = 150
SOON = 60
"""Milliseconds of the pauses that are waited for; a longer one is a choice of who uses the window."""
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    RowRole.UNDER,
    RowRole.MARK,
)


def settle(qtbot, window) -> None:
    """Wait until all that was asked for has been read and shown."""
    for _ in range(3):  # what was read sets off one more reading, at once or after a short pause
        qtbot.waitUntil(lambda: not window.room.jobs.busy and not _pausing(window), timeout=LONG)
        for _ in range(3):
            QApplication.processEvents()


def _pausing(window: QWidget) -> bool:
    """Whether anything is about to go on by itself."""
    timers = window.findChildren(QTimer)
    return any(each.isActive() and each.isSingleShot() and each.interval() <= SOON for each in timers)


def words_in(place: QWidget) -> Iterator[str]:
    """Every word that can be seen or heard in a place as it is shown now."""
    yield place.window().windowTitle()
    yield place.windowTitle()
    for each in [place, *place.findChildren(QWidget)]:
        if each.isVisible():
            yield from _words_of(each)
    for menu in place.findChildren(QMenu):
        yield menu.title()
        yield from (word for action in menu.actions() for word in (action.text(), action.toolTip()))


def _words_of(each: QWidget) -> Iterator[str]:
    yield from (each.accessibleName(), each.accessibleDescription(), each.toolTip(), each.statusTip())
    yield from (str(each.property(told) or "") for told in ("text", "title", "placeholderText", "plainText"))
    if isinstance(each, QTabBar):
        for tab in range(each.count()):
            yield from (each.tabText(tab), each.tabToolTip(tab))
    elif isinstance(each, QComboBox):
        for row in range(each.count()):
            yield from (each.itemText(row), str(each.itemData(row, Qt.ItemDataRole.ToolTipRole) or ""))
    elif isinstance(each, QHeaderView):
        yield from _headings(each)
    elif isinstance(each, QAbstractItemView) and each.model():
        yield from cells(each)


def _headings(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if model is not None:
        for section in range(min(header.count(), ROWS)):
            if not header.isSectionHidden(section):
                yield from (str(model.headerData(section, header.orientation(), role) or "") for role in ROLES[:3])


def cells(view: QAbstractItemView) -> Iterator[str]:
    """What the model says of its rows; a column that is hidden is not asked, for neither does the screen's reader."""
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    hidden = getattr(view, "isColumnHidden", lambda _: False)
    for row in range(min(model.rowCount(QModelIndex()), ROWS)):
        for column in range(columns):
            if not hidden(column):
                index = model.index(row, column)
                said = (model.data(index, role) for role in ROLES)
                yield from (words for words in said if isinstance(words, str))


@contextmanager
def drawing_noted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Notes every word that is drawn by the program's own painting, whole, before it is cut to its room."""
    noted: list[str] = []

    def noting(of: type, name: str) -> None:
        usual: Any = getattr(of, name)

        def noted_first(self: object, *given: object, **named: object) -> object:
            noted.extend(word for word in given if isinstance(word, str))
            return usual(self, *given, **named)

        patch.setattr(of, name, noted_first)

    with monkeypatch.context() as patch:
        for of, name in ((QPainter, "drawText"), (QFontMetrics, "elidedText"), (QFontMetricsF, "elidedText")):
            noting(of, name)
        yield noted


def words_drawn(place: QWidget, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a place draws by itself when it is drawn now."""
    with drawing_noted(monkeypatch) as noted:
        place.grab()
    return noted
