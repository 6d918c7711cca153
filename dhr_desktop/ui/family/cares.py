"""What a chair must know before speaking to a stakeholder, and whether anything is overdue for them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from dhr_desktop.base.clock import today
from dhr_desktop.domain.avoiding import near
from dhr_desktop.domain.contact_rules import of_one, update_due
from dhr_desktop.domain.people import Person
from dhr_desktop.domain.stakeholders import Involvement, NotToBeTold, Stakeholder
from dhr_desktop.family import avoiding
from dhr_desktop.store import contact_log, involvement
from dhr_desktop.store.review import Review

_SETTLED = frozenset({Involvement.INVOLVED, Involvement.NOT})


def _tr(words: str) -> str:
    return QCoreApplication.translate("Cares", words)


class Cares:
    """Read once for all stakeholders. Safe in any thread."""

    def __init__(self, review: Review, register: Sequence[Person], stakeholders: Iterable[Stakeholder]) -> None:
        self._today = today()
        names = {person.id: person.real_name for person in register}
        self._names = {each.id: names.get(each.person_id, "") for each in stakeholders}
        self._dates = avoiding.watched(review)
        self._not_told: dict[int, list[NotToBeTold]] = {}
        for each in involvement.NOT_TO_BE_TOLD.listing(review):
            self._not_told.setdefault(each.stakeholder_id, []).append(each)
        self._log = contact_log.read(review)
        late = [each for each in involvement.PROMISES.listing(review) if each.done_on is None]
        self._late = {each.stakeholder_id for each in late if each.due_on and each.due_on < self._today}

    def overdue(self, stakeholder: Stakeholder) -> bool:
        """Whether they were to be asked again, or told how the review goes on, or promised something, by now."""
        asked = stakeholder.ask_again_on
        if asked and asked <= self._today and stakeholder.involvement not in _SETTLED:
            return True
        update = update_due(stakeholder, of_one(self._log, stakeholder.id), self._today)
        if update and update < self._today:
            return True
        return stakeholder.id in self._late

    def of(self, stakeholder: Stakeholder) -> tuple[str, ...]:
        """The cautions, what they must not be told or do not want to hear, restrictions, and dates near today."""
        found = [
            _sentence(_tr("Take care"), stakeholder.caution),
            *(self._untold(each) for each in self._not_told.get(stakeholder.id, ())),
            _sentence(_tr("Does not want to hear"), stakeholder.not_to_hear),
            _sentence(_tr("To be avoided"), stakeholder.avoid_means),
            _sentence(_tr("Contact is restricted until"), stakeholder.restricted_until),
            *(
                _sentence(_tr("Today is near a date to avoid"), words)
                for words in near(self._today, self._dates, {stakeholder.id})
            ),
        ]
        return tuple(each for each in found if each)

    def _untold(self, each: NotToBeTold) -> str:
        asked_by = self._names.get(each.of_id or 0, "")
        of_whom = _tr(" (asked for by {name})").format(name=asked_by) if asked_by else ""
        return _sentence(_tr("Must not be told"), f"{each.what.strip().rstrip('.')}{of_whom}")


def _sentence(what: str, words: str) -> str:
    said = " ".join(words.split()).rstrip(".")
    return f"{what}: {said}." if said else ""
