"""A revised submission is taken back, and the earlier version stands again with all that the chair has done."""

from dataclasses import replace

import pytest

from dhr_desktop.importing import revising
from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.submit import submit
from dhr_desktop.importing.undoing import preview, take_back
from dhr_desktop.store import entries, submissions
from dhr_desktop.store.taking_back import CannotTakeBack
from dhr_desktop.timeline import edit

FIRST = """Date,Event,Action taken
03/05/2014,Attended with her sister.,Advice given
14/05/2014,Telephoned the surgery about sleep.,Call back booked
25/05/2014,Did not attend the appointment.,Letter sent
26/06/2014,Seen by the practice nurse.,Referred
"""
SECOND = """Date,Event,Action taken
03/05/2014,Attended with her sister.,Advice given
14/05/2014,Telephoned the surgery about sleep and worry.,Call back booked
26/06/2014,Seen by the practice nurse.,Referred
27/07/2014,Seen by the doctor for the first time.,Bloods taken
"""


@pytest.fixture
def versions(review) -> tuple[int, int]:
    """Both versions imported; the chair has commented on the first entry in between."""
    first = submit(review, read_bytes("surgery v1.csv", FIRST.encode()), "Surgery").submission_id
    comment(review, "Attended with her sister.", "ask the sister")
    revision = revising.plan(review, first, read_bytes("surgery v2.csv", SECOND.encode()))
    return first, revising.revise(review, revision).submission_id


def comment(review, text: str, words: str) -> None:
    (found,) = [each for each in entries.iterate(review) if each.text == text]
    edit.change_entry(review, replace(found, comment=words))


def told(review) -> list[tuple[str, str]]:
    return [(each.text, each.comment) for each in entries.iterate(review)]


AS_FIRST = [
    ("Attended with her sister.", "ask the sister"),
    ("Telephoned the surgery about sleep.", ""),
    ("Did not attend the appointment.", ""),
    ("Seen by the practice nurse.", ""),
]


def test_what_taking_back_a_revision_would_do_is_counted(review, versions):
    _, second = versions
    found = preview(review, second)

    assert (found.going, found.set_back, found.coming_back, found.unchanged) == (1, 1, 1, 2)
    assert found.worked_on == ()


def test_the_first_version_stands_again(review, versions):
    first, second = versions
    assert take_back(review, second).whole

    assert told(review) == AS_FIRST
    assert {each.submission_id for each in entries.iterate(review)} == {first}
    assert [each.id for each in submissions.listing(review)] == [first]


def test_what_the_chair_does_on_the_revision_survives_it(review, versions):
    first, second = versions
    comment(review, "Telephoned the surgery about sleep and worry.", "what worry?")
    comment(review, "Seen by the practice nurse.", "which nurse?")
    take_back(review, second)

    expected = dict(AS_FIRST) | {
        "Telephoned the surgery about sleep.": "what worry?",
        "Seen by the practice nurse.": "which nurse?",
    }
    assert dict(told(review)) == expected
    assert [each.id for each in submissions.listing(review)] == [first]


def test_words_that_the_chair_changed_again_stay_with_the_revision_around_them(review, versions):
    first, second = versions
    (found,) = [each for each in entries.iterate(review) if each.text.endswith("worry.")]
    edit.change_entry(review, replace(found, text="Telephoned, worried."))
    (worked,) = preview(review, second).worked_on

    assert worked.returns
    assert take_back(review, second).kept == 1
    assert "Telephoned, worried." in [text for text, _ in told(review)]
    assert submissions.get(review, second).taken_back_at
    review.journal.undo()
    assert take_back(review, second, remove=[worked.entry_id]).whole
    assert told(review) == AS_FIRST
    assert [each.id for each in submissions.listing(review)] == [first]


def test_the_first_version_is_not_taken_from_under_its_revision(review, versions):
    first, second = versions
    with pytest.raises(CannotTakeBack, match="as a revision of this submission"):
        preview(review, first)
    take_back(review, second)
    assert take_back(review, first, remove=[preview(review, first).worked_on[0].entry_id]).whole
    assert told(review) == []


def test_both_can_be_undone_one_after_the_other(review, versions):
    first, second = versions
    before = told(review)
    take_back(review, second)
    take_back(review, first)
    review.journal.undo()
    review.journal.undo()
    assert told(review) == before
    assert review.journal.first_broken_step() is None


def test_the_first_version_can_be_taken_back_once_only_the_chairs_own_work_holds_the_revision(review, versions):
    first, second = versions
    (found,) = [each for each in entries.iterate(review) if each.text.endswith("worry.")]
    edit.change_entry(review, replace(found, text="Telephoned, worried."))
    take_back(review, second)
    take_back(review, first)

    assert told(review) == [("Attended with her sister.", "ask the sister"), ("Telephoned, worried.", "")]
    assert review.read.rows("PRAGMA foreign_key_check") == []
    assert all(submissions.get(review, each).taken_back_at for each in versions)


def test_taking_a_revision_back_twice_brings_nothing_back_twice(review, versions):
    _, second = versions
    (found,) = [each for each in entries.iterate(review) if each.text.endswith("worry.")]
    edit.change_entry(review, replace(found, text="Telephoned, worried."))
    take_back(review, second)
    before = told(review)
    again = preview(review, second)
    assert [each.entry_id for each in again.worked_on] == [found.id]
    assert (again.going, again.set_back, again.coming_back, again.unchanged) == (0, 0, 0, 0)
    take_back(review, second, remove=[found.id])

    assert len(told(review)) == len(before) == 4
    assert told(review) == AS_FIRST


def test_what_was_done_to_an_entry_is_told_without_the_rows_it_has_been_of(review, versions):
    _, second = versions
    third = revising.plan(review, second, read_bytes("surgery v3.csv", SECOND.replace("worry", "worries").encode()))
    last = revising.revise(review, third).submission_id
    (found,) = [each for each in entries.iterate(review) if each.text.endswith("worries.")]
    edit.change_entry(review, replace(found, text="Telephoned, worried."))
    take_back(review, last)
    (worked,) = preview(review, second).worked_on
    assert worked.done == ("the words of what happened changed",)
