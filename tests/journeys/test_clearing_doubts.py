"""A chair clears what the import left in doubt by the keyboard alone, takes one back, and goes on to the timeline."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dhr_desktop.store import doubtful

SLOW = 60_000


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_everything_in_doubt_is_cleared_with_one_key_each_and_one_is_taken_back(window, review, qtbot):
    def at_rest():
        QApplication.processEvents()
        return not window.room.jobs.busy

    press(qtbot, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = window.room.page("doubts")
    number = doubtful.count(review)
    qtbot.waitUntil(lambda: len(page.list.order()) == number and at_rest(), timeout=SLOW)
    assert number > 5
    assert page.form.date.hasFocus()

    for _ in range(number):
        press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(at_rest, timeout=SLOW)
    assert doubtful.count(review) == 0
    assert page.empty.isVisible()
    assert window.room.rail.buttons["doubts"].accessibleName() == "Doubts"

    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.list.order()) == 1 and at_rest(), timeout=SLOW)
    assert page.form.date.hasFocus()

    qtbot.keyClicks(page.form.date, "early june 2014")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(at_rest, timeout=SLOW)
    assert doubtful.count(review) == 0
    assert review.journal.status().undo.startswith("Edit entry of ")
