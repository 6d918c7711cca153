"""Things that are so or not so of an entry, as boxes to tick; words that need several lines have them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.theme import HAIR, MEDIUM
from dhr_desktop.ui.common.widgets import label


@dataclass(frozen=True, slots=True)
class Box:
    """One box: what stands for it in the program, its words, and the key that ticks it where there is one."""

    what: object
    words: str
    tip: str = ""


class CheckRow(QWidget):
    """Boxes one after another, over as many lines as they need. What is ticked is told, not decided here."""

    turned = Signal(object, bool)

    def __init__(self, boxes: Iterable[Box], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(MEDIUM, HAIR, self)
        self.boxes: dict[object, QCheckBox] = {}
        for box in boxes:
            made = self.boxes[box.what] = QCheckBox(box.words)
            made.setToolTip(box.tip)
            made.clicked.connect(lambda on, what=box.what: self.turned.emit(what, on))
            row.addWidget(made)

    def show_which(self, is_so: Callable[[object], bool]) -> None:
        """Tick what is so."""
        for what, box in self.boxes.items():
            box.setChecked(is_so(what))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return list(self.boxes.values())


class LongCheck(QWidget):
    """A box whose words may fill several lines; a click on the words ticks it too."""

    turned = Signal(bool)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        self.box.clicked.connect(self.turned)
        beside = _Words(words, self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HAIR)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(beside, 1)


class _Words(QLabel):
    def __init__(self, words: str, box: QCheckBox) -> None:
        super().__init__(words)
        plain = label(words, wrap=True)
        self.setTextFormat(plain.textFormat())
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setContentsMargins(0, 3, 0, 3)
        self._box = box

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick the box."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._box.click()
