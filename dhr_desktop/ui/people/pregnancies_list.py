"""The pregnancies of one person as records: with whom, when, and what became of each."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from dhr_desktop.domain.contradictions import lives
from dhr_desktop.domain.contradictions.lives import Called
from dhr_desktop.domain.contradictions.within import Contradiction
from dhr_desktop.domain.dates import NotEdtf, in_british_words, parse
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.people import Sex
from dhr_desktop.domain.pregnancies import Outcome, Pregnancy
from dhr_desktop.family import pregnancies
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.record_list import ListActs, ListWords, RecordList
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, SpecForm

_NONE = Pregnancy(0, 0)


def _tr(words: str) -> str:
    return QCoreApplication.translate("PregnanciesList", words)


class PregnanciesList(RecordList[Pregnancy]):
    """Adds, changes and removes pregnancies; those that have a sign of their own stand in the family picture."""

    def __init__(self, context: ReviewContext, called: Called) -> None:
        self._called = called
        self._family, self._person_id = Family(), 0
        specs = (
            FieldSpec(
                "outcome",
                _tr("What became of it"),
                Kind.CHOICE,
                options=tuple((each, each.value) for each in Outcome),
            ),
            FieldSpec("other_id", _tr("The other parent"), Kind.CHOICE, options=self._others()),
            FieldSpec("began", _tr("Began"), Kind.EDTF, _tr("March 2014")),
            FieldSpec("expected", _tr("Expected"), Kind.EDTF, beside=True),
            FieldSpec("ended", _tr("Ended"), Kind.EDTF, _tr("The day of the birth or the loss")),
            FieldSpec("note", _tr("Note"), Kind.WORDS, lines=2, private=True),
        )
        form = SpecForm(_NONE, specs, place=lambda one: f"pregnancy/new/{one.person_id}")
        form.checks.append(self._against_life)
        form.covered = lambda one: one.without_days
        words = ListWords(
            _tr("Pregnancies"),
            _tr("Add a preg&nancy…"),
            _tr("No pregnancy is noted."),
            _tr("The pregnancy was removed."),
        )
        acts: ListActs[Pregnancy] = ListActs(pregnancies.add, pregnancies.change, pregnancies.remove)
        line: Callable[[Pregnancy], tuple[str, str]] = self._line_of
        super().__init__(context, words, acts, form, line)

    def show_of(self, family: Family, person_id: int) -> None:
        """Show those of a person; nothing of a man, unless something is noted of him all the same."""
        self._family, self._person_id = family, person_id
        person = next((each for each in family.people if each.id == person_id), None)
        own = [each for each in family.pregnancies if each.person_id == person_id]
        self.setVisible(bool(own) or (person is not None and person.sex is not Sex.MALE))
        self.offer_others()
        self.show_records(own, Pregnancy(0, person_id))

    def offer_others(self) -> None:
        """Offer everyone else as the other parent, as they may be called now."""
        self.form.offer("other_id", self._others())

    def _others(self) -> tuple[tuple[int | None, str], ...]:
        people = (each for each in self._family.people if each.id != self._person_id)
        return ((None, _tr("Not said")), *((each.id, self._called(each)) for each in people))

    def _line_of(self, one: Pregnancy) -> tuple[str, str]:
        other = next((each for each in self._family.people if each.id == one.other_id), None)
        if self._context.panel.on:
            one = one.without_days
        told = ((_tr("from"), one.began), (_tr("expected"), one.expected), (_tr("ended"), one.ended))
        when = ", ".join(f"{word} {_words(day)}" for word, day in told if day)
        note = "" if self._context.panel.on else one.note
        whom = _tr("with {name}").format(name=self._called(other)) if other else ""
        first = one.outcome.value
        return first[:1].upper() + first[1:], " · ".join(part for part in (whom, when, note) if part)

    def _against_life(self, one: Pregnancy) -> list[Contradiction]:
        own = [lives.life_of(each, self._called) for each in self._family.people if each.id == self._person_id]
        return lives.outside(one, own)


def _words(edtf: str) -> str:
    try:
        return in_british_words(parse(edtf))
    except NotEdtf:
        return edtf
