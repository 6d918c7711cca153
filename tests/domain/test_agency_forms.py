"""By which short names texts call an agency, and which of them are no name of it."""

import pytest

from dhr_desktop.domain.agency_forms import introduced, introduced_in, short_forms
from dhr_desktop.domain.covered import CoveredName, of_agency
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.names import NameCover
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.domain.reviews import Agency

NAME = "Aldermarsh Housing Association"
MIND = "Tideway Domestic Abuse Service"


@pytest.mark.parametrize(
    ("said", "forms"),
    [
        ("(AHA)", ["AHA"]),
        ("(hereafter AHA)", ["AHA"]),
        ("(“AHA”)", ["AHA"]),
        ("('the Association')", ["the Association"]),
        ("(the Housing Association)", ["the Housing Association"]),
        ("(AHA, or the Association)", ["AHA", "the Association"]),
        ("(known as “the Landlord”)", ["the Landlord"]),
        ("(Aldermarsh Housing)", ["Aldermarsh Housing"]),
    ],
)
def test_a_short_name_is_what_stands_in_brackets_behind_the_whole_one(said: str, forms: list[str]) -> None:
    assert list(introduced(NAME, f"Staff of {NAME} {said} called.")) == forms


@pytest.mark.parametrize(
    "said",
    ["(2016)", "(housing officer)", "(see below)", "(MARAC)", "(GP)", "(DV)", "(Kayleigh)", "(the tenancy)", "(A)"],
)
def test_what_else_stands_in_brackets_is_no_name(said: str) -> None:
    assert not list(introduced(NAME, f"Staff of {NAME} {said} called."))


def test_an_abbreviation_has_the_word_that_tells_an_agency_from_others() -> None:
    assert not list(introduced("Aldermarsh General Practice", "Aldermarsh General Practice (GP) rang."))
    assert list(introduced("Aldermarsh General Practice", "Aldermarsh General Practice (AGP) rang.")) == ["AGP"]


def test_what_would_stand_for_two_agencies_stands_for_none() -> None:
    alike = {1: NAME, 2: "Ashby Home Aid"}
    said = introduced_in(alike, f"{NAME} (AHA) rang, and Ashby Home Aid (AHA) came.")
    assert short_forms(alike, said) == {1: ("the Housing Association",)}
    two = {1: NAME, 2: "Saltgate Housing Association"}
    assert short_forms(two, introduced_in(two, f"{NAME} (AHA) rang.")) == {1: ("AHA",)}


def test_a_glossary_gives_a_short_name_and_takes_one_away() -> None:
    assert short_forms({1: NAME}, [], [("AHA", NAME)])[1] == ("AHA", "the Housing Association")
    told = introduced_in({1: NAME}, f"{NAME} (AHA) rang.")
    assert short_forms({1: NAME}, told, [("AHA", "adult health assessment")])[1] == ("the Housing Association",)
    assert "AHA" in short_forms({1: NAME}, told, [("AHA", "Housing Association")])[1]


def test_what_the_chair_recorded_counts_whatever_else_is_said() -> None:
    assert "Marsh Homes" in short_forms({1: NAME}, [], recorded={1: ("Marsh Homes",)})[1]


def covered(text: str, *also: Person, forms: tuple[str, ...] = ("AHA", "the Housing Association")) -> str:
    return NameCover([CoveredName(NAME, "Agency 4", short_forms=forms), *also], Naming.PSEUDONYMS).cover(text)


def test_short_names_are_covered_as_the_whole_one_is() -> None:
    assert covered(f"{NAME} (AHA) wrote.") == "Agency 4 (Agency 4) wrote."
    assert covered("AHA's officer; an AHA-led visit") == "Agency 4's officer; an Agency 4-led visit"
    assert (
        covered("The Housing\nAssociation wrote to the Housing Association.") == "The Agency 4 wrote to the Agency 4."
    )


def test_they_are_covered_only_as_they_are_written() -> None:
    for words in (
        "Aha, she said.",
        "a housing association",
        "Adult Housing Association",
        "AHAB",
        "the housing officer",
    ):
        assert covered(words) == words


def test_initials_that_are_somebodys_too_are_withheld() -> None:
    person = Person(1, "Anna Hale", Role.FAMILY, "Ruth", forms=(NameForm("AHA", FormKind.INITIALS),))
    assert covered("AHA wrote.", person) == "[name withheld] wrote."


def test_a_short_name_that_is_what_stands_for_the_agency_stays() -> None:
    named = of_agency(Agency(1, NAME, 0, pseudonym="the Housing Association"), ("AHA", "the Housing Association"))
    assert named is not None
    assert named.short_forms == ("AHA",)
