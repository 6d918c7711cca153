"""A sex is proposed where a title or a relation shows it of the person themself, and nowhere else."""

import pytest

from dhr_desktop.domain.people import FormKind, NameForm, Person, Role, Sex
from dhr_desktop.family.sex_shown import sex_shown


def of(relationship: str = "", *forms: str, name: str = "Sam Parry", sex: Sex = Sex.NOT_SAID) -> Sex | None:
    written = tuple(NameForm(form, FormKind.TITLED) for form in forms)
    shown = sex_shown(Person(1, name, Role.FAMILY, "", relationship, written, sex=sex))
    return shown[0] if shown else None


@pytest.mark.parametrize(
    ("relationship", "sex"),
    [
        ("mother of the victim", Sex.FEMALE),
        ("her mother; grandmother of the children", Sex.FEMALE),
        ("her husband's brother", Sex.MALE),
        ("the victim's ex-husband", Sex.MALE),
        ("sister-in-law", Sex.FEMALE),
        ("Taid", Sex.MALE),
        ("friend of her mother", None),
        ("housing officer", None),
        ("her son's friend", None),
        ("brother and, later, wife", None),
        ("", None),
    ],
)
def test_a_relation_shows_it_of_whose_relation_it_is(relationship: str, sex: Sex | None) -> None:
    assert of(relationship) is sex


def test_a_title_shows_it_and_one_that_says_nothing_does_not() -> None:
    assert of("", "Mrs Parry") is Sex.FEMALE
    assert of("", "Mr S Parry") is Sex.MALE
    assert of("", "Dr Parry") is None
    assert of("", "Mrs Parry", "Mr Parry") is None
    assert of("", name="Miss") is None


def test_what_is_said_already_is_not_proposed_anew() -> None:
    assert of("mother of the victim", sex=Sex.ANOTHER) is None
