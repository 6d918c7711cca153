"""After an import a submission can be described, its original saved, and a row that was set aside used."""

import hashlib
from dataclasses import replace

import pytest

from dhr_desktop.base.files import FileProblem
from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.record import AlreadyAnEntry, NoAgency, SubmissionGone, describe, make_entry, save_original
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import agencies, entries, original_copies, submissions

CHRONOLOGY = b"""Housing chronology,,
Date,Event,Action taken
03/05/2014,Tenancy began.,Welcome visit
,No date was kept for this visit.,None
2015,,
04/06/2015,Neighbour reported shouting.,Visit
"""


@pytest.fixture
def submission(review) -> int:
    reading = read_bytes("housing.csv", CHRONOLOGY)
    return submit(review, reading, "Aldermarsh Housing", "a.clerk@example.org").submission_id


def test_who_sent_it_and_when_can_be_put_right_in_one_step(review, submission):
    before = submissions.get(review, submission)
    changed = replace(before, sender="the records team", received_at="2026-11-02", note="sent by post")
    describe(review, changed, "Aldermarsh Housing")

    assert submissions.get(review, submission) == changed
    assert review.journal.status().undo == "Change details of “housing.csv”"
    review.journal.undo()
    assert submissions.get(review, submission) == before


def test_a_submission_goes_to_another_agency_with_its_entries(review, submission):
    describe(review, submissions.get(review, submission), "  Moss   Lane Homes ")
    moved = agencies.find(review, "Moss Lane Homes")

    assert {each.agency_id for each in entries.iterate(review)} == {moved.id}
    review.journal.undo()
    assert [each.name for each in agencies.listing(review)] == ["Aldermarsh Housing"]


def test_saying_what_stands_already_leaves_no_step(review, submission):
    steps = len(review.journal.steps())
    describe(review, submissions.get(review, submission), "aldermarsh housing")
    assert len(review.journal.steps()) == steps


def test_a_submission_without_an_agency_is_refused(review, submission):
    with pytest.raises(NoAgency):
        describe(review, submissions.get(review, submission), "  ")


def test_the_original_is_saved_byte_for_byte_and_entered_in_the_register(review, submission, tmp_path):
    path = tmp_path / "copy.csv"
    copy = save_original(review, submission, path)

    assert path.read_bytes() == CHRONOLOGY
    assert copy.sha256 == hashlib.sha256(CHRONOLOGY).hexdigest()
    assert [each.file_name for each in original_copies.listing(review, copy.sha256)] == ["copy.csv"]
    assert review.journal.steps()[0].label == "Save a copy of “housing.csv”"


def test_a_copy_that_cannot_be_written_is_not_in_the_register(review, submission, tmp_path):
    with pytest.raises(FileProblem):
        save_original(review, submission, tmp_path / "no such folder" / "copy.csv")
    assert original_copies.listing(review, submissions.get(review, submission).sha256) == []


def test_the_register_of_copies_does_not_hold_an_import_back(review, submission, tmp_path):
    save_original(review, submission, tmp_path / "copy.csv")
    review.journal.undo()
    review.journal.redo()
    sha256 = submissions.get(review, submission).sha256
    review.journal.take_back(submissions.get(review, submission).step_id)

    assert len(original_copies.listing(review, sha256)) == 1


def test_a_row_that_was_skipped_becomes_an_entry_marked_for_a_look(review, submission):
    band = next(each for each in submissions.set_aside(review, submission) if each.cells[0] == "2015")
    before = submissions.get(review, submission)
    made = entries.get(review, make_entry(review, band.id))
    after = submissions.get(review, submission)

    assert (made.source_row_id, made.submission_id) == (band.id, submission)
    assert "2015" in made.text or made.date_edtf == "2015"
    assert "made-of-row" in [each.code for each in made.doubts]
    assert (after.rows, after.imported, after.skipped) == (before.rows, before.imported + 1, before.skipped - 1)
    assert band.id not in [each.id for each in submissions.set_aside(review, submission)]
    review.journal.undo()
    assert submissions.get(review, submission) == before


def test_a_row_has_one_entry(review, submission):
    title = submissions.set_aside(review, submission)[0]
    make_entry(review, title.id)
    with pytest.raises(AlreadyAnEntry):
        make_entry(review, title.id)


def test_a_sheet_that_was_no_chronology_gives_its_words(review):
    from tests.sheets.made import workbook  # noqa: PLC0415 - openpyxl is slow to load

    seen = [["Date", "Event"], *([f"0{day}/05/2014", f"Seen at home, visit {day}."] for day in range(1, 6))]
    data = workbook(("Chronology", seen), ("Notes", [["Anne rang"], ["Twice", "in May"]]))
    submission = submit(review, read_bytes("two.xlsx", data), "Surgery").submission_id
    row = next(each for each in submissions.set_aside(review, submission) if "Twice" in each.cells)
    made = entries.get(review, make_entry(review, row.id))

    assert made.text == "Twice\nin May"
    assert made.when.is_unknown


def test_why_rows_were_set_aside_is_counted(review, submission):
    found = submissions.reasons(review, submission)
    assert sum(found.values()) == submissions.get(review, submission).skipped
    assert all(found)


def test_a_submission_that_was_taken_back_meanwhile_is_told_in_words(review, submission, tmp_path):
    row = submissions.set_aside(review, submission)[0].id
    there = submissions.get(review, submission)
    review.journal.undo()
    for work in (
        lambda: describe(review, there, "Surgery"),
        lambda: save_original(review, submission, tmp_path / "copy.csv"),
        lambda: make_entry(review, row),
    ):
        with pytest.raises(SubmissionGone):
            work()
    assert not (tmp_path / "copy.csv").exists()
