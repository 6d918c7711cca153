"""One question beside the list: what it is about, its form, and what can be done with it; or several at once."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.domain.events import Question
from dhr_desktop.timeline.question_matter import Matter
from dhr_desktop.timeline.questions import Standing, standing
from dhr_desktop.ui.common.beginnings import beginning
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, label, link_button
from dhr_desktop.ui.questions.covered import CoveredQuestion
from dhr_desktop.ui.questions.fields import QuestionFields
from dhr_desktop.ui.questions.words import standing_words


class QuestionDetail(QWidget):
    """The form with the words around it. What it asks for is about the question in the form."""

    about_wanted = Signal()
    asked_wanted = Signal()
    close_wanted = Signal()
    entry_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._panel = context, context.panel
        self.title = label("", "heading", wrap=True)
        self.about = label("", wrap=True)
        self.about_words = label("", "hint", wrap=True)
        self.show_about = link_button(self.tr("&Show it"), self.about_wanted.emit)
        self.fields = QuestionFields()
        self.covered = CoveredQuestion(context.panel)
        self.covered.hide()
        self.asked = button(self.tr("&Mark as asked today"), "", self.asked_wanted.emit)
        self.close_it = button("", "", self.close_wanted.emit)
        self.entry = button("", "", self.entry_wanted.emit)
        self.entry.setToolTip(self.tr("The answer as an entry of this agency"))
        self.remove = button(self.tr("Remove th&is question"), "quiet", self.removal_wanted.emit)
        self._build()

    def _build(self) -> None:
        about = QHBoxLayout()
        about.setSpacing(SMALL)
        about.addWidget(self.about, 1)
        about.addWidget(self.show_about, 0, Qt.AlignmentFlag.AlignTop)
        first = FlowLayout(SMALL, SMALL)
        for each in (self.asked, self.close_it, self.entry):
            first.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(self.title)
        column.addLayout(about)
        column.addWidget(self.about_words)
        column.addSpacing(SMALL)
        column.addWidget(self.fields)
        column.addWidget(self.covered)
        column.addLayout(first)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        stops = [self.show_about, *self.fields.stops(), self.asked, self.close_it, self.entry, self.remove]
        for earlier, later in pairwise(stops):
            QWidget.setTabOrder(earlier, later)

    def tell(self, question: Question, matter: Matter) -> None:
        """Say what a question is about, how far it has come, and what can be done now."""
        reached = standing(question)
        if question.id:
            words = self.tr("Question {n}, {standing}")
            self.title.setText(words.format(n=question.id, standing=standing_words(question)))
        else:
            self.title.setText(self.tr("A new question"))
        self.about.setText(self.tr("About: {what}").format(what=self._panel.shown(_lowered(matter.words))))
        self.show_about.setVisible(not matter.is_general)
        said = beginning(matter.entry, self._context) if matter.entry else ""
        self.about_words.setText(said)
        self.about_words.setVisible(bool(said))
        kept = bool(question.id)
        self.asked.setVisible(kept and reached is Standing.TO_ASK)
        self.close_it.setVisible(kept)
        self.close_it.setText(self.tr("O&pen it again") if reached is Standing.CLOSED else self.tr("&Close it"))
        can_answer = bool(question.answer) and not self._panel.on
        self.entry.setVisible(kept and (can_answer or bool(question.answer_entry_id)))
        self.entry.setText(
            self.tr("Show on the &timeline") if question.answer_entry_id else self.tr("Put on the &timeline…")
        )
        self.remove.setText(self.tr("Remove th&is question") if kept else self.tr("G&ive up this question"))
        self.covered.tell(question)
        self.covered.setVisible(self._panel.on)
        self.fields.setVisible(not self._panel.on)


class SeveralQuestions(QWidget):
    """What can be done with several questions at once, each as one step."""

    asked_wanted = Signal()
    close_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "heading", wrap=True)
        self.asked = button(self.tr("&Mark them as asked today"), "", self.asked_wanted.emit)
        self.close_them = button(self.tr("&Close them"), "", self.close_wanted.emit)
        self.reopen = button(self.tr("O&pen them again"), "", self.reopen_wanted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.title)
        for each in (self.asked, self.close_them, self.reopen):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def tell(self, chosen: list[Question]) -> None:
        """Say how many are chosen, and offer what would change any of them."""
        reached = {standing(question) for question in chosen}
        self.title.setText(self.tr("{n} questions are chosen").format(n=f"{len(chosen):,}"))
        self.asked.setEnabled(Standing.TO_ASK in reached)
        self.close_them.setEnabled(reached != {Standing.CLOSED})
        self.reopen.setEnabled(Standing.CLOSED in reached)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
