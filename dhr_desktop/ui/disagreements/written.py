"""What has been written about disagreements and not been settled: kept at pauses, and there again afterwards."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from dhr_desktop.domain.events import Decision
from dhr_desktop.timeline.disagreements import Disagreement
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

    def bring_back(self, undone: Decision) -> None:
        """A settlement was undone: its finding and reason need not be written again, where nothing else has been."""
        key = undone.event_id, undone.kind
        if self.about(key) is None:
            self.keep(key, (undone.finding, undone.reason))

    def decided(self, ones: Iterable[Disagreement]) -> None:
        """What was decided again, by a redo, is a decision and no longer only written."""
        for one in ones:
            if one.decision and self.about(one.key) == (one.decision.finding, one.decision.reason):
                self._drafts.forget(place_of(one.key))

    def settled(self, key: Key) -> None:
        """It has become a decision."""
        self._pauses.stop()
        self._drafts.forget(place_of(key))
