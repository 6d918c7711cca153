"""What stands in the table's place when there is nothing to show, and what to do then."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.widgets import EmptyState, button


class EmptyWords(QStackedWidget):
    """Says why no entry is shown."""

    clear_wanted = Signal()

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, bring_in = context.theme, context.actions["go.submissions"].trigger
        self.bring_in = button(self.tr("&Bring in what agencies sent"), "primary", bring_in)
        self.clear = button(self.tr("Clear filters"), clicked=self.clear_wanted.emit)
        self.nothing_yet = EmptyState(
            theme,
            "timeline",
            self.tr("No entries yet"),
            self.tr(
                "Drop an agency’s file anywhere on this window, or use the Submissions page. "
                "You can also add an entry of your own."
            ),
            self.bring_in,
        )
        self.no_match = EmptyState(
            theme,
            "filter",
            self.tr("No entry matches these filters"),
            self.tr("Try fewer words, other dates or more agencies."),
            self.clear,
        )
        self.addWidget(self.nothing_yet)
        self.addWidget(self.no_match)

    def say(self, *, any_at_all: bool) -> None:
        """Tell whether there are entries that the filters leave out, or none at all."""
        self.setCurrentWidget(self.no_match if any_at_all else self.nothing_yet)
