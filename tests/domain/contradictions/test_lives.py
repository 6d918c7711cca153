"""What somebody's birth and death cannot be reconciled with; always said, never refused."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dhr_desktop.domain.approaches import Approach
from dhr_desktop.domain.children import ChildRecord, Responsibility
from dhr_desktop.domain.contacts import Contact, Means, Promise
from dhr_desktop.domain.contradictions import between, lives, naming_steps
from dhr_desktop.domain.contradictions.lives import Life
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.naming import NamingAct, NamingStep, Subject
from dhr_desktop.domain.offers import Offer
from dhr_desktop.domain.people import Person, Role, Sex
from dhr_desktop.domain.pregnancies import Pregnancy
from dhr_desktop.domain.readings import Reading, ReadingComment
from dhr_desktop.domain.relations import Ending, HouseholdMember, Relation, RelationKind
from dhr_desktop.domain.stakeholders import Advocacy, Group, Stakeholder, Wish
from dhr_desktop.domain.ties import Stay

LIFE = Life("Ann", "1980", "2018-11-09")
BLANK: dict[type, Any] = {
    Identifier: Identifier(0, 1, IdentifierKind.PHONE, "07700 900123"),
    Stay: Stay(0, 1, "Home"),
    HouseholdMember: HouseholdMember(0, 1, 1),
    Pregnancy: Pregnancy(0, 1),
    Stakeholder: Stakeholder(0, 1, Group.FAMILY),
    Advocacy: Advocacy(0, 1, "AAFDA"),
    Wish: Wish(0, 1, "To see the draft"),
    Contact: Contact(0, date(2017, 1, 1), Means.LETTER),
    Offer: Offer(0, 1, "advocacy"),
    ChildRecord: ChildRecord(0, 1),
    Responsibility: Responsibility(0, 1),
    Reading: Reading(0, 1, None),
    Approach: Approach(0, 1),
}
_TEXTS = frozenset({Identifier, Stay, HouseholdMember, Pregnancy, Responsibility})
FIELDS = [(kind, name) for kind, told in lives.OF_A_LIFE.items() for name in told]


def called(person: Person) -> str:
    return person.real_name


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_nothing_happens_to_somebody_before_their_birth_or_after_their_death(kind: type, name: str) -> None:
    def told(day: date, life: Life = LIFE, death: str = "") -> str:
        when = day.isoformat() if kind in _TEXTS else day
        found = lives.outside(replace(BLANK[kind], **{name: when}), [life], death)
        assert not any(each.refused for each in found)
        return " ".join(each.words for each in found)

    assert "before Ann was born, 1980" in told(date(1979, 12, 31))
    assert "after Ann had died, 9 November 2018" in told(date(2018, 11, 10))
    assert told(date(1980, 1, 1)) == told(date(2018, 11, 9)) == ""
    assert told(date(1979, 12, 31), Life("Ann", "1980~")) == told(date(2019, 1, 1), Life("Ann", "", "2018?")) == ""
    of_the_review = "before the death that the review is about" in told(date(2017, 1, 1), Life("Ann"), "2018-11-09")
    assert of_the_review is (kind in lives.OF_THE_REVIEW)


@pytest.mark.parametrize(
    ("parent", "child", "told"),
    [
        (Person(1, "Ann", Role.FAMILY, born="1990"), "1980", "Ann is younger than their child Bea"),
        (Person(1, "Ann", Role.FAMILY, born="1980-06-01"), "1992-05-31", "was a child when Bea was born"),
        (Person(1, "Ann", Role.FAMILY, born="1980-06-01"), "1992-06-01", ""),
        (Person(1, "Ann", Role.FAMILY, born="1980"), "1992", ""),
        (Person(1, "Ann", Role.FAMILY, born="1980~"), "1991", ""),
        (Person(1, "Ann", Role.FAMILY, died="2010-01-01", sex=Sex.FEMALE), "2010-01-02", "after Ann had died"),
        (Person(1, "Ann", Role.FAMILY, died="2010-01-01", sex=Sex.FEMALE), "2010", ""),
        (Person(1, "Ann", Role.FAMILY, died="2010-01-01", sex=Sex.MALE), "2010-09-01", ""),
        (Person(1, "Ann", Role.FAMILY, died="2010-01-01", sex=Sex.MALE), "2011-01-01", "after Ann had died"),
        (Person(1, "Ann", Role.FAMILY, died="2010?", sex=Sex.MALE), "2020", ""),
    ],
)
def test_a_birth_fits_the_life_of_the_parent(parent: Person, child: str, told: str) -> None:
    two = [parent, Person(2, "Bea", Role.CHILD, born=child)]
    found = " ".join(each.words for each in lives.of_relation(Relation(1, 1, RelationKind.PARENT, 2), two, called))
    assert told in found
    assert bool(found) is bool(told)
    adopted = Relation(1, 1, RelationKind.ADOPTIVE_PARENT, 2)
    assert lives.of_relation(adopted, two, called) == []


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        ({"began": "1979"}, "began before Ann was born"),
        ({"began": "2019"}, "began after Ann had died"),
        ({"began": "2010", "ended": "2009"}, "ended before it began"),
        ({"began": "2010", "ended": "2009~"}, ""),
        ({"began": "1979?"}, ""),
        ({"began": "2010", "ended": "2018-11-09", "ending": Ending.DIED}, ""),
    ],
)
def test_a_couple_is_together_while_both_live(relation: dict[str, Any], told: str) -> None:
    two = [Person(1, "Ann", Role.FAMILY, born="1980", died="2018-11-09"), Person(2, "Bob", Role.FAMILY)]
    made = Relation(1, 1, RelationKind.MARRIED, 2, **relation)
    found = " ".join(each.words for each in lives.of_relation(made, two, called))
    assert told in found
    assert bool(found) is bool(told)


def test_what_ended_by_a_death_has_one_who_died() -> None:
    two = [Person(1, "Ann", Role.FAMILY), Person(2, "Bob", Role.FAMILY)]
    made = Relation(1, 1, RelationKind.MARRIED, 2, ending=Ending.DIED)
    (found,) = lives.of_relation(made, two, called)
    assert "says of neither that they have died" in found.words
    assert lives.of_relation(made, [two[0], replace(two[1], died="2012")], called) == []


def test_a_promise_is_due_after_it_was_made() -> None:
    made = date(2019, 6, 3)
    promise = Promise(0, "Ring", due_on=date(2019, 6, 2), done_on=date(2019, 6, 1))
    assert [each.fields for each in between.of_a_promise(promise, made)] == [("due_on",), ("done_on",)]
    assert between.of_a_promise(replace(promise, due_on=made, done_on=None), made) == []
    assert between.of_a_promise(promise, None) == []


def test_a_comment_is_answered_after_the_draft_was_read() -> None:
    comment = ReadingComment(0, 1, answered_on=date(2019, 6, 2))
    (found,) = between.of_a_comment(comment, date(2019, 6, 3))
    assert "before the draft was read, 3 June 2019" in found.words
    assert between.of_a_comment(comment, date(2019, 6, 2)) == between.of_a_comment(comment, None) == []


def step(number: int, act: NamingAct, on: date | None, answers: int | None = None) -> NamingStep:
    return NamingStep(number, Subject.PERSON, 1, act, on, names=("Helen",), answers_id=answers)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (NamingAct.OFFERED, NamingAct.CHOSEN),
        (NamingAct.OFFERED, NamingAct.DECLINED),
        (NamingAct.CHOSEN, NamingAct.AGREED),
        (NamingAct.ASSIGNED, NamingAct.OBJECTED),
        (NamingAct.OBJECTED, NamingAct.ANSWERED),
    ],
)
def test_the_steps_towards_a_name_come_in_their_order(first: NamingAct, then: NamingAct) -> None:
    day, before = date(2019, 6, 3), date(2019, 6, 2)
    steps = [step(1, first, day)]
    (found,) = naming_steps.contradictions(step(0, then, before, 1), steps)
    assert "3 June 2019" in found.words
    assert not found.refused
    for on in (day, date(2019, 7, 1), None):
        assert naming_steps.contradictions(step(0, then, on, 1), steps) == []
    assert naming_steps.contradictions(step(0, then, before, 1), [step(1, first, None)]) == []
    assert naming_steps.contradictions(step(0, then, before, 1), []) == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("1980-02-02", "2009-09-09", "Ann and Bea are twins, but were not born together."),
        ("2009-09-09", "1980", "Ann and Bea are twins, but were not born together."),
        ("2009-09-09", "2009-09-10", ""),
        ("2009-12-31", "2010", ""),
        ("2009-09-09", "", ""),
    ],
)
@pytest.mark.parametrize("kind", [RelationKind.TWIN, RelationKind.IDENTICAL_TWIN])
def test_twins_are_born_together(kind: RelationKind, one: str, other: str, told: str) -> None:
    two = [Person(1, "Ann", Role.FAMILY, born=one), Person(2, "Bea", Role.CHILD, born=other)]
    found = " ".join(each.words for each in lives.of_relation(Relation(1, 1, kind, 2), two, called))
    assert told in found
    assert bool(found) is bool(told)
