"""The Qt binding keeps Python's books: PySide6 6.12.0 did not, and ended the program after a few thousand calls."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame

CALLS = 300
SLACK = 100


class Sender(QObject):
    told = Signal(int)


def lost(thing, call):
    """How many references to `thing` go missing while `call` is made many times."""
    before = sys.getrefcount(thing)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(thing)


def test_a_call_that_gives_nothing_takes_nothing(qtbot):
    frame = QFrame()
    qtbot.addWidget(frame)

    assert lost(None, lambda: frame.setVisible(False)) < SLACK


def test_a_signal_takes_nothing():
    sender = Sender()

    assert lost(True, lambda: sender.told.emit(1)) < SLACK
