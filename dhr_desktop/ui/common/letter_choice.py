"""A choice that is made with one letter, for forms that are filled in at speed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.choice_box import ChoiceBox

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class LetterChoice(ChoiceBox):
    """The option at each place of `letters` is chosen by that letter; arrows and the mouse choose as ever."""

    def __init__(self, letters: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letters = letters.casefold()
        self.setToolTip(self.tr("Keys: {letters}").format(letters=" ".join(letters.upper())))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose by a letter, as if it had been chosen from the list."""
        at = self.letters.find(event.text().casefold()) if event.text().strip() else -1
        if event.modifiers() in _PLAIN and 0 <= at < self.count():
            self.setCurrentIndex(at)
            self.activated.emit(at)
        else:
            super().keyPressEvent(event)
