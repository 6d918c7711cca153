"""What the dates of a review itself say against each other."""

import pytest

from dhr_desktop.domain.contradictions.reviews import of_the_review
from dhr_desktop.domain.reviews import ReviewFacts


@pytest.mark.parametrize(
    ("first", "last", "death", "told"),
    [
        ("2018-05-11", "2015-01-01", "", "ends before it begins"),
        ("2019", "2020", "2018-05-11", "begins after the death"),
        ("2015-01-01", "2018-05-11", "2018-05-11", ""),
        ("2018", "2018-05", "2018-05-11", ""),
        ("2019", "", "", ""),
        ("", "", "2018-05-11", ""),
    ],
)
def test_only_what_cannot_be_is_told(first: str, last: str, death: str, told: str):
    found = of_the_review(ReviewFacts("R", scope_from=first, scope_to=last, died_on=death))
    assert [told in each.words for each in found] == ([True] if told else [])
