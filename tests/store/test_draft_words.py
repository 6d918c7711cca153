"""Words that are no step yet are kept in the review's own file, beside the record."""

import pytest
from sqlcipher3 import dbapi2

from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import draft_words
from dhr_desktop.store.journal import NestedStep
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review, ReviewClosed
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, add, agency, entry

HALF = {"text": "The neighbour heard", "date": "early Ju"}


def test_what_is_kept_is_there_by_its_place_until_it_is_forgotten(review: Review) -> None:
    draft_words.keep(review, "entry/new", HALF)
    draft_words.keep(review, "event/3", {"date": "the week after"})
    draft_words.keep(review, "entry/new", {"text": "The neighbour heard a door."})
    assert draft_words.listing(review) == {
        "event/3": {"date": "the week after"},
        "entry/new": {"text": "The neighbour heard a door."},
    }
    draft_words.keep(review, "entry/new", {})
    assert draft_words.listing(review) == {"event/3": {"date": "the week after"}}


def test_keeping_words_is_no_step_and_is_not_undone(review: Review) -> None:
    add(review, entry(agency(review)))
    before = review.journal.steps(), review.journal.status()
    told = []
    review.journal.subscribe(told.append)
    draft_words.keep(review, "entry/new", HALF)
    assert (review.journal.steps(), review.journal.status(), told) == (*before, [])
    review.journal.undo()
    assert draft_words.listing(review) == {"entry/new": HALF}
    assert review.journal.first_broken_step() is None


def test_beside_the_record_nothing_of_the_record_can_be_written(review: Review) -> None:
    (first,) = add(review, entry(agency(review)))
    with pytest.raises(dbapi2.Error, match="a write outside a step"), review.aside() as write:
        write.execute("UPDATE entry SET text = 'Something else.' WHERE id = ?", (first,))


def test_words_are_not_kept_inside_a_step_which_could_be_rolled_back(review: Review) -> None:
    with pytest.raises(NestedStep), review.journal.step("Reword entry"):
        draft_words.keep(review, "entry/new", HALF)
    assert draft_words.listing(review) == {}


def test_words_are_there_after_a_reopening_and_stand_nowhere_in_the_clear(tmp_path) -> None:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    review = copied.review(library, ReviewFacts("Review of the death of Adult A"))
    draft_words.keep(review, "entry/new", HALF)
    on_disk = b"".join(path.read_bytes() for path in (tmp_path / "library").rglob("*") if path.is_file())
    assert HALF["text"].encode() not in on_disk
    number = review.id
    review.close()
    with pytest.raises(ReviewClosed):
        draft_words.keep(review, "entry/new", {})
    again = library.open_review(number)
    assert draft_words.listing(again) == {"entry/new": HALF}
    library.close()


def test_words_that_become_a_step_are_gone_with_it_and_none_others(review: Review) -> None:
    draft_words.keep(review, "entry/new", HALF)
    draft_words.keep(review, "event/3", {"date": "the week after"})
    with draft_words.taken_in(review, "entry/new"):
        add(review, entry(agency(review), text=HALF["text"]))
    assert draft_words.listing(review) == {"event/3": {"date": "the week after"}}
    assert review.journal.first_broken_step() is None


def test_the_step_and_the_forgetting_of_its_words_are_one_transaction(review: Review) -> None:
    draft_words.keep(review, "entry/new", HALF)
    made = agency(review)
    reached_the_disk: list[tuple[int, bool]] = []

    def look(_: object) -> None:
        count = review.read.value("SELECT count(*) FROM entry")
        reached_the_disk.append((count, "entry/new" in draft_words.listing(review)))

    review.journal.subscribe(look)
    with draft_words.taken_in(review, "entry/new"):
        look(None)
        add(review, entry(made))
    assert reached_the_disk == [(0, True), (1, False)]


def test_words_whose_step_is_refused_are_kept(review: Review) -> None:
    draft_words.keep(review, "entry/new", HALF)
    refused = pytest.raises(ValueError, match="no agency")
    with refused, draft_words.taken_in(review, "entry/new"), review.journal.step("Add"):
        raise ValueError("no agency")
    assert draft_words.listing(review) == {"entry/new": HALF}
    add(review, entry(agency(review)))
    assert draft_words.listing(review) == {"entry/new": HALF}, "a later step takes nothing along"


def test_words_that_the_record_has_already_are_forgotten_without_a_step(review: Review) -> None:
    draft_words.keep(review, "entry/new", HALF)
    with draft_words.taken_in(review, "entry/new"):
        pass
    assert draft_words.listing(review) == {}


def test_words_are_gone_with_their_step_though_a_listener_fails(review: Review) -> None:
    draft_words.keep(review, "entry/new", HALF)
    made = agency(review)

    def fail(_: object) -> None:
        raise ValueError("a page that fails")

    review.journal.subscribe(fail)
    with pytest.raises(ValueError, match="a page that fails"), draft_words.taken_in(review, "entry/new"):
        add(review, entry(made))
    assert draft_words.listing(review) == {}
