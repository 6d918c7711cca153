"""Draws cells of a table whole: their words go on in as many lines as they need, and a word too wide is broken."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

_Index = QModelIndex | QPersistentModelIndex
_SIDE, _TOP = 9, 7


class WholeWords(QStyledItemDelegate):
    """As high as its words need at the width of the column."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The ground as the style has it, then every line."""
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        rect = option.rect
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(option.palette.text().color())
        laid_out(words, option.font, rect.width() - 2 * _SIDE).draw(painter, QPointF(rect.x() + _SIDE, rect.y() + _TOP))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """The width of the column and the height of the words in it."""
        self.initStyleOption(option, index)
        width = self._view.columnWidth(index.column())
        height = laid_out(option.text, option.font, width - 2 * _SIDE).boundingRect().height()
        return QSize(width, round(height) + 2 * _TOP)

    def widest(self, each: Iterable[str]) -> int:
        """The width of a column in which none of these goes on in a second line."""
        metrics = self._view.fontMetrics()
        return max((metrics.horizontalAdvance(words) for words in each), default=0) + 2 * _SIDE + 1


def laid_out(words: str, font: QFont, width: int) -> QTextLayout:
    """The words broken into lines of a width."""
    layout = QTextLayout(words.replace("\n", "\u2028"), font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
