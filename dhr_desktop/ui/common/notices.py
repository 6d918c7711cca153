"""The journal's notices as a signal in the window's thread, whichever thread wrote the step."""

from PySide6.QtCore import QObject, Signal

from dhr_desktop.store.journal import Change, Journal
from dhr_desktop.store.listeners import StepStands


class Notices(QObject):
    """Tells pages of each `Change`; a page that was its `initiator` takes no notice of its own echo."""

    changed = Signal(object)
    refused = Signal(object)
    """A `UserError`: what comes after a step could not be done, though the step stands."""
    _told = Signal(object)
    _not_done = Signal(object)

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told.connect(self._pass_on)
        self._not_done.connect(self._say_refused)
        self._leave_refusals = journal.subscribe_to_refusals(self._not_done.emit)
        self._leave = journal.subscribe(self._told.emit)
        self._stopped = False

    def stop(self) -> None:
        """Listen no more, for a review that is about to be closed; what is still on its way is not passed on."""
        self._stopped = True
        self._leave()
        self._leave_refusals()

    def _pass_on(self, change: Change) -> None:
        # A bound method of this object: Qt brings it to the thread that this object lives in.
        if not self._stopped:
            self.changed.emit(change)

    def _say_refused(self, problem: StepStands) -> None:
        if not self._stopped:
            self.refused.emit(problem)
