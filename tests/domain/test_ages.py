"""How old a child was, as certainly as the dates allow."""

import pytest

from dhr_desktop.domain.ages import age_in_words, ages

DEATH = "2018-11-09"


@pytest.mark.parametrize(
    ("born", "words"),
    [
        ("2014-12-06", "three"),
        ("2014-11-09", "four"),
        ("2014-11-10", "three"),
        ("2014", "three or four"),
        ("2014-11", "three or four"),
        ("2014~", "about three or four"),
        ("2018-02", "under one"),
        ("2019-01-02", "not yet born"),
        ("2018-11", "not yet born or under one"),
        ("201X", "eight or younger"),
        ("[2010..2014]", "between three and eight"),
        ("1987-08-14", "31"),
        ("XXXX", ""),
        ("", ""),
        ("soon", ""),
        ("[..2014]", ""),
    ],
)
def test_an_age_is_as_certain_as_the_birth(born: str, words: str) -> None:
    assert age_in_words(born, DEATH) == words


def test_an_age_is_as_certain_as_the_death() -> None:
    assert age_in_words("2014-12-06", "2018") == "three or four"
    assert age_in_words("2014-12-06", "") == ""


def test_who_was_born_on_29_february_is_a_year_older_on_1_march() -> None:
    assert ages("2016-02-29", "2018-02-28") == (1, 1)
    assert ages("2016-02-29", "2018-03-01") == (2, 2)
