"""The submissions of a review as a table."""

from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from dhr_desktop.domain.reviews import Agency, Submission
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.common.theme import SMALL, Theme
from dhr_desktop.ui.importing.submission_details import in_words

FILE = 1
"""The column of the file's name, with what became of it below."""


class SubmissionsModel(TextTable):
    """One row a submission. The counts of each row add up, and are shown so that they can be added."""

    numbers: ClassVar[frozenset[int]] = frozenset({3, 4, 5, 6})

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._agencies: dict[int, Agency] = {}

    def show(self, rows: list[Submission], agencies: list[Agency]) -> None:
        """Show these submissions."""
        self._agencies = {agency.id: agency for agency in agencies}
        self.put(rows)

    def submission(self, row: int) -> Submission:
        """The submission in a row."""
        submission: Submission = self.rows[row]
        return submission

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return (
            self.tr("Agency"),
            self.tr("File"),
            self.tr("Received"),
            self.tr("Rows"),
            self.tr("Entries"),
            self.tr("Skipped"),
            self.tr("In error"),
        )

    def cells(self, row: Submission) -> tuple[str, ...]:
        """A submission, with counts that add up."""
        return (
            self._agencies[row.agency_id].name,
            self._file(row),
            in_words(row.received_at),
            f"{row.rows:,}",
            f"{row.imported:,}",
            f"{row.skipped:,}",
            f"{row.errors:,}",
        )

    def is_revised(self, row: Submission) -> bool:
        """Whether a later version stands in place of it; one that was taken back does not."""
        return any(other.replaces_id == row.id and not other.taken_back_at for other in self.rows)

    def stands(self, row: Submission) -> bool:
        """Whether the timeline is made of this file, and neither of a later version nor of none."""
        return not row.taken_back_at and not self.is_revised(row)

    def beside(self, row: Submission, column: int, role: int) -> Any:  # noqa: ANN401 - Qt's own form
        """Files that only stay in the record are dimmer, and the tip over a file's name is the whole of it."""
        if role == Qt.ItemDataRole.ForegroundRole and not self.stands(row):
            return QBrush(self._theme.colour("muted"))
        if role == Qt.ItemDataRole.DisplayRole and column == FILE:
            return f"{row.file_name}\n{state}" if (state := self._state(row)) else row.file_name
        if role == Qt.ItemDataRole.ToolTipRole and column in self.numbers and self.is_revised(row):
            return self.tr("Revised since. These rows stay in the record; the later version's are on the timeline.")
        return None

    def _file(self, row: Submission) -> str:
        state = self._state(row)
        return f"{state}: {row.file_name}" if state else row.file_name

    def _state(self, row: Submission) -> str:
        """What became of a file that only stays in the record; '' for one that stands."""
        if row.taken_back_at:
            return self.tr("Taken back")
        return self.tr("Revised since") if self.is_revised(row) else ""


class NameDelegate(QStyledItemDelegate):
    """Leaves out the middle of a name that has no room, for the end of it tells one version from another."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802 - Qt's name
        """Qt asks how a cell looks."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Qt asks how large a cell is; two lines have air around them like one."""
        size = super().sizeHint(option, index)
        two = "\n" in str(index.data() or "")
        return QSize(size.width(), size.height() + SMALL) if two else size
