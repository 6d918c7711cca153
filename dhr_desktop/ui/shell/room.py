"""The room of one open review: its head, the rail, the message bar and its pages."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.base.uncollected import stays
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import facts
from dhr_desktop.store.journal import Change
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.actions import PAGES, Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.habits import Habits
from dhr_desktop.ui.common.jobs import JobRunner, at_once
from dhr_desktop.ui.common.keyboard import can_be_used, give_keyboard, is_worked_in
from dhr_desktop.ui.common.messages import MessageBar
from dhr_desktop.ui.common.notices import Notices
from dhr_desktop.ui.common.theme import HAIR, SMALL, Theme
from dhr_desktop.ui.common.ways import Ways
from dhr_desktop.ui.common.widgets import action_button, icon_button, label, separator
from dhr_desktop.ui.shell import leading
from dhr_desktop.ui.shell.counts import Counts
from dhr_desktop.ui.shell.pages import PAGE_MAKERS, PageMaker
from dhr_desktop.ui.shell.panel_guard import PanelGuard
from dhr_desktop.ui.shell.rail import Rail
from dhr_desktop.ui.shell.veil_choice import VeilChoice
from dhr_desktop.ui.shell.veil_keeper import VeilKeeper

_SETTLED_MS = 2_000


@runtime_checkable
class TakesFiles(Protocol):
    """A page that files may be dropped on."""

    def take_files(self, paths: list[Path]) -> None:
        """Begin to read the files."""


class ReviewRoom(QWidget):
    """Owns what belongs to the open review; `leave` lets go of it in the right order."""

    renamed = Signal(str)
    """The review's name, when it has changed."""

    def __init__(
        self,
        review: Review,
        library: Library,
        theme: Theme,
        actions: Actions,
        makers: Mapping[str, PageMaker] = PAGE_MAKERS,
        habits: Habits | None = None,
    ) -> None:
        super().__init__()
        self.review = review
        self.jobs = JobRunner(self)
        self.notices = Notices(review.journal, self)
        self.messages = MessageBar(theme)
        self.ways = Ways(self)
        self.context = ReviewContext(
            review, library, self.jobs, self.notices, theme, self.messages, actions, self.ways, habits or Habits()
        )
        self._actions = actions
        self._makers = makers
        self._pages: dict[str, QWidget] = {}
        self._places: dict[QWidget, QWidget] = {}
        self.rail = Rail(theme, PAGES)
        self.stack = QStackedWidget()
        self.guard = PanelGuard(self.context, self.stack, self)
        self._veil_choice = VeilChoice(self.context.veil, actions, self)
        VeilKeeper(self.context, self.stack, self)
        self.name = label("", "heading")
        self.reference = label("", "hint")
        self._build(theme)
        self.rail.chosen.connect(self.show_page)
        self.jobs.refused.connect(self.messages.show_error)
        self.notices.refused.connect(self.messages.show_error)
        self.notices.changed.connect(self._on_change)
        self._facts = ReviewFacts("")
        self.context.panel.changed.connect(self._say_facts)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settling.timeout.connect(stays)
        self.counts = Counts(self.context, self)
        self.counts.counted.connect(self.rail.set_count)
        self.ways.left_to_do.connect(self.counts.tell)
        leading.lead(self.ways, self)

    def announce(self) -> None:
        """Show the review's name and tell the window of it."""
        self._read_facts()
        self.counts.begin()
        self.guard.make_ready()

    def _called(self) -> QWidget:
        """The review's name and reference; what there is to say is said over them, for the window's title has both."""
        called = QWidget()
        row = QHBoxLayout(called)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.name)
        row.addSpacing(HAIR)
        row.addWidget(self.reference, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.messages.stand_over(called, self)
        return called

    def _build(self, theme: Theme) -> None:
        head = QWidget()
        head.setProperty("role", "bar")
        back = icon_button(theme, "back", self.tr("Back to the library"), self._actions["program.library"].trigger)
        row = QHBoxLayout(head)
        row.setContentsMargins(SMALL, HAIR, SMALL, HAIR)
        row.setSpacing(SMALL)
        row.addWidget(back)
        row.addWidget(self._called(), 1)
        for action_id in ("review.undo", "review.redo", "review.history", "program.lock"):
            row.addWidget(action_button(theme, self._actions[action_id]))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.guard.holder, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.rail)
        below.addWidget(separator(vertical=True))
        below.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.guard.sign)
        column.addWidget(head)
        column.addWidget(separator())
        column.addLayout(below, 1)

    def page(self, name: str) -> QWidget:
        """The page `name`, made when it is first asked for."""
        found = self._pages.get(name)
        if found is None:
            # Made where it will stand: Qt dresses a whole page anew when it is put somewhere.
            found = self._pages[name] = self._makers[name](self.context, self.stack)
            self.stack.addWidget(found)
            self._settling.start()
        return found

    @property
    def made(self) -> Mapping[str, QWidget]:
        """The pages that have been asked for, by name."""
        return self._pages

    @property
    def shown(self) -> str:
        """The name of the page that is shown."""
        return next((name for name, page in self._pages.items() if page is self.stack.currentWidget()), "")

    def show_page(self, name: str) -> None:
        """Show a page. What was being typed on the one before is saved by its losing the keyboard."""
        self._keep_place()
        page = self.page(name)
        self.messages.clear()
        self.stack.setCurrentWidget(page)
        self.rail.mark(name)
        self._give_keyboard(page, name)

    def _keep_place(self) -> None:
        """Remember where on the page that is left somebody was working; Qt's own memory of it moves as pages hide."""
        page, focused = self.stack.currentWidget(), self.window().focusWidget()
        if page is not None and focused is not None and page.isAncestorOf(focused):
            self._places[page] = focused

    def _give_keyboard(self, page: QWidget, name: str) -> None:
        """To the list or the words where it was, or where the page wants it; else to the rail: Tab goes in from there.

        Whoever asks for the page that is open already wants to be where its work begins.
        """
        if self.guard.shields:
            self.guard.give_keyboard()
            return
        before = self._places.pop(page, None)
        if before is not None and is_worked_in(before) and can_be_used(before, page):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not give_keyboard(page):
            self.rail.buttons[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_files(self, paths: list[Path]) -> None:
        """Go to the submissions with files that were dropped."""
        self.show_page("submissions")
        page = self.page("submissions")
        if isinstance(page, TakesFiles):
            page.take_files(paths)

    def leave(self) -> None:
        """Save what is being typed, stop long work, and close the review."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.context.drafts.flush()
        self.guard.stop()
        self.counts.stop()
        self._veil_choice.stop()
        self.jobs.shut_down()
        self.notices.stop()
        self.review.close()

    def _on_change(self, change: Change) -> None:
        if "review" in change.tables:
            self._read_facts()

    def _read_facts(self) -> None:
        def show(found: ReviewFacts) -> None:
            self._facts = found
            self._say_facts()

        review = self.review
        self.jobs.read(at_once(lambda: facts.get(review)), self.tr("Reading the review"), show, owner=self)

    def _say_facts(self) -> None:
        name, reference = self.guard.called(self._facts)
        self.name.setText(name)
        self.reference.setText(reference)
        self.renamed.emit(name)
