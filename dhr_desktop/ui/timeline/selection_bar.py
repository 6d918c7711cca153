"""The bar below the table while more than one entry is chosen: how many, and what can be done with them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.widgets import button, icon_button, label, usable
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
        upper, lower = FlowLayout(_GAP, _GAP), FlowLayout(0, 0)
        upper.addWidget(self.count)
        for words, signal in (
            (self.tr("Group as one event"), self.group_wanted),
            (self.tr("Take out of event"), self.part_wanted),
            (self.tr("Remove"), self.removal_wanted),
        ):
            made = self._made(words, signal)
            upper.addWidget(made)
            self.count.setMinimumHeight(made.sizeHint().height())  # its words stand on the line of the buttons' words
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

    def allow(self, why_not_group: str, why_not_part: str) -> None:
        """Offer to group and to part what is chosen, or say why that would do nothing."""
        usable(self.buttons[self.tr("Group as one event")], why_not_group)
        usable(self.buttons[self.tr("Take out of event")], why_not_part)


def _fresh_menu(fill: Callable[[QMenu], None], parent: QWidget) -> QMenu:
    menu = QMenu(parent)

    def renew() -> None:
        menu.clear()
        fill(menu)

    menu.aboutToShow.connect(renew)
    return menu
