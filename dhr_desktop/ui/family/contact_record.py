"""Saves the log of contacts as a record: of whom the section shows, or of everyone, for Word or as PDF."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import Question, ask
from dhr_desktop.ui.common.document_saving import SavingWords, save_document
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
        make = partial(_draft, self._context.review, form, self._of_whom())
        words = SavingWords(
            self.tr("Making the record"),
            self.tr("Save the record"),
            self.tr("Saving the record"),
            self.tr("“{name}” was saved."),
            {"docx": self.tr("Word document (*.docx)"), "pdf": self.tr("PDF (*.pdf)")},
        )
        save_document(self._context, self._section, make, words)

    def _about_names(self) -> Question:
        return Question(
            self.tr("The record holds real names"),
            self.tr("It says who was contacted and what they said. Keep it as safe as the review itself."),
            self.tr("Make the record"),
            self.tr("Go back"),
        )


def _draft(review: Review, form: str, stakeholder_id: int, progress: Progress) -> CheckedFile:
    from dhr_desktop.report import contact_record  # noqa: PLC0415 - the renderers take a moment to load

    return contact_record.draft(review, form, stakeholder_id, progress)
