"""The active conditions as chips: words and a cross. Tab reaches each, Delete removes it, Return changes it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from dhr_desktop.ui.common.signs import tip
from dhr_desktop.ui.common.theme import HAIR, Theme
from dhr_desktop.ui.common.widgets import PushButton, icon_button, icon_size, let_go, restyle
from dhr_desktop.ui.timeline.conditions import Said

_WIDEST = 230
_BETWEEN = HAIR + 2
_CROSS = 14
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class _Words(PushButton):
    """The words of a chip: the one stop of the keyboard on it."""

    removal_wanted = Signal()
    moved = Signal(int)
    """1 for the next chip, -1 for the one before."""
    focused = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete removes; the arrows go from chip to chip."""
        if event.key() in _REMOVING:
            self.removal_wanted.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the chip, which draws the ring."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the chip, which takes the ring away."""
        super().focusOutEvent(event)
        self.focused.emit()


class Chip(QFrame):
    """One condition."""

    def __init__(self, condition: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.condition = condition
        self.said = Said(condition, "", "")
        self._theme = theme
        self.setProperty("role", "chip")
        self.words = _Words()
        self.words.setProperty("role", "chip")
        self.cross = icon_button(theme, "close", "")
        self.cross.setProperty("role", "chip")
        self.cross.setIconSize(icon_size(theme.scaled(_CROSS)))
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words.focused.connect(self._ring)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.words)
        row.addWidget(self.cross)

    def say(self, said: Said) -> None:
        """Show other words for the same condition."""
        self.said = said
        words = self.fontMetrics().elidedText(said.short, Qt.TextElideMode.ElideRight, self._theme.scaled(_WIDEST))
        self.words.setText(words.replace("&", "&&"))
        self.words.setAccessibleName(self.tr("Filter: {words}").format(words=said.full))
        self.words.setAccessibleDescription(self.tr("Return changes it, Delete removes it."))
        self.words.setToolTip(tip(said.full) if words != said.full else self.tr("Change this filter"))
        gone = self.tr("Remove the filter “{words}”").format(words=said.full)
        self.cross.setAccessibleName(gone)
        self.cross.setToolTip(tip(gone))

    def _ring(self) -> None:
        self.setProperty("focused", self.words.hasFocus())
        restyle(self)


class ChipRow(QWidget):
    """Chips side by side, in as many lines as they need."""

    removed = Signal(str)
    change_wanted = Signal(str)
    left_empty = Signal()
    """The last chip that had the keyboard has gone."""

    def __init__(self, before: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        """Tab comes to the chips from `before`."""
        super().__init__(parent)
        self._before = before
        self._theme = theme
        self._chips: dict[str, Chip] = {}
        self._said: tuple[list[Said], int] = ([], 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def chips(self) -> list[Chip]:
        """Those shown, in order."""
        return list(self._chips.values())

    def chip(self, condition: str) -> Chip | None:
        """The chip of a condition; None when it does not narrow."""
        return self._chips.get(condition)

    def show_said(self, said: Sequence[Said]) -> None:
        """Show these conditions; a chip whose condition stays, stays, and so does the keyboard on it."""
        told = list(said), self._theme.scaled(_WIDEST)
        if told == self._said:
            return
        self._said = told
        neighbour = self._neighbour({each.condition for each in said})
        before, self._chips = self._chips, {}
        for each in said:
            chip = before.pop(each.condition, None) or self._made(each.condition)
            chip.say(each)
            self._chips[each.condition] = chip
        for chip in before.values():
            let_go(chip)
        for earlier, later in pairwise([self._before, *(chip.words for chip in self.chips)]):
            QWidget.setTabOrder(earlier, later)
        self.setVisible(bool(said))
        self.updateGeometry()
        self._place(self.width())
        if neighbour is not None:
            kept = self._chips.get(neighbour)
            if kept:
                kept.words.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.left_empty.emit()

    def _neighbour(self, staying: set[str]) -> str | None:
        """The condition that takes the keyboard of a chip that goes; '' when none is left, None when none goes."""
        order = list(self._chips)
        focused = next((place for place, name in enumerate(order) if self._chips[name].words.hasFocus()), None)
        if focused is None or order[focused] in staying:
            return None
        onward = [*order[focused + 1 :], *reversed(order[:focused])]
        return next((name for name in onward if name in staying), "")

    def _made(self, condition: str) -> Chip:
        chip = Chip(condition, self._theme, self)
        chip.words.clicked.connect(lambda: self.change_wanted.emit(condition))
        chip.words.removal_wanted.connect(lambda: self.removed.emit(condition))
        chip.cross.clicked.connect(lambda: self.removed.emit(condition))
        chip.words.moved.connect(self._move_keyboard)
        chip.show()
        return chip

    def _move_keyboard(self, by: int) -> None:
        chips = self.chips
        place = next((place for place, chip in enumerate(chips) if chip.words.hasFocus()), 0)
        chips[min(max(place + by, 0), len(chips) - 1)].words.setFocus(Qt.FocusReason.TabFocusReason)

    # Geometry.

    def one_line(self) -> int:
        """How wide they are side by side."""
        widths = [chip.sizeHint().width() for chip in self.chips]
        return sum(widths) + _BETWEEN * max(len(widths) - 1, 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All in one line."""
        return QSize(self.one_line(), self._line_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the widest chip."""
        return QSize(max((chip.sizeHint().width() for chip in self.chips), default=0), self._line_height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """It is as high as its lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of the lines that a width makes of them."""
        places = self._places(width)
        return places[-1].bottom() + 1 if places else 0

    def _line_height(self) -> int:
        return max((chip.sizeHint().height() for chip in self.chips), default=0)

    def _places(self, width: int) -> list[QRect]:
        found, at, height = [], QPoint(0, 0), self._line_height()
        for chip in self.chips:
            wide = min(chip.sizeHint().width(), max(width, 1))
            if at.x() and at.x() + wide > width:
                at = QPoint(0, at.y() + height + _BETWEEN)
            found.append(QRect(at, QSize(wide, height)))
            at = QPoint(at.x() + wide + _BETWEEN, at.y())
        return found

    def _place(self, width: int) -> None:
        for chip, place in zip(self.chips, self._places(width), strict=True):
            chip.setGeometry(place)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the lines anew."""
        super().resizeEvent(event)
        self._place(event.size().width())
