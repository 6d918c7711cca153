"""The Submissions page: drop what agencies sent, look at how it is read, import it, and take it back if need be."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.importing.opening import READ_KINDS
from dhr_desktop.importing.submit import Imported, submit
from dhr_desktop.store import agencies
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import choose_files
from dhr_desktop.ui.common.widgets import EmptyState, button, link_button
from dhr_desktop.ui.importing.batch import Batch, FileItem, read_batch
from dhr_desktop.ui.importing.batch_view import BatchView
from dhr_desktop.ui.importing.submissions_view import SubmissionsView

_SHOWN_IN = frozenset({"submission", "agency"})


class SubmissionsPage(QWidget):
    """What agencies have sent. Files dropped anywhere on the window arrive in `take_files`."""

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review = context.review
        self.listing = SubmissionsView(context)
        self.model, self.table = self.listing.model, self.listing.table
        self.batch = BatchView(context)
        self._stack = QStackedWidget()
        self._build()
        self.listing.files_wanted.connect(self.ask_for_files)
        self.batch.wanted.connect(self.import_batch)
        self.batch.left.connect(self._put_away)
        context.notices.changed.connect(self._on_change)
        Actions.on_page(self, "submissions.add", self.ask_for_files)
        Actions.on_page(self, "submissions.request", self.listing.ask_for_request)
        self.refresh()

    def _build(self) -> None:
        self.empty = EmptyState(
            self._context.theme,
            "drop",
            self.tr("Drop here what agencies have sent"),
            self.tr(
                "Spreadsheets, CSV files and Word tables in any layout. Each is shown as it was read before anything"
                " is imported, and the original is kept byte for byte."
            ),
            button(self.tr("Choose &files…"), "primary", self.ask_for_files),
            link_button(self.tr("Write a &request to an agency…"), self.listing.ask_for_request),
        )
        for page in (self.empty, self.listing, self.batch):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    # Showing what there is.

    def refresh(self) -> None:
        """Read the submissions again."""
        self.listing.refresh()
        if self._stack.currentWidget() is not self.batch:
            self._show_list()

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.listing if self.model.rowCount() else self.empty)

    def _on_change(self, change: Change) -> None:
        if change.tables & _SHOWN_IN and self._stack.currentWidget() is not self.batch:
            self._show_list()

    # Handing files over.

    def ask_for_files(self) -> None:
        """Ctrl+O: choose files."""
        kinds = " ".join(f"*{kind}" for kind in READ_KINDS)
        patterns = self.tr("Spreadsheets, CSV files and Word tables ({kinds});;All files (*)").format(kinds=kinds)
        found = choose_files(self, self.tr("Files that agencies have sent"), patterns)
        if found:
            self.take_files(found)

    def take_files(self, paths: list[Path]) -> None:
        """Read files, and those in folders, and show how they were read."""
        self._context.messages.clear()
        work = partial(read_batch, self._review, list(paths))
        self._context.jobs.read(work, self.tr("Reading files"), self._show_batch, owner=self)

    def _show_batch(self, batch: Batch) -> None:
        if not batch.items:
            self._context.messages.show_note(self.tr("There is no file in that folder that can be read."))
            return
        row = 0
        if self._stack.currentWidget() is self.batch:
            row = len(self.batch.batch.items)
            self.batch.batch.add(batch)
            batch = self.batch.batch
        self._show_files(batch, min(row, len(batch.items) - 1))

    def _show_files(self, batch: Batch, row: int = 0) -> None:
        self.batch.show_batch(batch, [agency.name for agency in agencies.listing(self._review)], row)
        self._stack.setCurrentWidget(self.batch)

    def import_batch(self) -> None:
        """Import every file of the batch that can be; each is a step of its own."""
        items = self.batch.batch.importable
        work = partial(_import, self._context, items)
        self.batch.accept.setEnabled(False)
        job = self._context.jobs.run(work, self.tr("Importing"), self._imported, owner=self)
        job.cancelled.connect(self._stopped)

    def _stopped(self) -> None:
        self.batch.accept.setEnabled(True)
        self.refresh()

    def _imported(self, results: list[tuple[FileItem, Imported | UserError]]) -> None:
        done = [result for _, result in results if isinstance(result, Imported)]
        refused = [item for item, result in results if isinstance(result, UserError)]
        for item, result in results:
            item.error = result if isinstance(result, UserError) else None
        self._put_away()
        self.refresh()
        if refused:
            # What did not come in stays in sight, each file with its own sentence.
            self._show_files(Batch(refused))
            self._context.messages.show_note(
                self.tr("{done} of {all} files were imported. Those left here were not; each says why.").format(
                    done=len(done), all=len(results)
                )
            )
        elif done:
            self._context.messages.show_done(
                self.tr("{entries} entries were imported from {files} files.").format(
                    entries=f"{sum(one.imported for one in done):,}", files=len(done)
                ),
                self.tr("Go to the timeline"),
                self._context.actions["go.timeline"].trigger,
            )

    def _put_away(self) -> None:
        self.batch.forget()
        self._show_list()


def _import(
    context: ReviewContext, items: list[FileItem], progress: Progress
) -> list[tuple[FileItem, Imported | UserError]]:
    results: list[tuple[FileItem, Imported | UserError]] = []
    for item in items:
        if item.reading:
            try:
                results.append((item, submit(context.review, item.reading, item.agency, progress=progress)))
            except UserError as error:
                results.append((item, error))
    return results
