"""The agency's sheet around the row an entry was made of, in a window beside the timeline."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from dhr_desktop.domain.entries import Entry, SourceRow
from dhr_desktop.store import submissions
from dhr_desktop.store.review import Review
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


class Originals:
    """The sheet of the entry that is read: made when it is first asked for, and following while it is open."""

    def __init__(self, context: ReviewContext, parent: QWidget) -> None:
        self._context = context
        self._parent = parent
        self.sheet: OriginalSheet | None = None
        """None until it has been asked for."""

    def show(self, entry: Entry) -> None:
        """Show the agency's sheet around the row of an entry."""
        if self.sheet is None:
            self.sheet = OriginalSheet(self._context, self._parent)
        self.sheet.show_entry(entry)
        self.sheet.show()
        self.sheet.raise_()
        self.sheet.activateWindow()

    def follow(self, entry: Entry) -> None:
        """Go to another entry where the sheet is open."""
        if self.sheet is not None and self.sheet.isVisible():
            self.sheet.show_entry(entry)


def source_of(review: Review, entry: Entry) -> tuple[SourceRow, str] | None:
    """The agency's row an entry came from and the name of its file; None for an entry of the chair's own."""
    if entry.source_row_id is None:
        return None
    row = submissions.row(review, entry.source_row_id)
    return row, submissions.get(review, row.submission_id).file_name
