"""Waits for what a test waits for, and not for ten milliseconds more each time."""

import time
from collections.abc import Callable

from pytestqt.exceptions import TimeoutError as TookTooLong
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

_LOOK_EVERY = 1
_ROUNDS_AFTER = 3
_PATIENCE = 30_000
"""Milliseconds, where pytest-qt has 5,000: how busy a shared machine is today is no fact about the program."""


class PromptBot(QtBot):
    """A `QtBot` that looks for what is awaited each millisecond.

    The suite waits some twenty thousand times, mostly for a thread that is done in two milliseconds, and pytest-qt
    looks every ten. What those ten gave in passing is kept: what follows at once from what came is done, too.
    """

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE) -> None:  # noqa: N802 - pytest-qt's own name
        __tracebackhide__ = True
        waited = False
        until = time.monotonic() + timeout / 1000
        while not self._has_come(callback, late=time.monotonic() > until):
            self.wait(_LOOK_EVERY)
            waited = True
        for _ in range(_ROUNDS_AFTER if waited else 0):
            qt_api.QtWidgets.QApplication.processEvents()

    def _has_come(self, callback: Callable[[], bool | None], *, late: bool) -> bool:
        __tracebackhide__ = True
        try:
            found = callback()
        except AssertionError as not_yet:
            if late:
                raise TookTooLong("what was waited for did not come") from not_yet
            return False
        if found not in (None, True, False):
            raise ValueError(f"a condition gives None, True or False, not {found!r}")
        come = found is None or bool(found)  # of numbers, 0 is a no and 1 a yes
        if late and not come:
            raise TookTooLong("what was waited for did not come")
        return come
