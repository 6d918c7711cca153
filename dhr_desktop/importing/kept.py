"""Entries that stayed when the file they came from was taken back: joined with their rows when these come again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dhr_desktop.domain.entries import Entry
from dhr_desktop.importing.renamed import named_cells
from dhr_desktop.store import entries, revisions, submissions
from dhr_desktop.store.review import Review

Said = frozenset[tuple[str, str]]
"""What a row says: its filled cells by heading."""

ROW_GONE = "row-gone"
"""The doubt of an entry whose row is not in the latest version."""


def said(cells: Mapping[str, str]) -> Said:
    """The filled cells of a row, by which it is known wherever it stands."""
    return frozenset((name, cell) for name, cell in cells.items() if cell)


def waiting(review: Review, left: Iterable[tuple[int, int]]) -> dict[Said, list[int]]:
    """Entries by what their rows say, in the order of `left`, which has each with the id of its row."""
    found: dict[Said, list[int]] = {}
    for entry_id, row_id in left:
        row = submissions.row(review, row_id)
        found.setdefault(said(named_cells(row.headings, row.cells)), []).append(entry_id)
    return found


def put_back(review: Review, entry_id: int, made: Entry) -> None:
    """Join an entry with its row again, which `made` has been read from, inside a step; nothing else of it changes."""
    mine = entries.get(review, entry_id)
    entries.change(
        review,
        replace(
            mine,
            submission_id=made.submission_id,
            source_row_id=made.source_row_id,
            source_order=made.source_order,
            doubts=tuple(one for one in mine.doubts if one.code != ROW_GONE),
        ),
    )


def rejoin(review: Review, submission_id: int) -> None:
    """Let what stayed of files taken back stand in place of the new entries of the same rows, inside the import's step.

    A file that is imported again after its import was taken back would else bring a second entry of each row that the
    chair had worked on.
    """
    agency_id = submissions.get(review, submission_id).agency_id
    left = waiting(review, revisions.of_taken_back(review, agency_id))
    if not left:
        return
    fresh = revisions.entries_by_source_row(review, submission_id)
    for row in submissions.rows(review, submission_id):
        stayed = left.get(said(named_cells(row.headings, row.cells)))
        if stayed and row.id in fresh:
            made = entries.get(review, fresh[row.id])
            entries.remove(review, made.id)
            put_back(review, stayed.pop(0), made)
