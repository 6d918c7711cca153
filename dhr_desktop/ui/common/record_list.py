"""A list of small records with the form of one of them below it, such as somebody's wishes.

Return or F2 opens the chosen one, Insert begins another, Delete removes; Escape goes back from the form to the list.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.store.records import Record
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.record_rows import Rows
from dhr_desktop.ui.common.rows_view import RowsView
from dhr_desktop.ui.common.spec_form import SpecForm
from dhr_desktop.ui.common.theme import HAIR, SMALL, VAST
from dhr_desktop.ui.common.two_lines import TwoLines, fit_height
from dhr_desktop.ui.common.widgets import Card, button, label, scrolled_around

R = TypeVar("R", bound=Record)
T = TypeVar("T")
_HIGHEST = 300
_WHOLE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


@dataclass(frozen=True, slots=True)
class ListWords:
    """What a list says: its heading, what its button adds ('Add a wish'), what it says empty, and after a removal."""

    heading: str
    add: str
    empty: str
    removed: str


@dataclass(frozen=True, slots=True)
class ListActs(Generic[R]):
    """The commands behind a list, each one step.

    `add` is called with the review and the record, `change` with the review, the record as it should be, as the chair
    saw it, and the sitting whose steps are undone together, `remove` with the review and the id.
    """

    add: Callable[[Review, R], R]
    change: Callable[[Review, R, R, object], object]
    remove: Callable[[Review, int], object]


class RecordList(QWidget, Generic[R]):
    """Shows records, and writes what is done to them. `line` says one as its first line and the words below."""

    opened = Signal(object)
    """The record whose form is open now; None when it was closed."""

    def __init__(
        self,
        context: ReviewContext,
        words: ListWords,
        acts: ListActs[R],
        form: SpecForm[R],
        line: Callable[[R], tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._words, self._acts = context, words, acts
        self._blank: R | None = None
        self._wanted = self._left_at = 0
        self.highest = _HIGHEST
        """How many pixels high the list becomes at the usual size of letters before it scrolls."""
        self.leads = False
        """Whether something else shows what is chosen here, so that it looks chosen wherever the keyboard is."""
        self._waits_for_rows = False
        self.form = form
        self.model = self.made_rows(line)
        self.list: Any = self.made_view()
        self.heading = label(words.heading, "heading", wrap=True)
        self.empty = label(words.empty, "hint", wrap=True)
        self.begun = label("", "hint", wrap=True)
        self.add = button(words.add, "quiet", self.begin)
        self.card = Card()
        self.keep = button(self.tr("Add"), "primary", self.submit)
        self.give_up = button(self.tr("Cancel"), "", self.cancel)
        self.remove = button(self.tr("Remove"), "quiet", self.remove_shown)
        self.done = button(self.tr("Done"), "", self.close_form)
        self.missing = label("", "hint", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.dress_view()
        self.list.setAccessibleName(self._words.heading)
        self.keep.setToolTip(self.tr("Return in a field of one line, Ctrl+Return in every field"))
        above = QHBoxLayout()
        above.addWidget(self.heading, 1)
        above.addWidget(self.add)
        acts = QHBoxLayout()
        acts.addWidget(self.remove)
        acts.addStretch(1)
        for each in (self.give_up, self.done, self.keep):
            acts.addWidget(each)
        self.card.column.setSpacing(SMALL)
        self.card.column.addWidget(self.form)
        self.card.column.addWidget(self.missing)
        self.card.column.addLayout(acts)
        self.card.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addLayout(above)
        column.addWidget(self.empty)
        column.addWidget(self.begun)
        column.addWidget(self.list)
        column.addWidget(self.card)

    def _connect(self) -> None:
        self.form.lines_finish = True
        self.form.keeps_in(self._context.drafts)
        self.form.covered_by(self._context.panel)
        self.form.committed.connect(self._change)
        self.form.finished.connect(self._finish)
        self.form.left.connect(self.close_form)
        self.list.asked.connect(self._on_key)
        self.list.clicked.connect(lambda: self._on_key(Qt.Key.Key_Return))
        self.list.resized.connect(self.fit)
        self._context.panel.changed.connect(self._cover)
        self._cover()

    # How the records stand there: a table says these in another way.

    def made_rows(self, line: Callable[[R], tuple[str, str]]) -> Rows[R]:
        """The model of the rows."""
        return Rows(line, self._context, self)

    def made_view(self) -> QAbstractItemView:
        """The view; it has the signals `asked`, with the deciding key that was pressed, and `resized`."""
        return RowsView(self)

    def dress_view(self) -> None:
        """Give the view its look, once it has its model."""
        self.list.setItemDelegate(TwoLines(self._context.theme, self.list, self._is_worked_in))

    def fit(self) -> None:
        """Make the view as high as its rows."""
        fit_height(self.list, self._context.theme.scaled(self.highest))

    def first_field(self) -> QWidget:
        """The field that has the keyboard when the form opens."""
        return self.form.stops()[0]

    # What a page does with it.

    def show_records(self, records: Sequence[R], blank: R) -> None:
        """Show these; `blank` is what a new one begins as, with its owner in it. An open form stays with its record."""
        mine = self._blank is not None and self.form.place_of(blank) == self.form.place_of(self._blank)
        chosen = self._wanted or self.place()
        self._blank = blank
        self.model.put_rows(records)
        kept = next((each for each in records if each.id == self.form.record.id), None)
        if self.is_open and self.form.is_new and not mine:
            self.close_form()
        elif self.is_open and not self.form.is_new and kept is None:
            self.form.rest()
            self.close_form()
        elif self.is_open and kept is not None:
            self.form.show_record(kept)
        self._choose(next((at for at, each in enumerate(records) if each.id == chosen), 0 if records else -1))
        self._left_at = 0 if records else self._left_at
        self.list.setVisible(bool(records))
        self.empty.setVisible(not records and bool(self._words.empty))
        self.fit()
        self._say_begun()
        self._go_to_added()
        if self._waits_for_rows and records and self.add.hasFocus():
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Have the keyboard in the list, or on the button that adds the first."""
        self._waits_for_rows = not self.model.rowCount()
        target = self.add if self._waits_for_rows else self.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def record(self) -> R | None:
        """The chosen record; None where there is none."""
        return self.model.record(self.list.currentIndex().row())

    @property
    def is_open(self) -> bool:
        """Whether the form is shown."""
        return not self.card.isHidden()

    def place(self) -> int:
        """The id of the record at hand; 0 for none."""
        return self._left_at or getattr(self.record, "id", 0)

    def go_back_to(self, record_id: int) -> None:
        """Have that record at hand again, when records are shown next."""
        self._left_at = record_id

    def begin(self) -> None:
        """Open an empty form, or the one that was begun and not added; not in panel view."""
        if self._blank is None or self._context.panel.refuses(self._context.messages):
            return
        self.form.commit()
        self.form.saves_on_leaving = False
        self.form.show_record(self._blank)
        self._open()

    def begin_with(self, record: R) -> None:
        """Open a form in which this stands already, such as what was proposed."""
        self._blank = self._blank if self._blank is not None else record
        self.begin()
        if self.is_open and self.form.is_new:
            self.form.fill(self.form.texts_of(record))

    def edit(self) -> None:
        """Open the form of the chosen record."""
        record = self.record
        if record is None:
            return
        if not (self.is_open and self.form.record.id == record.id):
            self.form.commit()
            self.form.saves_on_leaving = False  # what stands in it goes with its own record, and is not told for this
            self.form.show_record(record)
            self.form.saves_on_leaving = True
        self._open()

    def submit(self) -> None:
        """Add what is typed, as one step. What lacks is said."""
        record = self.form.as_typed()
        wrong = [name for name in self.form.not_understood() if self.form.editor(name).text().strip()]
        if wrong or not self.form.may_be_told(record):
            lacking = wrong or self.form.lacking(record)
            self.missing.setText("" if wrong else self.tr("This is needed before it can be added."))
            self.missing.setVisible(not wrong)
            self.form.field(lacking[0]).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        place = self.form.place_of(record)
        words = {**{name: self.form.editor(name).text() for name in self.form.unsaved()}, **self.form.also()}
        add = self._context.drafts.taken_in_by(place, partial(self._acts.add, self._context.review, record))
        self.form.discard()
        self.form.rest()
        self.close_form()
        self._write(add, self._added, lambda: self._context.drafts.keep(place, words))

    def cancel(self) -> None:
        """Give up what was begun."""
        self.form.discard()
        self.form.rest()
        self.close_form()

    def close_form(self) -> None:
        """Put the form away; what could not be written stays a draft. The keyboard goes back to the list."""
        inside = self.card.isAncestorOf(self.focusWidget() or self) or self.card.isAncestorOf(
            self.window().focusWidget() or self
        )
        self.form.commit()
        self.card.hide()
        self._say_begun()
        self.opened.emit(None)
        if inside:
            self.take_keyboard()

    def remove_shown(self) -> None:
        """Remove the chosen record; the message offers to undo it."""
        record = self.form.record if self.is_open and not self.form.is_new else self.record
        if record is None or not record.id or self._context.panel.refuses(self._context.messages):
            return
        self.form.rest()
        self.close_form()
        self._write(partial(self._acts.remove, self._context.review, record.id), lambda _: self._say_removed())

    # Within.

    def _say_begun(self) -> None:
        """Where one was begun and not added, as before the lock, say that it is kept, and how it is gone on with."""
        place = self.form.place_of(self._blank) if self._blank is not None else ""
        kept = bool(place and self._context.drafts.of(place)) and not self.is_open and not self._context.panel.on
        words = self.tr("One was begun here and is not added yet. “{add}” goes on with it.")
        self.begun.setText(words.format(add=self._words.add.replace("&", "").rstrip("…")) if kept else "")
        self.begun.setVisible(kept)

    def _is_worked_in(self) -> bool:
        return self.leads or self.list.hasFocus() or self.is_open

    def _open(self) -> None:
        new = self.form.is_new
        for each, there in ((self.keep, new), (self.give_up, new), (self.remove, not new), (self.done, not new)):
            each.setVisible(there and not (self._context.panel.on and each is self.remove))
        self.missing.hide()
        self.begun.hide()
        self.card.show()
        self.opened.emit(self.form.record)
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self.bring_into_sight)  # once the page has made room for it

    def bring_into_sight(self) -> None:
        """Have the open form in sight."""
        around = scrolled_around(self)
        if around is not None and self.is_open:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # a table that has grown moves the form
            around.ensureWidgetVisible(self.card, 0, SMALL)
            around.ensureWidgetVisible(self.first_field(), 0, VAST)
            if self.card.height() > around.viewport().height():  # the label of its first field is cut in two otherwise
                above = self.card.mapTo(around.viewport(), QPoint(0, -SMALL)).y()
                around.verticalScrollBar().setValue(around.verticalScrollBar().value() + above)

    def _finish(self) -> None:
        if self.form.is_new:
            self.submit()
        else:
            self.close_form()

    def _on_key(self, key: int) -> None:
        if key == Qt.Key.Key_Delete:
            self.remove_shown()
        elif key == Qt.Key.Key_Insert:
            self.begin()
        else:
            self.edit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves the form from its choices and buttons too."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _change(self, after: R, before: R) -> None:
        if not after.id:
            return

        def refused() -> None:
            self.form.unsave(before)
            self.form.keep_refused(after, before)

        change = partial(self._acts.change, self._context.review, after, before, self.form.sitting)
        self._write(change, lambda _: None, refused)

    def _added(self, record: R) -> None:
        self._wanted = record.id
        self._go_to_added()

    def _go_to_added(self) -> None:
        """Choose what was added, once it is both on disk and shown, in whichever order that comes."""
        found = self.model.row_of(self._wanted) if self._wanted else -1
        if found >= 0:
            self._wanted = 0
            self._choose(found)
            if self.add.hasFocus():
                self.take_keyboard()

    def _say_removed(self) -> None:
        self._context.messages.show_done(
            self._words.removed, self.tr("Undo"), self._context.actions["review.undo"].trigger
        )

    def _write(
        self, command: Callable[[], T], done: Callable[[T], None], refused: Callable[[], object] | None = None
    ) -> None:
        def fail(error: Exception) -> None:
            if refused:
                refused()
            self._say_begun()
            if isinstance(error, UserError):
                self._context.messages.show_error(error)

        self._context.jobs.run(at_once(command), self.tr("Saving"), done, fail, owner=self)

    def _choose(self, row: int) -> None:
        index = self.model.index(row, 0) if row >= 0 else QModelIndex()
        self.list.selectionModel().setCurrentIndex(index, _WHOLE_ROW)

    def _cover(self) -> None:
        on = self._context.panel.on
        if on and self.is_open and self.form.is_new:
            self.close_form()
        self.add.setVisible(not on)
        self.remove.setVisible(self.is_open and not self.form.is_new and not on)
        self.model.cover()
        self.fit()
        self._say_begun()
