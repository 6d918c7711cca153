"""One key for each thing that becomes of an offer, the same in the list of one person and in the matrix of all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from dhr_desktop.domain.offers import OfferAnswer
from dhr_desktop.ui.common.held_keys import KEYBOARD, RETURNS

ANSWERS = {
    Qt.Key.Key_O: OfferAnswer.OFFERED,
    Qt.Key.Key_A: OfferAnswer.ACCEPTED,
    Qt.Key.Key_D: OfferAnswer.DECLINED,
    Qt.Key.Key_L: OfferAnswer.LATER,
    Qt.Key.Key_X: OfferAnswer.DONE,
    Qt.Key.Key_N: OfferAnswer.NOT_APPLICABLE,
    Qt.Key.Key_Delete: OfferAnswer.NOT_OFFERED,
}
TAKE_OVER = Qt.Key.Key_T
_DECIDING = (*RETURNS, *ANSWERS, TAKE_OVER, Qt.Key.Key_F2)


class OffersView(QTableView):
    """Tells what a key decides of the chosen offer; a key held down decides once."""

    decided = Signal(object)
    """An `OfferAnswer`."""
    opened = Signal()
    """Return or F2: more is to be said of it."""
    taken_over = Signal()
    """What another record says is to be noted."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Decide, or move about."""
        if not KEYBOARD.is_plainly(event, _DECIDING):
            super().keyPressEvent(event)
        elif not KEYBOARD.swallows(event, _DECIDING):
            self._decide(event.key())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Note that the key was let go."""
        KEYBOARD.let_go(event)
        super().keyReleaseEvent(event)

    def _decide(self, key: int) -> None:
        answer = ANSWERS.get(Qt.Key(key))
        if answer is not None:
            self.decided.emit(answer)
        elif key == TAKE_OVER:
            self.taken_over.emit()
        else:
            self.opened.emit()
