"""The submissions of a review as a table."""

from typing import ClassVar

from PySide6.QtCore import QObject

from dhr_desktop.base.clock import to_local
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.reviews import Agency, Submission
from dhr_desktop.ui.common.text_table import TextTable


class SubmissionsModel(TextTable):
    """One row a submission. The counts of each row add up, and are shown so that they can be added."""

    numbers: ClassVar[frozenset[int]] = frozenset({3, 4, 5, 6})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
            row.file_name,
            _in_words(row.received_at),
            f"{row.rows:,}",
            f"{row.imported:,}",
            f"{row.skipped:,}",
            f"{row.errors:,}",
        )


def _in_words(moment: str) -> str:
    if not moment:
        return ""
    received = to_local(moment)
    return f"{in_british_words(of_day(received.date()))}, {received:%H:%M}"
