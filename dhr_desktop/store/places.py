"""Where in agencies' files entries stand, of many at once: what a reader needs to find the agency's own row."""

import json
from collections.abc import Collection

from dhr_desktop.domain.entries import Place
from dhr_desktop.store.review import Review

_OF_ROWS = (
    "SELECT source_row.id, submission_id, source_table.name, row,"
    " (SELECT count(DISTINCT name) FROM source_table AS every WHERE every.submission_id = source_table.submission_id)"
    " FROM source_row JOIN source_table ON source_table.id = source_table_id"
    " WHERE source_row.id IN (SELECT value FROM json_each(?))"
)


def of_rows(review: Review, row_ids: Collection[int]) -> dict[int, Place]:
    """The place of each of these rows; the table is '' where its file has no other."""
    found = review.read.rows(_OF_ROWS, (json.dumps(list(row_ids)),))
    return {row_id: Place(file, name if tables > 1 else "", row) for row_id, file, name, row, tables in found}
