"""Work off the window's thread: one thread that writes, one that reads, and results that come back to the window."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from dhr_desktop.base.errors import Cancelled, UserError
from dhr_desktop.base.progress import Progress

T = TypeVar("T")

PATIENCE = 600
"""Milliseconds that work may take before the window shows its progress."""
_TELL_EVERY = 0.05
_FOR_EVER = -1


def at_once(command: Callable[[], T]) -> Callable[[Progress], T]:
    """The work of a command that is too short to tell of its progress or to be stopped."""

    def work(progress: Progress) -> T:
        del progress
        return command()

    return work


class Job(QObject):
    """One piece of work. It is the `Progress` that the work is given; all signals arrive in the window's thread."""

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()
    _ended = Signal(object, object, object)

    def __init__(self, doing: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.doing = doing
        self.done = 0
        self.total = 0
        self.withdrawn = False
        self.writes = False
        self.quiet = False
        """Whether nobody waits for it, so that nothing is said however long it takes."""
        self._stop = threading.Event()
        self._told_at = 0.0

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask it to stop, or not to begin. What it had written in an open step is undone."""
        self.withdrawn = True
        self._stop.set()

    def hurry(self) -> None:
        """Ask it to stop at its next step. What is too short for steps, such as saving an edit, is done whole."""
        self._stop.set()

    def step(self, done: int, total: int, doing: str) -> None:
        """Called by the work, in its own thread. Raises `Cancelled` when it should stop."""
        if self._stop.is_set():
            raise Cancelled
        moment = time.monotonic()
        if moment - self._told_at >= _TELL_EVERY:
            self._told_at = moment
            self.done, self.total, self.doing = done, total, doing
            self.progressed.emit(done, total, doing)


class _Work:
    """What a pool runs. It is apart from `Job`, for one object cannot be owned by a pool and by Qt's tree at once.

    Nor is it a `QRunnable`: Qt for Python loses count of one that ends before it has been handed over, and keeps it
    for good, with the page and the review that the work knows.
    """

    def __init__(self, job: Job, work: Callable[[Progress], Any]) -> None:
        self._job = job
        self._work = work

    def __call__(self) -> None:
        result, problem = None, None
        try:
            if self._job.withdrawn:
                raise Cancelled  # noqa: TRY301 - it never began, which is the same to everyone
            result = self._work(self._job)
        except BaseException as raised:  # noqa: BLE001 - handed to the window's thread, which raises what is a fault
            problem = raised
        self._job._ended.emit(self._job, result, problem)  # noqa: SLF001 - these two are one


class JobRunner(QObject):
    """Runs work in order. It keeps each job until its end, so that no result is lost with a dropped reference."""

    begun = Signal()
    """A job has been given."""
    slow = Signal(object)
    """A `Job` that has taken longer than `PATIENCE`."""
    settled = Signal()
    """A job has ended, and its callbacks have been called."""
    asked = Signal(str)
    """What the chair is asked, with work done that waits for the answer; '' once there is one."""
    refused = Signal(object)
    """A `UserError` of a job that brought no `failed` of its own."""

    patience: ClassVar[int] = PATIENCE

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = self._thread()
        self._reader = self._thread()
        self._live: dict[Job, Callable[[Any, BaseException | None], None]] = {}
        self._shut = False

    def _thread(self) -> QThreadPool:
        pool = QThreadPool(self)
        pool.setMaxThreadCount(1)
        pool.setExpiryTimeout(_FOR_EVER)  # each thread has its own connection to the store, so it stays
        return pool

    @property
    def busy(self) -> bool:
        """Whether any work has not ended."""
        return bool(self._live)

    @property
    def writing(self) -> bool:
        """Whether any work has not ended that was given to the writing thread."""
        return any(job.writes for job in self._live)

    @property
    def jobs(self) -> list[Job]:
        """What has not ended, oldest first."""
        return list(self._live)

    def run(
        self,
        work: Callable[[Progress], T],
        doing: str,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QWidget | None = None,
    ) -> Job:
        """Run `work` in the writing thread, after the work given before it.

        `done` is called with what it returns, `failed` with a `UserError` (otherwise `refused` tells the window),
        both in the window's thread and only while `owner` lives. Cancelled work calls neither. Anything else that
        it raises is a fault of ours: it is raised again in the window's thread.
        """
        return self._start(self._writer, work, doing, partial(self._hand_over, done, failed, _owner(owner, done)))

    def read(
        self,
        work: Callable[[Progress], T],
        doing: str,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QWidget | None = None,
    ) -> Job:
        """As `run`, in the second thread, for work that only reads; it does not wait for writing."""
        return self._start(self._reader, work, doing, partial(self._hand_over, done, failed, _owner(owner, done)))

    @contextmanager
    def asking(self, words: str) -> Iterator[None]:
        """While a dialog is open for work that is done: the window says what is waited for, not what was done."""
        self.asked.emit(words)
        try:
            yield
        finally:
            self.asked.emit("")

    def shut_down(self) -> None:
        """Stop long work, let what was typed be saved, and wait for both; no callback is called any more."""
        self._shut = True
        for job in self._live:
            job.hurry()
        self._writer.waitForDone()
        self._reader.waitForDone()
        self._live.clear()

    def _start(
        self,
        pool: QThreadPool,
        work: Callable[[Progress], Any],
        doing: str,
        end: Callable[[Job, Any, BaseException | None], None],
    ) -> Job:
        job = Job(doing, self)  # owned here, so that no other thread ever deletes it
        job.writes = pool is self._writer
        self._live[job] = partial(end, job)
        if self._shut:
            job.cancel()
        job._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)  # noqa: SLF001 - these two are one
        QTimer.singleShot(self.patience, job, partial(self._show_if_slow, job))
        pool.start(_Work(job, work))
        self.begun.emit()
        return job

    def _show_if_slow(self, job: Job) -> None:
        if job in self._live and not job.quiet:
            self.slow.emit(job)

    def _end(self, job: Job, result: object, problem: BaseException | None) -> None:
        end = self._live.pop(job, None)
        if end is None:
            return
        try:
            end(result, problem)
        finally:
            self.settled.emit()
            job.deleteLater()

    def _hand_over(
        self,
        done: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
        owner: "_Owner",
        job: Job,
        result: object,
        problem: BaseException | None,
    ) -> None:
        if problem is None:
            job.succeeded.emit(result)
            if done and owner.lives():
                done(result)
        elif isinstance(problem, Cancelled):
            job.cancelled.emit()
        elif isinstance(problem, UserError):
            job.failed.emit(problem)
            if failed is None:
                self.refused.emit(problem)
            elif owner.lives():
                failed(problem)
        job.finished.emit()
        if problem is not None and not isinstance(problem, Cancelled | UserError):
            raise problem


class _Owner:
    """Whose callbacks they are: what was named, or what the callback is bound to."""

    def __init__(self, objects: list[QObject]) -> None:
        self._objects = objects

    def lives(self) -> bool:
        return all(isValid(each) for each in self._objects)


def _owner(owner: QWidget | None, done: Callable[[Any], None] | None) -> _Owner:
    candidates = [owner, getattr(done, "__self__", None)]
    return _Owner([each for each in candidates if isinstance(each, QObject)])
