"""What a view of the People page is: one behind each tab, made when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.context import ReviewContext


class View(QWidget):
    """One view. It reads and writes by itself, and listens to the review's notices."""

    said = Signal(str)
    """The line under the page's title, when it has changed."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__()
        self.context = context
        self.told = ""
        """What it said last, for who did not listen yet."""
        self.said.connect(self._on_said)
        self.buttons: list[QWidget] = []
        """What stands in the page's head while the view is shown."""
        self.lists_people: list[QWidget] = []
        """Where a person is chosen, and their menu opens."""

    def _on_said(self, words: str) -> None:
        self.told = words

    def put_in_head(self, *buttons: QWidget) -> None:
        """Have these stand in the page's head.

        Until they do they are the view's: what is shown without a parent is a window of its own for a moment, and takes
        the keyboard.
        """
        for each in buttons:
            each.setParent(self)
        self.buttons = list(buttons)

    def take_keyboard(self) -> None:
        """Have the keyboard where the work is done."""
        self.setFocus()

    def person_at_hand(self) -> int:
        """The id of whom the view is about at the moment; 0 for nobody."""
        return 0

    def place(self) -> str:
        """Where in the view one is, by ids and keys alone; '' where there is nothing to come back to."""
        return ""

    def go_back_to(self, place: str) -> None:
        """Be there again as soon as what the view shows has been read, if it is there still."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape, where nothing within had a use for it, leads back to where the work is done."""
        if event.key() == Qt.Key.Key_Escape:
            self.take_keyboard()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """A tab: its key, its words and how its view is made."""

    key: str
    words: str
    make: Callable[[ReviewContext], View]

    @property
    def title(self) -> str:
        """Its words in the chair's language."""
        return QCoreApplication.translate("People", self.words)
