"""Has the chair's changes written: each is one step, on the writer's thread, in the order they were made."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Question
from dhr_desktop.store import questions
from dhr_desktop.timeline import edit
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import at_once

T = TypeVar("T")

NEW = "entry/new"
"""Where the drafts keep what is typed into an entry that is being begun."""


class EntryWriter(QObject):
    """Tells when a change is on disk. `page` is the initiator of its steps."""

    saved = Signal()
    removed = Signal(int, object)
    """The entry to show in place of the one removed, 0 for none; and the questions that were about it."""
    added = Signal(int)
    refused = Signal(object)
    """The `UserError` for which a change could not be written."""
    settled = Signal()
    """Every change given so far is on disk, or was refused."""

    def __init__(self, context: ReviewContext, page: QWidget) -> None:
        super().__init__(page)
        self._review = context.review
        self._jobs = context.jobs
        self._drafts = context.drafts
        self._page = page
        self._open = 0

    @property
    def busy(self) -> bool:
        """Whether a change is not on disk yet."""
        return self._open > 0

    def save(
        self,
        entry: Entry,
        since: Entry,
        sitting: object | None = None,
        refused: Callable[[], object] | None = None,
    ) -> None:
        """Write what differs from the entry as the chair saw it; what one sitting writes is undone together.

        `refused` is called, after all others have been told, where it could not be written.
        """
        review, page = self._review, self._page
        self._write(lambda: edit.change_entry(review, entry, since, page, sitting), self._tell_saved, refused)

    def accept(self, entry_id: int) -> None:
        """Clear an entry's doubts."""
        review, page = self._review, self._page
        self._write(lambda: edit.accept_as_read(review, entry_id, page), self._tell_saved)

    def remove(self, entry_id: int, neighbour: int) -> None:
        """Take an entry off the timeline."""
        review, page = self._review, self._page

        def command() -> tuple[int, list[Question]]:
            asked = questions.about_entries(review, [entry_id])
            edit.remove_entry(review, entry_id, page)
            return neighbour, asked

        self._write(command, lambda told: self.removed.emit(*told))

    def add(self, agency_name: str, entry: Entry) -> None:
        """Add an entry of the chair's own."""
        review, page = self._review, self._page
        add = self._drafts.taken_in_by(NEW, lambda: edit.add_entry(review, agency_name, entry, page))
        self._write(add, self.added.emit)

    def act(self, command: Callable[[], T], told: Callable[[T], None] | None = None) -> None:
        """Have a command of `timeline` done; `told` is given what it returned, once it is on disk."""

        def end(result: T) -> None:
            self.saved.emit()
            if told:
                told(result)

        self._write(command, end)

    def _tell_saved(self, _nothing: None) -> None:
        self.saved.emit()

    def _write(
        self, command: Callable[[], T], done: Callable[[T], None], refused: Callable[[], object] | None = None
    ) -> None:
        def end(result: T) -> None:
            self._open -= 1
            done(result)
            self._settle()

        def fail(error: Exception) -> None:
            self._fail(error)
            if refused:
                refused()

        self._open += 1
        self._jobs.run(at_once(command), self.tr("Saving"), end, fail, owner=self._page)

    def _fail(self, error: Exception) -> None:
        self._open -= 1
        self.refused.emit(error)
        self._settle()

    def _settle(self) -> None:
        if not self._open:
            self.settled.emit()
