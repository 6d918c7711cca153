"""A small square of an agency's colour, always beside its name."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.timeline.inks import Inks

_SIZE = 12


class Swatch(QWidget):
    """Shows one agency's colour."""

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks = inks
        self._colour = 0
        self.setFixedSize(QSize(_SIZE + 1, _SIZE + 1))

    def set_colour(self, colour: int) -> None:
        """Show the colour of this place in the agencies' palette."""
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it as the table does."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._inks.agency_edge(self._colour), 1))
        painter.setBrush(self._inks.agency(self._colour))
        painter.drawRoundedRect(QRectF(0.5, 0.5, _SIZE, _SIZE), 3, 3)
        painter.end()
