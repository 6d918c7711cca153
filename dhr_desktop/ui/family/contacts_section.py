"""The section Contacts: the log of one stakeholder or of everyone, newest first, and the form of one of them."""

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dhr_desktop.base.clock import today
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain import contact_rules
from dhr_desktop.domain.contact_rules import Logged
from dhr_desktop.domain.contacts import Contact
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.keyboard import one_thing_to_do
from dhr_desktop.ui.common.theme import SMALL, WIDE
from dhr_desktop.ui.common.widgets import EmptyState, button, dress_table, label, scrolled
from dhr_desktop.ui.family import contact_reading, contact_words
from dhr_desktop.ui.family.contact_detail import ContactDetail
from dhr_desktop.ui.family.contact_fields import Jotted, place_of
from dhr_desktop.ui.family.contact_noting import ContactNoting
from dhr_desktop.ui.family.contact_reading import Contacts
from dhr_desktop.ui.family.contact_record import RecordSaver
from dhr_desktop.ui.family.contact_table import WITH, ContactTable
from dhr_desktop.ui.family.section import Section
from dhr_desktop.ui.family.whom import EVERYONE, Whom


class ContactsSection(Section):
    """Reads the log off the screen's thread; what is noted down stands beside it."""

    tables = contact_reading.TABLES

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._asked = 0
        self._wanted = self._left_at = 0
        self._begin_when_read = False
        self.whom = EVERYONE
        self.read = Contacts()
        self.model = ContactTable(context.panel, self)
        self.table = _LogView()
        self.search = QLineEdit()
        self.said = label("", "hint", wrap=True)
        self.log = button(self.tr("Log a contact"), "primary", self.begin)
        self.saver = RecordSaver(context, self, lambda: self.stakeholder_id)
        self.noting = ContactNoting(context)
        self.detail = ContactDetail(context)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.search.setPlaceholderText(self.tr("Find in the log"))
        self.search.setAccessibleName(self.tr("Find in the log"))
        self.search.setClearButtonEnabled(True)
        self.log.setToolTip(self.tr("Ctrl+N"))
        above = QHBoxLayout()
        above.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        above.setSpacing(SMALL)
        above.addWidget(self.search, 1)
        above.addWidget(self.saver.button)
        above.addWidget(self.log)
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Contacts"))
        self.table.setWordWrap(False)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for at, width in enumerate((146, 100, 112)):
            header.resizeSection(at, self.context.theme.scaled(width))
        said = QHBoxLayout()
        said.setContentsMargins(WIDE, 0, WIDE, SMALL)
        said.addWidget(self.said)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addLayout(said)
        column.addWidget(self.table, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        outer.addWidget(self.stack)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.stack.addWidget(self.across)
        self.side = QStackedWidget()
        self.across.addWidget(left)
        self.across.addWidget(self.side)
        self._beside = scrolled(self.detail, self.side)
        self.side.addWidget(self._beside)
        self.side.addWidget(self.noting)
        self.side.setMinimumWidth(self.context.theme.scaled(290))
        self.across.setChildrenCollapsible(False)
        self.across.setStretchFactor(0, 1)
        self.across.setSizes([self.context.theme.scaled(480), self.context.theme.scaled(340)])
        self.empty = EmptyState(
            self.context.theme,
            "family",
            self.tr("No contact has been logged"),
            self.tr(
                "Letters, calls and visits are noted here as they happen, attempts that nobody answered as well."
                " What was promised becomes a task."
            ),
            button(self.tr("Log the first contact"), "primary", self.begin),
        )
        self.stack.addWidget(self.empty)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.table.opened = self.detail.take_keyboard
        self.table.removed = self.detail.remove_shown
        self.detail.left.connect(self._to_list)
        self.noting.logged.connect(self._logged)
        self.noting.put_away.connect(self._put_away)
        self.context.panel.changed.connect(self._cover)
        self._cover()

    # What the page does with it.

    def show_of(self, whom: Whom) -> None:
        """Read the log anew, and show that of one or of everyone."""
        if whom.key != self.whom.key and self.is_noting:
            self.noting.leave()
        self.whom = whom
        self._asked += 1
        work = partial(_read, self.context.review, self._asked)
        self.context.jobs.read(work, self.tr("Reading the log of contacts"), self._shown, owner=self)

    def take_keyboard(self) -> None:
        """Have the keyboard in the log, in what is being noted, or on the way to a first contact."""
        if self.is_noting:
            self.noting.take_keyboard()
            return
        nothing = self.stack.currentWidget() is self.empty
        target = one_thing_to_do(self.empty, self.log) if nothing else self.table
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> str:
        """The contact at hand."""
        return str(self._left_at or self._chosen_id or "")

    def go_back_to(self, place: str) -> None:
        """Have that contact at hand, once the log has been read."""
        self._left_at = int(place)

    @property
    def stakeholder_id(self) -> int:
        """Of whom the log is shown; 0 for everyone."""
        return self.whom.stakeholder.id if self.whom.stakeholder else 0

    @property
    def is_noting(self) -> bool:
        """Whether a contact is being noted down."""
        return self.side.currentWidget() is self.noting

    def begin(self) -> None:
        """Note a contact down, as soon as it is known who there is; not in panel view."""
        if self.context.panel.refuses(self.context.messages):
            return
        if not self._asked or self.context.jobs.busy:
            self._begin_when_read = True
            self.show_of(self.whom)
            return
        self._begin()

    def _begin(self) -> None:
        self._begin_when_read = False
        if not self.read.people:
            self.context.messages.show_note(self.tr("Involve somebody first; then contacts with them can be logged."))
            return
        self.detail.settle()
        self.stack.setCurrentWidget(self.across)
        self.side.show()
        self.side.setCurrentWidget(self.noting)
        self.noting.begin(self.read, self.stakeholder_id)
        self._say()

    # Showing.

    def _shown(self, found: tuple[int, Contacts]) -> None:
        asked, read = found
        if asked != self._asked:
            return
        self.read = self.model.read = read
        self.noting.show_read(read)
        self.model.of_id = self.stakeholder_id
        self.table.setColumnHidden(WITH, bool(self.stakeholder_id))
        self._say()
        self._filter()
        if self._begin_when_read:
            self._begin()

    def _filter(self) -> None:
        wanted = self.search.text()
        rows = [each for each in self.read.of(self.stakeholder_id) if self.model.holds(each, wanted)]
        chosen = self._wanted or self._left_at or self._chosen_id
        self._left_at = 0
        self.model.put(rows)
        ids = [each.contact.id for each in rows]
        arrived = self._wanted in ids
        if arrived:
            self._wanted = 0
        nothing = not self.read.of(self.stakeholder_id) and not self.is_noting and not self._is_begun
        self.stack.setCurrentWidget(self.empty if nothing else self.across)
        self._choose(ids.index(chosen) if chosen in ids else 0)
        focused = self.window().focusWidget()
        if arrived and not self.is_noting and (focused is None or self.isAncestorOf(focused)):
            self.take_keyboard()

    @property
    def _chosen_id(self) -> int:
        logged = self._chosen
        return logged.contact.id if logged else 0

    @property
    def _chosen(self) -> Logged | None:
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _choose(self, row: int) -> None:
        index = self.model.index(row, 0) if self.model.rows else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)
        self._show_chosen()

    def _show_chosen(self) -> None:
        logged = self._chosen
        if logged is not None:
            self.detail.show_contact(logged, self.read)
        if not self.is_noting:
            self.side.setVisible(logged is not None)

    def _say(self) -> None:
        log = self.read.of(self.stakeholder_id)
        stakeholder = next((each for each in self.read.stakeholders if each.id == self.stakeholder_id), None)
        words = contact_words.log_counted(log)
        if stakeholder is not None:
            stands = contact_rules.standing(stakeholder, log, today())
            words = self.context.panel.shown(contact_words.standing(stands, today()))
        begun = self.tr("One was begun here and is not saved yet. “Log a contact” goes on with it.")
        self.said.setText(f"{words} {begun}" if self._is_begun else words)

    @property
    def _is_begun(self) -> bool:
        """Whether a contact was begun, as before the lock, that is neither saved nor being noted down just now."""
        kept = self.context.drafts.of(place_of(Jotted(0, whom_key=self.stakeholder_id)))
        return bool(kept) and not self.is_noting and not self.context.panel.on

    def _cover(self) -> None:
        on = self.context.panel.on
        if on and self.is_noting:
            self.noting.leave()
        self.context.panel.hides_typed(self.search)
        self.log.setVisible(not on)
        self.empty.offer(on=not on)
        self.saver.button.setVisible(not on)
        self.model.cover()
        self._say()

    # After noting.

    def _logged(self, contact: Contact) -> None:
        self._wanted = contact.id
        self.context.messages.show_done(
            self.tr("The contact is in the log."), self.tr("Undo"), self.context.actions["review.undo"].trigger
        )
        self._filter()

    def _put_away(self) -> None:
        self.side.setCurrentWidget(self._beside)
        self._say()
        self._filter()
        self.take_keyboard()

    def _to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


class _LogView(QTableView):
    """Return or F2 opens the chosen contact, Delete takes it out."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = self.removed = _nothing

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Pass on the keys that decide."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not event.isAutoRepeat():
            self.opened()
        elif event.key() == Qt.Key.Key_Delete and not event.isAutoRepeat():
            self.removed()
        else:
            super().keyPressEvent(event)


def _nothing() -> None:
    """Before it is known what a key does."""


def _read(review: Review, asked: int, progress: Progress) -> tuple[int, Contacts]:
    del progress
    return asked, contact_reading.read(review)
