"""What has been typed and cannot be a step yet: kept in the review's own file, and given back at the same place."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from dhr_desktop.base.clock import days_ago
from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.store import draft_words
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.jobs import JobRunner

T = TypeVar("T")
P = ParamSpec("P")
_GONE_FOR_GOOD = 30
"""The days after which a removal is not taken for one that may be undone."""


class Drafts(QObject):
    """Knows what is kept for each place of a review, such as 'entry/new'; writes go their way behind the screen.

    What is kept is no step: it is neither undone nor in the history, and leaves when it has become a step.
    """

    flushing = Signal()
    """The review is about to be left: whoever holds words that are kept nowhere keeps them now."""
    _not_taken_in = Signal(str, object)

    def __init__(self, review: Review, jobs: JobRunner) -> None:
        super().__init__(jobs)
        self._review, self._jobs = review, jobs
        self._kept = draft_words.listing(review)
        self._refused: set[str] = set()
        self._not_taken_in.connect(self._give_back)
        if self._kept:
            self._forget_lost()

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

    def taken_in_by(self, place: str, command: Callable[P, T]) -> Callable[P, T]:
        """The command, for the writing thread: what was kept for the place is gone there with its step, or not at all.

        Here it is gone at once, so that it is not given back meanwhile. Where the command fails before its step is
        on disk, by a refusal or a fault, the words that were kept are kept here again; who holds others keeps them.
        An abrupt end before it is done leaves them.
        """
        words = self._kept.pop(place, {})
        review = self._review

        def both(*args: P.args, **kwargs: P.kwargs) -> T:
            with draft_words.taken_in(review, place) as taken:
                try:
                    result = command(*args, **kwargs)
                except BaseException:  # also a wish to stop
                    if words and not taken.done:
                        self._not_taken_in.emit(place, words)
                    raise
            if not taken.done:  # the record said the same already, so that there was no step
                try:
                    draft_words.keep(review, place, {})
                except UserError:
                    self._refused.add(place)  # the command is not refused for that; it is tried again
            return result

        return both

    def _give_back(self, place: str, words: dict[str, str]) -> None:
        """Hold again what is still on disk, unless others were typed meanwhile."""
        self._kept.setdefault(place, words)

    def _forget_lost(self) -> None:
        """What was typed into things that are gone for good is forgotten when the review is opened again."""
        review = self._review

        def work(progress: Progress) -> list[str]:
            del progress
            with suppress(UserError):  # it is tried again at the next opening, and nobody waits for it
                return draft_words.forget_lost(review, days_ago(_GONE_FOR_GOOD))
            return []

        def done(places: list[str]) -> None:
            for place in places:
                self._kept.pop(place, None)

        self._jobs.run(work, self.tr("Putting drafts in order"), done).quiet = True

    def flush(self) -> None:
        """Have everything kept that is not, before the review is left. The job runner waits for its being on disk."""
        self.flushing.emit()
