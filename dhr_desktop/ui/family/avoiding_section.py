"""Dates to avoid: those of one stakeholder, or all, in the order of the coming year, and what the register proposes."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.base.clock import today
from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.avoiding import Proposal, in_order, in_words, next_time, once
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.stakeholders import DateToAvoid
from dhr_desktop.family import avoiding
from dhr_desktop.store import involvement, people
from dhr_desktop.store.review import Review
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.record_list import ListActs, ListWords, RecordList
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, SpecForm
from dhr_desktop.ui.common.theme import MEDIUM, SMALL, WIDE
from dhr_desktop.ui.common.widgets import READING_WIDTH, button, label, scrolled
from dhr_desktop.ui.family.about_lists import joined
from dhr_desktop.ui.family.reading import Latest
from dhr_desktop.ui.family.section import Section, placed, put_back
from dhr_desktop.ui.family.whom import EVERYONE, Whom

_BLANK = DateToAvoid(0, None, "", "")


@dataclass(frozen=True, slots=True)
class Avoided:
    """The dates, the names of stakeholders, and what the register proposes."""

    dates: list[DateToAvoid]
    names: dict[int, str]
    proposals: list[Proposal]


def read_avoided(review: Review) -> Avoided:
    """All dates in the order of the coming year."""
    names = {person.id: person.real_name for person in people.listing(review)}
    known = {each.id: names.get(each.person_id, "") for each in involvement.STAKEHOLDERS.listing(review)}
    dates = in_order(involvement.DATES_TO_AVOID.listing(review), today())
    return Avoided(dates, known, avoiding.proposals(review))


class AvoidingSection(Section):
    """For a stakeholder their own dates and those of everyone; for everyone all there are."""

    tables = frozenset({"date_to_avoid", "stakeholder", "person", "review"})

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._whom = EVERYONE
        self._names: dict[int, str] = {}
        self._reading: Latest[Avoided] = Latest(context, self, self.tr("Reading dates to avoid"), self._show)
        self.list = self._made_list()
        self.list.highest = 420
        self.proposed = QWidget()
        self._offers = QVBoxLayout(self.proposed)
        self._offers.setContentsMargins(0, 0, 0, 0)
        self._offers.setSpacing(SMALL)
        self._found: list[Proposal] = []
        self._build()
        context.panel.changed.connect(self._cover)

    def _made_list(self) -> RecordList[DateToAvoid]:
        specs = (
            FieldSpec(
                "day", self.tr("Day"), Kind.YEARLY, self.tr("14 August, or 7 September 2019"), needed=True, private=True
            ),
            FieldSpec(
                "until",
                self.tr("Last day of a stretch"),
                Kind.YEARLY,
                self.tr("Such as a trial"),
                beside=True,
                private=True,
            ),
            FieldSpec("why", self.tr("What the day is"), hint=self.tr("Anniversary of the death"), needed=True),
            FieldSpec("near", self.tr("Days before and after that count as near"), Kind.NUMBER, beside=True),
            FieldSpec("stakeholder_id", self.tr("For whom"), Kind.CHOICE, options=((None, self.tr("Everyone")),)),
        )
        form = SpecForm(_BLANK, specs, lambda each: f"datetoavoid/new/{each.stakeholder_id or 'everyone'}")
        words = ListWords(
            self.tr("Dates to avoid, in the order of the coming year"),
            self.tr("&Add a date"),
            self.tr("No date has been noted. Birthdays, anniversaries, the trial and the inquest belong here."),
            self.tr("The date to avoid was removed."),
        )
        acts = ListActs(avoiding.add, avoiding.change, avoiding.remove)
        return RecordList(self.context, words, acts, form, self._line)

    def _build(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(self.context.theme.scaled(READING_WIDTH) + 2 * WIDE)
        column = QVBoxLayout(inner)
        column.setContentsMargins(WIDE, MEDIUM, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(
            label(
                self.tr("Planning a contact, a meeting, a promise or the publication on or near one of these says so."),
                "hint",
                wrap=True,
            )
        )
        column.addWidget(self.list)
        column.addWidget(self.proposed)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner, self))

    def show_of(self, whom: Whom) -> None:
        """Show the dates of somebody, or all."""
        self._whom = whom
        self._reading.ask(read_avoided)

    def take_keyboard(self) -> None:
        """Have the keyboard in the list."""
        self.list.take_keyboard()

    def place(self) -> str:
        """The date at hand."""
        return placed(self.list)

    def go_back_to(self, place: str) -> None:
        """Have that date at hand."""
        put_back(place, self.list)

    def _show(self, found: Avoided) -> None:
        self._names, self._found = found.names, found.proposals
        stakeholder = self._whom.stakeholder
        self._offer_whom()
        theirs = [each for each in found.dates if stakeholder is None or each.stakeholder_id in (None, stakeholder.id)]
        theirs = theirs if stakeholder is None else once(theirs)
        self.list.show_records(theirs, replace(_BLANK, stakeholder_id=stakeholder.id if stakeholder else None))
        self._show_proposals()

    def _offer_whom(self) -> None:
        shown = self.context.panel.shown
        others = [(each, shown(name)) for each, name in self._names.items()]
        self.list.form.offer("stakeholder_id", [(None, self.tr("Everyone")), *others])

    def _line(self, each: DateToAvoid) -> tuple[str, str]:
        now = today()
        found = next_time(each, now)
        if found is None:
            when = self.tr("has passed")
        elif found.first <= now:
            when = self.tr("now")
        else:
            days = (found.first - now).days
            when = self.tr("in {days} days").format(days=days) if days > 1 else self.tr("tomorrow")
            when = f"{in_british_words(of_day(found.first))}, {when}" if each.day.startswith("--") else when
        whose = self._names.get(each.stakeholder_id, "") if each.stakeholder_id else self.tr("everyone")
        day = in_words(each.day, each.until)
        told = self.context.panel.day_to_avoid(each.day, day, each.why)
        when = when if told == day else ""  # in how many days it is would tell the day
        return (f"{told}: {each.why}" if each.why else told), joined(self.tr("for {whom}").format(whom=whose), when)

    def _show_proposals(self) -> None:
        while self._offers.count():
            item = self._offers.takeAt(0)
            gone = item.widget() if item else None
            if gone is not None:
                gone.deleteLater()
        if self._found:
            self._offers.addWidget(label(self.tr("The register proposes, for everyone"), "label"))
        for each in self._found:
            words = self.tr("Add {day}: {why}").format(day=in_words(each.day), why=each.why)
            noted = [self._names[one] for one in each.noted_for if one in self._names]
            if noted:
                words = self.tr("{words} (so far noted for {names} alone)").format(words=words, names=", ".join(noted))
            made = button(self.context.panel.shown(words), "quiet", partial(self._take, each))
            self._offers.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self.proposed.setVisible(bool(self._found) and not self.context.panel.on)

    def _take(self, proposal: Proposal) -> None:
        avoided = DateToAvoid(0, None, proposal.day, proposal.why)
        review = self.context.review

        def work(progress: Progress) -> None:
            del progress
            avoiding.add(review, avoided)

        self.list.take_keyboard()
        self.context.jobs.run(work, self.tr("Saving"), owner=self)

    def _cover(self) -> None:
        self._offer_whom()
        self._show_proposals()
