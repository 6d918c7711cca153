"""Whether what entries tell has changed since a step, so that what was worked out from all of them still holds."""

import json
from collections.abc import Collection

from dhr_desktop.store.review import Review

_TOLD = (
    *("agency_id", "submission_id", "source_order", "date_edtf", "time", "reported_edtf", "reported_time"),
    *("text", "action", "source", "reference", "people", "other"),
)
"""The columns that say what happened, in an agency's words or the chair's; what she makes of it is in others."""


def latest_step(review: Review) -> int:
    """The newest step; 0 before the first."""
    return int(review.read.value("SELECT max(id) FROM step") or 0)


def since(review: Review, step_id: int, columns: Collection[str] = _TOLD) -> bool:
    """Whether an entry has come, gone or been changed in one of the columns, or an agency renamed, since the step."""
    first = review.read.value("SELECT last_change FROM step WHERE id = ?", (step_id,)) or 0
    found = review.read.value(
        "SELECT EXISTS (SELECT 1 FROM change WHERE id > ?1 AND ("
        " (table_name = 'entry' AND (op <> 'update' OR EXISTS (SELECT 1 FROM json_each(new) AS wrote"
        "  WHERE wrote.key IN (SELECT value FROM json_each(?2)))))"
        " OR (table_name = 'agency' AND op = 'update' AND json_extract(new, '$.name') IS NOT NULL)))",
        (first, json.dumps(list(columns))),
    )
    return bool(found)
