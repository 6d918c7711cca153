"""Putting an entry elsewhere within its day, by keyboard or by dragging its row."""

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame

from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import ordering
from dhr_desktop.ui.timeline.model import EntriesModel
from dhr_desktop.ui.timeline.selection import rows_of
from dhr_desktop.ui.timeline.table import TimelineTable

_KIND = "application/x-dhr-desktop-entry"


class Moving(QObject):
    """Says beside which entry of its day the chosen one is wanted, or why it cannot be moved."""

    wanted = Signal(int, int, bool)
    """The entry, the one of its day it is wanted beside, and whether before it."""
    refused = Signal(str)
    """Why it cannot be moved, in words."""

    def __init__(self, table: TimelineTable, model: EntriesModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._pressed: QPoint | None = None
        self._dragged = 0
        self._mark = QFrame(table.viewport())
        self._mark.setProperty("role", "drop-mark")
        self._mark.setAutoFillBackground(True)
        self._mark.hide()
        table.viewport().setAcceptDrops(True)
        table.viewport().installEventFilter(self)

    def move(self, by: int) -> None:
        """Put the chosen entry before the one above it, or after the one below it."""
        row = self._table.currentIndex().row()
        entry = self._model.entry(row)
        if not self._may(entry) or entry is None:
            return
        other = self._neighbour(entry, row, row + by)
        if other is None:
            self.refused.emit(self._at_the_end(row, first=by < 0))
        else:
            self.wanted.emit(entry.id, other, by < 0)

    def _at_the_end(self, row: int, *, first: bool) -> str:
        if self._model.head_row(row) >= 0:
            return (
                self.tr("It is the first of its day in its event.")
                if first
                else self.tr("It is the last of its day in its event.")
            )
        if first:
            return self.tr("It is the first of its day among those shown.")
        return self.tr("It is the last of its day among those shown.")

    def _neighbour(self, entry: Entry, row: int, other_row: int) -> int | None:
        """The id of the entry of the same day that stands in another row; None where there is none.

        Where events stand together, one of an event moves among its own, and what is in none passes the event as a
        whole: that stands where its first entry does.
        """
        own, others = self._model.head_row(row), self._model.head_row(other_row)
        head = other_row if self._model.group(other_row) else others
        if own >= 0 and (own != others or head == other_row):
            return None
        group = self._model.group(head) if own < 0 else None
        other = self._model.by_id(group.entry_ids[0]) if group else self._model.entry(other_row)
        return other.id if other is not None and _of_one_day(entry, other) else None

    def _may(self, entry: Entry | None) -> bool:
        spans = rows_of(self._table.selectionModel().selection())
        if self._model.group(self._table.currentIndex().row()):
            self.refused.emit(self.tr("An event stands where its first entry does. Choose one of its entries to move."))
        elif len(spans) > 1 or any(first != last for first, last in spans):
            self.refused.emit(self.tr("Several entries are chosen. Choose one to move it within its day."))
        elif entry is None:
            self.refused.emit(self.tr("Choose one entry to move it within its day."))
        elif not self._table.in_time:
            self.refused.emit(
                self.tr("Entries can be moved by hand in the order of the timeline. The table is sorted otherwise now.")
            )
        else:
            return True
        return False

    # Dragging.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin to drag a row that is chosen alone, and let it fall between two rows."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            return self._mouse(kind, event)
        if isinstance(event, QDropEvent) and event.mimeData().hasFormat(_KIND):
            if kind == QEvent.Type.Drop:
                self._let_fall(event)
            else:
                self._show_mark(event)
            return True
        if kind == QEvent.Type.DragLeave and self._dragged:
            self._mark.hide()
            return True
        return super().eventFilter(watched, event)

    def _mouse(self, kind: QEvent.Type, event: QMouseEvent) -> bool:
        place = event.position().toPoint()
        if kind == QEvent.Type.MouseButtonPress:
            self._pressed = place if self._can_drag(event) else None
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            if (place - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self._drag()
            return True
        elif kind == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        return False

    def _can_drag(self, event: QMouseEvent) -> bool:
        row = self._table.rowAt(round(event.position().y()))
        alone = (
            [self._model.id_at(row)] == self._table.chosen_ids() if row == self._table.currentIndex().row() else False
        )
        return alone and event.button() == Qt.MouseButton.LeftButton and not event.modifiers()

    def _drag(self) -> None:
        entry = self._model.entry(self._table.currentIndex().row())
        if not self._may(entry) or entry is None:
            return
        self._dragged = entry.id
        data = QMimeData()
        data.setData(_KIND, b"entry")
        drag = QDrag(self._table)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)
        self._dragged = 0
        self._mark.hide()

    def _gap(self, y: int) -> int:
        """The row before which the pointer stands."""
        height = self._table.verticalHeader().defaultSectionSize()
        return min(
            max((y + self._table.verticalScrollBar().value() + height // 2) // height, 0), self._model.rowCount()
        )

    def _beside(self, gap: int) -> tuple[int, bool] | None:
        """The entry of the same day beside the gap, and whether the gap is before it; None where there is none."""
        row = self._model.row_of(self._dragged)
        entry = self._model.entry(row)
        if entry is None:
            return None
        for other_row, before in ((gap, True), (gap - 1, False)):
            other = self._neighbour(entry, row, other_row)
            if other is not None:
                return other, before
        return None

    def _show_mark(self, event: QDropEvent) -> None:
        if not isinstance(event, QDragMoveEvent):
            return
        gap = self._gap(round(event.position().y()))
        if self._beside(gap) is None:
            self._mark.hide()
            event.ignore()
            return
        height = self._table.verticalHeader().defaultSectionSize()
        top = gap * height - self._table.verticalScrollBar().value()
        self._mark.setStyleSheet(f"background: {self._table.palette().windowText().color().name()};")
        self._mark.setGeometry(QRect(0, top - 1, self._table.viewport().width(), 2))
        self._mark.show()
        event.acceptProposedAction()

    def _let_fall(self, event: QDropEvent) -> None:
        self._mark.hide()
        found = self._beside(self._gap(round(event.position().y())))
        if found is None:
            self.refused.emit(self.tr("Entries can be moved by hand only among those of the same day."))
            return
        event.acceptProposedAction()
        self.wanted.emit(self._dragged, *found)


def _of_one_day(one: Entry, other: Entry) -> bool:
    days = [ordering.day_of(ordering.rank(each.when, each.time)) for each in (one, other)]
    return days[0] == days[1]
