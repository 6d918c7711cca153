"""What is written from the side panel, and what the chair is told of it."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Question
from dhr_desktop.store import entries
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.asked_about import asked_about_words
from dhr_desktop.ui.timeline.cell_drafts import IN_THE_PANEL
from dhr_desktop.ui.timeline.model import EntriesModel
from dhr_desktop.ui.timeline.panel import EntryPanel
from dhr_desktop.ui.timeline.writing import EntryWriter


class WritingDesk(QObject):
    """Hands what the panel has to write to the writer, and says beside it how far it has come."""

    next_wanted = Signal(int)
    """An entry was removed or added: the one to be read next, by its id; 0 for none."""

    def __init__(
        self, context: ReviewContext, page: QWidget, panel: EntryPanel, model: EntriesModel, writer: EntryWriter
    ) -> None:
        super().__init__(page)
        self._context = context
        self._panel = panel
        self._model = model
        self._writer = writer
        panel.fields.committed.connect(self._save_typed)
        panel.accepted.connect(writer.accept)
        panel.corrected.connect(self._save)
        panel.removal_wanted.connect(self.remove)
        panel.left_unsaved.connect(self._say_kept)
        writer.saved.connect(self._say_saved)
        writer.removed.connect(self._say_removed)
        writer.refused.connect(self._say_refused)
        writer.added.connect(self.next_wanted)

    def remove(self, entry_id: int) -> None:
        """Take an entry off the timeline; its neighbour is read next."""
        row = self._model.row_of(entry_id)
        neighbour = (self._model.entry(row + 1) or self._model.entry(row - 1)) if row >= 0 else None
        self._writer.remove(entry_id, neighbour.id if neighbour else 0)

    def keep_unread(self, entry_id: int, name: str, typed: str) -> None:
        """What was typed into a cell, which nobody could tell, stands in the side panel if its entry does, and is said.

        Where names are covered nothing is shown: it is kept all the same.
        """
        entry, panel = self._panel.entry, self._context.panel
        if entry is not None and entry.id == entry_id and name in IN_THE_PANEL and not panel.on:
            self._panel.fields.fill({name: typed})
        self._say_kept(typed)

    def _say_kept(self, typed: str) -> None:
        """Say that what was typed stays with its entry, for nobody could tell what it means."""
        words = self.tr("“{typed}” was not understood as a date or time. It is kept with its entry, not in the review.")
        self._context.messages.show_note(words.format(typed=typed))

    def say_unwritten(self, typed: str) -> None:
        """Say what was typed into a cell of the table and is neither saved nor shown there any more."""
        words = self.tr("“{typed}” was not saved, and its entry is not in the table now.").format(typed=typed)
        self._context.messages.show_note(words)

    def _save(self, entry: Entry, since: Entry) -> None:
        self._panel.state.setText(self.tr("Saving…"))
        self._writer.save(entry, since)

    def _save_typed(self, entry: Entry, since: Entry) -> None:
        self._panel.state.setText(self.tr("Saving…"))
        fields = self._panel.fields
        self._writer.save(entry, since, fields.sitting, partial(fields.keep_refused, entry, since))

    def _say_saved(self) -> None:
        self._panel.state.setText("" if self._panel.fields.unsaved() else self.tr("Saved"))

    def _say_refused(self, error: UserError) -> None:
        """Nothing that was typed is lost: it stands in its fields, unsaved."""
        self._panel.state.setText(self.tr("Not saved"))
        self._context.messages.show_error(error)
        entry = self._panel.entry
        stored = entries.page(self._context.review, [entry.id]) if entry else []
        if stored:
            self._panel.fields.unsave(stored[0])

    def _say_removed(self, neighbour: int, asked: list[Question]) -> None:
        self._panel.show_none()
        self.next_wanted.emit(neighbour)
        undo = self._context.actions["review.undo"].trigger
        self._context.messages.show_done(
            f"{self.tr('Entry removed.')} {asked_about_words(asked)}".strip(), self.tr("Undo"), undo
        )
