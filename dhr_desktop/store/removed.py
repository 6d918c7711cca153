"""What the journal still knows of entries: as they stood when they were removed, and under whom they came in."""

import json
from collections.abc import Sequence
from typing import Any

from dhr_desktop.domain.dates import UNKNOWN_TEXT
from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.events import Question
from dhr_desktop.store import entries, trail
from dhr_desktop.store.review import Review


def whole(entry_id: int, columns: dict[str, Any]) -> Entry:
    """An entry from the record of its whole row; what the record lacks is as it is in an entry nobody has touched."""
    said: dict[str, Any] = {"agency_id": 0, "date_edtf": UNKNOWN_TEXT, "text": "", **entries.parsed(columns)}
    return Entry(id=entry_id, **said)


def as_it_stood(review: Review, entry_id: int) -> Entry | None:
    """An entry as it was when it was last taken off the timeline; None where it never was."""
    old = review.read.value(
        "SELECT old FROM change WHERE table_name = 'entry' AND row_id = ? AND op = 'delete' ORDER BY id DESC LIMIT 1",
        (entry_id,),
    )
    return whole(entry_id, json.loads(old)) if old else None


def asked_about(review: Review, asked: Sequence[Question]) -> dict[int, Entry]:
    """The entries that questions were about and that are on the timeline no more, by the question's id.

    The journal has them as they stood when they were removed, whatever removed them.
    """
    about_nothing = [one.id for one in asked if one.id and not (one.entry_id or one.event_id or one.gap_from)]
    about = trail.last_about(review, about_nothing) if about_nothing else {}
    found = {question_id: as_it_stood(review, entry_id) for question_id, entry_id in about.items()}
    return {question_id: entry for question_id, entry in found.items() if entry is not None}


def came_in_under(review: Review, entry: Entry) -> int:
    """The agency that an entry stood under at first, before anybody moved it to another."""
    first = review.read.value(
        "SELECT json_extract(old, '$.agency_id') FROM change WHERE table_name = 'entry' AND row_id = ?"
        " AND op = 'update' AND json_extract(old, '$.agency_id') IS NOT NULL ORDER BY id LIMIT 1",
        (entry.id,),
    )
    return int(first) if first is not None else entry.agency_id


def moved_from(review: Review) -> dict[int, int]:
    """The agency that each entry stood under at first, of those that stand under another now."""
    rows = review.read.rows(
        "SELECT row_id, json_extract(old, '$.agency_id'), entry.agency_id FROM change JOIN entry ON entry.id = row_id"
        " WHERE table_name = 'entry' AND op = 'update' AND json_extract(old, '$.agency_id') IS NOT NULL"
        " ORDER BY change.id DESC"
    )
    first = {entry_id: (before, now) for entry_id, before, now in rows}
    return {entry_id: before for entry_id, (before, now) in first.items() if before != now}
