"""Brings saved views to the page: shows the one chosen, and has those the chair makes written."""

from collections.abc import Callable
from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.store import views
from dhr_desktop.store.journal import Change
from dhr_desktop.store.views import SavedView
from dhr_desktop.timeline import views as commands
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.kept_words import kept_in_dialog
from dhr_desktop.ui.timeline.filter_bar import FilterBar
from dhr_desktop.ui.timeline.ready_views import ready_views
from dhr_desktop.ui.timeline.views_dialog import ViewNameDialog, ViewsDialog

T = TypeVar("T")


@runtime_checkable
class Shaped(Protocol):
    """A table whose columns, widths and grouping can be kept with a view, as JSON."""

    def shape(self) -> str:
        """How it stands."""

    def take_shape(self, shape: str) -> None:
        """Stand so again."""


class Viewing(QObject):
    """Between the Views button, the filters and the store."""

    def __init__(self, context: ReviewContext, filters: FilterBar, table: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._filters, self._page = context, filters, page
        self._table = table if isinstance(table, Shaped) else None
        self._button = filters.views
        self.naming: ViewNameDialog | None = None
        self.ordering: ViewsDialog | None = None
        self._button.view_chosen.connect(self.show)
        self._button.save_wanted.connect(self.save)
        self._button.replace_wanted.connect(self._replace)
        self._button.order_wanted.connect(self.order)
        self._button.menu_of_views.aboutToShow.connect(self.look_again)
        filters.changed.connect(self.look_again)
        filters.lost.connect(self._say_lost)
        context.notices.changed.connect(self._on_change)
        self._read()

    def show(self, view: SavedView) -> None:
        """Show a view: its filters, and how its table stood."""
        self._button.choose(view)
        if self._table and view.shape != "{}":
            self._table.take_shape(view.shape)
        self._filters.set_wanted(view.wanted)
        self.look_again()

    def look_again(self) -> None:
        """See whether the filters, or how the table stands, have left the present view."""
        self._button.show_wanted(self._filters.wanted, self._shape())

    def save(self) -> None:
        """Ask for a name and keep the present filters under it."""
        dialog = self.naming = ViewNameDialog(self._page)
        kept_in_dialog(dialog, self._context.drafts, "view/new")
        dialog.named.connect(lambda name: self._save(name, dialog))
        dialog.open()

    def order(self) -> None:
        """Show the saved views, to be renamed, moved and removed."""
        if self._context.panel.refuses(self._context.messages):
            return
        review, page = self._context.review, self._page
        dialog = self.ordering = ViewsDialog(page)
        dialog.show_views([view for view in self._button.views if view.id > 0])
        reserved = self._reserved()

        def write(command: Callable[[], None]) -> None:
            self._write(command, _nothing, dialog.say_refused)

        def rename(view: SavedView, name: str) -> None:
            self._write(
                lambda: commands.rename_view(review, view.id, name, reserved, page),
                _nothing,
                lambda error: dialog.say_refused(error, view, name),
            )

        dialog.renamed.connect(rename)
        dialog.moved.connect(lambda view, to: write(lambda: commands.move_view(review, view.id, to, page)))
        dialog.removed.connect(lambda view: write(lambda: commands.remove_view(review, view.id, page)))
        dialog.open()

    def _shape(self) -> str:
        return self._table.shape() if self._table else "{}"

    def _reserved(self) -> list[str]:
        return [view.name for view in ready_views()]

    def _save(self, name: str, dialog: ViewNameDialog) -> None:
        review, wanted, shape, page = self._context.review, self._filters.wanted, self._shape(), self._page

        def saved(view: SavedView) -> None:
            dialog.accept()
            self._button.choose(view)
            self.look_again()

        self._write(
            lambda: commands.save_view(review, name, wanted, shape, self._reserved(), page), saved, dialog.say_refused
        )

    def _replace(self, view: SavedView) -> None:
        review, wanted, shape, page = self._context.review, self._filters.wanted, self._shape(), self._page
        self._write(lambda: commands.replace_view(review, view.id, wanted, shape, page), _nothing, self._say_refused)

    def _say_lost(self) -> None:
        """A view whose theme is gone shows other entries than its name says."""
        if self._button.chosen.id > 0:
            words = self.tr("Something the view “{name}” asks for has been removed. It goes by the rest.")
            self._context.messages.show_note(words.format(name=self._context.panel.shown(self._button.chosen.name)))

    def _say_refused(self, error: UserError) -> None:
        self._context.messages.show_error(error)

    def _write(self, command: Callable[[], T], done: Callable[[T], None], refused: Callable[[UserError], None]) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                refused(error)

        self._context.jobs.run(at_once(command), self.tr("Saving the view"), done, failed, owner=self._page)

    # Reading.

    def _on_change(self, change: Change) -> None:
        if "saved_view" in change.tables:
            self._read()

    def _read(self) -> None:
        review = self._context.review

        def work(progress: Progress) -> list[SavedView]:
            del progress
            return views.listing(review)

        self._context.jobs.read(work, self.tr("Reading the views"), self._show_saved, owner=self._page)

    def _show_saved(self, saved: list[SavedView]) -> None:
        self._button.show_views(saved)
        if self.ordering and self.ordering.isVisible():
            self.ordering.show_views(saved)
        self.look_again()


def _nothing(_result: object) -> None:
    """The notice that follows shows what was done."""
