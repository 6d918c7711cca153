"""Rows of the timeline as pictures: each is drawn once, for as long as it says and looks the same."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakSet

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap

from dhr_desktop.base.remembered import forgets
from dhr_desktop.ui.timeline.columns import Column
from dhr_desktop.ui.timeline.delegate import EntryDelegate
from dhr_desktop.ui.timeline.row_said import RowSaid

_KEPT, _DOTS = 120, 16_000_000
"""Some screens of rows, 20 MB where a row is a thousand dots wide; on the finest screens one and a half, in 64 MB."""


@dataclass(frozen=True, slots=True)
class Look:
    """All but what it says that a row's picture is made by. `places` are the left edges and widths of its cells."""

    places: tuple[tuple[Column, int, int], ...]
    size: tuple[int, int]
    ratio: float
    font: QFont
    typed: str
    chosen: bool


class RowPictures:
    """Draws rows by the delegate, and keeps the pictures of the last, until the review is left."""

    def __init__(self, delegate: EntryDelegate) -> None:
        self._delegate = delegate
        self._kept: OrderedDict[tuple[int, bool], tuple[RowSaid, Look, QPixmap]] = OrderedDict()
        delegate.inks.changed.connect(self.forget)
        _ALL.add(self)

    def forget(self) -> None:
        """Keep none: their colours are others now, or the review is left."""
        self._kept.clear()

    def of(self, row_id: int, said: RowSaid, look: Look) -> QPixmap:
        """The picture of a row; `row_id` is what it is known by."""
        key = row_id, look.chosen
        kept = self._kept.get(key)
        if kept is not None and kept[1] == look and kept[0] == said:
            self._kept.move_to_end(key)
            return kept[2]
        picture = self._drawn(said, look)
        self._kept[key] = said, look, picture
        self._kept.move_to_end(key)
        most = min(_KEPT, _DOTS // max(picture.width() * picture.height(), 1))
        while len(self._kept) > max(most, 1):
            self._kept.popitem(last=False)
        return picture

    def _drawn(self, said: RowSaid, look: Look) -> QPixmap:
        width, height = look.size
        picture = QPixmap(QSize(width, height) * look.ratio)
        picture.setDevicePixelRatio(look.ratio)
        if look.ratio % 1:  # the ground may end within a dot
            picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        places: Mapping[Column, QRect] = {column: QRect(left, 0, wide, height) for column, left, wide in look.places}
        self._delegate.draw_row(painter, QRect(0, 0, width, height), places, look.font, said, chosen=look.chosen)
        painter.end()
        return picture


_ALL: "WeakSet[RowPictures]" = WeakSet()


def _forget_all() -> None:
    for each in list(_ALL):
        each.forget()


forgets(_forget_all)
