"""An entry as it stood after each step that touched it, and what each step changed in it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from itertools import groupby
from typing import Any

from dhr_desktop.domain.entries import Entry
from dhr_desktop.store import enquiry, entries, themes, trail
from dhr_desktop.store.removed import whole
from dhr_desktop.store.review import Review

_NOT_TOLD = frozenset({"id", "source_order", "hand", "nudge", "event_id", "submission_id", "source_row_id"})
"""Fields that say where an entry stands or belongs; a change of these alone is told in other words."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry with what hangs on it, at one moment: the ids of its themes and of its lines of enquiry."""

    entry: Entry
    themes: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Version:
    """An entry after one step, and before it; None where it was not on the timeline."""

    step_id: int
    kind: str
    label: str
    at: str
    before: Standing | None
    after: Standing | None

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the entry in which the two differ, in the order of `Entry`; none where one is missing."""
        if self.before is None or self.after is None:
            return ()
        old, new = self.before.entry, self.after.entry
        names = (field.name for field in fields(Entry) if field.name not in _NOT_TOLD)
        return tuple(name for name in names if getattr(old, name) != getattr(new, name))


def of_entry(review: Review, entry_id: int) -> list[Version]:
    """Every version of an entry, newest first; none when it never was.

    Changes recorded before a column was made lack it: there the entry has what the column began with.
    """
    found = entries.page(review, [entry_id])
    now = (
        Standing(
            found[0],
            themes.of_entries(review, [entry_id]).get(entry_id, frozenset()),
            enquiry.of_entries(review, [entry_id]).get(entry_id, frozenset()),
        )
        if found
        else None
    )
    return list(_back_from(now, entry_id, trail.of_entry(review, entry_id)))


def _back_from(now: Standing | None, entry_id: int, changes: list[trail.RowStep]) -> Iterator[Version]:
    """Walk back from how it stands, taking away what each step did."""
    standing = now
    kept = _Tags(now)
    for step_id, group in groupby(changes, lambda change: change.step_id):
        after, step = standing, None
        for step in group:
            standing = kept.on(_before(standing, entry_id, step, kept))
        if step is not None:
            yield Version(step_id, step.kind, step.label, step.at, standing, after)


class _Tags:
    """What the entry has of themes and lines, which the journal takes from it before the entry itself goes."""

    def __init__(self, now: Standing | None) -> None:
        self.themes = now.themes if now else frozenset()
        self.lines = now.lines if now else frozenset()

    def on(self, entry: Entry | None) -> Standing | None:
        return None if entry is None else Standing(entry, self.themes, self.lines)


def _before(standing: Standing | None, entry_id: int, change: trail.RowStep, tags: _Tags) -> Entry | None:
    entry = standing.entry if standing else None
    old = json.loads(change.old) if change.old else None
    new = json.loads(change.new) if change.new else None
    if change.table == "entry_theme":
        tags.themes = _untold(tags.themes, old, new, "theme_id")
    elif change.table == "entry_line":
        tags.lines = _untold(tags.lines, old, new, "line_id")
    elif old is None:
        return None
    elif new is None or entry is None:
        return whole(entry_id, old)
    else:
        return replace(entry, **entries.parsed(old))
    return entry


def _untold(ids: frozenset[int], old: dict[str, Any] | None, new: dict[str, Any] | None, column: str) -> frozenset[int]:
    """The ids as they were before a row came or went."""
    if new is not None and old is None:
        return ids - {new[column]}
    if old is not None and new is None:
        return ids | {old[column]}
    return ids
