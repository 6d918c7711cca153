"""The Submissions page: drop what agencies sent, look at how it is read, import it, and take it back if need be."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.importing import intake
from dhr_desktop.importing.choices import NO_CHOICES
from dhr_desktop.importing.opening import READ_KINDS
from dhr_desktop.importing.submit import Imported
from dhr_desktop.store import agencies
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import Question, ask, choose_files, choose_folder
from dhr_desktop.ui.common.own_undo import OwnUndo
from dhr_desktop.ui.common.waiting_files import WaitingFiles
from dhr_desktop.ui.common.widgets import EmptyState, button, link_button
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.importing.batch import Batch, FileItem
from dhr_desktop.ui.importing.batch_view import BatchView
from dhr_desktop.ui.importing.handing_over import (
    Result,
    import_files,
    left_after,
    look_again,
    now_revise,
    read_batch,
    read_item,
    remember,
)
from dhr_desktop.ui.importing.keeping import KeptBatch
from dhr_desktop.ui.importing.kept_file import At
from dhr_desktop.ui.importing.kept_files import TakenUp, give_back
from dhr_desktop.ui.importing.revision import RevisionView
from dhr_desktop.ui.importing.submissions_view import SubmissionsView

_SHOWN_IN = frozenset({"submission", "agency"})


class SubmissionsPage(QWidget):
    """What agencies have sent. Files dropped anywhere on the window arrive in `take_files`."""

    undo_changed = Signal()

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review = context.review
        self.listing = SubmissionsView(context)
        self.model, self.table = self.listing.model, self.listing.table
        self.batch = BatchView(context)
        self.revision = RevisionView(context)
        self._revising: FileItem | None = None
        self._stack = QStackedWidget()
        self._build()
        self.listing.files_wanted.connect(self.ask_for_files)
        self.batch.wanted.connect(self.import_batch)
        self.batch.left.connect(self._put_away)
        self.batch.all_left.connect(self._put_all_away)
        self.batch.opened.connect(self._open)
        self.batch.compare.connect(self._compare)
        self.batch.read_afresh.connect(self._read_afresh)
        self.batch.read_again.connect(self._read_file_again)
        self.revision.left.connect(lambda: self._stack.setCurrentWidget(self.batch))
        self.revision.done.connect(self._revised)
        context.notices.changed.connect(self._on_change)
        Actions.on_page(self, "submissions.add", self.ask_for_files)
        ways = QMenu(self)
        ways.addAction(Actions.on_page(self, "submissions.folder", self.ask_for_folder))
        ways.addAction(Actions.on_page(self, "submissions.paste", self.paste))
        self.ways = button(self.tr("A folder or a tab&le"))
        self.ways.setMenu(ways)
        self.listing.header.add(self.ways)
        Actions.on_page(self, "submissions.request", self.listing.ask_for_request)
        Actions.on_page(self, "submissions.lift", self.lift)
        self.batch.changed.connect(self.undo_changed)
        self._kept = KeptBatch(context, self.batch, lambda: self._stack.currentWidget() is self.revision, self)
        self._kept.taken_up.connect(self._taken_up)
        self._stack.currentChanged.connect(self.undo_changed)
        for each in self._comparisons:
            each.installEventFilter(self)
        self.refresh()

    def _build(self) -> None:
        self.choose = button(self.tr("&Choose files…"), "primary", self.ask_for_files)
        self.empty = EmptyState(
            self._context.theme,
            "drop",
            self.tr("Drop here what agencies have sent"),
            self.tr(
                "Files, whole folders or .zip files: spreadsheets, CSV, Word and PDF in any layout. Each is shown as it"
                " was read before anything is imported, and the original is kept byte for byte."
            ),
            self.choose,
            link_button(self.tr("Choose a f&older…"), self.ask_for_folder),
            link_button(self.tr("&Paste a table"), self.paste),
            link_button(self.tr("Write a &request to an agency…"), self.listing.ask_for_request),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        for page in (self.empty, self.listing, self.batch, self.revision):
            self._stack.addWidget(page)

    def take_keyboard(self) -> None:
        """Have the keyboard in the list, in the file at hand, or on the way to a first file."""
        shown = self._stack.currentWidget()
        if shown is self.batch:
            self.batch.files.setFocus(Qt.FocusReason.OtherFocusReason)
        elif shown is self.revision:
            self.revision.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (self.choose if shown is self.empty else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def lift(self) -> None:
        """Show the words of the row at hand, where they are veiled, until another is gone to."""
        for each in (self.batch.file.columns, *self._comparisons):
            if each.isVisible():
                each.lift()

    # Showing what there is.

    def refresh(self) -> None:
        """Read the submissions again."""
        self.listing.refresh()
        if self._stack.currentWidget() not in (self.batch, self.revision):
            self._show_list()

    def _show_list(self) -> None:
        focused = self.window().focusWidget()
        here = self.isVisible() and focused is not None and self._stack.isAncestorOf(focused)
        wanted = self.listing if self.model.rowCount() else self.empty
        moved = self._stack.currentWidget() is not wanted
        self._stack.setCurrentWidget(wanted)
        if here and moved:
            self.take_keyboard()

    def _on_change(self, change: Change) -> None:
        if change.tables & _SHOWN_IN and self._stack.currentWidget() not in (self.batch, self.revision):
            self._show_list()
        if "submission" in change.tables and change.kind != "do" and look_again(self._review, self.batch.batch.items):
            self.batch.tell_again()

    # What Undo takes back while files are looked at.

    @property
    def _comparisons(self) -> tuple[RevisionView, RevisionView]:
        """Where a revised version is compared: one handed over, or one chosen for a submission of the list."""
        return self.revision, self.listing.revision

    def own_undo(self) -> OwnUndo | None:
        """The last decision about the file at hand; nothing while two versions are compared; else the review's."""
        if any(each.isVisibleTo(self) for each in self._comparisons):
            return OwnUndo()
        if self._stack.currentWidget() is not self.batch:
            return None
        item = self.batch.current
        last = item.past[-1].words if item and item.past else None
        return OwnUndo(last, item.undone[-1].words if item and item.undone else None)

    def take_back(self) -> None:
        """Take back the last decision about the file at hand."""
        if self._stack.currentWidget() is self.batch:
            self.batch.file.columns.undo()

    def do_again(self) -> None:
        """Do again the decision that was taken back last."""
        if self._stack.currentWidget() is self.batch:
            self.batch.file.columns.redo()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A comparison that comes or goes changes what Undo does."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.undo_changed.emit()
        return super().eventFilter(watched, event)

    # Handing files over.

    def ask_for_files(self) -> None:
        """Ctrl+O: choose files."""
        kinds = " ".join(f"*{kind}" for kind in READ_KINDS)
        patterns = self.tr("Spreadsheets, CSV, Word and PDF ({kinds} *.zip);;All files (*)").format(kinds=kinds)
        found = choose_files(self, self.tr("Files that agencies have sent"), patterns)
        if found:
            self.take_files(found)

    def ask_for_folder(self) -> None:
        """Choose a folder, of which all files are taken."""
        found = choose_folder(self, self.tr("Folder of files that agencies have sent"))
        if found:
            self.take_files([found])

    def paste(self) -> None:
        """Ctrl+V: take the table that was copied in another program."""
        told = QGuiApplication.clipboard().mimeData()
        try:
            pasted = intake.from_clipboard(told.html() if told.hasHtml() else "", told.text() if told.hasText() else "")
        except UserError as error:
            self._context.messages.show_error(error)
            return
        self._context.messages.clear()

        def work(progress: Progress) -> Batch:
            return Batch([read_item(self._review, self._context.library, pasted, progress)])

        self._context.jobs.read(work, self.tr("Reading the table"), self._show_batch, owner=self)

    def take_files(self, paths: list[Path]) -> None:
        """Read files, and those in folders, and show how they were read."""
        self._context.messages.clear()
        work = partial(read_batch, self._review, self._context.library, list(paths))
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

    # What a file may wait for.

    def _open(self, item: FileItem, password: str) -> None:
        """Open a protected file, or a protected .zip with all the files in it."""
        if item.arrival.data or item.arrival.path is None:
            self._read_again(item, password)
            return
        paths = [item.arrival.path]

        def work(progress: Progress) -> Batch:
            return read_batch(self._review, self._context.library, paths, progress, password)

        done = partial(self.batch.put_items, item)
        self._context.jobs.read(work, self.tr("Opening the files"), done, owner=self)

    def _read_afresh(self, item: FileItem) -> None:
        if item.reading:
            tables = [table.choose(NO_CHOICES) for table in item.reading.tables]
            item.reading = replace(item.reading, tables=tables)
            item.remembered = False
            self.batch.put_item(item, item)

    def _read_again(self, item: FileItem, password: str) -> None:
        def work(progress: Progress) -> FileItem:
            return read_item(self._review, self._context.library, item.arrival, progress, password)

        self._context.jobs.read(work, self.tr("Opening the file"), partial(self.batch.put_item, item), owner=self)

    def _read_file_again(self, item: FileItem) -> None:
        """Read a file that has been written since it was looked at."""

        def work(progress: Progress) -> FileItem:
            password = item.reading.password if item.reading else ""
            return read_item(self._review, self._context.library, intake.again(item.arrival), progress, password)

        done = partial(self._put_again, item)
        self._context.jobs.read(work, self.tr("Reading the file again"), done, owner=self)

    def _put_again(self, old: FileItem, new: FileItem) -> None:
        if old.kept and old.reading is None:
            give_back(new, old.kept)
        new.agency, new.sender, new.received = old.agency or new.agency, old.sender, old.received
        self.batch.put_item(old, new)

    def _compare(self, item: FileItem) -> None:
        if item.reading and item.revises:
            self._revising = item
            self._stack.setCurrentWidget(self.revision)
            self.revision.compare(item.reading, item.revises[0], item.sender, item.received)

    def _revised(self, imported: Imported) -> None:
        if self._revising:
            remember(self._context.library, self._revising)
            now_revise(self._review, self.batch.batch.items, self._revising, imported)
            self.batch.take_out(self._revising)
            self._revising = None
        words = self.tr("The revised version is in place of the earlier one, which stays in the record.")
        self._context.messages.show_done(words, self.tr("Undo"), partial(self._undo, [imported.step_id]))
        if self.batch.batch.items:
            self._stack.setCurrentWidget(self.batch)
        else:
            self._leave_batch()
        self.refresh()

    def _undo(self, steps: list[int]) -> None:
        """Undo these steps, the latest first, as long as nothing has been done since."""

        def work(progress: Progress) -> None:
            for done, step in enumerate(reversed(steps)):
                progress.step(done, len(steps), "Undoing")
                if self._review.journal.steps(1)[0].id != step and done == 0:
                    return
                self._review.journal.undo()

        self._context.jobs.run(work, self.tr("Undoing the import"), owner=self)

    # Importing.

    def import_batch(self) -> None:
        """Import every file of the batch that can be; each is a step of its own."""
        self.batch.hold(True)
        work = partial(import_files, self._review, self.batch.batch.importable)
        job = self._context.jobs.run(work, self.tr("Importing"), self._imported, owner=self)
        job.cancelled.connect(self._stopped)
        job.failed.connect(self._stopped)

    def _stopped(self) -> None:
        self.batch.hold(False)
        self.refresh()

    def _imported(self, results: list[Result]) -> None:
        all_files = len(self.batch.batch.items)
        left = left_after(self._review, self.batch.batch.items, results)
        done = [result for _, result in results if isinstance(result, Imported)]
        for item, result in results:
            if isinstance(result, Imported):
                remember(self._context.library, item)
        self.batch.hold(False)
        self._leave_batch()
        self.refresh()
        if left:
            # What did not come in stays in sight, each file with its own sentence.
            self._show_files(Batch(left))
        undo = (self.tr("Undo"), partial(self._undo, [one.step_id for one in done])) if done else ()
        if left or not done:
            words = self.tr("{done} of {all} files were imported. Those left here were not; each says why.")
            self._context.messages.show_note(words.format(done=len(done), all=all_files), *undo)
            return
        entries = sum(one.imported for one in done)
        words = self.tr("{entries} imported from {files}.").format(
            entries=counted(entries, self.tr("{n} entry was"), self.tr("{n} entries were")),
            files=counted(len(done), self.tr("{n} file"), self.tr("{n} files")),
        )
        self._context.messages.show_done(words, *undo)

    # Putting away.

    def _put_away(self, item: FileItem) -> None:
        """Put one file away; it can be taken up again until something else is done."""
        place = self.batch.take_out(item)
        if not self.batch.batch.items:
            self._leave_batch()
        words = self.tr("“{file}” was put away. It was not imported.").format(file=item.name)
        self._context.messages.show_done(words, self.tr("Undo"), partial(self._take_up, item, place))

    def _take_up(self, item: FileItem, place: int) -> None:
        items = self.batch.batch.items
        place = min(place, len(items))
        self._show_files(Batch([*items[:place], item, *items[place:]]), place)

    def _put_all_away(self) -> None:
        words = counted(
            len(self.batch.batch.items),
            self.tr("{n} file has not been imported. It is put away with what you have decided about it."),
            self.tr("{n} files have not been imported. They are put away with what you have decided about them."),
        )
        question = Question(
            self.tr("Put all files away?"), words, self.tr("Put all away"), self.tr("Keep them here"), danger=True
        )
        if ask(question, self):
            self._leave_batch()

    def _leave_batch(self) -> None:
        focused = self.window().focusWidget()
        within = focused is not None and self.batch.isAncestorOf(focused)
        self.batch.forget()
        self._kept.keep()
        self._show_list()
        if within:
            (self.table if self.listing.isVisibleTo(self) else self.choose).setFocus(Qt.FocusReason.OtherFocusReason)

    def waiting_files(self) -> WaitingFiles:
        """The files that are looked at and are not in the review yet."""
        return WaitingFiles(len(self.batch.batch.items))

    def put_files_away(self) -> None:
        """Put them away, for the review is left without importing them."""
        self._leave_batch()

    def take_up_files(self) -> None:
        """Be again where one was with files that were waiting when the review was left by the lock or abruptly."""
        self._kept.take_up()
        self.listing.take_up_comparison()

    def _taken_up(self, found: TakenUp, at: At) -> None:
        if found.batch.items:
            self._show_batch(found.batch)
            first = len(self.batch.batch.items) - len(found.batch.items)
            self.batch.files.setCurrentRow(first + at.row)
            self.batch.file.go_to(at.step, at.table)
            item = self.batch.current
            if at.comparing and item:
                self._compare(item)
        self._kept.keep()
        self._context.messages.show_note(self._kept.words(found, at))
