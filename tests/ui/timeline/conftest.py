"""A review with dates of its own, for the tests of the Timeline page."""

import pytest

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review


@pytest.fixture
def review(library: Library) -> Review:
    facts = ReviewFacts("Aldermarsh", died_on="2018-11-09", scope_from="2014-01-01", scope_to="2018-11-09")
    return library.create_review(facts)
