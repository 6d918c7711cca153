"""What has the keyboard is in sight: whatever gave it the keyboard, a scrolled page or form follows.

Qt follows Tab alone. A field that is reached by its underlined letter, or that a form goes to because something lacks
in it, would be typed into unseen.
"""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from dhr_desktop.ui.common.theme import SMALL, VAST


class InSight(QObject):
    """Watches where the keyboard goes. The mouse is left alone: what it points at would move away under it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: QWidget | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._show)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._note)

    def _note(self, _old: QWidget | None, new: QWidget | None) -> None:
        pressed = QApplication.mouseButtons()
        self._wanted = new if new is not None and not pressed else None
        if self._wanted is not None:
            self._later.start()  # once the page has made room for what it opens

    def _show(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None or not isValid(wanted) or not wanted.hasFocus():
            return
        around = wanted.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea) and _fits(wanted, around):
                around.ensureWidgetVisible(wanted, 0, VAST)  # with what it is called, above it
                _show_foot(wanted, around)
            around = around.parentWidget()


def _show_foot(wanted: QWidget, area: QScrollArea) -> None:
    """Qt is content with the caret in sight: of a text to be written, the rest would stay beneath the edge."""
    inner = area.widget()
    if inner is not None and inner.isAncestorOf(wanted):
        foot = wanted.mapTo(inner, QPoint(0, wanted.height()))
        area.ensureVisible(foot.x(), foot.y(), 0, SMALL)


def _fits(wanted: QWidget, area: QAbstractScrollArea) -> bool:
    """Whether it can be seen whole there; of what is higher than the room, either end may be wanted."""
    return wanted.height() <= area.viewport().height()
