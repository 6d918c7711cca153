"""A box of choices that the wheel of the mouse leaves alone.

Qt's own box takes what the wheel passes over as chosen. In a form that scrolls that would change a fact of somebody
without anybody having meant it, or seen it.
"""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class ChoiceBox(QComboBox):
    """A box of choices. The wheel over it scrolls what it stands in; its opened list is scrolled as ever."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to what the box stands in."""
        event.ignore()
