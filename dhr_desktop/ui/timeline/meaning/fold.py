"""A heading under which things are put away until they are wanted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from dhr_desktop.ui.common.theme import HAIR


class Fold(QWidget):
    """The heading is a button that opens and closes; it says how many of what is beneath are chosen."""

    opened = Signal(bool)

    def __init__(self, words: str, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.heading = QToolButton()
        self.heading.setProperty("role", "fold")
        self.heading.setCheckable(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._inner = inner
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(inner)
        self.heading.toggled.connect(self._turn)
        self._turn(on=False)
        self.say(0)

    def say(self, chosen: int) -> None:
        """Tell how many are chosen."""
        self.heading.setText(f"{self._words}  ({chosen:,})" if chosen else self._words)

    def _turn(self, on: bool) -> None:
        self._inner.setVisible(on)
        self.heading.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        self.opened.emit(on)
