"""A value for a field in every row that has none of its own, such as the source of a whole table."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.importing.fields import NAMES, Field
from dhr_desktop.importing.reading import TableReading
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.theme import HAIR, SMALL
from dhr_desktop.ui.common.widgets import label

_OFFERED = (Field.SOURCE, Field.DATE, Field.PEOPLE, Field.REFERENCE, Field.ACTION, Field.COMMENT, Field.AGENCY)


class FixedValues(QWidget):
    """One line: the field, and what stands in it where a row says nothing. `changed` tells all fixed values."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fixed: dict[Field, str] = {}
        self.field = ChoiceBox()
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for each in _OFFERED:
            self.field.addItem(NAMES[each], each)
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("Value where a row has none"))
        name = label(self.tr("Where a row has &no value, use"), "hint")
        name.setBuddy(self.field)
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self.field, 1)
        line.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, SMALL, 0)
        column.setSpacing(HAIR)
        column.addWidget(name)
        column.addLayout(line)
        self.field.currentIndexChanged.connect(self._show)
        self.words.editingFinished.connect(self._tell)

    def show_table(self, table: TableReading) -> None:
        """Show the fixed values of a table."""
        self._fixed = dict(table.choices.fixed)
        self._show()

    def _show(self) -> None:
        with QSignalBlocker(self.words):
            self.words.setText(self._fixed.get(Field(self.field.currentData()), ""))

    def _tell(self) -> None:
        field, words = Field(self.field.currentData()), self.words.text().strip()
        if words != self._fixed.get(field, ""):
            fixed = {**self._fixed, field: words}
            self.changed.emit({name: value for name, value in fixed.items() if value})
