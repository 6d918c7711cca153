"""What has been written about disagreements and not been settled: kept at pauses, and there again afterwards."""

from PySide6.QtCore import QObject, Signal

from dhr_desktop.ui.common.drafts import Drafts
from dhr_desktop.ui.common.pauses import Pauses
from dhr_desktop.ui.disagreements.writing import Key, place_of


class Written(QObject):
    """A finding and its reason for each disagreement, among the drafts of the review."""

    due = Signal()
    """What stands in the form has to be kept now."""

    def __init__(self, drafts: Drafts, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._pauses = Pauses(self)
        self._pauses.due.connect(self.due)
        drafts.flushing.connect(self.due)

    def typed(self) -> None:
        """Something was written."""
        self._pauses.typed()

    def about(self, key: Key) -> tuple[str, str] | None:
        """The finding and the reason as they were left; None where nothing was."""
        found = self._drafts.of(place_of(key))
        return (found.get("finding", ""), found.get("reason", "")) if found else None

    def keep(self, key: Key, written: tuple[str, str]) -> None:
        """Keep a finding and a reason; where both are empty there is nothing to keep."""
        self._pauses.stop()
        finding, reason = written
        self._drafts.keep(place_of(key), {"finding": finding, "reason": reason} if any(written) else {})

    def settled(self, key: Key) -> None:
        """It has become a decision."""
        self._pauses.stop()
        self._drafts.forget(place_of(key))
