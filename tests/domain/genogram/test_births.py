"""Twins hang from one point of their parents' bar, and who was adopted hangs from two lines, one of them dashed."""

from dataclasses import replace

import pytest

from dhr_desktop.domain.genogram import births
from dhr_desktop.domain.genogram.family import Family
from dhr_desktop.domain.genogram.layout import HALF, ChildLine, Layout
from dhr_desktop.domain.genogram.legend import legend
from dhr_desktop.domain.picture.shapes import Words
from dhr_desktop.domain.relations import RelationKind
from tests.domain.genogram.test_layout import LETTERS, K, family_of, lay, measure


def with_births(born: dict[str, str], *ties: tuple[str, RelationKind, str]) -> tuple[Family, Layout, dict[str, int]]:
    family = family_of(*ties)
    family = replace(family, people=[replace(each, born=born.get(each.real_name, "")) for each in family.people])
    return family, lay(family), {each.real_name: each.id for each in family.people}


def children_of(*names: str) -> list[tuple[str, RelationKind, str]]:
    return [("Meg", K.MARRIED, "Dan"), *((parent, K.PARENT, name) for name in names for parent in ("Meg", "Dan"))]


def to(layout: Layout, drawn: list[ChildLine], key: int) -> list[ChildLine]:
    """The lines that end at somebody's symbol."""
    cell = layout.cells[key]
    return [
        one
        for one in drawn
        if abs(one.points[-1][0] - cell.x) <= HALF and abs(one.points[-1][1] - (cell.y - HALF)) < 0.1
    ]


@pytest.mark.parametrize("others", [(), ("Old",), ("Old", "Young"), ("Young",)])
def test_twins_hang_from_one_point_that_lies_on_the_bar(others: tuple[str, ...]) -> None:
    born = {"Ann": "1990-05-01", "Bob": "1990-05-01", "Old": "1988-01-01", "Young": "1995-01-01"}
    family, layout, ids = with_births(born, *children_of("Ann", "Bob", *others))
    drawn = births.lines(family, layout)
    (one,), (two,) = to(layout, drawn, ids["Ann"]), to(layout, drawn, ids["Bob"])
    assert one.points[0] == two.points[0]
    assert one.points[1] != two.points[1]
    x, level = one.points[0]
    bars = [each for each in drawn if {point[1] for point in each.points} == {level}]
    assert any(each.points[0][0] - 0.1 <= x <= each.points[-1][0] + 0.1 for each in bars)
    for name in others:
        (drop,) = to(layout, drawn, ids[name])
        assert any(each.points[0][0] - 0.1 <= drop.points[0][0] <= each.points[-1][0] + 0.1 for each in bars)


def test_children_of_other_days_or_of_unsure_days_are_no_twins() -> None:
    family, layout, _ids = with_births(
        {"Ann": "1990-05", "Bob": "1990-05", "Cat": ""}, *children_of("Ann", "Bob", "Cat")
    )
    assert births.twins(family) == []
    assert births.lines(family, layout) == list(layout.children)


def test_who_was_adopted_has_a_second_line_and_who_is_fostered_has_none() -> None:
    family, layout, ids = with_births({}, ("Meg", K.ADOPTIVE_PARENT, "Ann"), ("Meg", K.FOSTER_CARER, "Bob"))
    drawn = births.lines(family, layout)
    assert sorted(each.solid for each in to(layout, drawn, ids["Ann"])) == [False, True]
    assert [each.solid for each in to(layout, drawn, ids["Bob"])] == [False]


def test_the_legend_tells_of_those_signs_that_are_in_the_picture() -> None:
    family, _layout, _ids = with_births(
        {"Ann": "1990-05-01", "Bob": "1990-05-01"}, *children_of("Ann", "Bob"), ("Meg", K.ADOPTIVE_PARENT, "Cat")
    )
    words = {each.text for each in legend(family, LETTERS, measure, 600)[0] if isinstance(each, Words)}
    assert {"born together", "adopted"} <= words
    assert "step, fostered or in their care" not in words


def bars_between(family: Family, layout: Layout, one: int, other: int) -> list[ChildLine]:
    """The level lines that reach from the one's line to the other's, halfway down."""
    drawn = births.lines(family, layout)
    (left,), (right,) = (to(layout, drawn, key) for key in sorted((one, other), key=lambda key: layout.cells[key].x))
    middle = (left.points[0][1] + left.points[1][1]) / 2
    ends = [(line.points[0][0] + line.points[1][0]) / 2 for line in (left, right)]
    return [
        each
        for each in drawn
        if [point[1] for point in each.points] == [middle, middle]
        and [point[0] for point in each.points] == pytest.approx(ends)
    ]


@pytest.mark.parametrize(("kind", "bars"), [(K.IDENTICAL_TWIN, 1), (K.TWIN, 0)])
@pytest.mark.parametrize("born", [{"Ann": "1990-05-01", "Bob": "1990-05-01"}, {"Ann": "1990", "Bob": "1990"}, {}])
def test_identical_twins_have_a_bar_between_their_lines(kind: RelationKind, bars: int, born: dict[str, str]) -> None:
    family, layout, ids = with_births(born, *children_of("Old", "Ann", "Bob"), ("Bob", kind, "Ann"))
    assert [set(each) for each in births.twins(family)] == [{ids["Ann"], ids["Bob"]}]
    assert len(bars_between(family, layout, ids["Ann"], ids["Bob"])) == bars
    words = {each.text for each in legend(family, LETTERS, measure, 600)[0] if isinstance(each, Words)}
    assert ("identical twins" in words) is bool(bars)


def test_of_three_born_together_only_the_identical_two_have_the_bar() -> None:
    born = dict.fromkeys(("Ann", "Bob", "Cat"), "1990-05-01")
    family, layout, ids = with_births(born, *children_of("Ann", "Bob", "Cat"), ("Ann", K.IDENTICAL_TWIN, "Bob"))
    assert len(bars_between(family, layout, ids["Ann"], ids["Bob"])) == 1
    assert births.identical(family) == [(ids["Ann"], ids["Bob"])]


def test_identical_twins_whose_parents_are_not_known_are_drawn_as_brothers_and_sisters() -> None:
    family, layout, _ids = with_births({}, ("Ann", K.IDENTICAL_TWIN, "Bob"))
    assert births.lines(family, layout) == list(layout.children)
    assert len(layout.children) == 1


def test_twins_of_whom_no_birth_is_known_stand_beside_one_another() -> None:
    names = ("Ann", "Cat", "Dot", "Bob")
    _family, layout, ids = with_births({"Cat": "1991", "Dot": "1993"}, *children_of(*names), ("Ann", K.TWIN, "Bob"))
    row = [person for chain in layout.rows[1] for person in chain]
    assert abs(row.index(ids["Ann"]) - row.index(ids["Bob"])) == 1
