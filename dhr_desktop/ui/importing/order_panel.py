"""What the order of day and month, and the zone of the times, rest on: told, and turned in one click."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dhr_desktop.importing.questions import ColumnClock, ColumnOrder
from dhr_desktop.importing.reading import TableReading
from dhr_desktop.ui.common.theme import HAIR, SMALL
from dhr_desktop.ui.common.widgets import button, label


class OrderPanel(QWidget):
    """A line for each column of dates in numbers, and for each whose times are or may be UTC."""

    turned = Signal(int, bool)
    """A column (from 0) and whether it is month first."""
    answered = Signal(int, bool)
    """A column and whether its times are UTC."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts: dict[tuple[str, int, int], QPushButton] = {}
        """The buttons, by what they are about, their column, and their place among those of the same."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, SMALL)
        self._column.setSpacing(SMALL)

    def show_table(self, table: TableReading) -> None:
        """Tell what the dates and times of a table rest on; the keyboard goes to what takes its button's place."""
        at = next((key for key, made in self._acts.items() if made.hasFocus()), None)
        old = [item.widget() for place in range(self._column.count()) if (item := self._column.itemAt(place))]
        self._acts = {}
        for order in table.orders:
            self._column.addWidget(self._order(table, order))
        for clock in table.clocks:
            self._column.addWidget(self._clock(clock))
        self.setVisible(bool(table.orders or table.clocks))
        if at is not None and (successor := self._successor(*at)):
            successor.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in old:
            if widget:
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def stops(self) -> list[QPushButton]:
        """Its buttons in order."""
        return list(self._acts.values())

    def _successor(self, kind: str, column: int, place: int) -> QPushButton | None:
        same = [made for (one, at, _), made in self._acts.items() if (one, at) == (kind, column)]
        return same[min(place, len(same) - 1)] if same else None

    def _act(self, kind: str, column: int, words: str, described: str, clicked: Callable[[], object]) -> QPushButton:
        made = button(words, "step", clicked)
        made.setAccessibleDescription(described)
        self._acts[kind, column, sum(key[:2] == (kind, column) for key in self._acts)] = made
        return made

    def _order(self, table: TableReading, order: ColumnOrder) -> QWidget:
        heading = table.headings[order.column] or self.tr("Column {number}").format(number=order.column + 1)
        words = self.tr("Dates under “{heading}”: {words}").format(heading=heading, words=_after_colon(order.words))
        day, month = partial(self.turned.emit, order.column, False), partial(self.turned.emit, order.column, True)
        acts: tuple[tuple[str, Callable[[], object]], ...] = ((self.tr("Read month first"), month),)
        if order.month_first:
            acts = ((self.tr("Read day first"), day),)
        if not order.is_settled and order.month_first:
            acts = ((self.tr("Month first is right"), month), *acts)
        elif not order.is_settled:
            acts = ((self.tr("Day first is right"), day), *acts)
        return _line(words, *(self._act("order", order.column, said, words, clicked) for said, clicked in acts))

    def _clock(self, clock: ColumnClock) -> QWidget:
        column = clock.column
        change = self.tr("Change to British time"), partial(self.answered.emit, column, True)
        leave = self.tr("Leave as written"), partial(self.answered.emit, column, False)
        acts = (change, leave) if clock.asks else (leave,) if clock.utc else (change,)
        made = (self._act("clock", column, said, clock.words, clicked) for said, clicked in acts)
        return _line(clock.words, *made, role="label" if clock.asks else "hint")


def _line(words: str, *acts: QWidget, role: str = "hint") -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(HAIR)
    column.addWidget(label(words, role, wrap=True))
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    for act in acts:
        row.addWidget(act)
    row.addStretch(1)
    column.addLayout(row)
    return holder


def _after_colon(words: str) -> str:
    return words[:1].lower() + words[1:]
