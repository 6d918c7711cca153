"""The view of the timeline: rows of one height, and a place that survives a refresh."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.store.sorting import TIMELINE, Sorting
from dhr_desktop.ui.timeline.columns import Column
from dhr_desktop.ui.timeline.delegate import SIDE, EntryDelegate
from dhr_desktop.ui.timeline.header import ColumnsHeader
from dhr_desktop.ui.timeline.model import AnyIndex, EntriesModel
from dhr_desktop.ui.timeline.row_pictures import Look, RowPictures
from dhr_desktop.ui.timeline.selection import chosen_ids, ranges_of, rows_of
from dhr_desktop.ui.timeline.shape import from_json

_FOLD_ROOM = 24
_LONGEST_FIT = 600
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_STAY = QItemSelectionModel.SelectionFlag.NoUpdate


@dataclass(frozen=True, slots=True)
class Place:
    """What is chosen and what stands at the top, by entry, so that it is found again among other rows."""

    chosen: int = 0
    chosen_row: int = -1
    top: int = 0
    offset: int = 0
    column: int = Column.WHAT
    several: frozenset[int] = frozenset()
    """The ids of the rows chosen, where it is more than one."""
    in_view: bool = False
    """Whether what is chosen could be seen."""


class TimelineTable(QTableView):
    """Shows the model; never a widget for a row."""

    entry_chosen = Signal(object)
    """The chosen `Entry`, or None."""
    several_chosen = Signal()
    """Other rows are chosen than before; see `chosen_ids`."""
    view_moved = Signal()
    """Other rows are in view than before: told once for all that happens at a time, and after they have been drawn."""
    opened = Signal()
    """Return on a row: the chair wants to edit it."""
    cell_opened = Signal()
    """A double click on a cell: the chair wants to type in it."""
    arranged = Signal()
    """The rows are wanted in another order, or together by event."""
    shape_changed = Signal()
    """The chair has changed how the table stands; see `shape`."""
    menu_wanted = Signal(QPoint)
    """The chair asks what can be done with the rows chosen, at this place of the screen."""

    def __init__(self, model: EntriesModel, delegate: EntryDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = delegate
        self._pictures = RowPictures(delegate)
        self._quiet = False
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self.several_chosen)
        self._moving = QTimer(self, singleShot=True, interval=0)
        self._moving.timeout.connect(self.view_moved)
        self.columns = ColumnsHeader(self)
        self.setHorizontalHeader(self.columns)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(self.tr("Timeline"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self._shape_rows()
        self.columns.changed.connect(self._columns_changed)
        self.columns.sorting_changed.connect(self.arranged)
        delegate.inks.changed.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._moving.start)
        self._columns_changed()

    def _shape_rows(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self._delegate.row_height(self.font()))
        self.columns.arrange()

    def _columns_changed(self) -> None:
        self._delegate.first_column = self.columns.first_column()
        self._delegate.shown_columns = frozenset(self.columns.visible())
        self._model.look_at(frozenset(self.columns.shape.shown))
        self.updateGeometries()
        self.viewport().update()
        self.shape_changed.emit()

    # How the chair has made it.

    def shape(self) -> str:
        """The columns and how the rows are arranged, as text to be kept. It holds nothing of the review."""
        return self.columns.shape.as_json()

    def take_shape(self, kept: str) -> None:
        """Make the table as it was kept; what makes no sense is as usual."""
        self.columns.take(from_json(kept))

    @property
    def sorting(self) -> Sorting:
        """What the rows are to be sorted by."""
        return self.columns.shape.sorting

    @property
    def by_event(self) -> bool:
        """Whether the entries of one event are to stand together."""
        return self.columns.shape.by_event

    @property
    def in_time(self) -> bool:
        """Whether the rows stand in the order of the timeline, so that a day can be ordered by hand."""
        return self.sorting == TIMELINE

    # The place of the chair.

    def place(self) -> Place:
        """Where the chair is now."""
        current = self.currentIndex()
        height = self.verticalHeader().defaultSectionSize()
        top_row, offset = divmod(self.verticalScrollBar().value(), height)
        spans = rows_of(self.selectionModel().selection())
        several: set[int] = set()
        if self._several:
            several.update(*(self._model.between(*span) for span in spans))
        chosen, top = self._model.id_at(current.row()), self._model.id_at(top_row)
        column = current.column() if current.isValid() else Column.WHAT
        return Place(chosen, current.row(), top, offset, column, frozenset(several), self._is_seen(current.row()))

    def _is_seen(self, row: int) -> bool:
        height = self.verticalHeader().defaultSectionSize()
        above = row * height - self.verticalScrollBar().value()
        return row >= 0 and -height < above < self.viewport().height()

    def go_back_to(self, place: Place) -> None:
        """Find the place again after the rows have changed; what has gone leaves its neighbour's place."""
        self.updateGeometries()  # a bar that goes makes the rows wider, and they would be drawn twice
        self._quiet = True
        row = self._model.row_of(place.chosen) if place.chosen else -1
        if row >= 0:
            self._set_row(row, place.column)
        if place.several:
            self._choose_again(place.several, row, place.column)
        self._quiet = False
        top = self._model.row_of(place.top) if place.top else -1
        if top >= 0:
            height = self.verticalHeader().defaultSectionSize()
            self.verticalScrollBar().setValue(top * height + place.offset)
            if place.in_view and row >= 0 and not self._is_seen(row):
                self.scrollTo(self._model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        elif row >= 0:
            self.scrollTo(self._model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    @property
    def _several(self) -> bool:
        spans = rows_of(self.selectionModel().selection())
        return len(spans) > 1 or any(first != last for first, last in spans)

    def _choose_again(self, several: frozenset[int], row: int, column: int) -> None:
        wanted = QItemSelection()
        for first, last in ranges_of(self._model, several):
            wanted.select(self._model.index(first, 0), self._model.index(last, len(Column) - 1))
        self.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self._model.index(row, column), _STAY)

    def choose_row(self, row: int) -> None:
        """Choose a row and bring it into view."""
        if 0 <= row < self._model.rowCount():
            self._set_row(row)
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def find_again(self, row: int) -> None:
        """As `choose_row`, of what is being read already: nobody is told."""
        self._quiet = True
        self.choose_row(row)
        self._quiet = False

    def choose_ids(self, ids: frozenset[int]) -> None:
        """Choose all of these entries that are shown; the first of them is the one read."""
        rows = ranges_of(self._model, ids)
        if rows:
            self.choose_row(rows[0][0])
            self._choose_again(ids, rows[0][0], self.currentIndex().column())

    def chosen(self) -> Entry | None:
        """The entry chosen; None when there is none, or it is the head of an event."""
        return self._model.entry(self.currentIndex().row())

    def chosen_ids(self) -> list[int]:
        """The ids of all entries chosen, in the order shown; the head of an event stands for its entries."""
        return chosen_ids(self._model, self.selectionModel().selection())

    def ends_in_view(self) -> tuple[Entry | None, Entry | None]:
        """The first and the last entry to be seen."""
        height = self.verticalHeader().defaultSectionSize()
        first = self.verticalScrollBar().value() // height
        last = min(first + self.viewport().height() // height, self._model.rowCount() - 1)
        rows = range(first, last + 1)
        found = (self._model.entry(row) for row in rows)
        back = (self._model.entry(row) for row in reversed(rows))
        return next(filter(None, found), None), next(filter(None, back), None)

    def draw_now(self, ids: Sequence[int]) -> None:
        """Draw the rows of these entries, before anything else is read anew for what was said of them."""
        rows = QRegion()
        for row in map(self._model.row_of, ids):
            top = row * self.verticalHeader().defaultSectionSize() - self.verticalScrollBar().value()
            rows += QRect(0, top, self.viewport().width(), self.verticalHeader().defaultSectionSize())
        self.viewport().repaint(rows & self.viewport().rect())

    def _set_row(self, row: int, column: int = -1) -> None:
        # The column that says most is the current cell, for that is what a screen reader reads.
        current = self.currentIndex().column() if self.currentIndex().isValid() else int(Column.WHAT)
        column = column if column >= 0 else current
        if self.isColumnHidden(column):
            column = Column.WHAT if not self.isColumnHidden(Column.WHAT) else self.columns.first_column()
        self.selectionModel().setCurrentIndex(self._model.index(row, column), _CHOOSE)

    # Folding.

    def fold_here(self, *, folded: bool) -> None:
        """Fold the event of the current row away beneath its head, or show it again."""
        row = self.currentIndex().row()
        head = row if self._model.group(row) else self._model.head_row(row)
        if head >= 0:
            if folded and head != row:
                self._set_row(head)
            self._model.fold(head, folded=folded)

    def fold_all(self, *, folded: bool) -> None:
        """Fold every event away, or show all of them."""
        place = self.place()
        self._model.fold_all(folded=folded)
        self.go_back_to(place)

    # What Qt tells.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the rows in view as pictures, and where the keyboard is."""
        painter = QPainter(self.viewport())
        height, top = self.verticalHeader().defaultSectionSize(), self.verticalScrollBar().value()
        columns = self.columns.visible()
        lefts = {column: self.columnViewportPosition(column) for column in columns}
        start = min(lefts.values(), default=0)
        places = tuple((column, lefts[column] - start, self.columnWidth(column)) for column in columns)
        size = sum(width for _, _, width in places), height
        looks = {
            chosen: Look(places, size, self.devicePixelRatioF(), self.font(), self._delegate.typed, chosen)
            for chosen in (False, True)
        }
        asked, first = event.rect(), columns[0] if columns else 0
        rows = range((asked.top() + top) // height, min((asked.bottom() + top) // height + 1, self._model.rowCount()))
        for row in rows:
            said = self._model.said(row, columns)
            if said is not None:
                chosen = self.selectionModel().isSelected(self._model.index(row, first))
                picture = self._pictures.of(self._model.id_at(row), said, looks[chosen])
                painter.drawPixmap(start, row * height - top, picture)
        if self.hasFocus() and self.currentIndex().row() in rows:
            self._delegate.draw_focus(painter, self.visualRect(self.currentIndex()))
        painter.end()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802 - Qt's name
        """Tell which entry is chosen, unless it is the same one found again."""
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid() and current.row() != previous.row():
            self.entry_chosen.emit(self._model.entry(current.row()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        """Tell that other rows are chosen, once for all that happens at a time."""
        super().selectionChanged(selected, deselected)
        self._telling.start()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Where no cell is current yet, the one that says most of the first row is, and not the first of all."""
        if not self.currentIndex().isValid() and self._model.rowCount():
            self._set_row(0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return opens the chosen entry for editing; Home and End go to the ends; Left and Right fold an event.

        Escape, where several are chosen, leaves only the one that is read.
        """
        rows, key = self._model.rowCount(), event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        group = self._model.group(self.currentIndex().row())
        if plain and group and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.fold_here(folded=key == Qt.Key.Key_Left)
        elif plain and group and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.fold_here(folded=not self._model.is_folded(self.currentIndex().row()))
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif plain and key == Qt.Key.Key_Escape and self._several:
            self.choose_row(self.currentIndex().row())
        elif plain and key == Qt.Key.Key_Home and rows:
            self.choose_row(0)
        elif plain and key == Qt.Key.Key_End and rows:
            self.choose_row(rows - 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The small angle of a head folds its event."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self._model.group(index.row()) and index.column() == self.columns.first_column():
            left = event.position().x() - self.visualRect(index).left()
            if left < _FOLD_ROOM:
                self.fold_here(folded=not self._model.is_folded(index.row()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A head folds; a cell is opened to type in."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self._model.group(index.row()):
            self.fold_here(folded=not self._model.is_folded(index.row()))
        elif index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.cell_opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done with the rows chosen."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(event.globalPos())
        else:
            place = self.visualRect(self.currentIndex()).bottomLeft() + QPoint(SIDE, 0)
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802 - Qt's name
        """What a double click on the edge of a heading fits: the rows in view, and the heading."""
        height = self.verticalHeader().defaultSectionSize()
        first = self.verticalScrollBar().value() // height
        rows = range(first, min(first + self.viewport().height() // height + 1, self._model.rowCount()))
        words = [str(self._model.index(row, column).data() or "") for row in rows]
        widest = max((self.fontMetrics().horizontalAdvance(each) for each in words), default=0)
        heading = str(self._model.headerData(column, Qt.Orientation.Horizontal) or "")
        widest = max(min(widest, _LONGEST_FIT), self.columns.fontMetrics().horizontalAdvance(heading) + 2 * SIDE)
        return widest + 2 * SIDE + (2 * SIDE if column in (Column.AGENCY, Column.DATE) else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where there is little room, the source gives its place to what happened."""
        super().resizeEvent(event)
        self.columns.arrange()
        self._keep_in_view(event.oldSize().height())
        self._moving.start()

    def _keep_in_view(self, height_before: int) -> None:
        """What comes below the table, or a lane more above it, does not cover the row being read."""
        place = self.visualRect(self.currentIndex())
        if self.viewport().height() < height_before and 0 <= place.top() < height_before:
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A larger font needs higher rows and wider columns."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.verticalHeader().setDefaultSectionSize(self._delegate.row_height(self.font()))
            self.columns.arrange()
