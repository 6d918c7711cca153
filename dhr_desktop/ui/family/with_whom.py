"""With whom a contact was: folded away while it is about the one whom the page shows, for several had part at times."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.domain.people import Person
from dhr_desktop.domain.phrases import listed
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.panel_view import PanelView
from dhr_desktop.ui.common.theme import HAIR, SMALL
from dhr_desktop.ui.common.widgets import label, link_button


class WithWhom(QWidget):
    """A tick for each stakeholder; `chosen` are their ids."""

    changed = Signal()

    def __init__(self, panel: PanelView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._people: dict[int, Person] = {}
        self.boxes: dict[int, QCheckBox] = {}
        self.said = label("", "label", wrap=True)
        self.more = link_button(self.tr("Choose who"), self.unfold)
        self._choices = QWidget()
        self._flow = FlowLayout(SMALL, HAIR, self._choices)
        above = QHBoxLayout()
        above.addWidget(self.said, 1)
        above.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SMALL)
        column.setSpacing(HAIR)
        column.addLayout(above)
        column.addWidget(self._choices)
        panel.changed.connect(self._say)

    def offer(self, people: Mapping[int, Person]) -> None:
        """Offer these; those chosen stay chosen."""
        if dict(people) == self._people:
            return
        chosen = self.chosen
        self._people = dict(people)
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.boxes = {}
        for each in self._people:
            box = self.boxes[each] = QCheckBox()
            box.setChecked(each in chosen)
            box.clicked.connect(self._on_click)
            self._flow.addWidget(box)
        self._say()

    def choose(self, whom: Collection[int]) -> None:
        """Have these chosen; the choice is folded away unless it is still to be made."""
        for each, box in self.boxes.items():
            box.setChecked(each in whom)
        self._choices.setVisible(not whom)
        self._say()

    @property
    def chosen(self) -> tuple[int, ...]:
        """Who had part."""
        return tuple(each for each, box in self.boxes.items() if box.isChecked())

    @property
    def folded(self) -> bool:
        """Whether the choice is folded away."""
        return self._choices.isHidden()

    def unfold(self) -> None:
        """Show everybody who can be chosen, with the keyboard on the first."""
        self._choices.show()
        self._say()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Have the keyboard on the first tick."""
        if self.boxes:
            next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_click(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        shown = {each: self._panel.person(person) for each, person in self._people.items()}
        for each, box in self.boxes.items():
            box.setText(shown[each].replace("&", "&&"))
            box.setEnabled(not self._panel.on)
        names = [shown[each] for each in self.chosen]
        self.said.setText(self.tr("With {names}").format(names=listed(names)) if names else self.tr("With whom"))
        self.more.setVisible(self.folded and not self._panel.on and len(self.boxes) > 1)
