"""Saves a finished document where the chair says, and tells it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import choose_save_path


@dataclass(frozen=True, slots=True)
class SavingWords:
    """What is said on the way, in the chair's language. `kinds` are the file dialog's words for each format.

    `saved` holds {name}, the file's.
    """

    making: str
    where: str
    saving: str
    saved: str
    kinds: Mapping[str, str]


def save_document(
    context: ReviewContext,
    page: QWidget,
    make: Callable[[Progress], CheckedFile],
    words: SavingWords,
    saved: Callable[[CheckedFile, Path], object] | None = None,
) -> None:
    """Make it off the screen's thread, ask for its place, and write it; `saved` is called with both."""

    def made(checked: CheckedFile) -> None:
        with context.jobs.asking(QCoreApplication.translate("Saving", "Choose where the document is to be saved")):
            place = choose_save_path(page, words.where, Path.home() / checked.name, words.kinds[checked.format])
        if place is not None:
            context.jobs.run(partial(_save, checked, place), words.saving, partial(told, checked), owner=page)

    def told(checked: CheckedFile, path: Path) -> None:
        context.messages.show_done(words.saved.format(name=path.name))
        if saved:
            saved(checked, path)

    context.jobs.read(make, words.making, made, owner=page)


def _save(checked: CheckedFile, place: Path, progress: Progress) -> Path:
    from dhr_desktop.report import drafts  # noqa: PLC0415 - the renderers that it knows take a moment to load

    del progress
    return drafts.save(checked, place)
