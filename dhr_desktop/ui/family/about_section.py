"""What is known of a stakeholder: how to reach them, what they wish, and what to be careful about."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.avoiding import near
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.people import Role
from dhr_desktop.domain.stakeholders import Advocacy, DateToAvoid, Group, NotToBeTold, Stakeholder, Wish
from dhr_desktop.family import avoiding, stakeholders
from dhr_desktop.store import involvement, kinship, people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.card_form import CardForm
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.dialogs import Question, ask
from dhr_desktop.ui.common.jobs import at_once
from dhr_desktop.ui.common.theme import MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import Card, EmptyState, button, label, link_button, scrolled
from dhr_desktop.ui.family.about_fields import cards
from dhr_desktop.ui.family.about_lists import NotToldList, advocacy_list, joined, wishes_list
from dhr_desktop.ui.family.lives_check import LivesCheck, of_its_person, of_its_stakeholder
from dhr_desktop.ui.family.reading import Latest
from dhr_desktop.ui.family.section import Section, placed, put_back
from dhr_desktop.ui.family.whom import EVERYONE, Whom

_REACHED_BY = (IdentifierKind.PHONE, IdentifierKind.EMAIL, IdentifierKind.ADDRESS)
_REACHING, _TAKING_PART = 1, 2


@dataclass(frozen=True, slots=True)
class About:
    """What the section shows of somebody."""

    stakeholder: Stakeholder
    advocacy: list[Advocacy]
    wishes: list[Wish]
    not_told: list[NotToBeTold]
    others: list[tuple[int, str]]
    numbers: list[Identifier]
    dates: list[DateToAvoid]


def read_about(review: Review, stakeholder_id: int) -> About | None:
    """Everything about a stakeholder; None when they are one no longer."""
    try:
        stakeholder = involvement.STAKEHOLDERS.get(review, stakeholder_id)
    except LookupError:
        return None
    names = {person.id: person.real_name for person in people.listing(review)}
    others = involvement.STAKEHOLDERS.listing(review)
    return About(
        stakeholder,
        involvement.ADVOCACY.listing(review, stakeholder_id=stakeholder_id),
        involvement.WISHES.listing(review, stakeholder_id=stakeholder_id),
        involvement.NOT_TO_BE_TOLD.listing(review, stakeholder_id=stakeholder_id),
        [(each.id, names.get(each.person_id, "")) for each in others if each.id != stakeholder_id],
        kinship.IDENTIFIERS.listing(review, person_id=stakeholder.person_id),
        avoiding.watched(review),
    )


class AboutSection(Section):
    """Cards of fields above, lists of records below; or, for who is no stakeholder yet, the way to make them one."""

    tables = frozenset(
        {"stakeholder", "advocacy", "wish", "not_to_be_told", "identifier", "person", "date_to_avoid", "review"}
    )

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._whom = EVERYONE
        self._others: list[tuple[int, str]] = []
        self._dates: list[DateToAvoid] = []
        self._reading: Latest[About | None] = Latest(context, self, self.tr("Reading about them"), self._show)
        self.form: CardForm[Stakeholder] = CardForm(Stakeholder(0, 0, Group.OTHER), cards(), lambda _: "")
        self.near = label("", wrap=True)
        self.near.setProperty("role", "doubt")
        self.near.hide()
        self.numbers = label("", wrap=True)
        self.register = link_button(self.tr("Telephone and address in the register"), self._to_register)
        self.advocacy = advocacy_list(context)
        self.wishes = wishes_list(context)
        self.not_told = NotToldList(context)
        self.lists: tuple[QWidget, ...] = (self.not_told, self.advocacy, self.wishes)
        self._lives = LivesCheck(context, self)
        self._lives.watch(self.form, of_its_person)
        self._lives.watch(self.advocacy.form, of_its_stakeholder)
        self._lives.watch(self.wishes.form, of_its_stakeholder)
        self.leave_out = button(self.tr("Involve them no longer…"), "quiet", self._ask_leaving_out)
        self._build()
        self.form.keeps_in(context.drafts)
        self.form.covered_by(context.panel)
        self.form.committed.connect(self._save)
        self.form.left.connect(self.left)
        context.panel.changed.connect(self._cover)

    def _build(self) -> None:
        self.form.cards[_TAKING_PART].column.addWidget(self.near)
        self.form.editor("ask_again_on").textChanged.connect(self._say_near)
        reaching = self.form.cards[_REACHING].column
        reaching.addWidget(self.numbers)
        reaching.addWidget(self.register, 0, Qt.AlignmentFlag.AlignLeft)
        for each, column in zip(self.lists, (self.form.first, self.form.first, self.form.second), strict=True):
            card = Card()
            card.column.addWidget(each)
            column.insertWidget(column.count() - 1, card)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(WIDE, MEDIUM, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.form)
        column.addWidget(self.leave_out, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.begin_here = button(self.tr("Involve them"), "primary", self._involve)
        self.empty = EmptyState(
            self.context.theme,
            "family",
            self.tr("Not involved yet"),
            self.tr("Involve them, and how to reach them, what they wish and what they were offered can be noted."),
            self.begin_here,
        )
        self._stack = QStackedWidget()
        self._area = scrolled(inner)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def show_of(self, whom: Whom) -> None:
        """Show what is known of somebody."""
        if whom.key != self._whom.key:
            self._area.verticalScrollBar().setValue(0)
        self._whom = whom
        if whom.stakeholder is None:
            self.form.commit()
            self.form.rest()
            self._stack.setCurrentWidget(self.empty)
            return
        stakeholder_id = whom.stakeholder.id
        self._reading.ask(lambda review: read_about(review, stakeholder_id))

    def take_keyboard(self) -> None:
        """Begin at the first field, or at the one thing to do."""
        shown = self._stack.currentWidget() is not self.empty
        (self.form.stops()[0] if shown else self.begin_here).setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> str:
        """What is at hand in each of the lists."""
        return placed(self.not_told, self.advocacy, self.wishes)

    def go_back_to(self, place: str) -> None:
        """Have the same at hand in each of them."""
        put_back(place, self.not_told, self.advocacy, self.wishes)

    def _show(self, about: About | None) -> None:
        if about is None:
            return
        self._stack.setCurrentIndex(0)
        self.form.show_record(about.stakeholder)
        owner = about.stakeholder.id
        self._others, self._dates = about.others, about.dates
        self.not_told.know([(each, self.context.panel.shown(name)) for each, name in about.others])
        self.not_told.show_records(about.not_told, NotToBeTold(0, owner, ""))
        self.advocacy.show_records(about.advocacy, Advocacy(0, owner, ""))
        self.wishes.show_records(about.wishes, Wish(0, owner, ""))
        found = [each for kind in _REACHED_BY for each in about.numbers if each.kind is kind]
        lines = [joined(f"{each.kind.value.capitalize()} {each.value}", each.note) for each in found]
        self.numbers.setText("\n".join(lines))
        self._cover()

    def _say_near(self) -> None:
        """Say so where the day on which they are to be asked again is near a date to avoid."""
        typed = self.form.as_typed()
        day = typed.ask_again_on
        found = near(day, self._dates, {typed.id}) if day and not self.context.panel.on else []
        self.near.setText("\n".join(f"{words}." for words in found))
        self.near.setVisible(bool(found))

    def _cover(self) -> None:
        self._say_near()
        on = self.context.panel.on
        self.not_told.know([(each, self.context.panel.shown(name)) for each, name in self._others])
        self.not_told.setVisible(not on)
        self.numbers.setVisible(bool(self.numbers.text()) and not on)
        for each in (self.register, self.leave_out, self.begin_here):
            each.setVisible(not on)

    def _to_register(self) -> None:
        self.context.ways.person_wanted.emit(self._whom.key)

    def _save(self, after: Stakeholder, before: Stakeholder) -> None:
        sitting = self.form.sitting

        def work(progress: Progress) -> None:
            del progress
            stakeholders.change(self.context.review, after, before, sitting=sitting)

        def failed(error: Exception) -> None:
            self.form.unsave(before)
            self.form.keep_refused(after, before)
            if isinstance(error, UserError):
                self.context.messages.show_error(error)

        self.context.jobs.run(work, self.tr("Saving"), failed=failed, owner=self)

    def _involve(self) -> None:
        person = self._whom.person
        if person is None or self.context.panel.refuses(self.context.messages):
            return
        group = Group.PERPETRATOR if person.role is Role.PERPETRATOR else Group.FAMILY
        self._run(partial(stakeholders.involve, self.context.review, person, Stakeholder(0, person.id, group)))

    def _ask_leaving_out(self) -> None:
        stakeholder = self._whom.stakeholder
        question = Question(
            self.tr("Involve this person no longer?"),
            self.tr(
                "What they were offered, their wishes and advocacy leave the review. The register keeps the person, and"
                " contacts stay in the log. This can be undone."
            ),
            self.tr("Involve no longer"),
            self.tr("Keep"),
            danger=True,
        )
        if stakeholder is not None and ask(question, self):
            self.form.rest()
            self._run(partial(stakeholders.leave_out, self.context.review, stakeholder.id))

    def _run(self, command: Callable[[], object]) -> None:
        self.context.jobs.run(at_once(command), self.tr("Saving"), owner=self)
