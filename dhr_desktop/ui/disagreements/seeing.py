"""What of a disagreement may be seen now: names covered in panel view, distressing words only when asked for."""

from PySide6.QtCore import QObject, Signal

from dhr_desktop.domain.entries import Entry
from dhr_desktop.timeline.disagreements import Disagreement
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.veil import veiled_words


class Seeing(QObject):
    """Accounts stand side by side, so each that is asked for stays in sight until another disagreement is gone to."""

    changed = Signal()
    """Something is to be shown anew."""

    def __init__(self, context: ReviewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._veil = context.panel, context.veil
        self._uncovered: set[int] = set()
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

    def veils(self, entry: Entry) -> bool:
        """Whether the words of this entry are not to be seen yet."""
        return entry.distressing and entry.id not in self._uncovered and not self._veil.always_shows

    def uncover(self, entry_id: int) -> None:
        """Show the words of this entry."""
        self._uncovered.add(entry_id)
        self.changed.emit()

    def go_to(self, key: object) -> None:
        """Another disagreement is gone to: what was asked for before is veiled again."""
        if key != self._at:
            self._at = key
            self._uncovered.clear()

    def listed(self, one: Disagreement) -> str:
        """What the event is called in the list, where no account is ever asked for."""
        first = one.members[0] if one.members and not one.event.headline else None
        if first is not None and first.distressing and not self._veil.always_shows:
            return veiled_words()
        return self.shown(one.title)

    def title(self, one: Disagreement) -> str:
        """What the event is called. The first words of an account that is veiled are not."""
        if not one.event.headline and one.members and self.veils(one.members[0]):
            return veiled_words()
        return self.shown(one.title)
