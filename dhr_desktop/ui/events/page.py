"""Events: what several agencies recorded of one happening, as it is suggested and as the chair has grouped it."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.events import Question
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.inks import Inks
from dhr_desktop.ui.common.jobs import Job
from dhr_desktop.ui.common.theme import SMALL, WIDE
from dhr_desktop.ui.common.widgets import PageHeader, separator
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.events.grouped import GroupedTab
from dhr_desktop.ui.events.line_list import LineList
from dhr_desktop.ui.events.reading import Looked, Standing, look, read_standing
from dhr_desktop.ui.events.seen import Seen
from dhr_desktop.ui.events.suggested import SuggestedTab
from dhr_desktop.ui.events.writing import EventWriter

_SHOWN_IN = frozenset({"entry", "agency", "event", "kept_apart"})
SUGGESTED, GROUPED = 0, 1


class EventsPage(QWidget):
    """Two views over one reading of the review; a change elsewhere is read anew when the page is next seen."""

    covers_names = True

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review = context.review
        self._standing = Standing()
        self._looked: Looked | None = None
        self._looking: Job | None = None
        self._look_again = False
        self._asked = 0
        self._stale = True
        self._wanted_event = 0
        self._wanted_entry = 0
        self._left_at = ""
        inks = Inks(context.theme, self)
        self._writer = EventWriter(context, self)
        seen = Seen(context.panel, context.veil)
        self.suggested = SuggestedTab(inks, context.theme, self._writer, seen)
        self.grouped = GroupedTab(inks, context.theme, self._writer, seen)
        self.tabs = QTabBar()
        self.search = QLineEdit()
        self._build()
        self._connect()
        self._count()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Events"))
        self.tabs.addTab(self.tr("Suggested"))
        self.tabs.addTab(self.tr("Grouped"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Suggested or grouped"))
        self.search.setPlaceholderText(self.tr("Find in the accounts"))
        self.search.setAccessibleName(self.tr("Find in the accounts"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(self._context.theme.scaled(320))
        bar = QHBoxLayout()
        bar.setContentsMargins(WIDE, 0, WIDE, SMALL)
        bar.setSpacing(SMALL)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        bar.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(bar)
        column.addWidget(separator())
        self.views = QStackedWidget()
        column.addWidget(self.views, 1)
        self.views.addWidget(self.suggested)
        self.views.addWidget(self.grouped)
        QWidget.setTabOrder(self.tabs, self.search)

    def _connect(self) -> None:
        context, ways = self._context, self._context.ways
        self.tabs.currentChanged.connect(self._switch)
        self.search.textChanged.connect(self._search)
        self.suggested.look_wanted.connect(self._look)
        self.grouped.suggestions_wanted.connect(lambda: self.tabs.setCurrentIndex(SUGGESTED))
        self.grouped.entries_wanted.connect(ways.entries_wanted)
        self.grouped.disagreements_wanted.connect(ways.disagreements_wanted)
        self.grouped.question_wanted.connect(self._ask)
        self.grouped.view.fields.keeps_in(self._context.drafts)
        self.grouped.left_unread.connect(self._say_unread)
        self.suggested.entries_wanted.connect(ways.entries_wanted)
        self.suggested.files_wanted.connect(context.actions["go.submissions"].trigger)
        self._writer.settled.connect(self.refresh)
        self._writer.saved.connect(self.grouped.say_saved)
        self._writer.grouped.connect(self._go_to_grouped)
        self._writer.grouped_many.connect(self._say_many)
        self._writer.merged.connect(self._say_merged)
        self._writer.refused.connect(self._say_refused)
        context.notices.changed.connect(self._on_change)
        context.panel.changed.connect(self._show_again)
        context.veil.changed.connect(self._show_again)
        for action_id, asked in (
            ("events.accept", self._accept),
            ("events.reject", self._reject),
            ("events.all_above", self._accept_all),
            ("events.next", lambda: self._list.step(1)),
            ("events.previous", lambda: self._list.step(-1)),
            ("events.edit", self._edit),
            ("events.lift", self._lift),
            ("events.find", self.search.setFocus),
            ("events.switch", lambda: self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())),
        ):
            Actions.on_page(self, action_id, asked)

    # Being led here, and the keyboard.

    def show_event(self, event_id: int) -> None:
        """Show an event among those that are grouped."""
        self._wanted_event = event_id
        self.tabs.setCurrentIndex(GROUPED)
        self._show_wanted()

    def show_suggestions(self, entry_id: int) -> None:
        """Show what is suggested about an entry."""
        self._wanted_entry = entry_id
        self.tabs.setCurrentIndex(SUGGESTED)
        self._show_wanted()

    def place(self) -> tuple[int, str]:
        """The event that is shown; or 0 among what is suggested, with the suggestion at hand."""
        if self.tabs.currentIndex() == GROUPED:
            return self.grouped.event_id, ""
        return 0, self._left_at or self.suggested.place()

    def go_back_to(self, place: tuple[int, str]) -> None:
        """Show that event or suggestion again, once they have been read."""
        if place[0]:
            self.show_event(place[0])
            return
        self._left_at = place[1]
        self._show_wanted()

    def take_keyboard(self) -> None:
        """Have the keyboard in the list of the view that is shown, or on what there is to do where that is empty."""
        (self.suggested if self.tabs.currentIndex() == SUGGESTED else self.grouped).take_keyboard()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Read what has changed since the page was last seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @property
    def _list(self) -> LineList:
        return self.suggested.list if self.tabs.currentIndex() == SUGGESTED else self.grouped.list

    def _switch(self, index: int) -> None:
        focused, shown = self.window().focusWidget(), self.views.currentWidget()
        here = focused is not None and shown is not None and shown.isAncestorOf(focused)
        self.views.setCurrentIndex(index)
        self._search(self.search.text())
        self._count()
        if here:  # what had the keyboard is hidden now
            self.take_keyboard()

    def _search(self, typed: str) -> None:
        (self.suggested if self.tabs.currentIndex() == SUGGESTED else self.grouped).search(typed)

    # What the chair asks for by key.

    def _accept(self) -> None:
        if self.tabs.currentIndex() == SUGGESTED:
            self.suggested.accept()

    def _reject(self) -> None:
        if self.tabs.currentIndex() == SUGGESTED:
            self.suggested.reject()

    def _accept_all(self) -> None:
        if self.tabs.currentIndex() == SUGGESTED:
            self.suggested.ask_accept_all()

    def _lift(self) -> None:
        shown = self.suggested if self.tabs.currentIndex() == SUGGESTED else self.grouped
        self._context.veil.lift(*(card.entry_id for card in shown.view.accounts.cards))

    def _edit(self) -> None:
        if self.tabs.currentIndex() == GROUPED:
            self.grouped.edit()

    def _ask(self, agency_id: int, event_id: int) -> None:
        self._context.ways.question_wanted.emit(Question(0, agency_id, "", event_id=event_id))

    # Reading.

    def refresh(self) -> None:
        """Read how entries are grouped; only the last asked for is shown, and none while a decision is written."""
        self._asked += 1
        self._stale = False
        asked, review = self._asked, self._review

        def work(progress: Progress) -> tuple[int, Standing]:
            del progress
            return asked, read_standing(review)

        self._context.jobs.read(work, self.tr("Reading the events"), self._read, owner=self)

    def _read(self, found: tuple[int, Standing]) -> None:
        asked, standing = found
        if asked != self._asked or self._writer.busy:
            return
        self._standing = standing
        self._show()
        self._look()

    def _look(self) -> None:
        """Look for what may be one happening, unless nothing has changed since that was last looked for."""
        if self._looking is not None:
            self._look_again = True
            return
        review, before = self._review, self._looked

        def work(progress: Progress) -> Looked:
            return look(review, before, progress)

        self._look_again = False
        self._looking = self._context.jobs.read(work, self.tr("Looking for events"), self._take_looked, owner=self)
        self._looking.cancelled.connect(self._stopped)
        self._looking.finished.connect(self._end_looking)

    def _take_looked(self, looked: Looked) -> None:
        if looked is not self._looked or self._wanted_entry:
            self._looked = looked
            if not self._writer.busy:
                self._show()

    def _stopped(self) -> None:
        self._look_again = False
        self.suggested.say_stopped()

    def _end_looking(self) -> None:
        self._looking = None
        if self._look_again:
            self._look()

    # Showing.

    def _show(self) -> None:
        focused, shown = self.window().focusWidget(), self.views.currentWidget()
        here = self.isVisible() and focused is not None and shown is not None and shown.isAncestorOf(focused)
        self.suggested.show_all(self._standing, self._looked)
        self.grouped.show_all(self._standing)
        if here and (self._list.hasFocus() or not focused or not focused.isVisible()):
            self.take_keyboard()
        self._count()
        self._show_wanted()

    def _show_again(self) -> None:
        """Show everything as it may be seen now."""
        self._context.panel.hides_typed(self.search)
        self.grouped.show_again()
        self.suggested.show_all(self._standing, self._looked)

    def _count(self) -> None:
        if self._looked is not None:
            self._context.ways.left_to_do.emit("events", self.suggested.number)
        number = self.grouped.number
        words = self.tr("Grouped ({n})").format(n=f"{number:,}") if number else self.tr("Grouped")
        self.tabs.setTabText(GROUPED, words)
        if self.tabs.currentIndex() == SUGGESTED:
            self.header.say(
                self.tr(
                    "What agencies seem to have recorded of one happening. Nothing is grouped until you say so: Return "
                    "groups, Delete keeps apart, 1 to 9 tick and untick an account."
                )
            )
        else:
            self.header.say(
                self.tr(
                    "What you have grouped, in the order of the timeline. Choose several with Shift or Ctrl to merge "
                    "them; Return writes the headline."
                )
            )

    def _show_wanted(self) -> None:
        """Go where the chair was led to, once that has been read."""
        if self._wanted_event and self.grouped.number:
            wanted, self._wanted_event = self._wanted_event, 0
            if not self.grouped.show_event(wanted):
                self.search.clear()
                self.grouped.show_event(wanted)
        if self._left_at and self._looked is not None:
            left_at, self._left_at = self._left_at, ""
            if not self._wanted_entry:
                self.suggested.go_back_to(left_at)
        if self._wanted_entry and self._looked is not None:
            wanted, self._wanted_entry = self._wanted_entry, 0
            if not self.suggested.show_entry(wanted):
                self.search.clear()
                if not self.suggested.show_entry(wanted):
                    self._context.messages.show_note(self.tr("Nothing is suggested about this entry."))

    def _go_to_grouped(self, event_id: object) -> None:
        if isinstance(event_id, int):
            self._wanted_event = event_id

    def _say_many(self, number: int) -> None:
        words = counted(
            number, self.tr("{n} event was made in one step."), self.tr("{n} events were made in one step.")
        )
        self._say_done(words)

    def _say_merged(self, number: int) -> None:
        self._say_done(self.tr("{n} events are one now.").format(n=number))

    def _say_done(self, words: str) -> None:
        self._context.messages.show_done(words, self.tr("Undo"), self._context.actions["review.undo"].trigger)

    def _say_refused(self, error: UserError) -> None:
        """What was typed stays in its fields, unsaved."""
        self.grouped.unsave()
        self._context.messages.show_error(error)

    def _say_unread(self, typed: str) -> None:
        words = self.tr("“{typed}” was not understood as a date or time. It is kept with its event, not in the review.")
        self._context.messages.show_note(words.format(typed=typed))

    def _on_change(self, change: Change) -> None:
        if not change.tables & _SHOWN_IN or (change.initiator is self and change.kind == "do"):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
