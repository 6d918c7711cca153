"""Has a form say where a day that is typed lies outside the life of whom it is about, or before the death."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dhr_desktop.domain.contradictions import lives
from dhr_desktop.domain.contradictions.lives import Life
from dhr_desktop.domain.contradictions.within import Contradiction
from dhr_desktop.family import known_lives
from dhr_desktop.family.known_lives import KnownLives
from dhr_desktop.store.journal import Change
from dhr_desktop.ui.common.context import ReviewContext
from dhr_desktop.ui.common.spec_form import SpecForm
from dhr_desktop.ui.family.reading import Latest

_TABLES = frozenset({"person", "stakeholder", "child_record", "review"})
Whose = Callable[[KnownLives, Any], Sequence[Life]]


class LivesCheck(QObject):
    """Knows the lives of the register as they now are, and looks at each form it was given."""

    def __init__(self, context: ReviewContext, owner: QWidget) -> None:
        super().__init__(owner)
        self.known = KnownLives()
        self._forms: list[SpecForm[Any]] = []
        self._reading: Latest[KnownLives] = Latest(context, owner, self.tr("Reading the register"), self._know)
        context.notices.changed.connect(self._on_change)
        self._reading.ask(known_lives.read)

    def watch(self, form: SpecForm[Any], whose: Whose, of: type | None = None) -> None:
        """Look at a form; `whose` tells the lives that its record is about, `of` its kind where that is not its own."""

        def check(record: object) -> list[Contradiction]:
            return lives.outside(record, whose(self.known, record), self.known.death, of)

        form.checks.append(check)
        self._forms.append(form)

    def _know(self, known: KnownLives) -> None:
        self.known = known
        for form in self._forms:
            form.look_again()

    def _on_change(self, change: Change) -> None:
        if change.tables & _TABLES:
            self._reading.ask(known_lives.read)


def of_its_stakeholder(known: KnownLives, record: Any) -> Sequence[Life]:  # noqa: ANN401 - whatever is of a stakeholder
    """The life of the stakeholder to whom a record belongs."""
    return known.of_stakeholders([record.stakeholder_id])


def of_its_person(known: KnownLives, record: Any) -> Sequence[Life]:  # noqa: ANN401 - whatever is of a person
    """The life of the person to whom a record belongs."""
    return known.of_people([record.person_id])
