"""The timeline as a table model: every wanted entry has a row, and only those looked at are fetched."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.store import beside, entries
from dhr_desktop.store.beside import Beside
from dhr_desktop.store.grouping import Arranged, Group
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.signs import tip
from dhr_desktop.ui.timeline.cells import Cells, one_line
from dhr_desktop.ui.timeline.columns import BESIDE, Column
from dhr_desktop.ui.timeline.row_said import RowSaid

__all__ = ["AGENCY", "ENTRY", "GROUP", "PAGE", "WITHIN", "AnyIndex", "Column", "EntriesModel", "one_line"]

PAGE = 20
_PAGES_KEPT = 200
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

ENTRY = Qt.ItemDataRole.UserRole
AGENCY = Qt.ItemDataRole.UserRole + 1
GROUP = Qt.ItemDataRole.UserRole + 2
"""The `Group` whose head a row is."""
WITHIN = Qt.ItemDataRole.UserRole + 3
"""Whether a row stands beneath the head of an event, and whether the head of a row is folded."""
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class _Page:
    """Some rows as they were fetched. Entries by their ids, with the first of each event whose head is there."""

    entries: dict[int, Entry]
    beside: Beside


class EntriesModel(QAbstractTableModel):
    """Rows are ids in the order shown; a page of them is fetched when one is looked at (half a millisecond).

    A negative id is the head of an event (`store.grouping`); what is folded beneath it has no row.
    """

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._ids: list[int] = []
        self._rows_found: dict[int, int] = {}
        """The rows that have been looked for among these ids, for a few are asked for again and again."""
        self._all: list[int] = []
        self.dress: Callable[[Entry], Entry] = _as_it_is
        """How an entry may be shown now; what is asked for by `entry` is as it is."""
        self.called: Callable[[str], str] = str
        """How an agency may be called now."""
        self.cover: Callable[[str], str] = str
        """How words that are no entry's may be shown now."""
        self._entries_alone: Sequence[int] = ()
        self._groups: Mapping[int, Group] = {}
        self._head_of: Mapping[int, int] = {}
        self._folded: set[int] = set()
        self._agencies: Mapping[int, Agency] = {}
        self._themes: Mapping[int, str] = {}
        self._pages: OrderedDict[int, _Page] = OrderedDict()
        self._columns: frozenset[Column] = frozenset()
        self.cells = Cells(self)

    def show(
        self,
        ids: Sequence[int],
        agencies: Mapping[int, Agency],
        arranged: Arranged | None = None,
        themes: Mapping[int, str] | None = None,
    ) -> bool:
        """Show these entries. When they are the same rows as before, only their contents are drawn anew.

        `arranged` has them in the order wanted, where that is not the timeline's. Returns whether the rows themselves
        changed, so that a view has lost its place.
        """
        before = self._agencies, self._groups, self._themes
        self._agencies = agencies
        self._themes = themes or {}
        arranged = arranged or Arranged(list(ids), {})
        self._groups = arranged.groups
        self._head_of = arranged.head_of
        if arranged.rows == self._all:
            if before != (agencies, self._groups, self._themes):
                self.forget()
            return False
        self.beginResetModel()
        self._all, self._entries_alone = arranged.rows, arranged.entries
        self._folded &= set(self._groups)
        self._stand(self._unfolded())
        self._pages.clear()
        self.endResetModel()
        return True

    def look_at(self, columns: frozenset[Column]) -> None:
        """These columns are shown; what other tables say is read for them alone."""
        if (columns & BESIDE) - self._columns:
            self._columns = columns
            self.forget()
        self._columns = columns

    def forget(self) -> None:
        """Fetch everything again when it is next looked at, for entries have changed."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(Column) - 1))

    def forget_these(self, ids: Sequence[int]) -> None:
        """As `forget`, for these entries alone, so that no other row is drawn anew.

        Where events stand together, the head of one may say something else too.
        """
        if self._groups:
            self.forget()
            return
        fresh = {} if self._columns & BESIDE else {one.id: one for one in entries.page(self._review, ids)}
        for row in filter(lambda row: row >= 0, map(self.row_of, ids)):
            entry, page = fresh.get(self._ids[row]), self._pages.get(row // PAGE)
            if entry and page:
                page.entries[entry.id] = entry
            else:
                self._pages.pop(row // PAGE, None)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    # Rows.

    def entry(self, row: int) -> Entry | None:
        """The entry of a row; None where there is no such row, it is a head, or its entry has gone since."""
        page = self._page_of(row)
        return page.entries.get(self._ids[row]) if page else None

    def by_id(self, entry_id: int) -> Entry | None:
        """An entry, wherever it stands; None where it has gone. For a few of them: each is fetched alone."""
        found = entries.page(self._review, [entry_id])
        return found[0] if found else None

    def group(self, row: int) -> Group | None:
        """The event whose head a row is; None for a row of an entry."""
        return self._groups.get(self._ids[row]) if 0 <= row < len(self._ids) and self._ids[row] < 0 else None

    def id_at(self, row: int) -> int:
        """The id of a row: of its entry, negative of its event, 0 where there is no such row."""
        return self._ids[row] if 0 <= row < len(self._ids) else 0

    def row_of(self, entry_id: int) -> int:
        """The row of an entry, or of the head it is folded beneath; -1 when it is not among those shown."""
        head = self._head_of.get(entry_id)
        wanted = head if head is not None and head in self._folded else entry_id
        row = self._rows_found.get(wanted)
        if row is None:
            try:
                row = self._ids.index(wanted)
            except ValueError:
                row = -1
            self._rows_found[wanted] = row
        return row

    def place_of(self, row: int) -> tuple[int, int]:
        """Which entry of how many a row holds, counted from 1."""
        if not self._groups:
            return row + 1, len(self._ids)
        number = self._entries_alone.index(self._ids[row]) + 1 if self._ids[row] > 0 else 0
        return number, len(self._entries_alone)

    def entries_between(self, first: int, last: int) -> list[int]:
        """The ids of the entries of these rows; the head of an event stands for those folded beneath it."""
        if not self._groups:
            return self._ids[first : last + 1]
        found: list[int] = []
        for each in self._ids[first : last + 1]:
            found += (each,) if each > 0 else self._groups[each].entry_ids if each in self._groups else ()
        return found

    def between(self, first: int, last: int) -> list[int]:
        """The ids of these rows, heads as they are."""
        return self._ids[first : last + 1]

    def rows_of(self, ids: Collection[int]) -> list[int]:
        """The rows that have these ids, from top to bottom."""
        return [row for row, each in enumerate(self._ids) if each in ids]

    def next_row(self, after: int, wanted: set[int]) -> int:
        """The first row below `after` whose entry is wanted, from the top again after the last; -1 for none.

        What is folded is unfolded for it.
        """
        begin = self._all.index(self._ids[after]) + 1 if 0 <= after < len(self._ids) else 0
        places = chain(range(begin, len(self._all)), range(begin))
        found = next((self._all[place] for place in places if self._all[place] in wanted), 0)
        if not found:
            return -1
        self.unfold_for(found)
        return self.row_of(found)

    def agency(self, agency_id: int) -> Agency:
        """The agency of this id."""
        return self._agencies.get(agency_id) or Agency(agency_id, "", 0)

    def _shown_agency(self, agency_id: int) -> Agency:
        agency = self.agency(agency_id)
        name = self.called(agency.name)
        return agency if name == agency.name else replace(agency, name=name)

    # Folding.

    def is_folded(self, row: int) -> bool:
        """Whether what stands beneath the head in a row is hidden."""
        return self.id_at(row) in self._folded

    def head_row(self, row: int) -> int:
        """The row of the head that a row stands beneath; -1 for one that stands beneath none."""
        head = self._head_of.get(self.id_at(row))
        return self._ids.index(head) if head is not None else -1

    def fold(self, row: int, *, folded: bool) -> None:
        """Hide what stands beneath the head in a row, or show it again."""
        group = self.group(row)
        if group is None or self.is_folded(row) is folded:
            return
        head, ids, number = self._ids[row], self._ids, len(group.entry_ids)
        self._pages.clear()
        if folded:
            self.beginRemoveRows(QModelIndex(), row + 1, row + number)
            self._folded.add(head)
            self._stand(ids[: row + 1] + ids[row + 1 + number :])
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), row + 1, row + number)
            self._folded.discard(head)
            self._stand([*ids[: row + 1], *group.entry_ids, *ids[row + 1 :]])
            self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def fold_all(self, *, folded: bool) -> None:
        """Hide what stands beneath every head, or show all of it again. A view loses its place."""
        self.beginResetModel()
        self._folded = set(self._groups) if folded else set()
        self._stand(self._unfolded())
        self._pages.clear()
        self.endResetModel()

    def unfold_for(self, entry_id: int) -> None:
        """Have an entry that is folded away shown."""
        head = self._head_of.get(entry_id)
        if head is not None and head in self._folded:
            self.fold(self.row_of(entry_id), folded=False)

    def _stand(self, ids: list[int]) -> None:
        self._ids = ids
        self._rows_found = {}

    def _unfolded(self) -> list[int]:
        if not self._folded:
            return self._all
        return [each for each in self._all if self._head_of.get(each) not in self._folded]

    # Fetching.

    def _page_of(self, row: int) -> _Page | None:
        if not 0 <= row < len(self._ids):
            return None
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._fetched(number)
        self._pages.move_to_end(number)
        return page

    def _fetched(self, number: int) -> _Page:
        while len(self._pages) >= _PAGES_KEPT:
            self._pages.popitem(last=False)
        rows = self._ids[number * PAGE : (number + 1) * PAGE]
        firsts = [self._groups[each].entry_ids[0] for each in rows if each in self._groups]
        wanted = list(dict.fromkeys([*(each for each in rows if each > 0), *firsts]))
        found = {entry.id: entry for entry in entries.page(self._review, wanted)}
        told = beside.of_entries(self._review, wanted) if self._columns & BESIDE else Beside()
        return _Page(found, told)

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many columns there are, shown or not."""
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The headings of the columns; those of rows count from 1."""
        if orientation is Qt.Orientation.Vertical:
            return section + 1 if role in _SHOWN else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role not in _SHOWN:
            return None
        if section == Column.DOUBT and role == Qt.ItemDataRole.DisplayRole:
            return ""
        return self.cells.headings()[Column(section)] if 0 <= section < len(Column) else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows, what it says to someone who cannot see it, and its whole entry."""
        row = index.row() if index.isValid() else -1
        page = self._page_of(row)
        if page is None:
            return None
        if self._ids[row] < 0:
            return self._of_group(row, Column(index.column()), page, role)
        entry = page.entries.get(self._ids[row])
        return self._of_entry(self.dress(entry), Column(index.column()), page.beside, role) if entry else None

    def said(self, row: int, columns: Collection[Column]) -> RowSaid | None:
        """What a row says in these columns; None where there is no such row, or its entry has gone since."""
        page = self._page_of(row)
        if page is None:
            return None
        group = self.group(row)
        if group:
            words = {each: str(self._of_group(row, each, page, Qt.ItemDataRole.DisplayRole) or "") for each in columns}
            shown = replace(group, event=replace(group.event, headline=self.cover(group.event.headline)))
            return RowSaid(words, group=shown, within=self.is_folded(row))
        found = page.entries.get(self._ids[row])
        if found is None:
            return None
        entry = self.dress(found)
        words = {each: self._words(entry, each, page.beside) for each in columns}
        return RowSaid(words, entry, self._shown_agency(entry.agency_id), within=entry.id in self._head_of)

    def _of_entry(self, entry: Entry, column: Column, told: Beside, role: int) -> object:
        if role == ENTRY:
            return entry
        if role == AGENCY:
            return self._shown_agency(entry.agency_id)
        if role == WITHIN:
            return entry.id in self._head_of
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.cells.more_words(entry, column) or None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.cells.more_words(entry, column)) or None
        if role not in _SHOWN:
            return None
        words = self._words(entry, column, told)
        if role == Qt.ItemDataRole.DisplayRole or words:
            return words
        return self.tr("{column}: nothing").format(column=self.cells.headings()[column])

    def _words(self, entry: Entry, column: Column, told: Beside) -> str:
        if column is Column.AGENCY:
            return self._shown_agency(entry.agency_id).name
        words = self.cells.words(entry, column, told, self._themes)
        return self.cover(words) if column in BESIDE else words

    def _of_group(self, row: int, column: Column, page: _Page, role: int) -> object:
        group = self.group(row)
        if group is None:
            return None
        found = page.entries.get(group.entry_ids[0])
        first = self.dress(found) if found else None
        if role == WITHIN:
            return self.is_folded(row)
        group = replace(group, event=replace(group.event, headline=self.cover(group.event.headline)))
        if role == GROUP:
            return group
        if role == Qt.ItemDataRole.DisplayRole:
            words = self.cells.of_group(group, first, column)
            return self.cover(words) if column is Column.DATE else words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.cover(self.cells.spoken_of_group(group, first, folded=self.is_folded(row)))
        return None


def _as_it_is(entry: Entry) -> Entry:
    return entry
