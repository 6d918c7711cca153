"""A chair looks around: by mouse in the picture, to the longest gap, and keeps what she found as a view."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from dhr_desktop.domain.picture.bins import Unit
from dhr_desktop.store import entries, views
from tests.store.made import snapshot

SLOW = 60_000
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


class Chair:
    """Has a mouse and a keyboard."""

    def __init__(self, window, qtbot):
        self.room, self._qtbot = window.room, qtbot

    @property
    def page(self):
        return self.room.page("timeline")

    @property
    def picture(self):
        return self.page.picture.view

    def rest(self):
        for _ in range(3):
            QApplication.processEvents()
            self._qtbot.waitUntil(lambda: not self.room.jobs.busy, timeout=SLOW)

    def back_in_the_window(self):
        """What a window manager does when a dialog has gone; off the screen there is none."""
        self.room.window().activateWindow()
        self._qtbot.waitUntil(self.room.window().isActiveWindow)
        self.page.setFocus()

    def press(self, key, modifier=NONE):
        self._qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        self.rest()

    def wheel(self, at, notches):
        """The wheel, turned so many times at a place of the picture."""
        view, where = self.picture, QPointF(at)
        for _ in range(notches):
            args = (where, view.mapToGlobal(where), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE)
            QApplication.sendEvent(view, QWheelEvent(*args, Qt.ScrollPhase.NoScrollPhase, False))

    def drag(self, begin, end, held=NONE):
        view = self.picture
        self._qtbot.mousePress(view, LEFT, held, begin)
        for share in (0.25, 0.6, 1.0):
            where = QPointF(begin + (end - begin) * share)
            move = QMouseEvent(
                QEvent.Type.MouseMove, where, view.mapToGlobal(where), Qt.MouseButton.NoButton, LEFT, held
            )
            QApplication.sendEvent(view, move)
        self._qtbot.mouseRelease(view, LEFT, held, end)
        self.rest()

    def click(self, at):
        self._qtbot.mouseClick(self.picture, LEFT, NONE, at)
        self.rest()

    def place_of(self, entry_id):
        """Where an entry of a certain day is drawn: its lane, and the middle of its day."""
        view = self.picture
        place = view.picture.rows.place_of[entry_id]
        lane = next(n for n, row in enumerate(view.picture.rows.rows) if place in row.places)
        first, last = view.picture.rows.spans.firsts[place], view.picture.rows.spans.lasts[place]
        frame = view.frame
        return QPointF(frame.scale.x((first + last + 1) / 2), frame.y(lane) + frame.lane / 2).toPoint()


@pytest.fixture
def chair(window, review, qtbot):
    assert window.room.review is review
    found = Chair(window, qtbot)
    found.press(Qt.Key.Key_4, CONTROL)
    qtbot.waitUntil(lambda: bool(found.picture.picture.rows.place_of))  # it follows the table a moment later
    return found


def test_the_picture_is_looked_around_in_by_mouse_and_leads_the_table(chair, review):
    ids = entries.ordered_ids(review)
    wanted = next(entry.id for entry in entries.page(review, ids) if entry.date_edtf == "2016-04-12")
    at = chair.place_of(wanted)

    chair.wheel(at, 12)
    assert chair.picture.unit is Unit.DAY, "near enough for single entries"
    near = chair.place_of(wanted)
    # Half a pixel far out, by which a pointer misses a day, is seven pixels near.
    assert abs(near.x() - at.x()) <= 8, "what was under the pointer stays there"

    chair.click(near)
    read = chair.page.panel.entry
    assert read.date_edtf == "2016-04-12"
    assert chair.page.table.chosen() == read

    chair.drag(near, near - QPoint(90, 0))
    moved = chair.place_of(wanted)
    assert abs((near.x() - moved.x()) - 90) <= 3, "the picture goes with the hand"

    chair.drag(moved - QPoint(60, 0), moved + QPoint(60, 0), SHIFT)
    left = entries.page(review, [chair.page.model.id_at(row) for row in range(chair.page.model.rowCount())])
    assert wanted in [entry.id for entry in left]
    assert 0 < len(left) < len(ids)
    assert chair.page.filters.wanted.earliest < "2016-04-12" < chair.page.filters.wanted.latest
    assert chair.page.panel.entry == read

    chair.picture.setFocus()
    chair.press(Qt.Key.Key_Escape)
    assert chair.page.model.rowCount() == len(ids)
    assert chair.page.table.chosen() == read


def test_the_longest_gap_is_found_and_kept_as_a_view_and_undo_takes_the_view_away(chair, review):
    before, ids = snapshot(review), entries.ordered_ids(review)
    chair.press(Qt.Key.Key_8, CONTROL)
    gaps = chair.room.page("gaps")
    longest = gaps.chosen.gap
    assert longest.days == max(one.gap.days for one in gaps.model.rows if one.gap.agency_id == longest.agency_id)
    chair.press(Qt.Key.Key_T, CONTROL)
    assert chair.room.shown == "timeline"
    wanted = chair.page.filters.wanted
    assert wanted.earliest < longest.first.isoformat() <= longest.last.isoformat() < wanted.latest
    days = [chair.page.model.entry(row).when.earliest for row in range(chair.page.model.rowCount())]
    assert [day for day in days if longest.first <= day <= longest.last] == []
    assert len(days) >= 2

    chair.page.viewing.save()
    chair.page.viewing.naming.name.setText("The longest gap")
    chair.page.viewing.naming.box.buttons()[0].click()
    chair.rest()
    assert [view.name for view in views.listing(review)] == ["The longest gap"]

    chair.back_in_the_window()
    chair.press(Qt.Key.Key_1, ALT)
    assert chair.page.model.rowCount() == len(ids)
    chair.press(Qt.Key.Key_6, ALT)
    assert chair.page.filters.wanted == wanted
    assert chair.page.filters.views.text() == "The longest gap"

    chair.press(Qt.Key.Key_Z, CONTROL)
    assert views.listing(review) == []
    assert snapshot(review) == before
