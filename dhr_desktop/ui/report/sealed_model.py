"""The register of sealed copies as a table."""

from PySide6.QtCore import Qt

from dhr_desktop.base.clock import to_local
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.editions import EDITIONS
from dhr_desktop.domain.sealed import SealedCopy
from dhr_desktop.ui.common.text_table import TextTable

_SHORT = 12


class SealedModel(TextTable):
    """One row a copy, the newest first."""

    def show(self, rows: list[SealedCopy]) -> None:
        """Show these copies."""
        self.put(rows[::-1])

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return (self.tr("For"), self.tr("File"), self.tr("Edition"), self.tr("Sealed on"), self.tr("SHA-256 begins"))

    def cells(self, row: SealedCopy) -> tuple[str, ...]:
        """For whom, what and when."""
        moment = to_local(row.sealed_at)
        edition = EDITIONS[row.edition].name if row.edition in EDITIONS else row.edition
        when = f"{in_british_words(of_day(moment.date()))}, {moment:%H:%M}"
        return row.recipient, row.file_name, edition, when, row.sha256[:_SHORT]

    def beside(self, row: SealedCopy, column: int, role: int) -> str | None:
        """The whole of the sum, where its beginning stands."""
        is_sum = column == len(self.headings()) - 1
        return row.sha256 if is_sum and role == Qt.ItemDataRole.ToolTipRole else None
