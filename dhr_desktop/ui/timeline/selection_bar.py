"""The bar below the table while more than one entry is chosen: how many, and what can be done with them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLayoutItem, QMenu, QPushButton, QVBoxLayout, QWidget

from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.widgets import button, icon_button, label
from dhr_desktop.ui.timeline.act_menus import ActMenus

_GAP, _SIDE = 4, 8


class SelectionBar(QFrame):
    """Hidden while one entry or none is chosen, so that nothing is in the way of reading."""

    group_wanted = Signal()
    part_wanted = Signal()
    removal_wanted = Signal()
    left = Signal()
    """The chair wants only the one entry again."""

    def __init__(self, menus: ActMenus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Entries chosen"))
        self.count = label("", "label")
        self.buttons: dict[str, QPushButton] = {}
        self.close_button = icon_button(theme, "close", self.tr("Choose only one entry again"), self.left.emit)
        self.count.setContentsMargins(_SIDE, 0, _SIDE, 0)
        upper, lower = FlowLayout(_GAP), FlowLayout(0)
        upper.addWidget(self.count)
        for words, signal in (
            (self.tr("Group as one event"), self.group_wanted),
            (self.tr("Take out of event"), self.part_wanted),
            (self.tr("Remove"), self.removal_wanted),
        ):
            upper.addWidget(self._made(words, signal))
        for words, fill in menus.parts():
            made = self._made(words)
            made.setProperty("opens", True)
            made.setMenu(_fresh_menu(fill, self))
            lower.addWidget(made)
        first = QHBoxLayout()
        first.addLayout(upper, 1)
        first.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 4, 8, 4)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(lower)
        self.hide()

    def _made(self, words: str, signal: SignalInstance | None = None) -> QPushButton:
        made = button(words, "bar")
        self.buttons[words] = made
        if signal is not None:
            made.clicked.connect(signal)
        return made

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [*self.buttons.values(), self.close_button]

    def say(self, number: int) -> None:
        """Tell how many are chosen; the bar goes where it is not more than one."""
        self.count.setText(self.tr("{n} entries chosen").format(n=f"{number:,}"))
        self.setAccessibleName(self.count.text())
        self.setVisible(number > 1)


def _fresh_menu(fill: Callable[[QMenu], None], parent: QWidget) -> QMenu:
    menu = QMenu(parent)

    def renew() -> None:
        menu.clear()
        fill(menu)

    menu.aboutToShow.connect(renew)
    return menu


class FlowLayout(QLayout):
    """Widgets one after another, in as many lines as they need."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The one at this place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Give one back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """It needs no more than it has."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """How high all lines are."""
        return self._lay(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put everything in its place."""
        super().setGeometry(rect)
        self._lay(rect, place=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as its widest part; its height follows from the width it gets."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """As large as the largest of them."""
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, place: bool) -> int:
        x, y, line = rect.left(), rect.top(), 0
        lines: list[tuple[QLayoutItem, QSize, QPoint]] = []
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            if x > rect.left() and x + size.width() > rect.right() + 1:
                x, y, line = rect.left(), y + line + self._gap, 0
            line = max(line, size.height())
            lines.append((item, size, QPoint(x, y)))
            x += size.width() + self._gap
        if place:
            for item, size, corner in lines:
                beside = max((other.height() for _, other, at in lines if at.y() == corner.y()), default=0)
                item.setGeometry(QRect(corner + QPoint(0, (beside - size.height()) // 2), size))
        return y + line - rect.top()
