"""What the chair does to entries, on a real review."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dhr_desktop.domain.entries import Doubt, Entry, Outcome, SourceRow
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.store import agencies, entries, keyslots, submissions, touched
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from dhr_desktop.timeline import edit
from tests.store import copied

DOUBTS = (
    Doubt("month-first", "date", "It could be 11 September."),
    Doubt("no-colon", "time", "The time was written as 0930."),
)


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    library = Library.create(tmp_path / "library", "a passphrase", keyslots.Cost(memory_kib=64, passes=1, lanes=1))
    review = copied.review(library, ReviewFacts("Aldermarsh"))
    yield review
    library.close()


@pytest.fixture
def entry(review: Review) -> Entry:
    with review.journal.step("Import Ravenshire Constabulary"):
        agency = agencies.add(review, "Ravenshire Constabulary")
        new = submissions.NewSubmission(agency.id, "police.csv", b"rows", "", "")
        submission = submissions.add(review, new)
        row = SourceRow(0, submission, "", 2, ("Date",), ("9/11/18",), Outcome.IMPORTED, "")
        row_id = submissions.add_rows(review, [row])[0]
        added = Entry(0, agency.id, "2018-11-09", "Officers attended.", submission, row_id, "9/11/18", doubts=DOUBTS)
        entry_id = entries.add_many(review, [added])[0]
    return entries.get(review, entry_id)


def test_an_edit_is_one_step_named_for_the_date_the_entry_had(review: Review, entry: Entry) -> None:
    edit.change_entry(review, edit.redated(entry, "2018-11-10"))
    assert review.journal.status().undo == "Edit entry of 9 November 2018"
    review.journal.undo()
    assert entries.get(review, entry.id) == entry


def test_an_edit_that_changes_nothing_leaves_no_step(review: Review, entry: Entry) -> None:
    edit.change_entry(review, entry)
    assert review.journal.status().undo == "Import Ravenshire Constabulary"


def test_two_edits_made_from_the_same_sight_of_an_entry_both_stand(review: Review, entry: Entry) -> None:
    edit.change_entry(review, replace(entry, text="Two officers attended."), since=entry)
    edit.change_entry(review, replace(entry, comment="Ask for the log."), since=entry)
    found = entries.get(review, entry.id)
    assert (found.text, found.comment) == ("Two officers attended.", "Ask for the log.")


def test_the_agency_row_stays_as_it_was_through_edit_and_removal(review: Review, entry: Entry) -> None:
    assert entry.source_row_id
    before = submissions.row(review, entry.source_row_id)
    edit.change_entry(review, replace(entry, text="Two officers attended."))
    edit.remove_entry(review, entry.id)
    assert submissions.row(review, entry.source_row_id) == before


def test_a_date_the_chair_decides_on_ends_the_doubt_about_the_date_alone(entry: Entry) -> None:
    assert [doubt.field for doubt in edit.redated(entry, "2018-09-11").doubts] == ["time"]
    assert [doubt.field for doubt in edit.retimed(entry, "09:30").doubts] == ["date"]


def test_accepting_an_entry_as_read_clears_its_doubts_in_one_step(review: Review, entry: Entry) -> None:
    edit.accept_as_read(review, entry.id)
    assert entries.get(review, entry.id) == replace(entry, doubts=())
    assert review.journal.status().undo == "Accept entry of 9 November 2018 as read"


def test_accepting_an_entry_without_doubts_leaves_no_step(review: Review, entry: Entry) -> None:
    edit.accept_as_read(review, entry.id)
    last = review.journal.steps(1)[0].id
    edit.accept_as_read(review, entry.id)
    assert review.journal.steps(1)[0].id == last


def test_an_entry_of_the_chair_is_added_under_an_agency_known_by_any_capitals(review: Review, entry: Entry) -> None:
    added = edit.add_entry(review, "  ravenshire  constabulary ", Entry(0, 0, "2018-11", "Told by the family."))
    assert entries.get(review, added).agency_id == entry.agency_id
    assert review.journal.status().undo == "Add entry"


def test_an_agency_new_to_the_review_comes_and_goes_with_the_first_entry_under_it(review: Review) -> None:
    edit.add_entry(review, "Family", Entry(0, 0, "2018-11", "Told by her sister."))
    assert [agency.name for agency in agencies.listing(review)] == ["Family"]
    review.journal.undo()
    assert agencies.listing(review) == []
    assert entries.count(review) == 0


@pytest.mark.parametrize(("agency", "text"), [("", "Told by her sister."), ("Family", "  ")])
def test_an_entry_without_agency_or_words_is_refused_and_leaves_nothing(review: Review, agency: str, text: str) -> None:
    with pytest.raises(edit.EntryIncomplete):
        edit.add_entry(review, agency, Entry(0, 0, "2018-11", text))
    assert review.journal.status().undo is None


def test_a_removed_entry_comes_back_with_undo_under_the_same_id(review: Review, entry: Entry) -> None:
    edit.remove_entry(review, entry.id)
    assert review.journal.status().undo == "Remove entry of 9 November 2018"
    review.journal.undo()
    assert entries.get(review, entry.id) == entry


def test_an_entry_of_unknown_date_is_named_so(review: Review, entry: Entry) -> None:
    edit.change_entry(review, edit.redated(entry, "XXXX"))
    edit.remove_entry(review, entry.id)
    assert review.journal.status().undo == "Remove entry of unknown date"


@pytest.mark.parametrize("command", [edit.accept_as_read, edit.remove_entry])
def test_an_entry_that_is_gone_is_said_to_be_gone(review: Review, entry: Entry, command: object) -> None:
    edit.remove_entry(review, entry.id)
    with pytest.raises(edit.EntryGone):
        command(review, entry.id)  # type: ignore[operator]
    with pytest.raises(edit.EntryGone):
        edit.change_entry(review, replace(entry, text="Late."))


def test_a_step_and_its_undo_both_tell_which_entry_they_touched(review: Review, entry: Entry) -> None:
    other = edit.add_entry(review, "Family", Entry(0, 0, "2018-11", "Told by her sister."))
    edit.change_entry(review, replace(entry, text="Two officers attended."))
    last = review.journal.steps(1)[0].id
    assert touched.rows_of(review, last, "entry") == [entry.id]
    change = review.journal.undo()
    assert change
    assert touched.rows_of(review, change.step_id, "entry") == [entry.id]
    change = review.journal.undo()
    assert change
    assert touched.rows_of(review, change.step_id, "entry") == [other]
    assert touched.rows_of(review, change.step_id, "person") == []
