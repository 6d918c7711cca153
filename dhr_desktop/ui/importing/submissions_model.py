"""The submissions of a review as a table."""

from typing import ClassVar

from PySide6.QtCore import QObject

from dhr_desktop.domain.reviews import Agency, Submission
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.importing.submission_details import in_words


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

    def _file(self, row: Submission) -> str:
        if row.taken_back_at:
            return self.tr("Taken back: {file}").format(file=row.file_name)
        if self.is_revised(row):
            return self.tr("Revised since: {file}").format(file=row.file_name)
        return row.file_name
