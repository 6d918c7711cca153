"""Names for the report: everyone, every agency and place, with what stands for them and how that came to be."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QSplitter, QTableView, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.naming import NamingStep, PlaceName
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.family import naming as commands
from dhr_desktop.report import naming_record
from dhr_desktop.store import agency_forms, naming
from dhr_desktop.store.covered import TABLES
from dhr_desktop.store.elsewhere import Used
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.columns import SharedWidths
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import Question, ask
from dhr_desktop.ui.common.document_saving import SavingWords, save_document
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.kept_words import kept_until_written
from dhr_desktop.ui.common.theme import SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, dress_table
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.people.naming_dialogs import PanelDialog, PlaceDialog, ShortNamesDialog
from dhr_desktop.ui.people.naming_model import NamesModel
from dhr_desktop.ui.people.naming_panel import NamingPanel
from dhr_desktop.ui.people.naming_reading import NameRow, Names, read
from dhr_desktop.ui.people.view import View

T = TypeVar("T")
_SHOWN_IN = TABLES | {"naming_step", "panel_member", "review"}
_REAL_NAME, _HOW_IT_STANDS, _THOUGHTS = 0, 2, 3


class NamesView(View):
    """Everyone at the left, the way to one name at the right. In panel view no real name is shown."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._used = Used()
        self._names: Names | None = None
        self._left_at = ""
        self.model = NamesModel(self)
        self.table = QTableView()
        self.search = QLineEdit()
        self.panel = NamingPanel(context)
        self.add_place = button(self.tr("Add a p&lace…"), "", lambda: self.ask_place(PlaceName(0, "")))
        self.ask_panel = button(self.tr("Panel &members…"), "", self._ask_panel)
        self.save = button(self.tr("&Save the record…"), "", self.save_record)
        self.put_in_head(self.ask_panel, self.add_place, self.save)
        self.lists_people = [self.table]
        self._build()
        self._connect()
        self._read_elsewhere()

    def _build(self) -> None:
        self.search.setPlaceholderText(self.tr("Find a name"))
        self.search.setAccessibleName(self.tr("Find a name"))
        self.search.setClearButtonEnabled(True)
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Names for the report"))
        self.table.setWordWrap(False)
        SharedWidths(self.table, {_REAL_NAME: 5, _HOW_IT_STANDS: 5})
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(WIDE, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        self._side = self.panel
        self._side.setMinimumWidth(380)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([760, 440])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.panel.wanted.connect(self.record)
        self.panel.taking_out.connect(self._take_out)
        self.panel.place_wanted.connect(self.ask_place)
        self.panel.place_unwanted.connect(self.ask_removal)
        self.panel.short_names_wanted.connect(self.ask_short_names)
        self.context.notices.changed.connect(self._on_change)
        self.context.panel.changed.connect(self._cover)
        self._cover()

    def take_keyboard(self) -> None:
        """Have the keyboard in the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> str:
        """The name at hand, by what it is of and its id."""
        return self._left_at or (_place_of(self.panel.row) if self.panel.row else "")

    def go_back_to(self, place: str) -> None:
        """Have that name at hand, once the names have been read."""
        self._left_at = place
        self.refresh()

    def person_at_hand(self) -> int:
        """Whose name is at hand; 0 where it is that of an agency or a place."""
        row = self.panel.row
        return row.named.id if row and isinstance(row.named, Person) else 0

    # Reading and showing.

    def _read_elsewhere(self) -> None:
        library, review_id = self.context.library, self.context.review.id

        def work(progress: Progress) -> Used:
            del progress
            return library.names_elsewhere(review_id)

        self.context.jobs.read(work, self.tr("Reading the names of other reviews"), self._take_elsewhere, owner=self)

    def _take_elsewhere(self, used: Used) -> None:
        self._used = used
        if used.unread:
            self.context.messages.show_note(
                self.tr("Names were not compared with those of: {reviews}.").format(reviews=", ".join(used.unread))
            )
        self.refresh()

    def refresh(self) -> None:
        """Read anew, keeping what is chosen."""
        review, used = self.context.review, self._used

        def work(progress: Progress) -> Names:
            del progress
            return read(review, used)

        self.context.jobs.read(work, self.tr("Reading the names"), self._take, owner=self)

    def _take(self, names: Names) -> None:
        chosen, self._left_at = self.place(), ""
        self._names = names
        self.model.show(names)
        self._say()
        rows: list[NameRow] = self.model.rows
        self._choose(next((place for place, row in enumerate(rows) if _place_of(row) == chosen), 0))

    def _say(self) -> None:
        rows = self._names.rows if self._names else ()
        named = sum(bool(row.named.pseudonym) for row in rows)
        words = self.tr("{named} of {total} have a name for the report.").format(named=named, total=len(rows))
        self.said.emit(words if rows else self.tr("Enter people in the register first; their names come here."))

    def _choose(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), flags)
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.table.currentIndex().row()
        if self._names is not None:
            self.panel.show_row(self.model.rows[row] if 0 <= row < len(self.model.rows) else None, self._names)

    def _find(self, words: str) -> None:
        self.model.find(words)
        self._choose(0)

    def _on_change(self, change: Change) -> None:
        if change.tables & _SHOWN_IN:
            self.refresh()

    def _cover(self) -> None:
        on = self.context.panel.on
        if on:
            self.search.clear()
        self.model.shown = self.context.panel.shown if on else None
        self.model.put(self.model.rows)
        self.table.setColumnHidden(_REAL_NAME, on)
        self.table.setColumnHidden(_THOUGHTS, on)
        for each in (self.search, self._side, *self.buttons):
            each.setVisible(not on and (each not in self.buttons or not self.isHidden()))
        if self._names is not None and not on:
            self._choose(max(0, self.table.currentIndex().row()))

    # Changing.

    def record(self, step: NamingStep) -> None:
        """Record a step towards a name, or correct one of the log; what it decides stands at once."""
        form, drafts = self.panel.form, self.context.drafts
        place = form.place if form else ""
        command: Callable[[], object] = partial(
            commands.correct if step.id else commands.record, self.context.review, step
        )
        if form is not None:
            command = drafts.taken_in_by(place, command)

        def recorded(_made: object) -> None:
            if form is self.panel.form:
                self.panel.recorded()
            elif place:
                drafts.forget(place)  # the form was put away meanwhile, and its words are in the log

        def refused(error: Exception) -> None:
            if form is not None and form is self.panel.form:
                form.keep_again()
            if isinstance(error, UserError):
                self.context.messages.show_error(error)

        self._write(command, recorded, refused)

    def _take_out(self, step_id: int) -> None:
        self._write(partial(commands.take_out, self.context.review, step_id))

    def ask_place(self, place: PlaceName) -> None:
        """Ask about a place, new or known."""
        dialog = PlaceDialog(place, self)
        drafts, kept_at = self.context.drafts, f"place/{place.id or 'new'}"
        kept_until_written(dialog, drafts, kept_at)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            command = commands.change_place if place.id else commands.add_place
            self._write(drafts.taken_in_by(kept_at, partial(command, self.context.review, dialog.place)))

    def ask_short_names(self, agency: Agency) -> None:
        """Ask by what short names the records call an agency."""
        find = at_once(partial(agency_forms.of_review, self.context.review))
        ask_then = partial(self._ask_short_names, agency)
        self.context.jobs.read(find, self.tr("Looking for short names"), ask_then, owner=self)

    def _ask_short_names(self, agency: Agency, found: Mapping[int, Sequence[str]]) -> None:
        review, kept_at = self.context.review, f"agency/{agency.id}/forms"
        if self.context.panel.on:  # turned on meanwhile
            return
        dialog = ShortNamesDialog(agency, found.get(agency.id, ()), self)
        kept_until_written(dialog, self.context.drafts, kept_at)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            command = partial(commands.put_short_names, review, agency, dialog.forms)
            self._write(self.context.drafts.taken_in_by(kept_at, command))

    def ask_removal(self, row: NameRow) -> None:
        """Have the name of a place stand uncovered again, when it is meant."""
        steps = counted(len(row.steps), self.tr("{n} step"), self.tr("{n} steps")) if row.steps else ""
        goes = self.tr("With it go {steps} towards its name. ").format(steps=steps) if steps else ""
        question = Question(
            self.tr("Remove this place?"),
            goes + self.tr("Documents with pseudonyms will no longer cover its name. This can be undone."),
            self.tr("Remove"),
            self.tr("Keep"),
            danger=True,
        )
        if ask(question, self):
            self._write(partial(commands.remove_place, self.context.review, row.named.id), self._say_removed)

    def _say_removed(self, _result: object) -> None:
        self.context.messages.show_done(
            self.tr("The place was removed."), self.tr("Undo"), self.context.actions["review.undo"].trigger
        )

    def _ask_panel(self) -> None:
        dialog = PanelDialog(naming.PANEL.listing(self.context.review), self)
        drafts = self.context.drafts
        kept_until_written(dialog, drafts, "panel")
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._write(drafts.taken_in_by("panel", partial(commands.put_panel, self.context.review, dialog.members)))

    def save_record(self) -> None:
        """The record of all decisions as a Word file, in real names."""
        words = SavingWords(
            self.tr("Writing the record"),
            self.tr("Save the record of names"),
            self.tr("Saving"),
            self.tr("“{name}” was saved. It holds real names."),
            {"docx": self.tr("Word document (*.docx)")},
        )
        save_document(self.context, self, partial(naming_record.record_file, self.context.review), words)

    def _write(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.context.jobs.run(at_once(work), self.tr("Saving"), done, failed, owner=self)


def _place_of(row: NameRow) -> str:
    return f"{row.subject.value}/{row.named.id}"
