"""The Filter button and its menu: every condition that can be added."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.ui.common import icons
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.widgets import PushButton
from dhr_desktop.ui.timeline.conditions import CHOICES, DAYS, GROUPED, SWITCHES, Conditions


class FilterButton(PushButton):
    """Opens the menu. Conditions with values open a popover; the others are switched where they stand."""

    choice_wanted = Signal(str)
    """A condition whose values are to be shown."""
    switched = Signal(object)
    """The `EntryFilter` with one condition switched."""

    def __init__(self, conditions: Conditions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conditions = conditions
        self._wanted = EntryFilter()
        self._actions: dict[str, QAction] = {}
        self.setText(self.tr("Filter"))
        self.setAccessibleName(self.tr("Add a filter"))
        self.setToolTip(self.tr("Narrow the timeline  (F3)"))
        icons.put(theme, self, "filter")
        self.menu_of_conditions = QMenu(self)
        self.menu_of_conditions.aboutToShow.connect(self._mark)
        self._fill()
        self.setMenu(self.menu_of_conditions)

    def show_wanted(self, wanted: EntryFilter) -> None:
        """Know what narrows at present."""
        self._wanted = wanted

    def open_at(self, condition: str) -> None:
        """Open the menu with one of its lines chosen."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if condition in self._actions:
            self.menu_of_conditions.setActiveAction(self._actions[condition])
        self.showMenu()

    def action(self, condition: str) -> QAction:
        """The line of a condition; those for events are 'grouped' and 'ungrouped'."""
        return self._actions[condition]

    def _fill(self) -> None:
        menu, words = self.menu_of_conditions, _words()
        for condition in (*CHOICES, DAYS):
            action = self._actions[condition] = menu.addAction(words[condition])
            action.triggered.connect(lambda _=False, condition=condition: self.choice_wanted.emit(condition))
        menu.addSeparator()
        for condition in SWITCHES:
            self._add_switch(condition, words[condition]).triggered.connect(
                lambda on, condition=condition: self.switched.emit(replace(self._wanted, **{condition: on}))
            )
        menu.addSeparator()
        for key, grouped in ((GROUPED, True), (f"un{GROUPED}", False)):
            self._add_switch(key, words[key]).triggered.connect(
                lambda on, grouped=grouped: self.switched.emit(replace(self._wanted, grouped=grouped if on else None))
            )

    def _add_switch(self, key: str, words: str) -> QAction:
        action = self._actions[key] = self.menu_of_conditions.addAction(words)
        action.setCheckable(True)
        return action

    def _mark(self) -> None:
        """Tick what narrows; what has nothing to offer is dimmed."""
        for condition in CHOICES:
            self._actions[condition].setEnabled(bool(self._conditions.offers(condition)))
        for condition in SWITCHES:
            self._actions[condition].setChecked(bool(getattr(self._wanted, condition)))
        self._actions[GROUPED].setChecked(self._wanted.grouped is True)
        self._actions[f"un{GROUPED}"].setChecked(self._wanted.grouped is False)


def _words() -> dict[str, str]:
    def said(words: str) -> str:
        return QCoreApplication.translate("FilterButton", words)

    return {
        "agency_ids": said("&Agency…"),
        "person_ids": said("&Person…"),
        "theme_ids": said("&Theme…"),
        "line_ids": said("&Line of enquiry…"),
        "significances": said("&Significance…"),
        "marks": said("&Marks…"),
        "included": said("Incl&uded in…"),
        "origins": said("&Where it comes from…"),
        DAYS: said("&Dates…"),
        "question_open": said("&Question open"),
        "doubtful_only": said("In dou&bt"),
        "in_scope": said("Within the s&cope"),
        GROUPED: said("&In an event"),
        f"un{GROUPED}": said("In &no event"),
    }
