"""Locks the program when nobody has been at it for as long as the chair has chosen, and says so a minute before.

It also locks at once where the lock's own key is pressed in a dialog or a menu, which keep that key from the window.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow
from shiboken6 import isValid

from dhr_desktop.ui.common.dialogs import SAID_WHEN_LOCKED

_LOOK, _AGAIN = 5_000, 250
"""Milliseconds from look to look at the clock, and until the end of what had to be closed before."""
_MINUTE = 60
_WARNED_BEFORE = _MINUTE
_SOMEBODY = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel),
        *(QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress, QEvent.Type.InputMethod),
    }
)


@dataclass(frozen=True, slots=True)
class Lockable:
    """What the idle lock asks of its window. `minutes` is 0 for never; what goes on is waited for while `busy`.

    `keep` has everything kept that is being typed, before any dialog is closed.
    """

    minutes: Callable[[], int]
    possible: Callable[[], bool]
    busy: Callable[[], bool]
    keep: Callable[[], object]
    lock: Callable[[], object]
    key: QKeySequence


class IdleLock(QObject):
    """Hears keys and the mouse at the windows of the program, not at its widgets, of which there are many more events.

    It goes by the clock of the day: one that counts only while the computer is awake would leave a review open to
    whoever opens the lid an hour later.
    """

    def __init__(self, window: QMainWindow, lockable: Lockable, clock: Callable[[], float] = time.time) -> None:
        super().__init__(window)
        self._window, self._lockable, self._clock = window, lockable, clock
        self._last = clock()
        self._locking = self._warned = False
        self._closed_unseen: list[str] = []
        self._heard: QWindow | None = None
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._hear)

    def hear_window(self) -> None:
        """Hear the main window from now on, also while another has the keyboard."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _hear(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a filter that is there already is only moved to the front
            self._somebody()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note that somebody is there; who comes after the time is over finds it locked, and changes nothing."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self._is_for_the_lock(watched, event)
        ):
            if not self._locking:
                self._locking = True
                QTimer.singleShot(0, self, partial(self._lock, asked=True))
            return True
        return event.type() in _SOMEBODY and self._somebody()

    def _is_for_the_lock(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether the window, which has the key for itself, cannot be reached by it."""
        if QKeySequence(event.keyCombination()) != self._lockable.key or not self._lockable.possible():
            return False
        before = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return before is not None or watched is not self._window.windowHandle()

    @property
    def _limit(self) -> float:
        """Seconds; 0 where it is not to lock, or cannot."""
        return self._lockable.minutes() * _MINUTE if self._lockable.possible() else 0.0

    @property
    def _over(self) -> bool:
        return 0 < self._limit <= self._clock() - self._last and not self._lockable.busy()

    def _somebody(self) -> bool:
        if self._locking:
            return True
        if self._over:
            self._locking = True
            QTimer.singleShot(0, self, self._lock)  # not in the midst of a key's way to its field
            return True
        self._last = self._clock()
        if self._warned:
            self._warned = False
            self._window.statusBar().clearMessage()
        return False

    def look(self) -> None:
        """Lock if it is time, or say that it soon will be."""
        limit, now = self._limit, self._clock()
        if not limit or self._locking:
            self._last = now if not limit else self._last
        elif self._over:
            self._locking = True
            self._lock()
        elif now - self._last >= limit - _WARNED_BEFORE and not self._warned and not self._lockable.busy():
            self._warned = True
            self._say(self.tr("The program locks in a minute, as nobody is using it. Any key keeps it open."))

    def _lock(self, *, asked: bool = False) -> None:
        """What stands before the window is put away first: whoever waits for its answer has to have it before.

        Also what Escape does not close: a passphrase that is shown once is made anew more easily than unseen.
        """
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if dialog is not None:
            self._lockable.keep()
        for each in (popup, dialog):
            if isinstance(each, QDialog):
                self._put_away(each)
            elif each is not None:
                each.close()
        if popup is not None or dialog is not None:
            QTimer.singleShot(_AGAIN, self, partial(self._lock, asked=asked))
            return
        minutes = self._lockable.minutes()
        self._locking = self._warned = False
        unseen, self._closed_unseen = self._closed_unseen, []
        if not self._lockable.possible():
            return
        self._lockable.lock()
        if not asked:
            kept = self.tr("Locked after {n} minutes without use. What was typed is kept.").format(n=minutes)
            unseen.insert(0, kept)
        if unseen:
            self._say(" ".join(unseen))

    def _put_away(self, dialog: QDialog) -> None:
        if words := dialog.property(SAID_WHEN_LOCKED):
            self._closed_unseen.append(str(words))
        dialog.reject()
        if isValid(dialog) and dialog.isVisible():
            dialog.done(QDialog.DialogCode.Rejected)

    def _say(self, words: str) -> None:
        self._window.statusBar().showMessage(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, words))
