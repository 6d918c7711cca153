"""The head of the table: columns chosen, ordered, sized and sorted by; and how they share the room until they are."""

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from dhr_desktop.store.sorting import TIMELINE, SortBy, Sorting, flags
from dhr_desktop.ui.timeline.columns import COLUMN_OF, SORTS, Column
from dhr_desktop.ui.timeline.delegate import SIDE
from dhr_desktop.ui.timeline.shape import Shape

_WIDEST = {
    Column.DATE: "29 September 2018",
    Column.TIME: "00:00 ",
    Column.AGENCY: "Ravenshire Constab",
    Column.SOURCE: "Crime report CR/1234",
    Column.REFERENCE: "CR/12345/18",
    Column.PEOPLE: "Adult A, PC Harlow, Child B",
    Column.ACTION: "Referred to the children’s team",
    Column.REPORTED: "29 September 2018",
    Column.SIGNIFICANCE: "Significance  ",
    Column.THEMES: "Coercive control, housing",
    Column.MARKS: "Missed opportunity  ",
    Column.INCLUDED: "Full chronology, report",
    Column.EVENT: "Ambulance called to the flat",
    Column.QUESTION: "Question open  ",
    Column.NOTE: "Ask the panel about this",
}
_SENTENCE, _GLANCE, _LEAST = 60, 26, 20
"""Letters of what happened that a line should hold before the source is shown beside it; before dates break; at all."""
_SHORTEST_NAME, _LONGER_NAME = 5, 12
"""Letters of an agency's name where there is little room: at least, and before a line of what happened has more."""
_AGENCY_SHARE, _WIDEST_AGENCY, _SWATCH_ROOM = 6, 260, 18
_ARROW = 8
_USUAL_LETTER = 7
_LARGEST_FIRST = (SortBy.DATE, SortBy.SIGNIFICANCE, SortBy.MARKS, SortBy.INCLUDED, *flags())


class ColumnsHeader(QHeaderView):
    """Clicking sorts, dragging orders and sizes; what happened has the room that the others leave it."""

    changed = Signal()
    """The chair has chosen, ordered or sized columns."""
    sorting_changed = Signal()
    """The rows are wanted in another order, or together by event."""
    menu_wanted = Signal(QPoint)
    """Asked for with the mouse at this place of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._shape = Shape()
        self._arranging = False
        self._end = 0
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(True)
        self.setMinimumSectionSize(24)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.sectionClicked.connect(self._clicked)
        self.sectionMoved.connect(self._moved)
        self.sectionResized.connect(self._resized)

    def setSelectionModel(self, selection: QItemSelectionModel) -> None:  # noqa: N802 - Qt's name
        """Keep apart from the rows chosen: Qt would look at each of 100,000 whenever a heading is drawn."""
        del selection
        super().setSelectionModel(QItemSelectionModel(self.model(), self))

    @property
    def shape(self) -> Shape:
        """How the chair has made the table."""
        return self._shape

    def take(self, shape: Shape) -> None:
        """Make the table so."""
        before, self._shape = self._shape, shape
        self.arrange()
        if (before.sorting, before.by_event) != (shape.sorting, shape.by_event):
            self.viewport().update()
            self.sorting_changed.emit()
        if before != shape:
            self.changed.emit()

    def show_column(self, column: Column, *, shown: bool) -> None:
        """Show a column, behind those that are shown, or hide it. The last that is left stays."""
        columns = [each for each in self.visible() if each is not column]
        if shown:
            columns.append(column)
        if columns:
            self.take(replace(self._shape, columns=tuple(columns)))

    def use_usual(self) -> None:
        """The usual columns, in their usual order and widths."""
        self.take(replace(self._shape, columns=None, widths={}))

    def sort_by(self, sorting: Sorting) -> None:
        """Sort the rows."""
        self.take(replace(self._shape, sorting=sorting))

    def set_by_event(self, *, by_event: bool) -> None:
        """Have the entries of one event stand together, or each where its date puts it."""
        self.take(replace(self._shape, by_event=by_event))

    def first_column(self) -> int:
        """The column at the left edge."""
        return next((self.logicalIndex(place) for place in range(self.count()) if self._is_shown(place)), 0)

    def fit(self, column: Column, width: int) -> None:
        """Give a column the width of what is in it."""
        self.take(replace(self._shape, widths={**self._shape.widths, column: self._letters(width)}))

    def scaled(self, pixels: int) -> int:
        """So many pixels at the usual size of text."""
        return round(pixels * self._metrics.averageCharWidth() / _USUAL_LETTER)

    # The room.

    def leave_at_end(self, width: int) -> None:
        """Give the last heading so much more room: a button stands over its end."""
        if width != self._end:
            self._end = width
            self.arrange()

    def arrange(self) -> None:
        """Show, order and size the columns as the shape says."""
        if not self.count():
            return
        self._arranging = True
        shown = self._shape.shown
        for place, column in enumerate(shown):
            self.moveSection(self.visualIndex(column), place)
        for column in Column:
            self.setSectionHidden(column, column not in shown)
        self._share_room(shown)
        self._arranging = False

    def _share_room(self, shown: tuple[Column, ...]) -> None:
        """What happened comes first: the source gives way to it, and where letters are large, names and dates do."""
        width, letter = self.viewport().width(), self._metrics.averageCharWidth()
        widths: dict[Column, int] = {
            column: self._usual_width(column, width) for column in shown if column is not Column.WHAT
        }
        if shown[-1] in widths and shown[-1] is not Column.DOUBT:  # that heading has no words
            widths[shown[-1]] += self._end
        by_hand = {column: round(letters * letter) for column, letters in self._shape.widths.items() if column in shown}
        widths |= by_hand
        left = width - sum(each for column, each in widths.items() if column is not Column.SOURCE)
        if left < _GLANCE * letter:
            narrow: dict[Column, int] = {
                Column.AGENCY: 2 * SIDE + _SWATCH_ROOM + _SHORTEST_NAME * letter,
                Column.DATE: max(map(self._advance, ("29 September ", "September 2018 "))),
            }
            widths |= {column: each for column, each in narrow.items() if column in shown and column not in by_hand}
            left = width - sum(each for column, each in widths.items() if column is not Column.SOURCE)
            if Column.AGENCY in shown and Column.AGENCY not in by_hand:  # a word of a name, before more of a sentence
                most = (_LONGER_NAME - _SHORTEST_NAME) * letter
                widths[Column.AGENCY] += min(max(left - _LEAST * letter, 0), most)
        if self._shape.columns is None and Column.SOURCE not in by_hand:
            hidden = left - widths[Column.SOURCE] < _SENTENCE * letter
            self.setSectionHidden(Column.SOURCE, hidden)
            if hidden:
                widths.pop(Column.SOURCE)
        if Column.WHAT in shown and Column.WHAT not in by_hand:
            least = _LEAST if self._shape.columns is None else _GLANCE  # which the chair scrolls to
            widths[Column.WHAT] = max(width - sum(widths.values()), least * letter)
        for column, each in widths.items():
            self.resizeSection(column, each)

    def _usual_width(self, column: Column, whole: int) -> int:
        if column is Column.DOUBT:
            return 16 + 2 * SIDE
        usual = self._advance(_WIDEST[column])
        if column is Column.AGENCY:
            return max(min(whole // _AGENCY_SHARE, _WIDEST_AGENCY), usual + _SWATCH_ROOM)
        return usual

    def _advance(self, words: str) -> int:
        return self._metrics.horizontalAdvance(words) + 2 * SIDE

    @property
    def _metrics(self) -> QFontMetrics:
        """Those of the table's own letters: the head's are bolder."""
        return (self.parentWidget() or self).fontMetrics()

    def _letters(self, width: int) -> float:
        return round(width / max(self._metrics.averageCharWidth(), 1), 1)

    # What the chair does to it.

    def visible(self) -> list[Column]:
        """The columns shown, from left to right."""
        return [Column(self.logicalIndex(place)) for place in range(self.count()) if self._is_shown(place)]

    def _is_shown(self, place: int) -> bool:
        return not self.isSectionHidden(self.logicalIndex(place))

    def _moved(self, _logical: int, _before: int, _after: int) -> None:
        if not self._arranging:
            self.take(replace(self._shape, columns=tuple(self.visible())))

    def _resized(self, logical: int, before: int, after: int) -> None:
        if self._arranging or not before or not after:
            return
        self._shape = replace(self._shape, widths={**self._shape.widths, Column(logical): self._letters(after)})
        self.changed.emit()

    def _clicked(self, logical: int) -> None:
        """Once sorts, twice the other way round, and once more is the order of the timeline again."""
        by = SORTS[Column(logical)]
        first = Sorting(by, by in _LARGEST_FIRST)
        turns = [first, Sorting(by, not first.descending), TIMELINE]
        if by is SortBy.DATE or by in flags():
            turns.pop(1)
        now = self._shape.sorting
        self.sort_by(turns[turns.index(now) + 1] if now in turns[:-1] else first)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room anew: when a page is first shown, the table is given its width before its head is."""
        super().resizeEvent(event)
        self.arrange()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer the columns."""
        self.menu_wanted.emit(event.globalPos())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Draw the heading, and beside it the way it is sorted."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        sorting = self._shape.sorting
        if sorting == TIMELINE or COLUMN_OF[sorting.by] != logicalIndex:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().windowText())
        middle = QPointF(rect.right() - _ARROW - 2, rect.center().y() + 1)
        tip, foot = (_ARROW / 3, -_ARROW / 3) if sorting.descending else (-_ARROW / 3, _ARROW / 3)
        half = QPointF(_ARROW / 2, foot)
        painter.drawPolygon(QPolygonF([middle + half, middle + QPointF(-half.x(), foot), middle + QPointF(0, tip)]))
        painter.restore()
