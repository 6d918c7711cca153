"""A name that is typed over in its row of a list or a tree, in a field high enough for its letters.

Qt makes the field as high as the words of the row, of which its own edge and padding leave nothing to be read.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget


class NameInPlace(QStyledItemDelegate):
    """The delegate of a view whose rows are lower than a field: the field stands over its neighbours meanwhile."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Over the middle of its row, within the view."""
        super().updateEditorGeometry(editor, option, index)
        place, room = editor.geometry(), self._view.viewport().height()
        middle = place.center().y()
        place.setHeight(max(place.height(), min(editor.sizeHint().height(), room)))
        place.moveTop(max(0, min(middle - place.height() // 2, room - place.height())))
        editor.setGeometry(place)
