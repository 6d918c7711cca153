"""An approach that has a day was made, whether or not somebody thought of choosing its answer."""

from datetime import date

import pytest

from dhr_desktop.domain.approaches import Approach, ApproachAnswer, Through
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family import approaches, register
from dhr_desktop.store import involvement
from dhr_desktop.store.review import Review

DAY = date(2019, 9, 10)


@pytest.mark.parametrize(
    ("noted", "answer"),
    [
        ({"on": DAY}, ApproachAnswer.WAITING),
        ({"reason": "An appeal was pending."}, ApproachAnswer.NOT_APPROACHED),
        ({"on": DAY, "answer": ApproachAnswer.DECLINED}, ApproachAnswer.DECLINED),
        ({"through": Through.PRISON}, ApproachAnswer.NOT_YET),
    ],
)
def test_what_is_noted_of_an_approach_says_whether_it_was_made(review: Review, noted, answer):
    him = register.add_person(review, Person(0, "Dean Drewitt", Role.PERPETRATOR))
    made = approaches.add(review, Approach(0, him.id, **noted))
    assert made.answer is answer


def test_a_day_that_is_added_later_makes_it_an_approach_too(review: Review):
    him = register.add_person(review, Person(0, "Dean Drewitt", Role.PERPETRATOR))
    made = approaches.add(review, Approach(0, him.id, through=Through.PRISON))
    approaches.change(review, Approach(made.id, him.id, DAY, Through.PRISON), made)
    (kept,) = involvement.APPROACHES.listing(review)
    assert (kept.on, kept.answer) == (DAY, ApproachAnswer.WAITING)
