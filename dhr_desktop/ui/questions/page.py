"""The Questions page: questions to agencies on the left, one of them on the right."""

from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.events import Question
from dhr_desktop.store.journal import Change
from dhr_desktop.timeline.question_matter import Matter
from dhr_desktop.timeline.questions import Standing
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.theme import LARGE, WIDE
from dhr_desktop.ui.common.widgets import EmptyState, PageHeader, button, dress_table, label, scrolled, separator
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.questions.answer_dialog import AnswerDialog
from dhr_desktop.ui.questions.detail import QuestionDetail, SeveralQuestions
from dhr_desktop.ui.questions.filter_bar import QuestionFilters
from dhr_desktop.ui.questions.letter_dialog import LetterDialog
from dhr_desktop.ui.questions.letters import LetterWriter
from dhr_desktop.ui.questions.listing import AGENCY, WORDS, QuestionsModel
from dhr_desktop.ui.questions.reading import Known, Listed, read_matter, read_questions
from dhr_desktop.ui.questions.writing import QuestionWriter

_SHOWN_IN = frozenset({"question", "entry", "event", "agency"})
_AGENCY_WIDTH = 190
_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class QuestionsPage(QWidget):
    """What is typed is saved as everywhere: at each pause, and as a field is left."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review = context.review
        self._known = Known()
        self._matter = Matter()
        self._current = 0
        self._asked = 0
        self._entering = False
        self._raising: Question | None = None
        self._sought = 0
        self.dialog: QDialog | None = None
        self.model = QuestionsModel(self)
        self.table = QTableView()
        self.filters = QuestionFilters()
        self.detail = QuestionDetail()
        self.several = SeveralQuestions()
        self.fields = self.detail.fields
        self.writer = QuestionWriter(context, self)
        self.letters = LetterWriter(context, self)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Questions"))
        self.setFocusProxy(self.table)
        self.letter = button(self.tr("&Letter…"), "", self.ask_for_letter)
        self.header.add(self.letter)
        self.header.add(button(self.tr("&New question"), "primary", self.begin_blank))
        self.empty = EmptyState(
            self._context.theme,
            "questions",
            self.tr("No question has been raised yet"),
            self.tr(
                "A question may be about an entry, an event, a gap in the records, or an agency's part as a whole."
                " Those that are open can be put to an agency in a letter, and its answers put on the timeline."
            ),
            button(self.tr("Ask the f&irst question"), "primary", self.begin_blank),
        )
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(separator())
        column.addWidget(self.table, 1)
        self._right = QStackedWidget()
        self._right.setMinimumWidth(self._context.theme.scaled(380))
        self._one = scrolled(self.detail)
        self._none = self._nothing()
        for each in (self._one, self.several, self._none):
            self._right.addWidget(each)
        self._work = QSplitter(Qt.Orientation.Horizontal)
        self._work.addWidget(left)
        self._work.addWidget(self._right)
        self._work.setChildrenCollapsible(False)
        self._work.setStretchFactor(0, 1)
        self._work.setSizes([self._context.theme.scaled(720), self._context.theme.scaled(480)])
        self._stack = QStackedWidget()
        self._stack.addWidget(self._work)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(separator())
        outer.addWidget(self._stack, 1)
        self._dress_table()

    def _nothing(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        column.addWidget(label(self.tr("None of the questions fits what is asked for above."), "hint", wrap=True))
        column.addWidget(button(self.tr("&Show all of them"), "", self.filters.show_all), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return made

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Questions to agencies"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(AGENCY, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(AGENCY, self._context.theme.scaled(_AGENCY_WIDTH))

    def _connect(self) -> None:
        self.filters.changed.connect(self._show_list)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.table.activated.connect(self._edit)
        self.fields.committed.connect(self._on_committed)
        self.fields.left.connect(self._leave_form)
        self.detail.about_wanted.connect(self._show_about)
        self.detail.asked_wanted.connect(self.mark_asked)
        self.detail.close_wanted.connect(self.close_or_reopen)
        self.detail.entry_wanted.connect(self.put_answer_on_timeline)
        self.detail.removal_wanted.connect(self._remove)
        self.several.asked_wanted.connect(self.mark_asked)
        self.several.close_wanted.connect(self._close_several)
        self.several.reopen_wanted.connect(self._reopen_several)
        self.writer.raised.connect(self._raised)
        self.writer.answered.connect(self._say_answered)
        self.writer.refused.connect(self._say_refused)
        self.writer.settled.connect(self.refresh)
        self.letters.saved.connect(self._say_saved)
        self._context.notices.changed.connect(self._on_change)
        for action_id, asked in (
            ("questions.new", self.begin_blank),
            ("questions.find", self.filters.search.setFocus),
            ("questions.letter", self.ask_for_letter),
            ("questions.asked", self.mark_asked),
            ("questions.close", self.close_or_reopen),
        ):
            Actions.on_page(self, action_id, asked)

    # Ways to the page.

    def take_keyboard(self) -> None:
        """Have the keyboard in the form of a new question, in the list, or on the way to a first one."""
        if self._entering:
            self.fields.editor("words").setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._stack.currentWidget() is self.empty:
            self.empty.focusNextChild()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_question(self, question: Question) -> None:
        """Show a question that is there, or with id 0 begin one with what is known of it."""
        if question.id:
            self.fields.commit()
            self._entering = False
            self._current = question.id
            self._sought = question.id
            self.refresh()
        else:
            self.begin(question)

    def begin_blank(self) -> None:
        """Begin a question that is about nothing in particular, to the agency that the list is narrowed to."""
        self.begin(Question(0, self.filters.agency.currentData() or 0, ""))

    def begin(self, question: Question) -> None:
        """Begin a new question. It is in the review once it has words and an agency, and the form is left."""
        self.fields.commit()
        self._warn_of_loss()
        self._entering, self._current, self._raising = True, 0, None
        self._stack.setCurrentWidget(self._work)
        self._right.setCurrentWidget(self._one)
        self.table.clearSelection()
        self.table.setCurrentIndex(QModelIndex())
        self.fields.offer(self._known.agencies)
        self.fields.begin(question)
        review = self._review

        def work(progress: Progress) -> Matter:
            del progress
            return read_matter(review, question)

        self._tell_new(Matter())
        self._context.jobs.read(work, self.tr("Reading what it is about"), self._tell_new, owner=self)

    def _tell_new(self, matter: Matter) -> None:
        if self._entering:
            self._matter = matter
            self.detail.tell(self.fields.question, matter)

    # What is done with questions.

    def mark_asked(self) -> None:
        """Those chosen were asked today."""
        self.fields.commit()
        self.writer.mark_asked([one.question.id for one in self._chosen() if one.standing is Standing.TO_ASK])

    def close_or_reopen(self) -> None:
        """Close those chosen; where all of them are closed, open them again."""
        self.fields.commit()
        chosen = self._chosen()
        if all(one.standing is Standing.CLOSED for one in chosen):
            self._reopen_several()
        else:
            self._close_several()

    def _close_several(self) -> None:
        self.writer.close([one.question.id for one in self._chosen()])

    def _reopen_several(self) -> None:
        self.writer.reopen([one.question.id for one in self._chosen()])

    def _remove(self) -> None:
        if self._current:
            self.writer.remove(self._current)
            self._say_done(self.tr("The question was removed."))

    def put_answer_on_timeline(self) -> None:
        """Ask what the entry is to say; where the answer is on the timeline already, show it there."""
        self.fields.commit()
        question, listed = self.fields.question, self._known.by_id(self._current)
        if listed is None:
            return
        if listed.question.answer_entry_id:
            self._context.ways.entries_wanted.emit([listed.question.answer_entry_id])
            return
        dialog = AnswerDialog(question, listed.agency, listed.matter, self)
        dialog.accepted.connect(lambda: self.writer.answer_as_entry(question.id, dialog.entry))
        self._open(dialog)

    def ask_for_letter(self) -> None:
        """Ask to whom a letter goes; it is then written, shown with the names in it, and saved."""
        self.fields.commit()
        open_ones = [one for one in self._known.listed if one.standing in (Standing.TO_ASK, Standing.ASKED)]
        if not open_ones:
            self._context.messages.show_note(self.tr("No question is waiting for an answer, so there is no letter."))
            return
        shown = self._known.by_id(self._current)
        dialog = LetterDialog(open_ones, shown.question.agency_id if shown else 0, self)
        dialog.accepted.connect(lambda: self.letters.write(dialog.letters, marks=dialog.marks))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(partial(self._closed, dialog))
        dialog.open()

    def _closed(self, dialog: QDialog, _result: int) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _show_about(self) -> None:
        ways, matter = self._context.ways, self._matter
        if matter.entry is not None:
            ways.entries_wanted.emit([matter.entry.id])
        elif matter.event is not None:
            ways.event_wanted.emit(matter.event.id)
        elif matter.gap is not None:
            first, last = matter.gap
            ways.days_wanted.emit(first.isoformat(), last.isoformat(), self.fields.question.agency_id)

    # Typing.

    def _on_committed(self, after: Question, before: Question) -> None:
        if before.id:
            self.writer.save(after, before, self.fields.sitting)
        else:
            self._raising = after
            self.writer.raise_question(after, self.fields.sitting)

    def _raised(self, asked: Question, stored: Question) -> None:
        if self._entering and asked is self._raising:
            self._entering, self._raising, self._current = False, None, stored.id
            self.fields.take_in(stored)

    def _leave_form(self) -> None:
        if self._entering:
            self._entering = False
            self._show_list()
        self.take_keyboard()

    def _warn_of_loss(self) -> None:
        if self._entering and self._raising is None and "words" in self.fields.unsaved():
            words = self.tr("The question you had begun was not kept, for it was to no agency.")
            self._context.messages.show_note(words)

    def _edit(self) -> None:
        self.fields.editor("words").setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing.

    def refresh(self) -> None:
        """Read the questions anew; only the last asked for is shown, and none while something is being written."""
        self._asked += 1
        asked, review = self._asked, self._review

        def work(progress: Progress) -> tuple[int, Known]:
            del progress
            return asked, read_questions(review)

        self._context.jobs.read(work, self.tr("Reading the questions"), self._read, owner=self)

    def _read(self, answer: tuple[int, Known]) -> None:
        asked, known = answer
        if asked != self._asked or self.writer.busy:
            return
        self._known = known
        self.filters.offer(known)
        self.fields.offer(known.agencies)
        self.header.say(self._said_of(known))
        self.letter.setEnabled(any(one.standing in (Standing.TO_ASK, Standing.ASKED) for one in known.listed))
        here = self.isVisible() and self.isAncestorOf(self.window().focusWidget() or self.window())
        before = self._stack.currentWidget()
        self._stack.setCurrentWidget(self._work if known.listed or self._entering else self.empty)
        if self._sought and known.by_id(self._sought) and not self.filters.narrowed([*self._of(self._sought)]):
            self.filters.show_all()
        self._show_list()
        if here and self._stack.currentWidget() is not before:
            self.take_keyboard()

    def _of(self, question_id: int) -> list[Listed]:
        found = self._known.by_id(question_id)
        return [found] if found else []

    def _said_of(self, known: Known) -> str:
        if not known.listed:
            return ""
        reached = [one.standing for one in known.listed]
        words = self.tr("{open}: {to_ask} to be asked, {asked} asked, {answered} answered and to be closed.")
        return words.format(
            open=counted(
                len(reached) - reached.count(Standing.CLOSED),
                self.tr("{n} question is open"),
                self.tr("{n} questions are open"),
            ),
            to_ask=reached.count(Standing.TO_ASK),
            asked=reached.count(Standing.ASKED),
            answered=reached.count(Standing.ANSWERED),
        )

    def _show_list(self) -> None:
        kept = {one.question.id for one in self._selected()} if not self._sought else {self._sought}
        row = self.table.currentIndex().row()
        self._sought = 0
        self.model.put(self.filters.narrowed(self._known.listed))
        if self._entering:
            return  # someone is typing a new one, which stays in the form
        rows = [found for question_id in kept if (found := self.model.row_of(question_id)) >= 0]
        current = self._known.by_id(self._current)
        if not rows and self.model.row_of(self._current) >= 0:
            rows = [self.model.row_of(self._current)]
        if rows:
            self._select(rows)
        elif current is not None and self.model.rows:
            self._show(current)  # though it fits the filter no longer, as one that has just been closed
        elif self.model.rows:
            self._select([min(max(row, 0), len(self.model.rows) - 1)])
        else:
            self._current = 0
            self._right.setCurrentWidget(self._none)

    def _select(self, rows: list[int]) -> None:
        selection = QItemSelection()
        last = len(self.model.headings()) - 1
        for row in rows:
            selection.select(self.model.index(row, 0), self.model.index(row, last))
        chooser = self.table.selectionModel()
        chooser.setCurrentIndex(self.model.index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        chooser.select(selection, _ROWS)
        self.table.scrollTo(self.model.index(rows[0], 0))

    def _selected(self) -> list[Listed]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [one for row in rows if (one := self.model.listed(row))]

    def _chosen(self) -> list[Listed]:
        """Those selected in the list, or the one in the form."""
        selected = self._selected()
        return selected if len(selected) > 1 else self._of(self._current)

    def _on_selection(self) -> None:
        selected = self._selected()
        if len(selected) > 1:
            self.several.tell([one.question for one in selected])
            self._right.setCurrentWidget(self.several)
        elif selected:
            self._show(selected[0])

    def _show(self, listed: Listed) -> None:
        self._warn_of_loss()
        self._entering = False
        self._current, self._matter = listed.question.id, listed.matter
        self.fields.show_question(listed.question)
        self.detail.tell(listed.question, listed.matter)
        self._right.setCurrentWidget(self._one)

    # Hearing of changes.

    def _say_done(self, words: str) -> None:
        undo = self._context.actions["review.undo"].trigger
        self._context.messages.show_done(words, self.tr("Undo"), undo)

    def _say_answered(self, entry_id: int) -> None:
        def show() -> None:
            self._context.ways.entries_wanted.emit([entry_id])

        self._context.messages.show_done(self.tr("The answer stands on the timeline."), self.tr("Show it"), show)

    def _say_saved(self, written: list[str], marked: bool) -> None:
        names = ", ".join(f"“{name}”" for name in written)
        said = counted(len(written), self.tr("{n} letter was saved: "), self.tr("{n} letters were saved: ")) + names
        if marked:
            self._say_done(f"{said}. " + self.tr("Its questions are noted as asked today."))
        else:
            self._context.messages.show_done(said)

    def _say_refused(self, error: UserError) -> None:
        self._raising = None
        self.fields.unsave()
        self._context.messages.show_error(error)

    def _on_change(self, change: Change) -> None:
        if change.tables & _SHOWN_IN and not self.writer.busy:
            self.refresh()
