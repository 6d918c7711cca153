"""What falls due as a table: promises, updates, contacts that are planned."""

from typing import Any

from PySide6.QtCore import QObject, Qt

from dhr_desktop.domain.contact_rules import DueItem
from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.text_table import TextTable
from dhr_desktop.ui.family import contact_words
from dhr_desktop.ui.family.contact_reading import Contacts


class DueTable(TextTable):
    """One row for each thing. `read` knows the people."""

    def __init__(self, panel: PanelView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self.read = Contacts()

    def headings(self) -> tuple[str, ...]:
        """When, how it stands, to whom and what."""
        return self.tr("Due"), self.tr("How it stands"), self.tr("To whom"), self.tr("What")

    def cells(self, row: Any) -> tuple[str, ...]:  # noqa: ANN401 - the table's own form
        """The words of one thing as they may be seen now."""
        assert isinstance(row, DueItem)
        return (
            contact_words.day(row.on),
            contact_words.stands(row),
            self.read.names(row.whom, self._panel),
            self._panel.shown(contact_words.what(row)),
        )

    def cover(self) -> None:
        """Show the words anew, as panel view says."""
        if self.rows:
            last = self.index(len(self.rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DisplayRole])
