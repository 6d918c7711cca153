"""The one window: locked, in the library, or in a review. It places the pages and owns the lock."""

import contextlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.remembered import forget
from dhr_desktop.base.uncollected import collect
from dhr_desktop.store.keyslots import STANDARD, Cost
from dhr_desktop.store.library import Library
from dhr_desktop.ui.common import habits
from dhr_desktop.ui.common.actions import PAGES, REVIEW, Actions
from dhr_desktop.ui.common.habits import Habits
from dhr_desktop.ui.common.jobs import JobRunner
from dhr_desktop.ui.common.kept_words import Flushes
from dhr_desktop.ui.common.messages import MessageBar
from dhr_desktop.ui.common.theme import Theme
from dhr_desktop.ui.shell.appearance import Appearance
from dhr_desktop.ui.shell.drop import DropCover
from dhr_desktop.ui.shell.fault import FaultSheet
from dhr_desktop.ui.shell.idle_lock import IdleLock, Lockable
from dhr_desktop.ui.shell.in_sight import InSight
from dhr_desktop.ui.shell.leaving import Kept, may_leave
from dhr_desktop.ui.shell.menus import Menus
from dhr_desktop.ui.shell.pages import PAGE_MAKERS, PageMaker
from dhr_desktop.ui.shell.sheets import AboutSheet, ShortcutSheet
from dhr_desktop.ui.shell.status import NOTE_STAYS, Saving, StatusArea
from dhr_desktop.ui.shell.typing_keys import TypingKeys
from dhr_desktop.ui.unlock.page import UnlockPage

if TYPE_CHECKING:  # what stands behind the lock is imported once it has been opened
    from dhr_desktop.store.review import Review
    from dhr_desktop.ui.shell.room import ReviewRoom
    from dhr_desktop.ui.shell.undoing import Undoing

_TITLE = "DHR Desktop"
_NOWHERE = (0, "")
_GONE_MS = 1_000
"""After so long nothing of a review that was left is in use any more."""


class MainWindow(QMainWindow):
    """Begins locked. While it is locked, nothing of any review stands in it or in its title."""

    def __init__(
        self,
        folder: Path,
        settings_path: Path,
        cost: Cost = STANDARD,
        makers: Mapping[str, PageMaker] = PAGE_MAKERS,
    ) -> None:
        super().__init__()
        self._folder, self._cost, self._makers = folder, cost, makers
        self._habits = Habits(settings_path.with_name(habits.FILE_NAME))
        self.library: Library | None = None
        self.room: ReviewRoom | None = None
        self._undoing: Undoing | None = None
        self._can_return = True
        self._left = _NOWHERE
        self._kept = Kept()
        self.jobs = JobRunner(self)
        self.orders = Actions(self)
        self.menus = Menus(self, self.orders)
        self.appearance = Appearance(self, self.menus, settings_path)
        self.status = StatusArea(self.theme)
        self.status.watch(self.jobs)
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.setAcceptDrops(True)
        self.cover = DropCover(self.theme, self)
        self.cover.dropped.connect(self._take_files)
        self._typing = TypingKeys(self, self.orders["review.undo"], self.orders["review.redo"])
        self._in_sight = InSight(self)
        self._typing.typing.connect(self._on_typing)
        self._connect()
        self.idle = IdleLock(self, self._lockable())
        self.show_unlock()

    @property
    def theme(self) -> Theme:
        """The look in use."""
        return self.appearance.theme

    def _connect(self) -> None:
        for order, asked in (
            ("program.lock", self.lock),
            ("program.quit", self.close),
            ("program.library", self.show_library),
            ("program.full_screen", self._full_screen),
            ("program.larger", self.appearance.larger),
            ("program.smaller", self.appearance.smaller),
            ("program.shortcuts", self._show_shortcuts),
            ("program.about", self._show_about),
            ("library.new", self._begin_review),
            ("review.undo", self._undo),
            ("review.redo", self._redo),
            ("review.history", self._show_history),
            ("review.add", lambda: self._ask_page("submissions.add")),
            ("review.folder", lambda: self._ask_page("submissions.folder")),
            ("review.paste", lambda: self._ask_page("submissions.paste")),
            ("review.request", lambda: self._ask_page("submissions.request")),
        ):
            self.orders.on(order, asked)
        for page in PAGES:
            self.orders.on(f"go.{page}", partial(self._go, page))

    def _lockable(self) -> Lockable:
        return Lockable(
            minutes=lambda: self.appearance.settings.lock_minutes,
            possible=self.orders["program.lock"].isEnabled,
            busy=lambda: self.jobs.busy or (self.room is not None and self.room.jobs.busy),
            keep=self._keep_typed,
            lock=self.lock,
            key=self.orders["program.lock"].shortcut(),
        )

    def _keep_typed(self) -> None:
        typed_into: object = self.room.context.drafts if self.room else self.stack.currentWidget()
        if isinstance(typed_into, Flushes):
            typed_into.flush()

    # Where the window can be.

    def show_unlock(self) -> None:
        """Stand before the lock."""
        page = UnlockPage(self._folder, self.theme, self.jobs, self._cost)
        page.opened.connect(self._come_back)
        self._show(page, _TITLE)

    def enter(self, library: Library, *, can_return: bool = True) -> None:
        """Go in with an open library. Where nobody knows its passphrase, as in a demonstration, it cannot be locked."""
        self.library, self._can_return = library, can_return
        self.statusBar().clearMessage()
        self.show_library()

    def _come_back(self, library: Library) -> None:
        """Go in, and on to where the chair was when the window was locked, if that is still there."""
        from dhr_desktop.ui.library.page import LibraryPage  # noqa: PLC0415 - not needed to show the lock

        self.enter(library)
        page = self.stack.currentWidget()
        if isinstance(page, LibraryPage) and self._left[0] in {each.id for each in library.reviews()}:
            page.open_review(self._left[0])

    def show_library(self) -> None:
        """Leave the review, if one is open, and show the list."""
        if self.library is None or (self.room and not may_leave(self.room)):
            return
        self._leave_review()
        from dhr_desktop.ui.library.page import LibraryPage  # noqa: PLC0415 - not needed to show the lock

        page = LibraryPage(self.library, self.theme, self.jobs)
        page.opened.connect(self.show_review)
        self._show(page, _TITLE)

    def show_review(self, review: "Review") -> None:
        """Show an open review, at its first page or at that where the window was locked."""
        if self.library is None:
            return
        from dhr_desktop.ui.shell.room import ReviewRoom  # noqa: PLC0415 - not needed to show the lock
        from dhr_desktop.ui.shell.undoing import Undoing  # noqa: PLC0415 - as above

        self._leave_review()
        room = ReviewRoom(review, self.library, self.theme, self.orders, self._makers, self._habits)
        room.renamed.connect(self._name)
        room.ways.history_wanted.connect(self._show_history)
        room.ways.person_history_wanted.connect(lambda person_id: self._show_history(person_id=person_id))
        room.jobs.begun.connect(self._say_saved)
        room.jobs.settled.connect(self._say_saved)
        self.room = room
        self.status.watch(room.jobs)
        self._show(room, "")
        self._undoing = Undoing(room, self.orders)
        room.announce()
        left, self._left = self._left, _NOWHERE
        room.show_page(left[1] if left[0] == review.id else "overview")
        self._kept.give_back(room)

    def lock(self) -> None:
        """Close everything that is open and stand before the lock again, with the way back to where one was.

        Of files that wait, their places are kept.
        """
        self._left = (self.room.review.id, self.room.shown) if self.room else _NOWHERE
        if self.room is not None:
            self._kept.keep(self.room)
        else:
            self._keep_typed()
        self._leave_review()
        if self.library is not None:
            self.library.close()
            self.library = None
        self.show_unlock()

    def _leave_review(self) -> None:
        if self.room is None:
            return
        room, self.room, self._undoing = self.room, None, None
        self.status.watch(self.jobs)
        room.leave()
        QTimer.singleShot(_GONE_MS, self, _let_go)

    def _show(self, page: QWidget, title: str) -> None:
        for dialog in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if dialog.isWindow():
                dialog.close()
        before = self.stack.currentWidget()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if before is not None:
            self.stack.removeWidget(before)
            before.deleteLater()
        if title:
            self.setWindowTitle(title)
        self._allow()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self) -> None:
        for action in self.orders.of_scope(REVIEW):
            action.setEnabled(self.room is not None)
        self.orders["program.lock"].setEnabled(self.library is not None and self._can_return)
        self.orders["library.new"].setEnabled(self.library is not None)
        self.status.show_saved(shown=self.room is not None)

    def _name(self, review: str) -> None:
        self.setWindowTitle(f"{review} – {_TITLE}")

    # What can be asked for.

    def _go(self, page: str) -> None:
        if self.room:
            self.room.show_page(page)

    def _ask_page(self, action_id: str) -> None:
        """Go to a page and ask for one of its own actions."""
        if self.room:
            name = action_id.partition(".")[0]
            self.room.show_page(name)
            if self.room.guard.shields:
                return
            action = self.room.page(name).findChild(QAction, action_id, Qt.FindChildOption.FindDirectChildrenOnly)
            if action:
                action.trigger()

    def _undo(self) -> None:
        if self._undoing:
            self._undoing.undo()

    def _redo(self) -> None:
        if self._undoing:
            self._undoing.redo()

    def _begin_review(self) -> None:
        from dhr_desktop.ui.library.page import LibraryPage  # noqa: PLC0415 - not needed to show the lock

        if self.room:
            self.show_library()
        page = self.stack.currentWidget()
        if isinstance(page, LibraryPage):
            page.begin()

    def _show_history(self, about: int | bool = 0, person_id: int = 0) -> None:
        from dhr_desktop.ui.shell.beside import show_history  # noqa: PLC0415 - not needed to show the lock

        if self.room:
            show_history(self.room.context, self, int(about), person_id)

    def _show_shortcuts(self) -> None:
        _open(ShortcutSheet(self))

    def _show_about(self) -> None:
        _open(AboutSheet(self))

    def _full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _take_files(self, paths: list[Path]) -> None:
        if self.room:
            self.room.take_files(paths)

    def _say_saved(self) -> None:
        if self.room and self.room.jobs.writing:
            self.status.say(Saving.GOING_ON)
        elif self.room:
            self.status.say(Saving.TYPING if self._typing.unsaved else Saving.DONE)

    def _on_typing(self, typing: bool) -> None:
        if self.room and not self.room.jobs.writing:
            self.status.say(Saving.TYPING if typing and self._typing.unsaved is not False else Saving.DONE)

    # What went wrong.

    def show_error(self, error: UserError) -> None:
        """Show what no page has shown."""
        page = self.room or self.stack.currentWidget()
        messages = getattr(page, "messages", None)
        if isinstance(messages, MessageBar):
            messages.show_error(error)
        elif isinstance(page, UnlockPage):
            page.form.refuse(error)

    def show_fault(self, report: str) -> None:
        """Say that the program failed; the library has been locked by then."""
        _open(FaultSheet(report, self))

    def say_abrupt_end(self) -> None:
        """Say, before the lock, that the program ended abruptly the last time."""
        self.statusBar().showMessage(
            self.tr("The program ended abruptly last time. Every change that was shown as saved is in your library."),
            NOTE_STAYS,
        )

    def lock_for_safety(self) -> None:
        """Lock after a fault: what cannot be closed in the usual way is closed as far as it will go."""
        try:
            self.lock()
        except Exception:  # noqa: BLE001 - the first fault is the one to report; this one must not hide it
            library, self.library = self.library, None
            self.room = self._undoing = None
            if library is not None:
                with contextlib.suppress(Exception):
                    library.close()
            self.show_unlock()
        self._left = _NOWHERE  # what failed there is not gone to by itself

    # What the system asks.

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Hear whether anybody is there."""
        super().showEvent(event)
        self.idle.hear_window()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Offer to take files, where there is a review to take them."""
        if self.room:
            self.cover.offer(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Save what is being typed, stop long work, and close the files before the window goes."""
        self.appearance.keep()
        self._leave_review()
        self.jobs.shut_down()
        if self.library is not None:
            self.library.close()
            self.library = None
        super().closeEvent(event)
        QApplication.quit()


def _open(dialog: QDialog) -> None:
    """Show a dialog before the window; it is gone once it is closed, and the keyboard is back where it was."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    behind = dialog.parentWidget()
    if behind is not None:
        dialog.finished.connect(behind.activateWindow)
    dialog.open()


def _let_go() -> None:
    """Have nothing of a review that was left wait in memory behind the lock."""
    forget()
    collect()
