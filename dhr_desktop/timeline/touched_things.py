"""What steps did to things of the review, and which entries they touched, for the history to tell."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import distressing, entries, trail
from dhr_desktop.store.review import Review

ENTRY = "entry"
TOLD = ("event", "decision", "question", "key_date", "theme", "line_of_enquiry", "saved_view")
"""The tables of which the history tells what was changed; what they say stands in columns of these names."""
MOST = 40
"""A step of more changes than this is about very many things, and naming each would tell nothing."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A row that was changed: the columns that changed as they were and as they became; None where it was not there."""

    table: str
    row_id: int
    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None
    distressing: bool = False
    """Whether what it says tells of an entry that is marked as distressing."""


@dataclass(frozen=True, slots=True)
class Touched:
    """All that steps did, as far as it is few enough to be told."""

    things: tuple[Thing, ...] = ()
    entries: tuple[Entry, ...] = ()
    """The entries that were changed and are still there, as they are now."""


def touched(review: Review, steps: Sequence[int]) -> Touched:
    """What these steps did together; nothing of a step with very many changes. Safe in any thread."""
    found = trail.rows_of(review, steps, (ENTRY, *TOLD), MOST)
    ids = dict.fromkeys(row.row_id for row in found if row.table == ENTRY)
    things = together(row for row in found if row.table != ENTRY)
    hurting = {table: distressing.told_in(review, table) for table in {each.table for each in things}}
    told = (replace(each, distressing=each.row_id in hurting[each.table]) for each in things)
    return Touched(tuple(told), tuple(entries.page(review, list(ids))))


def together(rows: Iterable[trail.RowTrail]) -> list[Thing]:
    """What was done to each row in the end, of changes in the order in which they were made."""
    things: dict[tuple[str, int], Thing] = {}
    for row in rows:
        key = row.table, row.row_id
        things[key] = _after(things.get(key), row)
    return [each for each in things.values() if each.old != each.new]


def _after(before: Thing | None, row: trail.RowTrail) -> Thing:
    """A thing when one more change was made to it; columns keep how they were before the first."""
    old = json.loads(row.old) if row.old else None
    new = json.loads(row.new) if row.new else None
    if before is None:
        return Thing(row.table, row.row_id, old, new)
    if before.new is None or new is None:
        return replace(before, new=new)
    first = before.old if before.old is None else {**(old or {}), **before.old}
    return replace(before, old=first, new={**before.new, **new})
