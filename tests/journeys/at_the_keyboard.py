"""What journeys by keyboard share: the wait until the window is at rest."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dhr_desktop.ui.shell.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
_SLOW = 60_000


def rest(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing is read or written, and what came of it has been shown."""
    for _ in range(3):
        qtbot.waitUntil(lambda: window.room is not None and not window.room.jobs.busy, timeout=_SLOW)
        QApplication.processEvents()
