"""What the list of submissions has done off the screen's thread; each takes the `Progress` of its job last."""

from pathlib import Path

from dhr_desktop.base.progress import Progress
from dhr_desktop.domain.entries import SourceRow
from dhr_desktop.domain.reviews import Submission
from dhr_desktop.importing import particulars as all_known
from dhr_desktop.importing import record, request_files, undoing
from dhr_desktop.importing.particulars import Particulars
from dhr_desktop.importing.reading import Reading, read_file
from dhr_desktop.importing.request import Request
from dhr_desktop.importing.undoing import TakenBack, TakingBack
from dhr_desktop.store import submissions
from dhr_desktop.ui.common.context import ReviewContext


def particulars(context: ReviewContext, submission_id: int, progress: Progress) -> Particulars | None:
    """Everything known of a submission; None when it has gone."""
    del progress
    return all_known.of(context.review, submission_id)


def describe(context: ReviewContext, said: Submission, agency_name: str, progress: Progress) -> None:
    """Say who sent it and when."""
    del progress
    record.describe(context.review, said, agency_name)


def read_revised(path: Path, password: str, progress: Progress) -> Reading:
    """Read the revised version of a file, which an agency mostly protects as it did the first."""
    return read_file(path, progress, password)


def read_compared(
    context: ReviewContext, submission_id: int, path: Path, progress: Progress
) -> tuple[Submission, Reading] | None:
    """A submission and the revised version that it is compared with; None when the submission has gone."""
    told = all_known.of(context.review, submission_id)
    return (told.submission, read_file(path, progress, told.password)) if told else None


def save_copy(context: ReviewContext, submission_id: int, path: Path, progress: Progress) -> str:
    """Save a submission's original; returns the file's name."""
    return record.save_original(context.review, submission_id, path, progress).file_name


def set_aside(context: ReviewContext, submission_id: int, progress: Progress) -> list[SourceRow]:
    """The rows of a submission without an entry."""
    del progress
    return submissions.set_aside(context.review, submission_id)


def make_entry(context: ReviewContext, submission_id: int, row_id: int, progress: Progress) -> list[SourceRow]:
    """Make an entry of a row; returns the rows that are left without one."""
    record.make_entry(context.review, row_id, progress)
    return submissions.set_aside(context.review, submission_id)


def preview(context: ReviewContext, submission_id: int, progress: Progress) -> TakingBack:
    """What taking a submission back would do."""
    return undoing.preview(context.review, submission_id, progress)


def take_back(context: ReviewContext, submission_id: int, remove: frozenset[int], progress: Progress) -> TakenBack:
    """Take a submission back."""
    return undoing.take_back(context.review, submission_id, remove, progress)


def write_request(request: Request, folder: Path, parts: tuple[str, ...], progress: Progress) -> list[Path]:
    """Write the files of a request."""
    return request_files.write(request, folder, parts, progress)
