"""What of a disagreement may be seen now: names covered in panel view, distressing words only when asked for."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.timeline.disagreements import Disagreement
from dhr_desktop.ui.common.context import ReviewContext


class Seeing(QObject):
    """Accounts stand side by side, so each that is asked for stays in sight until another disagreement is gone to."""

    changed = Signal()
    """Something is to be shown anew."""

    def __init__(self, context: ReviewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._veil = context.panel, context.veil
        self._at: object = None
        self._panel.changed.connect(self.changed)
        self._veil.changed.connect(self.changed)

    @property
    def names_covered(self) -> bool:
        """Whether panel view is on."""
        return self._panel.on

    def shown(self, text: str) -> str:
        """A text with the names covered that are to be."""
        return self._panel.shown(text)

    def agencies(self, known: Mapping[int, Agency]) -> dict[int, Agency]:
        """The agencies by their id, under the names that may be seen."""
        return {agency_id: self._panel.agency(agency) for agency_id, agency in known.items()}

    def veils(self, entry: Entry) -> bool:
        """Whether the words of this entry are not to be seen yet."""
        return self._veil.veils(entry)

    def veils_any(self, one: Disagreement) -> bool:
        """Whether what the chair wrote about it is not to be seen, for it tells of an account that is veiled."""
        return self._veil.veils_any(one.members)

    def uncover(self, *entry_ids: int) -> None:
        """Show the words of these entries."""
        self._veil.lift(*entry_ids)

    def go_to(self, one: Disagreement | None) -> None:
        """Another disagreement is gone to: what was asked for before is veiled again."""
        self._veil.choose(*(entry.id for entry in one.members) if one and one.key == self._at else ())
        self._at = one.key if one else None

    def told(self, text: str, one: Disagreement) -> str:
        """What the chair or an agency wrote about a disagreement: its finding and reason, a question, an answer."""
        return self.shown(self._veil.words(text, one.members))

    def listed(self, one: Disagreement) -> str:
        """What the event is called in the list, where no account is ever asked for."""
        if any(entry.distressing for entry in one.members) and not self._veil.always_shows:
            return self.tr("Event marked as distressing")
        return self.shown(one.title)

    def title(self, one: Disagreement) -> str:
        """What the event is called."""
        return self.told(one.title, one)
