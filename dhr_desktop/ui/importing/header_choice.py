"""Where a table's headings are: as they were found, or as the chair says."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from dhr_desktop.importing.choices import NO_HEADINGS
from dhr_desktop.importing.grid import as_text
from dhr_desktop.importing.reading import TableReading
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.theme import HAIR, SMALL, WIDE
from dhr_desktop.ui.common.veil import veiled_here
from dhr_desktop.ui.common.widgets import label

_MOST_ROWS = 25
_LONGEST = 60


class HeaderChoice(QWidget):
    """Offers the first rows of a table by their number and words. `chosen` tells the row, `NO_HEADINGS` or None."""

    chosen = Signal(object)

    def __init__(self, veils: Callable[[Iterable[str]], bool], parent: QWidget | None = None) -> None:
        """`veils` says whether a row with such cells is not to be seen, for it says what is marked as distressing."""
        super().__init__(parent)
        self._veils = veils
        self.row = ChoiceBox()
        self.row.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        name = label(self.tr("The headings a&re in"), "hint")
        name.setBuddy(self.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, SMALL, SMALL)
        column.setSpacing(HAIR)
        column.addWidget(name)
        column.addWidget(self.row)
        self.row.activated.connect(self._tell)

    def show_table(self, table: TableReading) -> None:
        """Show where the headings of a table are, and where else they may be."""
        self.setVisible(table.form is None and table.sheet is not None)
        with QSignalBlocker(self.row):
            self.row.clear()
            if not (table.found or table).mapping:
                self.row.addItem(self.tr("Not known: no chronology was found"), None)
            for number in self._offered(table):
                self.row.addItem(self._words(table, number), number)
            self.row.addItem(self.tr("No row: the columns have no headings"), NO_HEADINGS)
            at = table.header_row or (NO_HEADINGS if table.mapping else None)
            self.row.setCurrentIndex(max(0, self.row.findData(at)))
        self.row.view().setMinimumWidth(self.row.view().sizeHintForColumn(0) + WIDE)

    def _offered(self, table: TableReading) -> list[int]:
        """The rows that may be the headings: those near the top with some words in them, and the one that is."""
        rows = table.sheet.rows if table.sheet else ()
        near = [place for place in table.own_rows[:_MOST_ROWS] if place < len(rows)]
        filled = {place + 1 for place in near if any(as_text(value) for value in rows[place])}
        return sorted(filled | ({table.header_row} if table.header_row else set()))

    def _words(self, table: TableReading, number: int) -> str:
        cells = table.sheet.rows[number - 1] if table.sheet else ()
        words = [as_text(value) for value in cells]
        said = veiled_here() if self._veils(words) else " · ".join(" ".join(each.split()) for each in words if each)
        said = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
        return self.tr("row {number}: {words}").format(number=number, words=said)

    def _tell(self) -> None:
        self.chosen.emit(self.row.currentData())
