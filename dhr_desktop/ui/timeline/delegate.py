"""Draws the timeline's cells: two lines at most, the agency's colour, doubt as a sign, hits of the search marked."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.store.grouping import Group
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.signs import (
    DOUBT,
    SWATCH,
    draw_by_hand,
    draw_doubt,
    draw_fold,
    draw_in_event,
    draw_swatch,
    smaller,
)
from dhr_desktop.ui.common.veil import draw_veiled, veiled_words
from dhr_desktop.ui.timeline.cell_text import Hits, laid_out
from dhr_desktop.ui.timeline.cells import Cells
from dhr_desktop.ui.timeline.found_words import found_elsewhere, from_first_hit, hits
from dhr_desktop.ui.timeline.model import AGENCY, ENTRY, GROUP, WITHIN, AnyIndex, Column, one_line

SIDE, ABOVE = 8, 6
INDENT = 12
"""How far the entries of an event stand in beneath its head."""
_HAND = 7
_LONGEST = 700
"""More letters than two lines ever hold; the rest need not be measured."""


class EntryDelegate(QStyledItemDelegate):
    """Draws every column of the timeline. `typed` is what is being searched for."""

    def __init__(self, inks: Inks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.inks = inks
        self.typed = ""
        self.first_column = int(Column.DATE)
        """The column at the left edge, which carries the signs of the row."""
        self.shown_columns: frozenset[Column] = frozenset()
        self._cells = Cells(self)

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
        entry = _told(index, ENTRY)
        head = entry is None and _told(index, GROUP) is not None
        self._ground(painter, option, index, head=head)
        inside = option.rect.adjusted(SIDE, ABOVE, -SIDE, -ABOVE - 1)
        painter.setClipRect(option.rect)
        painter.setFont(option.font)
        painter.setPen(self.inks.ink("text"))
        if head:
            self._head(painter, inside, index)
        elif isinstance(entry, Entry):
            self._cell(painter, self._stood_in(painter, option.rect, inside, index), entry, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.inks.ink("edge"), 1))
            painter.drawRect(option.rect.adjusted(2, 2, -3, -4))
        painter.restore()

    def _stood_in(self, painter: QPainter, whole: QRect, inside: QRect, index: AnyIndex) -> QRect:
        """Where the cell's words stand: a little in, along a line, for the first of a row beneath a head."""
        if index.column() != self.first_column or not _told(index, WITHIN):
            return inside
        painter.fillRect(QRect(whole.left() + SIDE, whole.top(), 2, whole.height() - 1), self.inks.ink("edge"))
        return inside.adjusted(INDENT, 0, 0, 0)

    def _head(self, painter: QPainter, inside: QRect, index: AnyIndex) -> None:
        """The head of an event: whether it is folded, its date, its agencies and its headline."""
        column = Column(index.column())
        middle = inside.adjusted(0, (inside.height() - painter.fontMetrics().lineSpacing()) // 2, 0, 0)
        if index.column() == self.first_column:
            draw_fold(
                painter, QPointF(inside.left() + 4, inside.center().y()), self.inks, folded=bool(_told(index, WITHIN))
            )
            middle.setLeft(middle.left() + INDENT + 4)
        words = str(_told(index) or "")
        group = _told(index, GROUP)
        if column is Column.WHAT and isinstance(group, Group) and group.event.headline:
            font = QFont(painter.font())
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            self._text(painter, inside if _is_long(words, font, inside.width()) else middle, words)
        else:
            painter.setPen(self.inks.ink("muted"))
            self._line(painter, middle, words)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, *, head: bool) -> None:
        inks, place = self.inks, option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(place, inks.ink("selected" if chosen else "window" if head else "surface"))
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), inks.ink("line"))
        if chosen and index.column() == self.first_column:
            painter.fillRect(QRect(place.left(), place.top(), 3, place.height() - 1), inks.ink("accent"))

    def _cell(self, painter: QPainter, inside: QRect, entry: Entry, index: AnyIndex) -> None:
        column = Column(index.column())
        if column is Column.DATE:
            self._date(painter, inside, entry, str(_told(index)))
        elif column is Column.TIME:
            self._line(painter, inside, entry.time)
        elif column is Column.AGENCY:
            self._agency(painter, inside, _told(index, AGENCY))
        elif column is Column.WHAT:
            self._what(painter, inside, entry, str(_told(index)))
        elif column is Column.SOURCE:
            self._source(painter, inside, entry, index)
        elif column is not Column.DOUBT:
            self._text(painter, inside, str(_told(index)))
        else:
            self._signs(painter, inside, entry, index)

    def _signs(self, painter: QPainter, inside: QRect, entry: Entry, index: AnyIndex) -> None:
        """Doubt, and beneath it that the entry is in an event, unless it stands beneath the head of that event."""
        at = QRectF(inside.left() - 2, inside.top(), DOUBT, DOUBT)
        if entry.doubts:
            draw_doubt(painter, at, self.inks)
            at.moveBottom(inside.bottom() + 1)
        if entry.event_id is not None and not _told(index, WITHIN):
            draw_in_event(painter, at, self.inks)

    def _date(self, painter: QPainter, inside: QRect, entry: Entry, words: str) -> None:
        when = entry.when
        font = painter.font()
        if entry.hand is not None:
            draw_by_hand(painter, QPointF(inside.right() - 3, inside.bottom() - _HAND), self.inks)
        painter.setPen(self.inks.ink("text") if when.is_exact else self.inks.ink("muted"))
        font.setItalic(not when.is_exact)
        painter.setFont(font)
        if painter.fontMetrics().horizontalAdvance(words) > inside.width():
            self._two_lines(painter, inside, words)
            return
        self._line(painter, inside, words)
        if entry.hand is not None:
            inside = inside.adjusted(0, 0, -2 * _HAND, 0)
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

    def _what(self, painter: QPainter, inside: QRect, entry: Entry, text: str) -> None:
        """What happened; where the search found the entry by what no column shows, that stands beneath."""
        name, words = "", ""
        if self.typed and not hits(text, self.typed):
            beyond = self._cells.beyond(entry)
            parts = ((name, words) for column, name, words in beyond if column not in self.shown_columns)
            name, words = found_elsewhere(parts, self.typed)
        if not words:
            self._text(painter, inside, text)
            return
        self._line(painter, inside, text)
        room = inside.width() // max(painter.fontMetrics().averageCharWidth(), 1) - len(name) - len(": ")
        self._under(painter, inside, painter.font(), f"{name}: {from_first_hit(words, self.typed, room)}")

    def _text(self, painter: QPainter, inside: QRect, text: str) -> None:
        if text == veiled_words():
            draw_veiled(painter, inside, self.inks.ink("muted"))
            return
        if self.typed:
            room = 2 * inside.width() // max(painter.fontMetrics().averageCharWidth(), 1)
            text = from_first_hit(text, self.typed, room - 8)
        self._two_lines(painter, inside, text)

    def _source(self, painter: QPainter, inside: QRect, entry: Entry, index: AnyIndex) -> None:
        """The source's own words, and under them their reference; of what no agency sent, where it comes from."""
        if entry.origin:
            self._two_lines(painter, inside, str(_told(index)))
        else:
            lower = one_line(entry.reference) if entry.source else ""
            self._over(painter, inside, one_line(entry.source or entry.reference), lower)

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


def _told(index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    """What the model says, asked without the way through Qt, which takes longer than the answer."""
    return index.model().data(index, role)


def _is_long(words: str, font: QFont, width: int) -> bool:
    return QFontMetricsF(font).horizontalAdvance(words[:_LONGEST]) > width
