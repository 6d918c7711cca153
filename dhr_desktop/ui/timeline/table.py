"""The view of the timeline: rows of one height, and a place that survives a refresh."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.ui.timeline.delegate import SIDE, EntryDelegate
from dhr_desktop.ui.timeline.model import AnyIndex, Column, EntriesModel

_WIDEST = {
    Column.DATE: "29 September 2018",
    Column.TIME: "00:00 ",
    Column.AGENCY: "Ravenshire Constab",
    Column.SOURCE: "Crime report CR/1234",
}
_SENTENCE, _GLANCE = 60, 26
"""Letters of what happened that a line should hold before the source is shown beside it; and before dates break."""
_AGENCY_SHARE, _WIDEST_AGENCY, _SWATCH_ROOM = 6, 260, 18


@dataclass(frozen=True, slots=True)
class Place:
    """What is chosen and what stands at the top, by entry, so that it is found again among other rows."""

    chosen: int = 0
    chosen_row: int = -1
    top: int = 0
    offset: int = 0


class TimelineTable(QTableView):
    """Shows the model; never a widget for a row."""

    entry_chosen = Signal(object)
    """The chosen `Entry`, or None."""
    view_moved = Signal()
    opened = Signal()
    """Return on a row: the chair wants to edit it."""

    def __init__(self, model: EntriesModel, delegate: EntryDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = delegate
        self._quiet = False
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(self.tr("Timeline"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self._shape_headers()
        delegate.inks.changed.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self.view_moved)

    def _shape_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self._delegate.row_height(self.font()))
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setMinimumSectionSize(24)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(Column.DOUBT, QHeaderView.ResizeMode.Fixed)
        self._fit_columns()

    def _fit_columns(self) -> None:
        for column in (Column.TIME, Column.SOURCE):
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(_WIDEST[column]) + 2 * SIDE)
        self.setColumnWidth(Column.DOUBT, 16 + 2 * SIDE)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height(self.font()))
        self._share_room()

    # The place of the chair.

    def place(self) -> Place:
        """Where the chair is now."""
        row = self.currentIndex().row()
        chosen = self._model.entry(row)
        height = self.verticalHeader().defaultSectionSize()
        top_row, offset = divmod(self.verticalScrollBar().value(), height)
        top = self._model.entry(top_row)
        return Place(chosen.id if chosen else 0, row, top.id if top else 0, offset)

    def go_back_to(self, place: Place) -> None:
        """Find the place again after the rows have changed; what has gone leaves its neighbour's place."""
        self._quiet = True
        row = self._model.row_of(place.chosen) if place.chosen else -1
        if row >= 0:
            self._set_row(row)
        self._quiet = False
        top = self._model.row_of(place.top) if place.top else -1
        if top >= 0:
            height = self.verticalHeader().defaultSectionSize()
            self.updateGeometries()
            self.verticalScrollBar().setValue(top * height + place.offset)
        elif row >= 0:
            self.scrollTo(self._model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def choose_row(self, row: int) -> None:
        """Choose a row and bring it into view."""
        if 0 <= row < self._model.rowCount():
            self._set_row(row)
            self.scrollTo(self._model.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def put_at_top(self, row: int) -> None:
        """Choose a row and show it as the first."""
        if 0 <= row < self._model.rowCount():
            self._set_row(row)
            self.scrollTo(self._model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def chosen(self) -> Entry | None:
        """The entry chosen; None when there is none."""
        return self._model.entry(self.currentIndex().row())

    def chosen_ids(self) -> list[int]:
        """The ids of all chosen entries, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return self._model.ids_of(rows)

    def ends_in_view(self) -> tuple[Entry | None, Entry | None]:
        """The first and the last entry to be seen."""
        height = self.verticalHeader().defaultSectionSize()
        first = self.verticalScrollBar().value() // height
        last = min(first + self.viewport().height() // height, self._model.rowCount() - 1)
        return self._model.entry(first), self._model.entry(last)

    def _set_row(self, row: int) -> None:
        # The column that says most is the current cell, for that is what a screen reader reads.
        self.setCurrentIndex(self._model.index(row, Column.WHAT))

    # What Qt tells.

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802 - Qt's name
        """Tell which entry is chosen, unless it is the same one found again."""
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid() and current.row() != previous.row():
            self.entry_chosen.emit(self._model.entry(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return opens the chosen entry for editing; Home and End go to the ends of the timeline."""
        rows = self._model.rowCount()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Home and rows:
            self.choose_row(0)
        elif event.key() == Qt.Key.Key_End and rows:
            self.choose_row(rows - 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where there is little room, the source gives its place to what happened."""
        super().resizeEvent(event)
        self._share_room()
        self.view_moved.emit()

    def _share_room(self) -> None:
        """What happened comes first: the source gives way to it, and where letters are large, names and dates do."""
        width, metrics = self.viewport().width(), self.fontMetrics()
        agency = metrics.horizontalAdvance(_WIDEST[Column.AGENCY]) + 2 * SIDE + _SWATCH_ROOM
        self.setColumnWidth(Column.AGENCY, max(min(width // _AGENCY_SHARE, _WIDEST_AGENCY), agency))
        self.setColumnWidth(Column.DATE, metrics.horizontalAdvance(_WIDEST[Column.DATE]) + 2 * SIDE)
        left = width - sum(self.columnWidth(each) for each in Column if each not in (Column.WHAT, Column.SOURCE))
        if left < _GLANCE * metrics.averageCharWidth():
            self.setColumnWidth(Column.AGENCY, 2 * SIDE + _SWATCH_ROOM + 5 * metrics.averageCharWidth())
            self.setColumnWidth(Column.DATE, metrics.horizontalAdvance("29 September") + 2 * SIDE)
        source = metrics.horizontalAdvance(_WIDEST[Column.SOURCE]) + 2 * SIDE
        self.setColumnHidden(Column.SOURCE, left - source < _SENTENCE * metrics.averageCharWidth())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A larger font needs higher rows and wider columns."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_columns()
