"""The list of what agencies have sent, beside one submission in full, with all that can be done about it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QSplitter, QStackedWidget, QTableView, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.entries import SourceRow
from dhr_desktop.domain.reviews import Submission
from dhr_desktop.importing.opening import READ_KINDS
from dhr_desktop.importing.particulars import Particulars
from dhr_desktop.importing.reading import Reading
from dhr_desktop.importing.request import of_review
from dhr_desktop.importing.submit import Imported
from dhr_desktop.importing.undoing import TakenBack, TakingBack
from dhr_desktop.store import agencies, entries, facts, submissions
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import Question, ask, choose_files, choose_folder, choose_save_path
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.kept_words import kept_in_dialog, kept_until_written
from dhr_desktop.ui.common.waiting_files import COMPARED
from dhr_desktop.ui.common.whole_words import WholeWords
from dhr_desktop.ui.common.widgets import PageHeader, button, dress_table, separator
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.importing import submission_work
from dhr_desktop.ui.importing.details_dialog import DetailsDialog
from dhr_desktop.ui.importing.request_dialog import RequestDialog
from dhr_desktop.ui.importing.revision import RevisionView
from dhr_desktop.ui.importing.set_aside_dialog import SetAsideDialog
from dhr_desktop.ui.importing.submission_details import SubmissionDetails
from dhr_desktop.ui.importing.submissions_model import FILE, NameDelegate, SubmissionsModel
from dhr_desktop.ui.importing.take_back_dialog import TakeBackDialog

_LISTED_IN = frozenset({"submission", "agency"})
_TOLD_IN = frozenset({"entry", "original_copy"})
_AGENCY = 0
_MOST_OF_AN_AGENCY = 0.5
"""The part of the room for words that an agency's name may have, for names of files tell more of their submission."""
_NARROWEST, _WIDEST = 330, 480
_SIDE_BY_SIDE = 880
_REQUEST = "request/new"
"""Where the words of a request are kept among the drafts."""


class SubmissionsView(QWidget):
    """What agencies have sent. `files_wanted` tells that the chair wants to add some."""

    files_wanted = Signal()

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._review = context.review
        self._parted_by_hand = False
        self._stale = False
        self._come = False
        self._known: frozenset[int] | None = None
        self.model = SubmissionsModel(context.theme, self)
        self.table = QTableView()
        self.details = SubmissionDetails()
        self.add = button(self.tr("&Add files…"), "primary", self.files_wanted.emit)
        self.request = button(self.tr("&Write a request…"), "", self.ask_for_request)
        self.revision = RevisionView(context)
        self._stack = QStackedWidget()
        self.dialog: QDialog | None = None
        """The dialog that stands open over the list."""
        self._build()
        self._connect()

    def _build(self) -> None:
        self.header = PageHeader(self.tr("Submissions"), self.tr("What agencies have sent, as they sent it."))
        self.header.add(self.request)
        self.header.add(self.add)
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Submissions"))
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_AGENCY, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(FILE, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._on_width)
        header.geometriesChanged.connect(self._fit_agencies)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._names = WholeWords(self.table)
        self.table.setItemDelegateForColumn(_AGENCY, self._names)
        self.table.setItemDelegateForColumn(FILE, NameDelegate(self.table))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        listed = QWidget()
        self._stack.addWidget(listed)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(separator())
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        column.addWidget(self.splitter, 1)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.details)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.splitterMoved.connect(self._keep_parts)
        self._stack.addWidget(self.revision)

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.table.doubleClicked.connect(self.edit_chosen)
        self.details.edit_wanted.connect(self.edit_chosen)
        self.details.copy_wanted.connect(self.save_copy_of_chosen)
        self.details.set_aside_wanted.connect(self.show_set_aside)
        self.details.take_back_wanted.connect(self.take_back_chosen)
        self.details.revision_wanted.connect(self.ask_for_revision)
        self.revision.left.connect(self.show_list)
        self.revision.done.connect(self._revised)
        self._context.notices.changed.connect(self._on_change)
        self._context.theme.changed.connect(self._part)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The parts follow the room that there is."""
        super().resizeEvent(event)
        self._part()

    def _part(self) -> None:
        """Side by side, or one below the other where large text leaves no room for that.

        The side takes three tenths, within what its words need, until the chair moves the edge.
        """
        beside = self.width() >= self._context.theme.scaled(_SIDE_BY_SIDE)
        orientation = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if orientation != self.splitter.orientation():
            self.splitter.setOrientation(orientation)
            self._parted_by_hand = False
        if self._parted_by_hand:
            return
        if beside:
            side = min(max(self.width() * 3 // 10, self._context.theme.scaled(_NARROWEST)), _WIDEST)
            self.splitter.setSizes([self.width() - side, side])
        else:
            self.splitter.setSizes([self.height() // 2, self.height() // 2])

    def _keep_parts(self) -> None:
        self._parted_by_hand = True

    def _on_width(self, column: int) -> None:
        if column == FILE:
            self._fit_agencies()

    def _fit_agencies(self) -> None:
        """As wide as the agencies' names need, within their part of the room for words or what the files leave.

        A longer name goes on in the next line.
        """
        header = self.table.horizontalHeader()
        others = (at for at in range(header.count()) if at not in (_AGENCY, FILE))
        room = self.table.viewport().width() - sum(map(header.sectionSize, others))
        rows = range(self.model.rowCount())
        names = [str(self.model.index(row, _AGENCY).data()) for row in rows]
        wanted = max(self._names.widest(names), header.sectionSizeHint(_AGENCY))
        left = room - max(self.table.sizeHintForColumn(FILE), header.sectionSizeHint(FILE))
        header.resizeSection(_AGENCY, min(wanted, max(int(room * _MOST_OF_AN_AGENCY), left)))
        QTimer.singleShot(0, self, self._fit_rows)  # once the columns have shared out the width

    def _fit_rows(self) -> None:
        self.table.verticalHeader().resizeSections(QHeaderView.ResizeMode.ResizeToContents)

    # Showing what there is.

    @property
    def chosen(self) -> int | None:
        """The id of the submission that is chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.submission(rows[0].row()).id if rows else None

    def refresh(self) -> None:
        """Read the submissions again; one that has come in is chosen, else the one that was, or its neighbour."""
        self._stale = False
        chosen, at = self.chosen, self.table.currentIndex().row()
        listed = submissions.listing(self._review)
        self.model.show(listed, agencies.listing(self._review))
        self._fit_agencies()
        self._read_total()
        places = {submission.id: row for row, submission in enumerate(listed)}
        come = places.keys() - self._known if self._known is not None else set()
        self._known = frozenset(places)
        self._come = self._come or bool(come)
        row = places[min(come)] if come else places.get(chosen or 0, min(max(at, 0), len(listed) - 1))
        if row >= 0:
            self.table.selectRow(row)
        else:
            self.details.show_none()

    def _read_total(self) -> None:
        """Read how many entries there are, and say it beside the files that are shown by then."""
        review = self._review

        def show(total: int) -> None:
            self.header.say(self._summary(self.model.rows, total))

        self._context.jobs.read(at_once(lambda: entries.count(review)), self.tr("Counting entries"), show, owner=self)

    def _summary(self, listed: Sequence[Submission], total: int) -> str:
        """The files that the timeline is made of, and apart from them those that only stay in the record."""
        revised = sum(self.model.is_revised(each) for each in listed)
        back = sum(bool(each.taken_back_at) for each in listed)
        said = [
            counted(len(listed) - revised - back, self.tr("{n} submission"), self.tr("{n} submissions")),
            counted(revised, self.tr("{n} earlier version"), self.tr("{n} earlier versions")) if revised else "",
            counted(back, self.tr("{n} taken back"), self.tr("{n} taken back")) if back else "",
            counted(total, self.tr("{n} entry on the timeline"), self.tr("{n} entries on the timeline")),
        ]
        return ", ".join(each for each in said if each) + "."

    def _on_change(self, change: Change) -> None:
        if change.tables & _LISTED_IN or (change.tables & _TOLD_IN and self.isVisible()):
            self.refresh()
        elif change.tables & _TOLD_IN:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What was done on other pages is told when this one is seen again; what has come in has the keyboard."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
        if self._come:
            self._come = False
            self.table.setFocus()

    def _show_chosen(self) -> None:
        if self.chosen is None:
            self.details.show_none()
            return
        work = partial(submission_work.particulars, self._context, self.chosen)
        self._context.jobs.read(work, self.tr("Reading the submission"), self._show_details, owner=self)

    def _show_details(self, told: Particulars | None) -> None:
        if told is not None and told.submission.id == self.chosen:
            self.details.show_submission(told)

    # What can be done about one.

    def edit_chosen(self) -> None:
        """Say who sent the chosen submission and when."""
        told = self.details.told
        if told is None:
            return
        dialog = DetailsDialog(told, self._agency_names(), self)
        kept_until_written(dialog, self._context.drafts, _details_of(told.submission))
        self._open(dialog, partial(self._describe, dialog))

    def _describe(self, dialog: DetailsDialog) -> None:
        work = partial(submission_work.describe, self._context, dialog.submission, dialog.agency_name)
        write = self._context.drafts.taken_in_by(_details_of(dialog.submission), work)
        self._context.jobs.run(write, self.tr("Saving the details"), owner=self)

    def _agency_names(self) -> list[str]:
        return [agency.name for agency in agencies.listing(self._review)]

    def save_copy_of_chosen(self) -> None:
        """Save a copy of the chosen submission's original where the chair says."""
        told = self.details.told
        if told is None:
            return
        question = Question(
            self.tr("Save a copy of the original?"),
            self.tr(
                "“{file}” is saved exactly as the agency sent it. It holds real names, and outside this review it is"
                " no longer encrypted. Save it only where it is safe, and delete it when you no longer need it."
            ).format(file=told.submission.file_name),
            self.tr("Choose where…"),
            self.tr("Cancel"),
        )
        if not ask(question, self):
            return
        suggested = Path.home() / told.submission.file_name
        path = choose_save_path(self, self.tr("Save a copy of the original"), suggested, self.tr("All files (*)"))
        if path:
            work = partial(submission_work.save_copy, self._context, told.submission.id, path)
            self._context.jobs.run(work, self.tr("Saving a copy"), self._copy_saved, owner=self)

    def _copy_saved(self, name: str) -> None:
        words = self.tr("“{file}” was saved, and is the same as the original byte for byte.").format(file=name)
        self._context.messages.show_done(words)

    def show_set_aside(self) -> None:
        """Show the rows of the chosen submission that have no entry."""
        told = self.details.told
        if told is not None:
            work = partial(submission_work.set_aside, self._context, told.submission.id)
            shown = partial(self._show_rows, told)
            self._context.jobs.read(work, self.tr("Reading rows"), shown, owner=self)

    def _show_rows(self, told: Particulars, rows: list[SourceRow]) -> None:
        stands = not told.replaced_by and not told.submission.taken_back_at
        dialog = SetAsideDialog(
            told.submission.file_name, rows, self, stands=stands, veils=self._context.veil.veils_row
        )
        dialog.make_wanted.connect(partial(self._make_entry, dialog, told.submission.id))
        self._open(dialog)

    def _make_entry(self, dialog: SetAsideDialog, submission_id: int, row_id: int) -> None:
        said = self.tr("An entry was made of the row, marked for a look. It stands on the timeline.")
        work = partial(submission_work.make_entry, self._context, submission_id, row_id)
        self._context.jobs.run(
            work, self.tr("Making an entry"), lambda rows: dialog.show_rows(rows, said), owner=dialog
        )

    # A revised version.

    def ask_for_revision(self) -> None:
        """Choose the revised version of the chosen submission, and compare the two before anything is imported."""
        told = self.details.told
        if told is None:
            return
        kinds = " ".join(f"*{kind}" for kind in READ_KINDS)
        found = choose_files(self, self.tr("The revised version"), self.tr("Files ({kinds})").format(kinds=kinds))
        if found:
            self._context.messages.clear()
            work = partial(submission_work.read_revised, found[0], told.password)
            shown = partial(self._compare, told.submission, found[0])
            self._context.jobs.read(work, self.tr("Reading the revised version"), shown, owner=self)

    def _compare(self, older: Submission, path: Path, reading: Reading) -> None:
        self._context.drafts.keep(COMPARED, {"path": str(path), "submission": str(older.id)})
        self.revision.compare(reading, older)
        self._stack.setCurrentWidget(self.revision)

    def take_up_comparison(self) -> None:
        """Compare again the two versions that were compared when the review was left by the lock or abruptly."""
        kept = self._context.drafts.of(COMPARED)
        if not kept:
            return
        path, older = Path(kept["path"]), int(kept["submission"])
        work = partial(submission_work.read_compared, self._context, older, path)

        def shown(found: tuple[Submission, Reading] | None) -> None:
            if found is None:
                self._context.drafts.forget(COMPARED)
            else:
                self._compare(found[0], path, found[1])

        def failed(error: Exception) -> None:
            self._context.drafts.forget(COMPARED)
            if isinstance(error, UserError):
                self._context.messages.show_error(error)

        self._context.jobs.read(work, self.tr("Reading the revised version"), shown, failed, owner=self)

    def show_list(self) -> None:
        """Go back to the list, and the keyboard with it."""
        self._context.drafts.forget(COMPARED)
        self._stack.setCurrentIndex(0)
        self.table.setFocus()

    def _revised(self, imported: Imported) -> None:
        self.show_list()
        self.refresh()
        self.choose(imported.submission_id)
        words = self.tr("The revised version of {agency} was imported. Your own work on its entries stands.")
        undo = self._context.actions["review.undo"].trigger
        self._context.messages.show_done(words.format(agency=imported.agency), self.tr("Undo"), undo)

    def choose(self, submission_id: int) -> None:
        """Choose a submission of the list, if it is there."""
        for row in range(self.model.rowCount()):
            if self.model.submission(row).id == submission_id:
                self.table.selectRow(row)

    # Taking an import back.

    def take_back_chosen(self) -> None:
        """Look at what taking back the chosen submission would do, and ask."""
        if self.chosen is not None:
            work = partial(submission_work.preview, self._context, self.chosen)
            self._context.jobs.read(work, self.tr("Looking at what was done since"), self._ask_back, owner=self)

    def _ask_back(self, told: TakingBack) -> None:
        dialog = TakeBackDialog(told, self, self._context.veil.tells_of)
        kept_in_dialog(dialog, self._context.drafts, f"takeback/{told.submission.id}")
        self._open(dialog, partial(self._take_back, told.submission.id, dialog))

    def _take_back(self, submission_id: int, dialog: TakeBackDialog) -> None:
        work = partial(submission_work.take_back, self._context, submission_id, dialog.remove)
        self._context.jobs.run(work, self.tr("Taking back"), self._taken_back, owner=self)

    def _taken_back(self, taken: TakenBack) -> None:
        words = self.tr("The import was taken back.")
        if taken.kept:
            stay = self.tr("{n} entry that you worked on stays."), self.tr("{n} entries that you worked on stay.")
            words += " " + counted(taken.kept, *stay)
        self._context.messages.show_done(words, self.tr("Undo"), self._context.actions["review.undo"].trigger)

    # Asking an agency.

    def ask_for_request(self) -> None:
        """Write a request to an agency, into a folder that the chair chooses."""
        known = of_review(facts.get(self._review), "")
        dialog = RequestDialog(known, self._agency_names(), self)
        kept_until_written(dialog, self._context.drafts, _REQUEST)
        self._open(dialog, partial(self._save_request, dialog))

    def _save_request(self, dialog: RequestDialog) -> None:
        folder = choose_folder(self, self.tr("Where to save the request"))
        if folder:
            work = partial(submission_work.write_request, dialog.request, folder, dialog.parts)
            write = self._context.drafts.taken_in_by(_REQUEST, work)
            self._context.jobs.run(write, self.tr("Writing the request"), self._request_written, owner=self)

    def _request_written(self, written: list[Path]) -> None:
        said = self.tr("{n} file was saved: {names}"), self.tr("{n} files were saved: {names}")
        names = ", ".join(f"“{path.name}”" for path in written)
        self._context.messages.show_done(said[len(written) != 1].format(n=len(written), names=names))

    def _open(self, dialog: QDialog, accepted: Callable[[], None] | None = None) -> None:
        """Put a dialog over the list; the window goes on, so that work behind it shows its progress.

        What it holds was read meanwhile, so that panel view may have been turned on: it is not shown then.
        """
        if self._context.panel.on:
            dialog.deleteLater()
            return
        self.dialog = dialog
        if accepted:
            dialog.accepted.connect(accepted)
        dialog.finished.connect(partial(self._closed, dialog))
        dialog.open()

    def _closed(self, dialog: QDialog, _result: int) -> None:
        self.dialog = None
        dialog.deleteLater()


def _details_of(submission: Submission) -> str:
    """Where what is typed about a submission is kept among the drafts."""
    return f"submission/{submission.id}"
