"""The colours that hand-drawn parts are drawn with: those of the theme in use, looked up once."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from dhr_desktop.ui.common.theme import Theme


class Inks(QObject):
    """Asked for a colour thousands of times a second while a table scrolls, so it keeps what the theme said."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept: dict[str | int, QColor] = {}
        theme.changed.connect(self._forget)

    def ink(self, role: str) -> QColor:
        """The colour of a role of the theme."""
        found = self._kept.get(role)
        if found is None:
            found = self._kept[role] = self._theme.colour(role)
        return found

    def agency(self, colour: int) -> QColor:
        """The colour of an agency's place in the palette."""
        found = self._kept.get(colour)
        if found is None:
            found = self._kept[colour] = self._theme.agency(colour)
        return found

    def _forget(self) -> None:
        self._kept.clear()
        self.changed.emit()
