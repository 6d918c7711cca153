"""What stays open beside the window while the chair works in it: the history, of which there is one at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.shell.history import HistoryDialog


def show_history(context: ReviewContext, window: QWidget, entry_id: int = 0, person_id: int = 0) -> HistoryDialog:
    """Bring the history forward, narrowed to an entry or a person, or whole.

    Once it is closed the window has the keyboard again.
    """
    found = next((each for each in window.findChildren(HistoryDialog) if each.isVisible()), None)
    dialog = found or _opened(context, window)
    if entry_id:
        dialog.show_entry(entry_id)
    elif person_id:
        dialog.show_person(person_id)
    else:
        dialog.show_everything()
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


def _opened(context: ReviewContext, window: QWidget) -> HistoryDialog:
    made = HistoryDialog(context, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.finished.connect(window.activateWindow)
    return made
