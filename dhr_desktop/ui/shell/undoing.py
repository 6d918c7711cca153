"""Undo and Redo: their words in the menu, and the work itself, in the review's journal or in the page that is shown."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from dhr_desktop.base.progress import Progress
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.own_undo import OwnUndo, UndoesItself
from dhr_desktop.ui.shell.room import ReviewRoom


class Undoing(QObject):
    """Keeps the two actions true to the journal of one review. It lives as long as the review's room."""

    def __init__(self, room: ReviewRoom, actions: Actions) -> None:
        super().__init__(room)
        self._room = room
        self._journal = room.review.journal
        self._undo, self._redo = actions["review.undo"], actions["review.redo"]
        self._watched: set[UndoesItself] = set()
        self._shown = room.context.words_beside
        self._said_after = 0
        room.messages.said.connect(self._note_step)
        room.notices.changed.connect(self._show)
        room.notices.changed.connect(self._withdraw)
        for covering in (room.context.panel.changed, room.context.veil.changed):
            covering.connect(self._show)
        room.stack.currentChanged.connect(self._watch)
        self._watch()

    def undo(self) -> None:
        """Reverse the newest step, or take back the page's last decision where it has its own."""
        page = self._page
        if page and page.own_undo():
            page.take_back()
        else:
            self._turn(undo=True)

    def redo(self) -> None:
        """Do again what was undone last."""
        page = self._page
        if page and page.own_undo():
            page.do_again()
        else:
            self._turn(undo=False)

    @property
    def _page(self) -> UndoesItself | None:
        page = self._room.stack.currentWidget()
        return page if isinstance(page, UndoesItself) else None

    def _watch(self) -> None:
        page = self._page
        if page and page not in self._watched:
            self._watched.add(page)
            page.undo_changed.connect(self._show)
        self._show()

    def _turn(self, *, undo: bool) -> None:
        journal = self._journal

        def work(progress: Progress) -> Change | None:
            del progress
            return journal.undo() if undo else journal.redo()

        said = self._say_undone if undo else self._say_redone
        job = self._room.jobs.run(work, self.tr("Undoing") if undo else self.tr("Redoing"), said, owner=self._room)
        # Whoever presses the two fast presses the other before this one is done: it waits its turn in the same thread.
        (self._redo if undo else self._undo).setEnabled(True)
        job.finished.connect(self._show)

    def _note_step(self) -> None:
        if not self._room.review.closed:
            newest = self._journal.steps(1)
            self._said_after = newest[0].id if newest else 0

    def _withdraw(self, change: Change) -> None:
        """Once something else has been done, an Undo that is still offered would take back that."""
        if change.step_id > self._said_after and self._room.messages.offers in (self.tr("Undo"), self.tr("Redo")):
            self._room.messages.withdraw()

    def _say_undone(self, change: Change | None) -> None:
        if change:
            words = self.tr("Undone: {step}").format(step=change.label)
            self._room.messages.show_done(words, self.tr("Redo"), self.redo)

    def _say_redone(self, change: Change | None) -> None:
        if change:
            self._room.messages.show_done(self.tr("Done again: {step}").format(step=change.label))

    def _show(self) -> None:
        if self._room.review.closed:
            return
        status = self._status()
        self._undo.setEnabled(status.undo is not None)
        self._redo.setEnabled(status.redo is not None)
        # A label may hold an ampersand, as agencies' names do.
        for action, verb, step in (
            (self._undo, self.tr("&Undo"), self._shown(status.undo or "")),
            (self._redo, self.tr("&Redo"), self._shown(status.redo or "")),
        ):
            action.setText(self._words(verb, step))
            plain = verb.replace("&", "")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{plain} {step}  ({keys})" if step else f"{plain}  ({keys})")

    def _status(self) -> OwnUndo:
        page = self._page
        own = page.own_undo() if page else None
        if own is not None:
            return own
        status = self._journal.status()
        return OwnUndo(status.undo, status.redo)

    def _words(self, verb: str, step: str | None) -> str:
        return f"{verb} {step.replace('&', '&&')}" if step else verb
