"""What has been written about disagreements and not been settled: kept at pauses, and there again afterwards."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from dhr_desktop.domain.events import Decision
from dhr_desktop.timeline.disagreements import Disagreement
from dhr_desktop.ui.common.drafts import Drafts
from dhr_desktop.ui.common.pauses import Pauses
from dhr_desktop.ui.disagreements.writing import Key, place_of

_GIVEN_UP = {"given_up": "yes"}
"""Kept in the stead of what an undo has brought back and the chair has taken out, for that is not to come again."""


class Written(QObject):
    """A finding and its reason for each disagreement, among the drafts of the review."""

    due = Signal()
    """What stands in the form has to be kept now."""

    def __init__(self, drafts: Drafts, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._undone: Key | None = None
        self._pauses = Pauses(self)
        self._pauses.due.connect(self.due)
        drafts.flushing.connect(self.due)

    def typed(self) -> None:
        """Something was written."""
        self._pauses.typed()

    def about(self, key: Key) -> tuple[str, str] | None:
        """The finding and the reason as they were left; None where nothing was."""
        found = self._drafts.of(place_of(key))
        return (found.get("finding", ""), found.get("reason", "")) if found and found != _GIVEN_UP else None

    def keep(self, key: Key, written: tuple[str, str]) -> None:
        """Keep a finding and a reason; where both are empty there is nothing to keep."""
        self._pauses.stop()
        finding, reason = written
        nothing = _GIVEN_UP if key == self._undone and self._drafts.of(place_of(key)) else {}
        self._drafts.keep(place_of(key), {"finding": finding, "reason": reason} if any(written) else nothing)

    def know(self, undone: Decision | None) -> None:
        """The settlement that the newest step has taken back, or None."""
        self._undone = (undone.event_id, undone.kind) if undone else None

    def bring_back(self, undone: Decision) -> None:
        """A settlement was undone: its finding and reason need not be written again, where nothing else has been.

        Nor where they have been taken out since.
        """
        key = undone.event_id, undone.kind
        if not self._drafts.of(place_of(key)):
            self.keep(key, (undone.finding, undone.reason))

    def decided(self, ones: Iterable[Disagreement]) -> None:
        """What was decided again, by a redo, is a decision and no longer only written."""
        for one in ones:
            if one.decision and self.about(one.key) in (None, (one.decision.finding, one.decision.reason)):
                self._drafts.forget(place_of(one.key))

    def settled(self, key: Key) -> None:
        """It has become a decision."""
        self._pauses.stop()
        self._drafts.forget(place_of(key))
