"""Finds who stands where in the family picture, off the screen's thread: forty people take half a second."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.genogram import layout
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.generations import CircleOfParents
from dhr_desktop.domain.genogram.order import Rows
from dhr_desktop.ui.common.jobs import Job, JobRunner


@dataclass(frozen=True)
class Ordered:
    """A family with the order of its generations, which hangs on no name; or with those who are their own ancestors."""

    family: Family = field(default_factory=Family)
    rows: Rows = field(default_factory=list)
    circle: tuple[int, ...] = ()


class FamilyLaying(QObject):
    """Orders one family at a time: `made` tells of the last that was asked for, and those before it are dropped."""

    made = Signal(object)
    """An `Ordered`."""

    def __init__(self, jobs: JobRunner, owner: QWidget) -> None:
        super().__init__(owner)
        self._jobs, self._owner = jobs, owner
        self._job: Job | None = None
        self._asked = 0

    def order(self, family: Family) -> None:
        """Find the order of a family."""
        self.stop()
        asked = self._asked

        def work(progress: Progress) -> Ordered:
            try:
                return Ordered(family, layout.in_order(family, progress))
            except CircleOfParents as found:
                return Ordered(family, circle=found.people)

        def done(found: Ordered) -> None:
            if asked == self._asked:
                self._job = None
                self.made.emit(found)

        self._job = self._jobs.read(work, self.tr("Drawing the family"), done, owner=self._owner)

    def stop(self) -> bool:
        """Drop what is being ordered; whether there was anything."""
        self._asked += 1
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        return job is not None
