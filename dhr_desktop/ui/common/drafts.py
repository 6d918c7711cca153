"""What has been typed and cannot be a step yet: kept in the review's own file, and given back at the same place."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.store import draft_words
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.jobs import JobRunner

T = TypeVar("T")


class Drafts(QObject):
    """Knows what is kept for each place of a review, such as 'entry/new'; writes go their way behind the screen.

    What is kept is no step: it is neither undone nor in the history, and leaves when it has become a step.
    """

    flushing = Signal()
    """The review is about to be left: whoever holds words that are kept nowhere keeps them now."""

    def __init__(self, review: Review, jobs: JobRunner) -> None:
        super().__init__(jobs)
        self._review, self._jobs = review, jobs
        self._kept = draft_words.listing(review)
        self._refused: set[str] = set()

    def of(self, place: str) -> Mapping[str, str]:
        """The words kept for a place, by field; none where nothing is kept."""
        return dict(self._kept.get(place, {}))

    def under(self, beginning: str) -> list[str]:
        """The places of which something is kept and whose names begin so, the one written last first."""
        return [place for place in reversed(self._kept) if place.startswith(beginning)]

    def keep(self, place: str, words: Mapping[str, str]) -> None:
        """Keep these words in the stead of what was kept there; none at all forgets the place.

        What was given to the writing thread before is written before, so a step that takes the words in is on disk
        when they are forgotten here.
        """
        wanted = dict(words)
        if wanted == self._kept.get(place, {}) and place not in self._refused:
            return
        self._kept.pop(place, None)  # what is written last stands last
        if wanted:
            self._kept[place] = wanted
        self._refused.discard(place)
        review = self._review

        def work(progress: Progress) -> None:
            del progress
            draft_words.keep(review, place, wanted)

        def fail(error: Exception) -> None:
            self._refused.add(place)
            if isinstance(error, UserError):
                self._jobs.refused.emit(error)

        self._jobs.run(work, self.tr("Keeping what was typed"), failed=fail)

    def forget(self, place: str) -> None:
        """Keep nothing for a place any more."""
        self.keep(place, {})

    def taken_in_by(self, place: str, command: Callable[[], T]) -> Callable[[], T]:
        """The command, for the writing thread: what was kept for the place is gone there with its step, or not at all.

        Here it is gone at once, so that it is not given back meanwhile. Whoever hears that the command was refused
        keeps the words again; an abrupt end before it is done leaves them.
        """
        self._kept.pop(place, None)
        review = self._review

        def both() -> T:
            with draft_words.taken_in(review, place):
                return command()

        return both

    def flush(self) -> None:
        """Have everything kept that is not, before the review is left. The job runner waits for its being on disk."""
        self.flushing.emit()
