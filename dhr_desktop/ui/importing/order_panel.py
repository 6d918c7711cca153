"""What the order of day and month, and the zone of the times, rest on: told, and turned in one click."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.importing.questions import ColumnClock, ColumnOrder
from dhr_desktop.importing.reading import TableReading
from dhr_desktop.ui.common.theme import SMALL
from dhr_desktop.ui.common.widgets import button, label


class OrderPanel(QWidget):
    """A line for each column of dates in numbers, and for each whose times are or may be UTC."""

    turned = Signal(int, bool)
    """A column (from 0) and whether it is month first."""
    answered = Signal(int, bool)
    """A column and whether its times are UTC."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, SMALL)
        self._column.setSpacing(SMALL)

    def show_table(self, table: TableReading) -> None:
        """Tell what the dates and times of a table rest on."""
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for order in table.orders:
            self._column.addWidget(self._order(table, order))
        for clock in table.clocks:
            self._column.addWidget(self._clock(clock))
        self.setVisible(bool(table.orders or table.clocks))

    def _order(self, table: TableReading, order: ColumnOrder) -> QWidget:
        heading = table.headings[order.column] or self.tr("Column {number}").format(number=order.column + 1)
        words = self.tr("Dates under “{heading}”: {words}").format(heading=heading, words=_after_colon(order.words))
        turn = self.tr("Read day first") if order.month_first else self.tr("Read month first")
        made = button(turn, "quiet", lambda: self.turned.emit(order.column, not order.month_first))
        made.setAccessibleDescription(words)
        return _line(words, made)

    def _answer(self, column: int, utc: bool) -> None:
        self.answered.emit(column, utc)

    def _clock(self, clock: ColumnClock) -> QWidget:
        if clock.asks:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SMALL)
            question = label(clock.words, "label", wrap=True)
            column.addWidget(question)
            answers = QHBoxLayout()
            answers.setSpacing(SMALL)
            for words, utc in ((self.tr("Change to British time"), True), (self.tr("Leave as written"), False)):
                made = button(words, "", partial(self._answer, clock.column, utc))
                made.setAccessibleDescription(clock.words)
                answers.addWidget(made)
            answers.addStretch(1)
            column.addLayout(answers)
            return holder
        turn = self.tr("Leave as written") if clock.utc else self.tr("Change to British time")
        return _line(clock.words, button(turn, "quiet", lambda: self.answered.emit(clock.column, not clock.utc)))


def _line(words: str, act: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(words, "hint", wrap=True))
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(act)
    row.addStretch(1)
    column.addLayout(row)
    return holder


def _after_colon(words: str) -> str:
    return words[:1].lower() + words[1:]
