"""The rows of a submission that have no entry, each with the reason, and the means to make one of a row after all."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTableView, QVBoxLayout, QWidget

from dhr_desktop.domain.entries import SourceRow
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, WIDE
from dhr_desktop.ui.common.veil import veiled_here
from dhr_desktop.ui.common.widgets import button, dress_table, label

_WIDTH, _HEIGHT = 900, 560
_WORDS = 3


class SetAsideModel(TextTable):
    """Rows as they stood, with why there is no entry of each."""

    numbers: ClassVar[frozenset[int]] = frozenset({1})

    def __init__(self, veils: Callable[[Iterable[str]], bool], parent: QObject | None = None) -> None:
        """`veils` says whether a row with such cells is not to be seen, for it says what is marked as distressing."""
        super().__init__(parent)
        self._veils = veils

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return self.tr("Table"), self.tr("Row"), self.tr("Why"), self.tr("What it holds")

    def cells(self, row: SourceRow) -> tuple[str, ...]:
        """A row in one line."""
        held = veiled_here() if self._veils(row.cells) else " · ".join(cell for cell in row.cells if cell)
        reason = row.reason or row.outcome.value
        return row.table, f"{row.row:,}", reason[:1].upper() + reason[1:], held

    def row_id(self, row: int) -> int:
        """The id of the agency's row that stands in `row`."""
        found: SourceRow = self.rows[row]
        return found.id


class SetAsideDialog(QDialog):
    """Shows rows that have no entry. `make_wanted` tells which one shall become one; `show_rows` shows what is left."""

    make_wanted = Signal(int)

    def __init__(
        self,
        file_name: str,
        rows: list[SourceRow],
        parent: QWidget | None = None,
        *,
        stands: bool = True,
        veils: Callable[[Iterable[str]], bool] = lambda _: False,
    ) -> None:
        """`stands` is whether the timeline is made of the file; else no entry is made of its rows."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rows without an entry"))
        self.model = SetAsideModel(veils, self)
        self.table = QTableView()
        self.said = label("", wrap=True)
        self.make = button(self.tr("&Make an entry of it"), "", self._ask)
        self._build(file_name, stands=stands)
        self.show_rows(rows)

    def _build(self, file_name: str, *, stands: bool) -> None:
        words = self.tr("Every row of “{file}” that did not become an entry, and why. Nothing of it is lost: ")
        words += (
            self.tr("make an entry of a row that should have been one.")
            if stands
            else self.tr("the file stays in the record. Make entries of the rows of the version that stands now.")
        )
        words = words.format(file=file_name)
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Rows without an entry"))
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        for place in range(_WORDS):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        self.model.modelReset.connect(self._offer)
        box = QDialogButtonBox()
        if stands:
            box.addButton(self.make, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(button(self.tr("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(words, wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addWidget(box)
        self.resize(_WIDTH, _HEIGHT)
        self.table.setFocus()

    def show_rows(self, rows: list[SourceRow], said: str = "") -> None:
        """Show these rows; `said` is what has just been done."""
        at = self.table.currentIndex().row()
        self.model.put(rows)
        self.said.setText(said)
        self.said.setVisible(bool(said))
        if rows:
            self.table.setCurrentIndex(self.model.index(min(max(at, 0), len(rows) - 1), 0))

    def _offer(self) -> None:
        self.make.setEnabled(self.table.selectionModel().hasSelection())

    def _ask(self) -> None:
        chosen = self.table.currentIndex()
        if chosen.isValid():
            self.make.setEnabled(False)  # until what is left is shown
            self.make_wanted.emit(self.model.row_id(chosen.row()))
