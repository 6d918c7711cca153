"""Saves the log of contacts as a record: of whom the section shows, or of everyone, for Word or as PDF."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import Question, ask, choose_save_path
from dhr_desktop.ui.common.widgets import button


class RecordSaver(QObject):
    """A button with the two formats; `of_whom` says of which stakeholder it is, 0 for everyone.

    The file holds real names, so that is said before it is made.
    """

    def __init__(self, context: ReviewContext, section: QWidget, of_whom: Callable[[], int]) -> None:
        super().__init__(section)
        self._context, self._section, self._of_whom = context, section, of_whom
        self.button = button(self.tr("Save the record"))
        menu = QMenu(self.button)
        self.word = menu.addAction(self.tr("For &Word…"), partial(self.save, "docx"))
        self.pdf = menu.addAction(self.tr("As &PDF…"), partial(self.save, "pdf"))
        self.button.setMenu(menu)

    def save(self, form: str) -> None:
        """Make the record and save it where the chair says; not in panel view."""
        if self._context.panel.refuses(self._context.messages) or not ask(self._about_names(), self._section):
            return
        work = partial(_draft, self._context.review, form, self._of_whom())
        self._context.jobs.read(work, self.tr("Making the record"), self._made, owner=self._section)

    def _about_names(self) -> Question:
        return Question(
            self.tr("The record holds real names"),
            self.tr("It says who was contacted and what they said. Keep it as safe as the review itself."),
            self.tr("Make the record"),
            self.tr("Go back"),
        )

    def _made(self, checked: CheckedFile) -> None:
        pattern = self.tr("Word document (*.docx)") if checked.format == "docx" else self.tr("PDF (*.pdf)")
        place = choose_save_path(self._section, self.tr("Save the record"), Path.home() / checked.name, pattern)
        if place is not None:
            work = partial(_save, checked, place)
            self._context.jobs.run(work, self.tr("Saving the record"), self._saved, owner=self._section)

    def _saved(self, place: Path) -> None:
        self._context.messages.show_done(self.tr("“{name}” was saved.").format(name=place.name))


def _draft(review: Review, form: str, stakeholder_id: int, progress: Progress) -> CheckedFile:
    from dhr_desktop.report import contact_record  # noqa: PLC0415 - the renderers take a moment to load

    return contact_record.draft(review, form, stakeholder_id, progress)


def _save(checked: CheckedFile, place: Path, progress: Progress) -> Path:
    from dhr_desktop.report import drafts  # noqa: PLC0415 - as above

    del progress
    return drafts.save(checked, place)
