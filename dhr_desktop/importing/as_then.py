"""Reads the file of a submission again as it was read when it was imported."""

from collections import defaultdict

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing.choices import Choices
from dhr_desktop.importing.reading import Reading, read_bytes
from dhr_desktop.importing.sequence import Scope
from dhr_desktop.store import submissions
from dhr_desktop.store.review import Review


def read_as_then(
    review: Review, submission_id: int, progress: Progress = UNWATCHED, *, scope: Scope | None = None
) -> Reading:
    """The submission's file under the choices of then; tables named and headed alike are told apart by their order.

    Raises LookupError when the submission is not there, and one of `importing.problems` for a kind of file that is no
    longer read.
    """
    submission = submissions.get(review, submission_id)
    how = submissions.layout(review, submission_id)
    data = submissions.original(review, submission_id)
    reading = read_bytes(submission.file_name, data, progress, how.get("password", ""), scope=scope)
    said: dict[tuple[str, tuple[str, ...]], list[Choices]] = defaultdict(list)
    for each in how.get("tables", []):
        said[each["name"], tuple(each["headings"])].append(Choices.from_json(each.get("choices", {})))
    for place, table in enumerate(reading.tables):
        choices = said[table.name, table.headings] if table.mapping else []
        if choices:
            reading = reading.choose(place, choices.pop(0))
    return reading
