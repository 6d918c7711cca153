"""What was typed into something that is gone for good is forgotten, and never what an undo could bring back."""

import pytest

from dhr_desktop.base import clock
from dhr_desktop.store import draft_words, entries
from dhr_desktop.store.draft_owners import Owner, owner_of
from dhr_desktop.store.review import Review
from tests.store.made import add, agency, entry

LONG_AGO, LATER = "2000-01-01T00:00:00.000Z", "2100-01-01T00:00:00.000Z"
HALF = {"date": "early Ju"}


@pytest.mark.parametrize(
    ("place", "owner"),
    [
        ("entry/5", Owner("entry", 5)),
        ("cell/5", Owner("entry", 5)),
        ("submission/6", Owner("submission", 6)),
        ("place/2", Owner("place_name", 2)),
        ("wish/12", Owner("wish", 12)),
        ("wish/new/3", Owner("stakeholder", 3)),
        ("contact/new/4", Owner("person", 4)),
        ("comment/new/7", Owner("reading", 7)),
        ("readingcomment/8", Owner("reading_comment", 8)),
        ("offer/3/letter", Owner("stakeholder", 3)),
        ("letter/4/first-family", Owner("person", 4)),
        ("naming/person/3/chosen", Owner("person", 3)),
        ("naming/place/3/not_reached", Owner("place_name", 3)),
        ("namingstep/9", Owner("naming_step", 9)),
        ("disagreement/6/date", Owner("event", 6)),
        ("question/new/entry/5", Owner("entry", 5)),
        ("question/new/gap/2014-01-01/2014-06-01", None),
        ("question/new", None),
        ("answer/2", Owner("question", 2)),
        ("entry/new", None),
        ("datetoavoid/new/everyone", None),
        ("contact/new/0", None),
        ("something else/5", None),
    ],
)
def test_a_place_tells_on_what_record_its_draft_hangs(place: str, owner: Owner | None) -> None:
    assert owner_of(place) == owner


@pytest.fixture
def visit(review: Review) -> int:
    (made,) = add(review, entry(agency(review)))
    draft_words.keep(review, f"entry/{made}", HALF)
    draft_words.keep(review, "entry/new", HALF)
    return made


def kept(review: Review) -> set[str]:
    return set(draft_words.listing(review))


def remove(review: Review, entry_id: int) -> None:
    with review.journal.step("Remove entry"):
        entries.remove(review, entry_id)


def test_the_words_of_what_is_there_are_kept_however_old(review: Review, visit: int) -> None:
    assert draft_words.forget_lost(review, LATER) == []
    assert kept(review) == {f"entry/{visit}", "entry/new"}


def test_the_words_of_what_was_removed_lately_come_back_with_it(review: Review, visit: int) -> None:
    remove(review, visit)
    assert draft_words.forget_lost(review, clock.days_ago(30)) == []
    review.journal.undo()
    assert draft_words.listing(review)[f"entry/{visit}"] == HALF


def test_the_words_of_what_was_removed_long_ago_are_forgotten_and_no_others(review: Review, visit: int) -> None:
    remove(review, visit)
    assert draft_words.forget_lost(review, LATER) == [f"entry/{visit}"]
    assert kept(review) == {"entry/new"}


def test_what_was_never_made_in_the_end_is_gone_for_good_once_it_cannot_be_done_again(
    review: Review, visit: int
) -> None:
    review.journal.undo()
    assert draft_words.forget_lost(review, LONG_AGO) == [], "redo brings it back"
    add(review, entry(agency(review), text="Another."))
    assert draft_words.forget_lost(review, LONG_AGO) == [f"entry/{visit}"]


def test_what_is_not_known_to_have_been_is_left_alone(review: Review) -> None:
    draft_words.keep(review, "wish/99", HALF)
    assert draft_words.forget_lost(review, LATER) == []
