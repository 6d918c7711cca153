"""The gaps as a table: how long, and in words."""

from typing import ClassVar

from PySide6.QtCore import QObject

from dhr_desktop.domain.gap_words import how_long
from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.gaps.reading import Listed

WORDS = 1


def days_of(listed: Listed) -> str:
    """The first and last day of a gap: with its agency they tell it from every other."""
    return f"{listed.gap.first.isoformat()}/{listed.gap.last.isoformat()}"


class GapsModel(TextTable):
    """One row a gap."""

    numbers: ClassVar[frozenset[int]] = frozenset({2})

    def __init__(self, panel: PanelView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel

    def said_of(self, listed: Listed) -> str:
        """A gap in words, as it may be seen now."""
        return self._panel.days(listed.words(self._panel.called))

    def listed(self, row: int) -> Listed | None:
        """The gap in a row."""
        found: Listed | None = self.rows[row] if 0 <= row < len(self.rows) else None
        return found

    def row_like(self, wanted: Listed | None) -> int:
        """The row of the same gap as it is now, or of the one that took its place; 0 where there is none of either."""
        if wanted is None:
            return 0
        gap = wanted.gap
        of_agency = [(row, one.gap) for row, one in enumerate(self.rows) if one.gap.agency_id == gap.agency_id]
        same = next((row for row, one in of_agency if (one.first, one.last) == (gap.first, gap.last)), None)
        if same is not None:
            return same
        return next((row for row, one in of_agency if one.first <= gap.last and one.last >= gap.first), 0)

    def row_at(self, agency_id: int, days: str) -> int:
        """The row of an agency's gap of these days, as `days_of` says them; 0 where it is not listed."""
        found = (row for row, one in enumerate(self.rows) if (one.gap.agency_id, days_of(one)) == (agency_id, days))
        return next(found, 0)

    def headings(self) -> tuple[str, ...]:
        """The columns' headings."""
        return self.tr("Length"), self.tr("In words"), self.tr("Questions")

    def cells(self, row: Listed) -> tuple[str, ...]:
        """A gap in short."""
        return how_long(row.gap), self.said_of(row), str(len(row.questions)) if row.questions else ""
