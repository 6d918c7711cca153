"""Answers to doubts: one step each, what was not answered stays, and the agency's words are never touched."""

import pytest

from dhr_desktop.domain.entries import Doubt
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, doubtful, entries
from dhr_desktop.store.library import Library
from dhr_desktop.timeline import doubts, edit
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE, entry

SLIP = Doubt("year-slip", "date", "The year cannot be.", "2015-10-19")
CLOCK = Doubt("clock-unsaid", "time", "It may be UTC.", "10:30")
REPORTED = Doubt("year-slip", "reported", "The year cannot be.", "2015-10-20")
BARE = Doubt("year-slip", "date", "The year cannot be.")


@pytest.fixture
def review(tmp_path):
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    yield copied.review(library, ReviewFacts("Adult A"))
    library.close()


def held(review, *each_one_s):
    with review.journal.step("Import Housing"):
        agency = agencies.add(review, "Housing")
        return entries.add_many(
            review,
            [
                entry(agency.id, day="2105-10-19", date_written="19/10/2105", time="09:30", doubts=told)
                for told in each_one_s
            ],
        )


def test_what_a_doubt_offers_for_a_date_ends_the_doubts_about_the_date_alone(review):
    [made] = held(review, (SLIP, CLOCK))
    before = entries.get(review, made)

    edit.change_entry(review, doubts.fixed(before, SLIP), before)

    after = entries.get(review, made)
    assert (after.date_edtf, after.doubts, after.date_written) == ("2015-10-19", (CLOCK,), "19/10/2105")
    assert review.journal.status().undo == "Edit entry of 19 October 2105"


def test_what_a_doubt_offers_for_a_time_or_a_report_goes_into_that_field(review):
    [made] = held(review, (CLOCK, REPORTED))
    before = entries.get(review, made)

    after = doubts.fixed(doubts.fixed(before, CLOCK), REPORTED)

    assert (after.time, after.reported_edtf, after.date_edtf, after.doubts) == ("10:30", "2015-10-20", "2105-10-19", ())


def test_a_doubt_that_offers_nothing_changes_nothing(review):
    [made] = held(review, (BARE,))
    before = entries.get(review, made)

    assert doubts.fixed(before, BARE) == before


def test_accepting_a_kind_is_one_step_and_leaves_other_kinds(review):
    ids = held(review, (SLIP,), (SLIP, CLOCK), (CLOCK,))

    assert doubts.accept_kind(review, ids, "year-slip") == 2
    assert [entries.get(review, each).doubts for each in ids] == [(), (CLOCK,), (CLOCK,)]
    assert review.journal.status().undo == "Accept 2 entries of one doubt as read"

    review.journal.undo()
    assert [entries.get(review, each).doubts for each in ids] == [(SLIP,), (SLIP, CLOCK), (CLOCK,)]


def test_putting_a_kind_right_leaves_those_it_offers_nothing_for(review):
    ids = held(review, (SLIP,), (BARE,), (SLIP,))

    assert doubts.fix_kind(review, ids, "year-slip") == 2
    assert [entries.get(review, each).date_edtf for each in ids] == ["2015-10-19", "2105-10-19", "2015-10-19"]
    assert doubtful.count(review) == 1
    assert review.journal.status().undo == "Put right 2 entries of one doubt"

    review.journal.undo()
    assert doubtful.count(review) == 3


def test_nothing_to_answer_leaves_no_step(review):
    ids = held(review, (CLOCK,))

    assert doubts.accept_kind(review, ids, "year-slip") == doubts.fix_kind(review, ids, "year-slip") == 0
    assert review.journal.status().undo == "Import Housing"


def test_the_doubtful_are_listed_with_what_the_chair_added_last_and_the_accepted_gone(review):
    first, second = held(review, (SLIP,), (CLOCK,))

    edit.accept_as_read(review, first)

    [left] = doubtful.listing(review)
    assert (left.entry.id, left.agency, left.file_name, left.row) == (second, "Housing", "", 0)
