"""The tree of themes on the screen: dragged, moved by keys, renamed in place; what is wanted is told."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from dhr_desktop.domain.meaning import Theme
from dhr_desktop.domain.theme_tree import ThemeTree
from dhr_desktop.ui.common.name_in_place import NameInPlace

_ID = Qt.ItemDataRole.UserRole
_NAME, _ENTRIES, _KEY = range(3)
_ALT = Qt.KeyboardModifier.AltModifier


class ThemeTreeView(QTreeWidget):
    """Shows themes with the number of their entries and their keys. It changes nothing by itself."""

    renamed = Signal(int, str)
    moved = Signal(int, int, int)
    """A theme, its new parent (0 for the top) and its place there."""
    removal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = ThemeTree()
        self._showing = False
        self._folded: set[int] = set()
        self.setAccessibleName(self.tr("Themes"))
        self.setHeaderLabels([self.tr("Theme"), self.tr("Entries"), self.tr("Key")])
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setItemDelegate(NameInPlace(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_ENTRIES, _KEY):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.itemChanged.connect(self._on_edited)
        self.itemCollapsed.connect(lambda item: self._folded.add(item.data(_NAME, _ID)))
        self.itemExpanded.connect(lambda item: self._folded.discard(item.data(_NAME, _ID)))

    def show_tree(self, tree: ThemeTree, counts: Mapping[int, int], choose: int = 0) -> None:
        """Show the tree; `choose` a theme, or the one that was chosen, or its neighbour where it has gone."""
        chosen = choose or self.chosen_id()
        fallback = self._neighbour(chosen, tree)
        self._showing = True
        folded = set(self._folded)
        self.clear()
        self._folded = folded
        self._tree = tree
        items: dict[int, QTreeWidgetItem] = {}
        for theme, depth in tree.in_order():
            item = items[theme.id] = QTreeWidgetItem(items[theme.parent_id] if depth else self.invisibleRootItem())
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(_NAME, _ID, theme.id)
            item.setText(_NAME, theme.name)
            number = counts.get(theme.id, 0)
            item.setText(_ENTRIES, f"{number:,}" if number else "")
            item.setText(_KEY, str(theme.digit) if theme.digit else "")
        for theme_id, item in items.items():
            item.setExpanded(theme_id not in folded)
        wanted = items.get(chosen) or items.get(fallback) or self.topLevelItem(0)
        if wanted:
            self.setCurrentItem(wanted)
            self.scrollToItem(wanted)
        self._showing = False

    def chosen_id(self) -> int:
        """The id of the chosen theme; 0 for none."""
        item = self.currentItem()
        return int(item.data(_NAME, _ID)) if item else 0

    def begin_rename(self) -> None:
        """Let the name of the chosen theme be typed over."""
        item = self.currentItem()
        if item:
            self.editItem(item, _NAME)

    # Moving by keys.

    def move_by(self, down: int) -> None:
        """Move the chosen theme up or down among those beside it."""
        theme = self._tree.get(self.chosen_id())
        if theme:
            beside = [one.id for one in self._tree.beneath(theme.parent_id)]
            place = beside.index(theme.id) + down
            if 0 <= place < len(beside):
                self.moved.emit(theme.id, theme.parent_id, place)

    def move_out(self) -> None:
        """Move the chosen theme from beneath its parent to right after it."""
        theme = self._tree.get(self.chosen_id())
        parent = self._tree.get(theme.parent_id) if theme else None
        if theme and parent:
            beside = [one.id for one in self._tree.beneath(parent.parent_id)]
            self.moved.emit(theme.id, parent.parent_id, beside.index(parent.id) + 1)

    def move_in(self) -> None:
        """Move the chosen theme beneath the one above it."""
        theme = self._tree.get(self.chosen_id())
        if theme:
            beside = self._tree.beneath(theme.parent_id)
            place = [one.id for one in beside].index(theme.id)
            if place:
                above = beside[place - 1]
                self.moved.emit(theme.id, above.id, len(self._tree.beneath(above.id)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Alt and an arrow moves the theme; Delete asks for its removal; Return renames it."""
        moves = {
            Qt.Key.Key_Up: lambda: self.move_by(-1),
            Qt.Key.Key_Down: lambda: self.move_by(1),
            Qt.Key.Key_Left: self.move_out,
            Qt.Key.Key_Right: self.move_in,
        }
        key = Qt.Key(event.key())
        if event.modifiers() & _ALT and key in moves:
            moves[key]()
        elif key == Qt.Key.Key_Delete and not event.modifiers():
            self.removal_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != QAbstractItemView.State.EditingState:
            self.begin_rename()
        else:
            super().keyPressEvent(event)

    # Moving by hand.

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Tell where the theme was dropped; the tree is drawn anew when it stands there."""
        theme = self._tree.get(self.chosen_id())
        at = self.itemAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if theme:
            parent_id, place = self._dropped(theme, int(at.data(_NAME, _ID)) if at else 0)
            self.moved.emit(theme.id, parent_id, place)

    def _dropped(self, theme: Theme, at_id: int) -> tuple[int, int]:
        at = self._tree.get(at_id)
        where = self.dropIndicatorPosition()
        position = QAbstractItemView.DropIndicatorPosition
        if at is None or where == position.OnViewport:
            return 0, len(self._tree.beneath())
        if where == position.OnItem:
            return at.id, len(self._tree.beneath(at.id))
        beside = [one.id for one in self._tree.beneath(at.parent_id) if one.id != theme.id]
        if at.id not in beside:  # dropped at its own edge
            return at.parent_id, [one.id for one in self._tree.beneath(at.parent_id)].index(at.id)
        return at.parent_id, beside.index(at.id) + (1 if where == position.BelowItem else 0)

    # Renaming in place.

    def _on_edited(self, item: QTreeWidgetItem, column: int) -> None:
        theme = self._tree.get(int(item.data(_NAME, _ID)))
        if self._showing or theme is None or column != _NAME or item.text(_NAME) == theme.name:
            return
        self.renamed.emit(theme.id, item.text(_NAME))

    def _neighbour(self, theme_id: int, tree: ThemeTree) -> int:
        """What should be chosen where a theme has gone: what stands after it, or before it, or above it."""
        theme = self._tree.get(theme_id)
        if theme is None or tree.get(theme_id):
            return theme_id
        beside = [one.id for one in self._tree.beneath(theme.parent_id)]
        place = beside.index(theme_id)
        near = [*beside[place + 1 :], *reversed(beside[:place]), theme.parent_id]
        return next((one for one in near if tree.get(one)), 0)
