"""What the records of somebody put outside their life is found wherever it stands; nothing is where it fits."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dhr_desktop.domain.approaches import Approach
from dhr_desktop.domain.children import ChildRecord
from dhr_desktop.domain.contacts import Contact, Means
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.offers import OfferAnswer
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.pregnancies import Pregnancy
from dhr_desktop.domain.readings import Reading
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.domain.stakeholders import Advocacy, Group, Stakeholder, Wish
from dhr_desktop.domain.ties import Stay, Tie, TieKind
from dhr_desktop.family import (
    approaches,
    children,
    contacts,
    kinship,
    known_lives,
    offers,
    pregnancies,
    readings,
    register,
    stakeholders,
)
from dhr_desktop.store import facts, people
from dhr_desktop.store.review import Review

DIED, AFTER = "2019-03-01", date(2019, 3, 2)
Noting = Callable[[Review, Person, Stakeholder], object]
NOTED: dict[str, Noting] = {
    "identifier": lambda r, p, _s: kinship.add_identifier(
        r, Identifier(0, p.id, IdentifierKind.PHONE, "07700 900123", since="2019-03-02")
    ),
    "household": lambda r, p, _s: kinship.move_in(r, Stay(0, p.id, "Home", since="2019-03-02")),
    "pregnancy": lambda r, p, _s: pregnancies.add(r, Pregnancy(0, p.id, ended="2019-03-02")),
    "approach": lambda r, p, _s: approaches.add(r, Approach(0, p.id, AFTER)),
    "child": lambda r, p, _s: children.note(r, ChildRecord(0, p.id, asked_on=AFTER)),
    "involvement": lambda r, _p, s: stakeholders.change(r, replace(s, asked_on=AFTER)),
    "advocacy": lambda r, _p, s: stakeholders.add_advocacy(r, Advocacy(0, s.id, "AAFDA", offered_on=AFTER)),
    "wish": lambda r, _p, s: stakeholders.add_wish(r, Wish(0, s.id, "To see the draft", AFTER)),
    "offer": lambda r, _p, s: offers.mark(r, s.id, "advocacy", OfferAnswer.OFFERED, AFTER),
    "reading": lambda r, _p, s: readings.begin(r, Reading(0, s.id, AFTER)),
    "contact": lambda r, _p, s: contacts.log(r, Contact(0, AFTER, Means.LETTER), [s.id]),
    "marriage": lambda r, p, _s: kinship.relate(
        r, Tie(0, p.id, TieKind.MARRIED, register.add_person(r, Person(0, "Bob", Role.FAMILY)).id, began="2019-03-02")
    ),
}


@pytest.mark.parametrize("kind", NOTED)
def test_what_comes_after_a_death_is_found_wherever_it_is_noted(review: Review, kind: str) -> None:
    person = register.add_person(review, Person(0, "Ann", Role.FAMILY))
    who = stakeholders.involve(review, person, Stakeholder(0, person.id, Group.FAMILY))
    NOTED[kind](review, person, who)
    (found,) = known_lives.about(review, replace(person, died=DIED))
    assert "after Ann had died, 1 March 2019" in found.words
    assert not found.refused
    assert known_lives.about(review, replace(person, died="2019-03-02")) == []
    assert known_lives.about(review, replace(person, died="2019")) == []
    assert known_lives.about(review, person) == []


def test_the_death_of_the_review_is_the_victim_s_or_else_that_of_its_facts(review: Review) -> None:
    with review.journal.step("Facts"):
        facts.put(review, ReviewFacts("A review", died_on="2018-11"))
    assert known_lives.read(review).death == "2018-11"
    victim = register.add_person(review, Person(0, "Kayleigh", Role.VICTIM, died="2018-11-09"))
    known = known_lives.read(review)
    assert known.death == "2018-11-09"
    assert [life.died for life in known.of_people([victim.id, None, 99])] == ["2018-11-09"]
    assert people.listing(review) == [victim]


@pytest.mark.parametrize(
    ("died", "role", "told"),
    [
        ("2018-11-09", Role.VICTIM, False),
        ("2018-11", Role.VICTIM, False),
        ("2018-11-10", Role.VICTIM, True),
        ("2017~", Role.VICTIM, False),
        ("2015", Role.VICTIM, True),
        ("2015", Role.FAMILY, False),
    ],
)
def test_a_victim_s_death_is_held_against_that_of_the_review(review: Review, died: str, role: Role, told: bool) -> None:
    with review.journal.step("Facts"):
        facts.put(review, ReviewFacts("A review", died_on="2018-11-09"))
    person = register.add_person(review, Person(0, "Kayleigh", role, died=died))
    found = known_lives.about(review, person)
    assert bool(found) is told
    assert all("another date than that of Kayleigh, 9 November 2018" in each.words for each in found)
