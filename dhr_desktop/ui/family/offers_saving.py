"""Saves what was offered to everyone as a document: in real names or under pseudonyms, for Word or as PDF."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.checked import CheckedFile
from dhr_desktop.domain.editions import CONFIDENTIAL, PANEL, Edition
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.document_saving import save_document
from dhr_desktop.ui.common.widgets import button
from dhr_desktop.ui.family.saving import saving_words


class OffersSaver(QObject):
    """A button with a line for each edition and format. In panel view there is no line for real names."""

    def __init__(self, context: ReviewContext, section: QWidget) -> None:
        super().__init__(section)
        self._context, self._section = context, section
        self.button = button(self.tr("Save as a document"))
        menu = QMenu(self.button)
        self.panel_word = menu.addAction(self.tr("Under pseudonyms, for &Word…"), partial(self.save, PANEL, "docx"))
        self.panel_pdf = menu.addAction(self.tr("Under pseudonyms, as &PDF…"), partial(self.save, PANEL, "pdf"))
        menu.addSeparator()
        self.real_word = menu.addAction(self.tr("In &real names, for Word…"), partial(self.save, CONFIDENTIAL, "docx"))
        self.real_pdf = menu.addAction(self.tr("In real &names, as PDF…"), partial(self.save, CONFIDENTIAL, "pdf"))
        self.button.setMenu(menu)
        context.panel.changed.connect(self._cover)
        self._cover()

    def save(self, edition: Edition, form: str) -> None:
        """Make the document and save it where the chair says; with real names not in panel view."""
        if edition is CONFIDENTIAL and self._context.panel.refuses(self._context.messages):
            return
        save_document(
            self._context, self._section, partial(_draft, self._context.review, edition, form), saving_words()
        )

    def _cover(self) -> None:
        for each in (self.real_word, self.real_pdf):
            each.setVisible(not self._context.panel.on)


def _draft(review: Review, edition: Edition, form: str, progress: Progress) -> CheckedFile:
    from dhr_desktop.report import offers_record  # noqa: PLC0415 - the renderers take a moment to load

    return offers_record.draft(review, edition, form, progress)
