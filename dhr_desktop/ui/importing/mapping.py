"""The columns of a table and what each is read as; every choice can be changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from dhr_desktop.importing.fields import NAMES, SINGLE, Field
from dhr_desktop.importing.reading import TableReading
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.theme import HAIR, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import label

_SURE = 0.85
_LONGEST_HEADING = 16
_LEAST_CHOICE = 20


class MappingPanel(QWidget):
    """A line for each column: its heading in the file, and the field it is read into."""

    changed = Signal(object)
    """The new mapping, column (from 0) to `Field`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, SMALL, 0)
        self._grid.setHorizontalSpacing(MEDIUM)
        self._grid.setVerticalSpacing(HAIR)
        self._grid.setColumnStretch(1, 1)
        self.choices: dict[int, QComboBox] = {}
        self._checks: dict[int, QLabel] = {}
        """The words beside a proposal that is not sure."""
        self._headings: dict[int, str] = {}

    def show_table(self, table: TableReading) -> None:
        """Show the columns of `table`; where they are the same as before, each keeps its place and the keyboard."""
        headings = {
            column: table.headings[column] or self.tr("Column {number}").format(number=column + 1)
            for column in table.mapping
        }
        if headings != self._headings:
            self._begin(headings)
        for column, field in table.mapping.items():
            self.choices[column].setCurrentIndex(list(NAMES).index(field))
            self._checks[column].setVisible(field is not Field.OTHER and table.confidence.get(column, 1.0) < _SURE)

    def _begin(self, headings: dict[int, str]) -> None:
        self._clear()
        self._headings = headings
        self.choices, self._checks = {}, {}
        for place, (column, heading) in enumerate(headings.items()):
            choice = self._choice(heading)
            words = label(_shortened(heading))
            words.setToolTip(heading)
            words.setBuddy(choice)
            check = label(self.tr("please check"), "hint")
            self._grid.addWidget(words, 2 * place, 0)
            self._grid.addWidget(choice, 2 * place, 1)
            self._grid.addWidget(check, 2 * place + 1, 1)
            self.choices[column], self._checks[column] = choice, check
        self._grid.setRowStretch(2 * len(headings), 1)

    def _choice(self, heading: str) -> QComboBox:
        choice = ChoiceBox()
        for each, words in NAMES.items():
            choice.addItem(words, each)
        choice.setMaxVisibleItems(len(NAMES))
        choice.setAccessibleName(self.tr("What the column “{heading}” holds").format(heading=heading))
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(_LEAST_CHOICE)
        choice.view().setMinimumWidth(choice.view().sizeHintForColumn(0) + WIDE)  # the open list shows the whole words
        choice.activated.connect(self._tell)
        return choice

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
