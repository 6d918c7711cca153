"""A table of an agency's file as it stood, to be drawn row by row: which rows there are, and the cells of some."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from dhr_desktop.domain.entries import TableShape
from dhr_desktop.store import submissions
from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows of one table of a submission, by id and by number as the source program counts them."""

    submission_id: int
    file_name: str
    table: str
    headings: tuple[str, ...]
    row_ids: tuple[int, ...]
    numbers: tuple[int, ...]
    columns: int
    shape: TableShape = field(default_factory=TableShape)

    def place_of(self, row_id: int) -> int:
        """Where a row stands in it, from 0. Raises ValueError when it is not there."""
        return self.row_ids.index(row_id)


def around(review: Review, row_id: int) -> Sheet:
    """The table that a row stands in. Raises LookupError when there is no such row."""
    row = submissions.row(review, row_id)
    found = review.read.row(
        "SELECT json_group_array(id), json_group_array(row), max(cells) FROM (SELECT source_row.id AS id, row,"
        " json_array_length(cells) AS cells FROM source_row JOIN source_table ON source_table.id = source_table_id"
        " WHERE submission_id = ? AND name = ? ORDER BY source_row.id)",
        (row.submission_id, row.table),
    )
    ids, numbers, columns = found or ("[]", "[]", 0)
    return Sheet(
        row.submission_id,
        submissions.get(review, row.submission_id).file_name,
        row.table,
        row.headings,
        tuple(json.loads(ids)),
        tuple(json.loads(numbers)),
        max(columns or 0, len(row.headings)),
        submissions.shapes(review, row.submission_id).get(row.table, TableShape()),
    )


def cells(review: Review, row_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The cells of these rows, by their ids."""
    found = review.read.rows(
        "SELECT id, cells FROM source_row WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(row_ids)),)
    )
    return {row_id: tuple(json.loads(texts)) for row_id, texts in found}
