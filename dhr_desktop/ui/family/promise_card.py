"""The form of one promise: to whom, what, by when, and when it was kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.contacts import Promise
from dhr_desktop.domain.contradictions import between
from dhr_desktop.domain.contradictions.within import Contradiction
from dhr_desktop.family import contacts
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, Option, SpecForm
from dhr_desktop.ui.common.theme import SMALL
from dhr_desktop.ui.common.widgets import Card, button
from dhr_desktop.ui.family.contact_reading import Contacts
from dhr_desktop.ui.family.days_to_avoid import DaysToAvoid


class PromiseCard(Card):
    """Adds a promise on Ctrl+Return; one that is there is saved as its fields are left."""

    put_away = Signal()

    def __init__(self, context: ReviewContext) -> None:
        super().__init__()
        self._context = context
        self._read = Contacts()
        specs = (
            FieldSpec("words", self.tr("What is promised"), needed=True),
            FieldSpec("due_on", self.tr("By"), Kind.DAY, beside=True),
            FieldSpec("stakeholder_id", self.tr("To whom"), Kind.CHOICE, beside=True),
            FieldSpec("note", self.tr("Note"), Kind.WORDS, lines=1),
            FieldSpec("done_on", self.tr("Done on"), Kind.DAY, beside=True),
        )
        self.form: SpecForm[Promise] = SpecForm(
            Promise(0, ""), specs, lambda blank: f"promise/new/{blank.stakeholder_id or 0}"
        )
        self.form.checks.append(self._against_contact)
        self.avoid = DaysToAvoid(self.form, ("due_on",), self._whom, context.panel)
        self.keep = button(self.tr("Add"), "primary", self.submit)
        self.close_it = button(self.tr("Close"), "", self.leave)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.close_it)
        acts.addWidget(self.keep)
        self.column.setSpacing(SMALL)
        self.column.addWidget(self.form)
        self.column.addWidget(self.avoid)
        self.column.addLayout(acts)
        self.form.keeps_in(context.drafts)
        self.form.covered_by(context.panel)
        self.form.committed.connect(self._change)
        self.form.finished.connect(self.submit)
        self.form.left.connect(self.leave)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a promise is shown."""
        return not self.isHidden()

    def know(self, read: Contacts) -> None:
        """Know of the people and of the days to avoid; what is open is shown as it now is."""
        self._read = read
        self._offer_people()
        self.avoid.know(read)
        promise = self.form.record
        if self.is_open and promise.id:
            now = next((each for each in read.promises if each.id == promise.id), None)
            if now is None:
                self.form.rest()
                self.hide()
            else:
                self.form.show_record(now)

    def begin(self, blank: Promise) -> None:
        """Show an empty form, or what was begun."""
        self.form.saves_on_leaving = False
        self._show(blank)

    def open(self, promise: Promise) -> None:
        """Show one that is there."""
        self.form.saves_on_leaving = False
        self.form.show_record(promise)
        self.form.saves_on_leaving = True
        self._show(promise)

    def leave(self) -> None:
        """Put it away; what cannot be saved stays a draft."""
        if not self.is_open:
            return
        self.form.commit()
        self.hide()
        self.put_away.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves it from its buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def submit(self) -> None:
        """Add a promise that is new; of one that is there everything is saved already."""
        promise = self.form.as_typed()
        if not self.form.is_new:
            self.leave()
            return
        unread = [name for name in self.form.not_understood() if self.form.editor(name).text().strip()]
        if unread or not self.form.may_be_told(promise):
            self.form.field(unread[0] if unread else "words").setFocus(Qt.FocusReason.OtherFocusReason)
            return
        place = self.form.place_of(self.form.record)
        typed = {name: self.form.editor(name).text() for name in self.form.unsaved()}
        command = partial(contacts.promise, self._context.review, promise)
        add = self._context.drafts.taken_in_by(place, command)
        self.form.discard()
        self.hide()
        self.put_away.emit()
        self._write(add, lambda: self._context.drafts.keep(place, typed))

    def _show(self, promise: Promise) -> None:
        self._offer_people()
        self.form.show_record(promise)
        self.keep.setVisible(self.form.is_new)
        self.avoid.say()
        self.show()
        self.form.field("words").setFocus(Qt.FocusReason.OtherFocusReason)

    def _whom(self) -> tuple[int, ...]:
        promise = self.form.as_typed()
        return (promise.stakeholder_id,) if promise.stakeholder_id else tuple(self._read.people)

    def _against_contact(self, promise: Promise) -> list[Contradiction]:
        made_in = (each.contact.on for each in self._read.log if each.contact.id == promise.contact_id)
        return between.of_a_promise(promise, next(made_in, None))

    def _offer_people(self) -> None:
        everyone: Option = (None, self.tr("several, or nobody named"))
        panel = self._context.panel
        people = [(each, panel.person(person)) for each, person in self._read.people.items()]
        self.form.offer("stakeholder_id", [everyone, *people])

    def _change(self, after: Promise, before: Promise) -> None:
        if not after.id:
            return

        def refused() -> None:
            self.form.unsave(before)
            self.form.keep_refused(after, before)

        sitting = self.form.sitting
        self._write(partial(contacts.change_promise, self._context.review, after, before, None, sitting), refused)

    def _write(self, command: Callable[[], object], refused: Callable[[], object]) -> None:
        def work(progress: Progress) -> None:
            del progress
            command()

        def fail(error: Exception) -> None:
            refused()
            if isinstance(error, UserError):
                self._context.messages.show_error(error)

        self._context.jobs.run(work, self.tr("Saving"), failed=fail, owner=self)
