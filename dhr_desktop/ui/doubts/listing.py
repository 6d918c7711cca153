"""The list of what is in doubt, under the titles of its files or of its kinds."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from dhr_desktop.domain.dates import in_british_words
from dhr_desktop.domain.entries import Entry
from dhr_desktop.store.doubtful import Doubtful
from dhr_desktop.ui.common.held_keys import RETURNS
from dhr_desktop.ui.common.theme import SMALL
from dhr_desktop.ui.doubts.kinds import kind_name

_ID = Qt.ItemDataRole.UserRole
_SHORT = 160


class DoubtList(QTreeWidget):
    """Return answers from here as the button does; what is typed is left to the page, which has the fields for it."""

    chosen = Signal(int)
    """The entry gone to."""
    accepted = Signal()

    def __init__(self, shown: Callable[[Entry], Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._items: dict[int, QTreeWidgetItem] = {}
        self.setColumnCount(2)
        self.setHeaderLabels([self.tr("Row"), self.tr("As it was read")])
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(12)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Entries in doubt"))
        self.currentItemChanged.connect(self._tell)

    def show_groups(self, groups: Mapping[str, Sequence[Doubtful]]) -> None:
        """Show these in place of those shown before; none of them is chosen yet."""
        with QSignalBlocker(self):
            self.clear()
            self._items.clear()
            agencies = Counter(title.partition("\n")[0] for title in groups)
            for title, ones in groups.items():
                short = title.partition("\n")[0]
                head = QTreeWidgetItem()
                head.setFlags(Qt.ItemFlag.ItemIsEnabled)
                head.setData(0, _ID, short if agencies[short] == 1 else title.replace("\n", ", "))
                head.setToolTip(0, title)
                head.setSizeHint(0, self._row_size())
                self._count(head, len(ones))
                for one in ones:
                    item = QTreeWidgetItem()
                    item.setData(0, _ID, one.entry.id)
                    self._fill(item, one)
                    item.setSizeHint(0, self._row_size())
                    head.addChild(item)
                    self._items[one.entry.id] = item
                self.addTopLevelItem(head)
                head.setFirstColumnSpanned(True)
            self.expandAll()

    def order(self) -> list[int]:
        """The entries from top to bottom."""
        found: list[int] = []
        for number in range(self.topLevelItemCount()):
            head = self.topLevelItem(number)
            children = [head.child(place) for place in range(head.childCount())] if head else []
            found += [child.data(0, _ID) for child in children if child]
        return found

    def choose(self, entry_id: int) -> None:
        """Go to an entry without telling so."""
        item = self._items.get(entry_id)
        if item is not None:
            with QSignalBlocker(self):
                self.setCurrentItem(item, 1)
            self.scrollToItem(item)

    def drop(self, entry_id: int) -> None:
        """Take an entry out, and its title with the last of them."""
        item = self._items.pop(entry_id, None)
        head = item.parent() if item else None
        if item is None or head is None:
            return
        with QSignalBlocker(self):
            head.removeChild(item)
            if head.childCount():
                self._count(head, head.childCount())
            else:
                self.takeTopLevelItem(self.indexOfTopLevelItem(head))

    def put(self, one: Doubtful) -> None:
        """Show an entry as it now is."""
        item = self._items.get(one.entry.id)
        if item is not None:
            self._fill(item, one)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return accepts. No letter is a command here, nor a search: any may be the first of a date."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in RETURNS and plain:
            self.accepted.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Search for nothing: Return would answer what the search had gone to."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters need higher rows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            every = QTreeWidgetItemIterator(self)
            while (item := every.value()) is not None:
                item.setSizeHint(0, self._row_size())
                every += 1

    def _row_size(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing() + SMALL)

    def _count(self, head: QTreeWidgetItem, number: int) -> None:
        head.setText(0, f"{head.data(0, _ID)} ({number:,})")
        font = self.font()
        font.setBold(True)
        head.setFont(0, font)

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        entry_id = item.data(0, _ID) if item else None
        if isinstance(entry_id, int):
            self.chosen.emit(entry_id)

    def _fill(self, item: QTreeWidgetItem, one: Doubtful) -> None:
        entry = self._shown(one.entry)
        words = " ".join(part for part in (in_british_words(entry.when), entry.time) if part)
        item.setText(0, str(one.row) if one.row else "–")
        item.setText(1, f"{words}: {' '.join(entry.text.split())}"[:_SHORT])
        item.setToolTip(1, ", ".join(dict.fromkeys(kind_name(doubt.code) for doubt in entry.doubts)))
