"""Lines of a family picture cross only where they must, and who stands where does not hang on what they are called."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dhr_desktop.domain.genogram.combs import Comb, crossed, from_below, least_crossed
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.labels import Naming
from dhr_desktop.domain.genogram.layout import laid_out
from dhr_desktop.domain.people import Person, Role, Sex
from dhr_desktop.domain.pregnancies import Outcome, Pregnancy
from dhr_desktop.domain.relations import Ending, Relation, RelationKind
from tests.domain.genogram.crossings import crossings
from tests.domain.genogram.families import uncrossed
from tests.domain.genogram.test_layout import LETTERS, lay, measure

K = RelationKind
(KAYLEIGH, DEAN, ALFIE, POPPY, LORRAINE, TERENCE, JADE, CRAIG, MAUREEN, RYAN) = range(1, 11)


def drewitts() -> Family:
    """A victim with two unions, whose brothers, sisters and in-laws are known."""
    told = (
        (KAYLEIGH, "Kayleigh Anne Drewitt", Sex.FEMALE, "1987"),
        (DEAN, "Dean Robert Drewitt", Sex.MALE, "1984"),
        (ALFIE, "Alfie James Marchbank", Sex.MALE, "2009"),
        (POPPY, "Poppy Grace Drewitt", Sex.FEMALE, "2014"),
        (LORRAINE, "Lorraine Marchbank", Sex.FEMALE, "1961"),
        (TERENCE, "Terence Marchbank", Sex.MALE, "1957"),
        (JADE, "Jade Ollerton", Sex.FEMALE, "1992"),
        (CRAIG, "Craig Drewitt", Sex.MALE, ""),
        (MAUREEN, "Maureen Drewitt", Sex.FEMALE, "1958"),
        (RYAN, "Ryan Coldwell", Sex.MALE, ""),
    )
    people = [Person(key, name, Role.FAMILY, sex=sex, born=born) for key, name, sex, born in told]
    parents = {
        LORRAINE: (KAYLEIGH, JADE),
        TERENCE: (KAYLEIGH, JADE),
        MAUREEN: (DEAN, CRAIG),
        KAYLEIGH: (ALFIE, POPPY),
        DEAN: (POPPY,),
        RYAN: (ALFIE,),
    }
    ties = [(parent, K.PARENT, child) for parent, children in parents.items() for child in children]
    ties += [(TERENCE, K.MARRIED, LORRAINE), (DEAN, K.MARRIED, KAYLEIGH), (RYAN, K.PARTNER, KAYLEIGH)]
    return Family(people, [Relation(at, *tie) for at, tie in enumerate(ties, 1)])


@pytest.mark.parametrize("seed", range(30))
def test_the_lines_of_a_family_that_can_be_drawn_without_a_crossing_do_not_cross(seed: int) -> None:
    family = uncrossed(seed)
    assert crossings(family, lay(family)) == []


@pytest.mark.parametrize("name", ["", "Ada", "x" * 40])
def test_a_family_of_two_unions_has_no_crossing_under_any_names(name: str) -> None:
    pregnancies = [
        Pregnancy(1, KAYLEIGH, DEAN, Outcome.MISCARRIAGE, ended="2012-05"),
        Pregnancy(2, KAYLEIGH, DEAN, Outcome.EXPECTED, expected="2019-03"),
        Pregnancy(3, KAYLEIGH, None, Outcome.TERMINATION, ended="2010"),
        Pregnancy(4, KAYLEIGH, DEAN, Outcome.STILLBIRTH, ended="2016-08"),
    ]
    for family in (drewitts(), replace(drewitts(), pregnancies=pregnancies)):
        for years in (True, False):
            made = laid_out(family, Naming(lambda person: name or person.real_name, years=years), LETTERS, measure)
            assert crossings(family, made) == []


def test_the_measure_of_these_tests_sees_a_crossing() -> None:
    """A brother of each of a couple, and both brothers a couple too: this cannot be drawn flat."""
    people = [Person(key, "x", Role.FAMILY) for key in range(1, 9)]
    ties = [(1, K.PARENT, 5), (1, K.PARENT, 6), (2, K.PARENT, 7), (2, K.PARENT, 8), (3, K.PARENT, 4)]
    ties += [(5, K.MARRIED, 7), (6, K.MARRIED, 8), (1, K.PARENT, 4)]
    family = Family(people, [Relation(at, *tie) for at, tie in enumerate(ties, 1)])
    assert crossings(family, lay(family)) != []


@settings(deadline=None, max_examples=8)
@given(st.integers(0, 400), st.randoms(use_true_random=False))
def test_real_names_and_pseudonyms_give_the_same_order(seed: int, dice) -> None:
    family = uncrossed(seed)
    pseudonyms = {key: "x" * dice.randint(1, 40) for key in family.by_id}
    real = lay(family)
    covered = laid_out(family, Naming(lambda person: pseudonyms[person.id], years=False), LETTERS, measure)
    assert real.rows == covered.rows


COMBS = st.builds(
    lambda stem, teeth: Comb(stem, tuple(teeth), 1),
    st.integers(0, 300).map(float),
    st.lists(st.integers(0, 300).map(float), min_size=1, max_size=4),
)


@given(COMBS, COMBS)
def test_the_bar_that_is_laid_lower_is_that_which_is_crossed_less(one: Comb, other: Comb) -> None:
    lower, higher = (([one, other][at]) for at in from_below([one, other]))
    assert crossed(higher, lower) == least_crossed(one, other, 0.0)


@given(COMBS, st.floats(400, 500))
def test_combs_beside_one_another_do_not_cross(comb: Comb, further: float) -> None:
    other = replace(comb, stem=comb.stem + further, teeth=tuple(tooth + further for tooth in comb.teeth))
    assert least_crossed(comb, other) == 0


def test_an_ending_says_nothing_of_who_stands_where() -> None:
    family = drewitts()
    ended = [
        replace(each, ended="2016", ending=Ending.SEPARATED) if each.kind is K.MARRIED else each
        for each in family.relations
    ]
    assert lay(replace(family, relations=ended)).rows == lay(family).rows
