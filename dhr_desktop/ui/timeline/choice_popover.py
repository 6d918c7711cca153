"""What opens under the Filter button or a chip: the values of one condition, to be ticked."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from dhr_desktop.ui.common.held_keys import RETURNS
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.signs import draw_swatch, tip
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, Theme
from dhr_desktop.ui.common.widgets import label
from dhr_desktop.ui.timeline.conditions import Offer

_VALUE = Qt.ItemDataRole.UserRole
_WIDTH, _TALLEST = 320, 380
_MANY = 8
"""More than so many are offered with a field to find them by."""
_SWATCH = 14
_STEP_IN = "    "


class Popover(QFrame):
    """A small window that stays until Escape, Return, or a click elsewhere; then the keyboard goes back."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "panel")
        self._came_from: QWidget | None = None
        self.title = label(role="heading")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self.column.setSpacing(SMALL)
        self.column.addWidget(self.title)

    def open_under(self, widget: QWidget) -> None:
        """Open below a widget, within the screen, and give the keyboard back to it at the end."""
        self._came_from = widget
        self.adjustSize()
        at = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        room = widget.screen().availableGeometry()
        at.setX(max(min(at.x(), room.right() - self.width()), room.left()))
        if at.y() + self.height() > room.bottom():
            at.setY(max(widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2, room.top()))
        self.move(at)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return and Escape end it."""
        if event.key() in (*RETURNS, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Give the keyboard back."""
        del event
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self._came_from = None
        self.closed.emit()


class _Ticks(QListWidget):
    """A click anywhere on a line ticks it; Space does, as everywhere."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick the line under the mouse."""
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.button() == Qt.MouseButton.LeftButton:
            done = Qt.CheckState.Unchecked if item.checkState() == Qt.CheckState.Checked else Qt.CheckState.Checked
            item.setCheckState(done)
            self.setState(QListWidget.State.NoState)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return is the popover's; the rest is the list's."""
        if event.key() in RETURNS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChoicePopover(Popover):
    """Ticks for the values of one condition. Each tick narrows at once."""

    chosen = Signal(str, object)
    """The condition, and the values that are ticked now (a frozenset)."""

    def __init__(self, inks: Inks, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._inks, self._theme = inks, theme
        self._condition = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.list = _Ticks()
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemChanged.connect(self._tell)
        self.hint = label(role="hint", wrap=True)
        for widget in (self.search, self.list, self.hint):
            self.column.addWidget(widget)

    def offer(
        self, condition: str, title: str, offers: Sequence[Offer], ticked: Iterable[object], hint: str = ""
    ) -> None:
        """Show the values of a condition, those that are wanted ticked."""
        self._condition = condition
        self.title.setText(title)
        self.list.setAccessibleName(title)
        self.search.setAccessibleName(self.tr("Find under {title}").format(title=title))
        self.hint.setText(hint or self.tr("An entry is shown when any that is ticked fits it."))
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.search.setVisible(len(offers) > _MANY)
        wanted = set(ticked)
        self.list.blockSignals(True)
        self.list.clear()
        for each in offers:
            self.list.addItem(self._line(each, ticked=each.value in wanted))
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        height = self.list.sizeHintForRow(0) * len(offers) + 2 * self.list.frameWidth() + 4
        self.list.setFixedHeight(min(max(height, 40), self._theme.scaled(_TALLEST)))
        self.setFixedWidth(self._theme.scaled(_WIDTH))

    def open_under(self, widget: QWidget) -> None:
        """Open it, with the keyboard where typing finds or Space ticks."""
        super().open_under(widget)
        (self.search if self.search.isVisible() else self.list).setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def ticked(self) -> frozenset[object]:
        """The values that are ticked."""
        lines = (self.list.item(row) for row in range(self.list.count()))
        return frozenset(line.data(_VALUE) for line in lines if line.checkState() == Qt.CheckState.Checked)

    def tick(self, value: object) -> None:
        """Turn one over, as a click on it does."""
        for row in range(self.list.count()):
            line = self.list.item(row)
            if line.data(_VALUE) == value:
                on = line.checkState() == Qt.CheckState.Checked
                line.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _line(self, offer: Offer, *, ticked: bool) -> QListWidgetItem:
        line = QListWidgetItem(_STEP_IN * offer.depth + offer.words)
        line.setData(_VALUE, offer.value)
        line.setToolTip(tip(offer.words))
        line.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        line.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        if offer.colour is not None:
            line.setIcon(self._swatch(offer.colour))
        return line

    def _swatch(self, colour: int) -> QIcon:
        picture = QPixmap(_SWATCH, _SWATCH)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_swatch(painter, 1, _SWATCH / 2, colour, self._inks)
        painter.end()
        return QIcon(picture)

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        first = -1
        for row in range(self.list.count()):
            text = self.list.item(row).text().casefold()
            fits = all(word in text for word in words)
            self.list.setRowHidden(row, not fits)
            first = row if fits and first < 0 else first
        self.list.setCurrentRow(first)

    def _tell(self) -> None:
        self.chosen.emit(self._condition, self.ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Down leads from the field into the list; Return ticks what was found there by typing."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in RETURNS and self.search.hasFocus() and self.search.text():
            found = self.list.currentItem()
            if found is not None and not found.isHidden():
                self.tick(found.data(_VALUE))
            self.search.clear()
        else:
            super().keyPressEvent(event)
