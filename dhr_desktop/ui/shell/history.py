"""The history of a review: everything that was done, by day, beside the work; and the way back from each of it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.store import imports
from dhr_desktop.store.journal import TakenBack
from dhr_desktop.timeline import restoring
from dhr_desktop.timeline.history import ALL, Line, Wanted
from dhr_desktop.timeline.restoring import Restored
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.messages import MessageBar
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, dress_table, label
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.shell.history_detail import HistoryDetail
from dhr_desktop.ui.shell.history_model import TIME, WHAT, WHO, HistoryModel
from dhr_desktop.ui.shell.history_people import PeopleWords
from dhr_desktop.ui.shell.history_reading import Detail, Read, Things, read_detail, read_lines, read_things
from dhr_desktop.ui.shell.history_table import HistoryTable
from dhr_desktop.ui.shell.history_things import ThingWords
from dhr_desktop.ui.shell.history_words import VersionWords

_AT_ONCE = 200
_TYPING_PAUSE_MS = 150


class HistoryDialog(QDialog):
    """Stays open beside the work, and keeps its place while that goes on."""

    covers_names = True

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review = context.review
        self._wanted = ALL
        self._asked = self._chosen = self._asked_for = 0
        self._who = ""
        self._imports: Mapping[int, int] = {}
        self.setWindowTitle(self.tr("History"))
        self.setModal(False)
        self.messages = MessageBar(context.theme)
        self.messages.shown = context.words_beside
        self.model = HistoryModel(context.theme, context.words_beside, self)
        self.words = VersionWords(context.theme, context.panel, self)
        self.things = ThingWords(context, self.words, self)
        self.people = PeopleWords(context, self.words, self)
        self._whom = 0
        self.table = HistoryTable()
        self.search = QLineEdit()
        self.called = label(role="label")
        self.everything = button(self.tr("Show everything"), "quiet", self.show_everything)
        self.detail = HistoryDetail()
        self.close_button = button(self.tr("Close"), "", self.accept)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE_MS)
        # One key covers names, whichever of the two windows has the keyboard; so with undo.
        self.addActions([context.actions[each] for each in ("review.panel_view", "review.undo", "review.redo")])
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.resize(self._context.theme.scaled(760), self._context.theme.scaled(600))
        self.search.setPlaceholderText(self.tr("Find in the history"))
        self.search.setAccessibleName(self.tr("Find in the history"))
        self.search.setClearButtonEnabled(True)
        self._dress_table()
        told = label(
            self.tr(
                "Everything done in this review is kept here and is never removed. An import can be taken back at any"
                " time, and an entry restored to any of its versions."
            ),
            "hint",
            wrap=True,
        )
        self.messages.stand_over(told, self)
        self.called.setWordWrap(True)
        about = QHBoxLayout()
        about.setSpacing(SMALL)
        about.addWidget(self.called, 1)
        about.addWidget(self.everything)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([self._context.theme.scaled(190), self._context.theme.scaled(230)])
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("History"), "title"))
        column.addWidget(told)
        column.addLayout(about)
        column.addWidget(self.search)
        column.addWidget(self.splitter, 1)
        column.addLayout(below)

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        dress_table(table, self.tr("What was done in this review, newest first"))
        table.setWordWrap(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        header.hide()

    def _connect(self) -> None:
        self._pause.timeout.connect(self._find)
        self.search.textChanged.connect(self._pause.start)
        self.model.more_wanted.connect(self._read_on)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.detail.restore_wanted.connect(self._restore)
        self.detail.take_back_wanted.connect(self._take_back)
        self.detail.entry_wanted.connect(self._show_entry)
        self.detail.alone_wanted.connect(self._show_alone)
        self._context.notices.changed.connect(self.refresh)
        self._context.panel.changed.connect(self._cover)
        self._context.veil.changed.connect(self._veil_again)
        self._context.veil.ended.connect(self._end_asking)
        self.detail.unveil_wanted.connect(self._unveil)
        self.detail.person_wanted.connect(lambda: self.show_person(self._whom))

    # What is shown.

    def show_entry(self, entry_id: int) -> None:
        """Only what was done to this entry."""
        self._chosen = 0
        self.search.clear()
        self._want(Wanted(entry_id=entry_id))
        self.table.setFocus()

    def show_person(self, person_id: int) -> None:
        """Only what was done to this person of the register, and to all that is theirs."""
        self._chosen = 0
        self.search.clear()
        self._want(Wanted(person_id=person_id))
        self.table.setFocus()

    def show_everything(self) -> None:
        """What was done in the whole review."""
        self._want(replace(self._wanted, entry_id=0, person_id=0))
        self.table.setFocus()

    @property
    def wanted(self) -> Wanted:
        """What the list is narrowed to."""
        return self._wanted

    def _find(self) -> None:
        self._want(replace(self._wanted, words=self.search.text()))

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._read(_AT_ONCE)

    def refresh(self) -> None:
        """Read what is shown anew, as much of it as there was."""
        self._read(max(self.model.steps + 1, _AT_ONCE))

    def _cover(self) -> None:
        """Take away at once what may show names, and show it again as it may be seen when it has been read."""
        self._context.panel.hides_typed(self.search)
        self.called.clear()
        self.detail.show_none()
        self.table.viewport().update()
        self.refresh()

    def _read_on(self) -> None:
        self._read(self.model.steps + _AT_ONCE)

    def _read(self, steps: int) -> None:
        self._asked += 1
        asked, wanted, review = self._asked, self._wanted, self._review

        def work(progress: Progress) -> tuple[int, Read]:
            del progress
            return asked, read_lines(review, wanted, steps)

        self._context.jobs.read(work, self.tr("Reading the history"), self._show, owner=self)

    def _show(self, answer: tuple[int, Read]) -> None:
        asked, found = answer
        if asked != self._asked:
            return
        top = self.table.verticalScrollBar().value()
        at_top = top == 0
        self._imports, self._who = found.imports, found.chair or self.tr("you")
        self.model.show(found.told, self._who)
        self.table.clearSpans()
        for row in self.model.days():
            self.table.setSpan(row, TIME, 1, WHO + 1)
        self.called.setText(self._called(found))
        for each in (self.called, self.everything):
            each.setVisible(bool(self._wanted.entry_id or self._wanted.person_id))
        row = self.model.row_of(self._chosen)
        self.table.setCurrentIndex(self.model.index(row, WHAT))
        if not at_top:
            self.table.verticalScrollBar().setValue(top)
        if row < 0:
            self._say_nothing_found()
        else:
            self.table.selectRow(row)
            self._show_chosen()

    def _called(self, found: Read) -> str:
        """What the list is narrowed to."""
        if self._wanted.person_id:
            self.people.know(found.known)
            return self.people.name(self._wanted.person_id)
        return found.called(self._context.panel.called) or self.tr("An entry that is not on the timeline")

    def _say_nothing_found(self) -> None:
        self.detail.show_none()
        words = self.tr("Nothing in the history holds these words.") if self._wanted.words else ""
        self.detail.title.setText(words or self.tr("Nothing has been done in this review yet."))

    def _line(self) -> Line | None:
        return self.model.line(self.table.currentIndex().row())

    def _show_chosen(self) -> None:
        line = self._line()
        if line is None:
            return
        if line.newest.id != self._chosen:
            self._asked_for = 0
        self._chosen = line.newest.id
        self.detail.show_line(line, self.model.words(line), self._who)
        step = line.newest
        self.detail.take_back.setVisible(step.kind == "do" and step.stands and step.id in self._imports)
        entry_id = self._wanted.entry_id or step.entry_id
        if entry_id:
            self._tell_entry(line, entry_id)
        else:
            self._tell_things(line)

    def _tell_things(self, line: Line) -> None:
        review = self._review

        def work(progress: Progress) -> Things:
            del progress
            return read_things(review, line)

        def show(told: Things) -> None:
            if line.newest.id == self._chosen:
                self._show_things(told)

        self._context.jobs.read(work, self.tr("Reading what was done"), show, owner=self)

    def _show_things(self, told: Things) -> None:
        html = self.things.html(told.found, told.agencies) + self.people.html(told.people)
        self.detail.tell(self._context.panel.days(html))
        whom = told.people.whom
        self._whom = whom[0].id if len(whom) == 1 else 0
        self.detail.person.setVisible(bool(self._whom) and not self._wanted.person_id)

    def _tell_entry(self, line: Line, entry_id: int) -> None:
        review = self._review

        def work(progress: Progress) -> Detail:
            del progress
            return read_detail(review, line, entry_id)

        def show(told: Detail) -> None:
            self._show_detail(line.newest.id, told)

        self._context.jobs.read(work, self.tr("Reading the entry’s history"), show, owner=self)

    def _show_detail(self, step_id: int, told: Detail) -> None:
        if step_id != self._chosen or told.newest is None or told.oldest is None:
            return
        after = told.newest.after
        # What the page shows is no matter here: each of the two is asked for by itself.
        always = self._context.veil.always_shows
        if told.marked and told.marked.id != self._asked_for and not always:
            self.detail.veil()
        else:
            html = self.words.html(told.oldest.before, after, told.names)
            self.detail.tell(self._context.panel.days(html))
        self.detail.go.setVisible(after is not None)
        self.detail.alone.setVisible(not self._wanted.entry_id)
        if after is None:
            self.detail.offer_restoring(possible=False)
        elif told.stands:
            self.detail.offer_restoring(possible=False, why_not=self.tr("This is how the entry stands now."))
        else:
            self.detail.offer_restoring(possible=True)

    def _unveil(self) -> None:
        line = self._line()
        if line:
            self._asked_for = self._wanted.entry_id or line.newest.entry_id
            self._show_chosen()

    def _end_asking(self) -> None:
        self._asked_for = 0
        self._show_chosen()

    def _veil_again(self) -> None:
        self.table.viewport().update()
        self._show_chosen()

    def _show_alone(self) -> None:
        line = self._line()
        if line and line.newest.entry_id:
            self.search.clear()
            self._want(Wanted(entry_id=line.newest.entry_id))

    def _show_entry(self) -> None:
        line = self._line()
        entry_id = self._wanted.entry_id or (line.newest.entry_id if line else 0)
        if entry_id:
            self._context.ways.entries_wanted.emit([entry_id])

    # What is done here.

    def _restore(self) -> None:
        line = self._line()
        if line is None:
            return
        review, step_id = self._review, line.newest.id
        entry_id = self._wanted.entry_id or line.newest.entry_id

        def work(progress: Progress) -> Restored:
            del progress
            return restoring.restore(review, entry_id, step_id)

        self.detail.restore.setEnabled(False)
        self._context.jobs.run(work, self.tr("Restoring"), self._say_restored, self._refuse, owner=self)

    def _say_restored(self, restored: Restored) -> None:
        self.detail.restore.setEnabled(True)
        words = " ".join((self.tr("The entry stands again as it did then."), *restored.left))
        if restored.step_id:
            self._chosen = restored.step_id
            self.refresh()  # the list may have been read before it was known which line to go to
        self.messages.show_done(words, self.tr("Undo"), self._context.actions["review.undo"].trigger)

    def _take_back(self) -> None:
        line = self._line()
        if line is None:
            return
        review, submission_id = self._review, self._imports[line.newest.id]

        def work(progress: Progress) -> TakenBack:
            return imports.take_back(review, submission_id, progress=progress)

        self.detail.take_back.setEnabled(False)
        self._context.jobs.run(work, self.tr("Taking back"), self._say_taken_back, self._refuse, owner=self)

    def _say_taken_back(self, taken: TakenBack) -> None:
        self.detail.take_back.setEnabled(True)
        words = self.tr("{step} is done.").format(step=taken.change.label)
        stayed = taken.kept + taken.needed
        if stayed:
            one, many = self.tr("{n} row changed since then stayed."), self.tr("{n} rows changed since then stayed.")
            words = f"{words} {counted(stayed, one, many)}"
        self.messages.show_done(words, self.tr("Undo"), self._context.actions["review.undo"].trigger)

    def _refuse(self, error: Exception) -> None:
        for each in (self.detail.restore, self.detail.take_back):
            each.setEnabled(True)
        if isinstance(error, UserError):
            self.messages.show_error(error)
