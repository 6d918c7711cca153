"""Events, which entries belong to each, and which pairs of entries the chair keeps apart."""

import json
from collections.abc import Collection, Iterable

from dhr_desktop.domain.events import LEAST, Event
from dhr_desktop.store.review import Review

_COLUMNS = "id, headline, date_edtf, time, note"
_IN_ORDER = "ORDER BY rank, nudge, place, id"
_ACCOUNT = (
    "coalesce(entry_id, (SELECT entry.id FROM entry WHERE entry.event_id = question.event_id"
    " ORDER BY entry.agency_id <> question.agency_id, rank, nudge, place, entry.id LIMIT 1))"
)
_SMALL = (
    "SELECT event.id FROM event LEFT JOIN entry ON entry.event_id = event.id GROUP BY event.id"
    f" HAVING count(entry.id) < {LEAST} ORDER BY event.id"
)


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


def dissolve(review: Review, event_id: int) -> None:
    """Part all entries of an event and remove it, inside a step.

    A question about it goes on as one about the account of the agency asked, or about the first where that has none.
    """
    review.write.execute(f"UPDATE question SET event_id = NULL, entry_id = {_ACCOUNT} WHERE event_id = ?", (event_id,))
    review.write.execute("UPDATE entry SET event_id = NULL WHERE event_id = ?", (event_id,))
    review.write.execute("DELETE FROM event WHERE id = ?", (event_id,))


def merge(review: Review, kept: int, merged: int) -> None:
    """Have all that belongs to one event belong to another, and remove the one, inside a step.

    Entries, questions and decisions go over, so that nothing that was asked or settled is lost.
    """
    for table in ("entry", "question", "decision"):
        review.write.execute(f"UPDATE {table} SET event_id = ? WHERE event_id = ?", (kept, merged))
    review.write.execute("DELETE FROM event WHERE id = ?", (merged,))


def members(review: Review) -> dict[int, list[int]]:
    """The ids of the entries of each event, in the order of the timeline."""
    rows = review.read.rows(f"SELECT event_id, id FROM entry WHERE event_id IS NOT NULL {_IN_ORDER}")
    found: dict[int, list[int]] = {}
    for event_id, entry_id in rows:
        found.setdefault(event_id, []).append(entry_id)
    return found


def members_of(review: Review, event_id: int) -> list[int]:
    """The ids of the entries of one event, in the order of the timeline."""
    rows = review.read.rows(f"SELECT id FROM entry WHERE event_id = ? {_IN_ORDER}", (event_id,))
    return [entry_id for (entry_id,) in rows]


def held_by(review: Review, entry_ids: Collection[int]) -> set[int]:
    """The events that hold these entries; among them 0 where one of the entries is in none."""
    rows = review.read.rows(
        "SELECT DISTINCT coalesce(event_id, 0) FROM entry WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(entry_ids)),),
    )
    return {event_id for (event_id,) in rows}


def join(review: Review, event_id: int, entry_ids: Collection[int]) -> None:
    """Have these entries belong to an event, and to no other, inside a step."""
    review.write.execute(
        "UPDATE entry SET event_id = ? WHERE id IN (SELECT value FROM json_each(?))",
        (event_id, json.dumps(list(entry_ids))),
    )


def leave(review: Review, entry_ids: Collection[int]) -> None:
    """Have these entries belong to no event, inside a step. An event left with too few of them is dissolved."""
    review.write.execute(
        "UPDATE entry SET event_id = NULL WHERE event_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(entry_ids)),),
    )
    dissolve_small(review)


def dissolve_small(review: Review) -> None:
    """Dissolve every event that has too few entries left to be one, inside a step."""
    for (event_id,) in review.read.rows(_SMALL):
        dissolve(review, event_id)


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


def keep_apart_no_more_within(review: Review, event_id: int) -> None:
    """Forget of the entries of an event that any two were kept apart, inside a step."""
    of_it = "(SELECT id FROM entry WHERE event_id = ?1)"
    review.write.execute(f"DELETE FROM kept_apart WHERE first_id IN {of_it} AND other_id IN {of_it}", (event_id,))


def kept_apart(review: Review) -> set[frozenset[int]]:
    """The pairs of entries that are not about one happening."""
    return {frozenset(pair) for pair in review.read.rows("SELECT first_id, other_id FROM kept_apart")}


def kept_apart_by_step(review: Review) -> list[tuple[str, list[frozenset[int]]]]:
    """The pairs kept apart as they came, a step's together with when that was, the newest first."""
    rows = review.read.rows(
        "SELECT max(change.step_id) AS came, step.at, first_id, other_id FROM kept_apart"
        " JOIN change ON change.table_name = 'kept_apart' AND change.row_id = kept_apart.id"
        " JOIN step ON step.id = change.step_id GROUP BY kept_apart.id ORDER BY came DESC, kept_apart.id"
    )
    found: dict[int, tuple[str, list[frozenset[int]]]] = {}
    for step_id, at, first, other in rows:
        found.setdefault(step_id, (at, []))[1].append(frozenset((first, other)))
    return list(found.values())
