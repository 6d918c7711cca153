"""The foot of the window: whether everything is saved, and slow work with its way to stop."""

from enum import Enum, auto

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from dhr_desktop.ui.common import icons
from dhr_desktop.ui.common.jobs import Job, JobRunner
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, Theme
from dhr_desktop.ui.common.widgets import label, link_button

NOTE_STAYS = 20_000
"""Milliseconds that a passing note covers the foot of the window."""


class Saving(Enum):
    """Whether what was typed is on disk."""

    DONE = auto()
    GOING_ON = auto()
    TYPING = auto()


class StatusArea(QWidget):
    """Listens to the job runner of the room that is open."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner: JobRunner | None = None
        self._job: Job | None = None
        self._asked = ""
        self.picture = QLabel()
        icons.put_picture(theme, self.picture, "check", "muted", 16)
        self.saved = label(self.tr("All changes saved"), "hint")
        self.doing = label("", "hint")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = link_button(self.tr("Cancel"), self._cancel)
        self.cancel.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, 0, LARGE, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.picture)
        row.addWidget(self.saved)
        row.addStretch(1)
        row.addWidget(self.doing)
        row.addSpacing(MEDIUM)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        self.setMinimumHeight(28)
        self._show_job(None)
        self.show_saved(shown=False)

    def watch(self, runner: JobRunner) -> None:
        """Show the slow work of `runner` from now on."""
        if self._runner is not None:
            self._runner.slow.disconnect(self._on_slow)
            self._runner.settled.disconnect(self._on_settled)
            self._runner.asked.disconnect(self._on_asked)
        self._runner, self._asked = runner, ""
        runner.slow.connect(self._on_slow)
        runner.settled.connect(self._on_settled)
        runner.asked.connect(self._on_asked)
        self._show_job(None)

    def show_saved(self, *, shown: bool) -> None:
        """Whether there is a review of which this can be said."""
        self.picture.setVisible(shown)
        self.saved.setVisible(shown)

    def say(self, saving: Saving) -> None:
        """Say whether everything is on disk; nothing is said while words stand in a field that have not been kept."""
        words = {Saving.DONE: self.tr("All changes saved"), Saving.GOING_ON: self.tr("Saving…"), Saving.TYPING: ""}
        self.saved.setText(words[saving])
        self.picture.setVisible(saving is Saving.DONE and self.saved.isVisibleTo(self))

    def _on_slow(self, job: Job) -> None:
        if self._job is None:
            self._show_job(job)

    def _on_settled(self) -> None:
        if self._runner and self._job not in self._runner.jobs:
            self._show_job(None)

    def _on_asked(self, words: str) -> None:
        """Say what is waited for; the work that led to it is done, though its end has not been told yet.

        Other work that goes on stays in sight, with the way to stop it.
        """
        self._asked = words
        self._show_job(self._job if self._runner and self._job in self._runner.jobs else None)

    def _show_job(self, job: Job | None) -> None:
        if self._job is not None:
            self._job.progressed.disconnect(self._on_progress)
        if job is None and self.cancel.hasFocus():
            self.cancel.focusPreviousChild()
        self._job = job
        for widget in (self.bar, self.cancel):
            widget.setVisible(job is not None)
        self.doing.setVisible(job is not None or bool(self._asked))
        self.doing.setText(self._asked)
        if job is not None:
            job.progressed.connect(self._on_progress)
            self.cancel.setEnabled(not job.stopping)
            self._on_progress(job.done, job.total, job.doing)

    def _on_progress(self, done: int, total: int, doing: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.doing.setText(doing)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.cancel.setEnabled(False)
            self.doing.setText(self.tr("Stopping…"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as it is given."""
        return QSize(0, super().sizeHint().height())
