"""A file whose import was taken back comes again, and what stayed of it finds its rows: nothing stands twice."""

from dataclasses import replace

import pytest

from dhr_desktop.importing import particulars
from dhr_desktop.importing.likely import revised_by
from dhr_desktop.importing.problems import AlreadyImported
from dhr_desktop.importing.reading import Reading, read_bytes
from dhr_desktop.importing.revising import Decisions, plan, revise
from dhr_desktop.importing.submit import submit
from dhr_desktop.importing.undoing import take_back
from dhr_desktop.store import entries, submissions
from dhr_desktop.timeline import edit
from tests.sheets.made import csv_text

_HEAD = ("Date", "Event")
_SISTER = ("03/05/2014", "Attended with her sister.")
_SLEEP = ("14/05/2014", "Telephoned the surgery about sleep.")
_SLEEP_2 = ("14/05/2014", "Telephoned the surgery about sleep and worry.")
_NURSE = ("26/06/2014", "Seen by the practice nurse.")
_DOCTOR = ("27/07/2014", "Seen by the doctor for the first time.")
_LETTER = ("30/07/2014", "Letter from the hospital was read.")


def _read(name: str, *rows: tuple[str, ...]) -> Reading:
    return read_bytes(name, csv_text([_HEAD, *rows]))


_ONE = _read("v1.csv", _SISTER, _SLEEP, _NURSE)
_TWO = _read("v2.csv", _SISTER, _SLEEP_2, _NURSE, _DOCTOR)
_THREE = _read("v3.csv", _SISTER, _SLEEP_2, _NURSE, _DOCTOR, _LETTER)


def _change(review, words, **values) -> int:
    (found,) = [each for each in entries.iterate(review) if words in each.text]
    edit.change_entry(review, replace(found, **values))
    return found.id


@pytest.fixture
def taken(review) -> tuple[int, int, int, int]:
    """The revision was taken back, but for a row it reworded and one it added, on which the chair had worked."""
    first = submit(review, _ONE, "Surgery").submission_id
    second = revise(review, plan(review, first, _TWO)).submission_id
    reworded = _change(review, "worry", text="Telephoned, worried.")
    added = _change(review, "doctor", comment="Which doctor?")
    take_back(review, second)
    return first, second, reworded, added


def _told(review) -> list[str]:
    return [each.text for each in entries.iterate(review)]


def test_the_earlier_version_is_the_current_one_again(review, taken):
    first, _, _, _ = taken
    assert particulars.of(review, first).replaced_by == ()
    assert [each.id for each in revised_by(review, _THREE)] == [first]


def test_the_same_revision_can_come_in_again_and_nothing_stands_twice(review, taken):
    first, _, reworded, added = taken
    assert [each.id for each in revised_by(review, _TWO)] == [first]
    again = revise(review, plan(review, first, _TWO)).submission_id
    assert _told(review) == [_SISTER[1], "Telephoned, worried.", _NURSE[1], _DOCTOR[1]]
    assert {each.submission_id for each in entries.iterate(review)} == {again}
    assert entries.get(review, added).comment == "Which doctor?"
    assert entries.get(review, reworded).text == "Telephoned, worried."
    assert review.journal.first_broken_step() is None


def test_where_the_chair_has_other_words_than_the_revision_that_comes_again_she_decides(review, taken):
    first, _, reworded, _ = taken
    revision = plan(review, first, _TWO)
    (conflict,) = revision.conflicts
    assert (conflict.entry_id, conflict.mine, conflict.theirs) == (reworded, "Telephoned, worried.", _SLEEP_2[1])
    revise(review, revision, Decisions({(reworded, "text"): conflict.theirs}))
    assert _told(review)[1] == _SLEEP_2[1]


def test_a_third_version_finds_what_stayed_of_the_second(review, taken):
    first, _, reworded, added = taken
    third = revise(review, plan(review, first, _THREE)).submission_id
    assert _told(review) == [_SISTER[1], "Telephoned, worried.", _NURSE[1], _DOCTOR[1], _LETTER[1]]
    assert {entries.get(review, each).submission_id for each in (reworded, added)} == {third}


def test_it_is_undone_and_done_again_as_one_step(review, taken):
    first, _, _, _ = taken
    before = list(entries.iterate(review))
    revise(review, plan(review, first, _TWO))
    after = list(entries.iterate(review))
    review.journal.undo()
    assert list(entries.iterate(review)) == before
    review.journal.redo()
    assert list(entries.iterate(review)) == after


def test_taking_it_back_a_second_time_leaves_what_stayed_the_first_time(review, taken):
    first, _, reworded, added = taken
    before = _told(review)
    again = revise(review, plan(review, first, _TWO)).submission_id
    take_back(review, again)
    assert _told(review) == before
    assert {reworded, added} <= {each.id for each in entries.iterate(review)}


def test_a_first_version_that_was_taken_back_comes_in_again_around_what_stayed(review):
    first = submit(review, _ONE, "Surgery").submission_id
    noted = _change(review, "nurse", comment="Which nurse?")
    take_back(review, first)
    assert _told(review) == [_NURSE[1]]
    again = submit(review, _ONE, "Surgery").submission_id
    assert _told(review) == [_SISTER[1], _SLEEP[1], _NURSE[1]]
    assert entries.get(review, noted).comment == "Which nurse?"
    assert entries.get(review, noted).submission_id == again
    assert submissions.row(review, entries.get(review, noted).source_row_id).submission_id == again
    with pytest.raises(AlreadyImported):
        submit(review, _ONE, "Surgery")


def test_the_next_version_of_a_file_that_was_taken_back_finds_what_stayed_too(review):
    first = submit(review, _ONE, "Surgery").submission_id
    noted = _change(review, "nurse", comment="Which nurse?")
    take_back(review, first)
    submit(review, _TWO, "Surgery")
    assert sum(_NURSE[1] == each for each in _told(review)) == 1
    assert entries.get(review, noted).comment == "Which nurse?"


def test_what_stayed_of_another_agency_s_file_is_left_alone(review):
    first = submit(review, _ONE, "Surgery").submission_id
    _change(review, "nurse", comment="Which nurse?")
    take_back(review, first)
    submit(review, _read("other.csv", _NURSE, _LETTER), "Hospital")
    assert sum(_NURSE[1] == each for each in _told(review)) == 2


def test_a_first_version_that_came_again_is_undone_and_taken_back_like_any_other(review):
    first = submit(review, _ONE, "Surgery").submission_id
    noted = _change(review, "nurse", comment="Which nurse?")
    take_back(review, first)
    before = list(entries.iterate(review))
    again = submit(review, _ONE, "Surgery").submission_id
    after = list(entries.iterate(review))
    review.journal.undo()
    assert list(entries.iterate(review)) == before
    review.journal.redo()
    assert list(entries.iterate(review)) == after
    take_back(review, again)
    assert list(entries.iterate(review)) == before
    assert [each.id for each in before] == [noted]
    assert review.journal.first_broken_step() is None
    assert review.read.rows("PRAGMA foreign_key_check") == []


_UNDER_THE_FIRST = (("01/05/2014", "Called at home."), ("", "No reply."))
_UNDER_THE_SECOND = (("05/05/2014", "Called again."), ("", "No reply."))
_CALLS = [
    ("2014-05-01", "Called at home."),
    ("2014-05-01", "No reply."),
    ("2014-05-05", "Called again."),
    ("2014-05-05", "No reply, twice."),
]


def _dated(review) -> list[tuple[str, str]]:
    return [(each.date_edtf, each.text) for each in entries.iterate(review)]


def _reword_the_last(review) -> int:
    *_, last = entries.iterate(review)
    edit.change_entry(review, replace(last, text="No reply, twice."))
    return last.id


def test_equal_rows_under_different_days_are_told_apart_by_their_day(review):
    calls = _read("calls.csv", *_UNDER_THE_FIRST, *_UNDER_THE_SECOND)
    first = submit(review, calls, "Surgery").submission_id
    _reword_the_last(review)
    take_back(review, first)
    submit(review, calls, "Surgery")
    assert _dated(review) == _CALLS


def test_a_revision_that_comes_again_tells_equal_rows_apart_by_their_day(review):
    first = submit(review, _read("v1.csv", _UNDER_THE_FIRST[0], _SISTER), "Surgery").submission_id
    calls = _read("v2.csv", *_UNDER_THE_FIRST, _SISTER, *_UNDER_THE_SECOND)
    second = revise(review, plan(review, first, calls)).submission_id
    _reword_the_last(review)
    take_back(review, second)
    revise(review, plan(review, first, calls))
    assert [each for each in _dated(review) if each[1] != _SISTER[1]] == _CALLS


def test_rows_equal_in_day_and_words_are_told_apart_by_their_rank(review):
    twice = _read("twice.csv", _SISTER, _NURSE, _NURSE)
    first = submit(review, twice, "Surgery").submission_id
    changed = _reword_the_last(review)
    order = entries.get(review, changed).source_order
    take_back(review, first)
    submit(review, twice, "Surgery")
    assert _told(review) == [_SISTER[1], _NURSE[1], "No reply, twice."]
    assert entries.get(review, changed).source_order == order


def test_where_there_are_more_equal_rows_than_there_were_nothing_is_joined(review):
    first = submit(review, _read("twice.csv", _SISTER, _NURSE, _NURSE), "Surgery").submission_id
    changed = _reword_the_last(review)
    take_back(review, first)
    submit(review, _read("thrice.csv", _SISTER, _NURSE, _NURSE, _NURSE), "Surgery")
    assert sorted(_told(review)) == sorted([_SISTER[1], *[_NURSE[1]] * 3, "No reply, twice."])
    assert entries.get(review, changed).submission_id == first
