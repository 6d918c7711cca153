"""The lives of those whom the records of people and involvement are about, and what those records put outside them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from dhr_desktop.domain.contradictions import lives
from dhr_desktop.domain.contradictions.lives import Life
from dhr_desktop.domain.contradictions.within import Contradiction
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.store import facts, involvement, kinship, people
from dhr_desktop.store.records import Records
from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class KnownLives:
    """Everyone of the register, who of them each stakeholder is, and the death that the review is about (EDTF)."""

    people: dict[int, Person] = field(default_factory=dict)
    of_stakeholder: dict[int, int] = field(default_factory=dict)
    of_child: dict[int, int] = field(default_factory=dict)
    death: str = ""

    def of_people(self, ids: Iterable[int | None]) -> list[Life]:
        """The lives of these people of the register."""
        known = (self.people.get(each or 0) for each in ids)
        return [lives.life_of(person, _real_name) for person in known if person is not None]

    def of_stakeholders(self, ids: Iterable[int | None]) -> list[Life]:
        """The lives of these stakeholders."""
        return self.of_people(self.of_stakeholder.get(each or 0) for each in ids)


def read(review: Review) -> KnownLives:
    """What is known of lives now. Safe in any thread."""
    register = people.listing(review)
    death = next((each.died for each in register if each.role is Role.VICTIM and each.died), "")
    return KnownLives(
        {each.id: each for each in register},
        {each.id: each.person_id for each in involvement.STAKEHOLDERS.listing(review)},
        {each.id: each.person_id for each in involvement.CHILDREN.listing(review)},
        death or facts.get(review).died_on,
    )


def about(review: Review, person: Person) -> list[Contradiction]:
    """All that the register and the records of somebody's involvement put outside their life, as it stands in `person`.

    It is what is said where a birth or a death is typed. Safe in any thread.
    """
    if not person.id or not (person.born or person.died):
        return []
    register = {each.id: each for each in people.listing(review)} | {person.id: person}
    own = [
        *kinship.RELATIONS.listing(review, person_id=person.id),
        *kinship.RELATIONS.listing(review, other_id=person.id),
    ]
    found = lives.of_the_death(person, facts.get(review).died_on, _real_name)
    found += [each for one in own for each in lives.of_relation(one, register.values(), _real_name)]
    life = [lives.life_of(person, _real_name)]
    for table, where in _TABLES_OF_A_PERSON:
        for record in table.listing(review, **{where: person.id}):
            found += lives.outside(record, life)
    for stakeholder in involvement.STAKEHOLDERS.listing(review, person_id=person.id):
        for table in _TABLES_OF_A_STAKEHOLDER:
            for record in table.listing(review, stakeholder_id=stakeholder.id):
                found += lives.outside(record, life)
        for pair in involvement.CONTACT_WITH.listing(review, stakeholder_id=stakeholder.id):
            found += lives.outside(involvement.CONTACTS.get(review, pair.contact_id), life)
    return [replace(each, refused=False) for each in dict.fromkeys(found)]


_TABLES_OF_A_PERSON: tuple[tuple[Records[Any], str], ...] = (
    (kinship.IDENTIFIERS, "person_id"),
    (kinship.MEMBERS, "person_id"),
    (kinship.PREGNANCIES, "person_id"),
    (involvement.STAKEHOLDERS, "person_id"),
    (involvement.CHILDREN, "person_id"),
    (involvement.APPROACHES, "person_id"),
    (involvement.RESPONSIBILITIES, "holder_id"),
)
_TABLES_OF_A_STAKEHOLDER: tuple[Records[Any], ...] = (
    involvement.ADVOCACY,
    involvement.WISHES,
    involvement.OFFERS,
    involvement.READINGS,
)


def _real_name(person: Person) -> str:
    return person.real_name
