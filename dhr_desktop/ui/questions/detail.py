"""One question beside the list: what it is about, its form, and what can be done with it; or several at once."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.base.clock import today
from dhr_desktop.domain.dates import in_british_words, of_day, parse
from dhr_desktop.domain.events import Question
from dhr_desktop.timeline.question_days import askings_in_words, due_on
from dhr_desktop.timeline.question_matter import Matter
from dhr_desktop.timeline.questions import Standing, standing
from dhr_desktop.ui.common.beginnings import beginning
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, label, link_button
from dhr_desktop.ui.questions.covered import CoveredQuestion
from dhr_desktop.ui.questions.fields import QuestionFields
from dhr_desktop.ui.questions.seeing import told, veils
from dhr_desktop.ui.questions.words import standing_words


class QuestionDetail(QWidget):
    """The form with the words around it. What it asks for is about the question in the form."""

    about_wanted = Signal()
    asked_wanted = Signal()
    close_wanted = Signal()
    entry_wanted = Signal()
    removal_wanted = Signal()
    lift_wanted = Signal()
    """Its words are asked for, which are veiled."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._panel = context, context.panel
        self.title = label("", "heading", wrap=True)
        self.about = label("", wrap=True)
        self.about_words = label("", "hint", wrap=True)
        self.askings = label("", "hint", wrap=True)
        self.show_about = link_button(self.tr("&Show it"), self.about_wanted.emit)
        self.fields = QuestionFields()
        self.covered = CoveredQuestion(context.panel)
        self.covered.hide()
        self.lift = link_button(self.tr("Show its words (F5)"), self.lift_wanted.emit)
        self.lift.hide()
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
        column.addWidget(self.askings)
        column.addLayout(about)
        column.addWidget(self.about_words)
        column.addSpacing(SMALL)
        column.addWidget(self.fields)
        column.addWidget(self.covered)
        column.addWidget(self.lift, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(first)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        stops = [self.show_about, *self.fields.stops(), self.lift, self.asked, self.close_it, self.entry, self.remove]
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
        about = self._context.words(_lowered(matter.words))
        self.about.setText(self.tr("About: {what}").format(what=about))
        self.show_about.setVisible(not matter.is_general)
        # A question that is only begun stays in sight: it is what the chair is writing.
        veiled = bool(question.id) and veils(self._context, matter)
        self.show_about.setText(self.tr("&Show its history") if matter.gone else self.tr("&Show it"))
        record = matter.entry or matter.gone
        said = beginning(record, self._context) if record else ""
        self._say_askings(question)
        self.about_words.setText(said)
        self.about_words.setVisible(bool(said))
        kept = bool(question.id)
        last = question.askings[-1].on if question.askings else ""
        self.asked.setVisible(kept and reached in (Standing.TO_ASK, Standing.ASKED) and last != today().isoformat())
        again = self.tr("&Mark as asked again today")
        self.asked.setText(again if reached is Standing.ASKED else self.tr("&Mark as asked today"))
        self.close_it.setVisible(kept)
        self.close_it.setText(self.tr("O&pen it again") if reached is Standing.CLOSED else self.tr("&Close it"))
        can_answer = bool(question.answer) and not (self._panel.on or veiled)
        self.entry.setVisible(kept and (can_answer or bool(question.answer_entry_id)))
        self.entry.setText(
            self.tr("Show on the &timeline") if question.answer_entry_id else self.tr("Put on the &timeline…")
        )
        self.remove.setText(self.tr("Remove th&is question") if kept else self.tr("G&ive up this question"))
        self.covered.tell(question, partial(told, self._context, matter=matter) if veiled else str)
        self.covered.setVisible(self._panel.on or veiled)
        self.fields.setVisible(not (self._panel.on or veiled))
        self.lift.setVisible(veiled)

    def _say_askings(self, question: Question) -> None:
        """Every time it was asked, and until when a reply is wanted, where that is more than the form shows."""
        due = due_on(question)
        parts = [askings_in_words(question) if question.asked_again else ""]
        if due is not None:
            named, usual = self.tr("A reply was asked for by {day}."), self.tr("Six weeks for the reply end on {day}.")
            day = parse(question.reply_by) if question.reply_by else of_day(due)
            parts.append((named if question.reply_by else usual).format(day=in_british_words(day)))
        self.askings.setText(self._panel.shown(" ".join(part for part in parts if part)))
        self.askings.setVisible(bool(self.askings.text()))


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
        self.asked.setEnabled(bool(reached & {Standing.TO_ASK, Standing.ASKED}))
        self.close_them.setEnabled(reached != {Standing.CLOSED})
        self.reopen.setEnabled(Standing.CLOSED in reached)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
