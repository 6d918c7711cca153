"""What the chair says of a form is one step that undoes, is honoured by the cover, and is not asked again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dhr_desktop.domain.contacts import Contact, Means
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.identifiers import IdentifierKind
from dhr_desktop.domain.name_forms.proposals import Proposal
from dhr_desktop.domain.names import NameCover
from dhr_desktop.domain.people import FormKind, FormLine, FormPlace, NameForm, Person, Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.family import name_forms, register
from dhr_desktop.family.forms_found import forms_left
from dhr_desktop.store import agencies, covered, entries, involvement, kinship, naming, people
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

WORDS = "We spoke to Annalize at 10. AM cried in the AM. Annalise Meredith b. 03/05/2010 was seen."


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    made = copied.review(library, ReviewFacts("Review of the death of Adult A"))
    with made.journal.step("Enter records"):
        agency = agencies.add(made, "Ravenshire Constabulary")
        entries.add_many(made, [Entry(0, agency.id, "2017-03-04", WORDS, people="AM; GT")])
    yield made
    made.close()
    library.close()


@pytest.fixture
def child(review: Review) -> Person:
    return register.add_person(review, Person(0, "Annalise Meredith", Role.CHILD, "Isla"))


def left(review: Review) -> dict[str, Proposal]:
    return {each.form: each for each in forms_left(review).proposals}


def test_a_confirmed_form_is_the_persons_and_is_not_proposed_again(review: Review, child: Person) -> None:
    assert name_forms.confirm(review, [left(review)["Annalize"]]) == 1
    assert people.listing(review)[0].forms == (NameForm("Annalize", FormKind.MISSPELLING),)
    assert "Annalize" not in left(review)
    review.journal.undo()
    assert people.listing(review) == [child]
    assert "Annalize" in left(review)


def test_a_confirmed_date_of_birth_is_an_identifier_and_the_day_they_were_born(review: Review, child: Person) -> None:
    name_forms.confirm(review, [left(review)["03/05/2010"]])
    (found,) = kinship.IDENTIFIERS.listing(review)
    assert (found.person_id, found.kind, found.value) == (child.id, IdentifierKind.BIRTH, "03/05/2010")
    assert people.listing(review)[0].born == "2010-05-03"
    assert "03/05/2010" not in left(review)


def test_many_are_confirmed_in_one_step(review: Review, child: Person) -> None:
    found = left(review)
    assert name_forms.confirm(review, [found["Annalize"], found["03/05/2010"]]) == 2
    review.journal.undo()
    assert people.listing(review) == [child]
    assert kinship.IDENTIFIERS.listing(review) == []


def test_a_form_of_nobody_is_not_entered_and_makes_no_step(review: Review, child: Person) -> None:
    del child
    found, before = left(review)["GT"], len(review.journal.steps())
    assert name_forms.confirm(review, [found]) == 0
    assert len(review.journal.steps()) == before


def test_a_form_is_somebody_elses(review: Review, child: Person) -> None:
    other = register.add_person(review, Person(0, "Gwen Tudor", Role.FRIEND))
    name_forms.confirm_as(review, left(review)["Annalize"], other.id)
    assert people.listing(review) == [child, replace(other, forms=(NameForm("Annalize", FormKind.NICKNAME),))]
    assert "Annalize" not in left(review)


def test_somebody_new_is_entered_with_the_form(review: Review, child: Person) -> None:
    made = name_forms.confirm_new(review, left(review)["GT"], " Gwen  Tudor ", Role.PROFESSIONAL)
    assert people.listing(review) == [child, made]
    assert (made.real_name, made.forms) == ("Gwen Tudor", (NameForm("GT", FormKind.INITIALS),))
    review.journal.undo()
    assert people.listing(review) == [child]


def test_what_is_no_name_is_remembered(review: Review, child: Person) -> None:
    del child
    name_forms.refuse(review, [left(review)["GT"]])
    assert "GT" not in left(review)
    assert [each.form for each in naming.REFUSED.listing(review)] == ["GT"]
    review.journal.undo()
    assert "GT" in left(review)


def test_an_ambiguous_form_is_covered_where_it_is_the_child_and_left_where_it_is_the_morning(
    review: Review, child: Person
) -> None:
    asked = left(review)["AM"]
    assert asked.ambiguous
    first, second = (place for place in asked.places if place.field == "text")
    said = [
        FormPlace(0, first.entry_id, "text", "AM", first.nth, child.id),
        FormPlace(0, second.entry_id, "text", "AM", second.nth),
        *(
            FormPlace(0, each.entry_id, "people", "AM", each.nth, child.id)
            for each in asked.places
            if each.field == "people"
        ),
    ]
    name_forms.say_places(review, said)
    cover = NameCover(people.listing(review), Naming.PSEUDONYMS, naming.FORM_PLACES.listing(review))
    shown = cover.cover_field(first.entry_id, "text", WORDS)
    assert "10. Isla cried in the AM." in shown
    assert "Isla b." in shown
    assert cover.cover_field(first.entry_id, "people", "AM; GT") == "Isla; GT"
    assert "AM" not in left(review)


def test_what_was_said_of_a_place_is_said_anew_and_the_same_again_is_no_step(review: Review, child: Person) -> None:
    place = FormPlace(0, 1, "text", "AM", 0, child.id)
    name_forms.say_places(review, [place])
    name_forms.say_places(review, [replace(place, person_id=None)])
    name_forms.say_places(review, [replace(place, person_id=None)])
    (kept,) = naming.FORM_PLACES.listing(review)
    assert kept.person_id is None
    review.journal.undo()
    assert naming.FORM_PLACES.listing(review)[0].person_id == child.id


def test_words_that_were_changed_since_leave_what_was_said_without_effect(child: Person) -> None:
    cover = NameCover([child], Naming.PSEUDONYMS, [FormPlace(1, 1, "text", "AM", 3, child.id)])
    assert cover.cover_field(1, "text", "AM cried, and AM slept.") == "AM cried, and AM slept."


def _said_of(review: Review) -> list[tuple[str, int, int | None]]:
    return [(each.field, each.nth, each.person_id) for each in naming.FORM_PLACES.listing(review)]


def _reword(review: Review, **words: str) -> None:
    entry = next(entries.iterate(review))
    with review.journal.step("Reword entry"):
        entries.change(review, replace(entry, **words))


def test_what_was_said_of_a_place_goes_with_it_when_the_entry_is_reworded_and_comes_back_with_undo(
    review: Review, child: Person
) -> None:
    entry_id = next(entries.iterate(review)).id
    places = [FormPlace(0, entry_id, "text", "AM", 0, child.id), FormPlace(0, entry_id, "text", "AM", 1, None)]
    name_forms.say_places(review, places)
    _reword(review, text="At 8 AM: " + WORDS)
    assert _said_of(review) == [("text", 1, child.id), ("text", 2, None)]
    _reword(review, text=WORDS.replace("AM cried", "She cried"))
    assert _said_of(review) == [("text", 0, None)]
    review.journal.undo()
    review.journal.undo()
    assert _said_of(review) == [("text", 0, child.id), ("text", 1, None)]
    _reword(review, comment="Nothing of the text is changed.")
    assert _said_of(review) == [("text", 0, child.id), ("text", 1, None)]


def _with_a_contact(review: Review, said: str) -> None:
    with review.journal.step("Log a contact"):
        involvement.CONTACTS.add(review, Contact(0, date(2024, 5, 2), Means.LETTER, said=said))


def test_a_form_that_stands_only_in_the_contact_log_has_its_own_answer(review: Review, child: Person) -> None:
    entry = next(entries.iterate(review))
    with review.journal.step("Reword entry"):
        entries.change(review, replace(entry, text="Seen at school by Annalise Meredith.", people=""))
    _with_a_contact(review, "She asks after AM.\nRing in the AM, not later.")
    found = forms_left(review)
    (asked,) = (each for each in found.proposals if each.form == "AM")
    assert [place.entry_id for place in asked.places] == [0, 0]
    hers, morning = (found.spot(place, "AM") for place in asked.places)
    name_forms.say_places(review, [replace(hers, person_id=child.id), morning])
    assert [(each.line, each.person_id) for each in naming.FORM_LINES.listing(review)] == [
        ("She asks after AM.", child.id),
        ("Ring in the AM, not later.", None),
    ]
    assert "AM" not in left(review)
    cover = covered.cover(review, Naming.PSEUDONYMS)
    assert cover.cover("She asks after AM.\nRing in the AM, not later.") == (
        "She asks after Isla.\nRing in the AM, not later."
    )
    review.journal.undo()
    assert "AM" in left(review)


def test_the_answer_of_a_line_is_said_anew_and_the_same_again_is_no_step(review: Review, child: Person) -> None:
    line = FormLine(0, "She asks after AM.", "AM", 0, child.id)
    name_forms.say_places(review, [line])
    name_forms.say_places(review, [replace(line, person_id=None)])
    steps = len(review.journal.steps(100))
    name_forms.say_places(review, [replace(line, person_id=None)])
    assert len(review.journal.steps(100)) == steps
    assert [each.person_id for each in naming.FORM_LINES.listing(review)] == [None]
    review.journal.undo()
    assert [each.person_id for each in naming.FORM_LINES.listing(review)] == [child.id]


def test_one_place_that_is_not_answered_outside_the_entries_is_asked_on(review: Review, child: Person) -> None:
    _with_a_contact(review, "She asks after AM.")
    found = forms_left(review)
    (asked,) = (each for each in found.proposals if each.form == "AM")
    spots = [found.spot(place, "AM") for place in asked.places]
    name_forms.say_places(review, [replace(each, person_id=child.id) for each in spots if isinstance(each, FormPlace)])
    assert "AM" in left(review)
    name_forms.say_places(review, [replace(each, person_id=child.id) for each in spots if isinstance(each, FormLine)])
    assert "AM" not in left(review)
