"""The forms for views: a name for a new one; and the list in which they are renamed, moved and deleted."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.base.errors import UserError
from dhr_desktop.store.views import SavedView
from dhr_desktop.ui.common.dialogs import button_box
from dhr_desktop.ui.common.name_in_place import NameInPlace
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, label

_ID = Qt.ItemDataRole.UserRole


class ViewNameDialog(QDialog):
    """Asks for the name of a view. It stays open while the name is refused, and says why."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save as a view"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the view"))
        self.name.setMaxLength(60)
        self.problem = label("", wrap=True)
        self.problem.setProperty("wrong", True)
        self.problem.hide()
        self.box = button_box(self, self.tr("Save the view"))
        self.box.accepted.disconnect()
        self.box.accepted.connect(lambda: self.named.emit(self.name.text()))
        words = self.tr("A view keeps the filters, the search and how the table stands.")
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("Save as a view"), "heading"))
        column.addWidget(label(words, "hint", wrap=True))
        column.addWidget(self.name)
        column.addWidget(self.problem)
        column.addWidget(self.box)
        self.setMinimumWidth(400)
        self.name.setFocus()

    def say_refused(self, error: UserError) -> None:
        """Say why the name will not do; what was typed stays."""
        self.problem.setText(f"{error.what} {error.next_step}")
        self.problem.show()
        self.name.selectAll()
        self.name.setFocus()


class ViewsDialog(QDialog):
    """The saved views in order. Everything done here is one step at once, and can be undone."""

    renamed = Signal(object, str)
    moved = Signal(object, int)
    """A `SavedView` and its new place among the saved ones."""
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Views"))
        self._views: list[SavedView] = []
        self.list = _Names()
        self.list.setItemDelegate(NameInPlace(self.list))
        self.list.setAccessibleName(self.tr("Saved views"))
        self.list.itemChanged.connect(self._rename)
        self.list.itemDelegate().closeEditor.connect(self._on_editor_closed)
        self.list.delete_wanted.connect(self._remove)
        self.list.currentRowChanged.connect(self._offer)
        self.rename_it = button(self.tr("&Rename"), clicked=self._edit)
        self.up = button(self.tr("Move &up"), clicked=lambda: self._move(-1))
        self.down = button(self.tr("Move &down"), clicked=lambda: self._move(1))
        self.delete = button(self.tr("De&lete"), "danger", self._remove)
        self.problem = label("", wrap=True)
        self.problem.setProperty("wrong", True)
        self.problem.hide()
        self.leave = button(self.tr("&Close"), clicked=self.accept)
        self._build()

    def _build(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(SMALL)
        for each in (self.rename_it, self.up, self.down, self.delete):
            each.setAutoDefault(False)
            side.addWidget(each)
        side.addStretch(1)
        side.addWidget(self.leave)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self.list, 1)
        row.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("Saved views"), "heading"))
        column.addWidget(label(self.tr("F2 renames, Delete deletes. Undo brings a view back."), "hint", wrap=True))
        column.addLayout(row, 1)
        column.addWidget(self.problem)
        self.resize(460, 340)

    def show_views(self, views: Sequence[SavedView]) -> None:
        """Show the views as they now are; the chosen one stays chosen."""
        chosen = self._chosen()
        self._views = list(views)
        self.list.blockSignals(True)
        self.list.clear()
        for view in views:
            item = QListWidgetItem(view.name)
            item.setData(_ID, view.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        places = [view.id for view in views]
        row = places.index(chosen.id) if chosen and chosen.id in places else min(self._row, len(views) - 1)
        self.list.setCurrentRow(max(row, 0))
        self.list.blockSignals(False)
        self.problem.hide()
        self._offer(self.list.currentRow())

    def say_refused(self, error: UserError, view: SavedView | None = None, name: str = "") -> None:
        """Say why something will not do. A name that was refused stays where it was typed, to be put right."""
        self.show_views(self._views)
        self.problem.setText(f"{error.what} {error.next_step}")
        self.problem.show()
        row = next((row for row, each in enumerate(self._views) if view and each.id == view.id), -1)
        if row >= 0:
            self._asked = False
            self._say_in(row, name)
            self.list.setCurrentRow(row)
            self._edit()

    def _say_in(self, row: int, name: str) -> None:
        with QSignalBlocker(self.list):
            self.list.item(row).setText(name)

    def _on_editor_closed(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Escape shows the name as it is kept; Return on a name that was refused asks for it again."""
        view, item = self._chosen(), self.list.currentItem()
        asked, self._asked = self._asked, False
        if asked or view is None or item is None or item.text() == view.name:
            return
        if hint is QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self._say_in(self.list.currentRow(), view.name)
            self.problem.hide()
        elif hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._rename(item)
            self._asked = False

    _row = 0
    _asked = False

    def _chosen(self) -> SavedView | None:
        row = self.list.currentRow()
        return self._views[row] if 0 <= row < len(self._views) else None

    def _offer(self, row: int) -> None:
        self._row = max(row, 0)
        there = 0 <= row < len(self._views)
        self.rename_it.setEnabled(there)
        self.delete.setEnabled(there)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < len(self._views) - 1)

    def _edit(self) -> None:
        self.list.setFocus()
        self.list.editItem(self.list.currentItem())

    def _rename(self, item: QListWidgetItem) -> None:
        view = next(each for each in self._views if each.id == item.data(_ID))
        if item.text() != view.name:
            self._asked = True
            self.renamed.emit(view, item.text())

    def _move(self, by: int) -> None:
        view = self._chosen()
        if view:
            self.moved.emit(view, self.list.currentRow() + by)

    def _remove(self) -> None:
        view = self._chosen()
        if view:
            self.removed.emit(view)


class _Names(QListWidget):
    """Delete deletes the chosen one; F2 and a double click rename it."""

    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Look for Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)
