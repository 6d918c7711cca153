"""Has answers written: each is one step, in the order they were given, while the chair is already at the next."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.entries import Entry
from dhr_desktop.timeline import doubts, edit
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.doubts.answer_form import place_of


class AnswerWriter(QObject):
    """`page` is the initiator of its steps."""

    settled = Signal()
    """Every answer given so far is on disk, or was refused."""
    answered_many = Signal(int)
    """How many entries one step has answered."""
    refused = Signal(object)
    """The `UserError` for which an answer could not be written."""

    def __init__(self, context: ReviewContext, page: QWidget) -> None:
        super().__init__(page)
        self._review, self._jobs, self._page = context.review, context.jobs, page
        self._drafts = context.drafts
        self._open = 0

    @property
    def busy(self) -> bool:
        """Whether an answer is not on disk yet."""
        return self._open > 0

    def accept(self, entry_id: int) -> None:
        """The reading stands."""
        review, page = self._review, self._page
        self._answer(entry_id, lambda: edit.accept_as_read(review, entry_id, page))

    def correct(self, entry: Entry, since: Entry) -> None:
        """Write what the chair has put in place of what was read."""
        review, page = self._review, self._page
        self._answer(entry.id, lambda: edit.change_entry(review, entry, since, page))

    def remove(self, entry_id: int) -> None:
        """Take the entry off the timeline."""
        review, page = self._review, self._page

        self._answer(entry_id, lambda: edit.remove_entry(review, entry_id, page))

    def accept_kind(self, entry_ids: list[int], code: str) -> None:
        """All of one kind of doubt stand as read."""
        review, page = self._review, self._page
        self._write(lambda: doubts.accept_kind(review, entry_ids, code, page))

    def fix_kind(self, entry_ids: list[int], code: str) -> None:
        """All of one kind are put right as offered."""
        review, page = self._review, self._page
        self._write(lambda: doubts.fix_kind(review, entry_ids, code, page))

    def _answer(self, entry_id: int, command: Callable[[], object]) -> None:
        """Have what was typed of the answer go from the drafts with its step."""

        def work() -> None:
            command()

        self._write(self._drafts.taken_in_by(place_of(entry_id), work))

    def _write(self, command: Callable[[], int | None]) -> None:
        self._open += 1
        self._jobs.run(at_once(command), self.tr("Saving"), self._end, self._fail, owner=self._page)

    def _end(self, number: int | None) -> None:
        self._open -= 1
        if number:
            self.answered_many.emit(number)
        if not self._open:
            self.settled.emit()

    def _fail(self, error: Exception) -> None:
        self._open -= 1
        if isinstance(error, UserError):
            self.refused.emit(error)
        if not self._open:
            self.settled.emit()
