"""The room of one open review: its head, the rail, the message bar and its pages."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.base.progress import Progress
from dhr_desktop.store import doubtful, facts
from dhr_desktop.store.journal import Change
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.actions import PAGES, Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.habits import Habits
from dhr_desktop.ui.common.jobs import JobRunner
from dhr_desktop.ui.common.messages import MessageBar
from dhr_desktop.ui.common.notices import Notices
from dhr_desktop.ui.common.theme import HAIR, SMALL, Theme
from dhr_desktop.ui.common.ways import Ways
from dhr_desktop.ui.common.widgets import action_button, icon_button, label, separator
from dhr_desktop.ui.shell import leading
from dhr_desktop.ui.shell.pages import PAGE_MAKERS, PageMaker
from dhr_desktop.ui.shell.panel_guard import PanelGuard
from dhr_desktop.ui.shell.rail import Rail
from dhr_desktop.ui.shell.veil_choice import VeilChoice


@runtime_checkable
class TakesFiles(Protocol):
    """A page that files may be dropped on."""

    def take_files(self, paths: list[Path]) -> None:
        """Begin to read the files."""


@runtime_checkable
class TakesKeyboard(Protocol):
    """A page that decides by itself where the keyboard begins, by what there is to do on it."""

    def take_keyboard(self) -> None:
        """Give the keyboard to what should have it now."""


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
        self.rail = Rail(theme, PAGES)
        self.stack = QStackedWidget()
        self.guard = PanelGuard(self.context, self.stack, self)
        self._veil_choice = VeilChoice(self.context.veil, actions, self)
        self.name = label("", "heading")
        self.reference = label("", "hint")
        self._build(theme)
        self.rail.chosen.connect(self._show_from_rail)
        self.jobs.refused.connect(self.messages.show_error)
        self.notices.changed.connect(self._on_change)
        self.context.panel.changed.connect(self._show_facts)
        leading.lead(self.ways, self)

    def announce(self) -> None:
        """Show the review's name and tell the window of it."""
        self._show_facts()
        self._count_doubts()
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
            found = self._pages[name] = self._makers[name](self.context)
            self.stack.addWidget(found)
        return found

    @property
    def shown(self) -> str:
        """The name of the page that is shown."""
        return next((name for name, page in self._pages.items() if page is self.stack.currentWidget()), "")

    def show_page(self, name: str) -> None:
        """Show a page. What was being typed on the one before is saved by its losing the keyboard."""
        page = self.page(name)
        self.messages.clear()
        self.stack.setCurrentWidget(page)
        self.rail.mark(name)
        self._give_keyboard(page, name)

    def _show_from_rail(self, name: str) -> None:
        self.show_page(name)
        self.rail.buttons[name].setFocus(Qt.FocusReason.OtherFocusReason)  # whoever walks the rail stays on it

    def _give_keyboard(self, page: QWidget, name: str) -> None:
        """To where it was on this page, or where the page wants it; else to the rail, from where Tab goes in.

        What has been hidden meanwhile, or dimmed, would take the keyboard and answer nothing.
        """
        if self.guard.shields:
            self.guard.give_keyboard()
            return
        before = page.focusWidget()
        if isinstance(page, TakesKeyboard) and not (before and _can_be_used(before, page)):
            page.take_keyboard()
            return
        wanted = next(
            (each for each in (before, page.focusProxy(), page) if each and _can_be_used(each, page)),
            self.rail.buttons[name],
        )
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self._veil_choice.stop()
        self.jobs.shut_down()
        self.notices.stop()
        self.review.close()

    def _on_change(self, change: Change) -> None:
        if "review" in change.tables:
            self._show_facts()
        if "entry" in change.tables:
            self._count_doubts()

    def _count_doubts(self) -> None:
        review = self.review

        def work(progress: Progress) -> int:
            del progress
            return doubtful.count(review)

        self.jobs.read(work, self.tr("Counting what is in doubt"), self._show_doubts, owner=self)

    def _show_doubts(self, number: int) -> None:
        self.rail.set_count("doubts", number)

    def _show_facts(self) -> None:
        name, reference = self.guard.called(facts.get(self.review))
        self.name.setText(name)
        self.reference.setText(reference)
        self.renamed.emit(name)


def _can_be_used(widget: QWidget, page: QWidget) -> bool:
    """Whether the keyboard can be given to it, on a page that is shown."""
    shown = widget is page or widget.isVisibleTo(page)
    return shown and widget.isEnabledTo(page) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
