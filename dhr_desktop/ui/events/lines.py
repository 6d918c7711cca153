"""The lists of suggestions and of events: what a line says, the model that holds the lines, and how one is drawn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.signs import SWATCH, draw_swatch, smaller
from dhr_desktop.ui.events.tags import TAG, in_rows, placed

Key = tuple[int, ...]
AnyIndex = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_SIDE, _ABOVE, _ROWS = 12, 8, 5
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list, in five rows: a title, when it was, whose accounts they are, and first words.

    The agencies take one row or two, and the words what is left.
    """

    key: Key
    title: str
    when: str
    agencies: tuple[Agency, ...]
    words: str
    aside: str = ""
    """What stands at the right of the title, such as that it adds to an event."""

    short: Mapping[str, str] = field(default_factory=dict)
    """The short names of agencies, where a row has no room for whole ones."""

    @property
    def spoken(self) -> str:
        """All of it as one sentence, for a screen reader."""
        names = ", ".join(agency.name for agency in self.agencies)
        return ". ".join(part for part in (self.title, self.aside, self.when, names, self.words) if part)


class Source(Protocol):
    """What knows of each key what its line says. It is asked only for lines that are looked at, or searched."""

    def line(self, key: Key) -> Line:
        """The line of a key."""

    def searched(self, key: Key) -> str:
        """All that the search looks in, in small letters."""


class LinesModel(QAbstractListModel):
    """The lines that the search leaves, in their order. Thousands cost no more than those that are seen."""

    def __init__(self, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._all: Sequence[Key] = ()
        self._shown: list[Key] = []
        self._lines: dict[Key, Line] = {}
        self._searched: dict[Key, str] = {}
        self._typed = ""

    def show(self, keys: Sequence[Key]) -> None:
        """Show these lines, each as its source now has it."""
        self._all = keys
        self._lines.clear()
        self._searched.clear()
        self._narrow()

    def search(self, typed: str) -> None:
        """Leave the lines that hold every word that was typed."""
        self._typed = typed.strip().lower()
        self._narrow()

    def drop(self, key: Key) -> None:
        """Take one line out."""
        row = self.row_of(key)
        self._all = [each for each in self._all if each != key]
        if row >= 0:
            self.beginRemoveRows(_NOWHERE, row, row)
            del self._shown[row]
            self.endRemoveRows()

    def key(self, row: int) -> Key:
        """The key of a row; empty where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else ()

    def line(self, row: int) -> Line | None:
        """The line of a row; None where there is none."""
        key = self.key(row)
        if not key:
            return None
        if key not in self._lines:
            self._lines[key] = self._source.line(key)
        return self._lines[key]

    def row_of(self, key: Key) -> int:
        """The row of a line; -1 when it is not among those shown."""
        return self.first(lambda each: each == key)

    def first(self, wanted: Callable[[Key], bool]) -> int:
        """The first row whose key is wanted; -1 for none."""
        return next((row for row, key in enumerate(self._shown) if wanted(key)), -1)

    @property
    def total(self) -> int:
        """How many lines there are, with those that the search leaves out."""
        return len(self._all)

    def _narrow(self) -> None:
        words = self._typed.split()
        shown = [key for key in self._all if all(word in self._words(key) for word in words)]
        if shown == self._shown:
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _words(self, key: Key) -> str:
        if key not in self._searched:
            self._searched[key] = self._source.searched(key)
        return self._searched[key]

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many lines are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a line shows, what it says to someone who cannot see it, and the line itself."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken
        return line if role == LINE else None


class LineDelegate(QStyledItemDelegate):
    """Draws a line: its title, and the rest quieter below it."""

    def __init__(self, inks: Inks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inks = inks

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """Its rows and the air around them."""
        del index
        return QSize(120, QFontMetrics(option.font).lineSpacing() * _ROWS + 2 * _ABOVE + 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        line = index.data(LINE)
        if not isinstance(line, Line):
            return
        painter.save()
        place, chosen = option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(place, self._inks.ink("selected" if chosen else "surface"))
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), self._inks.ink("line"))
        if chosen:
            painter.fillRect(QRect(place.left(), place.top(), 3, place.height() - 1), self._inks.ink("accent"))
        self._rows(painter, place.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE), option.font, line)
        painter.restore()

    def _rows(self, painter: QPainter, inside: QRect, font: QFont, line: Line) -> None:
        height = QFontMetrics(font).lineSpacing()
        row = QRect(inside.left(), inside.top(), inside.width(), height)
        heading = QFont(font)
        heading.setWeight(QFont.Weight.DemiBold)
        quiet = smaller(font)
        aside = QFontMetrics(quiet).horizontalAdvance(line.aside) + (SWATCH if line.aside else 0)
        self._text(painter, row.adjusted(0, 0, -aside, 0), heading, "text", line.title)
        if line.aside:
            side = QRect(row.right() - aside + SWATCH, row.top(), aside - SWATCH + 1, height)
            self._text(painter, side, quiet, "accent", line.aside)
        self._text(painter, row.translated(0, height), quiet, "muted", line.when)
        names = [line.short.get(agency.name, agency.name) for agency in line.agencies]
        metrics = QFontMetrics(quiet)
        tags, left_out = placed([metrics.horizontalAdvance(name) for name in names], row.width())
        for tag, name, agency in zip(tags, names, line.agencies, strict=False):
            at = row.translated(tag.left, (2 + tag.row) * height)
            draw_swatch(painter, at.left(), at.top() + height / 2, agency.colour, self._inks)
            at.adjust(TAG, 0, 0, 0)
            at.setWidth(tag.width + 1)
            self._text(painter, at, quiet, "muted", name)
        taken = tags[-1].row + 1 if tags else 0
        if left_out:
            more = row.translated(0, (1 + taken) * height).adjusted(tags[-1].end, 0, 0, 0)
            self._text(painter, more, quiet, "muted", f"+ {left_out}")
        for rest, words in enumerate(in_rows(line.words[:_LONGEST], metrics, row.width(), _ROWS - 2 - taken)):
            self._text(painter, row.translated(0, (2 + taken + rest) * height), quiet, "text", words)

    def _text(self, painter: QPainter, place: QRect, font: QFont, role: str, words: str) -> None:
        painter.setFont(font)
        painter.setPen(self._inks.ink(role))
        cut = QFontMetrics(font).elidedText(words[:_LONGEST], Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
