"""What is to be thought of before a name stands for somebody: each is told with a next step, and none forbids."""

import pytest

from dhr_desktop.domain.naming import PlaceName
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.domain.sounding import sound_of
from dhr_desktop.family.name_checks import Known, checks

ADA = Person(
    1,
    "Kayleigh Anne Drewitt",
    Role.VICTIM,
    forms=(NameForm("Kaz", FormKind.NICKNAME), NameForm("mother", FormKind.RELATION)),
    born="1987-08-14",
    background="Welsh, chapel-going family",
)
BEA = Person(2, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the victim")
KNOWN = Known(
    [ADA, BEA],
    panel=("Dr Honor Westacott-Bray",),
    agencies=[Agency(1, "Tideway", 0, pseudonym="Harbour House")],
    places=[PlaceName(1, "Saltgate", "Hilltown")],
    elsewhere=(("Another review", "Imogen"),),
)


def codes(name: str, named: Person | Agency = ADA) -> set[str]:
    found = checks(name, named, KNOWN)
    assert all(each.next_step for each in found)
    return {each.code for each in found if not each.prompt}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Lorraine", {"real"}),
        ("kaz", {"real", "letter"}),
        ("Kaylee", {"sounds", "letter"}),
        ("Lorrayne", {"sounds"}),
        ("Helen", {"pseudonym"}),
        ("Hellen", {"pseudonym"}),
        ("Hilltown", {"pseudonym"}),
        ("Saltgate", {"place"}),
        ("Honor", {"panel"}),
        ("Karen Dale", {"initials"}),
        ("Imogen", {"elsewhere"}),
        ("Sian", set()),
        ("a friend", set()),
        ("", set()),
        ("\N{WHITE HEART SUIT}", set()),
    ],
)
def test_a_name_is_held_against_all_that_is_known(name: str, told: set[str]) -> None:
    assert codes(name) == told


def test_one_s_own_pseudonym_is_no_clash() -> None:
    assert codes("Helen", BEA) == set()


def test_several_neighbours_can_be_told_apart_by_their_numbers() -> None:
    one = Person(5, "Beryl Ashcombe", Role.NEIGHBOUR, "Neighbour 1")
    known = Known([one])
    other = Person(6, "Tomasz Wieliczka", Role.NEIGHBOUR)
    assert checks("Neighbour 2", other, known) == []
    assert [each.code for each in checks("Neighbour 1", other, known)] == ["pseudonym"]


def test_background_and_age_are_asked_about_and_never_held_against_a_name() -> None:
    asked = {each.code: each for each in checks("Sian", ADA, KNOWN)}
    assert asked["background"].prompt
    assert "Welsh" in asked["background"].words
    assert "1987" in asked["age"].words
    assert asked["age"].prompt


def test_a_name_in_another_script_is_compared_by_its_letters_and_not_by_english_sounds() -> None:
    name = "\N{CYRILLIC CAPITAL LETTER O}\N{CYRILLIC SMALL LETTER EL}\N{CYRILLIC SMALL LETTER YA}"
    known = Known([Person(7, name, Role.FRIEND)])
    assert [each.code for each in checks(name, BEA, known)] == ["real"]
    assert checks(name[:2], BEA, known) == []


@pytest.mark.parametrize(
    ("one", "other"), [("Kayleigh", "Kaylee"), ("Claire", "Clare"), ("Stephen", "Steven"), ("Catherine", "Kathryn")]
)
def test_names_that_are_said_alike_have_one_sound(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other)


@pytest.mark.parametrize(("one", "other"), [("Anna", "Ann"), ("Ellie", "Ella"), ("Jade", "Dean"), ("Helen", "Karen")])
def test_names_that_are_said_otherwise_have_another(one: str, other: str) -> None:
    assert sound_of(one) != sound_of(other)


def test_small_words_of_a_title_are_no_name_that_two_share() -> None:
    titled = Person(3, "Wilhelmina of the Long House", Role.FAMILY, forms=(NameForm("the Duchess", FormKind.NICKNAME),))
    known = Known([titled], places=[PlaceName(1, "Larch House", "the lane")])
    assert [each.code for each in checks("the flat", PlaceName(2, "Saltgate"), known)] == []
    assert [each.code for each in checks("the Duchess", PlaceName(2, "Saltgate"), known)] == ["real"]
