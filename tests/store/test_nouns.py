"""The smaller nouns of a review: its facts, agencies, people, passages and sealed copies come back as they went in."""

from dataclasses import replace

import pytest
from sqlcipher3 import dbapi2

from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.domain.reviews import Label, ReviewFacts
from dhr_desktop.domain.sealed import SealedCopy
from dhr_desktop.store import agencies, facts, passages, people, sealed

FACTS = ReviewFacts(
    name="Adult A",
    label=Label.DARDR,
    reference="7",
    partnership="Aldermarsh Community Safety Partnership",
    chair="The Chair",
    died_on="2018-11-09",
    scope_from="2012-01-01",
    scope_to="2018-11-09",
    terms=("Was risk assessed?", "Were the children heard?"),
)
JANE = Person(
    0,
    "Jane Roe",
    Role.FRIEND,
    "Kate",
    "a neighbour",
    (NameForm("Jane", FormKind.FIRST), NameForm("J R", FormKind.INITIALS)),
)


def test_the_facts_of_a_review_come_back_as_they_were_given(library):
    assert facts.get(library.create_review(FACTS)) == FACTS


def test_changed_facts_are_one_step_and_can_be_undone_but_not_below_the_first(review):
    first = facts.get(review)
    with review.journal.step("Change the facts"):
        facts.put(review, FACTS)
    assert facts.get(review) == FACTS

    review.journal.undo()
    assert review.journal.undo() is None
    assert facts.get(review) == first


def test_a_review_without_its_one_row_is_a_fault(review):
    before = facts.get(review)

    def remove() -> None:
        with review.journal.step("Remove what nothing of ours removes"):
            review.write.execute("DELETE FROM review")
            facts.get(review)

    with pytest.raises(LookupError):
        remove()
    assert facts.get(review) == before


def test_agencies_are_found_whatever_their_capitals(review):
    with review.journal.step("Add"):
        police = agencies.add(review, "Police", "chronology")

    assert agencies.find(review, "POLICE") == police
    assert agencies.find(review, "Fire") is None


def test_an_agency_is_not_added_twice(review):
    with review.journal.step("Add"):
        agencies.add(review, "Police")
        with pytest.raises(dbapi2.IntegrityError):
            agencies.add(review, "police")


def test_each_new_agency_takes_the_first_free_colour(review):
    with review.journal.step("Add"):
        first, second, third = (agencies.add(review, name) for name in "abc")
        agencies.change(review, replace(second, colour=9, name="B", contribution="report"))
    with review.journal.step("Add another"):
        fourth = agencies.add(review, "d")

    assert (first.colour, second.colour, third.colour, fourth.colour) == (0, 1, 2, 1)
    assert agencies.listing(review)[1] == replace(second, colour=9, name="B", contribution="report")


def test_people_come_back_with_the_forms_of_their_names_in_order(review):
    with review.journal.step("Add"):
        jane = people.add(review, JANE)
        other = people.add(review, Person(0, "John Doe", Role.OTHER))

    assert people.listing(review) == [replace(JANE, id=jane.id), other]


def test_a_changed_person_has_the_new_forms_and_no_others(review):
    with review.journal.step("Add"):
        jane = people.add(review, JANE)
    changed = replace(jane, pseudonym="Ellen", forms=(NameForm("Janey", FormKind.NICKNAME), *jane.forms[1:]))
    with review.journal.step("Change"):
        people.change(review, changed)
    assert people.listing(review) == [changed]

    review.journal.undo()
    assert people.listing(review) == [jane]


def test_a_change_that_leaves_the_forms_alone_does_not_touch_them(review):
    with review.journal.step("Add"):
        jane = people.add(review, JANE)
    with review.journal.step("Choose pseudonym"):
        people.change(review, replace(jane, pseudonym="Ellen"))

    assert review.journal.steps()[0].changes == 1


def test_a_removed_person_comes_back_with_all_forms(review):
    with review.journal.step("Add"):
        jane = people.add(review, JANE)
    with review.journal.step("Remove"):
        people.remove(review, jane.id)
    assert people.listing(review) == []

    review.journal.undo()
    assert people.listing(review) == [jane]


def test_the_chairs_text_is_kept_by_document_and_section(review):
    with review.journal.step("Write"):
        passages.put(review, "overview", "2", "Two.")
        passages.put(review, "overview", "1", "One.")
        passages.put(review, "chronology", "1", "Other.")
        passages.put(review, "overview", "2", "Two, again.")

    assert passages.get(review, "overview", "2") == "Two, again."
    assert passages.get(review, "overview", "3") == ""
    assert passages.listing(review, "overview") == {"2": "Two, again.", "1": "One."}


def test_sealed_copies_are_listed_in_the_order_in_which_they_were_made(review):
    copy = SealedCopy(0, "Panel member 1", "Chronology.docx", "docx", "panel", "ab" * 32, "2026-11-23T09:30:00.000Z")
    with review.journal.step("Seal"):
        first = sealed.add(review, copy)
        second = sealed.add(review, replace(copy, recipient="Panel member 2"))

    assert sealed.listing(review) == [first, second]
    assert first.id
    assert first.id != second.id
