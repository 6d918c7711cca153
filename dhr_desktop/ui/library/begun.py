"""What is typed into the form for a new review, kept in the library's own encrypted file until there is a review."""

from collections.abc import Mapping
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.store.library import Library
from dhr_desktop.ui.common.jobs import JobRunner

NEW = "review/new"
"""Where what is typed of a new review is kept."""


class Begun(QObject):
    """To a form of the library what `Drafts` are to the forms of a review."""

    flushing = Signal()
    """The library is about to be closed: whoever holds words that are kept nowhere keeps them now."""

    def __init__(self, library: Library, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self._kept: dict[str, dict[str, str]] = {}
        self._unwritten: set[str] = set()
        self._at_once = False

    def of(self, place: str) -> Mapping[str, str]:
        """The words kept for a place, by field; none where nothing is kept."""
        if place not in self._kept:
            self._kept[place] = self._library.begun(place)
        return dict(self._kept[place])

    def keep(self, place: str, words: Mapping[str, str]) -> None:
        """Keep these words in the stead of what was kept there; none at all forgets the place."""
        if dict(words) == self.of(place):
            return
        self._kept[place] = dict(words)
        self._unwritten.add(place)
        if self._at_once:
            return

        def work(progress: Progress) -> None:
            del progress
            self._write(place)

        self._jobs.run(work, self.tr("Keeping what was typed"), failed=self._tell).quiet = True

    def forget(self, place: str) -> None:
        """Keep nothing for a place any more."""
        self.keep(place, {})

    def written(self, place: str) -> None:
        """What was kept for a place is in a review of its own now. For the writing thread."""
        self._kept[place] = {}
        self._unwritten.add(place)
        with suppress(UserError):  # the review is there, and is not refused for that
            self._write(place)

    def flush(self) -> None:
        """Have everything kept that is not; it is on disk when this returns, for the library is closed next."""
        self._at_once = True
        try:
            self.flushing.emit()
        finally:
            self._at_once = False
        for place in list(self._unwritten):
            with suppress(UserError):  # there is nobody left to tell
                self._write(place)

    def _write(self, place: str) -> None:
        """Write what is to be kept by now, unless that has been done: the library may be closed when its turn comes."""
        if place not in self._unwritten:
            return
        self._unwritten.discard(place)
        self._library.keep_begun(place, self._kept.get(place, {}))

    def _tell(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._jobs.refused.emit(error)
