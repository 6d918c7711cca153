"""Whether and how somebody was approached, above all the perpetrator: each approach with its answer, or the reason."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.domain.approaches import Approach, ApproachAnswer, Through
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.family import approaches
from dhr_desktop.store import involvement
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.record_list import ListActs, ListWords, RecordList
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, SpecForm
from dhr_desktop.ui.common.theme import MEDIUM, WIDE
from dhr_desktop.ui.common.widgets import READING_WIDTH, label, scrolled
from dhr_desktop.ui.family.about_fields import options
from dhr_desktop.ui.family.about_lists import joined, said_on
from dhr_desktop.ui.family.lives_check import LivesCheck, of_its_person
from dhr_desktop.ui.family.reading import Latest
from dhr_desktop.ui.family.section import Section, placed, put_back
from dhr_desktop.ui.family.whom import EVERYONE, Whom


class ApproachSection(Section):
    """The approaches to one person, the first one first."""

    tables = frozenset({"approach"})

    def __init__(self, context: ReviewContext) -> None:
        super().__init__(context)
        self._whom = EVERYONE
        self._reading: Latest[list[Approach]] = Latest(context, self, self.tr("Reading approaches"), self._show)
        self.list = self._made_list()
        self._lives = LivesCheck(context, self)
        self._lives.watch(self.list.form, of_its_person)
        inner = QWidget()
        inner.setMaximumWidth(context.theme.scaled(READING_WIDTH) + 2 * WIDE)
        column = QVBoxLayout(inner)
        column.setContentsMargins(WIDE, MEDIUM, WIDE, WIDE)
        column.setSpacing(MEDIUM)
        column.addWidget(
            label(
                self.tr(
                    "The report says whether they were invited to take part, through whom, and what they answered; or"
                    " why they were not."
                ),
                "hint",
                wrap=True,
            )
        )
        column.addWidget(self.list)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner, self))

    def _made_list(self) -> RecordList[Approach]:
        specs = (
            FieldSpec("on", self.tr("Approached on"), Kind.DAY),
            FieldSpec("means", self.tr("By"), hint=self.tr("Letter, telephone, visit"), beside=True),
            FieldSpec("through", self.tr("Through"), Kind.CHOICE, options=options(Through)),
            FieldSpec("through_who", self.tr("Their name and service"), beside=True),
            FieldSpec("answer", self.tr("Answer"), Kind.CHOICE, options=options(ApproachAnswer)),
            FieldSpec("answered_on", self.tr("Answered on"), Kind.DAY, beside=True),
            FieldSpec("answer_words", self.tr("What was said"), Kind.WORDS, lines=2),
            FieldSpec("reason", self.tr("If not approached, why"), Kind.WORDS, lines=2),
        )
        form = SpecForm(Approach(0, 0), specs, lambda each: f"approach/new/{each.person_id}")
        words = ListWords(
            self.tr("Approaches"),
            self.tr("&Add an approach"),
            self.tr("No approach has been noted, nor why there was none."),
            self.tr("The approach was removed."),
        )
        return RecordList(
            self.context, words, ListActs(approaches.add, approaches.change, approaches.remove), form, self._line
        )

    def _line(self, each: Approach) -> tuple[str, str]:
        day = in_british_words(of_day(each.on)) if each.on else ""
        through = each.through.value if each.through is Through.DIRECT else f"through {each.through.value}"
        first = joined(day, each.means, through, each.through_who) if day or each.means or each.through_who else ""
        answer = said_on(each.answer.value, each.answered_on) or each.answer.value
        return (first or answer), joined(answer if first else "", each.answer_words, each.reason)

    def show_of(self, whom: Whom) -> None:
        """Show the approaches to somebody."""
        self._whom = whom
        person_id = whom.key
        self._reading.ask(lambda review: involvement.APPROACHES.listing(review, person_id=person_id))

    def take_keyboard(self) -> None:
        """Have the keyboard in the list."""
        self.list.take_keyboard()

    def place(self) -> str:
        """The approach at hand."""
        return placed(self.list)

    def go_back_to(self, place: str) -> None:
        """Have that approach at hand."""
        put_back(place, self.list)

    def _show(self, found: list[Approach]) -> None:
        ordered = sorted(found, key=lambda each: (each.on or date.max, each.id))
        self.list.show_records(ordered, Approach(0, self._whom.key))
