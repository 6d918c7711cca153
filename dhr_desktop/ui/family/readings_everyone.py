"""All readings of the draft in one table; Return goes to one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from dhr_desktop.domain.offer_standing import day_words
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.held_keys import RETURNS
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.common.theme import MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import EmptyState, dress_table
from dhr_desktop.ui.family.readings_read import ReadingRow, ReadingsFound

_PLACE = 3


class ReadingsTable(TextTable):
    """A line for each session."""

    def __init__(self, context: ReviewContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = context.panel

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return self.tr("Day"), self.tr("Reader"), self.tr("Version"), self.tr("Where"), self.tr("Comments")

    def cells(self, row: ReadingRow) -> tuple[str, ...]:
        """One session in short."""
        on = day_words(row.reading.on) if row.reading.on else self.tr("not noted")
        number = str(len(row.comments)) if row.comments else self.tr("none")
        if row.unanswered:
            number = self.tr("{n}, {unanswered} not answered").format(n=number, unanswered=row.unanswered)
        shown = self._panel.shown
        return on, self._panel.person(row.person), row.reading.version, shown(row.reading.place), number


class ReadingsOfEveryone(QWidget):
    """The table, or what it would be for."""

    wanted = Signal(int)
    """A person to go to."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__()
        self._left_at = 0
        self.model = ReadingsTable(context, self)
        self.table = _Asking()
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Readings of the draft"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_PLACE, QHeaderView.ResizeMode.Stretch)
        self.empty = EmptyState(
            context.theme,
            "report",
            self.tr("Nobody has read a draft yet"),
            self.tr("Choose a person at the left to enter when they read it, and what they said of it."),
        )
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(WIDE, 0, WIDE, MEDIUM)
        column.addWidget(self.table)
        self.stack = QStackedWidget()
        self.stack.addWidget(body)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.table.asked.connect(self._go)
        self.table.doubleClicked.connect(lambda _: self._go())
        context.panel.changed.connect(lambda: self.model.put(self.model.rows))

    def put(self, found: ReadingsFound) -> None:
        """Show these sessions."""
        row, chosen = max(self.table.currentIndex().row(), 0), self.place()
        self.model.put(found.rows)
        row = next((at for at, each in enumerate(found.rows) if each.reading.id == chosen), row)
        self._left_at = 0
        self.stack.setCurrentIndex(0 if found.rows else 1)
        if found.rows:
            self.table.selectRow(min(row, len(found.rows) - 1))

    @property
    def chosen(self) -> int:
        """The id of the chosen session; 0 for none."""
        row = self.table.currentIndex().row()
        return self.model.rows[row].reading.id if 0 <= row < len(self.model.rows) else 0

    def place(self) -> int:
        """The session at hand; 0 for none."""
        return self._left_at or self.chosen

    def go_back_to(self, reading_id: int) -> None:
        """Have that session at hand, when sessions are shown next."""
        self._left_at = reading_id

    def _go(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            self.wanted.emit(self.model.rows[row].person.id)


class _Asking(QTableView):
    asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in RETURNS and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.asked.emit()
        else:
            super().keyPressEvent(event)
