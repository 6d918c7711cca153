"""Events, which entries belong to each, and which pairs of entries the chair keeps apart."""

import json
from collections.abc import Collection, Iterable

from dhr_desktop.domain.events import Event
from dhr_desktop.store.review import Review

_COLUMNS = "id, headline, date_edtf, time, note"


def listing(review: Review) -> list[Event]:
    """All events, in the order in which they were made."""
    return [Event(*row) for row in review.read.rows(f"SELECT {_COLUMNS} FROM event ORDER BY id")]


def get(review: Review, event_id: int) -> Event:
    """One event. Raises LookupError when it is not there."""
    row = review.read.row(f"SELECT {_COLUMNS} FROM event WHERE id = ?", (event_id,))
    if row is None:
        raise LookupError(event_id)
    return Event(*row)


def add(review: Review, event: Event) -> Event:
    """Add an event, inside a step, whatever id it carries; it has no entries yet."""
    new = review.write.insert(
        "INSERT INTO event (headline, date_edtf, time, note) VALUES (?, ?, ?, ?)",
        (event.headline, event.date_edtf, event.time, event.note),
    )
    return Event(new, event.headline, event.date_edtf, event.time, event.note)


def change(review: Review, event: Event) -> None:
    """Make the event of this id what `event` says, inside a step."""
    review.write.execute(
        "UPDATE event SET headline = ?, date_edtf = ?, time = ?, note = ? WHERE id = ?",
        (event.headline, event.date_edtf, event.time, event.note, event.id),
    )


def remove(review: Review, event_id: int) -> None:
    """Remove an event whose entries have been parted from it, inside a step."""
    review.write.execute("DELETE FROM event WHERE id = ?", (event_id,))


def members(review: Review) -> dict[int, list[int]]:
    """The ids of the entries of each event, in the order of the timeline."""
    rows = review.read.rows("SELECT event_id, id FROM entry WHERE event_id IS NOT NULL ORDER BY rank, nudge, place, id")
    found: dict[int, list[int]] = {}
    for event_id, entry_id in rows:
        found.setdefault(event_id, []).append(entry_id)
    return found


def members_of(review: Review, event_id: int) -> list[int]:
    """The ids of the entries of one event, in the order of the timeline."""
    rows = review.read.rows("SELECT id FROM entry WHERE event_id = ? ORDER BY rank, nudge, place, id", (event_id,))
    return [entry_id for (entry_id,) in rows]


def join(review: Review, event_id: int, entry_ids: Collection[int]) -> None:
    """Have these entries belong to an event, and to no other, inside a step."""
    review.write.execute(
        "UPDATE entry SET event_id = ? WHERE id IN (SELECT value FROM json_each(?))",
        (event_id, json.dumps(list(entry_ids))),
    )


def part(review: Review, entry_ids: Collection[int]) -> None:
    """Have these entries belong to no event, inside a step."""
    review.write.execute(
        "UPDATE entry SET event_id = NULL WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(entry_ids)),)
    )


def keep_apart(review: Review, pairs: Iterable[Collection[int]]) -> None:
    """Remember that the two entries of each pair are not about one happening, inside a step."""
    review.write.many(
        "INSERT INTO kept_apart (first_id, other_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(min(pair), max(pair)) for pair in pairs],
    )


def keep_apart_no_more(review: Review, pairs: Iterable[Collection[int]]) -> None:
    """Forget that these pairs were kept apart, inside a step."""
    review.write.many(
        "DELETE FROM kept_apart WHERE first_id = ? AND other_id = ?", [(min(pair), max(pair)) for pair in pairs]
    )


def kept_apart(review: Review) -> set[frozenset[int]]:
    """The pairs of entries that are not about one happening."""
    return {frozenset(pair) for pair in review.read.rows("SELECT first_id, other_id FROM kept_apart")}
