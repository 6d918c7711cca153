"""The log of contacts as a table, the newest first."""

from typing import Any

from PySide6.QtCore import QObject, Qt

from dhr_desktop.domain.contact_rules import Logged, how
from dhr_desktop.domain.contacts import Contact
from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.family import contact_words
from dhr_desktop.ui.family.contact_reading import Contacts

WITH = 2


class ContactTable(TextTable):
    """One row a contact. `read` knows the people; `of_id` is the stakeholder whose log it is, 0 for everyone's."""

    def __init__(self, panel: PanelView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self.read = Contacts()
        self.of_id = 0

    def headings(self) -> tuple[str, ...]:
        """When, how, with whom and what."""
        return self.tr("Date"), self.tr("Means"), self.tr("With"), self.tr("What it was about")

    def cells(self, row: Any) -> tuple[str, ...]:  # noqa: ANN401 - the table's own form
        """The words of one contact as they may be seen now."""
        assert isinstance(row, Logged)
        shown = self._panel.shown
        contact = row.contact
        return (
            contact_words.day(contact.on),
            shown(how(contact)),
            self.read.names(row.whom, self._panel),
            " · ".join(part for part in (self._others(row), shown(self._about(contact))) if part),
        )

    def _about(self, contact: Contact) -> str:
        return contact_words.outcome_of(contact, in_confidence=not self._panel.on)

    def _others(self, row: Logged) -> str:
        """Who else had part, where the log is one stakeholder's."""
        others = [each for each in row.whom if each != self.of_id]
        if not self.of_id or not others:
            return ""
        return self.tr("with {names}").format(names=self.read.names(others, self._panel))

    def holds(self, row: Logged, wanted: str) -> bool:
        """Whether all the words of a search are somewhere in a contact, its people or its promises."""
        contact = row.contact
        parts = (
            *self.cells(row),
            "" if self._panel.on else contact.said,
            *(contact.time, contact.by, contact.purpose, contact.outcome, contact.next_words),
            *(contact.reached.value, contact.direction.value),
            *(promise.words for promise in row.promises),
        )
        text = " ".join(self._panel.shown(part) for part in parts).casefold()
        return all(word in text for word in wanted.casefold().split())

    def cover(self) -> None:
        """Show the words anew, as panel view says."""
        if self.rows:
            last = self.index(len(self.rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DisplayRole])
