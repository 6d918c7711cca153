"""The scope of a review is as wide as its dates may be, and open where nothing can be read."""

from datetime import date

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.domain.scope import Scope, scope_of


def test_the_scope_begins_as_early_and_ends_as_late_as_its_dates_may_be():
    assert scope_of("2014", "2018-11") == Scope(date(2014, 1, 1), date(2018, 11, 30))


def test_an_end_that_is_not_said_or_cannot_be_read_is_open_and_the_other_stands():
    assert scope_of("", "2018-11-09") == Scope(None, date(2018, 11, 9))
    assert scope_of("2014-01-01", "the spring") == Scope(date(2014, 1, 1), None)


def test_the_facts_of_a_review_give_its_scope_and_the_last_day_of_the_death():
    facts = ReviewFacts("Test", scope_from="2014-01-01", scope_to="2018-11-09", died_on="2018-11")
    assert facts.scope == Scope(date(2014, 1, 1), date(2018, 11, 9))
    assert facts.died_by == date(2018, 11, 30)
