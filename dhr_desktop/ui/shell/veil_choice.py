"""The choice in the View menu to show always what is marked as distressing."""

from PySide6.QtCore import QObject

from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.veil import Veil


class VeilChoice(QObject):
    """Keeps the line of the menu true to what was chosen on this computer."""

    def __init__(self, veil: Veil, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._veil = veil
        self._action = actions["review.distressing"]
        self._action.setCheckable(True)
        self._action.setChecked(veil.always_shows)
        self._action.triggered.connect(self._turn)

    def stop(self) -> None:
        """Let go of the action, which outlives the review's room."""
        self._action.triggered.disconnect(self._turn)

    def _turn(self) -> None:
        self._veil.show_always(on=self._action.isChecked())
