"""The submissions of a review as a table."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dhr_desktop.base.clock import to_local
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.reviews import Agency, Submission

_Index = QModelIndex | QPersistentModelIndex
_NUMBERS_FROM = 3


class SubmissionsModel(QAbstractTableModel):
    """One row a submission. The counts of each row add up, and are shown so that they can be added."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Submission] = []
        self._agencies: dict[int, Agency] = {}

    def show(self, rows: list[Submission], agencies: list[Agency]) -> None:
        """Show these submissions."""
        self.beginResetModel()
        self._rows, self._agencies = rows, {agency.id: agency for agency in agencies}
        self.endResetModel()

    def submission(self, row: int) -> Submission:
        """The submission in a row."""
        return self._rows[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own form
        """Qt asks how many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - as above
        """Qt asks how many columns."""
        return 0 if parent.isValid() else len(self._headings())

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("Agency"),
            self.tr("File"),
            self.tr("Received"),
            self.tr("Rows"),
            self.tr("Entries"),
            self.tr("Skipped"),
            self.tr("In error"),
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401, N802
        """Qt asks for a heading."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= _NUMBERS_FROM:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own form
        """Qt asks for a cell."""
        if not index.isValid():
            return None
        cells = self._cells(self._rows[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings()[index.column()]}: {cells[index.column()]}"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= _NUMBERS_FROM:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _cells(self, submission: Submission) -> tuple[str, ...]:
        return (
            self._agencies[submission.agency_id].name,
            submission.file_name,
            _in_words(submission.received_at),
            f"{submission.rows:,}",
            f"{submission.imported:,}",
            f"{submission.skipped:,}",
            f"{submission.errors:,}",
        )


def _in_words(moment: str) -> str:
    if not moment:
        return ""
    received = to_local(moment)
    return f"{in_british_words(of_day(received.date()))}, {received:%H:%M}"
