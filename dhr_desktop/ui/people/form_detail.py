"""One form that was found: why it is proposed, where it stands, and what the chair can say of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dhr_desktop.domain.name_forms.proposals import Proposal, why
from dhr_desktop.domain.people import FormPlace, Person, Role
from dhr_desktop.family.forms_found import FormsFound
from dhr_desktop.ui.common.choice_box import ChoiceBox
from dhr_desktop.ui.common.drafts import Drafts
from dhr_desktop.ui.common.kept_fields import Field
from dhr_desktop.ui.common.kept_words import KeptWords
from dhr_desktop.ui.common.theme import LARGE, MEDIUM, SMALL
from dhr_desktop.ui.common.veil import Veil
from dhr_desktop.ui.common.widgets import button, label
from dhr_desktop.ui.people.form_places import PlaceShown, PlacesTable
from dhr_desktop.ui.people.forms_model import likelihood

_MOST_SHOWN = 500
"""Of a form that means one person. Where its meaning is asked at each place, every place has to be there."""


class FormDetail(QWidget):
    """Shows a `Proposal`. The signals bring what the chair says of it."""

    confirmed = Signal()
    refused = Signal()
    given_to = Signal(int)
    """It is this person's, by their id."""
    given_to_new = Signal(str, object)
    """It is somebody's who is not in the register: their name and `Role`."""
    place_said = Signal(object, object)

    def __init__(self, veil: Veil, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._kept: KeptWords | None = None
        self.proposal: Proposal | None = None
        self.title = label("", "heading", wrap=True)
        self.reasons = label("", "hint", wrap=True)
        self.yes = button("", "primary", self.confirmed.emit)
        self.other = button(self.tr("It is some&body else"), "", self.begin_other)
        self.no = button(self.tr("&Not a name"), "quiet", self.refused.emit)
        self.legend = label("", "hint", wrap=True)
        self.places = PlacesTable(veil)
        self.places.said.connect(self.place_said)
        self._other = self._chooser()
        self._build()

    def _build(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(SMALL)
        for each in (self.yes, self.other, self.no):
            acts.addWidget(each)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self.title)
        column.addWidget(self.reasons)
        column.addLayout(acts)
        column.addWidget(self._other)
        column.addWidget(self.legend)
        column.addWidget(self.places, 1)

    def _chooser(self) -> QWidget:
        self.whose = ChoiceBox()
        self.whose.setAccessibleName(self.tr("Whose form it is"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the new person"))
        self.name.setPlaceholderText(self.tr("Their name in full"))
        self.role = ChoiceBox()
        self.role.setAccessibleName(self.tr("Role of the new person"))
        for role in Role:
            self.role.addItem(role.value, role)
        self.enter = button(self.tr("En&ter it for them"), "primary", self._give)
        self.whose.currentIndexChanged.connect(self._fit_chooser)
        self.name.returnPressed.connect(self._give)
        self.leave = button(self.tr("&Leave it"), "quiet", self.end_other)
        chooser = QWidget()
        grid = QGridLayout(chooser)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.addWidget(self.whose, 0, 0)
        grid.addWidget(self.enter, 0, 1)
        grid.addWidget(self.leave, 0, 2)
        grid.addWidget(self.name, 1, 0)
        grid.addWidget(self.role, 1, 1, 1, 2)
        grid.setColumnStretch(0, 1)
        chooser.hide()
        return chooser

    def show_proposal(self, proposal: Proposal, found: FormsFound) -> None:
        """Show a form with its places."""
        same = self.proposal is not None and self.proposal.form == proposal.form
        self.proposal = proposal
        self._found = found
        self.title.setText(proposal.form)
        kind = (proposal.identifier or proposal.kind).value
        self.reasons.setText(f"{kind}; {likelihood(proposal.sure)}: {why(proposal)}.")
        self._show_places(proposal, found)
        self.yes.setText(self._words_of_yes(proposal))
        self.yes.setEnabled(bool(proposal.whom))
        self.no.setText(self.tr("&Not about a person") if proposal.identifier else self.tr("&Not a name"))
        if not same:
            self.end_other()

    def _words_of_yes(self, proposal: Proposal) -> str:
        if not proposal.whom:
            return self.tr("Say whose it is")
        name = proposal.whom.replace("&", "&&")
        words = self.tr("&Confirm as {name}") if proposal.person_id else self.tr("Enter {name} as a new &person")
        if proposal.person_id and self.places.candidates:
            words = self.tr("&Confirm as {name} everywhere")
        return words.format(name=name)

    def _show_places(self, proposal: Proposal, found: FormsFound) -> None:
        by_id = {person.id: person for person in found.people}
        wanted = [proposal.person_id, *proposal.also]
        candidates = [by_id[each] for each in dict.fromkeys(wanted) if each in by_id]
        asked = proposal.ambiguous and bool(candidates)
        answered = {0, *(each.entry_id for each in found.said if isinstance(each, FormPlace))}  # of 10,000 few are
        shown = []
        for place in proposal.places if asked else proposal.places[:_MOST_SHOWN]:
            said = found.said_of(place, proposal.form) if place.entry_id in answered else None
            person = by_id.get(said.person_id) if said and said.person_id else None
            passage = found.passages[place.passage]
            where = found.agencies.get(place.agency_id, "") or self._kept_in(passage.field)
            shown.append(PlaceShown(place, passage, where, said is not None, person))
        self.places.show_places(shown, candidates, asked=asked)
        words = self._legend(candidates) if asked else self._counted(proposal, len(shown))
        self.legend.setText(words)
        self.legend.setVisible(bool(words))

    def _legend(self, candidates: list[Person]) -> str:
        people = "   ".join(f"{number} {each.real_name}" for number, each in enumerate(candidates, start=1))
        words = self.tr(
            "This may mean different things. In the list below, say what it means at each place:"
            " {people}   0 nobody’s name"
        )
        return words.format(people=people)

    def _kept_in(self, table: str) -> str:
        """Where words stand that no agency has sent."""
        return {
            "contact": self.tr("Contact log"),
            "promise": self.tr("Promises"),
            "offer": self.tr("Offers"),
            "approach": self.tr("Approaches"),
            "reading": self.tr("Draft readings"),
            "reading_comment": self.tr("Draft readings"),
            "question": self.tr("Questions to agencies"),
            "event": self.tr("Events"),
            "entry": self.tr("Private notes"),
            "submission": self.tr("Notes on submissions"),
            "letter_template": self.tr("Letters"),
        }.get(table, "")

    def _counted(self, proposal: Proposal, shown: int) -> str:
        if proposal.times > shown:
            return self.tr("The first {shown} of {times} places").format(shown=shown, times=proposal.times)
        return ""

    # Somebody else.

    def begin_other(self) -> None:
        """Ask whose form it is."""
        if self.proposal is None:
            return
        self.whose.clear()
        self.whose.addItem(self.tr("Somebody who is not in the register yet"), 0)
        for person in sorted(self._found.people, key=lambda each: each.real_name.casefold()):
            self.whose.addItem(person.real_name, person.id)
        guess = (
            ""
            if self.proposal.identifier
            else (self.proposal.whom if not self.proposal.person_id else self.proposal.form)
        )
        self.name.setText(guess)
        self.role.setCurrentIndex(list(Role).index(Role.OTHER))
        self.whose.setCurrentIndex(1 if self.whose.count() > 1 and self.proposal.person_id else 0)
        self.end_other()
        fields: dict[str, Field] = {"whose": self.whose, "name": self.name, "role": self.role}
        self._kept = KeptWords(self._drafts, f"formfound/{self.proposal.form}", fields, self)
        self._other.show()
        self._fit_chooser()
        self.whose.setFocus()

    def end_other(self) -> None:
        """Ask no more; what was chosen and typed is given up."""
        inside = self._other.isAncestorOf(self.window().focusWidget() or self)
        self._other.hide()
        if self._kept is not None:
            self._kept.close()
            self._kept = None
        if inside:
            self.other.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape asks no more whose it is."""
        if event.key() == Qt.Key.Key_Escape and not self._other.isHidden():
            self.end_other()
        else:
            super().keyPressEvent(event)

    def _fit_chooser(self) -> None:
        new = not self.whose.currentData()
        self.name.setVisible(new)
        self.role.setVisible(new)

    def _give(self) -> None:
        person_id = self.whose.currentData()
        name = " ".join(self.name.text().split())
        if person_id:
            self.given_to.emit(person_id)
        elif name:
            self.given_to_new.emit(name, Role(self.role.currentData()))
