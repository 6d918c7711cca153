"""Relations, households and identifiers: each act one step that undoes, and what cannot be is refused in words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dhr_desktop.domain import kin_checks
from dhr_desktop.domain.approaches import Approach
from dhr_desktop.domain.contradictions import lives
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.naming import NamingAct, NamingStep, Subject
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.readings import Reading
from dhr_desktop.domain.relations import Ending, Relation, RelationKind
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.domain.stakeholders import Group, Stakeholder, Wish
from dhr_desktop.domain.ties import Stay, Tie, TieKind, seen_from
from dhr_desktop.family import kinship, register
from dhr_desktop.family.hanging import hangs_on
from dhr_desktop.store import involvement, naming
from dhr_desktop.store.kinship import HOUSEHOLDS, IDENTIFIERS, RELATIONS
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = copied.review(library, ReviewFacts("Review of the death of Adult A"))
    for name in ("Lorraine", "Kayleigh", "Poppy"):
        register.add_person(made, Person(0, name, Role.FAMILY))
    yield made
    made.close()
    library.close()


LORRAINE, KAYLEIGH, POPPY = 1, 2, 3


@pytest.mark.parametrize("kind", list(TieKind))
def test_a_tie_is_the_same_relation_from_both_sides(kind: TieKind) -> None:
    tie = Tie(4, POPPY, kind, KAYLEIGH, "2012", "2016", Ending.SEPARATED, "a note")
    assert seen_from(tie.relation, POPPY) == tie
    assert seen_from(tie.relation, KAYLEIGH).relation.kind is tie.relation.kind


def test_a_relation_is_added_changed_and_removed_by_steps_that_undo(review: Review) -> None:
    added = kinship.relate(review, Tie(0, POPPY, TieKind.CHILD, KAYLEIGH))
    kinship.change_relation(review, replace(added, note="by birth"), added)
    kinship.unrelate(review, added.id)
    assert RELATIONS.listing(review) == []
    review.journal.undo()
    (relation,) = RELATIONS.listing(review)
    assert relation == Relation(added.id, KAYLEIGH, RelationKind.PARENT, POPPY, note="by birth")
    review.journal.undo()
    review.journal.undo()
    assert RELATIONS.listing(review) == []


def test_a_circle_of_parents_is_refused_with_the_names_and_leaves_no_step(review: Review) -> None:
    kinship.relate(review, Tie(0, KAYLEIGH, TieKind.CHILD, LORRAINE))
    kinship.relate(review, Tie(0, POPPY, TieKind.CHILD, KAYLEIGH))
    steps = len(review.journal.steps())
    with pytest.raises(kinship.ImpossibleRelation, match=r"own ancestor: .*Poppy"):
        kinship.relate(review, Tie(0, LORRAINE, TieKind.CHILD, POPPY))
    with pytest.raises(kinship.ImpossibleRelation, match="themselves"):
        kinship.relate(review, Tie(0, POPPY, TieKind.SIBLING, POPPY))
    assert len(review.journal.steps()) == steps


def test_a_household_comes_with_its_first_member_and_goes_with_its_last(review: Review) -> None:
    first = kinship.move_in(review, Stay(0, KAYLEIGH, "Home", "2012", ""))
    second = kinship.move_in(review, Stay(0, POPPY, " home "))
    assert len(HOUSEHOLDS.listing(review)) == 1
    kinship.change_stay(review, replace(second, household="Gran's"), second)
    assert [each.household for each in kinship.stays(review, POPPY)] == ["Gran's"]
    kinship.move_out(review, first.id)
    assert [each.name for each in HOUSEHOLDS.listing(review)] == ["Gran's"]
    review.journal.undo()
    assert kinship.stays(review, KAYLEIGH) == [Stay(first.id, KAYLEIGH, "Home", "2012", "")]


def test_several_telephones_are_records_of_their_own_and_hang_on_the_person(review: Review) -> None:
    for number in ("07700 900417", "07700 900682"):
        kinship.add_identifier(review, Identifier(0, KAYLEIGH, IdentifierKind.PHONE, number))
    kinship.relate(review, Tie(0, POPPY, TieKind.CHILD, KAYLEIGH))
    assert hangs_on(review, KAYLEIGH) == ["2 identifiers", "1 relation"]

    register.remove_person(review, KAYLEIGH)
    assert IDENTIFIERS.listing(review) == []
    review.journal.undo()
    assert len(IDENTIFIERS.listing(review)) == 2


def said(person: Person) -> str:
    return person.real_name


@pytest.mark.parametrize(
    ("born", "died", "told"),
    [
        ("1987", "1986-12", "before the birth"),
        ("1987", "1987", ""),
        ("1870", "2018", "more than 115"),
        ("1987", "", ""),
    ],
)
def test_a_death_before_the_birth_is_told_when_it_is_sure(born: str, died: str, told: str) -> None:
    found = " ".join(kin_checks.of_person(Person(1, "A", Role.FAMILY, born=born, died=died)))
    assert told in found
    assert bool(found) is bool(told)


@pytest.mark.parametrize(
    ("parent", "child", "told"),
    [("1990", "1980", "is younger than"), ("1980", "1988", "was a child"), ("1960", "1987", ""), ("", "1987", "")],
)
def test_a_parent_too_young_for_the_child_is_told(parent: str, child: str, told: str) -> None:
    two = [Person(1, "Ann", Role.FAMILY, born=parent), Person(2, "Bea", Role.CHILD, born=child)]
    found = " ".join(each.words for each in lives.of_relation(Relation(1, 1, RelationKind.PARENT, 2), two, said))
    assert told in found
    assert bool(found) is bool(told)


def test_two_people_with_one_nhs_number_are_told_however_it_is_spaced() -> None:
    two = [Person(1, "Ann", Role.FAMILY), Person(2, "Bea", Role.CHILD)]
    numbers = [
        Identifier(1, 1, IdentifierKind.NHS_NUMBER, "483 219 7751"),
        Identifier(2, 2, IdentifierKind.NHS_NUMBER, "4832197751"),
    ]
    assert kin_checks.of_numbers(1, numbers, two, said) == ["Bea has the same NHS number."]
    assert kin_checks.of_numbers(1, numbers[:1], two, said) == []


def test_what_was_noted_of_an_involved_person_is_told_before_they_are_removed(review: Review) -> None:
    with review.journal.step("Involve"):
        who = involvement.STAKEHOLDERS.add(review, Stakeholder(0, KAYLEIGH, Group.FAMILY))
        involvement.READINGS.add(review, Reading(0, who.id, None))
        involvement.WISHES.add(review, Wish(0, who.id, "a photograph"))
        involvement.APPROACHES.add(review, Approach(0, KAYLEIGH))
        naming.STEPS.add(review, NamingStep(0, Subject.PERSON, KAYLEIGH, NamingAct.OFFERED))
    hanging = hangs_on(review, KAYLEIGH)
    for each in ("1 reading of the draft", "1 wish", "1 approach", "1 step towards their name"):
        assert each in hanging
