"""How an entry begins, where it is shown beside something else."""

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.entries import Entry
from dhr_desktop.ui.common.context import ReviewContext

_LONGEST = 320


def beginning(entry: Entry, context: ReviewContext) -> str:
    """The first words of an entry as they may be seen now; of what is veiled only that it is, and where it is shown."""
    if context.veil.veils(entry):
        words = "Marked as distressing; the timeline shows it when it is asked to."
        return QCoreApplication.translate("beginnings", words)
    text = " ".join(context.shown(entry).text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
