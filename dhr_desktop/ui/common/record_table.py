"""A table of small records with the form of one of them below it: each cell whole, however long its words are.

Its keys are those of `record_list`; Return on a cell opens the form with the keyboard in that cell's field.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from dhr_desktop.store.records import Record
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.held_keys import KEYBOARD
from dhr_desktop.ui.common.record_list import ListActs, ListWords, RecordList
from dhr_desktop.ui.common.record_rows import Rows
from dhr_desktop.ui.common.rows_view import DECIDING
from dhr_desktop.ui.common.spec_form import SpecForm
from dhr_desktop.ui.common.whole_words import WholeWords
from dhr_desktop.ui.common.widgets import dress_table

R = TypeVar("R", bound=Record)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TableColumn(Generic[R]):
    """A column: its heading, the words of a record in it, the form's field for them, and its share of the width."""

    heading: str
    words: Callable[[R], str]
    field: str
    share: int


class RecordTable(RecordList[R]):
    """As `RecordList`, with a row of cells for each record."""

    def __init__(
        self,
        context: ReviewContext,
        words: ListWords,
        acts: ListActs[R],
        form: SpecForm[R],
        columns: Sequence[TableColumn[R]],
        parent: QWidget | None = None,
    ) -> None:
        self.columns = tuple(columns)
        super().__init__(context, words, acts, form, self._line, parent)

    def _line(self, record: R) -> tuple[str, str]:
        first, *others = (column.words(record) for column in self.columns)
        return first, "; ".join(words for words in others if words)

    def made_rows(self, line: Callable[[R], tuple[str, str]]) -> Rows[R]:
        """The rows, by their cells."""
        return _Cells(line, self._context, self.columns, self)

    def made_view(self) -> QAbstractItemView:
        """The table."""
        return _Tabled(self, [column.share for column in self.columns])

    def dress_view(self) -> None:
        """Cells whose words go on in as many lines as they need."""
        view = self.list
        dress_table(view, self._words.heading)
        view.setItemDelegate(WholeWords(view))
        view.setWordWrap(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        self._context.theme.changed.connect(self.fit)

    def fit(self) -> None:
        """Give each row the height of its words, and the table that of its rows."""
        view = self.list
        view.resizeRowsToContents()
        head = view.horizontalHeader().sizeHint().height() if self.model.rowCount() else 0
        rows = sum(view.rowHeight(row) for row in range(self.model.rowCount()))
        view.setFixedHeight(min(head + rows + 2 * view.frameWidth() + 2, self._context.theme.scaled(self.highest)))
        if self.is_open:
            QTimer.singleShot(0, self, self.bring_into_sight)  # the form stands lower when the table has grown

    def first_field(self) -> QWidget:
        """The field of the chosen cell; of a record that is being begun the first of all."""
        column = self.list.currentIndex().column()
        if self.form.is_new or not 0 <= column < len(self.columns):
            return super().first_field()
        return self.form.field(self.columns[column].field)


class _Cells(Rows[R]):
    """The records as rows of cells, as panel view shows them."""

    def __init__(
        self,
        line: Callable[[R], tuple[str, str]],
        context: ReviewContext,
        columns: Sequence[TableColumn[R]],
        parent: QObject,
    ) -> None:
        super().__init__(line, context, parent)
        self._columns = tuple(columns)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """How many columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own form
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, read to a listener with its heading."""
        record = self.record(index.row())
        if record is None:
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._panel.shown(column.words(record))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.heading}: {self._panel.shown(column.words(record))}"
        return None


class _Tabled(QTableView):
    """Tells which deciding key was pressed, and that it has another width."""

    asked = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget, shares: Sequence[int]) -> None:
        super().__init__(parent)
        self._shares = tuple(shares)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Pass on what decides; a key held down decides once."""
        if KEYBOARD.is_plainly(event, DECIDING):
            if not KEYBOARD.swallows(event, DECIDING):
                self.asked.emit(event.key())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Note that the key was let go."""
        KEYBOARD.let_go(event)
        super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the width among the columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            room, whole = self.viewport().width(), sum(self._shares)
            for at, share in enumerate(self._shares):
                self.horizontalHeader().resizeSection(at, room * share // whole)
            self.resized.emit()
