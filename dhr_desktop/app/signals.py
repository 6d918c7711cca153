"""Ctrl+C in a terminal, or the system's wish to end the program, closes the window as its own button does."""

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QWidget

_ENDINGS = (signal.SIGINT, signal.SIGTERM)
_SOME = 64


class CloseOnSignal(QObject):
    """Wakes Qt's loop when a signal has come: Python would otherwise see to it only at the next event of the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._read, write = os.pipe()
        for end in (self._read, write):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(write)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        for number in _ENDINGS:
            signal.signal(number, self._close)

    def _wake(self) -> None:
        os.read(self._read, _SOME)  # Python's own handler, below, runs before the next line of Python

    def _close(self, _number: int, _frame: FrameType | None) -> None:
        self._window.close()


def close_on_signals(window: QWidget) -> None:
    """Watch for them, where the system has them; Windows closes windows by itself."""
    if os.name != "nt":
        CloseOnSignal(window)
