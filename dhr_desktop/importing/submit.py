"""Brings a reading into a review as a submission: the file's bytes, every row as it stood, and the entries."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dhr_desktop.base.clock import now
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.domain.entries import Entry, SourceRow
from dhr_desktop.domain.reviews import Agency
from dhr_desktop.importing import kept
from dhr_desktop.importing.entry_agencies import EntryAgencies
from dhr_desktop.importing.problems import AlreadyImported, no_entries, no_table
from dhr_desktop.importing.reading import Reading, TableReading
from dhr_desktop.importing.rows import EntryReading, RowReading
from dhr_desktop.store import agencies, entries, glossary, submissions
from dhr_desktop.store.review import Review
from dhr_desktop.store.submissions import NewSubmission

_AT_A_TIME = 2000


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought. The rows add up: rows = imported + skipped + errors. `agency` is the submission's."""

    submission_id: int
    step_id: int
    agency: str
    rows: int
    imported: int
    skipped: int
    errors: int


def submit(  # noqa: PLR0913 - who sent it and who watches
    review: Review,
    reading: Reading,
    agency_name: str,
    sender: str = "",
    *,
    received: str = "",
    again: bool = False,
    progress: Progress = UNWATCHED,
    initiator: object | None = None,
) -> Imported:
    """Import a reading as one step, 'Import <agency>', which can be undone or taken back as a whole.

    `received` is when it came, an ISO day or moment; now where nothing is said. Raises `AlreadyImported` for a file
    that is in the review byte for byte, unless `again`; and `NoTable` when the reading has no entry, for an import
    that brings nothing is not a success. An entry whose row names another agency goes to that one. What stayed of the
    agency's files that were taken back finds its rows again.
    """
    name = " ".join(agency_name.split())
    refuse_idle(review, reading, again=again)
    with review.journal.step(f"Import {name}", initiator) as step:
        agency = agencies.find(review, name) or agencies.add(review, name)
        submission_id = add_submission(review, reading, agency.id, sender, received)
        homes = Homes(review, reading, agency)
        for rows, ids, place in store_rows(review, reading, submission_id, progress):
            entries.add_many(review, _entries(homes, submission_id, rows, ids, place))
        kept.rejoin(review, submission_id, reading)
    counts = reading.counts
    return Imported(submission_id, step.id, agency.name, counts.read, counts.imported, counts.skipped, counts.error)


def refuse_idle(review: Review, reading: Reading, *, again: bool = False) -> None:
    """Raise a sentence where importing would bring nothing, or nothing new."""
    if not again and submissions.with_sha256(review, reading.sha256):
        raise AlreadyImported(
            f"“{reading.file_name}” has been imported already, byte for byte.",
            "If the agency sent a revised file, choose that one.",
        )
    if not reading.counts.imported:
        headed = any(table.mapping for table in reading.tables)
        raise (no_entries if headed else no_table)(reading.file_name)


def add_submission(
    review: Review,
    reading: Reading,
    agency_id: int,
    sender: str = "",
    received: str = "",
    replaces_id: int | None = None,
) -> int:
    """Store the file, its glossary and its counts, inside a step; its rows are stored after it. Returns its id."""
    counts = reading.counts
    new = NewSubmission(
        agency_id, reading.file_name, reading.data, sender, received or now(), _layout(reading), replaces_id
    )
    submission_id = submissions.add(review, new)
    glossary.add(review, submission_id, reading.glossary)
    submissions.set_counts(review, submission_id, counts.read, counts.imported, counts.skipped, counts.error)
    return submission_id


def store_rows(
    review: Review, reading: Reading, submission_id: int, progress: Progress
) -> Iterator[tuple[tuple[RowReading, ...], list[int], int]]:
    """Store every row as it stood, some thousands at a time: those rows, their ids, and where the first stands."""
    place = 0
    total = reading.counts.read
    for table in reading.tables:
        submissions.add_table(review, submission_id, table.name, table.headings, table.shape)
        for start in range(0, len(table.rows), _AT_A_TIME):
            progress.step(place, total, "Storing rows")
            rows = table.rows[start : start + _AT_A_TIME]
            ids = submissions.add_rows(review, [_source_row(submission_id, table, row) for row in rows])
            yield rows, ids, place
            place += len(rows)


def _source_row(submission_id: int, table: TableReading, row: RowReading) -> SourceRow:
    return SourceRow(0, submission_id, table.name, row.row, table.headings, row.cells, row.outcome, row.reason)


class Homes:
    """The agencies that the entries of a reading go to, by their ids in the review."""

    def __init__(self, review: Review, reading: Reading, agency: Agency) -> None:
        self._review = review
        self._names = EntryAgencies(reading, agency.name)
        self._known = {agency.name: agency.id}

    def named(self, entry: EntryReading) -> str:
        """The name of an entry's agency."""
        return self._names.of(entry)

    def of(self, entry: EntryReading) -> int:
        """The agency of an entry; inside a step, one that is not in the review yet is added."""
        name = self.named(entry)
        found = self.find(name)
        if found is None:
            found = self._known[name] = agencies.add(self._review, name).id
        return found

    def find(self, name: str) -> int | None:
        """The agency of a name; None when it is not in the review."""
        if name not in self._known and (found := agencies.find(self._review, name)):
            self._known[name] = found.id
        return self._known.get(name)


def _entries(
    homes: Homes, submission_id: int, rows: tuple[RowReading, ...], ids: list[int], order: int
) -> Iterator[Entry]:
    for place, (row, row_id) in enumerate(zip(rows, ids, strict=True), order):
        if row.entry is not None:
            yield entry_of(row.entry, homes.of(row.entry), submission_id, row_id, place)


def entry_of(reading: EntryReading, agency_id: int, submission_id: int, row_id: int, place: int) -> Entry:
    """The entry that a row makes; `place` is where the row stands in its submission."""
    return Entry(
        id=0,
        agency_id=agency_id,
        date_edtf=reading.date_edtf,
        text=reading.text,
        submission_id=submission_id,
        source_row_id=row_id,
        date_written=reading.date_written,
        time=reading.time,
        time_written=reading.time_written,
        reported_edtf=reading.reported_edtf,
        reported_time=reading.reported_time,
        action=reading.action,
        source=reading.source,
        reference=reading.reference,
        people=reading.people,
        comment=reading.comment,
        other=reading.other,
        doubts=reading.doubts,
        source_order=place,
    )


def _layout(reading: Reading) -> dict[str, object]:
    """How the tables were read, so that the original can be read the same way again."""
    return {
        "password": reading.password,
        "problems": reading.problems,
        "tables": [
            {
                "name": table.name,
                "header_row": table.header_row,
                "headings": list(table.headings),
                "choices": replace(table.choices, mapping=table.mapping).to_json(),
            }
            for table in reading.tables
            if table.mapping
        ],
    }
