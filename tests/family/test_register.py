"""Commands over the register: each is one step, and a pseudonym that gives somebody away is told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.family import register
from dhr_desktop.store import people
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

MOTHER = Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "", (NameForm("Lol", FormKind.NICKNAME),))
FATHER = Person(0, "Terence Marchbank", Role.FAMILY, "Frank")


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = copied.review(library, ReviewFacts("Review of the death of Adult A"))
    yield made
    made.close()
    library.close()


def test_a_person_is_added_changed_and_removed_by_steps_that_undo(review: Review) -> None:
    added = register.add_person(review, MOTHER)
    register.change_person(review, replace(added, pseudonym="Sylvia"))
    register.remove_person(review, added.id)
    assert people.listing(review) == []
    review.journal.undo()
    assert people.listing(review) == [replace(added, pseudonym="Sylvia")]
    review.journal.undo()
    assert people.listing(review) == [added]
    review.journal.undo()
    assert people.listing(review) == []


def test_a_change_that_changes_nothing_leaves_no_step(review: Review) -> None:
    added = register.add_person(review, MOTHER)
    register.change_person(review, added)
    assert [step.label for step in review.journal.steps()] == ["Add a person"]


def test_a_register_brings_in_only_those_who_are_not_there_yet(review: Review) -> None:
    register.add_person(review, replace(MOTHER, real_name="LORRAINE MARCHBANK"))
    assert register.add_people(review, [MOTHER, FATHER]) == 1
    assert [person.pseudonym for person in people.listing(review)] == ["Helen", "Frank"]
    assert register.add_people(review, [MOTHER, FATHER]) == 0
    assert len(review.journal.steps()) == 2


@pytest.mark.parametrize("pseudonym", ["Helen", "helen "])
def test_two_people_under_one_pseudonym_are_told(pseudonym: str) -> None:
    others = [replace(MOTHER, id=1), replace(FATHER, id=2)]
    (told,) = register.clashes(replace(FATHER, id=2, pseudonym=pseudonym), others)
    assert "same pseudonym" in told


@pytest.mark.parametrize("pseudonym", ["Lorraine", "lol", "Lorraine Marchbank"])
def test_a_pseudonym_that_is_somebody_s_real_name_is_told(pseudonym: str) -> None:
    others = [replace(MOTHER, id=1), replace(FATHER, id=2)]
    (told,) = register.clashes(replace(FATHER, id=2, pseudonym=pseudonym), others)
    assert "real name" in told


def test_a_pseudonym_of_one_s_own_and_none_at_all_are_no_clash() -> None:
    others = [replace(MOTHER, id=1), replace(FATHER, id=2)]
    assert register.clashes(others[1], others) == []
    assert register.clashes(replace(FATHER, id=2, pseudonym=""), others) == []
