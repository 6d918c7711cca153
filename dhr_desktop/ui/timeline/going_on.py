"""Goes on to the next entry that asks for something: one in doubt, or one that nobody has read."""

from dataclasses import replace

from PySide6.QtCore import QObject

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.meaning import Significance
from dhr_desktop.store import entries
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.filter_bar import FilterBar
from dhr_desktop.ui.timeline.model import EntriesModel
from dhr_desktop.ui.timeline.panel import EntryPanel
from dhr_desktop.ui.timeline.table import TimelineTable


class GoingOn(QObject):
    """Looks among the entries shown, from the one that is read on, and from the top again after the last."""

    def __init__(
        self, context: ReviewContext, filters: FilterBar, table: TimelineTable, model: EntriesModel, panel: EntryPanel
    ) -> None:
        super().__init__(table)
        self._context = context
        self._filters = filters
        self._table = table
        self._model = model
        self._panel = panel

    def doubt(self) -> None:
        """F8: go on to the next entry in doubt."""
        wanted = replace(self._filters.wanted, doubtful_only=True)
        self._go_among(wanted, self.tr("Looking for doubts"), self.tr("No entry shown is in doubt."))

    def unread(self) -> None:
        """F7, or Space in the table: go on to the next entry that nobody has judged."""
        wanted = replace(self._filters.wanted, significances=frozenset({Significance.UNREAD}))
        self._go_among(wanted, self.tr("Looking for what is not read"), self.tr("Every entry shown has been read."))

    def _go_among(self, wanted: EntryFilter, doing: str, none_left: str) -> None:
        review = self._context.review

        def work(progress: Progress) -> list[int]:
            del progress
            return entries.ordered_ids(review, wanted)

        def show(found: list[int]) -> None:
            self._panel.fields.commit()
            row = self._model.next_row(self._table.currentIndex().row(), set(found))
            if row >= 0:
                self._table.choose_row(row)
            else:
                self._context.messages.show_note(none_left)

        self._context.jobs.read(work, doing, show, owner=self._table)
