"""What a chair does on the page of disagreements, for its tests, and the agencies that differ there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dhr_desktop.domain.events import Differs

POLICE, HOSPITAL, HOMES = "Marlshire Police", "Marl General Hospital", "Quayside Homes"
CONTROL = Qt.KeyboardModifier.ControlModifier
INJURY, OUTCOME = Differs.INJURY, Differs.OUTCOME


def lines(page):
    return [page.list.item(row).text().split("\n") for row in range(page.list.count())]


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def settle(page, qtbot, reason="She was examined there."):
    page.detail.form.choices[1].click()
    qtbot.keyClicks(QApplication.focusWidget(), reason)
    press(qtbot, Qt.Key.Key_Return, CONTROL)
