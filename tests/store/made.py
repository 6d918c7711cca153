"""Small parts for the tests of the store: a cheap lock, an agency, entries."""

from pathlib import Path

from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.entries import Entry, Outcome, SourceRow
from dhr_desktop.store import agencies, entries, submissions, triggers
from dhr_desktop.store.journal import Step
from dhr_desktop.store.keyslots import Cost
from dhr_desktop.store.review import Review
from dhr_desktop.store.submissions import NewSubmission

PASSPHRASE = "marble lantern orchard seven quiet rivers"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
"""A lock that costs no time. It is for tests alone."""


def agency(review: Review, name: str = "Aldermarsh Surgery") -> int:
    """An agency's id, in a step of its own when it is not there."""
    found = agencies.find(review, name)
    if found:
        return found.id
    with review.journal.step(f"Add {name}"):
        return agencies.add(review, name).id


def entry(agency_id: int, day: str = "2016-04-05", text: str = "Attended with a bruise.", **fields) -> Entry:
    parse(day)
    return Entry(id=0, agency_id=agency_id, date_edtf=day, text=text, **fields)


def add(review: Review, *new: Entry, label: str = "Add entries") -> list[int]:
    with review.journal.step(label):
        return entries.add_many(review, new)


def imported(review: Review, texts: list[str], name: str = "Aldermarsh Surgery", data: bytes = b"bytes") -> Step:
    """One whole import as the importing package does it: agency, file, rows and entries in one step."""
    with review.journal.step(f"Import {name}") as step:
        found = agencies.find(review, name) or agencies.add(review, name)
        submission = submissions.add(review, NewSubmission(found.id, f"{name}.csv", data, "the sender", "2026-11-23"))
        rows = [
            SourceRow(0, submission, "", number, ("Date", "Event"), ("5/4/16", text), Outcome.IMPORTED, "")
            for number, text in enumerate(texts, start=2)
        ]
        entries.add_many(
            review,
            [
                entry(found.id, text=text, submission_id=submission, source_row_id=row, source_order=place)
                for place, (text, row) in enumerate(zip(texts, submissions.add_rows(review, rows), strict=True))
            ],
        )
        submissions.set_counts(review, submission, rows=len(rows), imported=len(rows), skipped=0, errors=0)
    return step


def texts(review: Review) -> list[str]:
    """The texts of all entries in the order of the timeline."""
    return [each.text for each in entries.iterate(review)]


def snapshot(review: Review) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that the chair could change."""
    made = review.read.value("PRAGMA schema_version"), review.read.value("PRAGMA user_version")
    if made not in _tables:
        _tables[made] = [shape.name for shape in triggers.shapes(review.read) if not shape.keeps_bytes]
    return {table: review.read.rows(f"SELECT * FROM {table} ORDER BY id") for table in _tables[made]}


_tables: dict[tuple[int, int], list[str]] = {}
"""The tables of a schema by its version and by how often it was changed: to list them takes longer than to read all."""


def every_byte(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, with what it holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
