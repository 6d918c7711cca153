"""The entry that is being begun: its form shown and put away, and what was typed into it given back."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.listing import Listing
from dhr_desktop.ui.timeline.new_entry import NewEntryForm
from dhr_desktop.ui.timeline.panes import Panes
from dhr_desktop.ui.timeline.table import TimelineTable
from dhr_desktop.ui.timeline.writing import EntryWriter


class Page(Protocol):
    """What of the page a new entry needs."""

    new_entry: NewEntryForm
    panes: Panes
    table: TimelineTable

    @property
    def listing(self) -> Listing:
        """What was last read."""


class Beginning(QObject):
    """Nothing typed into the form is lost: it is kept until it is on the timeline, or was given up on purpose."""

    def __init__(self, context: ReviewContext, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._page, self._form = context, page, page.new_entry
        self._came_back = False
        self._form.fields.keeps_in(context.drafts)
        self._form.cancelled.connect(self._given_up)

    def hears(self, writer: EntryWriter) -> None:
        """Empty the form once what stands in it is on the timeline, and let it be asked for again where it is not."""
        writer.added.connect(self._form.forget)
        writer.refused.connect(self._form.let_again)

    def begin(self) -> None:
        """Show the form, with what was begun."""
        if self._context.messages.text == self._kept():
            self._context.messages.clear()
        self._page.panes.show_form(adding=True)
        self._form.begin(list(self._page.listing.agencies.values()))

    def end(self) -> None:
        """Go back to the chosen entry; what was begun stays in the form."""
        if self._page.panes.adding:
            self._page.panes.show_form(adding=False)
            self._page.table.setFocus()
            self._say_kept()
        elif not self._came_back:  # the chair has been led to the page for something else than the form
            self._came_back = True
            self._say_kept()

    def come_back(self) -> None:
        """Show the form, the first time that there is a list, where it was left with words in it, as by a lock.

        That is said, and the keyboard stays where one arrives: whoever comes back to read is not typing into a form.
        """
        first, self._came_back = not self._came_back, True
        if first and self._form.begun and not self._context.panel.on:
            self._page.panes.show_form(adding=True)
            self._form.begin(list(self._page.listing.agencies.values()), keyboard=False)
            self._say_kept()

    def _say_kept(self) -> None:
        if self._form.begun:
            self._context.messages.show_note(self._kept())

    def _kept(self) -> str:
        return self.tr("The entry you have begun is kept. Ctrl+N goes on with it.")

    def _given_up(self, words: Mapping[str, str]) -> None:
        self.end()
        if words:
            said = self.tr("The entry you had begun was given up.")
            self._context.messages.show_note(said, self.tr("Undo"), lambda: self._bring_back(words))

    def _bring_back(self, words: Mapping[str, str]) -> None:
        self._form.go_on(words)
        if not self._context.panel.on:
            self.begin()
