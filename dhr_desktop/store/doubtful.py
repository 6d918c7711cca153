"""Entries in doubt, each with the place in its agency's file that it was read from."""

from dataclasses import dataclass

from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import entries
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class Doubtful:
    """An entry that has doubts. What the chair added has no file: `file_name` and `table` are '', `row` is 0."""

    entry: Entry
    agency: str
    file_name: str = ""
    table: str = ""
    row: int = 0


def count(review: Review) -> int:
    """How many entries are in doubt."""
    return int(review.read.value("SELECT count(*) FROM entry WHERE doubtful"))


def listing(review: Review) -> list[Doubtful]:
    """Every entry in doubt: by submission in the order they were added, then by row as the file has them.

    What the chair added, which stands in no file, comes last.
    """
    places = {
        entry_id: place
        for entry_id, *place in review.read.rows(
            "SELECT entry.id, agency.name, coalesce(file_name, ''), coalesce(source_table.name, ''),"
            " coalesce(source_row.row, 0)"
            " FROM entry JOIN agency ON agency.id = entry.agency_id"
            " LEFT JOIN submission ON submission.id = entry.submission_id"
            " LEFT JOIN source_row ON source_row.id = source_row_id"
            " LEFT JOIN source_table ON source_table.id = source_table_id"
            " WHERE doubtful ORDER BY entry.submission_id IS NULL, entry.submission_id, source_row_id, entry.id"
        )
    }
    found = {entry.id: entry for entry in entries.iterate(review, EntryFilter(doubtful_only=True))}
    return [Doubtful(found[entry_id], *place) for entry_id, place in places.items() if entry_id in found]
