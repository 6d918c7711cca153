"""What tells of entries that are marked: the headlines their events have and had, and the agencies' rows."""

from dataclasses import replace

import pytest

from dhr_desktop.domain.events import Event
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import distressing, entries, events
from dhr_desktop.store.distressing import Telling
from dhr_desktop.store.library import Library
from tests.store import copied, made


@pytest.fixture
def review(tmp_path):
    library = Library.create(tmp_path / "library", made.PASSPHRASE, made.CHEAP)
    yield copied.review(library, ReviewFacts("Aldermarsh"))
    library.close()


@pytest.fixture
def told(review):
    """Two entries of one event whose headline was changed, and two of another."""
    made.imported(review, ["One.", "Two.", "Three.", "Four."])
    ids = entries.ordered_ids(review)
    for headline, some in (("The  first name", ids[:2]), ("Another", ids[2:])):
        with review.journal.step("Group"):
            events.join(review, events.add(review, Event(0, headline)).id, some)
    with review.journal.step("Name it"):
        events.change(review, replace(events.listing(review)[0], headline="The second name"))
    return ids


def mark(review, *ids):
    with review.journal.step("Mark"):
        entries.say(review, list(ids), "distressing", 1)


def test_nothing_tells_of_what_is_not_marked(review, told):
    assert told
    assert distressing.telling(review) == Telling()


def test_the_headlines_that_its_event_has_and_had_tell_of_it_and_so_does_its_row(review, told):
    mark(review, told[0])
    row = entries.get(review, told[0]).source_row_id
    of_it = frozenset({told[0]})
    assert distressing.telling(review) == Telling({"The first name": of_it, "The second name": of_it}, {row: told[0]})


def test_after_its_event_is_dissolved_its_headlines_tell_of_it_still_for_the_history_quotes_them(review, told):
    mark(review, told[0])
    with review.journal.step("Dissolve"):
        events.dissolve(review, events.listing(review)[0].id)
    assert set(distressing.telling(review).headlines) == {"The first name", "The second name"}


def test_a_headline_of_an_event_that_has_no_marked_entry_tells_of_none(review, told):
    mark(review, told[0])
    with review.journal.step("Name the other so"):
        events.change(review, replace(events.listing(review)[1], headline="The first name"))
    assert set(distressing.telling(review).headlines) == {"The second name"}
