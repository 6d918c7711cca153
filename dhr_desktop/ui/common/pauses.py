"""When what is being typed should be written: at each pause, and now and then where there is none."""

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE, LONGEST = 1_000, 5_000
"""Milliseconds without a key that are a pause, and how long typing may go on without one."""


class Pauses(QObject):
    """Told of each change, it says when to write."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self._tell)

    def typed(self) -> None:
        """Something was typed that is not written yet."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def stop(self) -> None:
        """Nothing waits to be written."""
        self._pause.stop()
        self._longest.stop()

    def _tell(self) -> None:
        self.stop()
        self.due.emit()
