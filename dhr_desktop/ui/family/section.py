"""What a section of the Family page is: one behind each tab, made when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.record_list import RecordList
from dhr_desktop.ui.family.whom import Whom


class Section(QWidget):
    """One section. It reads and writes by itself; the page tells it about whom, and when what it shows has changed."""

    left = Signal()
    """Escape where nothing is left to put back or to close: the keyboard wants back to the list of people."""
    tables: frozenset[str] = frozenset()
    """The tables whose changes it shows."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__()
        self.context = context

    def show_of(self, whom: Whom) -> None:
        """Show this section of somebody, or of everyone; called anew when one of `tables` has changed."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Have the keyboard where the work is done."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape, where nothing within had a use for it, leads out of the section."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def place(self) -> str:
        """Where in the section one is, by ids and keys alone; '' where there is nothing to come back to."""
        return ""

    def go_back_to(self, place: str) -> None:
        """Be there again when the section is shown next, if it is there still."""

    def begin(self) -> None:
        """Begin another of what the section holds, where that can be asked for from anywhere on the page."""


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A tab: its key, its words, whom it is there for, and how its section is made."""

    key: str
    words: str
    fits: Callable[[Whom], bool]
    make: Callable[[ReviewContext], Section]

    @property
    def title(self) -> str:
        """Its words in the chair's language."""
        return QCoreApplication.translate("Family", self.words)


def placed(*lists: RecordList[Any]) -> str:
    """What is at hand in some lists, as a place; '' where nothing is in any."""
    ids = [each.place() for each in lists]
    return "/".join(map(str, ids)) if any(ids) else ""


def put_back(place: str, *lists: RecordList[Any]) -> None:
    """Have the same at hand in each of them, when its records are shown next."""
    for each, record_id in zip(lists, place.split("/"), strict=True):
        each.go_back_to(int(record_id))
