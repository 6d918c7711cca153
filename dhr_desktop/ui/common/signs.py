"""Small signs drawn the same wherever they stand: an agency's colour, and doubt."""

from html import escape
from textwrap import wrap

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.inks import Inks

SWATCH, DOUBT = 11, 16
_TIP_LINE = 64


def draw_swatch(painter: QPainter, left: float, middle: float, colour: int, inks: Inks) -> None:
    """A small square of an agency's colour; it always stands beside the agency's name."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.agency(colour))
    painter.drawRoundedRect(QRectF(left, middle - SWATCH / 2, SWATCH, SWATCH), 3, 3)
    painter.restore()


def draw_doubt(painter: QPainter, place: QRectF, inks: Inks) -> None:
    """A ring with a question mark, told by its shape as much as by its colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(inks.ink("doubt"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(place.adjusted(1, 1, -1, -1))
    font = QFont(painter.font())
    font.setBold(True)
    font.setItalic(False)
    font.setPixelSize(round(place.height() * 0.66))
    painter.setFont(font)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "?")
    painter.restore()


def draw_fold(painter: QPainter, middle: QPointF, inks: Inks, *, folded: bool) -> None:
    """A small angle that points to the right where something is folded away, and down where it is shown."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(inks.ink("muted"), 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    points = (
        [QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)] if folded else [QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)]
    )
    painter.drawPolyline([middle + point for point in points])
    painter.restore()


def draw_by_hand(painter: QPainter, middle: QPointF, inks: Inks) -> None:
    """Two small arrows, up and down: the chair has put this entry where it stands within its day."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(inks.ink("accent"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for way in (-1, 1):
        painter.drawLine(middle + QPointF(0, way), middle + QPointF(0, way * 6))
        painter.drawPolyline([middle + QPointF(side, way * y) for side, y in ((-3, 3.5), (0, 6.5), (3, 3.5))])
    painter.restore()


def draw_in_event(painter: QPainter, place: QRectF, inks: Inks) -> None:
    """Two dots joined by a bracket, as the page of events has it: this entry belongs to an event."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(inks.ink("accent"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    left, right, top, bottom = place.left() + 3, place.right() - 4, place.top() + 4, place.bottom() - 4
    for y in (top, bottom):
        painter.drawEllipse(QPointF(left, y), 1.75, 1.75)
        painter.drawLine(QPointF(left + 3, y), QPointF(right, y))
    painter.drawLine(QPointF(right, top), QPointF(right, bottom))
    painter.restore()


def smaller(font: QFont) -> QFont:
    """The font one step down, for what stands under something."""
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * 0.9)
    else:
        small.setPixelSize(round(font.pixelSize() * 0.9))
    return small


def tip(text: str) -> str:
    """The text for a tool tip, which would otherwise read as markup what an agency wrote in angle brackets.

    Its lines are broken here, for Qt would make a narrow column of them that covers what they speak of.
    """
    if not text:
        return ""
    lines = [line for part in text.split("\n") for line in wrap(part, _TIP_LINE) or [""]]
    return f"<p style='white-space: pre; margin: 0'>{'<br/>'.join(map(escape, lines))}</p>"


class Swatch(QWidget):
    """Shows one agency's colour."""

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks = inks
        self._colour = 0
        self.setFixedSize(QSize(SWATCH, SWATCH + 2))
        inks.changed.connect(self.update)

    def set_colour(self, colour: int) -> None:
        """Show the colour of this place in the agencies' palette."""
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it as the table does."""
        del event
        painter = QPainter(self)
        draw_swatch(painter, 0, self.height() / 2, self._colour, self._inks)
        painter.end()


class DoubtSign(QWidget):
    """Shows the sign of doubt."""

    def __init__(self, inks: Inks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inks = inks
        self.setFixedSize(QSize(DOUBT + 2, DOUBT + 2))
        inks.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it as the table does."""
        del event
        painter = QPainter(self)
        draw_doubt(painter, QRectF(1, 1, DOUBT, DOUBT), self._inks)
        painter.end()
