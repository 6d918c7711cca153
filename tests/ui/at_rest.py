"""How tests of pages show them and wait until nothing is read or written any more."""

from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from dhr_desktop.ui.common.context import ReviewContext


def settled(context: ReviewContext, qtbot: QtBot) -> None:
    """Wait until all that was asked for has been read and written, and what came of it as well."""
    for _ in range(4):
        qtbot.waitUntil(lambda: not context.jobs.busy)
        qtbot.wait(0)


def shown(widget: QWidget, window: QMainWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    """Show a page in the window, and have the window before all others."""
    window.setCentralWidget(widget)
    window.resize(*size)
    window.show()
    qtbot.waitActive(window)
