"""The list of disagreements: two lines for each, the event and what its accounts differ in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from dhr_desktop.timeline.disagreements import Disagreement
from dhr_desktop.ui.common.held_keys import RETURNS
from dhr_desktop.ui.disagreements.words import under

_KEY = Qt.ItemDataRole.UserRole


class DisagreementList(QListWidget):
    """Up and Down go through it; Return goes on to deciding about the one at hand."""

    chosen = Signal(object)
    """The key of the one gone to."""
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Disagreements"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.currentItemChanged.connect(self._tell)

    def put(
        self,
        ones: Sequence[Disagreement],
        current: object,
        titled: Callable[[Disagreement], str],
        shown: Callable[[str], str] = str,
    ) -> None:
        """Show these, with the one of this key chosen, without telling so.

        They are called as `titled` says; `shown` gives the words beneath as they may be seen.
        """
        with QSignalBlocker(self):
            self.clear()
            for one in ones:
                title, beneath = titled(one), shown(under(one))
                item = QListWidgetItem(f"{title}\n{beneath}")
                item.setData(_KEY, one.key)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {beneath}")
                item.setToolTip(title)
                self.addItem(item)
                if one.key == current:
                    self.setCurrentItem(item)
        item_now = self.currentItem()
        if item_now is not None:
            self.scrollToItem(item_now)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return goes on to deciding."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in RETURNS and plain:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_KEY))
