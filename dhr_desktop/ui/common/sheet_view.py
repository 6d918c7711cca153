"""A grid that shows a table of an agency's file as the file has it, around one row of it."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dhr_desktop.store.review import Review
from dhr_desktop.store.sheets import Sheet
from dhr_desktop.ui.common.sheet_model import DOUBTED, NOTED, SheetModel
from dhr_desktop.ui.common.theme import HAIR, Theme

_NARROWEST, _WIDEST = 6, 44  # letters
_ROWS_MEASURED = 40
_TALLEST = 8  # lines
_MOST_SPANS = 2_000
_PADDING = 20
_CORNER = 7


class _CellDelegate(QStyledItemDelegate):
    """Puts an edge around a cell in doubt."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell with a little air above its words; a corner for a note, an edge for a doubt."""
        area = QRect(option.rect)
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(area, ground)
        option.rect = area.adjusted(0, HAIR, 0, 0)
        super().paint(painter, option, index)
        if index.data(NOTED):
            corner = QPointF(area.topRight())
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawPolygon([corner, corner - QPointF(_CORNER, 0), corner + QPointF(0, _CORNER)])
            painter.restore()
        if index.data(DOUBTED):
            painter.save()
            painter.setPen(QPen(self._theme.colour("doubt"), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
            painter.restore()


class SheetView(QTableView):
    """Read only. Arrows go from cell to cell, Ctrl+C copies what is chosen, Tab leaves it."""

    def __init__(self, review: Review, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sheet_model = SheetModel(review, theme, self)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit_rows)
        self.setModel(self.sheet_model)
        self.setItemDelegate(_CellDelegate(theme, self))
        self.setAccessibleName(self.tr("The agency’s sheet as it stood"))
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.verticalScrollBar().valueChanged.connect(self._fitting.start)

    def show_row(self, sheet: Sheet, row_id: int, doubted: Collection[int] = ()) -> None:
        """Show the table with a row of it in the middle; `doubted` are columns of the row, counted from 0."""
        before = self.sheet_model.sheet
        if before is None or (before.submission_id, before.table) != (sheet.submission_id, sheet.table):
            self.sheet_model.show_sheet(sheet)
            self._merge(sheet, sheet.place_of(row_id))
            self._size_columns(sheet.place_of(row_id))
        place = sheet.place_of(row_id)
        self.sheet_model.mark(place, frozenset(doubted))
        index = self.sheet_model.index(place, min(doubted, default=0))
        self.setCurrentIndex(index)
        self._fit_rows()
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.horizontalScrollBar().setValue(0)
        self._fit_rows()
        self.scrollTo(index)

    def show_none(self) -> None:
        """Show nothing."""
        self.sheet_model.show_sheet(None)

    def copied(self) -> str:
        """The chosen cells as a spreadsheet takes them: columns parted by tabs, rows by line ends."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda each: (each.row(), each.column())):
            rows.setdefault(index.row(), []).append(" ".join(str(index.data() or "").split()))
        return "\n".join("\t".join(cells) for cells in rows.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+C copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Rows that have come into sight take the height they need."""
        super().resizeEvent(event)
        self._fitting.start()

    def _size_columns(self, place: int) -> None:
        """Each column as wide as its longest words near the row, within reason; long ones wrap."""
        model = self.sheet_model
        near = range(max(place - _ROWS_MEASURED, 0), min(place + _ROWS_MEASURED, model.rowCount()))
        letter = self.fontMetrics().averageCharWidth()
        heading = next((row for row in near if model.is_heading(row)), 0)  # titles run over what is empty
        for column in range(model.columnCount()):
            rows = [row for row in near if row >= heading and self.columnSpan(row, column) == 1]
            lines = (line for row in rows for line in model.text(row, column).splitlines())
            longest = max(map(len, lines), default=0)
            letters = min(max(longest + 1, _NARROWEST), _WIDEST)
            self.setColumnWidth(column, letters * letter + _PADDING)

    def _merge(self, sheet: Sheet, place: int) -> None:
        """Merge what the file merges; of very many areas, those nearest the row."""
        self.clearSpans()
        at = {number - 1: row for row, number in enumerate(sheet.numbers)}
        near = sorted(sheet.shape.spans, key=lambda span: abs(span[0] - sheet.numbers[place]))
        for top, left, bottom, right in near[:_MOST_SPANS]:
            if top not in at or left >= sheet.columns:
                continue
            rows = sum(1 for row in range(top, min(bottom, top + len(at)) + 1) if row in at)
            columns = min(right, sheet.columns - 1) - left + 1
            if rows > 1 or columns > 1:
                self.setSpan(at[top], left, rows, columns)

    def _fit_rows(self) -> None:
        """Give the rows in sight the height that their words need, up to some lines."""
        model = self.sheet_model
        first = max(self.rowAt(0), 0)
        lowest = self.verticalHeader().defaultSectionSize()
        tallest = self.fontMetrics().lineSpacing() * _TALLEST + _PADDING // 2
        self.verticalHeader().setMaximumSectionSize(tallest)
        row, height = first, 0
        while row < model.rowCount() and height <= self.viewport().height():
            needed = min(max(self._height_of(row), lowest), tallest)
            if self.rowHeight(row) != needed:
                self.setRowHeight(row, needed)
            height += needed
            row += 1

    def _height_of(self, row: int) -> int:
        model, metrics = self.sheet_model, self.fontMetrics()
        tallest = 0
        for column in range(model.columnCount()):
            words = model.text(row, column)
            if words and self.rowSpan(row, column) == 1:
                wide = self._wide(row, column)
                room = QRect(0, 0, max(wide - _PADDING, 20), 10_000)
                tallest = max(tallest, metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height())
        return tallest + _PADDING // 2

    def _wide(self, row: int, column: int) -> int:
        return sum(self.columnWidth(each) for each in range(column, column + self.columnSpan(row, column)))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for some rows."""
        return QSize(self._theme.scaled(640), self._theme.scaled(260))
