"""A box of choices that the wheel of the mouse leaves alone, that is typed into whole, and that shows its words whole.

Qt's own box takes what the wheel passes over as chosen. In a form that scrolls that would change a fact of somebody
without anybody having meant it, or seen it. It also takes the keyboard when the wheel passes, so that the next words
would go to it; opens its list at a space, so that of 'a family member' only the 'a' would count; and cuts in its list
what is longer than the box.
"""

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

_ROOM = 40
"""Beside the words of the list: its margins and the bar that scrolls it."""


class ChoiceBox(QComboBox):
    """A box of choices. The wheel over it scrolls what it stands in; its opened list is scrolled as ever."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._since_letter = QElapsedTimer()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to what the box stands in."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A space within words that are being typed belongs to them, and opens the list otherwise."""
        if event.key() == Qt.Key.Key_Space and self._is_typed_into():
            self._since_letter.start()
            self._search(" ")
            return
        if event.text().strip():
            self._since_letter.start()
        super().keyPressEvent(event)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Make the list as wide as its longest words, as far as the screen is."""
        wanted = self.view().sizeHintForColumn(0) + _ROOM
        self.view().setMinimumWidth(min(wanted, self.screen().availableGeometry().width() // 2))
        super().showPopup()

    def _is_typed_into(self) -> bool:
        return (
            not self.isEditable()
            and self._since_letter.isValid()
            and self._since_letter.elapsed() < QApplication.keyboardInputInterval()
        )

    def _search(self, letter: str) -> None:
        """Go on with the search that Qt began at the letter before."""
        view, before = self.view(), self.currentIndex()
        view.setCurrentIndex(self.model().index(before, self.modelColumn(), self.rootModelIndex()))
        view.keyboardSearch(letter)
        found = view.currentIndex().row()
        if found not in (-1, before):
            self.setCurrentIndex(found)
            self.activated.emit(found)
