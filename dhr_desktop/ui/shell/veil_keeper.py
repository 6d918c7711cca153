"""Keeps the veil over the whole room: what it has to know is read, and what was asked for ends with its page."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QToolTip, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.store import distressing
from dhr_desktop.store.distressing import Telling
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.context import ReviewContext

_TOLD_IN = frozenset({"entry", "event"})


class VeilKeeper(QObject):
    """Lives as long as the review's room."""

    def __init__(self, context: ReviewContext, pages: QStackedWidget, room: QWidget) -> None:
        super().__init__(room)
        self._context, self._room = context, room
        # Asked for before any page asks: what is read is read in order, so no page has a headline before this is known.
        context.veil.wait()
        self._read()
        pages.currentChanged.connect(context.veil.end)
        context.panel.changed.connect(self._on_panel_view)
        for covering in (context.panel.changed, context.veil.changed):
            covering.connect(QToolTip.hideText)  # it would go on saying what is covered now
        context.notices.changed.connect(self._on_change)

    def _on_panel_view(self) -> None:
        if self._context.panel.on:
            self._context.veil.end()

    def _on_change(self, change: Change) -> None:
        if change.tables & _TOLD_IN:
            self._read()

    def _read(self) -> None:
        review = self._context.review

        def work(progress: Progress) -> Telling:
            del progress
            return distressing.telling(review)

        self._context.jobs.read(work, self.tr("Reading what is veiled"), self._context.veil.know, owner=self._room)
