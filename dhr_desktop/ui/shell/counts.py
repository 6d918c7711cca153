"""What is left to do on the pages, counted for the rail: never on the screen's thread, and never before other work.

Doubts and questions are one look into an index. Disagreements and suggestions have to be worked out, so that is done
when nothing else has been for a while, given up as soon as anything is asked for, and left in a large review to the
pages that work them out anyway.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.store import agencies, doubtful, entries, events, questions
from dhr_desktop.store.journal import Change
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import Job

_QUIET = 1_500
"""Milliseconds without any work, after which counting may take some."""
_SMALL = 3_000
"""Entries of a review in which suggestions and disagreements are worked out within a second."""
_TOLD_BY = {
    "doubts": frozenset({"entry"}),
    "questions": frozenset({"question"}),
    "disagreements": frozenset({"entry", "event", "decision", "question", "agency", "person", "name_form"}),
    "events": frozenset({"entry", "event", "kept_apart", "agency"}),
}


class Counts(QObject):
    """Tells how much is left on a page each time that may have changed."""

    counted = Signal(str, int)
    """A page, and how much is left there."""
    quiet = _QUIET

    def __init__(self, context: ReviewContext, room: QWidget) -> None:
        super().__init__(room)
        self._context, self._review, self._room = context, context.review, room
        self._worked_out = _WorkedOut(context.review)
        self._stale: set[str] = set()
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=self.quiet)
        self._timer.timeout.connect(self._work_out)
        context.notices.changed.connect(self._on_change)
        context.jobs.begun.connect(self._give_way)

    def begin(self) -> None:
        """Count everything."""
        self._count(set(_TOLD_BY))

    def stop(self) -> None:
        """Count no more, for the review is about to be closed."""
        self._stale.clear()
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()

    def tell(self, page: str, number: int) -> None:
        """A page has counted for itself."""
        self._stale.discard(page)
        self.counted.emit(page, number)

    def _on_change(self, change: Change) -> None:
        self._count({page for page, tables in _TOLD_BY.items() if tables & change.tables})

    def _count(self, pages: set[str]) -> None:
        review = self._review
        for page, count in (("doubts", doubtful.count), ("questions", questions.count_open)):
            if page in pages:
                self._read(partial(count, review), page)
        self._stale |= pages & {"disagreements", "events"}
        if self._stale:
            self._timer.start()

    def _read(self, count: Callable[[], int], page: str) -> None:
        def work(progress: Progress) -> int:
            del progress
            return count()

        self._context.jobs.read(work, self.tr("Counting"), partial(self.counted.emit, page), owner=self._room)

    def _work_out(self) -> None:
        jobs = self._context.jobs
        if jobs.busy:
            self._timer.start()
            return
        wanted = frozenset(self._stale)
        if not wanted:
            return
        self._stale.clear()  # now, so that what changes meanwhile is counted once more
        work = partial(self._worked_out.numbers, wanted)
        self._job = job = jobs.read(
            work, self.tr("Counting what is left to do"), self._tell, self._leave_uncounted, owner=self._room
        )
        job.quiet = True
        job.cancelled.connect(partial(self._stale.update, wanted))
        job.finished.connect(self._end)

    def _leave_uncounted(self, _error: Exception) -> None:
        """Nobody asked for it, so nobody is told; it is tried again after the next change."""

    def _tell(self, numbers: Mapping[str, int]) -> None:
        for page, number in numbers.items():
            self.counted.emit(page, number)

    def _end(self) -> None:
        self._job = None
        if self._stale:
            self._timer.start()

    def _give_way(self) -> None:
        """Other work has been given: it comes first."""
        if self._job is not None:
            self._job.cancel()
        elif self._timer.isActive():
            self._timer.start()


class _WorkedOut:
    """What was worked out before is kept, so that only what has changed is worked out again. Used by one thread."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._compared: object = None

    def numbers(self, wanted: frozenset[str], progress: Progress) -> dict[str, int]:
        """How much is left on each page that is wanted; nothing of a large review."""
        if entries.count(self._review) > _SMALL:
            return {}
        found = {}
        if "disagreements" in wanted:
            found["disagreements"] = self._disagreements(progress)
        if "events" in wanted:
            found["events"] = self._suggestions(progress)
        return found

    def _disagreements(self, progress: Progress) -> int:
        from dhr_desktop.timeline import disagreements  # noqa: PLC0415 - after the first paint

        compared = self._compared if isinstance(self._compared, disagreements.Compared) else disagreements.Compared()
        self._compared = compared
        counted = disagreements.counted(disagreements.listing(self._review, progress, compared))
        return counted[disagreements.State.OPEN] + counted[disagreements.State.CHANGED]

    def _suggestions(self, progress: Progress) -> int:
        from dhr_desktop.timeline.proposals import still_to_ask  # noqa: PLC0415 - as above
        from dhr_desktop.timeline.same_event.suggesting import suggest  # noqa: PLC0415 - as above

        review = self._review
        apart = events.kept_apart(review)
        names = {agency.id: agency.name for agency in agencies.listing(review)}
        found = suggest(list(entries.iterate(review)), names, apart, progress=progress)
        return len(still_to_ask(found, events.members(review), apart))
