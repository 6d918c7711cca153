"""Draws the program's pictures in one colour, from the lines kept in resources/icons."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dhr_desktop.base import resources

_SIZES = (16, 20, 24, 32, 48)


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon `name` drawn in one colour, `size` device-independent pixels square."""
    shown = QPixmap.fromImage(_drawn(name, colour, size * ratio))
    shown.setDevicePixelRatio(ratio)
    return shown


@lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, side: float) -> QImage:
    """Drawn once for the whole program: each page has a dozen icons, and each icon ten sizes and tints."""
    drawing = resources.text(f"icons/{name}.svg").replace("currentColor", colour)
    image = QImage(round(side), round(side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


def tinted(name: str, colour: str, disabled: str) -> QIcon:
    """The icon `name` in one colour, and in another where it cannot be used."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(pixmap(name, colour, size))
        icon.addPixmap(pixmap(name, disabled, size), QIcon.Mode.Disabled)
    return icon
