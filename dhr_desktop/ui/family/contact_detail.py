"""One contact of the log: with whom, what was said, what was promised in it; changed in place."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.contact_rules import Logged
from dhr_desktop.domain.contacts import Contact, Means, Promise
from dhr_desktop.family import contacts
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.spec_form import SpecForm
from dhr_desktop.ui.common.theme import HAIR, SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, label
from dhr_desktop.ui.family import contact_words
from dhr_desktop.ui.family.contact_fields import keeping_fields
from dhr_desktop.ui.family.contact_reading import Contacts
from dhr_desktop.ui.family.days_to_avoid import DaysToAvoid
from dhr_desktop.ui.family.lives_check import LivesCheck
from dhr_desktop.ui.family.with_whom import WithWhom

_NOTHING = Contact(0, date.min, Means.OTHER)


class ContactDetail(QWidget):
    """Shows a contact and saves what is changed in it. `left` says that the keyboard wants back to the list."""

    left = Signal()

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._logged: Logged | None = None
        self.whom = WithWhom(context.panel)
        self.form: SpecForm[Contact] = SpecForm(_NOTHING, keeping_fields())
        self._lives = LivesCheck(context, self)
        self._lives.watch(self.form, lambda known, _: known.of_stakeholders(self.whom.chosen))
        self.avoid = DaysToAvoid(self.form, ("next_on",), lambda: self.whom.chosen, context.panel)
        self.promised = label("", wrap=True)
        self.promised_head = label(self.tr("What was promised"), "label")
        self.remove = button(self.tr("Remove this contact"), "quiet", self.remove_shown)
        self._build()
        self.form.keeps_in(context.drafts)
        self.form.covered_by(context.panel)
        self.form.committed.connect(self._save)
        self.form.finished.connect(self.left)
        self.form.left.connect(self.left)
        self.whom.changed.connect(self._save_whom)
        context.panel.changed.connect(self._say_promises)

    def _build(self) -> None:
        acts = QHBoxLayout()
        acts.addWidget(self.remove)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, SMALL, WIDE, WIDE)
        column.setSpacing(SMALL)
        column.addWidget(self.whom)
        column.addWidget(self.avoid)
        column.addWidget(self.form)
        promised = QVBoxLayout()
        promised.setSpacing(HAIR)
        promised.addWidget(self.promised_head)
        promised.addWidget(self.promised)
        column.addLayout(promised)
        column.addLayout(acts)
        column.addStretch(1)

    def show_contact(self, logged: Logged, read: Contacts) -> None:
        """Show one; the same as it now is where it is shown already."""
        same = self._logged is not None and self._logged.contact.id == logged.contact.id
        self.whom.offer(read.people)
        self._logged = logged
        self.form.show_record(logged.contact)
        if not (same and self.whom.chosen == logged.whom):
            self.whom.choose(logged.whom)
        self.avoid.know(read)
        self._say_promises()

    def take_keyboard(self) -> None:
        """Have the keyboard in what was said."""
        self.form.field("said").setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back to the list from the ticks and the buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def settle(self) -> None:
        """Tell what was changed, before another is shown or this one is put away."""
        self.form.commit()

    def remove_shown(self) -> None:
        """Take this contact out of the log; the message offers to undo it."""
        if self._logged is None or self._context.panel.refuses(self._context.messages):
            return
        self.form.rest()
        review, contact_id = self._context.review, self._logged.contact.id

        def done(_result: object) -> None:
            self._context.messages.show_done(
                self.tr("The contact was taken out of the log."),
                self.tr("Undo"),
                self._context.actions["review.undo"].trigger,
            )

        self._write(partial(contacts.remove, review, contact_id), done)

    def _save(self, after: Contact, before: Contact) -> None:
        def refused() -> None:
            self.form.unsave(before)
            self.form.keep_refused(after, before)

        review, sitting = self._context.review, self.form.sitting
        self._write(partial(contacts.change, review, after, before, None, None, sitting), refused=refused)

    def _save_whom(self) -> None:
        if self._logged is None:
            return
        if not self.whom.chosen:
            self.whom.choose(self._logged.whom)
            self.whom.unfold()
            self._context.messages.show_note(self.tr("A contact is with somebody: the last one stays."))
            return
        self.avoid.say()
        shown = self._logged.contact
        self._write(partial(contacts.change, self._context.review, shown, shown, self.whom.chosen))

    def _say_promises(self) -> None:
        promises = self._logged.promises if self._logged else ()
        self.promised.setText("\n".join(self._context.panel.shown(_told(each)) for each in promises))
        for each in (self.promised_head, self.promised):
            each.setVisible(bool(promises))
        self.remove.setVisible(not self._context.panel.on)

    def _write(
        self,
        command: Callable[[], None],
        done: Callable[[None], object] | None = None,
        refused: Callable[[], object] | None = None,
    ) -> None:
        def work(progress: Progress) -> None:
            del progress
            command()

        def fail(error: Exception) -> None:
            if refused:
                refused()
            if isinstance(error, UserError):
                self._context.messages.show_error(error)

        def end(_result: None) -> None:
            if done:
                done(None)

        self._context.jobs.run(work, self.tr("Saving"), end, fail, owner=self)


def _told(promise: Promise) -> str:
    due = contact_words.day(promise.due_on)
    kept = contact_words.day(promise.done_on)
    if kept:
        return _tr("{what} — done on {day}").format(what=promise.words, day=kept)
    return _tr("{what} — by {day}").format(what=promise.words, day=due) if due else promise.words


def _tr(words: str) -> str:
    return QCoreApplication.translate("Contacts", words)
