"""The timeline as a table model: every wanted entry has a row, and only those looked at are fetched."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from itertools import chain

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.store import entries
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.signs import tip

PAGE = 40
_PAGES_KEPT = 100
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

ENTRY = Qt.ItemDataRole.UserRole
AGENCY = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    """The columns, left to right."""

    DATE = 0
    TIME = 1
    AGENCY = 2
    WHAT = 3
    SOURCE = 4
    DOUBT = 5


class EntriesModel(QAbstractTableModel):
    """Rows are ids in the order of the timeline; a page of them is fetched when one is looked at."""

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self.dress: Callable[[Entry], Entry] = _as_it_is
        """How an entry may be shown now; what is asked for by `entry` is as it is."""
        self._ids: Sequence[int] = ()
        self._agencies: Mapping[int, Agency] = {}
        self._pages: OrderedDict[int, dict[int, Entry]] = OrderedDict()

    def show(self, ids: Sequence[int], agencies: Mapping[int, Agency]) -> bool:
        """Show these entries. When they are the same rows as before, they stay: `forget` tells what changed in them.

        Returns whether the rows themselves changed, so that a view has lost its place.
        """
        renamed, self._agencies = agencies != self._agencies, agencies
        if ids == self._ids:
            if renamed:
                self.forget()
            return False
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()
        return True

    def forget(self) -> None:
        """Fetch everything again when it is next looked at, for entries have changed."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(Column) - 1))

    def forget_these(self, ids: Sequence[int]) -> None:
        """As `forget`, for these entries alone, so that no other row is drawn anew."""
        for row in filter(lambda row: row >= 0, map(self.row_of, ids)):
            self._pages.pop(row // PAGE, None)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def entry(self, row: int) -> Entry | None:
        """The entry of a row; None where there is no such row, or its entry has gone since."""
        if not 0 <= row < len(self._ids):
            return None
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._fetched(number)
        self._pages.move_to_end(number)
        return page.get(self._ids[row])

    def row_of(self, entry_id: int) -> int:
        """The row of an entry; -1 when it is not among those shown."""
        try:
            return self._ids.index(entry_id)
        except ValueError:
            return -1

    def next_row(self, after: int, wanted: set[int]) -> int:
        """The first row below `after` whose entry is wanted, from the top again after the last; -1 for none."""
        rows = len(self._ids)
        below, above = range(after + 1, rows), range(min(after + 1, rows))
        return next((row for row in chain(below, above) if self._ids[row] in wanted), -1)

    def agency(self, agency_id: int) -> Agency:
        """The agency of this id."""
        return self._agencies.get(agency_id) or Agency(agency_id, "", 0)

    def _fetched(self, number: int) -> dict[int, Entry]:
        while len(self._pages) >= _PAGES_KEPT:
            self._pages.popitem(last=False)
        found = entries.page(self._review, self._ids[number * PAGE : (number + 1) * PAGE])
        return {entry.id: entry for entry in found}

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many entries are shown."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings of the columns; those of rows count from 1."""
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation is Qt.Orientation.Vertical:
            return section + 1 if role in shown else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role not in shown:
            return None
        if section == Column.DOUBT and role == Qt.ItemDataRole.DisplayRole:
            return ""
        return self._headings()[Column(section)] if 0 <= section < len(Column) else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows, what it says to someone who cannot see it, and its whole entry."""
        found = self.entry(index.row()) if index.isValid() else None
        if found is None:
            return None
        entry = self.dress(found)
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(entry, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(entry, column) or self.tr("{column}: nothing").format(column=self._headings()[column])
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._more_words(entry, column) or None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._more_words(entry, column)) or None
        if role == ENTRY:
            return entry
        if role == AGENCY:
            return self.agency(entry.agency_id)
        return None

    def _headings(self) -> dict[Column, str]:
        return {
            Column.DATE: self.tr("Date"),
            Column.TIME: self.tr("Time"),
            Column.AGENCY: self.tr("Agency"),
            Column.WHAT: self.tr("What happened"),
            Column.SOURCE: self.tr("Source"),
            Column.DOUBT: self.tr("Doubts"),
        }

    def _words(self, entry: Entry, column: Column) -> str:
        if column is Column.DATE:
            return in_british_words(entry.when)
        if column is Column.TIME:
            return entry.time
        if column is Column.AGENCY:
            return self.agency(entry.agency_id).name
        if column is Column.WHAT:
            return one_line(entry.text)
        if column is Column.SOURCE:
            return one_line(", ".join(part for part in (entry.source, entry.reference) if part))
        return self.tr("In doubt") if entry.doubts else ""

    def _more_words(self, entry: Entry, column: Column) -> str:
        if column is Column.DATE:
            return self.tr("Written as “{words}”").format(words=entry.date_written) if entry.date_written else ""
        if column is Column.TIME:
            return self.tr("Written as “{words}”").format(words=entry.time_written) if entry.time_written else ""
        if column is Column.WHAT:
            return one_line(entry.action)
        if column is Column.DOUBT:
            return " ".join(doubt.words for doubt in entry.doubts)
        return ""


def _as_it_is(entry: Entry) -> Entry:
    return entry


def one_line(text: str) -> str:
    """The text with its line breaks and runs of spaces made single spaces."""
    return " ".join(text.split())
