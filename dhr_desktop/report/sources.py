"""Where entries come from, as a reader of a document is told: which file and row, or who told it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from dhr_desktop.base import resources
from dhr_desktop.base.clock import to_local
from dhr_desktop.domain.dates import in_british_words, of_day
from dhr_desktop.domain.documents import Column
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.entries import Entry, Place
from dhr_desktop.domain.meaning import Origin
from dhr_desktop.domain.reviews import Submission
from dhr_desktop.report.material import Material
from dhr_desktop.store import places as stored

_CAPTION = "The submissions it is built from"
_COLUMNS = (
    Column("File", 7),
    Column("Agency", 33),
    Column("Received", 20),
    Column("Rows sent", 12),
    Column("Entries", 12),
    Column("Headings and blanks", 16),
    Column("In error", 12),
)
_NAME = Column("Its name", 34)


def places(material: Material, entries: Iterable[Entry]) -> dict[int, str]:
    """Where each entry stands in its agency's file, in words, by the entry's id; others are left out."""
    rows = {entry.id: entry.source_row_id for entry in entries if entry.source_row_id is not None}
    found = stored.of_rows(material.review, [*rows.values()])
    numbers = {submission.id: number for number, submission in enumerate(material.submissions, 1)}
    return {
        entry_id: _in_words(material, found[row_id], numbers[found[row_id].submission_id])
        for entry_id, row_id in rows.items()
        if row_id in found and found[row_id].submission_id in numbers
    }


def origin_words(origin: Origin) -> str:
    """Who told it, for an entry that came in no file; '' for one that did."""
    return _origins().get(origin.value, "") if origin.value else ""


def submission_table(material: Material) -> tuple[tuple[Column, ...], Sequence[tuple[str, ...]], str]:
    """The files with the numbers they are cited by: columns, rows and caption of a table.

    A file may be named after a person in any spelling, so that its name stands only where names may.
    """
    named = material.edition.naming is Naming.REAL
    columns = (*_COLUMNS[:2], _NAME, *_COLUMNS[2:]) if named else _COLUMNS
    rows = [tuple(_cells(material, *each, named=named)) for each in enumerate(material.submissions, 1)]
    return columns, rows, _CAPTION


def _cells(material: Material, number: int, submission: Submission, *, named: bool) -> Iterator[str]:
    yield str(number)
    yield material.agency_name(submission.agency_id)
    if named:
        yield submission.file_name
    yield in_british_words(of_day(to_local(submission.received_at).date()))
    for count in (submission.rows, submission.imported, submission.skipped, submission.errors):
        yield f"{count:,}"


def _in_words(material: Material, place: Place, number: int) -> str:
    """'file 3, row 12'; the table is named where the file has several."""
    table = material.cover.cover(place.table.replace("_", " "))
    where = f"table {table}" if table.isdigit() else table
    return ", ".join(part for part in (f"file {number}", where, f"row {place.row}") if part)


@cache
def _origins() -> dict[str, str]:
    return dict(resources.toml("report/origins.toml")["origin"])
