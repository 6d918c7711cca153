"""The plain way to show many entries: a table in memory behind Qt's QSortFilterProxyModel. A benchmark's yardstick."""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.entries import Entry
from dhr_desktop.store.filters import EntryFilter

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_AGENCY, _WHAT = 2, 3
_HEIGHT = 41


@dataclass(frozen=True)
class Taken:
    """Milliseconds of one deed, done some times."""

    taken: Sequence[float] = field(default_factory=list)

    @property
    def p95(self) -> float:
        if len(self.taken) == 1:
            return self.taken[0]
        return statistics.quantiles(self.taken, n=20, method="inclusive")[-1]  # never beyond the worst that was seen

    def __str__(self) -> str:
        return f"{statistics.median(self.taken):8.1f} {self.p95:8.1f} {max(self.taken):8.1f}"


class Rows(QAbstractTableModel):
    """The words of every entry, ready in memory."""

    def __init__(self, entries: Iterable[Entry], names: dict[int, str]) -> None:
        super().__init__()
        self.rows = [
            [in_british_words(one.when), one.time, names[one.agency_id], " ".join(one.text.split()), one.source]
            for one in entries
        ]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else 5

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        del role
        self.rows[index.row()][index.column()] = str(value)
        self.dataChanged.emit(index, index)
        return True


class PlainTable:
    """Filters by text and by agency as the proxy does it: a string looked for in one column."""

    def __init__(self, entries: Iterable[Entry], names: dict[int, str]) -> None:
        self._names = names
        self._rows = Rows(entries, names)
        self._proxy = QSortFilterProxyModel()
        self._proxy.setSourceModel(self._rows)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.view = QTableView()
        self.view.setModel(self._proxy)
        self.view.setWordWrap(False)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.view.verticalHeader().setDefaultSectionSize(_HEIGHT)
        self.view.setColumnWidth(_WHAT, 600)
        self.back: list[float] = []
        self._every: list[float] = []

    @property
    def all(self) -> Taken:
        """Every filter and way back so far."""
        return Taken([*self._every, *self.back])

    def measured(self, wish: EntryFilter, times: int) -> Taken | None:
        """Narrow by what the proxy can narrow by; None where it knows no such filter."""
        found = self._key(wish)
        if found is None:
            return None
        column, words = found
        taken = []
        for _ in range(times):
            taken.append(self._timed(lambda: self._narrow(column, words)))
            self.back.append(self._timed(lambda: self._proxy.setFilterFixedString("")))
        self._every += taken
        return Taken(taken)

    def scrolled(self, leaps: Callable[[QTableView], Iterable[int]]) -> Taken:
        """Each frame of the same way through the rows."""
        bar = self.view.verticalScrollBar()
        return Taken([self._timed(lambda stop=stop: bar.setValue(stop)) for stop in leaps(self.view)])

    def edited(self, rows: Iterable[int]) -> Taken:
        """Words changed in memory alone: nothing is written to any disk."""
        taken = []
        for row in rows:
            index = self._proxy.index(row, _WHAT)
            self.view.setCurrentIndex(index)
            QApplication.processEvents()
            words = f"{index.data()} Reworded."
            taken.append(self._timed(lambda index=index, words=words: self._proxy.setData(index, words)))
        return Taken(taken)

    def _key(self, wish: EntryFilter) -> tuple[int, str] | None:
        if wish == EntryFilter(text=wish.text):
            return _WHAT, wish.text.strip('"')
        if wish == EntryFilter(agency_ids=wish.agency_ids) and len(wish.agency_ids) == 1:
            return _AGENCY, self._names[next(iter(wish.agency_ids))]
        return None

    def _narrow(self, column: int, words: str) -> None:
        self._proxy.setFilterKeyColumn(column)
        self._proxy.setFilterFixedString(words)

    def _timed(self, deed: Callable[[], object]) -> float:
        begun = time.perf_counter()
        deed()
        self.view.viewport().repaint()
        QApplication.processEvents()
        return (time.perf_counter() - begun) * 1000
