"""Putting an entry elsewhere within its day, by keyboard or by dragging its row."""

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame

from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import ordering
from dhr_desktop.ui.timeline.model import EntriesModel
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
        entry, other = self._model.entry(row), self._model.entry(row + by)
        if not self._may(entry) or entry is None:
            return
        if other is None or not _of_one_day(entry, other):
            first = self.tr("It is the first of its day among those shown.")
            last = self.tr("It is the last of its day among those shown.")
            self.refused.emit(first if by < 0 else last)
            return
        self.wanted.emit(entry.id, other.id, by < 0)

    def _may(self, entry: Entry | None) -> bool:
        if entry is None:
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
            other = self._model.entry(other_row)
            if other is not None and _of_one_day(entry, other):
                return other.id, before
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
