"""What other tables say about entries, for a page of them at a time."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from dhr_desktop.domain.events import Event
from dhr_desktop.store import themes
from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class Beside:
    """Themes by entry; the entries that a question still open is about, themselves or their event; events by id."""

    themes: Mapping[int, frozenset[int]] = field(default_factory=dict)
    asked: frozenset[int] = frozenset()
    events: Mapping[int, Event] = field(default_factory=dict)


def of_entries(review: Review, entry_ids: Collection[int]) -> Beside:
    """What stands beside these entries, in one query for each kind."""
    wanted = (json.dumps(list(entry_ids)),)
    asked = review.read.rows(
        "SELECT entry.id FROM json_each(?) AS wanted JOIN entry ON entry.id = wanted.value WHERE EXISTS"
        " (SELECT 1 FROM question WHERE closed_on = '' AND entry_id = entry.id) OR EXISTS"
        " (SELECT 1 FROM question WHERE closed_on = '' AND question.event_id = entry.event_id)",
        wanted,
    )
    events = review.read.rows(
        "SELECT DISTINCT event.id, headline, event.date_edtf, event.time, event.note FROM json_each(?) AS wanted"
        " JOIN entry ON entry.id = wanted.value JOIN event ON event.id = entry.event_id",
        wanted,
    )
    return Beside(
        themes.of_entries(review, entry_ids),
        frozenset(entry_id for (entry_id,) in asked),
        {row[0]: Event(*row) for row in events},
    )
