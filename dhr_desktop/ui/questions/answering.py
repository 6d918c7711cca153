"""Puts an answer on the timeline: asks what the entry is to say, has it written, and leads to it."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dhr_desktop.domain.events import Question
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.kept_words import KeptWords
from dhr_desktop.ui.questions.answer_dialog import AnswerDialog
from dhr_desktop.ui.questions.begun import answer_place
from dhr_desktop.ui.questions.reading import Listed
from dhr_desktop.ui.questions.writing import QuestionWriter


class Answering(QObject):
    """The dialog and what follows from it."""

    def __init__(self, context: ReviewContext, writer: QuestionWriter, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._writer, self._page = context, writer, page
        self.dialog: AnswerDialog | None = None
        writer.answered.connect(self._say)

    def go_on(self, question: Question, listed: Listed) -> None:
        """Show the entry that was made of the answer, or ask what it is to say. `question` is as it was typed."""
        if listed.question.answer_entry_id:
            self._show(listed.question.answer_entry_id)
            return
        self.dialog = dialog = AnswerDialog(question, listed.agency, listed.matter, self._page)
        drafts, place = self._context.drafts, answer_place(question.id)
        kept = KeptWords(drafts, place, dialog.editors(), dialog)

        def take() -> None:
            kept.keep()
            kept.end()
            words = drafts.of(place)
            self._writer.answer_as_entry(question.id, dialog.entry, lambda: drafts.keep(place, words))

        dialog.accepted.connect(take)
        dialog.rejected.connect(kept.keep)  # Escape alone gives nothing up
        dialog.box.rejected.connect(lambda: kept.end(given_up=True))
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _say(self, entry_id: int) -> None:
        words = self.tr("The answer stands on the timeline.")
        self._context.messages.show_done(words, self.tr("Show it"), partial(self._show, entry_id))

    def _show(self, entry_id: int) -> None:
        self._context.ways.entries_wanted.emit([entry_id])
