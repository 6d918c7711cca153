"""What the view of names in the records shows while there is no list to look at."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.common.widgets import EmptyState, button


class FormsStates(QObject):
    """One page each for records that are being read, or were not to their end, for nothing left, and for panel view."""

    def __init__(self, theme: Theme, again: Callable[[], object]) -> None:
        super().__init__()
        self.reading = EmptyState(
            theme,
            "search",
            self.tr("The records are being read"),
            self.tr("Names are looked for in every entry. It takes a moment."),
        )
        self.stopped = EmptyState(
            theme,
            "search",
            self.tr("The records were not read to their end"),
            self.tr("It was cancelled before the names in them were found."),
            button(self.tr("Look for them &now"), "primary", again),
        )
        self.nothing = EmptyState(
            theme,
            "check",
            self.tr("No forms of names are left to confirm"),
            self.tr(
                "Every name found in the records is in the register, or was said to be none. When records come in,"
                " what they hold is shown here."
            ),
        )
        self.covered = EmptyState(
            theme,
            "hide",
            self.tr("Real names are covered in panel view"),
            self.tr("Forms of names are shown again when panel view is left, with F6."),
        )
        self.all = (self.reading, self.stopped, self.nothing, self.covered)
