"""Draws the timeline's cells: two lines at most, the agency's colour, doubt as a sign, hits of the search marked."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.signs import (
    DOUBT,
    SWATCH,
    draw_by_hand,
    draw_doubt,
    draw_fold,
    draw_in_event,
    draw_swatch,
)
from dhr_desktop.ui.common.veil import draw_veiled, veiled_words
from dhr_desktop.ui.timeline.cell_text import Face, Faces, Hits, laid_out
from dhr_desktop.ui.timeline.cells import Cells
from dhr_desktop.ui.timeline.found_words import found_elsewhere, from_first_hit, hits
from dhr_desktop.ui.timeline.model import AnyIndex, Column, one_line
from dhr_desktop.ui.timeline.row_said import RowSaid

SIDE, ABOVE = 8, 6
INDENT = 12
"""How far the entries of an event stand in beneath its head."""
_HAND = 7


class EntryDelegate(QStyledItemDelegate):
    """Draws the rows of the timeline, each as a whole. `typed` is what is being searched for."""

    def __init__(self, inks: Inks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.inks = inks
        self.typed = ""
        self.first_column = int(Column.DATE)
        """The column at the left edge, which carries the signs of the row."""
        self.shown_columns: frozenset[Column] = frozenset()
        self._cells = Cells(self)
        self._faces: Faces | None = None
        self._hits: Hits | None = None
        inks.changed.connect(self._forget)

    def row_height(self, font: QFont) -> int:
        """The height of every row: two lines and the air around them."""
        return round(QFontMetricsF(font).lineSpacing() * 2) + 2 * ABOVE + 1

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """All rows are of one height; the columns' widths are the view's."""
        del index
        return QSize(80, self.row_height(option.font))

    def draw_row(
        self, painter: QPainter, row: QRect, places: Mapping[Column, QRect], font: QFont, said: RowSaid, *, chosen: bool
    ) -> None:
        """Draw a whole row whose cells stand in these places."""
        if self._faces is None or self._faces.plain.font != font:
            self._faces = Faces.of(font)
        self._ground(painter, row, said, chosen=chosen)
        for column, place in places.items():
            self._in_its_place(painter, place, said, column)

    def draw_focus(self, painter: QPainter, place: QRect) -> None:
        """Show that the keyboard is in this cell."""
        painter.setPen(QPen(self.inks.ink("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(2, 2, -3, -4))

    def _in_its_place(self, painter: QPainter, place: QRect, said: RowSaid, column: Column) -> None:
        inside = place.adjusted(SIDE, ABOVE, -SIDE, -ABOVE - 1)
        painter.setClipRect(place)
        painter.setPen(self.inks.ink("text"))
        if said.entry is None:
            self._head(painter, inside, said, column)
        else:
            self._cell(painter, self._stood_in(painter, place, inside, said, column), said.entry, said, column)

    def _stood_in(self, painter: QPainter, whole: QRect, inside: QRect, said: RowSaid, column: Column) -> QRect:
        """Where the cell's words stand: a little in, along a line, for the first of a row beneath a head."""
        if column != self.first_column or not said.within:
            return inside
        painter.fillRect(QRect(whole.left() + SIDE, whole.top(), 2, whole.height() - 1), self.inks.ink("edge"))
        return inside.adjusted(INDENT, 0, 0, 0)

    def _head(self, painter: QPainter, inside: QRect, said: RowSaid, column: Column) -> None:
        """The head of an event: whether it is folded, its date, its agencies and its headline."""
        faces = self.faces
        middle = inside.adjusted(0, (inside.height() - faces.plain.line) // 2, 0, 0)
        if column == self.first_column:
            draw_fold(painter, QPointF(inside.left() + 4, inside.center().y()), self.inks, folded=said.within)
            middle.setLeft(middle.left() + INDENT + 4)
        words = said.words[column]
        if column is Column.WHAT and said.group is not None and said.group.event.headline:
            self._text(painter, inside if faces.demi.wide(words) > inside.width() else middle, words, faces.demi)
        else:
            painter.setPen(self.inks.ink("muted"))
            self._laid(painter, middle, words, 1, faces.plain)

    def _ground(self, painter: QPainter, place: QRect, said: RowSaid, *, chosen: bool) -> None:
        inks = self.inks
        painter.fillRect(place, inks.ink("selected" if chosen else "window" if said.entry is None else "surface"))
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), inks.ink("line"))
        if chosen:
            painter.fillRect(QRect(place.left(), place.top(), 3, place.height() - 1), inks.ink("accent"))

    def _cell(self, painter: QPainter, inside: QRect, entry: Entry, said: RowSaid, column: Column) -> None:
        if column is Column.DATE:
            self._date(painter, inside, entry, said.words[column])
        elif column is Column.TIME:
            self._laid(painter, inside, entry.time, 1, self.faces.plain)
        elif column is Column.AGENCY:
            self._agency(painter, inside, said.agency)
        elif column is Column.WHAT:
            self._what(painter, inside, entry, said.words[column])
        elif column is Column.SOURCE:
            self._source(painter, inside, entry, said.words[column])
        elif column is not Column.DOUBT:
            self._text(painter, inside, said.words[column], self.faces.plain)
        else:
            self._signs(painter, inside, entry, within=said.within)

    def _signs(self, painter: QPainter, inside: QRect, entry: Entry, *, within: bool) -> None:
        """Doubt, and beneath it that the entry is in an event, unless it stands beneath the head of that event."""
        at = QRectF(inside.left() - 2, inside.top(), DOUBT, DOUBT)
        if entry.doubts:
            draw_doubt(painter, at, self.inks)
            at.moveBottom(inside.bottom() + 1)
        if entry.event_id is not None and not within:
            draw_in_event(painter, at, self.inks)

    def _date(self, painter: QPainter, inside: QRect, entry: Entry, words: str) -> None:
        exact, faces = entry.when.is_exact, self.faces
        face = faces.plain if exact else faces.italic
        if entry.hand is not None:
            draw_by_hand(painter, QPointF(inside.right() - 3, inside.bottom() - _HAND), self.inks)
        painter.setPen(self.inks.ink("text" if exact else "muted"))
        if face.wide(words) > inside.width():
            self._laid(painter, inside, words, 2, face)
            return
        self._laid(painter, inside, words, 1, face)
        if entry.hand is not None:
            inside = inside.adjusted(0, 0, -2 * _HAND, 0)
        written = one_line(entry.date_written)
        if written and written != words:
            self._under(painter, inside, written)

    def _agency(self, painter: QPainter, inside: QRect, agency: Agency | None) -> None:
        if agency is None:
            return
        face = self.faces.plain
        draw_swatch(painter, inside.left(), inside.top() + face.line / 2, agency.colour, self.inks)
        self._laid(painter, inside.adjusted(SWATCH + SIDE, 0, 0, 0), agency.name, 2, face)

    def _what(self, painter: QPainter, inside: QRect, entry: Entry, text: str) -> None:
        """What happened; where the search found the entry by what no column shows, that stands beneath."""
        name, words, face = "", "", self.faces.plain
        if self.typed and not hits(text, self.typed):
            beyond = self._cells.beyond(entry)
            parts = ((name, words) for column, name, words in beyond if column not in self.shown_columns)
            name, words = found_elsewhere(parts, self.typed)
        if not words:
            self._text(painter, inside, text, face)
            return
        self._laid(painter, inside, text, 1, face)
        room = face.letters_in(inside.width()) - len(name) - len(": ")
        self._under(painter, inside, f"{name}: {from_first_hit(words, self.typed, room)}")

    def _text(self, painter: QPainter, inside: QRect, text: str, face: Face) -> None:
        if text == veiled_words():
            draw_veiled(painter, inside, self.inks.ink("muted"))
            return
        if self.typed:
            text = from_first_hit(text, self.typed, face.letters_in(2 * inside.width()) - 8)
        self._laid(painter, inside, text, 2, face)

    def _source(self, painter: QPainter, inside: QRect, entry: Entry, words: str) -> None:
        """The source's own words, and under them their reference; of what no agency sent, where it comes from."""
        plain = self.faces.plain
        if entry.origin:
            self._laid(painter, inside, words, 2, plain)
            return
        upper, lower = one_line(entry.source or entry.reference), one_line(entry.reference) if entry.source else ""
        self._laid(painter, inside, upper, 1 if lower else 2, plain)
        if lower:
            self._under(painter, inside, lower)

    def _under(self, painter: QPainter, inside: QRect, text: str) -> None:
        """A quieter second line."""
        painter.setPen(self.inks.ink("muted"))
        self._laid(painter, inside.adjusted(0, self.faces.plain.line, 0, 0), text, 1, self.faces.small)

    def _laid(self, painter: QPainter, inside: QRect, text: str, lines: int, face: Face) -> None:
        if text:
            layout = laid_out(text, face, inside.width(), lines, self._marked())
            layout.draw(painter, QPointF(inside.topLeft()))

    @property
    def faces(self) -> Faces:
        """The letters of the row that is being drawn."""
        if self._faces is None:
            self._faces = Faces.of(QFont())
        return self._faces

    def _marked(self) -> Hits | None:
        if not self.typed:
            return None
        if self._hits is None or self._hits.typed != self.typed:
            self._hits = Hits(self.typed, self.inks.ink("found").name(), self.inks.ink("found_text").name())
        return self._hits

    def _forget(self) -> None:
        self._hits = None
