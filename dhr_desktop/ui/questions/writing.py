"""Has what the chair does with questions written: one step each, on the writer's thread, in the order it was done."""

from collections.abc import Callable, Collection
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.clock import today
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Question
from dhr_desktop.timeline import questions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.questions.begun import answer_place, place_of

T = TypeVar("T")


class QuestionWriter(QObject):
    """Tells when a change is on disk. `page` is the initiator of its steps."""

    raised = Signal(object, object)
    """The `Question` as it was given, and with its number."""
    answered = Signal(int)
    """The entry that was made of an answer."""
    refused = Signal(object)
    settled = Signal()
    """Every change given so far is on disk, or was refused."""

    def __init__(self, context: ReviewContext, page: QWidget) -> None:
        super().__init__(page)
        self._review, self._jobs, self._page = context.review, context.jobs, page
        self._drafts = context.drafts
        self._open = 0

    @property
    def busy(self) -> bool:
        """Whether a change is not on disk yet."""
        return self._open > 0

    def raise_question(self, question: Question, sitting: object, refused: Callable[[], object] | None = None) -> None:
        """Add a question. `refused` is called, after all others have been told, where it could not be written."""
        review, page = self._review, self._page
        place = place_of(question)
        add = self._drafts.taken_in_by(place, lambda: questions.raise_question(review, question, page, sitting))
        self._write(add, lambda stored: self.raised.emit(question, stored), refused)

    def save(
        self, question: Question, since: Question, sitting: object, refused: Callable[[], object] | None = None
    ) -> None:
        """Write what differs from the question as the chair saw it; `refused` as for a new one."""
        review, page = self._review, self._page
        self._write(lambda: questions.change_question(review, question, since, page, sitting), refused=refused)

    def mark_asked(self, question_ids: Collection[int]) -> None:
        """They were asked today."""
        review, page, ids = self._review, self._page, list(question_ids)
        self._write(lambda: questions.mark_asked(review, ids, today(), initiator=page))

    def close(self, question_ids: Collection[int]) -> None:
        """They are closed today."""
        review, page, ids = self._review, self._page, list(question_ids)
        self._write(lambda: questions.close(review, ids, today(), page))

    def reopen(self, question_ids: Collection[int]) -> None:
        """They have still to be dealt with."""
        review, page, ids = self._review, self._page, list(question_ids)
        self._write(lambda: questions.reopen(review, ids, page))

    def remove(self, question_id: int) -> None:
        """Remove a question."""
        review, page = self._review, self._page
        self._write(lambda: questions.remove(review, question_id, page))

    def answer_as_entry(self, question_id: int, entry: Entry, refused: Callable[[], object] | None = None) -> None:
        """Put the answer on the timeline; `refused` as for a new question."""
        review, page = self._review, self._page
        add = self._drafts.taken_in_by(
            answer_place(question_id), lambda: questions.answer_as_entry(review, question_id, entry, page)
        )
        self._write(add, self.answered.emit, refused)

    def _write(
        self,
        command: Callable[[], T],
        done: Callable[[T], None] | None = None,
        refused: Callable[[], object] | None = None,
    ) -> None:
        def end(result: T) -> None:
            self._open -= 1
            if done:
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
