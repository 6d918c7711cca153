"""The Questions page: questions to agencies on the left, one of them on the right."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.events import Question
from dhr_desktop.store.journal import Change
from dhr_desktop.timeline.question_matter import Matter
from dhr_desktop.timeline.questions import Standing
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.questions.answering import Answering
from dhr_desktop.ui.questions.begun import about_words, last_begun, place_of
from dhr_desktop.ui.questions.layout import QuestionsLayout
from dhr_desktop.ui.questions.letters import LetterWriter
from dhr_desktop.ui.questions.reading import Known, Listed, read_matter, read_questions
from dhr_desktop.ui.questions.seeing import told_of, veils
from dhr_desktop.ui.questions.words import open_words
from dhr_desktop.ui.questions.writing import QuestionWriter

_SHOWN_IN = frozenset({"question", "entry", "event", "agency"})


class QuestionsPage(QuestionsLayout):
    """What is typed is saved as everywhere: at each pause, and as a field is left.

    In panel view questions are read, asked and closed; none is written, for what is written may hold names.
    """

    covers_names = True

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._context = context
        self._review = context.review
        self._known = Known()
        self._matter = Matter()
        self._current = 0
        self._sought = 0
        self._entering = False
        self._raising: Question | None = None
        self._asked = 0
        self._stale = False
        self.fields = self.detail.fields
        self.writer = QuestionWriter(context, self)
        self.letters = LetterWriter(context, self)
        self.answering = Answering(context, self.writer, self)
        self._connect()
        self._offer_writing()
        self.fields.keeps_in(context.drafts)
        if last_begun(context.drafts) is not None and not context.panel.on:
            self.begin_blank()
        self.refresh()

    def _connect(self) -> None:
        self.filters.changed.connect(self._show_list)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.table.activated.connect(self._edit)
        self.fields.committed.connect(self._on_committed)
        self.fields.left.connect(self._leave_form)
        self.fields.left_unread.connect(self._say_unread)
        self.letter.clicked.connect(self.ask_for_letter)
        for begins in (self.new, self.first):
            begins.clicked.connect(self.begin_blank)
        self.detail.about_wanted.connect(self._show_about)
        self.detail.entry_wanted.connect(self.put_answer_on_timeline)
        self.detail.lift_wanted.connect(self._lift)
        self.detail.removal_wanted.connect(self._remove)
        for wanted, answer in (
            (self.detail.asked_wanted, self.mark_asked),
            (self.detail.close_wanted, self.close_or_reopen),
            (self.several.asked_wanted, self.mark_asked),
            (self.several.close_wanted, self._close),
            (self.several.reopen_wanted, self._reopen),
        ):
            wanted.connect(answer)
        self.writer.raised.connect(self._raised)
        self.writer.refused.connect(self._say_refused)
        self.writer.settled.connect(self.refresh)
        self._context.notices.changed.connect(self._on_change)
        for covering in (self._context.panel.changed, self._context.veil.changed):
            covering.connect(self._on_covering)
        for action_id, asked in (
            ("questions.new", self.begin_blank),
            ("questions.find", self.filters.search.setFocus),
            ("questions.letter", self.ask_for_letter),
            ("questions.asked", self.mark_asked),
            ("questions.lift", self._lift),
            ("questions.close", self.close_or_reopen),
        ):
            Actions.on_page(self, action_id, asked)

    # Ways to the page.

    def take_keyboard(self) -> None:
        """Have the keyboard in the form of a new question, in the list, or on the way to a first one."""
        if self._entering:
            self._edit()
        else:
            super().take_keyboard()

    def show_question(self, question: Question) -> None:
        """Show a question that is there, or with id 0 begin one with what is known of it."""
        if not question.id:
            self.begin(question)
            return
        self.fields.commit()
        self._put_begun_by()
        self._entering, self._current, self._sought = False, question.id, question.id
        self.refresh()

    def place(self) -> tuple[int, str]:
        """The question in the form, where it is in the review."""
        return self._current, ""

    def go_back_to(self, place: tuple[int, str]) -> None:
        """Have that question in the form again, once the questions have been read."""
        if place[0] and not self._entering:
            self._current = self._sought = place[0]
            self.refresh()

    def begin_blank(self) -> None:
        """Begin a question about nothing in particular, to the agency that the list is narrowed to.

        One that was begun before, and is not in the review yet, is gone on with.
        """
        if self._words_begun:
            self._edit()
            return
        begun = last_begun(self._context.drafts)
        self.begin(begun or Question(0, self.filters.agency.currentData() or 0, ""))

    def begin(self, question: Question) -> None:
        """Begin a new question. It is in the review once it has words and an agency, and the form is left."""
        if self._context.panel.on:
            words = self.tr("No question is written in panel view. Leave it, and ask again.")
            self._context.messages.show_note(words)
            return
        self.fields.commit()
        self._put_begun_by()
        self._entering, self._current, self._raising = True, 0, None
        self.show_work(shown=True)
        self.show_one()
        self.table.choose_none()
        self._offer()
        self.fields.begin(question)
        self._tell_new(Matter())
        review = self._review

        def work(progress: Progress) -> Matter:
            del progress
            return read_matter(review, question)

        self._context.jobs.read(work, self.tr("Reading what it is about"), self._tell_new, owner=self)

    def _tell_new(self, matter: Matter) -> None:
        if self._entering:
            self._matter = matter
            self.detail.tell(self.fields.question, matter)

    # What is done with questions.

    def mark_asked(self) -> None:
        """Those chosen that wait for an answer were asked today, be it for the first time or again."""
        self.fields.commit()
        waiting = (Standing.TO_ASK, Standing.ASKED)
        self.writer.mark_asked([one.question.id for one in self._chosen() if one.standing in waiting])

    def close_or_reopen(self) -> None:
        """Close those chosen; where all of them are closed, open them again."""
        self.fields.commit()
        closed = all(one.standing is Standing.CLOSED for one in self._chosen())
        (self._reopen if closed else self._close)()

    def _close(self) -> None:
        self.writer.close([one.question.id for one in self._chosen()])

    def _reopen(self) -> None:
        self.writer.reopen([one.question.id for one in self._chosen()])

    def _remove(self) -> None:
        if self._entering and self._raising is None:
            self._give_up()
        elif self._current:
            self.writer.remove(self._current)
            undo = self._context.actions["review.undo"].trigger
            self._context.messages.show_done(self.tr("The question was removed."), self.tr("Undo"), undo)

    def put_answer_on_timeline(self) -> None:
        """Ask what the entry is to say; where the answer is on the timeline already, show it there."""
        self.fields.commit()
        listed = self._known.by_id(self._current)
        closed = self._context.panel.on or veils(self._context, self._matter)
        if listed is not None and (listed.question.answer_entry_id or not closed):
            self.answering.go_on(self.fields.question, listed)

    def ask_for_letter(self) -> None:
        """Ask to whom a letter goes; it is then written, shown with the names in it, and saved."""
        if self._context.panel.on:
            self._context.messages.show_note(self.tr("No letter is written in panel view. Leave it, and ask again."))
            return
        self.fields.commit()
        shown = self._known.by_id(self._current)
        self.letters.ask(self._known.waiting, shown.question.agency_id if shown else 0)

    def _show_about(self) -> None:
        ways, matter = self._context.ways, self._matter
        if matter.entry is not None:
            ways.entries_wanted.emit([matter.entry.id])
        elif matter.event is not None:
            ways.event_wanted.emit(matter.event.id)
        elif matter.gone is not None:
            ways.history_wanted.emit(matter.gone.id)
        elif matter.gap is not None:
            first, last = matter.gap
            ways.days_wanted.emit(first.isoformat(), last.isoformat(), self.fields.question.agency_id)

    # Typing.

    def _on_committed(self, after: Question, before: Question) -> None:
        if before.id:
            refused = partial(self.fields.keep_refused, after, before)
            self.writer.save(after, before, self.fields.sitting, refused)
        else:
            self._raising = after
            refused = partial(self.fields.keep_refused, after, before)
            self.writer.raise_question(after, self.fields.sitting, refused)

    def _raised(self, asked: Question, stored: Question) -> None:
        if self._entering and asked is self._raising:
            self._entering, self._raising, self._current = False, None, stored.id
            self._lift()  # who has just written it goes on writing it
            self.fields.take_in(stored)

    def _leave_form(self) -> None:
        """Escape: a question that was only begun is put by; what was offered and not touched is given up."""
        if self._entering and self._raising is None:
            if self.fields.put_by():
                words = self.tr("The question you had begun is kept. “New question” goes on with it.")
                self._context.messages.show_note(words)
            self._end_entering()
        super().take_keyboard()

    def _end_entering(self) -> None:
        self._entering = False
        self.show_work(shown=bool(self._known.listed))
        self._show_list()

    def _give_up(self) -> None:
        """Discard a question that was only begun, on purpose; for a while it can be brought back."""
        begun = self.fields.as_typed()
        typed = {name: self.fields.editor(name).text() for name in self.fields.unsaved()}
        self.fields.discard()
        self.fields.rest()
        self._end_entering()
        super().take_keyboard()

        def bring_back() -> None:
            self._context.drafts.keep(place_of(begun), {**about_words(begun), **typed})
            self.begin(replace(begun, words=""))

        if any(text.strip() for text in typed.values()):
            said = self.tr("The question you had begun was given up.")
            self._context.messages.show_note(said, self.tr("Undo"), bring_back)

    @property
    def _words_begun(self) -> bool:
        """Whether words of a new question stand in the form and nowhere else."""
        return self._entering and self._raising is None and "words" in self.fields.unsaved()

    def _put_begun_by(self) -> None:
        """A question that has no agency cannot come into the review; it stays a draft, so that no word is lost."""
        if self._words_begun:
            words = self.tr("The question you had begun is to no agency yet. “New question” goes on with it.")
            self._context.messages.show_note(words)

    def _lift(self) -> None:
        self._context.veil.lift(*(entry.id for entry in told_of(self._matter)))

    def _edit(self) -> None:
        if self._context.panel.on or (self._current and veils(self._context, self._matter)):
            return
        self.fields.editor("words").setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing.

    def refresh(self) -> None:
        """Read the questions anew; only the last asked for is shown, and none while something is being written."""
        self._asked += 1
        self._stale = False
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
        self._offer()
        late = sum(one.late for one in known.listed)
        self.header.say(open_words([one.standing for one in known.listed], late))
        self.letter.setEnabled(bool(known.waiting))
        self.show_work(shown=bool(known.listed) or self._entering)
        sought = known.by_id(self._sought)
        if sought is not None and not self.filters.narrowed([sought]):
            self.filters.show_all()
        self._show_list()

    def _offer_writing(self) -> None:
        for each in (self.new, self.letter, self.first):
            each.setVisible(not self._context.panel.on)

    def _offer(self) -> None:
        self.filters.offer(self._known)
        self.fields.offer(self._context.panel.agencies(self._known.agencies))

    def _show_list(self) -> None:
        row = self.table.currentIndex().row()
        kept = [self._sought] if self._sought else [one.question.id for one in self.table.chosen()]
        self._sought = 0
        self.table.set_heights()
        self.model.put(self.filters.narrowed(self._known.listed))
        if self._entering:
            return  # someone is typing a new one, which stays in the form
        rows = [there for each in (kept or [self._current]) if (there := self.model.row_of(each)) >= 0]
        current = self._known.by_id(self._current)
        if rows:
            self.table.choose(rows)
        elif current is not None and self.model.rows:
            self._show(current)  # though it fits the filter no longer, as one that has just been closed
        elif self.model.rows:
            self.table.choose([min(max(row, 0), len(self.model.rows) - 1)])
        else:
            self._current = 0
            self.show_none()

    def _chosen(self) -> list[Listed]:
        """Those chosen in the list, or the one in the form."""
        several, one = self.table.chosen(), self._known.by_id(self._current)
        if len(several) > 1:
            return several
        return [one] if one is not None else []

    def _on_selection(self) -> None:
        chosen = self.table.chosen()
        if len(chosen) > 1:
            self.several.tell([one.question for one in chosen])
            self.show_several()
        elif chosen:
            self._show(chosen[0])

    def _show(self, listed: Listed) -> None:
        self._put_begun_by()
        self._entering = False
        self._current, self._matter = listed.question.id, listed.matter
        if self.isVisible():  # elsewhere the chair may have asked for something else
            self._context.veil.choose(*(entry.id for entry in told_of(listed.matter)))
        self.fields.show_question(listed.question)
        self.detail.tell(listed.question, listed.matter)
        self.show_one()

    # Hearing of changes.

    def _on_covering(self) -> None:
        """Show every word anew as it may be seen, after what was being typed has been kept."""
        self._offer_writing()
        self.fields.commit()
        self._context.panel.hides_typed(self.filters.search)
        if self._entering and self._context.panel.on:
            self._put_begun_by()
            self._entering = self._raising is not None
        self._offer()
        self._show_list()
        shown = self._known.by_id(self._current)
        if shown is not None:
            self._show(shown)

    def _say_unread(self, typed: str) -> None:
        words = self.tr("“{typed}” was not understood as a day. It is kept with its question, not in the review.")
        self._context.messages.show_note(words.format(typed=typed))

    def _say_refused(self, error: UserError) -> None:
        self._raising = None
        stored = self._known.by_id(self._current)
        self.fields.unsave(stored.question if stored else self.fields.record)
        self._context.messages.show_error(error)

    def _on_change(self, change: Change) -> None:
        if not change.tables & _SHOWN_IN or self.writer.busy:
            return  # what is being written is read when it is on disk
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with what has changed while the page was not seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
