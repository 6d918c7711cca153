"""Key dates are set, changed and removed, a step each."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dhr_desktop.domain.key_dates import KeyDate, KeyKind
from dhr_desktop.domain.picture.frame import day_lines
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import key_dates
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline.key_dates import NoKeyDate, remove_key_date, set_key_date
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE

SEPARATION = KeyDate(0, "2016-08", "Separation", KeyKind.SEPARATION)


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    yield copied.review(library, ReviewFacts("Aldermarsh", died_on="2018-11-09", scope_from="2014-01-01"))
    library.close()


def steps(review: Review) -> list[str]:
    return [label for (label,) in review.read.rows("SELECT label FROM step ORDER BY id")]


def test_a_key_date_is_set_changed_and_removed_and_each_can_be_undone(review: Review) -> None:
    key = set_key_date(review, SEPARATION)
    set_key_date(review, replace(SEPARATION, id=key, words="They  separate"))
    remove_key_date(review, key)
    said = [[each.words for each in key_dates.listing(review)]]
    for _ in range(3):
        review.journal.undo()
        said.append([each.words for each in key_dates.listing(review)])

    assert said == [[], ["They separate"], ["Separation"], []]


def test_what_changes_nothing_is_no_step(review: Review) -> None:
    key = set_key_date(review, SEPARATION)
    before = steps(review)
    set_key_date(review, replace(SEPARATION, id=key))
    remove_key_date(review, key + 1)

    assert steps(review) == before


@pytest.mark.parametrize("said", [{"words": " "}, {"date_edtf": ""}, {"date_edtf": "XXXX"}, {"date_edtf": "soon"}])
def test_a_key_date_needs_a_day_and_words(review: Review, said: dict[str, str]) -> None:
    with pytest.raises(NoKeyDate):
        set_key_date(review, replace(SEPARATION, **said))  # type: ignore[arg-type]  # fields by their name


def test_the_facts_of_the_review_give_key_dates_of_their_own(review: Review) -> None:
    set_key_date(review, SEPARATION)
    lines = day_lines(key_dates.every(review))

    assert [line.words for line in lines] == ["Review from", "Separation", "Death"]
    assert lines[1].last - lines[1].first == 30
