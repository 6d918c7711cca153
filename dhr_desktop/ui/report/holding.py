"""Says beneath the choice of a document how many entries go into it, and what to do where there are none."""

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.meaning import Inclusion
from dhr_desktop.report.drafts import HOLDS
from dhr_desktop.store import entries
from dhr_desktop.store.journal import Change
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext


@dataclass(frozen=True, slots=True)
class _Counted:
    all: int = 0
    into: dict[Inclusion, int] = field(default_factory=dict)


class Holding(QLabel):
    """One or two sentences; counted off the window's thread, and only while they can be seen."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document = ""
        self._counted = _Counted()
        self._stale = True
        self.setProperty("role", "hint")
        self.setWordWrap(True)
        context.notices.changed.connect(self._on_change)

    def say_of(self, document: str) -> None:
        """Tell of this document."""
        self._document = document
        self._say()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's own name
        """Count what has changed while nobody looked."""
        super().showEvent(event)
        self._count()

    def _on_change(self, change: Change) -> None:
        if "entry" in change.tables:
            self._stale = True
            if self.isVisible():
                self._count()

    def _count(self) -> None:
        if self._stale:
            self._stale = False
            work = partial(_count, self._context.review)
            self._context.jobs.read(work, self.tr("Counting entries"), self._show, owner=self)

    def _show(self, counted: _Counted) -> None:
        self._counted = counted
        self._say()

    def _say(self) -> None:
        into = HOLDS.get(self._document)
        self.setText(self._words(into) if into and self._counted.all else "")

    def _words(self, into: Inclusion) -> str:
        number, every = self._counted.into.get(into, 0), self._counted.all
        if number:
            return self.tr("{number} of {all} entries are included in it.").format(
                number=f"{number:,}", all=f"{every:,}"
            )
        if into is Inclusion.REPORT:
            return self.tr(
                "No entry has been put into the report yet, so it begins with the full chronology. Entries are put into"
                " it on the timeline, under “Include in”."
            )
        return self.tr("No entry has been put into it yet. That is done on the timeline, under “Include in”.")


def _count(review: Review, progress: Progress) -> _Counted:
    del progress
    return _Counted(entries.count(review), entries.count_included(review))
