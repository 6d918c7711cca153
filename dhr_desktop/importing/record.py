"""What can be done about a submission after its import: say more of it, save its original, use a row set aside."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from dhr_desktop.base import files
from dhr_desktop.base.clock import now
from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.entries import Entry, Outcome, SourceRow
from dhr_desktop.domain.reviews import OriginalCopy, Submission
from dhr_desktop.importing.as_then import read_as_then
from dhr_desktop.importing.doubts import doubt
from dhr_desktop.importing.entry_agencies import EntryAgencies
from dhr_desktop.importing.rows import EntryReading
from dhr_desktop.importing.submit import entry_of
from dhr_desktop.store import agencies, entries, original_copies, submissions
from dhr_desktop.store.review import Review


class SubmissionGone(UserError):
    """The submission was taken back or undone before this reached it."""

    code: ClassVar[str] = "I020"


class NoAgency(UserError):
    """A submission was to have no agency."""

    code: ClassVar[str] = "I021"


class CopyDiffers(UserError):
    """What was written is not what was stored."""

    code: ClassVar[str] = "I022"


class AlreadyAnEntry(UserError):
    """The row has an entry on the timeline."""

    code: ClassVar[str] = "I023"


def describe(review: Review, submission: Submission, agency_name: str, initiator: object | None = None) -> None:
    """Make the agency, sender, day of receipt and note of a submission what is said here, as one step.

    Its entries go with it to the agency, which is added when it is new. Saying what stands already leaves no step.
    Raises `NoAgency` and `SubmissionGone`.
    """
    name = " ".join(agency_name.split())
    if not name:
        raise NoAgency("The submission has no agency.", "Choose the agency that sent it, or type a new name.")
    before = still_there(review, submission.id)
    known = agencies.find(review, name)
    if known and _described(replace(submission, agency_id=known.id)) == _described(before):
        return
    with review.journal.step(f"Change details of “{before.file_name}”", initiator):
        agency = known or agencies.add(review, name)
        submissions.describe(review, replace(submission, agency_id=agency.id))


def save_original(
    review: Review,
    submission_id: int,
    path: Path,
    progress: Progress = UNWATCHED,
    initiator: object | None = None,
) -> OriginalCopy:
    """Write the file as the agency sent it to `path`, byte for byte, and enter the copy in the register, as one step.

    What was written is read again and compared by its digest. A copy that cannot be entered in the register, or that
    is not the same, is not left behind. Raises `FileProblem`, `CopyDiffers` and `SubmissionGone`.
    """
    submission = still_there(review, submission_id)
    progress.step(0, 1, "Saving a copy of the original")
    files.write_whole(path, submissions.original(review, submission_id))
    try:
        _require_same(path, submission.sha256)
        with review.journal.step(f"Save a copy of “{submission.file_name}”", initiator):
            return original_copies.add(review, OriginalCopy(0, submission.sha256, path.name, now()))
    except BaseException:
        files.remove(path)
        raise


def make_entry(review: Review, row_id: int, progress: Progress = UNWATCHED, initiator: object | None = None) -> int:
    """Make an entry of a row that was skipped or in error, as one step; returns the entry's id.

    The row is read as the others of its table were, and the entry is marked for a look. The counts of its submission
    follow, so that they still add up. Raises `SubmissionGone` and `AlreadyAnEntry`.
    """
    row = _row(review, row_id)
    submission = still_there(review, row.submission_id)
    if all(row.id != each.id for each in submissions.set_aside(review, submission.id)):
        raise AlreadyAnEntry("This row has an entry on the timeline already.", "Look for it there.")
    reading, named = _read_again(review, row, progress) or (_as_it_stands(row), "")
    reading = replace(reading, doubts=(*reading.doubts, doubt("made-of-row", "date", row.reason or row.outcome.value)))
    entry = entry_of(reading, submission.agency_id, submission.id, row.id, submissions.place_of(review, row.id))
    with review.journal.step(f"Make an entry of row {row.row}", initiator):
        if named:
            entry = replace(entry, agency_id=(agencies.find(review, named) or agencies.add(review, named)).id)
        return _add(review, submission, row, entry)


def _require_same(path: Path, sha256: str) -> None:
    if hashlib.sha256(files.read_bytes(path)).hexdigest() != sha256:
        raise CopyDiffers(
            f"“{path.name}” is not the same as the original, so it was removed.",
            "Check the disk, then save the copy again.",
        )


def _add(review: Review, submission: Submission, row: SourceRow, entry: Entry) -> int:
    (new,) = entries.add_many(review, [entry])
    failed = row.outcome is Outcome.ERROR
    submissions.set_counts(
        review,
        submission.id,
        submission.rows,
        submission.imported + 1,
        submission.skipped - (not failed),
        submission.errors - failed,
    )
    return new


def _read_again(review: Review, row: SourceRow, progress: Progress) -> tuple[EntryReading, str] | None:
    """The row as its table is read when it is wanted, and the agency that it names where it names one.

    None when the table has no columns to read it by.
    """
    home = agencies.get(review, submissions.get(review, row.submission_id).agency_id)
    try:
        reading = read_as_then(review, row.submission_id, progress)
    except UserError:
        return None  # a kind that this version no longer reads: the stored cells are there all the same
    for place, table in enumerate(reading.tables):
        if table.mapping and (table.name, table.headings) == (row.table, row.headings):
            choices = table.choices
            wanted = replace(choices, wanted=choices.wanted | {row.row}, skipped=choices.skipped - {row.row})
            again = reading.choose(place, wanted)
            found = next((each for each in again.tables[place].rows if each.row == row.row), None)
            if found is not None and found.entry is not None:
                return found.entry, EntryAgencies(again, home.name).of(found.entry)
    return None


def _as_it_stands(row: SourceRow) -> EntryReading:
    """The row's cells as words, under their headings; nothing in them is taken for a date."""
    headings = (*row.headings, *("" for _ in row.cells[len(row.headings) :]))
    said = [
        f"{heading}: {cell}" if heading else cell for heading, cell in zip(headings, row.cells, strict=False) if cell
    ]
    return EntryReading("XXXX", "", "", "", "", "", "\n".join(said), doubts=(doubt("no-date", "date", ""),))


def _described(submission: Submission) -> tuple[object, ...]:
    return submission.agency_id, submission.sender, submission.received_at, submission.note


def still_there(review: Review, submission_id: int) -> Submission:
    """The submission. Raises `SubmissionGone`."""
    try:
        return submissions.get(review, submission_id)
    except LookupError:
        raise _gone() from None


def _row(review: Review, row_id: int) -> SourceRow:
    try:
        return submissions.row(review, row_id)
    except LookupError:
        raise _gone() from None


def _gone() -> SubmissionGone:
    return SubmissionGone(
        "This submission is no longer in the review.", "Undo brings it back if it was taken back by mistake."
    )
