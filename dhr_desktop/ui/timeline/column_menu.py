"""The menu of the table itself: which columns, sorted by what, and whether events stand together."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from dhr_desktop.store.sorting import TIMELINE, SortBy, Sorting
from dhr_desktop.ui.timeline.cells import Cells
from dhr_desktop.ui.timeline.columns import SORTS, Column
from dhr_desktop.ui.timeline.open_menu import OpenMenu
from dhr_desktop.ui.timeline.table import TimelineTable


class ColumnMenu(QObject):
    """Stays open while columns are ticked; reached by the button above the table, by its head and by the keyboard."""

    def __init__(self, table: TimelineTable, cells: Cells) -> None:
        super().__init__(table)
        self._table, self._cells = table, cells
        self.menu = QMenu(table)
        self._ticks = OpenMenu(table)
        self.menu.aboutToShow.connect(self._fill)
        self._ticks.aboutToShow.connect(self._fill_columns)

    def show(self, place: QPoint) -> None:
        """Open it at this place of the screen."""
        self.menu.popup(place)

    def _fill(self) -> None:
        self.menu.clear()
        self._ticks.setTitle(self.tr("Columns"))
        self.menu.addMenu(self._ticks)
        self._sorts(self.menu.addMenu(self.tr("Sort by")))
        self.menu.addSeparator()
        by_event = self._tick(self.menu, self.tr("Group by event"), self._group)
        by_event.setChecked(self._table.by_event)
        for words, folded in ((self.tr("Fold all events"), True), (self.tr("Unfold all events"), False)):
            line = self._plain(self.menu, words, partial(self._table.fold_all, folded=folded))
            line.setEnabled(self._table.by_event)

    def _fill_columns(self) -> None:
        self._ticks.clear()
        shown = self._table.columns.visible()
        for column, words in self._cells.headings().items():
            tick = self._tick(self._ticks, words, partial(self._show_column, column))
            tick.setChecked(column in shown)
        self._ticks.addSeparator()
        self._plain(self._ticks, self.tr("Usual columns"), self._table.columns.use_usual)

    def _show_column(self, column: Column, shown: bool) -> None:
        self._table.columns.show_column(column, shown=shown)

    def _group(self, by_event: bool) -> None:
        self._table.columns.set_by_event(by_event=by_event)

    def _sorts(self, menu: QMenu) -> None:
        now, sort = self._table.sorting, self._table.columns.sort_by
        choices = [
            (self.tr("The order of the timeline"), TIMELINE),
            (self.tr("The timeline from its end"), Sorting(SortBy.DATE, descending=True)),
            (self.tr("Most significant first"), Sorting(SortBy.SIGNIFICANCE, descending=True)),
        ]
        choices += [
            (words, Sorting(SORTS[column]))
            for column, words in self._cells.headings().items()
            if column not in (Column.DATE, Column.SIGNIFICANCE)
        ]
        for words, sorting in choices:
            line = menu.addAction(words)
            line.setCheckable(True)
            line.setChecked(sorting == now)
            line.triggered.connect(partial(_sort, sort, sorting))

    def _tick(self, menu: QMenu, words: str, ticked: Callable[[bool], object]) -> QAction:
        line = menu.addAction(words)
        line.setCheckable(True)
        line.triggered.connect(lambda on: ticked(on))  # noqa: PLW0108 - Qt gives a `partial` no tick
        return line

    def _plain(self, menu: QMenu, words: str, asked: Callable[[], object]) -> QAction:
        line = menu.addAction(words)
        line.triggered.connect(lambda _checked=False: asked())
        return line


def _sort(sort: Callable[[Sorting], object], sorting: Sorting, _checked: bool = False) -> None:
    sort(sorting)
