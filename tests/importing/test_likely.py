"""Which of the files handed over together is a later version of another."""

import pytest

from dhr_desktop.importing.likely import Told, follows

TEN = frozenset(range(10))


def told(name: str, rows: frozenset[int] = TEN, agency: str = "Tideway") -> Told:
    return Told(name, agency, rows)


@pytest.mark.parametrize("later", ["notes v2.xlsx", "notes_final.xlsx", "notes (2).xlsx", "notes-amended.xlsx"])
def test_the_later_is_the_one_whose_name_says_so_wherever_it_stands(later: str):
    assert follows([told(later), told("notes.xlsx")]) == [1, None]


def test_where_no_name_says_which_is_later_it_is_the_one_that_stands_later():
    assert follows([told("March.xlsx"), told("May.xlsx")]) == [None, 0]


def test_each_version_follows_the_one_before_it():
    assert follows([told("notes v3.csv"), told("notes.csv"), told("notes v2.csv")]) == [2, None, 1]


def test_one_row_is_enough_where_the_names_are_the_same_but_for_the_version():
    assert follows([told("notes.csv"), told("notes v2.csv", frozenset({9, 20, 21}))]) == [None, 0]
    assert follows([told("notes.csv"), told("other.csv", frozenset({9, 20, 21}))]) == [None, None]


def test_files_of_two_agencies_are_no_versions_of_each_other():
    assert follows([told("a.csv"), told("b.csv", agency="Millpond Surgery")]) == [None, None]
    assert follows([told("a.csv"), told("b.csv", agency="")]) == [None, 0]


def test_files_that_share_no_row_are_none():
    assert follows([told("notes.csv"), told("notes v2.csv", frozenset({20, 21}))]) == [None, None]
