"""Saves a finished document where the chair says, and tells it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.report import drafts
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import choose_save_path

PATTERNS = {"docx": "Word (*.docx)", "pdf": "PDF (*.pdf)"}


def save_document(
    context: ReviewContext,
    page: QWidget,
    make: Callable[[Progress], CheckedFile],
    saved: Callable[[CheckedFile, Path], object] | None = None,
) -> None:
    """Make it off the screen's thread, ask for its place, and write it; `saved` is called with both."""
    tr = partial(QCoreApplication.translate, "Family")

    def made(checked: CheckedFile) -> None:
        suggested = Path.home() / checked.name
        place = choose_save_path(page, tr("Save the document"), suggested, PATTERNS[checked.format])
        if place is None:
            return

        def write(progress: Progress) -> Path:
            del progress
            return drafts.save(checked, place)

        context.jobs.run(write, tr("Saving the document"), partial(told, checked), owner=page)

    def told(checked: CheckedFile, path: Path) -> None:
        context.messages.show_done(tr("“{name}” was saved.").format(name=path.name))
        if saved:
            saved(checked, path)

    context.jobs.read(make, tr("Making the document"), made, owner=page)
