"""A child of the review: age at the time, where they live, help, the opportunity to contribute, who is responsible."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.ages import age_in_words
from dhr_desktop.domain.children import ChildContribution, ChildRecord, Responsibility
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family import children
from dhr_desktop.store import facts, involvement, people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.card_form import CardForm, CardSpec
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.record_list import ListActs, ListWords, RecordList
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, SpecForm
from dhr_desktop.ui.common.theme import MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import Card, label, link_button, scrolled
from dhr_desktop.ui.family.about_fields import options
from dhr_desktop.ui.family.about_lists import joined
from dhr_desktop.ui.family.lives_check import LivesCheck, of_its_person
from dhr_desktop.ui.family.reading import Latest
from dhr_desktop.ui.family.section import Section, placed, put_back
from dhr_desktop.ui.family.whom import EVERYONE, Whom


@dataclass(frozen=True, slots=True)
class Child:
    """What the section shows of a child."""

    person: Person
    record: ChildRecord
    responsibilities: list[Responsibility]
    register: list[tuple[int, str]]
    died: str


def read_child(review: Review, person_id: int) -> Child | None:
    """Everything noted of a child; None when they are not in the register any more."""
    register = people.listing(review)
    person = next((each for each in register if each.id == person_id), None)
    if person is None:
        return None
    record = children.record_of(review, person_id)
    died = next((each.died for each in register if each.role is Role.VICTIM and each.died), facts.get(review).died_on)
    held = involvement.RESPONSIBILITIES.listing(review, child_id=record.id) if record else []
    names = [(each.id, each.real_name) for each in register if each.id != person_id and each.role is not Role.CHILD]
    return Child(person, record or ChildRecord(0, person_id), held, names, died)


class ChildSection(Section):
    """A record of the child comes into the review with the first thing noted."""

    tables = frozenset({"child_record", "responsibility", "person", "review"})

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._whom = EVERYONE
        self._register: list[tuple[int, str]] = []
        self._reading: Latest[Child | None] = Latest(context, self, self.tr("Reading about the child"), self._show)
        self.age = label("", wrap=True)
        self.register = link_button(self.tr("Date of birth in the register"), self._to_register)
        self.form: CardForm[ChildRecord] = CardForm(
            ChildRecord(0, 0), self._cards(), lambda each: f"childrecord/new/{each.person_id}"
        )
        self.held = self._made_list()
        self._lives = LivesCheck(context, self)
        self._lives.watch(self.form, of_its_person)
        self._lives.watch(self.held.form, lambda known, one: known.of_people([self._whom.key, one.holder_id]))
        self._build()
        self.form.keeps_in(context.drafts)
        self.form.covered_by(context.panel)
        self.form.committed.connect(self._save)
        self.form.left.connect(self.left)
        context.panel.changed.connect(self._cover)

    def _cards(self) -> list[CardSpec]:
        living = (FieldSpec("living_with", self.tr("Living with")),)
        help_given = (
            FieldSpec("help_offered_on", self.tr("Offered on"), Kind.DAY),
            FieldSpec("help_by", self.tr("By whom"), beside=True),
            FieldSpec("help_kind", self.tr("What"), hint=self.tr("Such as bereavement support for children")),
            FieldSpec("help_answer", self.tr("Answer")),
        )
        contributing = (
            FieldSpec("contribution", self.tr("Opportunity"), Kind.CHOICE, options=options(ChildContribution)),
            FieldSpec("asked_on", self.tr("Asked on"), Kind.DAY, beside=True),
            FieldSpec("asked_by", self.tr("Asked by")),
            FieldSpec("asked_how", self.tr("How"), hint=self.tr("With a play therapist"), beside=True),
            FieldSpec("contributed", self.tr("What they said"), Kind.WORDS, lines=2, private=True),
            FieldSpec("not_asked_because", self.tr("If not asked, why"), Kind.WORDS, lines=2),
        )
        safe = (
            FieldSpec("safeguarding", self.tr("Notes"), Kind.WORDS, lines=2, private=True),
            FieldSpec("safeguarding_told", self.tr("Who was told, and when"), private=True),
        )
        return [
            CardSpec(self.tr("At home"), living),
            CardSpec(self.tr("Specialist help"), help_given),
            CardSpec(self.tr("Opportunity to contribute"), contributing, second=True),
            CardSpec(self.tr("Safeguarding"), safe, second=True),
        ]

    def _made_list(self) -> RecordList[Responsibility]:
        nobody = ((None, self.tr("Nobody of it")),)
        specs = (
            FieldSpec("holder_id", self.tr("Who, of the register"), Kind.CHOICE, options=nobody),
            FieldSpec("holder", self.tr("Or who else"), hint=self.tr("Such as a local authority"), beside=True),
            FieldSpec("how", self.tr("How"), hint=self.tr("By birth; special guardianship order")),
            FieldSpec("since", self.tr("Since"), Kind.EDTF),
            FieldSpec("until", self.tr("Until"), Kind.EDTF, beside=True),
        )
        form: SpecForm[Responsibility] = SpecForm(
            Responsibility(0, 0), specs, lambda _: f"responsibility/new/{self._whom.key}"
        )
        words = ListWords(
            self.tr("Parental responsibility"),
            self.tr("Add who ho&lds it"),
            self.tr("Nobody is noted yet."),
            self.tr("Who held parental responsibility was removed."),
        )
        acts = ListActs(self._add_responsibility, children.change_responsibility, children.remove_responsibility)
        return RecordList(self.context, words, acts, form, self._line)

    def _add_responsibility(self, review: Review, responsibility: Responsibility) -> Responsibility:
        return children.add_responsibility(review, self._whom.key, responsibility)

    def _line(self, each: Responsibility) -> tuple[str, str]:
        name = dict(self._register).get(each.holder_id or 0, "") or each.holder or self.tr("Not said who")
        since = self.tr("since {day}").format(day=in_british_words(parse(each.since))) if each.since else ""
        until = self.tr("until {day}").format(day=in_british_words(parse(each.until))) if each.until else ""
        return name, joined(each.how, since, until)

    def _build(self) -> None:
        home = self.form.cards[0].column
        home.insertWidget(1, self.age)
        home.insertWidget(2, self.register, 0, Qt.AlignmentFlag.AlignLeft)
        card = Card()
        card.column.addWidget(self.held)
        self.form.first.insertWidget(self.form.first.count() - 1, card)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(WIDE, MEDIUM, WIDE, WIDE)
        column.addWidget(self.form)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(inner, self)
        outer.addWidget(self._area)

    def show_of(self, whom: Whom) -> None:
        """Show what is noted of a child."""
        if whom.key != self._whom.key:
            self._area.verticalScrollBar().setValue(0)
        self._whom = whom
        person_id = whom.key
        self._reading.ask(lambda review: read_child(review, person_id))

    def take_keyboard(self) -> None:
        """Begin at the first field."""
        self.form.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> str:
        """Who is at hand among those who hold parental responsibility."""
        return placed(self.held)

    def go_back_to(self, place: str) -> None:
        """Have the same one at hand."""
        put_back(place, self.held)

    def _show(self, child: Child | None) -> None:
        if child is None:
            return
        age = age_in_words(child.person.born, child.died)
        known = self.tr("Age at the time of the death: {age}.").format(age=age)
        self.age.setText(known if age else self.tr("The age at the time is not known without a date of birth."))
        if self.form.is_new and child.record.id and self.form.record.person_id == child.person.id:
            self.form.take_in(child.record)
        self.form.show_record(child.record)
        self._register = child.register
        self._offer_holders()
        self.held.show_records(child.responsibilities, Responsibility(0, child.record.id))

    def _offer_holders(self) -> None:
        shown = self.context.panel.shown
        others = [(each, shown(name)) for each, name in self._register]
        self.held.form.offer("holder_id", [(None, self.tr("Nobody of it")), *others])

    def _cover(self) -> None:
        self._offer_holders()
        self.register.setVisible(not self.context.panel.on)

    def _to_register(self) -> None:
        self.context.ways.person_wanted.emit(self._whom.key)

    def _save(self, after: ChildRecord, before: ChildRecord) -> None:
        note: Callable[[], None] = partial(children.note, self.context.review, after, before, self.form.sitting)
        if not before.id:
            note = self.context.drafts.taken_in_by(self.form.place_of(before), note)

        def failed(error: Exception) -> None:
            self.form.unsave(before)
            self.form.keep_refused(after, before)
            if isinstance(error, UserError):
                self.context.messages.show_error(error)

        self.context.jobs.run(at_once(note), self.tr("Saving"), failed=failed, owner=self)
