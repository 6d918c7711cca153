"""Entries that stayed when the file they came from was taken back: joined with their rows when these come again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.entries import Entry
from dhr_desktop.importing.as_then import read_as_then
from dhr_desktop.importing.comparing import Placed, placed
from dhr_desktop.importing.reading import Reading
from dhr_desktop.store import entries, revisions, submissions
from dhr_desktop.store.review import Review

Place = tuple[str, int, int]
"""Where a row stands in its file, as `Placed.place` has it."""
_Told = tuple[frozenset[tuple[str, str]], str, str]

ROW_GONE = "row-gone"
"""The doubt of an entry whose row is not in the latest version."""


def come_back(
    review: Review, left: Iterable[tuple[int, int]], reading: Reading, rows: Sequence[Placed]
) -> dict[Place, int]:
    """The entries that stayed, by the place of the row that is in the file again: one of `rows`, which `reading` has.

    `left` has each entry with the id of its row. Where it cannot be told which of several equal rows an entry is of,
    or two entries claim one row, none is joined: two entries that the chair can see are better than one that is lost.
    """
    here = _equals(rows)
    stayed: dict[int, list[int]] = defaultdict(list)
    for entry_id, row_id in left:
        stayed[submissions.row(review, row_id).submission_id].append(entry_id)
    claims: dict[Place, list[int]] = defaultdict(list)
    for submission_id, entry_ids in stayed.items():
        partners = _partners(_rows_then(review, submission_id, reading), here)
        places = {entry_id: place for place, entry_id in revisions.entries_by_row(review, submission_id).items()}
        for entry_id in entry_ids:
            if (place := partners.get(places.get(entry_id, ("", 0, 0)))) is not None:
                claims[place].append(entry_id)
    return {place: entry_ids[0] for place, entry_ids in claims.items() if len(entry_ids) == 1}


def _rows_then(review: Review, submission_id: int, reading: Reading) -> dict[_Told, list[Placed]]:
    """The rows of a file as they were read, none where it can be read no longer."""
    try:
        return _equals(placed(read_as_then(review, submission_id, scope=reading.scope)))
    except (UserError, LookupError):
        return {}


def _equals(rows: Iterable[Placed]) -> dict[_Told, list[Placed]]:
    """Rows by what they say and when, as read: a row may lean on the one above it for its day."""
    found: dict[_Told, list[Placed]] = defaultdict(list)
    for row in rows:
        found[_said(row.shown), row.entry.date_edtf, row.entry.time].append(row)
    return found


def _said(cells: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """The filled cells of a row, by which it is known wherever it stands."""
    return frozenset((name, cell) for name, cell in cells.items() if cell)


def _partners(there: Mapping[_Told, list[Placed]], here: Mapping[_Told, list[Placed]]) -> dict[Place, Place]:
    """The places of the rows of one file in another; equal rows by their rank, where there are as many in both."""
    found: dict[Place, Place] = {}
    for told, old in there.items():
        new = here.get(told, [])
        if len(old) == len(new) and (len(old) == 1 or [row.table for row in old] == [row.table for row in new]):
            found |= {before.place: after.place for before, after in zip(old, new, strict=True)}
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


def rejoin(review: Review, submission_id: int, reading: Reading) -> None:
    """Let what stayed of files taken back stand in place of the new entries of the same rows, inside the import's step.

    A file that is imported again after its import was taken back would else bring a second entry of each row that the
    chair had worked on.
    """
    agency_id = submissions.get(review, submission_id).agency_id
    left = revisions.of_taken_back(review, agency_id)
    if not left:
        return
    fresh = revisions.entries_by_row(review, submission_id)
    for place, stayed in come_back(review, left, reading, placed(reading)).items():
        if place in fresh:
            made = entries.get(review, fresh[place])
            entries.remove(review, made.id)
            put_back(review, stayed, made)
