"""Has the chair's decisions about events written: each is one step, in order, while she is already at the next."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.events import Event
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import events
from dhr_desktop.ui.common.context import ReviewContext


class EventWriter(QObject):
    """`page` is the initiator of its steps."""

    settled = Signal()
    """Everything given so far is on disk, or was refused."""
    grouped = Signal(int)
    """The id of an event that was made or added to by hand."""
    grouped_many = Signal(int)
    """How many events one step has made."""
    merged = Signal(int)
    """How many events have become one."""
    saved = Signal()
    """What was typed of an event is on disk."""
    refused = Signal(object)
    """The `UserError` for which something could not be written."""

    def __init__(self, context: ReviewContext, page: QWidget) -> None:
        super().__init__(page)
        self._review, self._jobs, self._page = context.review, context.jobs, page
        self.drafts = context.drafts
        self._open = 0

    @property
    def busy(self) -> bool:
        """Whether something is not on disk yet."""
        return self._open > 0

    def accept(self, entry_ids: list[int], left_out: list[int]) -> None:
        """These entries are one event; those left out of the suggestion are not of it."""
        self._write(lambda review, page: events.accept(review, entry_ids, left_out, page))

    def accept_all(self, groups: list[tuple[int, ...]]) -> None:
        """Each of these groups is an event."""
        self._write(lambda review, page: events.group_all(review, groups, page), self.grouped_many.emit)

    def reject(self, entry_ids: list[int]) -> None:
        """These entries are not about one happening."""
        self._write(lambda review, page: events.reject(review, entry_ids, page))

    def ask_again(self, pairs: list[frozenset[int]]) -> None:
        """These pairs may be suggested together again."""
        self._write(lambda review, page: events.ask_again(review, pairs, page))

    def merge(self, event_ids: list[int]) -> None:
        """These events are one."""

        def done(event_id: object) -> None:
            self.grouped.emit(event_id)
            self.merged.emit(len(event_ids))

        self._write(lambda review, page: events.merge(review, event_ids, page), done)

    def split(self, entry_ids: list[int]) -> None:
        """These entries are not of their event."""
        self._write(lambda review, page: events.split(review, entry_ids, page))

    def split_off(self, entry_ids: list[int]) -> None:
        """These entries of an event are an event of their own."""
        self._write(lambda review, page: events.split_off(review, entry_ids, page), self.grouped.emit)

    def dissolve(self, event_id: int) -> None:
        """This is no event."""
        self._write(lambda review, page: events.dissolve(review, event_id, page))

    def save(self, event: Event, since: Event, sitting: object, refused: Callable[[], object] | None = None) -> None:
        """Write what differs from the event as the chair saw it; what one sitting writes is undone together.

        `refused` is called, after all others have been told, where it could not be written.
        """
        self._write(
            lambda review, page: events.change_event(review, event, page, sitting, since), self._tell_saved, refused
        )

    def _tell_saved(self, _nothing: object) -> None:
        self.saved.emit()

    def _write(
        self,
        command: Callable[[Review, QWidget], object],
        done: Callable[[object], None] | None = None,
        refused: Callable[[], object] | None = None,
    ) -> None:
        review, page = self._review, self._page

        def work(progress: Progress) -> object:
            del progress
            return command(review, page)

        def end(result: object) -> None:
            self._open -= 1
            if done:
                done(result)
            self._settle()

        def fail(error: Exception) -> None:
            self._fail(error)
            if refused:
                refused()

        self._open += 1
        self._jobs.run(work, self.tr("Saving"), end, fail, owner=self._page)

    def _fail(self, error: Exception) -> None:
        self._open -= 1
        if isinstance(error, UserError):
            self.refused.emit(error)
        self._settle()

    def _settle(self) -> None:
        if not self._open:
            self.settled.emit()
