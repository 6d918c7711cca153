"""The relations and households of one person as records: added, changed and removed by keyboard."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dhr_desktop.domain.contradictions import lives
from dhr_desktop.domain.contradictions.within import Contradiction
from dhr_desktop.domain.dates import NotEdtf, in_british_words, parse
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.words import when_words
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.relations import Ending
from dhr_desktop.domain.ties import Stay, Tie, TieKind, seen_from
from dhr_desktop.family import kinship
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.record_list import ListActs, ListWords, RecordList
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, SpecForm
from dhr_desktop.ui.common.theme import LARGE
from dhr_desktop.ui.common.widgets import label
from dhr_desktop.ui.people.pregnancies_list import PregnanciesList

_NOBODY = Tie(0, 0)


class TiesList(QWidget):
    """Everything that ties somebody to others. `changed` is not needed: the review's notices tell."""

    def __init__(self, context: ReviewContext) -> None:
        super().__init__()
        self._context = context
        self._family, self._person_id = Family(), 0
        self.doubts = label("", "hint", wrap=True)
        self.ties = self._made_ties()
        self.stays = self._made_stays()
        self.pregnancies = PregnanciesList(context, self._called)
        self.ties.form.checks.append(self._against_lives)
        self.stays.form.checks.append(self._against_life)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        for each in (self.ties, self.doubts, self.pregnancies, self.stays):
            column.addWidget(each)
        context.panel.changed.connect(self._offer)
        self.ties.opened.connect(lambda _: self._doubt())

    def _made_ties(self) -> RecordList[Tie]:
        specs = (
            FieldSpec("kind", self.tr("Is"), Kind.CHOICE, options=tuple((each, each.value) for each in TieKind)),
            FieldSpec("other_id", self.tr("Whom"), Kind.CHOICE, options=((0, self.tr("choose…")),), needed=True),
            FieldSpec("began", self.tr("Began"), Kind.EDTF, self.tr("May 2012")),
            FieldSpec("ended", self.tr("Ended"), Kind.EDTF, self.tr("2016"), beside=True),
            FieldSpec(
                "ending",
                self.tr("How it ended"),
                Kind.CHOICE,
                options=tuple((each, each.value or self.tr("it has not, or not known")) for each in Ending),
            ),
            FieldSpec("note", self.tr("Note"), Kind.WORDS, lines=2),
        )
        form = SpecForm(_NOBODY, specs, place=lambda tie: f"tie/new/{tie.person_id}")
        acts: ListActs[Tie] = ListActs(kinship.relate, kinship.change_relation, kinship.unrelate)
        said = ListWords(
            self.tr("Relations"),
            self.tr("&Add a relation…"),
            self.tr("No relation is known yet."),
            self.tr("The relation was removed."),
        )
        return RecordList(self._context, said, acts, form, self._line)

    def _made_stays(self) -> RecordList[Stay]:
        specs = (
            FieldSpec(
                "household", self.tr("Household"), Kind.LINE, self.tr("Your word for it: the family home"), needed=True
            ),
            FieldSpec("since", self.tr("Since"), Kind.EDTF),
            FieldSpec("until", self.tr("Until"), Kind.EDTF, beside=True),
        )
        form = SpecForm(Stay(0, 0), specs, place=lambda stay: f"stay/new/{stay.person_id}")
        acts: ListActs[Stay] = ListActs(kinship.move_in, kinship.change_stay, kinship.move_out)
        said = ListWords(
            self.tr("Households"),
            self.tr("Add a househo&ld…"),
            self.tr("No household is known yet."),
            self.tr("They were taken out of the household."),
        )
        return RecordList(self._context, said, acts, form, lambda stay: (stay.household, _between(stay)))

    def show_of(self, family: Family, person_id: int) -> None:
        """Show what ties this person to others."""
        self._family, self._person_id = family, person_id
        self._offer()
        own = [each for each in family.relations if person_id in (each.person_id, each.other_id)]
        self.ties.show_records([seen_from(each, person_id) for each in own], Tie(0, person_id))
        self.pregnancies.show_of(family, person_id)
        names = {each.id: each.name for each in family.households}
        stays = [
            Stay(each.id, person_id, names.get(each.household_id, ""), each.since, each.until)
            for each in family.members
            if each.person_id == person_id
        ]
        self.stays.show_records(stays, Stay(0, person_id))

    def _offer(self) -> None:
        others = [(0, self.tr("choose…"))]
        others += [(each.id, self._called(each)) for each in self._family.people if each.id != self._person_id]
        self.ties.form.offer("other_id", others)
        self.pregnancies.offer_others()
        self._doubt()

    def _doubt(self) -> None:
        own = [each for each in self._family.relations if self._person_id in (each.person_id, each.other_id)]
        found = [said for each in own for said in lives.of_relation(each, self._family.people, self._called)]
        words = "\n".join(dict.fromkeys(each.words for each in found))
        self.doubts.setText(self._context.panel.days(words))
        self.doubts.setVisible(bool(found) and not self.ties.is_open)

    def _against_lives(self, tie: Tie) -> list[Contradiction]:
        return [
            each
            for each in lives.of_relation(tie.relation, self._family.people, self._called)
            if each.fields != ("began", "ended")  # its own two days the form tells by itself
        ]

    def _against_life(self, record: object) -> list[Contradiction]:
        own = [lives.life_of(each, self._called) for each in self._family.people if each.id == self._person_id]
        return lives.outside(record, own)

    def _called(self, person: Person) -> str:
        return self._context.panel.shown(self._context.panel.person(person))

    def _line(self, tie: Tie) -> tuple[str, str]:
        other = next((each for each in self._family.people if each.id == tie.other_id), None)
        about = ". ".join(part for part in (when_words(tie.relation).removeprefix(", "), tie.note) if part)
        return f"{tie.kind.value} {self._called(other) if other else '?'}", about


def _between(stay: Stay) -> str:
    parts = [("since", stay.since), ("until", stay.until)]
    return ", ".join(f"{word} {_date(when)}" for word, when in parts if when)


def _date(edtf: str) -> str:
    try:
        return in_british_words(parse(edtf))
    except NotEdtf:
        return edtf
