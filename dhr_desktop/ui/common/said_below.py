"""Where a form's own words stand: below the fields they are about, in sight, and never over the field that is typed."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.ui.common.theme import SMALL, VAST
from dhr_desktop.ui.common.widgets import scrolled_around


class SaidBelow:
    """Places below each row of fields, and one below them all."""

    def __init__(self, form: QWidget) -> None:
        self._form = form
        self.foot = QVBoxLayout()
        self._under: dict[str, QVBoxLayout] = {}
        self._stands_in: dict[QWidget, QVBoxLayout] = {}

    def below(self, names: Sequence[str]) -> QVBoxLayout:
        """The place below the row of these fields, to be put there."""
        made = QVBoxLayout()
        self._under |= dict.fromkeys(names, made)
        return made

    def stand(self, said: QWidget, names: Collection[str]) -> None:
        """Have what is said stand below the last of the fields it is about; below them all where it is about none."""
        place = next((self._under[name] for name in reversed(self._under) if name in names), self.foot)
        if self._stands_in.get(said) is not place:
            self._stands_in[said] = place
            place.addWidget(said)

    def bring(self, said: QWidget) -> None:
        """Have it in sight once it is laid out."""
        QTimer.singleShot(0, said, lambda: self._bring(said))

    def _bring(self, said: QWidget) -> None:
        around, field = scrolled_around(self._form), self._form.window().focusWidget()
        if around is None or field is None or not self._form.isAncestorOf(field):
            return
        for each in (self._form, around.widget()):
            if each is not None and (inside := each.layout()) is not None:
                inside.activate()  # it has come to another place just now
        for each, air in ((said, SMALL), (field, VAST)):
            if each.isVisible():
                around.ensureWidgetVisible(each, 0, air)
