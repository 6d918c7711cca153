"""Paints the shapes of a picture with Qt, in the colours of the theme in use."""

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPen, QPolygonF

from dhr_desktop.domain.picture.frame import Type
from dhr_desktop.domain.picture.shapes import (
    Boxes,
    Diamonds,
    Hatched,
    Ink,
    Shape,
    Side,
    Softs,
    Strokes,
    Words,
)
from dhr_desktop.ui.common.inks import Inks

_FADE = 24.0
_FADE_SHARE = 0.35


class Letters:
    """The font of the picture with its measures; widths are kept, for the same words are measured in every frame."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.bold = QFont(font)
        self.bold.setBold(True)
        self._metrics = QFontMetricsF(self.bold)
        self.measure = lru_cache(4096)(self._metrics.horizontalAdvance)
        self.type = Type(self._metrics.height(), self._metrics.ascent(), self._metrics.horizontalAdvance("0"))


class Brush:
    """A painter that knows how each kind of shape is drawn."""

    def __init__(self, painter: QPainter, inks: Inks, letters: Letters) -> None:
        self._painter, self._inks, self._letters = painter, inks, letters

    def paint(self, shapes: Iterable[Shape]) -> None:
        """Paint them in order."""
        for shape in shapes:
            match shape:
                case Boxes():
                    self._boxes(shape)
                case Softs():
                    self._softs(shape)
                case Hatched():
                    self._hatched(shape)
                case Strokes():
                    self._strokes(shape)
                case Diamonds():
                    self._diamonds(shape)
                case Words():
                    self._words(shape)

    def colour(self, ink: Ink) -> QColor:
        """The colour of an ink."""
        found = self._inks.agency(ink.role) if isinstance(ink.role, int) else self._inks.ink(ink.role)
        if ink.alpha < 1:
            found = QColor(found)
            found.setAlphaF(ink.alpha)
        return found

    def _boxes(self, shape: Boxes) -> None:
        if not shape.boxes:
            return
        painter = self._painter
        if shape.round:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour(shape.ink))
        if shape.round:
            for box in shape.boxes:
                painter.drawRoundedRect(QRectF(*box), shape.round, shape.round)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        else:
            painter.drawRects([QRectF(*box) for box in shape.boxes])

    def _softs(self, shape: Softs) -> None:
        colour = self.colour(shape.ink)
        clear = QColor(colour)
        clear.setAlpha(0)
        for left, top, width, height in shape.boxes:
            edge = min(_FADE, width * _FADE_SHARE) / width
            gradient = QLinearGradient(left, 0, left + width, 0)
            gradient.setStops([(0, clear), (edge, colour), (1 - edge, colour), (1, clear)])
            self._painter.fillRect(QRectF(left, top, width, height), QBrush(gradient))

    def _hatched(self, shape: Hatched) -> None:
        brush = QBrush(self.colour(shape.ink), Qt.BrushStyle.BDiagPattern)
        for box in shape.boxes:
            self._painter.fillRect(QRectF(*box), brush)

    def _strokes(self, shape: Strokes) -> None:
        if not shape.lines:
            return
        style = Qt.PenStyle.DashLine if shape.dashed else Qt.PenStyle.SolidLine
        self._painter.setPen(QPen(self.colour(shape.ink), shape.width, style))
        self._painter.drawLines([QLineF(*line) for line in shape.lines])

    def _diamonds(self, shape: Diamonds) -> None:
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        painter.setPen(QPen(self.colour(shape.edge), 1.2))
        painter.setBrush(self.colour(shape.ink))
        for x, y, size in shape.places:
            corners = (QPointF(x, y - size), QPointF(x + size, y), QPointF(x, y + size), QPointF(x - size, y))
            painter.drawPolygon(QPolygonF(corners))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _words(self, shape: Words) -> None:
        painter = self._painter
        painter.setFont(self._letters.bold if shape.bold else self._letters.font)
        painter.setPen(self.colour(shape.ink))
        left = shape.x
        if shape.side is not Side.START:
            left -= self._letters.measure(shape.text) * (0.5 if shape.side is Side.MIDDLE else 1)
        painter.drawText(QPointF(left, shape.baseline), shape.text)
