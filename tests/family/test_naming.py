"""The way to a name: each step is one to undo, and a decision stands at once wherever a name is shown."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.naming import NamingAct, NamingStep, PanelMember, PlaceName, Subject
from dhr_desktop.domain.naming_log import NameStanding, how_it_stands, in_order, open_objections
from dhr_desktop.domain.new_names import NameUnusable, cleaned
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.family import naming, register
from dhr_desktop.store import agencies, covered, people
from dhr_desktop.store.library import Library
from dhr_desktop.store.naming import PANEL, PLACES, STEPS
from dhr_desktop.store.review import Review
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

RTL = "\N{ARABIC LETTER SEEN}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER YEH}"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    yield made
    made.close()


@pytest.fixture
def review(library: Library) -> Review:
    return copied.review(library, ReviewFacts("Review of the death of Adult A"))


@pytest.fixture
def victim(review: Review) -> Person:
    return register.add_person(review, Person(0, "Ada Example", Role.VICTIM))


@pytest.fixture
def mother(review: Review) -> Person:
    return register.add_person(review, Person(0, "Bea Example", Role.FAMILY, relationship="mother"))


def step(person: Person, act: NamingAct, *names: str, on: int = 1, by: Person | None = None) -> NamingStep:
    by_id = by.id if by else None
    return NamingStep(0, Subject.PERSON, person.id, act, date(2019, 6, on), by_id=by_id, names=names)


def pseudonym(review: Review, person: Person) -> str:
    return next(each.pseudonym for each in people.listing(review) if each.id == person.id)


def test_a_choice_stands_at_once_and_is_undone_with_its_step(review: Review, victim: Person, mother: Person) -> None:
    before = len(review.journal.steps())
    naming.record(review, step(victim, NamingAct.CHOSEN, "Claire", by=mother))
    assert pseudonym(review, victim) == "Claire"
    assert len(review.journal.steps()) == before + 1
    review.journal.undo()
    assert pseudonym(review, victim) == ""
    assert STEPS.listing(review) == []
    review.journal.redo()
    assert pseudonym(review, victim) == "Claire"


def test_an_offer_and_an_objection_change_no_name(review: Review, victim: Person, mother: Person) -> None:
    naming.record(review, step(victim, NamingAct.ASSIGNED, "Martina"))
    naming.record(review, step(victim, NamingAct.OFFERED, "Claire", "Beth", on=2))
    naming.record(review, step(victim, NamingAct.OBJECTED, "Martina", on=3, by=mother))
    assert pseudonym(review, victim) == "Martina"


def test_a_declined_name_leaves_the_words_that_were_asked_for(review: Review, mother: Person) -> None:
    naming.record(review, step(mother, NamingAct.DECLINED, "a friend", by=mother))
    (person,) = people.listing(review)
    assert person.stands_as == "a friend"


def test_a_step_told_late_does_not_take_a_later_decision_back(review: Review, victim: Person) -> None:
    naming.record(review, step(victim, NamingAct.CHOSEN, "Claire", on=20))
    naming.record(review, step(victim, NamingAct.ASSIGNED, "Hannah", on=5))
    assert pseudonym(review, victim) == "Claire"


def test_taking_a_decision_out_brings_back_the_one_before(review: Review, victim: Person) -> None:
    naming.record(review, step(victim, NamingAct.CHOSEN, "Hannah"))
    last = naming.record(review, step(victim, NamingAct.CHOSEN, "Claire", on=2))
    naming.take_out(review, last.id)
    assert pseudonym(review, victim) == "Hannah"
    first = naming.steps_of(review, Subject.PERSON, victim.id)[0]
    naming.correct(review, replace(first, names=("Beth",)))
    assert pseudonym(review, victim) == "Beth"
    naming.take_out(review, first.id)
    assert pseudonym(review, victim) == "Beth", "no real name comes to light"


def test_an_objection_is_open_until_it_is_answered_or_its_maker_agrees(
    review: Review, victim: Person, mother: Person
) -> None:
    naming.record(review, step(victim, NamingAct.CHOSEN, "Claire"))
    against = naming.record(review, step(victim, NamingAct.OBJECTED, "Claire", on=2, by=mother))
    steps = naming.steps_of(review, Subject.PERSON, victim.id)
    assert how_it_stands(steps).standing is NameStanding.OBJECTION
    naming.record(review, replace(step(victim, NamingAct.ANSWERED, on=3), answers_id=against.id))
    steps = naming.steps_of(review, Subject.PERSON, victim.id)
    assert open_objections(steps) == []
    assert how_it_stands(steps).standing is NameStanding.CHOSEN
    naming.record(review, step(victim, NamingAct.OBJECTED, "Claire", on=4, by=mother))
    naming.record(review, step(victim, NamingAct.AGREED, on=5, by=mother))
    steps = naming.steps_of(review, Subject.PERSON, victim.id)
    assert how_it_stands(steps).standing is NameStanding.AGREED


def test_an_undated_step_stays_behind_the_one_recorded_before_it(victim: Person) -> None:
    steps = [
        step(victim, NamingAct.OFFERED, on=9),
        replace(step(victim, NamingAct.CHOSEN, "Claire"), on=None),
        step(victim, NamingAct.PROPOSED, "Beth", on=4),
    ]
    assert [each.act for each in in_order(steps)] == [NamingAct.PROPOSED, NamingAct.OFFERED, NamingAct.CHOSEN]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "No name"), ("  \n", "No name"), ("\N{WHITE HEART SUIT} 7", "no letter"), ("x" * 61, "61 letters")],
)
def test_what_cannot_be_a_name_is_refused_with_a_next_step_and_nothing_is_written(
    review: Review, victim: Person, typed: str, said: str
) -> None:
    before = len(review.journal.steps())
    with pytest.raises(NameUnusable, match=said) as told:
        naming.record(review, step(victim, NamingAct.CHOSEN, typed))
    assert told.value.next_step
    assert len(review.journal.steps()) == before


def test_a_name_written_from_right_to_left_is_kept_without_unseen_marks(review: Review, victim: Person) -> None:
    naming.record(review, step(victim, NamingAct.CHOSEN, f"\N{RIGHT-TO-LEFT OVERRIDE}{RTL}"))
    assert pseudonym(review, victim) == RTL
    assert cleaned("Cla\N{ZERO WIDTH SPACE}ire \t Ann") == "Cla ire Ann"


def test_agencies_and_places_are_named_by_steps_and_covered_at_once(review: Review) -> None:
    with review.journal.step("Agency"):
        police = agencies.add(review, "Ravenshire Police")
    place = naming.add_place(review, PlaceName(0, "Saltgate", stands_as="a small town"))
    shown = "Ravenshire Police came to Saltgate"
    assert covered.cover(review, Naming.PSEUDONYMS).cover(shown) == "Ravenshire Police came to a small town"
    naming.record(review, NamingStep(0, Subject.AGENCY, police.id, NamingAct.ASSIGNED, names=("Force A",)))
    naming.record(review, NamingStep(0, Subject.PLACE, place.id, NamingAct.CHOSEN, names=("Hilltown",)))
    assert covered.cover(review, Naming.PSEUDONYMS).cover(shown) == "Force A came to Hilltown"
    naming.remove_place(review, place.id)
    assert PLACES.listing(review) == []
    assert STEPS.listing(review, subject=Subject.PLACE) == []
    review.journal.undo()
    assert covered.cover(review, Naming.PSEUDONYMS).cover(shown) == "Force A came to Hilltown"


def test_a_person_s_log_goes_and_comes_back_with_them(review: Review, victim: Person) -> None:
    naming.record(review, step(victim, NamingAct.CHOSEN, "Claire"))
    register.remove_person(review, victim.id)
    assert STEPS.listing(review) == []
    review.journal.undo()
    assert len(STEPS.listing(review)) == 1


def test_the_panel_is_kept_as_typed_and_no_change_is_no_step(review: Review) -> None:
    members = [PanelMember(0, "Marian Holyoake-Stead", "Superintendent", "Police")]
    naming.put_panel(review, members)
    number = len(review.journal.steps())
    naming.put_panel(review, members)
    assert len(review.journal.steps()) == number
    assert [each.post for each in PANEL.listing(review)] == ["Superintendent"]


def test_names_of_other_reviews_are_read(library: Library, review: Review, victim: Person) -> None:
    naming.record(review, step(victim, NamingAct.CHOSEN, "Claire"))
    other = copied.review(library, ReviewFacts("Another review"))
    used = library.names_elsewhere(other.id)
    assert used.names == (("Review of the death of Adult A", "Claire"),)
    assert used.unread == ()
    assert library.names_elsewhere(review.id).names == ()


def test_a_review_that_cannot_be_read_is_named(library: Library, review: Review) -> None:
    other = copied.review(library, ReviewFacts("Another review"))
    other.close()
    other.path.write_bytes(b"spoilt" * 4000)
    assert library.names_elsewhere(review.id).unread == ("Another review",)
