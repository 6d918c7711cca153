"""The table of the preview, in whose cells the chair can type."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dhr_desktop.ui.common.theme import WIDE
from dhr_desktop.ui.common.widgets import dress_table, restyle
from dhr_desktop.ui.importing.cell_words import Kind, told, understood
from dhr_desktop.ui.importing.preview_model import READ, TEXT, TIME, WHY, WRITTEN, PreviewModel

_Index = QModelIndex | QPersistentModelIndex
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = {0: "000", WRITTEN: "00/00/0000 00:00", READ: "23 September 2016", TIME: "00:00 "}
"""What a column must have room for."""
_ICON = 20
_LEAST_TEXT = 26
_LEAST_WHY = 26
_FURTHER = 16
_LINES = 6


class PreviewTable(QTableView):
    """Rows to look at and to put right; `telling` says how what is being typed is understood, '' once it is done."""

    telling = Signal(str)

    def __init__(self, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._preview = model
        dress_table(self, self.tr("Rows of the file as they would come in"))
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.editor = _Editor(self)
        self.editor.telling.connect(self.telling)
        self.editor.closeEditor.connect(lambda *_: self.telling.emit(""))
        self.setItemDelegate(self.editor)
        model.modelReset.connect(self.share_width)

    def edit(self, index: _Index, trigger: QAbstractItemView.EditTrigger, event: QEvent | None) -> bool:  # type: ignore[override]
        """F2 on a cell that nothing is typed into goes to the row's date."""
        by_key = trigger == QAbstractItemView.EditTrigger.EditKeyPressed
        if by_key and index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.sibling(index.row(), READ)
        return super().edit(index, trigger, event)  # type: ignore[arg-type]

    def edit_date(self) -> None:
        """Type the date of the chosen row."""
        index = self.currentIndex().siblingAtColumn(READ)
        self.setCurrentIndex(index)
        self.setFocus()
        super().edit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The words take what room there is."""
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Give each column the room that its words need, and the rest to what happened and why to look at it."""
        header, metrics = self.horizontalHeader(), self.fontMetrics()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        taken = 0
        for column in range(header.count()):
            if column in (TEXT, WHY) or self.isColumnHidden(column):
                continue
            words = _LONGEST.get(column, "x" * _FURTHER)
            width = metrics.horizontalAdvance(words) + WIDE + (_ICON if column == READ else 0)
            header.resizeSection(column, width)
            taken += width if column < WHY else 0
        left = self.viewport().width() - taken
        least = metrics.averageCharWidth() * _LEAST_TEXT
        why = 0 if self.isColumnHidden(WHY) else max(metrics.averageCharWidth() * _LEAST_WHY, left * 2 // 5)
        header.resizeSection(TEXT, max(least, left - why))
        if why:
            header.resizeSection(WHY, why)


class _Editor(QStyledItemDelegate):
    """A field for a date or a time, which refuses what is neither; a larger one for words."""

    telling = Signal(str)

    def __init__(self, table: PreviewTable) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: N802
        """Qt asks for the field to type in."""
        del option
        kind = self._kind(index)
        editor: QLineEdit | QPlainTextEdit
        if kind is Kind.WORDS:
            editor = QPlainTextEdit(parent)
            editor.setTabChangesFocus(True)
        else:
            editor = QLineEdit(parent)
            editor.textEdited.connect(lambda words: self._tell(editor, kind, words))
        editor.setAccessibleName(self._table._preview.headings()[index.column()])  # noqa: SLF001 - these two are one
        editor.setAutoFillBackground(True)
        editor.setProperty("kind", kind.name)
        self.telling.emit(told(kind, "") if kind is Kind.WORDS else self._hint(kind))
        return editor

    def _hint(self, kind: Kind) -> str:
        if kind is Kind.TIME:
            return self.tr("Type the time as 21:30 or 9.30pm. Return saves it, Escape leaves it as it was.")
        return self.tr("Type the date, the day first. Return saves it, Escape leaves it as it was.")

    def _kind(self, index: _Index) -> Kind:
        return self._table._preview.kind(index.column())  # noqa: SLF001 - these two are one

    def _tell(self, editor: QWidget, kind: Kind, words: str) -> None:
        said = told(kind, words)
        editor.setAccessibleDescription(said)
        editor.setProperty("wrong", understood(kind, words) is None)
        restyle(editor)
        self.telling.emit(said)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802 - Qt's name
        """Qt asks what the field begins with."""
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(words)
        elif isinstance(editor, QLineEdit):
            editor.setText(words)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: _Index) -> None:  # noqa: N802 - Qt's name
        """Qt hands over what was typed; the model refuses what is not understood."""
        del model
        words = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else _text(editor)
        self._table._preview.setData(index, words)  # noqa: SLF001 - these two are one

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802
        """Words have a field of some lines, within the table."""
        super().updateEditorGeometry(editor, option, index)
        place = editor.geometry()
        least = editor.sizeHint().height() if isinstance(editor, QLineEdit) else 0
        if isinstance(editor, QPlainTextEdit):
            least = _LINES * editor.fontMetrics().lineSpacing() + WIDE
        room = self._table.viewport().height()
        place.setHeight(max(place.height(), min(least, room)))
        place.moveTop(max(0, min(place.top(), room - place.height())))
        editor.setGeometry(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Return saves words too, and does not close a field whose words are not understood."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _RETURNS:
            if isinstance(watched, QPlainTextEdit) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
                return True
            if isinstance(watched, QLineEdit) and watched.property("wrong"):
                self._tell(watched, Kind[str(watched.property("kind"))], watched.text())
                return True
        return super().eventFilter(watched, event)


def _text(editor: QWidget) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else ""
