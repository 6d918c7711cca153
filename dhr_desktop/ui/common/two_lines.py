"""Draws a list whose rows have a line of words and quieter words below it, under headings where there are any."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dhr_desktop.ui.common.theme import HAIR, MEDIUM, SMALL, Theme

_Index = QModelIndex | QPersistentModelIndex
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class RowRole(IntEnum):
    """What a model gives beside the line itself: the words below it, a short mark, and whether it is a heading."""

    UNDER = Qt.ItemDataRole.UserRole + 1
    MARK = Qt.ItemDataRole.UserRole + 2
    HEADING = Qt.ItemDataRole.UserRole + 3


class TwoLines(QStyledItemDelegate):
    """As high as the words need at the width of the list. A mark stands at the end of the first line."""

    def __init__(self, theme: Theme, view: QListView, selects: Callable[[], bool] = lambda: True) -> None:
        """Draw the rows of `view`. Where `selects` says no, none looks chosen, as in a list that is only read."""
        super().__init__(view)
        self._theme, self._view, self._selects = theme, view, selects
        theme.changed.connect(view.doItemsLayout)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The ground as the style has it, then the words."""
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        if not self._selects():
            option.state &= ~QStyle.StateFlag.State_Selected
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        rect: QRect = option.rect.adjusted(SMALL, HAIR + 2, -SMALL, -HAIR)
        painter.save()
        if index.data(RowRole.HEADING):
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), words)
            painter.restore()
            return
        mark = str(index.data(RowRole.MARK) or "")
        body, small = self._fonts()
        taken = QFontMetrics(small).horizontalAdvance(mark) + SMALL if mark else 0
        painter.setFont(body)
        painter.setPen(self._theme.colour("text"))
        first = rect.adjusted(0, 0, -taken, 0)
        drawn = painter.boundingRect(first, _WRAPPED, words)
        painter.drawText(first, _WRAPPED, words)
        painter.setFont(small)
        if mark:
            painter.setPen(self._theme.colour("doubt"))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), mark)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(rect.adjusted(0, drawn.height(), 0, 0), _WRAPPED, str(index.data(RowRole.UNDER) or ""))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the list, and as high as its words are there."""
        del option
        body, small = self._fonts()
        width = max(self._view.viewport().width(), 120)
        room = QRect(0, 0, width - 2 * SMALL, 10_000)
        if index.data(RowRole.HEADING):
            return QSize(width, QFontMetrics(small).lineSpacing() + MEDIUM + HAIR)
        mark, under = str(index.data(RowRole.MARK) or ""), str(index.data(RowRole.UNDER) or "")
        taken = QFontMetrics(small).horizontalAdvance(mark) + SMALL if mark else 0
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        height = QFontMetrics(body).boundingRect(room.adjusted(0, 0, -taken, 0), _WRAPPED, words).height()
        if under:
            height += QFontMetrics(small).boundingRect(room, _WRAPPED, under).height()
        return QSize(width, height + 3 * HAIR + 2)

    def _fonts(self) -> tuple[QFont, QFont]:
        return self._theme.font("body"), self._theme.font("small")


def fit_height(view: QListView, most: int) -> None:
    """Make the list as high as its rows, up to `most` pixels, above which it scrolls."""
    model = view.model()
    rows = model.rowCount() if model else 0
    wanted = sum(view.sizeHintForRow(row) for row in range(rows)) + 2 * view.frameWidth() + HAIR
    view.setFixedHeight(min(wanted, most))
