"""Events: what several agencies recorded of one happening."""

from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.context import ReviewContext


class EventsPage(QWidget):
    """Events: what several agencies recorded of one happening."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
