"""The columns of a table and what each is read as; every choice can be changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from dhr_desktop.importing.fields import NAMES, SINGLE, Field
from dhr_desktop.importing.reading import TableReading
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import label

_SURE = 0.85
_LONGEST_HEADING = 20
_LEAST_CHOICE = 14


class MappingPanel(QWidget):
    """A line for each column: its heading in the file, and the field it is read into."""

    changed = Signal(object)
    """The new mapping, column (from 0) to `Field`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, MEDIUM, 0)
        self._grid.setHorizontalSpacing(MEDIUM)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(1, 1)
        self.choices: dict[int, QComboBox] = {}

    def show_table(self, table: TableReading) -> None:
        """Show the columns of `table`."""
        self._clear()
        self.choices = {}
        for line, (column, field) in enumerate(table.mapping.items()):
            heading = table.headings[column] or self.tr("Column {number}").format(number=column + 1)
            choice = self._choice(heading, field)
            words = label(_shortened(heading))
            words.setToolTip(heading)
            words.setBuddy(choice)
            self._grid.addWidget(words, line, 0)
            self._grid.addWidget(choice, line, 1)
            self._grid.addWidget(self._certainty(table.confidence.get(column, 1.0), field), line, 2)
            self.choices[column] = choice
        self._grid.setRowStretch(len(table.mapping), 1)

    def _choice(self, heading: str, field: Field) -> QComboBox:
        choice = QComboBox()
        for each, words in NAMES.items():
            choice.addItem(words, each)
        choice.setCurrentIndex(list(NAMES).index(field))
        choice.setAccessibleName(self.tr("What the column “{heading}” holds").format(heading=heading))
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(_LEAST_CHOICE)
        choice.view().setMinimumWidth(choice.view().sizeHintForColumn(0) + WIDE)  # the open list shows the whole words
        choice.activated.connect(self._tell)
        return choice

    def _certainty(self, confidence: float, field: Field) -> QLabel:
        """How sure the proposal is, in words; a column kept under its own heading needs none."""
        if field is Field.OTHER or confidence >= _SURE:
            return label("")
        return label(self.tr("please check"), "hint")

    def _tell(self) -> None:
        sender = self.sender()
        mapping = {column: Field(choice.currentData()) for column, choice in self.choices.items()}
        moved = next((column for column, choice in self.choices.items() if choice is sender), None)
        if moved is not None and mapping[moved] in SINGLE:
            # A date, a time or an agency has one column: the one that held it before is kept under its own heading.
            mapping |= {
                column: Field.OTHER for column, field in mapping.items() if field is mapping[moved] and column != moved
            }
        self.changed.emit(mapping)

    def _clear(self) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        for line in range(self._grid.rowCount()):
            self._grid.setRowStretch(line, 0)


def _shortened(heading: str) -> str:
    return heading if len(heading) <= _LONGEST_HEADING else f"{heading[: _LONGEST_HEADING - 1]}…"
