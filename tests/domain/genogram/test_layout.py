"""A family laid out: nobody stands on anybody, couples beside one another, children below their parents."""

import random
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.generations import CircleOfParents
from dhr_desktop.domain.genogram.labels import WIDEST, Naming
from dhr_desktop.domain.genogram.layout import HALF, Layout, laid_out
from dhr_desktop.domain.people import Person, Role, Sex
from dhr_desktop.domain.picture.frame import Type
from dhr_desktop.domain.relations import Ending, Relation, RelationKind

K = RelationKind
LETTERS = Type(15.0, 12.0, 7.0)
NAMING = Naming(lambda person: person.real_name)


def measure(words: str) -> float:
    return 7.0 * len(words)


def lay(family: Family) -> Layout:
    return laid_out(family, NAMING, LETTERS, measure)


def family_of(*ties: tuple[str, RelationKind, str], names: dict[str, str] | None = None) -> Family:
    keys = list(dict.fromkeys(name for one, _kind, other in ties for name in (one, other)))
    people = [Person(at, (names or {}).get(name, name), Role.FAMILY) for at, name in enumerate(keys, 1)]
    ids = {name: at for at, name in enumerate(keys, 1)}
    return Family(people, [Relation(at, ids[a], kind, ids[b]) for at, (a, kind, b) in enumerate(ties, 1)])


def overlapping(made: Layout) -> list[tuple[int, int]]:
    return [
        (one.person_id, two.person_id)
        for one, two in combinations(made.cells.values(), 2)
        if abs(one.x - two.x) < (one.width + two.width) / 2 and one.box[1] < two.bottom and two.box[1] < one.bottom
    ]


def random_family(seed: int) -> Family:
    """Three or four generations with half-siblings and second partners."""
    dice = random.Random(seed)
    people: list[Person] = []
    relations: list[Relation] = []

    def born(generation: int) -> int:
        name = " ".join("x" * dice.randint(2, 18) for _ in range(dice.randint(1, 4)))
        year = 1930 + 25 * generation + dice.randint(0, 12)
        people.append(Person(len(people) + 1, name, Role.FAMILY, born=str(year), sex=dice.choice(list(Sex))))
        return len(people)

    def tie(one: int, kind: RelationKind, other: int) -> None:
        relations.append(Relation(len(relations) + 1, one, kind, other))

    here = [born(0) for _ in range(dice.randint(1, 3))]
    for generation in range(dice.randint(2, 3)):
        below = []
        for person in here:
            for _ in range(dice.choice((0, 1, 1, 2))):
                partner = born(generation)
                tie(person, dice.choice((K.MARRIED, K.PARTNER)), partner)
                for _ in range(dice.randint(0, 3)):
                    child = born(generation + 1)
                    tie(person, K.PARENT, child)
                    if dice.random() < 0.8:
                        tie(partner, K.PARENT, child)
                    below.append(child)
        here = below or here
    return Family(people, relations)


@pytest.mark.parametrize("seed", range(10))
def test_no_family_is_drawn_over_itself(seed):
    family = random_family(seed)
    made = lay(family)
    assert made.cells.keys() == family.by_id.keys()
    assert overlapping(made) == []
    beside = {frozenset((a, b)) for row in made.rows for chain in row for a, b in pairwise(chain)}
    partners = [each for couple in family.couples for each in couple.pair]
    for couple in family.couples:
        if all(partners.count(each) <= 2 for each in couple.pair):
            assert frozenset(couple.pair) in beside
    for each in family.relations:
        if each.kind is K.PARENT:
            assert made.cells[each.other_id].y - HALF > made.cells[each.person_id].bottom


@pytest.mark.parametrize("seed", range(2))
def test_the_same_family_is_drawn_the_same_each_time(seed):
    assert lay(random_family(seed)) == lay(random_family(seed))


def test_half_siblings_hang_from_the_line_of_their_own_parents():
    family = family_of(
        ("Kay", K.MARRIED, "Dean"),
        ("Kay", K.PARTNER, "Ryan"),
        ("Kay", K.PARENT, "Alfie"),
        ("Ryan", K.PARENT, "Alfie"),
        ("Kay", K.PARENT, "Poppy"),
        ("Dean", K.PARENT, "Poppy"),
    )
    kay, dean, ryan, alfie, poppy = (made for _key, made in sorted(lay(family).cells.items()))
    assert min(ryan.x, dean.x) < kay.x < max(ryan.x, dean.x)
    assert kay.y == dean.y == ryan.y < alfie.y == poppy.y
    assert (alfie.x < poppy.x) == (ryan.x < dean.x)


def test_children_of_a_couple_stand_by_age():
    names = ("Tom", "Una", "Val")
    family = family_of(*((parent, K.PARENT, child) for child in names for parent in ("Ann", "Bob")))
    years = {"Tom": "2011", "Una": "2003", "Val": "2007-05"}
    people = [Person(each.id, each.real_name, each.role, born=years.get(each.real_name, "")) for each in family.people]
    made = lay(Family(people, family.relations))
    named = {each.real_name: made.cells[each.id].x for each in people}
    assert named["Una"] < named["Val"] < named["Tom"]


def test_parents_of_both_partners_stand_in_one_generation_however_long_the_one_line_is():
    family = family_of(
        *(
            ("Great", K.PARENT, "Gran"),
            ("Gran", K.PARENT, "Kay"),
            ("Kay", K.MARRIED, "Dean"),
            ("Maureen", K.PARENT, "Dean"),
        )
    )
    made = lay(family)
    rows = {each.real_name: made.cells[each.id].row for each in family.people}
    assert rows == {"Great": 0, "Gran": 1, "Maureen": 1, "Kay": 2, "Dean": 2}


def test_a_circle_of_parents_is_told_with_its_people():
    family = family_of(("A", K.PARENT, "B"), ("B", K.PARENT, "C"), ("C", K.ADOPTIVE_PARENT, "A"))
    with pytest.raises(CircleOfParents) as told:
        lay(family)
    assert set(told.value.people) == {1, 2, 3}


def test_a_couple_of_two_generations_is_drawn_all_the_same():
    family = family_of(
        *(
            ("Gran", K.PARENT, "Uncle"),
            ("Gran", K.PARENT, "Mum"),
            ("Mum", K.PARENT, "Niece"),
            ("Uncle", K.MARRIED, "Niece"),
        )
    )
    made = lay(family)
    assert len(made.couples) == 1
    assert overlapping(made) == []


def test_a_grandmother_who_is_their_guardian_stays_above_their_parents():
    family = family_of(("Gran", K.PARENT, "Kay"), ("Kay", K.PARENT, "Alfie"), ("Gran", K.GUARDIAN, "Alfie"))
    made = lay(family)
    assert [made.cells[key].row for key in (1, 2, 3)] == [0, 1, 2]
    assert any(not line.solid for line in made.children)


@pytest.mark.parametrize("name", ["Anne " * 60, "x" * 400, "ليلى العربية", "👩‍👧 Kay", ""])
def test_any_name_fits_under_its_symbol(name):
    family = family_of(("A", K.PARENT, "B"), names={"A": name})
    cell = lay(family).cells[1]
    assert cell.lines
    assert len(cell.lines) <= 3
    assert max(measure(line) for line in cell.lines) <= WIDEST + 7


def test_a_couple_that_married_after_living_together_is_one_line():
    family = family_of(("A", K.PARTNER, "B"))
    married = Relation(2, 2, K.MARRIED, 1, "2012", "2016-10", Ending.SEPARATED)
    (couple,) = Family(family.people, [*family.relations, married]).couples
    assert couple.relation is not None


def test_who_is_related_to_nobody_is_not_in_the_picture():
    family = family_of(("A", K.PARENT, "B"), ("A", K.OTHER, "C"))
    assert family.by_id.keys() == {1, 2}
    assert lay(Family()).size[1] > 0


def test_a_picture_without_years_tells_none_of_any_couple_however_far_apart_they_stand():
    ties = [("a", K.MARRIED, each) for each in ("b", "c", "d", "e")]
    family = family_of(*ties)
    dated = Family(family.people, [replace(each, began="2011", ended="2013") for each in family.relations])
    told = {line.words for line in laid_out(dated, Naming(lambda one: one.real_name), LETTERS, measure).couples}
    untold = laid_out(dated, Naming(lambda one: one.real_name, years=False), LETTERS, measure).couples

    assert told == {"m. 2011, until 2013"}
    assert {line.words for line in untold} == {""}
