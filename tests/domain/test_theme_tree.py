"""Themes as a tree: read down it in order, found by name and by key, none ever out of reach."""

from dhr_desktop.domain.meaning import Theme
from dhr_desktop.domain.theme_tree import ThemeTree

RISK, FEAR, LOCKS, RESPONSE = (
    Theme(1, "Risk", 0, 1),
    Theme(2, "Fear expressed", 1, 0, 8),
    Theme(3, "Locks changed", 2, 0),
    Theme(4, "Response", 0, 0),
)
TREE = ThemeTree((RISK, FEAR, LOCKS, RESPONSE))


def test_it_is_read_from_the_top_down_each_branch_before_the_next():
    assert TREE.in_order() == [(RESPONSE, 0), (RISK, 0), (FEAR, 1), (LOCKS, 2)]
    assert len(TREE) == 4


def test_a_branch_is_a_theme_with_all_beneath_it():
    assert TREE.branch(1) == [RISK, FEAR, LOCKS]
    assert TREE.branch(4) == [RESPONSE]
    assert TREE.branch(99) == []


def test_the_way_to_a_theme_names_all_above_it():
    assert TREE.way_to(3) == ("Risk", "Fear expressed", "Locks changed")
    assert TREE.way_to(99) == ()


def test_a_name_is_found_beneath_its_parent_whatever_its_capitals():
    assert TREE.named("FEAR EXPRESSED", 1) == FEAR
    assert TREE.named("Fear expressed", 0) is None


def test_a_key_gives_one_theme_and_nought_gives_none():
    assert TREE.with_digit(8) == FEAR
    assert TREE.with_digit(7) is None
    assert TREE.with_digit(0) is None


def test_a_theme_whose_parent_is_not_there_stands_at_the_top():
    assert ThemeTree([LOCKS]).in_order() == [(LOCKS, 0)]
