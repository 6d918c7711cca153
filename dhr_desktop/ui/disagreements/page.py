"""Where the accounts of one event differ, and what the chair decides."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.events import Decision, Differs, Question
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.store import agencies, events
from dhr_desktop.store.journal import Change
from dhr_desktop.timeline.disagreements import Compared, Disagreement, State, counted, listing, undone
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.keyboard import one_thing_to_do
from dhr_desktop.ui.common.theme import LARGE, SMALL, WIDE
from dhr_desktop.ui.common.widgets import EmptyState, PageHeader, button, label, separator
from dhr_desktop.ui.common.words import counted as counted_words
from dhr_desktop.ui.disagreements.detail import Detail
from dhr_desktop.ui.disagreements.filter_bar import ALL, DisagreementFilters
from dhr_desktop.ui.disagreements.listing import DisagreementList
from dhr_desktop.ui.disagreements.seeing import Seeing
from dhr_desktop.ui.disagreements.writing import DecisionWriter, Key
from dhr_desktop.ui.disagreements.written import Written

_SHOWN_IN = frozenset({"entry", "event", "decision", "question", "person", "name_form", "agency"})


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading found; `asked` says which it was."""

    asked: int
    events: int
    agencies: dict[int, Agency]
    ones: list[Disagreement]
    undone: Decision | None
    """The settlement that was taken back last, if nothing has been done since."""


class DisagreementsPage(QWidget):
    """The list on the left, the accounts side by side on the right, and what is decided below them."""

    covers_names = True

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ones: list[Disagreement] = []
        self._agencies: dict[int, Agency] = {}
        self._current: Key | None = None
        self._shown: tuple[Disagreement, dict[int, Agency]] | None = None
        self._written = Written(context.drafts, self)
        self._compared = Compared()
        self._asked = self._read_last = 0
        self._wanted_event = 0
        self._keyboard_wanted = False
        self._turned = False
        self._covered = False
        """Whether what stands in the form is covered, so that it is not what has been written."""
        self._seeing = Seeing(context, self)
        self._writer = DecisionWriter(context, self)
        self.filters = DisagreementFilters()
        self.list = DisagreementList()
        self.detail = Detail(context.theme, self._seeing)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Disagreements"))
        ways = self._context.actions
        self.no_events = EmptyState(
            self._context.theme,
            "events",
            self.tr("No events yet."),
            self.tr(
                "Entries of several agencies about one happening are made an event first. What they say of it is then"
                " compared here."
            ),
            button(self.tr("Go to the Eve&nts"), "primary", ways["go.events"].trigger),
        )
        self.none = EmptyState(
            self._context.theme,
            "check",
            "",
            self.tr(
                "The accounts of each event were compared: days and hours, who was present, injuries, whether a child"
                " was seen, and the outcome. The comparison can miss what a reader would see, and silence is not taken"
                " for contradiction. Only entries of one event are compared; what else belongs together is grouped on"
                " the Events page."
            ),
            button(self.tr("Go to the Eve&nts"), "primary", ways["go.events"].trigger),
        )
        self._right = QStackedWidget()
        self._right.addWidget(self.detail)
        self._right.addWidget(self._nothing())
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.list)
        across.addWidget(self._right)
        across.setChildrenCollapsible(False)
        across.setStretchFactor(1, 1)
        across.setSizes([self._context.theme.scaled(330), self._context.theme.scaled(830)])
        work = QWidget()
        below = QVBoxLayout(work)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.filters)
        below.addWidget(separator())
        below.addWidget(across, 1)
        self._stack = QStackedWidget()
        for each in (work, self.no_events, self.none, QWidget()):
            self._stack.addWidget(each)
        self._stack.setCurrentIndex(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(separator())
        outer.addWidget(self._stack, 1)
        stops = (self.filters.states, self.filters.search, self.filters.kinds, self.list, self.detail.show_event)
        for earlier, later in pairwise(stops):
            QWidget.setTabOrder(earlier, later)

    def _nothing(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        column.setSpacing(SMALL)
        self.nothing = label("", "hint", wrap=True)
        column.addWidget(self.nothing)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Show &all of them"), "", self._show_all))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return made

    def _connect(self) -> None:
        form = self.detail.form
        self.filters.changed.connect(self._show_list)
        self.list.chosen.connect(self._go_to)
        self.list.entered.connect(form.take_keyboard)
        form.settle_wanted.connect(self._settle)
        form.ask_wanted.connect(self._ask)
        form.reopen_wanted.connect(self._reopen)
        form.typing.connect(self._written.typed)
        self._written.due.connect(self._keep_written)
        form.lift_wanted.connect(self._lift)
        self.detail.event_wanted.connect(self._show_the_event)
        self.detail.entries_wanted.connect(self._show_the_entries)
        self.detail.question_wanted.connect(self._show_the_question)
        self._writer.settled.connect(self._say_settled)
        self._writer.asked.connect(self._say_asked)
        self._writer.refused.connect(self._context.messages.show_error)
        self._context.notices.changed.connect(self._on_change)
        self._seeing.changed.connect(self._cover)
        for action_id, asked in (
            ("disagreements.settle", form.submit),
            ("disagreements.ask", form.choose_agency),
            ("disagreements.reopen", self._reopen),
            ("disagreements.next", self.next_one),
            ("disagreements.previous", self.previous_one),
            ("disagreements.event", self._show_the_event),
            ("disagreements.timeline", self._show_the_entries),
            ("disagreements.lift", self._lift),
            ("disagreements.find", self.filters.search.setFocus),
        ):
            Actions.on_page(self, action_id, asked)

    # What the chair asks for.

    @property
    def current(self) -> Disagreement | None:
        """The one at hand."""
        return next((one for one in self._ones if one.key == self._current), None)

    def take_keyboard(self) -> None:
        """Have the keyboard in the list."""
        shown = self._stack.currentWidget()
        if shown in (self.no_events, self.none):
            one_thing_to_do(shown, self.list).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._read_last:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._keyboard_wanted = True  # as soon as there is something to give it to

    def show_event(self, event_id: int) -> None:
        """Show the disagreements of an event, whatever was looked for."""
        self._wanted_event = event_id
        if self._read_last == self._asked:
            self._find_wanted()

    def place(self) -> tuple[int, str]:
        """The event, and the difference, that are at hand."""
        return (self._current[0], self._current[1].value) if self._current else (0, "")

    def go_back_to(self, place: tuple[int, str]) -> None:
        """Have them at hand again, once the disagreements have been read."""
        if place[0]:
            self._current = place[0], Differs(place[1])
            self.refresh()

    def next_one(self) -> None:
        """Go to the next of the list."""
        self._step(1)

    def previous_one(self) -> None:
        """Go to the one before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _settle(self, finding: str, reason: str) -> None:
        if self._current:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)  # where the next one is gone to
            self._writer.settle(self._current, finding, reason)

    def _ask(self, agency_id: int) -> None:
        if self._current:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._writer.ask(self._current, agency_id)

    def _reopen(self) -> None:
        one = self.current
        if one and not self._covered and not one.dissolved and one.state is not State.OPEN:
            self._writer.reopen(one.key)

    def _show_all(self) -> None:
        self.filters.show_states(ALL)
        self.take_keyboard()

    def _show_the_event(self) -> None:
        if self.current and not self.current.dissolved:
            self._context.ways.event_wanted.emit(self.current.event.id)

    def _show_the_entries(self) -> None:
        if self.current:
            self._context.ways.entries_wanted.emit([entry.id for entry in self.current.members])

    def _lift(self) -> None:
        if self.current:
            asked = self.detail.form.show_accounts.hasFocus()
            self._seeing.uncover(*(entry.id for entry in self.current.members))
            if asked:
                self.detail.form.take_keyboard()

    def _show_the_question(self) -> None:
        if self.current and self.current.question:
            self._context.ways.question_wanted.emit(self.current.question)

    # Showing.

    def refresh(self) -> None:
        """Read the disagreements anew; only the last asked for is shown."""
        self._asked += 1
        asked, review, compared = self._asked, self._context.review, self._compared

        def work(progress: Progress) -> _Read:
            every = {agency.id: agency for agency in agencies.listing(review)}
            ones = listing(review, progress, compared)
            return _Read(asked, len(events.listing(review)), every, ones, undone(review))

        self._context.jobs.read(work, self.tr("Comparing the accounts of events"), self._read, owner=self)

    def _read(self, found: _Read) -> None:
        if found.asked != self._asked:
            return
        self._keep_written()
        self._written.know(found.undone)
        if found.undone and (self._turned or not self._read_last):
            self._shown = None  # what stands in the form was decided, and is to stand there again as only written
            self._written.bring_back(found.undone)
        self._read_last = found.asked
        if self._turned:
            self._turned = False
            self._written.decided(found.ones)
            self._current = self._brought_back(found.ones) or self._current
        self._ones, self._agencies = found.ones, found.agencies
        focused = self.window().focusWidget()
        here = bool(focused) and self.isAncestorOf(focused)
        before = self._stack.currentIndex()
        self._stack.setCurrentIndex(0 if self._ones else 2 if found.events else 1)
        alike = self.tr("No disagreement was found in {n} event."), self.tr("No disagreement was found in {n} events.")
        self.none.title.setText(counted_words(found.events, *alike))
        counts = counted(self._ones)
        self.filters.count(counts)
        self._context.ways.left_to_do.emit("disagreements", counts[State.OPEN] + counts[State.CHANGED])
        self._say_counts(counts)
        self._show_list()
        if self._wanted_event:
            self._find_wanted()
        if (here and self._stack.currentIndex() != before) or self._keyboard_wanted:
            self._keyboard_wanted = False
            self.take_keyboard()

    def _brought_back(self, ones: list[Disagreement]) -> Key | None:
        """The one that an undo has made stand otherwise than before."""
        before = {one.key: one.state for one in self._ones}
        return next((one.key for one in ones if before.get(one.key) is not one.state), None)

    def _say_counts(self, counts: dict[State, int]) -> None:
        left = counts[State.OPEN] + counts[State.CHANGED]
        words = self.tr("{n} to decide. Each account stays as its agency wrote it; what you decide stands beside it.")
        self.header.say(words.format(n=f"{left:,}") if self._ones else "")

    def _find_wanted(self) -> None:
        event_id, self._wanted_event = self._wanted_event, 0
        ones = [one for one in self._ones if one.event.id == event_id]
        if not ones:
            self._context.messages.show_note(self.tr("No disagreement was found in this event."))
            return
        self._current = min(ones, key=lambda one: list(State).index(one.state)).key
        self.filters.show_states(ALL)
        self.take_keyboard()

    def _show_list(self) -> None:
        self._keep_written()
        place = max(self.list.currentRow(), 0)
        shown = self.filters.wanted(self._ones)
        keys = [one.key for one in shown]
        if self._current not in keys:
            self._current = keys[min(place, len(keys) - 1)] if keys else None
        self.list.put(shown, self._current, self._seeing.listed, self._seeing.shown)
        self._show_current()

    def _go_to(self, key: Key) -> None:
        self._keep_written()
        self._current = key
        self._show_current()

    def _show_current(self) -> None:
        one = self.current
        if self.isVisible():  # elsewhere the chair may have asked for something else
            self._seeing.go_to(self.current)
        self._right.setCurrentIndex(0 if one else 1)
        before, self._shown = self._shown, (one, self._agencies) if one else None
        if one is None:
            self.nothing.setText(self.tr("None of the disagreements is of this kind and fits the search."))
            return
        if before == self._shown:
            return  # so that the keyboard stays on what it is on
        decision = one.decision
        settled = (decision.finding, decision.reason) if decision and one.state is State.SETTLED else ("", "")
        self._covered = self._seeing.names_covered or self._seeing.veils_any(one)
        self.detail.show_one(one, self._seeing.agencies(self._agencies), self._written.about(one.key) or settled)

    def _keep_written(self) -> None:
        """What has been written about one and not been settled is there again when the chair comes back to it."""
        if self._shown is None or self._covered:
            return
        one = self._shown[0]
        written = self.detail.form.written()
        decision = one.decision
        stands = (decision.finding, decision.reason) if decision else ("", "")
        self._written.keep(one.key, ("", "") if written == stands else written)

    def _cover(self) -> None:
        """Show everything as panel view has it now; what was being written is kept while it is on."""
        self._keep_written()
        self._context.panel.hides_typed(self.filters.search)
        self._shown = None
        self._show_list()

    # Hearing of changes.

    def _say_settled(self, key: Key) -> None:
        self._written.settled(key)
        if self._shown and self._shown[0].key == key:
            self.detail.form.put("", "")
        undo = self._context.actions["review.undo"].trigger
        self._context.messages.show_done(self.tr("The disagreement is settled."), self.tr("Undo"), undo)

    def _say_asked(self, question: Question) -> None:
        self._context.ways.question_wanted.emit(question)

    def _on_change(self, change: Change) -> None:
        if change.tables & _SHOWN_IN:
            self._turned = self._turned or change.kind != "do"
            self.refresh()
