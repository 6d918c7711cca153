"""Tells a key that is pressed anew from one that is held down, which must not go on answering by itself."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_LET_GO, _ANEW = 30, 100
"""Milliseconds. A key that repeats is let go and pressed in one moment, some thirty times a second; no finger lets go
for less than 30, nor presses ten times a second."""


@dataclass(slots=True)
class _Key:
    """One key as it was last seen."""

    pressed: int
    fresh: bool
    let_go: int | None = None


class HeldKeys:
    """Looks at the events of the keys that answer for the chair.

    Qt's own mark of a repeat is not enough: on X11 it is missing whenever the repeat is read before its next press
    has come (`QXcbKeyboard::handleKeyEvent` looks one event ahead), and what comes over a remote screen has none. The
    times are those of the system, so a window that was busy judges no differently.
    """

    def __init__(self) -> None:
        self._keys: dict[int, _Key] = {}

    def is_fresh(self, event: QKeyEvent) -> bool:
        """Whether a press, or the question whether it is a shortcut, is the beginning of one.

        Asked again of the same press, the answer is the same.
        """
        key, at = event.key(), event.timestamp()
        seen = self._keys.get(key)
        if seen is not None and at and seen.pressed == at and seen.let_go is None:
            return seen.fresh
        fresh = not event.isAutoRepeat() and not (at and seen and _goes_on(seen, at))
        self._keys[key] = _Key(at, fresh)
        return fresh

    def let_go(self, event: QKeyEvent) -> None:
        """A key was let go, or seems to have been."""
        self._keys.setdefault(event.key(), _Key(0, fresh=True)).let_go = event.timestamp()

    def swallows(self, event: QEvent, keys: Collection[int]) -> bool:
        """Whether an event is one of these keys held down, of which nobody should hear."""
        if not isinstance(event, QKeyEvent) or event.key() not in keys:
            return False
        if event.type() == QEvent.Type.KeyRelease:
            self.let_go(event)
            return False
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or self.is_fresh(event):
            return False
        event.accept()
        return True

    @staticmethod
    def is_plainly(event: QKeyEvent, keys: Collection[int]) -> bool:
        """Whether it is one of these keys with no other held beside it; the key pad's is the same."""
        beside = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return beside == Qt.KeyboardModifier.NoModifier and event.key() in keys


def _goes_on(seen: _Key, at: int) -> bool:
    return at - seen.pressed < _ANEW or (seen.let_go is not None and at - seen.let_go < _LET_GO)


KEYBOARD = HeldKeys()
"""There is one keyboard, and a key is often let go where another widget has it by then."""


class OnePressEach(QObject):
    """Has each of some keys answer once, however long it is held, wherever among some widgets the keyboard is."""

    def __init__(self, keys: Collection[int], widgets: Iterable[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._keys = frozenset(keys)
        for each in widgets:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the repeats from everyone."""
        del watched
        return KEYBOARD.swallows(event, self._keys)
