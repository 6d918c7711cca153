"""The identifiers of one person as records: telephones, addresses, numbers, each with a note and its time."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QTimer

from dhr_desktop.domain.contradictions import lives
from dhr_desktop.domain.contradictions.lives import Life
from dhr_desktop.domain.contradictions.within import Contradiction
from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind, check_digit_fits
from dhr_desktop.domain.people import Person
from dhr_desktop.family import kinship
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.record_list import ListActs, ListWords, RecordList
from dhr_desktop.ui.common.spec_form import FieldSpec, Kind, SpecForm
from dhr_desktop.ui.common.widgets import label


def _tr(words: str) -> str:
    return QCoreApplication.translate("IdentifiersList", words)


BLANK = Identifier(0, 0, IdentifierKind.PHONE, "")


class IdentifiersList(RecordList[Identifier]):
    """Adds, changes and removes what points at somebody besides their name."""

    def __init__(self, context: ReviewContext) -> None:
        specs = (
            FieldSpec(
                "kind", _tr("What it is"), Kind.CHOICE, options=tuple((one, one.value) for one in IdentifierKind)
            ),
            FieldSpec("value", _tr("As it is written"), needed=True),
            FieldSpec("note", _tr("Note")),
            FieldSpec("since", _tr("Since"), Kind.EDTF),
            FieldSpec("until", _tr("Until"), Kind.EDTF, beside=True),
        )
        form = SpecForm(BLANK, specs, place=lambda one: f"identifier/new/{one.person_id}")
        acts: ListActs[Identifier] = ListActs(
            kinship.add_identifier, kinship.change_identifier, kinship.remove_identifier
        )
        words = ListWords(
            _tr("Identifiers"),
            _tr("&Add an identifier…"),
            _tr("No telephone, address or number is noted."),
            _tr("The identifier was removed."),
        )
        super().__init__(context, words, acts, form, _line)
        self._life: list[Life] = []
        form.checks.append(self._against_life)
        self.unlikely = label(
            _tr("This does not look like an NHS number: its last digit does not fit the nine before it."),
            "doubt",
            wrap=True,
        )
        self.unlikely.hide()
        self.card.column.insertWidget(1, self.unlikely)
        form.editor("value").textChanged.connect(self._look_at_number)
        form.choices["kind"].currentIndexChanged.connect(  # type: ignore[union-attr]  # a choice
            self._look_at_number
        )

    def show_of(self, person: Person, identifiers: Sequence[Identifier]) -> None:
        """Show those of a person; nothing for somebody who is not in the register yet."""
        person_id = person.id
        self._life = [lives.life_of(person, lambda one: one.real_name)]
        self.setVisible(bool(person_id))
        own = [each for each in identifiers if each.person_id == person_id]
        self.show_records(own, Identifier(0, person_id, IdentifierKind.PHONE, ""))

    def _against_life(self, one: Identifier) -> list[Contradiction]:
        return lives.outside(one, self._life)

    def _look_at_number(self) -> None:
        """Say so where a digit is wrong, and refuse nothing: the number may stand in the records as it is."""
        hidden = _fits(self.form.as_typed())
        if hidden != self.unlikely.isHidden():
            self.unlikely.setHidden(hidden)
            QTimer.singleShot(0, self, self.bring_into_sight)  # the buttons have moved


def _fits(one: Identifier) -> bool:
    return one.kind is not IdentifierKind.NHS_NUMBER or check_digit_fits(one.value)


def _line(one: Identifier) -> tuple[str, str]:
    when = [
        f"{word} {in_british_words(parse(day))}" for word, day in (("since", one.since), ("until", one.until)) if day
    ]
    doubt = "" if _fits(one) else _tr("does not look like one: its last digit does not fit")
    return one.value, " · ".join(part for part in (one.kind.value, doubt, one.note, *when) if part)
