"""Paints the shapes of a picture with Qt, in the colours of the theme in use."""

from collections.abc import Iterable
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPen, QPixmap, QPolygonF

from dhr_desktop.domain.picture.frame import Type
from dhr_desktop.domain.picture.shapes import (
    Box,
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
        self._metrics = QFontMetricsF(self.font)
        self.measure = lru_cache(4096)(self._metrics.horizontalAdvance)
        self.measure_bold = lru_cache(4096)(QFontMetricsF(self.bold).horizontalAdvance)
        self.type = Type(self._metrics.height(), self._metrics.ascent(), self._metrics.horizontalAdvance("0"))


class Brush:
    """A painter that knows how each kind of shape is drawn."""

    def __init__(self, painter: QPainter, inks: Inks, letters: Letters) -> None:
        self._painter, self._inks, self._letters = painter, inks, letters
        self._written_with: tuple[Ink, bool] | None = None

    def paint(self, shapes: Iterable[Shape]) -> None:
        """Paint them in order."""
        for shape in shapes:
            if not isinstance(shape, Words):
                self._written_with = None
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
        painter.setBrush(self._on_surface(shape.ink) if shape.on_surface else self.colour(shape.ink))
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
        if shape.dashed:
            self._painter.setPen(QPen(self.colour(shape.ink), 1, Qt.PenStyle.DashLine))
            self._painter.drawLines([QLineF(*line) for line in shape.lines])
            return
        # Boxes, and lines of one dot, are filled as they are; for wider lines Qt reckons outlines, ten times as long.
        thin, width = [], shape.width
        upright: list[Box] = []
        for x, y, to_x, to_y in shape.lines:
            if x == to_x:
                upright.append((x - width / 2, min(y, to_y), width, abs(to_y - y)))
            elif y == to_y:
                upright.append((min(x, to_x), y - width / 2, abs(to_x - x), width))
            else:
                thin.append(QLineF(x, y, to_x, to_y))
        colour = self._on_surface(shape.ink)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawRects([QRectF(*box) for box in upright])
        if thin:
            pen = QPen(colour, 1)
            pen.setCosmetic(True)
            self._painter.setPen(pen)
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
            self._painter.drawLines(thin)
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _on_surface(self, ink: Ink) -> QColor:
        """An ink as it looks on the surface: Qt fills with what covers wholly many times faster than it mixes."""
        whole, ground = self.colour(Ink(ink.role)), self._inks.ink("surface")
        if ink.alpha >= 1:
            return whole
        parts = zip(whole.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index]  # a tuple of four
        return QColor(*(round(front * ink.alpha + back * (1 - ink.alpha)) for front, back in parts))

    def _diamonds(self, shape: Diamonds) -> None:
        """Each is drawn once and then stamped, for there may be hundreds."""
        stamps: dict[float, QPixmap] = {}
        for x, y, size in shape.places:
            stamp = stamps.get(size)
            if stamp is None:
                stamp = stamps[size] = self._diamond(shape, size)
            reach = size + 1
            self._painter.drawPixmap(QPointF(x - reach, y - reach), stamp)

    def _diamond(self, shape: Diamonds, size: float) -> QPixmap:
        device, middle = self._painter.device(), size + 1
        dots = device.devicePixelRatioF() if device else 1.0
        side = ceil(2 * middle * dots)
        stamp = QPixmap(side, side)
        stamp.setDevicePixelRatio(dots)
        stamp.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stamp)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.colour(shape.edge), 1.2))
        painter.setBrush(self.colour(shape.ink))
        ends = ((middle, middle - size), (middle + size, middle), (middle, middle + size), (middle - size, middle))
        painter.drawPolygon(QPolygonF([QPointF(*end) for end in ends]))
        painter.end()
        return stamp

    def _words(self, shape: Words) -> None:
        painter = self._painter
        if self._written_with != (shape.ink, shape.bold):
            painter.setFont(self._letters.bold if shape.bold else self._letters.font)
            painter.setPen(self.colour(shape.ink))
            self._written_with = shape.ink, shape.bold
        left = shape.x
        if shape.side is not Side.START:
            measure = self._letters.measure_bold if shape.bold else self._letters.measure
            left -= measure(shape.text) * (0.5 if shape.side is Side.MIDDLE else 1)
        painter.drawText(QPointF(left, shape.baseline), shape.text)
