"""Everything known of a submission is told: its file, its columns, what was set aside and why, and its copies."""

from dataclasses import replace

from dhr_desktop.importing import particulars
from dhr_desktop.importing.reading import read_bytes
from dhr_desktop.importing.record import describe, make_entry, save_original
from dhr_desktop.importing.submit import submit
from dhr_desktop.store import submissions
from tests.sheets.made import workbook

ROWS = [
    ["Aldermarsh Housing", None, None],
    ["Date", "Event", "Officer"],
    *([f"{day:02}/05/2014", f"Visit number {day} to the flat.", "AB"] for day in range(10, 16)),
    [None, None, None],
]


def hide(book):
    book.worksheets[0].row_dimensions[4].hidden = True
    book.worksheets[0].column_dimensions["C"].hidden = True


def brought_in(review) -> int:
    reading = read_bytes("housing.xlsx", workbook(("Log", ROWS), hide=hide))
    return submit(review, reading, "Aldermarsh Housing", "the records team").submission_id


def test_a_submission_is_told_in_full(review):
    told = particulars.of(review, brought_in(review))

    assert (told.agency, told.kind, told.submission.sender) == (
        "Aldermarsh Housing",
        "Excel workbook",
        "the records team",
    )
    assert told.imported_at
    assert told.on_timeline == told.submission.imported == 6
    assert sum(told.reasons.values()) == told.submission.skipped + told.submission.errors
    (table,) = told.tables
    assert table.name == "Log"
    assert table.columns[:2] == (("Date", "Date it happened"), ("Event", "What happened"))
    assert any("1 hidden row" in sentence for sentence in table.hidden)
    assert any("“Officer”" in sentence for sentence in table.hidden)
    assert told.problems == tuple(submissions.layout(review, told.submission.id)["problems"])


def test_what_was_done_since_is_told_too(review, tmp_path):
    submission = brought_in(review)
    save_original(review, submission, tmp_path / "for the panel.xlsx")
    make_entry(review, submissions.set_aside(review, submission)[0].id)
    describe(review, replace(submissions.get(review, submission), note="sent late"), "Aldermarsh Housing")
    told = particulars.of(review, submission)

    assert [copy.file_name for copy in told.copies] == ["for the panel.xlsx"]
    assert told.on_timeline == 7
    assert told.submission.note == "sent late"
    assert sum(told.reasons.values()) == told.submission.skipped + told.submission.errors


def test_a_revision_and_what_it_revises_name_each_other(review):
    older = brought_in(review)
    with review.journal.step("Import Aldermarsh Housing"):
        first = submissions.get(review, older)
        new = submissions.NewSubmission(first.agency_id, "v2.xlsx", b"v2", "", "2026-12-01", replaces_id=older)
        newer = submissions.add(review, new)

    assert particulars.of(review, older).replaced_by == ("v2.xlsx",)
    assert particulars.of(review, newer).replaces == "housing.xlsx"


def test_nothing_is_told_of_a_submission_that_has_gone(review):
    submission = brought_in(review)
    review.journal.undo()
    assert particulars.of(review, submission) is None
