"""How the page may show what it holds: names covered in panel view, what distresses veiled until it is asked for."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dhr_desktop.domain.entries import Entry
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.timeline.filter_bar import FilterBar
from dhr_desktop.ui.timeline.model import EntriesModel
from dhr_desktop.ui.timeline.panel import EntryPanel
from dhr_desktop.ui.timeline.picture.pane import PicturePane
from dhr_desktop.ui.timeline.table import TimelineTable


class Page(Protocol):
    """What of the page shows words of entries."""

    model: EntriesModel
    table: TimelineTable
    panel: EntryPanel
    filters: FilterBar
    picture: PicturePane

    def show_again(self) -> None:
        """Show the chosen entry anew."""

    def end_new_entry(self) -> None:
        """Put the form for a new entry away."""


class Showing(QObject):
    """Dresses the table and the panel, and has both drawn anew when something may be seen, or no longer."""

    def __init__(self, context: ReviewContext, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._page, self._parent = context, page, parent
        page.model.dress = context.shown
        page.panel.dress = context.shown
        page.panel.dress_row = lambda row, entry: context.panel.row(context.veil.row(row, entry), entry)
        page.panel.file_called = context.panel.file
        page.panel.called = context.panel.called
        page.panel.veils = context.veil.veils
        page.filters.conditions.shown = context.words
        page.panel.veil.wanted.connect(self.unveil)
        page.table.entry_chosen.connect(self._chosen)
        context.veil.changed.connect(self._draw_again)
        context.panel.changed.connect(self._turn)
        if context.panel.on:
            self._turn()

    def unveil(self) -> None:
        """F5: show the words of the chosen entry, until another is chosen."""
        if self._page.panel.entry:
            self._context.veil.lift(self._page.panel.entry.id)

    def may_edit(self) -> bool:
        """Whether texts can be edited now; where they cannot, the chair is told why."""
        if not self._context.panel.on:
            return True
        words = self.tr("Texts are not edited in panel view, for they show pseudonyms. F6 leaves it.")
        self._context.messages.show_note(words)
        return False

    def may_see_the_file(self) -> bool:
        """Whether an agency's whole sheet can be shown now; where it cannot, the chair is told why."""
        if not self._context.panel.on:
            return True
        words = self.tr("An agency’s sheet is not shown in panel view, for it holds real names. F6 leaves it.")
        self._context.messages.show_note(words)
        return False

    def _chosen(self, entry: Entry | None) -> None:
        if entry is not None and self._parent.isVisible():  # elsewhere something else may be asked for
            self._context.veil.choose(entry.id)

    def _turn(self) -> None:
        page, on = self._page, self._context.panel.on
        if on:
            page.panel.fields.commit()
            page.panel.meaning.note.commit()
            page.end_new_entry()
            self._context.panel.hides_typed(page.filters.search)
        page.panel.fields.set_read_only(on=on)
        self._draw_again()

    def _draw_again(self) -> None:
        self._page.model.forget()
        self._page.filters.say_again()
        self._page.picture.view.say()
        self._page.show_again()
