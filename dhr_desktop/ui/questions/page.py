"""Questions to agencies: asked, answered and closed."""

from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.context import ReviewContext


class QuestionsPage(QWidget):
    """Questions to agencies: asked, answered and closed."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
