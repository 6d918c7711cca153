"""Draws the timeline's cells: two lines at most, the agency's colour, doubt as a sign, hits of the search marked."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.signs import DOUBT, SWATCH, draw_doubt, draw_swatch, smaller
from dhr_desktop.ui.common.veil import draw_veiled, veiled_words
from dhr_desktop.ui.timeline.cell_text import Hits, laid_out
from dhr_desktop.ui.timeline.found_words import from_first_hit
from dhr_desktop.ui.timeline.model import AGENCY, ENTRY, AnyIndex, Column, one_line

SIDE, ABOVE = 8, 6


class EntryDelegate(QStyledItemDelegate):
    """Draws every column of the timeline. `typed` is what is being searched for."""

    def __init__(self, inks: Inks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.inks = inks
        self.typed = ""

    def row_height(self, font: QFont) -> int:
        """The height of every row: two lines and the air around them."""
        return round(QFontMetricsF(font).lineSpacing() * 2) + 2 * ABOVE + 1

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """All rows are of one height; the columns' widths are the view's."""
        del index
        return QSize(80, self.row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        painter.save()
        self._ground(painter, option, index)
        entry = index.data(ENTRY)
        if isinstance(entry, Entry):
            inside = option.rect.adjusted(SIDE, ABOVE, -SIDE, -ABOVE - 1)
            painter.setClipRect(option.rect)
            painter.setFont(option.font)
            painter.setPen(self.inks.ink("text"))
            self._cell(painter, inside, entry, index)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        inks, place = self.inks, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(place, inks.ink("selected" if chosen else "surface"))
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), inks.ink("line"))
        if chosen and index.column() == Column.DATE:
            painter.fillRect(QRect(place.left(), place.top(), 3, place.height() - 1), inks.ink("accent"))

    def _cell(self, painter: QPainter, inside: QRect, entry: Entry, index: AnyIndex) -> None:
        column = Column(index.column())
        if column is Column.DATE:
            self._date(painter, inside, entry, str(index.data()))
        elif column is Column.TIME:
            self._line(painter, inside, entry.time)
        elif column is Column.AGENCY:
            self._agency(painter, inside, index.data(AGENCY))
        elif column is Column.WHAT:
            self._text(painter, inside, str(index.data()))
        elif column is Column.SOURCE:
            self._over(painter, inside, one_line(entry.source or entry.reference), self._under_source(entry))
        elif entry.doubts:
            draw_doubt(painter, QRectF(inside.left() - 2, inside.top(), DOUBT, DOUBT), self.inks)

    def _date(self, painter: QPainter, inside: QRect, entry: Entry, words: str) -> None:
        when = entry.when
        font = painter.font()
        painter.setPen(self.inks.ink("text") if when.is_exact else self.inks.ink("muted"))
        font.setItalic(not when.is_exact)
        painter.setFont(font)
        if painter.fontMetrics().horizontalAdvance(words) > inside.width():
            self._two_lines(painter, inside, words)
            return
        self._line(painter, inside, words)
        written = one_line(entry.date_written)
        if written and written != words:
            font.setItalic(False)
            self._under(painter, inside, font, written)

    def _agency(self, painter: QPainter, inside: QRect, agency: object) -> None:
        if not isinstance(agency, Agency):
            return
        middle = inside.top() + painter.fontMetrics().lineSpacing() / 2
        draw_swatch(painter, inside.left(), middle, agency.colour, self.inks)
        self._two_lines(painter, inside.adjusted(SWATCH + SIDE, 0, 0, 0), agency.name)

    def _text(self, painter: QPainter, inside: QRect, text: str) -> None:
        if text == veiled_words():
            draw_veiled(painter, inside, self.inks.ink("muted"))
            return
        if self.typed:
            room = 2 * inside.width() // max(painter.fontMetrics().averageCharWidth(), 1)
            text = from_first_hit(text, self.typed, room - 8)
        self._two_lines(painter, inside, text)

    def _under_source(self, entry: Entry) -> str:
        return one_line(entry.reference) if entry.source else ""

    def _over(self, painter: QPainter, inside: QRect, upper: str, lower: str) -> None:
        if not lower:
            self._two_lines(painter, inside, upper)
            return
        self._line(painter, inside, upper)
        self._under(painter, inside, painter.font(), lower)

    def _under(self, painter: QPainter, inside: QRect, font: QFont, text: str) -> None:
        """A quieter second line."""
        painter.setPen(self.inks.ink("muted"))
        painter.setFont(smaller(font))
        self._line(painter, inside.adjusted(0, QFontMetricsF(font).lineSpacing().__ceil__(), 0, 0), text)

    def _line(self, painter: QPainter, inside: QRect, text: str) -> None:
        self._laid(painter, inside, text, 1)

    def _two_lines(self, painter: QPainter, inside: QRect, text: str) -> None:
        self._laid(painter, inside, text, 2)

    def _laid(self, painter: QPainter, inside: QRect, text: str, lines: int) -> None:
        if not text:
            return
        ground, letters = self.inks.ink("found").name(), self.inks.ink("found_text").name()
        marked = Hits(self.typed, ground, letters) if self.typed else None
        layout = laid_out(text, painter.font().toString(), inside.width(), lines, marked)
        layout.draw(painter, QPointF(inside.topLeft()))
