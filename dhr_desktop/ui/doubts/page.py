"""The Doubts page: what is in doubt on the left; the one at hand and the sheet it stands in on the right."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import doubtful
from dhr_desktop.store.doubtful import Doubtful
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.held_keys import RETURNS, OnePressEach
from dhr_desktop.ui.common.sheet_pane import SheetPane
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import EmptyState, PageHeader, button, label, scrolled, separator
from dhr_desktop.ui.doubts.answer_form import AnswerForm
from dhr_desktop.ui.doubts.filter_bar import DoubtFilters
from dhr_desktop.ui.doubts.kind_row import KindRow
from dhr_desktop.ui.doubts.listing import DoubtList
from dhr_desktop.ui.doubts.writing import AnswerWriter

_SHOWN_IN = frozenset({"entry", "agency", "submission"})
_ANSWERS = (*RETURNS, Qt.Key.Key_F9)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class DoubtsPage(QWidget):
    """Return accepts, typing corrects, and the next one comes up at once: the answer is written meanwhile."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review = context.review
        self._ones: list[Doubtful] = []
        self._most = 0
        self._current = 0
        self._asked = 0
        self._turned = False
        self._begun = False
        self._answered = False
        self._writer = AnswerWriter(context, self)
        self.filters = DoubtFilters()
        self.list = DoubtList(context.veil.entry)
        self.form = AnswerForm(context.veil.entry, context.drafts)
        self.kind = KindRow()
        self.sheet = SheetPane(context)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Doubts"))
        self.setFocusProxy(self.form.date)
        self._onward = button(self.tr("Go to the &timeline"), "primary", self._context.actions["go.timeline"].trigger)
        self.empty = EmptyState(
            self._context.theme,
            "check",
            self.tr("No doubts are left."),
            self.tr("Every date and time has been read plainly or looked at. The timeline is ready to be worked on."),
            self._onward,
        )
        self._nothing = QWidget()
        column = QVBoxLayout(self._nothing)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        column.addWidget(label(self.tr("None of the doubts that are left fits the search."), "hint", wrap=True))
        column.addWidget(button(self.tr("&Show all of them"), "", self.filters.clear), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._right = QStackedWidget()
        self._right.addWidget(self._at_hand())
        self._right.addWidget(self._nothing)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.list)
        across.addWidget(self._right)
        across.setChildrenCollapsible(False)
        across.setStretchFactor(1, 1)
        across.setSizes([self._context.theme.scaled(340), self._context.theme.scaled(820)])
        work = QWidget()
        below = QVBoxLayout(work)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.filters)
        below.addWidget(separator())
        below.addWidget(across, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(work)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(separator())
        outer.addWidget(self._stack, 1)
        stops = [self.list, *self.form.stops(), *self.kind.stops(), self.sheet.view]
        for earlier, later in pairwise(stops):
            QWidget.setTabOrder(earlier, later)

    def _at_hand(self) -> QWidget:
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, SMALL)
        column.addWidget(self.form)
        column.addWidget(self.kind)
        column.addWidget(self.form.text)
        column.addStretch(1)
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(LARGE, SMALL, LARGE, MEDIUM)
        row.addWidget(self.sheet)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(scrolled(above))
        parts.addWidget(below)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(1, 1)
        parts.setSizes([self._context.theme.scaled(290), self._context.theme.scaled(300)])
        return parts

    def _connect(self) -> None:
        self.filters.changed.connect(self._show_list)
        self.list.chosen.connect(self._go_to)
        self.list.accepted.connect(self.form.answer)
        self.form.accepted.connect(self.accept)
        self.form.corrected.connect(self._correct)
        self.form.later_wanted.connect(self.next_one)
        self.form.removal_wanted.connect(self.remove)
        self.kind.accept_wanted.connect(self._accept_kind)
        self.kind.fix_wanted.connect(self._fix_kind)
        self._writer.settled.connect(self.refresh)
        self._writer.answered_many.connect(self._say_many)
        self._writer.refused.connect(self._say_refused)
        self._context.notices.changed.connect(self._on_change)
        self._context.veil.changed.connect(self._veil_again)
        for action_id, asked in (
            ("doubts.accept", self.form.answer),
            ("doubts.fix", self.form.put_right),
            ("doubts.next", self.next_one),
            ("doubts.previous", self.previous_one),
            ("doubts.lift", self._lift),
            ("doubts.find", self.filters.search.setFocus),
        ):
            Actions.on_page(self, action_id, asked)
        keyboard_may_be = (self.list, self.filters.search, self._onward, self.sheet.view)
        self.sheet.view.installEventFilter(self)
        # A key held down must not clear what nobody has looked at.
        OnePressEach(_ANSWERS, (*keyboard_may_be, *self.form.stops(), *self.kind.stops()), self)

    # What the chair asks for.

    def take_keyboard(self) -> None:
        """Have the keyboard where the next answer is typed; where nothing is left, on the way to the timeline."""
        if self._stack.currentWidget() is self.empty:
            self._onward.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.current:
            self.form.take_keyboard()
        else:
            self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Wherever on the page the keyboard is, what is typed is the date or the time of the one at hand."""
        if not self._types(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The sheet would search for what is typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._types(event)
        return super().eventFilter(watched, event)

    def _types(self, event: QKeyEvent) -> bool:
        typed = event.text()
        if not self.current or not typed.strip() or not typed.isprintable() or event.modifiers() & _COMMANDS:
            return False
        self.form.begin_typing(typed)
        return True

    @property
    def current(self) -> Doubtful | None:
        """The one at hand."""
        return next((one for one in self._ones if one.entry.id == self._current), None)

    def accept(self) -> None:
        """The reading stands; go on to the next."""
        if self._current and self.current:
            answered, following = self._current, self._neighbour(1)
            self._writer.accept(answered)
            self._forget(answered, following)

    def remove(self) -> None:
        """The entry goes, as its row has gone from the agency's file; go on to the next."""
        if self._current and self.current:
            removed, following = self._current, self._neighbour(1)
            self._writer.remove(removed)
            self._forget(removed, following)
            words = self.tr("The entry was removed from the timeline.")
            self._context.messages.show_done(words, self.tr("Undo"), self._context.actions["review.undo"].trigger)

    def next_one(self) -> None:
        """Leave it for later."""
        self._go_on(self._neighbour(1))

    def previous_one(self) -> None:
        """Go back to the one before."""
        self._go_on(self._neighbour(-1))

    def _correct(self, entry: Entry) -> None:
        one = self.current
        if one is None:
            return
        following = self._neighbour(1)
        self._writer.correct(entry, one.entry)
        if not entry.doubts:
            self._forget(entry.id, following)
            return
        changed = replace(one, entry=entry)
        self._ones = [changed if each.entry.id == entry.id else each for each in self._ones]
        self.list.put(changed)
        self._go_on(entry.id)

    def _accept_kind(self, entry_ids: list[int], code: str) -> None:
        self.form.take_keyboard()  # the button may be gone when the answer is on disk
        self._writer.accept_kind(entry_ids, code)

    def _fix_kind(self, entry_ids: list[int], code: str) -> None:
        self.form.take_keyboard()
        self._writer.fix_kind(entry_ids, code)

    def _neighbour(self, by: int) -> int:
        order = self.list.order()
        if self._current not in order:
            return order[0] if order else 0
        return order[(order.index(self._current) + by) % len(order)]

    def _forget(self, answered: int, following: int) -> None:
        self._ones = [one for one in self._ones if one.entry.id != answered]
        self.list.drop(answered)
        self._count()
        self._answered = True
        self._go_on(following if following != answered else 0)
        self._answered = False

    # Showing.

    def refresh(self) -> None:
        """Read what is in doubt anew; only the last asked for is shown, and none while an answer is being written."""
        self._asked += 1
        asked, review = self._asked, self._review

        def work(progress: Progress) -> tuple[int, list[Doubtful]]:
            del progress
            return asked, doubtful.listing(review)

        self._context.jobs.read(work, self.tr("Reading what is in doubt"), self._read, owner=self)

    def _read(self, found: tuple[int, list[Doubtful]]) -> None:
        asked, ones = found
        if asked != self._asked or self._writer.busy:
            return
        back = self._brought_back(ones) if self._turned else 0
        self._turned = False
        if ones != self._ones or not self._most:
            self._ones = ones
            self._most = max(self._most, len(ones))
            self.filters.offer(ones)
            self._current = back or self._current
            self._show_list()
        self._count()

    def _brought_back(self, ones: list[Doubtful]) -> int:
        """The entry whose doubts an undo has brought back."""
        before = {one.entry.id: one.entry.doubts for one in self._ones}
        return next((one.entry.id for one in ones if before.get(one.entry.id) != one.entry.doubts), 0)

    def _show_list(self) -> None:
        order = self.list.order()
        place = order.index(self._current) if self._current in order else 0
        self.list.show_groups(self.filters.groups(self._ones))
        now = self.list.order()
        if self._current not in now:
            self._current = now[min(place, len(now) - 1)] if now else 0
        self._go_on(self._current)

    def _go_on(self, entry_id: int) -> None:
        """Go to an entry; the keyboard goes with it where it was among the answers."""
        self.list.choose(entry_id)
        self._go_to(entry_id)
        if self.isVisible() and self._keyboard_is_free():
            self._begun = True
            self.take_keyboard()

    def _keyboard_is_free(self) -> bool:
        """Whether nobody is searching, walking the list, reading the sheet or on the rail; a new page is free."""
        focused = self.window().focusWidget()
        kept = (self.filters, self.list, self.sheet) if self._begun else (self.list,)
        return not focused or (
            self.isAncestorOf(focused) and not any(each is focused or each.isAncestorOf(focused) for each in kept)
        )

    def _go_to(self, entry_id: int) -> None:
        before, self._current = self.form.entry, entry_id
        left = self.form.unsaved() if before and before.id != entry_id and not self._answered else ""
        if left:
            words = self.tr("“{typed}” was not saved. Return saves what is typed.").format(typed=left)
            self._context.messages.show_note(words)
        if self.isVisible():  # elsewhere the chair may have asked for something else
            self._context.veil.choose(entry_id)
        one = self.current
        self._right.setCurrentIndex(0 if one else 1)
        if one is None:
            self.form.show_entry(None)
            self.sheet.show_entry(None)
            return
        title = self.tr("{agency}, row {row}") if one.row else "{agency}"
        self.form.show_entry(one.entry, title.format(agency=one.agency, row=one.row))
        self.kind.show_kind(one, self._ones)
        if before != one.entry:
            self.sheet.show_entry(one.entry)

    def _lift(self) -> None:
        if self._current:
            self._context.veil.lift(self._current)

    def _veil_again(self) -> None:
        for one in self._ones:
            if one.entry.distressing:
                self.list.put(one)
        self.form.show_words()

    def _count(self) -> None:
        left = len(self._ones)
        self._most = max(self._most, left)
        words = self.tr("{left} left of {all}. Return accepts a reading, typing corrects it, and the next comes up.")
        self.header.say(words.format(left=f"{left:,}", all=f"{self._most:,}") if left else "")
        focused = self.window().focusWidget()
        here = bool(focused) and self.isAncestorOf(focused)
        before = self._stack.currentIndex()
        self._stack.setCurrentIndex(0 if left else 1)
        if here and self._stack.currentIndex() != before:  # what has the keyboard is hidden now
            self.take_keyboard()

    # Hearing of changes.

    def _say_many(self, number: int) -> None:
        words = self.tr("{n} entries were answered in one step.").format(n=f"{number:,}")
        undo = self._context.actions["review.undo"].trigger
        self._context.messages.show_done(words, self.tr("Undo"), undo)

    def _say_refused(self, error: UserError) -> None:
        self._context.messages.show_error(error)

    def _on_change(self, change: Change) -> None:
        if change.tables & _SHOWN_IN and (change.initiator is not self or change.kind != "do"):
            self._turned = self._turned or change.kind != "do"
            self.refresh()
