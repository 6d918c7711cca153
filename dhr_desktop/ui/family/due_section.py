"""The section Promises and updates: what falls due to one stakeholder or to everyone, and what was kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from dhr_desktop.base.clock import today
from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.contact_rules import DueItem, Duty, When
from dhr_desktop.domain.contacts import Promise
from dhr_desktop.family import contacts
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.keyboard import one_thing_to_do
from dhr_desktop.ui.common.theme import SMALL, WIDE
from dhr_desktop.ui.common.widgets import EmptyState, button, dress_table, label, link_button
from dhr_desktop.ui.common.words import counted
from dhr_desktop.ui.family import contact_reading
from dhr_desktop.ui.family.contact_reading import Contacts
from dhr_desktop.ui.family.due_table import DueTable
from dhr_desktop.ui.family.promise_card import PromiseCard
from dhr_desktop.ui.family.section import Section
from dhr_desktop.ui.family.whom import EVERYONE, Whom

_TO = 2


class DueSection(Section):
    """A list with one key for what was done; the form of a promise opens below it."""

    tables = contact_reading.TABLES

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._asked = 0
        self._left_at = ""
        self.whom = EVERYONE
        self.read = Contacts()
        self.model = DueTable(context.panel, self)
        self.table = _DueView()
        self.said = label("", "hint", wrap=True)
        self.add = button(self.tr("Note a promise"), "primary", self.begin_promise)
        self.kept = button(self.tr("Done"), "", self.turn)
        self.way = link_button(self.tr("Show their contacts"), self.go_to_contacts)
        self.card = PromiseCard(context)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.kept.setToolTip(self.tr("F9"))
        above = QHBoxLayout()
        above.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        above.setSpacing(SMALL)
        above.addWidget(self.said, 1)
        for each in (self.way, self.kept, self.add):
            above.addWidget(each)
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Promises and updates"))
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate((150, 150, 200)):
            header.resizeSection(column, self.context.theme.scaled(width))
        full = QWidget()
        column_of_all = QVBoxLayout(full)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(0)
        column_of_all.addLayout(above)
        column_of_all.addWidget(self.table, 1)
        column_of_all.addWidget(self.card)
        self._full = full
        self.empty = EmptyState(
            self.context.theme,
            "family",
            self.tr("Nothing is promised and nothing is due"),
            self.tr(
                "What is promised in a contact comes here with its date, and so do updates where it was agreed how"
                " often somebody hears from the review."
            ),
            button(self.tr("Note the first promise"), "primary", self.begin_promise),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(full)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.opened.connect(self.open)
        self.table.removed.connect(self.remove)
        self.card.put_away.connect(self._put_away)
        self.context.panel.changed.connect(self._cover)
        Actions.on_page(self, "family.kept", self.turn)
        self._cover()

    # What the page does with it.

    def show_of(self, whom: Whom) -> None:
        """Read anew what falls due, and show it for one or for everyone."""
        if whom.key != self.whom.key:
            self.card.leave()
        self.whom = whom
        self._asked += 1
        work = partial(_read, self.context.review, self._asked)
        self.context.jobs.read(work, self.tr("Reading what is due"), self._shown, owner=self)

    def take_keyboard(self) -> None:
        """Have the keyboard in the list, or on the way to a first promise."""
        nothing = self.stack.currentWidget() is self.empty
        target = one_thing_to_do(self.empty, self.add) if nothing else self.table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> str:
        """What is at hand, by its kind, its promise and whom it is about."""
        return self._left_at or (_place_of(self.chosen) if self.chosen else "")

    def go_back_to(self, place: str) -> None:
        """Have it at hand, once it is known what is due."""
        self._left_at = place

    @property
    def stakeholder_id(self) -> int:
        """To whom; 0 for everyone."""
        return self.whom.stakeholder.id if self.whom.stakeholder else 0

    @property
    def chosen(self) -> DueItem | None:
        """The chosen thing."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    # Doing.

    def begin_promise(self) -> None:
        """Open an empty form for a promise; not in panel view."""
        if self.context.panel.refuses(self.context.messages):
            return
        self.stack.setCurrentWidget(self._full)
        self.card.begin(Promise(0, "", self.stakeholder_id or None))

    def open(self) -> None:
        """Open the chosen promise; of an update or a planned contact show the contacts it is about."""
        item = self.chosen
        if item is None:
            return
        if item.promise is None:
            self.go_to_contacts()
        else:
            self.card.open(item.promise)

    def turn(self) -> None:
        """Mark the chosen promise as done today, or open it again; an update is done by logging a contact."""
        item = self.chosen
        if item is None:
            return
        if item.promise is None:
            self.context.messages.show_note(self.tr("This is done by logging the contact: Ctrl+N."))
            return
        self.card.leave()
        review, promise = self.context.review, item.promise
        if promise.done_on is None:
            self._write(partial(contacts.keep_promise, review, promise.id, today()))
        else:
            self._write(partial(contacts.reopen_promise, review, promise.id))

    def remove(self) -> None:
        """Take out the chosen promise; the message offers to undo it."""
        item = self.chosen
        if item is None or item.promise is None or self.context.panel.refuses(self.context.messages):
            return
        self.card.leave()
        self._write(partial(contacts.remove_promise, self.context.review, item.promise.id), self._say_removed)

    def go_to_contacts(self) -> None:
        """Show the contacts of whom the chosen thing is about."""
        item = self.chosen
        person = self.read.people.get(item.whom[0]) if item and item.whom else None
        self.context.ways.involved_wanted.emit(person.id if person else self.whom.key, "contacts")

    # Showing.

    def _shown(self, found: tuple[int, Contacts]) -> None:
        asked, read = found
        if asked != self._asked:
            return
        self.read = self.model.read = read
        before, row = self.place(), max(self.table.currentIndex().row(), 0)
        self._left_at = ""
        rows = read.due(self.stakeholder_id)
        self.model.put(rows)
        self.card.know(read)
        self.table.setColumnHidden(_TO, bool(self.stakeholder_id))
        self.stack.setCurrentWidget(self._full if rows or self.card.is_open else self.empty)
        at = next((at for at, each in enumerate(rows) if _place_of(each) == before), min(row, len(rows) - 1))
        self._choose(at)
        self._say()

    def _choose(self, row: int) -> None:
        index = self.model.index(row, 0) if row >= 0 else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)
        self._on_row()

    def _on_row(self) -> None:
        item = self.chosen
        is_promise = item is not None and item.promise is not None
        self.kept.setEnabled(is_promise)
        done = item is not None and item.when is When.DONE
        self.kept.setText(self.tr("Open again") if done else self.tr("Done"))
        self.way.setVisible(item is not None)

    def _say(self) -> None:
        rows: list[DueItem] = self.model.rows
        late = [each for each in rows if each.when is When.OVERDUE]
        promises = sum(each.duty is Duty.PROMISE for each in late)
        updates = sum(each.duty is Duty.UPDATE for each in late)
        said = []
        if promises:
            said.append(counted(promises, self.tr("{n} promise is overdue."), self.tr("{n} promises are overdue.")))
        if updates:
            said.append(counted(updates, self.tr("{n} update is overdue."), self.tr("{n} updates are overdue.")))
        self.said.setText(" ".join(said) or self.tr("Nothing is overdue."))

    def _cover(self) -> None:
        self.add.setVisible(not self.context.panel.on)
        self.empty.offer(on=not self.context.panel.on)
        if self.context.panel.on:
            self.card.leave()
        self.model.cover()

    def _put_away(self) -> None:
        self.stack.setCurrentWidget(self._full if self.model.rows else self.empty)
        self.take_keyboard()

    def _say_removed(self) -> None:
        self.context.messages.show_done(
            self.tr("The promise was taken out."), self.tr("Undo"), self.context.actions["review.undo"].trigger
        )

    def _write(self, command: Callable[[], None], done: Callable[[], object] | None = None) -> None:
        def work(progress: Progress) -> None:
            del progress
            command()

        def end(_result: None) -> None:
            if done:
                done()

        def fail(error: Exception) -> None:
            if isinstance(error, UserError):
                self.context.messages.show_error(error)

        self.context.jobs.run(work, self.tr("Saving"), end, fail, owner=self)


class _DueView(QTableView):
    """Return or F2 opens the chosen thing, Delete takes a promise out."""

    opened = Signal()
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Pass on the keys that decide."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not event.isAutoRepeat():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and not event.isAutoRepeat():
            self.removed.emit()
        else:
            super().keyPressEvent(event)


def _place_of(item: DueItem) -> str:
    return "/".join(map(str, (item.duty.name, item.promise.id if item.promise else 0, *item.whom)))


def _read(review: Review, asked: int, progress: Progress) -> tuple[int, Contacts]:
    del progress
    return asked, contact_reading.read(review)
