"""The key to the picture: a menu with each sign that stands in it now, drawn as it is there, and what it means."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from dhr_desktop.domain.picture import legend
from dhr_desktop.domain.picture.bins import Unit
from dhr_desktop.domain.picture.frame import Picture
from dhr_desktop.domain.picture.shapes import Boxes, Ink, Shape
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.painting import Brush, Letters

IN_VIEW, CHOSEN = 0.13, 0.16
"""How strongly the days are tinted that the table shows now, and those that the chair has marked."""
_SIDE = 2
_WIDTH = round(legend.SIGN + 2 * _SIDE)


class KeyMenu(QMenu):
    """Made anew whenever it opens. Nothing in it does anything: it is read, by the eye or by a screen reader."""

    def __init__(self, inks: Inks, shown: Callable[[], tuple[Picture, Unit]], parent: QWidget) -> None:
        super().__init__(parent)
        self._inks, self._shown = inks, shown
        self.setTitle(self.tr("What the signs mean"))
        self.setStyleSheet(f"QMenu {{ icon-size: {_WIDTH}px }}")  # in the usual size of an icon a sign is a blur
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Have the signs of the picture as it is now."""
        self.clear()
        picture, unit = self._shown()
        letters = Letters(self.font())
        for kind, words in legend.wanted(picture, unit):
            self._add(self._icon(letters, legend.drawn(kind, _SIDE, 0, letters.type)), words)
        for strength, words in (
            (IN_VIEW, self.tr("the days of the rows that the table shows")),
            (CHOSEN, self.tr("days marked by dragging, to which the table is narrowed")),
        ):
            box = (_SIDE, 2.0, legend.SIGN, letters.type.line - 4)
            self._add(self._icon(letters, [Boxes(Ink("accent", strength), [box])]), words)

    def _add(self, sign: QIcon, words: str) -> None:
        self.addAction(sign, words).setIconVisibleInMenu(True)  # here the icon is what it is about

    def _icon(self, letters: Letters, shapes: Iterable[Shape]) -> QIcon:
        ratio = self.devicePixelRatioF()
        made = QPixmap(round(_WIDTH * ratio), round(letters.type.line * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        Brush(painter, self._inks, letters).paint(shapes)
        painter.end()
        return QIcon(made)
