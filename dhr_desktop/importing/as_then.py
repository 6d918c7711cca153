"""Reads the file of a submission again as it was read when it was imported."""

from collections import defaultdict
from dataclasses import replace

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing.choices import NO_HEADINGS, Choices
from dhr_desktop.importing.reading import Reading, TableReading, read_bytes
from dhr_desktop.importing.sequence import Scope
from dhr_desktop.store import submissions
from dhr_desktop.store.review import Review


def read_as_then(
    review: Review,
    submission_id: int,
    progress: Progress = UNWATCHED,
    *,
    scope: Scope | None = None,
    put_right: bool = True,
) -> Reading:
    """The submission's file under the choices of then; tables named and headed alike are told apart by their order.

    Without `put_right`, its cells say what the agency wrote, also where the chair has put them right.
    Raises LookupError when the submission is not there, and one of `importing.problems` for a kind of file that is no
    longer read.
    """
    submission = submissions.get(review, submission_id)
    how = submissions.layout(review, submission_id)
    data = submissions.original(review, submission_id)
    reading = read_bytes(submission.file_name, data, progress, how.get("password", ""), scope=scope)
    said: dict[tuple[str, tuple[str, ...]], list[Choices]] = defaultdict(list)
    headed: dict[str, list[Choices]] = defaultdict(list)
    for each in how.get("tables", []):
        choices = Choices.from_json(each.get("choices", {}))
        choices = choices if put_right else replace(choices, cells={})
        by_hand = choices.header_row is not None
        (headed[each["name"]] if by_hand else said[each["name"], tuple(each["headings"])]).append(choices)
    for place, table in enumerate(reading.tables):
        choices_here = [one for one in headed[table.name] if _stands_in(table, one)]
        if choices_here:
            headed[table.name].remove(choices_here[0])
        elif table.mapping:
            choices_here = said[table.name, table.headings][:1]
            del said[table.name, table.headings][:1]
        if choices_here:
            reading = reading.choose(place, choices_here[0])
    return reading


def _stands_in(table: TableReading, choices: Choices) -> bool:
    """Whether the row that the chair named as that of the headings is one of the table's."""
    return choices.header_row == NO_HEADINGS or (choices.header_row or 0) - 1 in table.own_rows
