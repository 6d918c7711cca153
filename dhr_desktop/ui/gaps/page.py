"""Where no agency recorded contact."""

from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.context import ReviewContext


class GapsPage(QWidget):
    """Where no agency recorded contact."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
