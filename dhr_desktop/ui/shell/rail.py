"""The rail at the side: where one is in the review, and the way to the other pages."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.ui.common import icons
from dhr_desktop.ui.common.actions import ACTIONS, words_of
from dhr_desktop.ui.common.theme import HAIR, MEDIUM, SMALL, Theme
from dhr_desktop.ui.common.widgets import ToolButton, label

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class _Buttons(QScrollArea):
    """As wide as the widest name; where the letters are large and the screen is small, it goes up and down."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the buttons need, with room for the bar that moves them where it is needed."""
        inner = self._inner.sizeHint()
        bar = self.verticalScrollBar().sizeHint().width() if self.height() < inner.height() else 0
        return QSize(inner.width() + bar, inner.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never narrower, but less high."""
        return QSize(self.sizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the bar its room when it comes."""
        super().resizeEvent(event)
        self.updateGeometry()


class Rail(QWidget):
    """One button for each page, with its icon and its name."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, pages: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        self._numbers: dict[str, QLabel] = {}
        pages_in_order = QWidget()
        pages_in_order.setProperty("role", "rail")
        column = QVBoxLayout(pages_in_order)
        column.setContentsMargins(SMALL, MEDIUM, SMALL, MEDIUM)
        column.setSpacing(HAIR)
        for page in pages:
            self.buttons[page] = made = self._button(theme, page)
            self._group.addButton(made)
            column.addWidget(made)
        column.addStretch(1)
        self._area = _Buttons(pages_in_order)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self._group.buttonClicked.connect(self._on_click)

    def _button(self, theme: Theme, page: str) -> QToolButton:
        spec = next(spec for spec in ACTIONS if spec.id == f"go.{page}")
        made = ToolButton()
        made.setObjectName(page)
        made.setText(f" {words_of(spec)}")  # air between the icon and its word
        made.setToolTip(f"{words_of(spec)}  {_key_of(page)}")
        made.setAccessibleName(words_of(spec))
        made.setCheckable(True)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        icons.put(theme, made, spec.icon)
        number = self._numbers[page] = label("", "hint")
        number.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        at_the_right = QHBoxLayout(made)
        at_the_right.setContentsMargins(0, 0, SMALL, 0)
        at_the_right.addWidget(number, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return made

    def set_count(self, page: str, number: int) -> None:
        """Show beside a page's name how much is left to do there; nothing for none."""
        made, told = self.buttons[page], f"{number:,}"
        words = made.accessibleName().partition(",")[0]
        self._numbers[page].setText(told if number else "")
        left = {
            "doubts": self.tr("{page}, {n} left"),
            "events": self.tr("{page}, {n} suggested"),
            "disagreements": self.tr("{page}, {n} open"),
            "questions": self.tr("{page}, {n} open"),
        }
        spoken = left.get(page, "{page}, {n}").format(page=words, n=told) if number else words
        made.setAccessibleName(spoken)
        made.setToolTip(f"{spoken}  {_key_of(page)}")

    def mark(self, page: str) -> None:
        """Show which page is open."""
        self.buttons[page].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and Down go along the rail."""
        step = _STEPS.get(Qt.Key(event.key()))
        row = list(self.buttons.values())
        here = next((place for place, button in enumerate(row) if button.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
        else:
            there = row[(here + step) % len(row)]
            there.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(there)

    def _on_click(self, button: QToolButton) -> None:
        self.chosen.emit(button.objectName())


def _key_of(page: str) -> str:
    return next(spec.shortcut for spec in ACTIONS if spec.id == f"go.{page}")
