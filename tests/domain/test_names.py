"""Covering the names of registered people in a text, without changing any other word."""

import pytest

from dhr_desktop.app.sample import register
from dhr_desktop.domain.covered import CoveredName
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.names import WITHHELD, NameCover
from dhr_desktop.domain.people import FormKind, FormPlace, NameForm, Person, Role

CLAIRE = Person(
    1,
    "Kayleigh Anne Drewitt",
    Role.VICTIM,
    "Claire",
    forms=(
        NameForm("Kay", FormKind.NICKNAME),
        NameForm("KD", FormKind.INITIALS),
        NameForm("Mrs Drewitt", FormKind.TITLED),
        NameForm("Kaylee", FormKind.MISSPELLING),
    ),
)
MARTIN = Person(2, "Dean Drewitt", Role.PERPETRATOR, "Martin", forms=(NameForm("Mr Drewitt", FormKind.TITLED),))
CHILD = Person(3, "Poppy Drewitt", Role.CHILD, "", forms=(NameForm("AM", FormKind.INITIALS),))
OFFICER = Person(4, "Hannah Osgathorpe", Role.PROFESSIONAL, "PC 1", "police officer")
PEOPLE = [CLAIRE, MARTIN, CHILD, OFFICER]


@pytest.fixture(scope="module")
def cover():
    return NameCover(PEOPLE, Naming.PSEUDONYMS)


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Kayleigh was seen.", "Claire was seen."),
        ("KAYLEIGH DREWITT b. 1987", "Claire b. 1987"),
        ("DREWITT, Kayleigh Anne", "Claire"),
        ("Drewitt Kayleigh", "Claire"),
        ("kayleigh rang", "Claire rang"),
        ("Kayleigh's mother", "Claire's mother"),
        ("Kayleigh’s mother", "Claire’s mother"),
        ("K Drewitt", "Claire"),
        ("seen with KD.", "seen with Claire."),
        ("Mr Drewitt and Mrs Drewitt", "Martin and Claire"),
        ("Kayleigh\nDrewitt", "Claire"),
        ("(Kay)", "(Claire)"),
        ("PC 4471 Osgathorpe attended", "PC 1 attended"),
        ("Dean of the same address", "Martin of the same address"),
        ("Hannah  Osgathorpe", "PC 1"),
        ("Dean/Kaylee", "Martin/Claire"),
        ("the Drewitts", f"the {WITHHELD}s"),
        ("kayleigh87@example.org", "Claire87@example.org"),
    ],
)
def test_every_form_of_a_name_is_covered(cover, text, covered):
    assert cover.cover(text) == covered


@pytest.mark.parametrize(
    "text",
    [
        "the Dean of the cathedral",
        "Dean of the Cathedral",
        "The Dean of Ravenshire",
        "a poppy on her coat",
        "okay, said the officer",
        "Kayak",
        "at 10.30 AM",
        "seen in the AM",
        "hannah's law",
        "DK and KDA",
        "",
    ],
)
def test_words_that_only_look_like_names_stay(cover, text):
    assert cover.cover(text) == text.replace("hannah", "hannah")


def test_initials_that_are_a_time_of_day_elsewhere_are_covered_where_they_are_a_person(cover):
    assert cover.cover("AM was upset at 9 AM") == "a child was upset at 9 AM"


def test_a_person_without_a_pseudonym_stands_as_their_role(cover):
    assert cover.cover("Poppy cried") == "a child cried"


def test_real_names_are_shown_where_the_edition_shows_them():
    assert NameCover(PEOPLE, Naming.REAL).cover("Kayleigh and Dean") == "Kayleigh and Dean"


def test_a_surname_that_several_share_gives_nobody_away(cover):
    assert cover.cover("Drewitt was there") == f"{WITHHELD} was there"


def test_covering_what_is_covered_changes_nothing(cover):
    once = cover.cover("Kayleigh, Dean, PC 4471 Osgathorpe and Poppy Drewitt at 10 AM")
    assert cover.cover(once) == once


def test_no_registered_full_name_of_the_sample_survives():
    people = register()
    sample_cover = NameCover(people, Naming.PSEUDONYMS)
    for person in people:
        for form in (person.real_name, *(one.form for one in person.forms)):
            covered = sample_cover.cover(f"Seen with {form} today.")
            assert form not in covered.replace(person.stands_as, "")


def test_words_for_a_relation_and_labels_of_the_records_are_no_names_and_stay():
    forms = (NameForm("mother", FormKind.RELATION), NameForm("Subject 1", FormKind.LABEL))
    cover = NameCover([Person(1, "Kayleigh Drewitt", Role.VICTIM, "Claire", forms=forms)], Naming.PSEUDONYMS)
    assert cover.cover("Subject 1, Kayleigh, is the mother.") == "Subject 1, Claire, is the mother."


def test_what_somebody_is_to_another_does_not_name_the_other():
    kian = Person(7, "Kian Rook", Role.CHILD, "")
    mother = Person(8, "Tess Rook", Role.FAMILY, "", "mother of Kian; cousin of Kayleigh")
    known = NameCover([*PEOPLE, kian, mother], Naming.PSEUDONYMS)

    assert known.cover("Tess came.") == "mother of a child; cousin of Claire came."
    assert known.person(mother) == "mother of a child; cousin of Claire"
    assert known.called("Tess Rook") == "mother of a child; cousin of Claire"
    assert NameCover([*PEOPLE, kian, mother], Naming.REAL).person(mother) == "Tess Rook"


def test_what_a_place_is_does_not_name_somebody():
    place = CoveredName("Sedge Close", "", description="where Kayleigh lived")
    assert NameCover([*PEOPLE, place], Naming.PSEUDONYMS).cover("At Sedge Close.") == "At where Claire lived."


def test_a_pseudonym_stands_as_it_was_chosen():
    friend = Person(9, "Joan Martin", Role.FRIEND, "Kay")
    assert NameCover([CLAIRE, friend], Naming.PSEUDONYMS).person(friend) == "Kay"


@pytest.mark.parametrize(
    ("form", "whose", "text", "covered"),
    [
        ("AM", None, "AM visit; AM was seen.", "AM visit; a child was seen."),
        ("Drewitt", None, "Kayleigh Drewitt came.", "Claire came."),
        ("Drewitt", 2, "Kayleigh Drewitt came.", "Claire came."),
        ("Drewitt", 2, "Mr. Drewitt came.", "Martin came."),
        ("Drewitt", 2, "Drewitt came.", "Martin came."),
        ("Kay", None, "Kayleigh came.", "Claire came."),
    ],
)
def test_what_was_said_of_a_form_at_a_place_uncovers_no_longer_name_there(form, whose, text, covered):
    known = NameCover(PEOPLE, Naming.PSEUDONYMS, [FormPlace(1, 5, "text", form, 0, whose)])
    assert known.cover_field(5, "text", text) == covered
