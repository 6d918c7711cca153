"""Keeps the files that wait, with what was decided about them, in the review's own file; and takes them up again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.pauses import Pauses
from dhr_desktop.ui.common.waiting_files import WAITING
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.importing.batch_view import BatchView
from dhr_desktop.ui.importing.kept_file import At, from_words, to_words
from dhr_desktop.ui.importing.kept_files import TakenUp, kept_of, take_up


class KeptBatch(QObject):
    """Has what stands in a `BatchView` outlast the lock and an abrupt end; `taken_up` gives it back, with the place."""

    taken_up = Signal(object, object)
    """A `TakenUp`, and the `At` where the chair was."""

    def __init__(self, context: ReviewContext, view: BatchView, comparing: Callable[[], bool], owner: QWidget) -> None:
        """`comparing` says whether the file at hand is being compared with the version before it."""
        super().__init__(owner)
        self._context, self._view, self._comparing, self._owner = context, view, comparing, owner
        self._reading = False
        self._pauses = Pauses(self)
        self._pauses.due.connect(self.keep)
        view.changed.connect(self._pauses.typed)
        view.file.steps.currentChanged.connect(self._pauses.typed)
        context.drafts.flushing.connect(self.keep)

    def keep(self) -> None:
        """Keep the files as they are now; none where none waits."""
        self._pauses.stop()
        if self._reading:
            return  # what is kept is being read, and stands in the view only then
        items = self._view.batch.items
        kept = [each for item in items if (each := kept_of(item))]
        file = self._view.file
        row = max(self._view.files.currentRow(), 0)
        at = At(row, file.steps.currentIndex(), file.columns.place or 0, self._comparing(), len(items) - len(kept))
        self._context.drafts.keep(WAITING, to_words(kept, at))

    def take_up(self) -> None:
        """Read again what was kept, if anything was."""
        files, at = from_words(self._context.drafts.of(WAITING))
        review, library = self._context.review, self._context.library
        if self._reading or not (files or at.lost):
            return
        self._reading = True

        def work(progress: Progress) -> TakenUp:
            return take_up(review, library, files, progress)

        def done(found: TakenUp) -> None:
            self._reading = False
            self.taken_up.emit(found, at)

        def stopped() -> None:
            self._reading = False

        job = self._context.jobs.read(work, self.tr("Reading the files that waited"), done, owner=self._owner)
        job.cancelled.connect(stopped)
        job.failed.connect(stopped)

    def words(self, found: TakenUp, at: At) -> str:
        """What is said of files that were taken up again."""
        parts = []
        if found.batch.items:
            parts.append(
                counted(
                    len(found.batch.items),
                    self.tr("{n} file was waiting when the program was locked or ended, and is here as you left it."),
                    self.tr(
                        "{n} files were waiting when the program was locked or ended, and are here as you left them."
                    ),
                )
            )
        parts += [
            self.tr("“{file}” has changed since, so its columns are read anew.").format(file=name)
            for name in found.changed
        ]
        parts += [
            self.tr(
                "“{file}” could not be found or opened. What you decided about it is kept until you put it away."
            ).format(file=name)
            for name in found.gone
        ]
        if at.lost:
            parts.append(self.tr("A table that you had pasted was too large to be kept. Paste it again."))
        return " ".join(parts)
