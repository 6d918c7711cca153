"""The list at the left of either view: arrows walk it, and keys that decide are passed on."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from dhr_desktop.ui.common.held_keys import RETURNS
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.events.lines import Key, Line, LineDelegate, LinesModel, Source

_DIGITS = range(int(Qt.Key.Key_1), int(Qt.Key.Key_9) + 1)


class LineList(QListView):
    """A list of lines, each known by its key."""

    chosen = Signal()
    """Another line is at hand, or none."""
    accepted = Signal()
    """Return."""
    refused = Signal()
    """Delete."""
    numbered = Signal(int)
    """A digit from 1 to 9."""

    def __init__(self, inks: Inks, name: str, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(source, self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(inks, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(name)
        inks.changed.connect(self.viewport().update)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._tell)
        self.selectionModel().selectionChanged.connect(self._tell)

    @property
    def key(self) -> Key:
        """The key of the line at hand; empty for none."""
        return self.lines.key(self.currentIndex().row())

    @property
    def line(self) -> Line | None:
        """The line at hand."""
        return self.lines.line(self.currentIndex().row())

    @property
    def keys_chosen(self) -> list[Key]:
        """The keys of every line that is chosen, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [key for key in map(self.lines.key, rows) if key]

    def show_keys(self, keys: Sequence[Key], wanted: Key = ()) -> None:
        """Show the lines of these keys; what is at hand stays so, or the line that has come into its place."""
        row = self.currentIndex().row()
        before = wanted or self.key
        self._quiet = True
        self.lines.show(keys)
        self._settle(before, row)

    def search(self, typed: str) -> None:
        """Leave the lines that hold what was typed."""
        row, before = self.currentIndex().row(), self.key
        self._quiet = True
        self.lines.search(typed)
        self._settle(before, row)

    def choose(self, key: Key) -> bool:
        """Go to a line. Returns whether it is there."""
        row = self.lines.row_of(key)
        if row >= 0:
            self._go(row)
        return row >= 0

    def drop(self, key: Key) -> None:
        """Take a line out and go to the one that comes into its place."""
        row = self.lines.row_of(key)
        self._quiet = True
        self.lines.drop(key)
        self._settle((), row)

    def step(self, by: int) -> None:
        """Go so many lines down, or up."""
        if self.lines.rowCount():
            self._go(min(max(self.currentIndex().row() + by, 0), self.lines.rowCount() - 1))

    def _settle(self, key: Key, row: int) -> None:
        found = self.lines.row_of(key) if key else -1
        self._quiet = False
        last = self.lines.rowCount() - 1
        self._go(found if found >= 0 else min(max(row, 0), last))
        self.chosen.emit()

    def _go(self, row: int) -> None:
        index = self.lines.index(row) if row >= 0 else QModelIndex()
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _tell(self) -> None:
        if not self._quiet:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return, Delete and the digits are passed on; no letter searches, for Return would answer what it found."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in RETURNS:
            self.accepted.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.refused.emit()
        elif plain and event.key() in _DIGITS:
            self.numbered.emit(event.key() - int(Qt.Key.Key_1) + 1)
        elif event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Search for nothing."""
