"""What points at somebody by its form alone is covered; what only looks a little like it stays."""

import pytest

from dhr_desktop.domain.addresses import is_address
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.tell_tale import TellTales, month_of

CHILD = Person(0, "Poppy Drewitt", Role.CHILD, born="2014-05-09")
ABOUT = Person(0, "Kian Drewitt", Role.CHILD, born="2012~")
TELL_TALES = TellTales([CHILD, ABOUT])


@pytest.mark.parametrize(
    ("words", "covered"),
    [
        ("Rang 01632 960144 twice", "Rang a telephone number twice"),
        ("Rang 07700900417.", "Rang a telephone number."),
        ("Text to 07700 900 417", "Text to a telephone number"),
        ("+44 7700 900417 and (01632) 960144", "a telephone number and a telephone number"),
        ("0161 496 0000", "a telephone number"),
        ("Rang 07700 900417 14 times", "Rang a telephone number 14 times"),
        ("07700900417 2130 hrs", "a telephone number 2130 hrs"),
        ("01632 960144 07700 900417", "a telephone number a telephone number"),
        ("07700 900417/07700 900418", "a telephone number/a telephone number"),
        ("l.marchbank@example.org wrote", "an e-mail address wrote"),
        ("Mr M (d.[name withheld]84@example.com) asked", "Mr M (an e-mail address) asked"),
        ("told [name withheld]@[name withheld].co.uk", "told an e-mail address"),
        ("of 14 Sandpiper Rise, AL4 9XX", "of an address"),
        ("Flat 3, 9a Old Kestrel Parade", "an address"),
        ("near AL4 9XX", "near a postcode"),
        ("NHS 943 476 5919", "NHS an NHS number"),
        ("NHS number 9434765919", "NHS number an NHS number"),
        ("a grey car, FX14 KLM", "a grey car, a vehicle registration"),
    ],
)
def test_it_is_covered(words, covered):
    assert TELL_TALES.cover(words) == covered


@pytest.mark.parametrize(
    "words",
    [
        "Seen on 01-02-2014 10:30 and 01/02/2014",
        "Reference 2014/01632960, crime 42/7781/16",
        "Collar 4471, room 12",
        "12 weeks pregnant on 3 May 2014",
        "14 Mill and no more",
        "01 02 03 04",
        "Dose 0161 mg",
        "2014 to 2018",
    ],
)
def test_it_stays(words):
    assert TELL_TALES.cover(words) == words


@pytest.mark.parametrize(
    "written",
    [
        *("9 May 2014", "9th May 2014", "09 May 2014", "9th of May, 2014", "9 may 14", "9-May-2014", "9/5/2014"),
        *("09/05/2014", "09.05.14", "9-5-2014", "2014-05-09"),
    ],
)
def test_of_a_day_of_birth_the_year_is_left(written):
    assert TELL_TALES.cover(f"DOB {written}, first child") == "DOB 2014, first child"
    assert TELL_TALES.cover(f"Born on {written}") == "Born in 2014"


@pytest.mark.parametrize("written", ["19 May 2014", "9 May 2015", "9/5/20141", "May 2014", "19/05/2014", "29/5/2014"])
def test_another_day_is_no_birth(written):
    assert TELL_TALES.cover(written) == written


def test_a_day_to_avoid_is_known_as_a_birthday_by_its_day_or_its_words():
    assert TELL_TALES.is_birth("--05-09")
    assert TELL_TALES.is_birth("2014-05-09", "a hard day")
    assert TELL_TALES.is_birth("--11-30", "Jade's birthday")
    assert not TELL_TALES.is_birth("--11-09", "anniversary of the death")
    assert not TELL_TALES.is_birth("nonsense")


def test_of_a_birthday_the_month_is_told():
    assert month_of("--05-09") == month_of("2014-05-09") == "May"


def test_a_household_may_be_named_by_where_it_is():
    assert is_address("14 Sandpiper Rise")
    assert is_address("the flat in AL4 9XX")
    assert not is_address("Kayleigh’s home")
    assert not is_address("household of 4")


def test_a_word_of_many_thousand_letters_is_looked_through_once() -> None:
    word = "a." * 5_000
    assert TELL_TALES.cover(f"{word}1 anna@example.org") == f"{word}1 an e-mail address"
