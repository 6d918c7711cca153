"""The silences of a review: what counts as a record, and which period is looked at."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dhr_desktop.base.clock import now
from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.gaps import span_of
from dhr_desktop.domain.meaning import Origin
from dhr_desktop.domain.period import End
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, facts, spans, submissions
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.store.silences import find
from dhr_desktop.timeline.edit import add_entry, remove_entry
from tests.store import copied
from tests.store.made import CHEAP, PASSPHRASE


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", PASSPHRASE, CHEAP)
    yield copied.review(library, ReviewFacts("Aldermarsh"))
    library.close()


def scope(review: Review, **said: str) -> None:
    with review.journal.step("Change facts"):
        facts.put(review, replace(facts.get(review), **said))


def record(review: Review, agency: str, edtf: str, origin: Origin = Origin.AGENCY) -> int:
    return add_entry(review, agency, Entry(0, 0, edtf, "Seen at home.", origin=origin))


def test_the_period_is_the_scope_of_the_review(review: Review):
    scope(review, scope_from="2016-01", scope_to="2016-12-31")
    record(review, "Aldermarsh Surgery", "2016-05-04")
    found = find(review)
    assert found.period is not None
    assert (found.period.first, found.period.last) == (date(2016, 1, 1), date(2016, 12, 31))
    assert {(gap.first, gap.last) for gap in found.found if gap.agency_id} == {
        (date(2016, 1, 1), date(2016, 5, 3)),
        (date(2016, 5, 5), date(2016, 12, 31)),
    }


def test_without_a_scope_the_first_record_and_the_death_bound_the_period(review: Review):
    scope(review, died_on="2018-11-09")
    record(review, "Aldermarsh Surgery", "2016-05-04")
    period = find(review).period
    assert period is not None
    assert (period.first, period.first_is) == (date(2016, 5, 4), End.RECORD)
    assert (period.last, period.last_is) == (date(2018, 11, 9), End.DEATH)


def test_without_anything_certain_there_is_nothing_to_look_at(review: Review):
    record(review, "Aldermarsh Surgery", "2016")
    assert find(review).period is None


def test_what_the_family_told_ends_no_silence_of_agencies(review: Review):
    scope(review, scope_from="2016-01-01", scope_to="2016-12-31")
    record(review, "Aldermarsh Surgery", "2016-01-01")
    record(review, "Family", "2016-05-04", Origin.FAMILY)
    assert {(gap.agency_id, gap.days) for gap in find(review).found} == {(0, 365), (1, 365)}


def test_somebody_whose_only_entry_was_taken_off_again_is_no_agency_that_was_silent(review: Review):
    scope(review, scope_from="2016-01-01", scope_to="2016-12-31")
    record(review, "Aldermarsh Surgery", "2016-05-04")
    remove_entry(review, record(review, "Lorraine Marchbank", "2016-06-04", Origin.FAMILY))
    surgery, person = agencies.listing(review)
    assert spans.agencies_that_record(review) == [surgery.id]
    assert person.id not in {gap.agency_id for gap in find(review).found}


def test_an_agency_that_looked_and_found_nothing_was_silent_for_the_whole_of_the_period(review: Review):
    scope(review, scope_from="2016-01-01", scope_to="2016-12-31")
    record(review, "Aldermarsh Surgery", "2016-05-04")
    with review.journal.step("Import Marshland Homes"):
        housing = agencies.add(review, "Marshland Homes")
        submissions.add(review, submissions.NewSubmission(housing.id, "nil_return.csv", b"Date,Event", "", ""))
    silent = [gap for gap in find(review).found if gap.agency_id == housing.id]
    assert [(gap.first, gap.last) for gap in silent] == [(date(2016, 1, 1), date(2016, 12, 31))]


def test_a_file_that_was_taken_back_is_no_word_of_its_agency(review: Review):
    with review.journal.step("Import Marshland Homes"):
        housing = agencies.add(review, "Marshland Homes")
        sent = submissions.add(review, submissions.NewSubmission(housing.id, "wrong.csv", b"Date,Event", "", ""))
    assert spans.agencies_that_record(review) == [housing.id]
    with review.journal.step("Take back wrong.csv"):
        submissions.mark_taken_back(review, sent, now())
    assert spans.agencies_that_record(review) == []


def test_a_record_without_a_date_is_counted_and_not_reckoned_with(review: Review):
    scope(review, scope_from="2016-01-01", scope_to="2016-12-31")
    record(review, "Aldermarsh Surgery", "XXXX")
    found = find(review)
    assert (found.undated, found.records) == (1, 1)
    assert {gap.may_fall_in for gap in found.found} == {()}


def test_about_a_day_may_be_a_week_out():
    span = span_of(1, 1, parse("2016-05-10~"))
    assert span is not None
    assert (span.earliest, span.latest) == (date(2016, 5, 3), date(2016, 5, 17))


def test_an_open_end_reaches_as_far_as_there_are_days():
    span = span_of(1, 1, parse("../2016-05-10"))
    assert span is not None
    assert (span.earliest, span.latest) == (date.min, date(2016, 5, 10))
