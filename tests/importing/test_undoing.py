"""What taking an import back would do is told before it is done, and done as told."""

from dataclasses import replace

import pytest

from dhr_desktop.domain.meaning import Significance
from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.submit import submit
from dhr_desktop.importing.undoing import preview, take_back
from dhr_desktop.store import entries, submissions
from dhr_desktop.store.taking_back import CannotTakeBack
from dhr_desktop.timeline import edit, placing

CHRONOLOGY = """Date,Time,Event,Action taken
03/05/2014,09:30,Attended with her sister.,Advice given
04/05/2014,,Telephoned the surgery.,Call back booked
,,,
05/05/2105,,Did not attend.,Letter sent
06/05/2014,14:00,Seen by the nurse.,Referred
"""


@pytest.fixture
def submission(review) -> int:
    return submit(review, read_bytes("surgery.csv", CHRONOLOGY.encode()), "Aldermarsh Surgery").submission_id


def nth(review, place: int):
    return entries.get(review, entries.ordered_ids(review)[place])


def done(review, submission: int) -> list[tuple[str, ...]]:
    return [each.done for each in preview(review, submission).worked_on]


def test_an_import_nobody_touched_goes_whole(review, submission):
    told = preview(review, submission)
    assert (told.going, told.worked_on, told.gone) == (4, (), 0)
    assert told.submission.file_name == "surgery.csv"

    taken = take_back(review, submission)
    assert (taken.removed, taken.kept, taken.whole) == (4, 0, True)
    assert submissions.listing(review) == []


def test_what_was_done_is_told_in_words(review, submission):
    first = nth(review, 0)
    edit.change_entry(review, replace(edit.redated(first, "2014-05-02"), comment="ask the surgery"))
    edit.change_entry(review, replace(nth(review, 1), text="Telephoned the surgery twice."))

    assert done(review, submission) == [
        ("the date changed from 3 May 2014 to 2 May 2014", "a comment added"),
        ("the words of what happened changed",),
    ]


def test_what_the_chair_makes_of_an_entry_is_told_in_words(review, submission):
    ids = entries.ordered_ids(review)
    edit.change_entry(review, replace(nth(review, 0), significance=Significance.KEY, private_note="ask about this"))
    edit.change_entry(review, replace(nth(review, 1), missed_opportunity=True, in_report=True))
    edit.change_entry(review, edit.redated(nth(review, 2), nth(review, 1).date_edtf))
    placing.put_after(review, ids[2], ids[1])

    assert [words for each in done(review, submission) for words in each] == [
        "judged",
        "a private note written",
        "marked, or a mark taken from it",
        "put into a document, or left out of one",
        "the date changed from 6 May 2014 to 4 May 2014",
        "moved within its day",
    ]


def test_a_doubt_that_was_settled_counts_as_work(review, submission):
    doubtful = next(each for each in entries.iterate(review) if each.doubts)
    edit.accept_as_read(review, doubtful.id)

    assert done(review, submission) == [("accepted as read",)]


def test_a_date_put_right_is_one_thing_and_not_two(review, submission):
    doubtful = next(each for each in entries.iterate(review) if each.doubts)
    edit.change_entry(review, edit.redated(doubtful, "2014-05-06"))
    (words,) = done(review, submission)

    assert len(words) == 1
    assert words[0].endswith("to 6 May 2014")


def test_what_was_worked_on_stays_unless_it_is_let_go(review, submission):
    edit.change_entry(review, replace(nth(review, 0), comment="first"))
    edit.change_entry(review, replace(nth(review, 1), comment="second"))
    told = preview(review, submission)
    taken = take_back(review, submission, remove=[told.worked_on[0].entry_id])

    assert (taken.removed, taken.kept, taken.whole) == (3, 1, False)
    assert [each.comment for each in entries.iterate(review)] == ["second"]
    assert submissions.get(review, submission).taken_back_at
    review.journal.undo()
    assert entries.count(review) == 4


def test_it_is_done_once(review, submission):
    take_back(review, submission)
    with pytest.raises(CannotTakeBack, match="no longer in the review"):
        preview(review, submission)

    review.journal.undo()
    assert preview(review, submission).going == 4


def test_an_import_that_was_undone_and_redone_is_taken_back_like_any_other(review, submission):
    review.journal.undo()
    review.journal.redo()
    assert take_back(review, submission).removed == 4


def test_only_undoing_is_left_where_all_was_worked_on(review):
    submission = submit(review, read_bytes("one.csv", b"Date,Event\n03/05/2014,Seen.\n"), "Surgery").submission_id
    edit.change_entry(review, replace(nth(review, 0), comment="noted"))
    told = preview(review, submission)

    assert (told.going, told.would_change) == (0, False)
    assert take_back(review, submission, remove=[told.worked_on[0].entry_id]).whole
