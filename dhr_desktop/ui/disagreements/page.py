"""Where the accounts of one event differ, and what the chair decides."""

from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.context import ReviewContext


class DisagreementsPage(QWidget):
    """Where the accounts of one event differ, and what the chair decides."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
