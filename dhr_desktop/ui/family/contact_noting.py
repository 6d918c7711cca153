"""Notes a contact down at speed: by the keyboard alone, in one step, and with what was promised as a task."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.base.clock import today
from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.contact_rules import usual_reached
from dhr_desktop.domain.contacts import Contact, Reached
from dhr_desktop.domain.contradictions import between, within
from dhr_desktop.family import contacts
from dhr_desktop.ui.common.actions import Actions
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.flow import FlowLayout
from dhr_desktop.ui.common.spec_form import SpecForm
from dhr_desktop.ui.common.theme import SMALL, WIDE
from dhr_desktop.ui.common.widgets import button, label, scrolled, separator
from dhr_desktop.ui.family.contact_fields import Jotted, last_maker, last_means, noting_fields, place_of
from dhr_desktop.ui.family.contact_reading import Contacts
from dhr_desktop.ui.family.days_to_avoid import DaysToAvoid
from dhr_desktop.ui.family.lives_check import LivesCheck
from dhr_desktop.ui.family.with_whom import WithWhom


class ContactNoting(QWidget):
    """A form for one contact that is not in the log yet. `logged` brings it with its id, `put_away` that it is left."""

    logged = Signal(object)
    put_away = Signal()

    def __init__(self, context: ReviewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._read = Contacts()
        self._reached_by_hand = False
        self.whom = WithWhom(context.panel)
        self.form: SpecForm[Jotted] = SpecForm(Jotted(0), noting_fields(), place_of)
        self.form.saves_on_leaving = False
        self.form.checks = [
            lambda noted: within.contradictions(noted, today(), Contact),
            between.of_a_contact_noted,
        ]
        self._lives = LivesCheck(context, self)
        self._lives.watch(self.form, lambda known, _: known.of_stakeholders(self.whom.chosen), Contact)
        self.avoid = DaysToAvoid(self.form, ("next_on", "promised_by"), lambda: self.whom.chosen, context.panel)
        self.missing = label("", "hint", wrap=True)
        self.missing.setProperty("wrong", True)
        self.save = button(self.tr("Save"), "primary", self.submit)
        self.tried = button(self.tr("Not answered"), "", self.submit_attempt)
        self.cancel = button(self.tr("Cancel"), "quiet", self.give_up)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.save.setToolTip(self.tr("Ctrl+Return"))
        self.tried.setToolTip(self.tr("F8 saves it as an attempt that was not answered"))
        acts = QWidget()
        flow = FlowLayout(SMALL, SMALL, acts)
        for act in (self.save, self.tried, self.cancel):
            flow.addWidget(act)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("A new contact"), "heading"))
        column.addWidget(self.whom)
        column.addWidget(self.form)
        column.addStretch(1)
        foot = QVBoxLayout()  # it stays in sight, however far down the fields go
        foot.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        foot.setSpacing(SMALL)
        foot.addWidget(self.avoid)
        foot.addWidget(self.missing)
        foot.addWidget(acts)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolled(inner, self), 1)
        outer.addWidget(separator())
        outer.addLayout(foot)
        self.missing.hide()

    def _connect(self) -> None:
        self._chosen = self.form.also
        self.form.also = self._also
        self.form.given_back.connect(self._take_back)
        self.form.keeps_in(self._context.drafts)
        self.form.covered_by(self._context.panel)
        self.form.finished.connect(self.submit)
        self.form.left.connect(self.leave)
        self.form.typing.connect(self.missing.hide)
        self.whom.changed.connect(self.form.typed_also)
        self.whom.changed.connect(self.avoid.say)
        self.whom.changed.connect(self.form.look_again)
        for name in ("means", "direction"):
            self.form.choices[name].activated.connect(self._suppose_reached)  # type: ignore[union-attr]  # a choice
        self.form.choices["reached"].activated.connect(self._choose_reached)  # type: ignore[union-attr]  # as above
        self.attempt = Actions.on_page(self, "family.unanswered", self.submit_attempt)

    # Beginning and leaving.

    def begin(self, read: Contacts, stakeholder_id: int) -> None:
        """Show an empty form, or what was begun: with whom is chosen, today, by the means of last time."""
        self.show_read(read)
        means = last_means(read.log, stakeholder_id)
        self._reached_by_hand = False
        self.missing.hide()
        self.whom.choose([stakeholder_id] if stakeholder_id else [])
        blank = Jotted(0, today(), means, by=last_maker(read.log) or self.tr("chair"), whom_key=stakeholder_id)
        self.form.show_record(blank)
        if not self.form.unsaved():
            self._suppose_reached()
        self.avoid.say()
        (self.whom if not self.whom.chosen else self).take_keyboard()

    def show_read(self, read: Contacts) -> None:
        """Know of the log, the people and the days as they now are."""
        self._read = read
        self.whom.offer(read.people)
        self.avoid.know(read)

    def take_keyboard(self) -> None:
        """Have the keyboard where the means are chosen, for the date and with whom stand there already."""
        self.form.field("means").setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Put it away; what is typed stays a draft."""
        self.form.commit()
        self.put_away.emit()

    def give_up(self) -> None:
        """Forget what was typed."""
        self.form.discard()
        self.put_away.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape and Ctrl+Return answer from the choices and the ticks too."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.submit()
        else:
            super().keyPressEvent(event)

    # Saving.

    def submit_attempt(self) -> None:
        """Save it as an attempt that was not answered."""
        self._set_reached(Reached.NO)
        self.submit()

    def submit(self) -> None:
        """Log it, as one step; what lacks is said."""
        if self._context.panel.on:
            return
        jotted, lacking = self.form.as_typed(), self._lacking()
        if lacking:
            self.missing.setText(lacking)
            self.missing.show()
            return
        review, whom, place = self._context.review, self.whom.chosen, place_of(jotted)
        typed = {name: self.form.editor(name).text() for name in self.form.unsaved()}
        words = {**typed, **self._also()}
        command = partial(contacts.log, review, jotted.contact, whom, jotted.promises, self)
        add = self._context.drafts.taken_in_by(place, command)
        self.form.discard()
        self._write(add, place, words)
        self.put_away.emit()

    def _write(self, add: Callable[[], Contact], place: str, words: Mapping[str, str]) -> None:
        def work(progress: Progress) -> Contact:
            del progress
            return add()

        def fail(error: Exception) -> None:
            self._context.drafts.keep(place, words)
            if isinstance(error, UserError):
                self._context.messages.show_error(error)

        self._context.jobs.run(work, self.tr("Saving"), self.logged.emit, fail, owner=self)

    def _lacking(self) -> str:
        wrong = [name for name in self.form.not_understood() if self.form.editor(name).text().strip()]
        if wrong:
            self.form.field(wrong[0]).setFocus(Qt.FocusReason.OtherFocusReason)
            typed = self.form.editor(wrong[0]).text().strip()
            return self.tr("“{typed}”: {why}").format(typed=typed, why=self.form.words_about(wrong[:1]))
        if not self.form.editor("on").text().strip():
            self.form.field("on").setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("A contact needs its date.")
        if self.form.editor("promised_by").text().strip() and not self.form.editor("promised").text().strip():
            self.form.field("promised").setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("Write what was promised, or take out its date.")
        if not self.whom.chosen:
            self.whom.unfold()
            return self.tr("Choose with whom it was.")
        return ""

    # Whether it reached them, as the means let suppose.

    def _choose_reached(self) -> None:
        self._reached_by_hand = True

    def _suppose_reached(self) -> None:
        jotted = self.form.as_typed()
        if not self._reached_by_hand:
            self._set_reached(usual_reached(jotted.means, jotted.direction))

    def _set_reached(self, reached: Reached) -> None:
        box = self.form.choices["reached"]
        box.setCurrentIndex(list(Reached).index(reached))  # type: ignore[union-attr]  # a choice
        self.form.typed_also()

    # Drafts.

    def _also(self) -> dict[str, str]:
        words = self._chosen()
        return {**words, "whom": ",".join(map(str, self.whom.chosen))} if words else {}

    def _take_back(self, words: Mapping[str, str]) -> None:
        known = [int(each) for each in words.get("whom", "").split(",") if each.isdecimal()]
        self._reached_by_hand = True
        if known:
            self.whom.choose(known)
