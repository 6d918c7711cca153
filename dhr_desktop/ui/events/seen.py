"""How entries and words may be seen now: names covered in panel view, what distresses veiled until it is asked for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.veil import Veil


@dataclass(frozen=True, slots=True)
class Seen:
    """What the lists and the cards ask before they show anything."""

    panel: PanelView
    veil: Veil

    def go_to(self, entries: Iterable[Entry], view: QWidget) -> None:
        """These are at hand in a view: of what was asked for, all else is veiled again."""
        if view.isVisible():  # elsewhere the chair may have asked for something else
            self.veil.choose(*(entry.id for entry in entries))

    def told(self, text: str, entries: Iterable[Entry]) -> str:
        """What the chair wrote about these entries, veiled with any of them."""
        return self.panel.shown(self.veil.words(text, entries))

    @property
    def words(self) -> Callable[[str], str]:
        """Words of the chair or of a reason, as they may be seen."""
        return self.panel.shown

    def entry(self, entry: Entry) -> Entry:
        """An entry with its names covered; whether its words are veiled is for the card, which can lift the veil."""
        return self.panel.entry(entry)

    def agency(self, agency: Agency) -> Agency:
        """An agency under the name that may be seen."""
        return self.panel.agency(agency)

    def line(self, entry: Entry) -> Entry:
        """An entry as a list may show it, where nothing can be lifted."""
        return self.panel.entry(self.veil.entry(entry))
