"""Draws the program's pictures in one colour, from the lines kept in resources/icons."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dhr_desktop.base import resources

_SIZES = (16, 20, 24, 32, 48)


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon `name` drawn in one colour, `size` device-independent pixels square."""
    drawing = resources.text(f"icons/{name}.svg").replace("currentColor", colour)
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def tinted(name: str, colour: str, disabled: str) -> QIcon:
    """The icon `name` in one colour, and in another where it cannot be used."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(pixmap(name, colour, size))
        icon.addPixmap(pixmap(name, disabled, size), QIcon.Mode.Disabled)
    return icon
