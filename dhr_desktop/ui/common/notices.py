"""The journal's notices as a signal in the window's thread, whichever thread wrote the step."""

from PySide6.QtCore import QObject, Signal

from dhr_desktop.store.journal import Change, Journal


class Notices(QObject):
    """Tells pages of each `Change`; a page that was its `initiator` takes no notice of its own echo."""

    changed = Signal(object)
    _told = Signal(object)

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told.connect(self._pass_on)
        self._leave = journal.subscribe(self._told.emit)
        self._stopped = False

    def stop(self) -> None:
        """Listen no more, for a review that is about to be closed; what is still on its way is not passed on."""
        self._stopped = True
        self._leave()

    def _pass_on(self, change: Change) -> None:
        # A bound method of this object: Qt brings it to the thread that this object lives in.
        if not self._stopped:
            self.changed.emit(change)
