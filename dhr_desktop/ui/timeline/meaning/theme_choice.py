"""Asks into which theme another is to be merged."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from dhr_desktop.domain.meaning import Theme
from dhr_desktop.domain.theme_tree import ThemeTree
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import label

_ID = Qt.ItemDataRole.UserRole


class ThemeChoice(QDialog):
    """Lists every theme into which it can go: not itself, nor those beneath it."""

    def __init__(self, tree: ThemeTree, theme: Theme, entries: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge a theme"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Merge into"))
        own = {one.id for one in tree.branch(theme.id)}
        for one, depth in tree.in_order():
            item = QListWidgetItem(f"{'      ' * depth}{one.name}")
            item.setData(_ID, one.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, " – ".join(tree.way_to(one.id)))
            if one.id in own:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        box = button_box(self, self.tr("Merge"))
        self.yes = box.buttons()[0]
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("Merge “{name}” into").format(name=theme.name), "heading", wrap=True))
        column.addWidget(label(self._words(entries), "hint", wrap=True))
        column.addWidget(self.list, 1)
        column.addWidget(box)
        self.list.currentItemChanged.connect(self._say)
        self.list.itemDoubleClicked.connect(self.accept)
        self._say()
        self.resize(480, 520)
        self.list.setFocus()

    def chosen_id(self) -> int:
        """The theme it is to be merged into; 0 for none."""
        item = self.list.currentItem()
        return int(item.data(_ID)) if item and item.flags() & Qt.ItemFlag.ItemIsEnabled else 0

    def accept(self) -> None:
        """Take the choice, if there is one."""
        if self.chosen_id():
            super().accept()

    def _say(self) -> None:
        self.yes.setEnabled(bool(self.chosen_id()))

    def _words(self, entries: int) -> str:
        if not entries:
            return self.tr("No entry has it. Themes beneath it go with it.")
        if entries == 1:
            return self.tr("1 entry has it and will have the other. Themes beneath it go with it.")
        words = self.tr("{number} entries have it and will have the other. Themes beneath it go with it.")
        return words.format(number=f"{entries:,}")
