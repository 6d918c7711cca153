"""Agencies and places that stand under another name are covered in texts, in every form that they take."""

from dataclasses import replace

import pytest

from dhr_desktop.domain import covered
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.names import WITHHELD, NameCover
from dhr_desktop.domain.naming import PlaceName
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.domain.reviews import Agency

ALI = "\N{ARABIC LETTER AIN}\N{ARABIC LETTER LAM}\N{ARABIC LETTER YEH}"
CLAIRE = Person(1, "Kayleigh Marsh", Role.VICTIM, "Claire")
NAMED = [
    CLAIRE,
    Person(2, ALI, Role.FRIEND, "Sam"),
    *covered.of_all(
        [Agency(1, "The Tideway Project", 0, pseudonym="Agency A"), Agency(2, "School", 1, pseudonym="a school")],
        [
            PlaceName(1, "Saltgate Lane", "Long Road", forms=("the Saltgate",)),
            PlaceName(2, "12 Quay Street", stands_as="her flat"),
            PlaceName(3, "Marsh"),
        ],
        {},
    ),
]


@pytest.fixture(scope="module")
def cover() -> NameCover:
    return NameCover(NAMED, Naming.PSEUDONYMS)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("moved to Saltgate Lane.", "moved to Long Road."),
        ("at 4 SALTGATE LN", "at 4 Long Road"),
        ("by the Saltgate", "by the Long Road"),
        ("seen at 12 Quay St today", "seen at her flat today"),
        ("seen at 112 Quay Street", "seen at 112 Quay Street"),
        ("the Tideway Project's worker", "the Agency A's worker"),
        ("School rang", "a school rang"),
        ("after school", "after school"),
        (f"seen with {ALI} today", "seen with Sam today"),
    ],
)
def test_every_form_is_covered_and_no_other_word(cover: NameCover, text: str, shown: str) -> None:
    assert cover.cover(text) == shown


def test_a_form_that_is_a_person_s_and_a_place_s_gives_neither_away(cover: NameCover) -> None:
    assert cover.cover("Marsh was seen") == f"{WITHHELD} was seen"


def test_an_agency_without_a_pseudonym_stands_under_its_own_name() -> None:
    assert covered.of_all([Agency(1, "Police", 0)], [], {1: ("the Force",)}) == []


def test_an_agency_that_is_a_person_of_the_register_is_that_person() -> None:
    named = [CLAIRE, *covered.of_all([Agency(1, "Kayleigh Marsh", 0, pseudonym="Agency B")], [], {})]
    assert NameCover(named, Naming.PSEUDONYMS).cover("Kayleigh Marsh") == "Claire"


def test_another_pseudonym_needs_no_search_and_is_right(cover: NameCover, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Kayleigh was at Saltgate Lane"
    cover.cover(text)
    monkeypatch.setattr("dhr_desktop.domain.names.NameFinder._search", lambda *_: pytest.fail("searched again"))
    renamed = cover.renamed([replace(CLAIRE, pseudonym="Hannah"), *NAMED[1:]], Naming.PSEUDONYMS)
    assert renamed.cover(text) == "Hannah was at Long Road"
    assert cover.cover(text) == "Claire was at Long Road"


def test_a_new_form_of_a_name_is_searched_for(cover: NameCover) -> None:
    cover.cover("Kaz rang")
    known = replace(CLAIRE, forms=(NameForm("Kaz", FormKind.NICKNAME),))
    assert cover.renamed([known, *NAMED[1:]], Naming.PSEUDONYMS).cover("Kaz rang") == "Claire rang"
