"""The agency's sheet around the row an entry was made of, in a window beside the timeline."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.sheet_pane import SheetPane
from dhr_desktop.ui.common.theme import LARGE, MEDIUM
from dhr_desktop.ui.common.widgets import button


class OriginalSheet(QDialog):
    """It stays open while the chair goes on in the timeline, and follows the entry that is chosen there."""

    def __init__(self, context: ReviewContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The original"))
        self.resize(context.theme.scaled(940), context.theme.scaled(520))
        self.pane = SheetPane(context)
        box = QDialogButtonBox()
        box.addButton(button(self.tr("Close")), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.pane, 1)
        column.addWidget(box)

    def show_entry(self, entry: Entry) -> None:
        """Show the row of an entry."""
        self.pane.show_entry(entry)
