"""An import as a whole: what has become of what it brought, and taking it back without what the chair worked on."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from dhr_desktop.base.clock import now
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.store import entries, events, links, submissions, taking_back
from dhr_desktop.store.connection import Connection
from dhr_desktop.store.journal import TakenBack
from dhr_desktop.store.reversal import RowKey
from dhr_desktop.store.review import Review
from dhr_desktop.store.taking_back import CannotTakeBack, Remains, Spared

_ENTRY = "entry"
_WHOSE, _GROUPING = frozenset({"submission_id", "source_row_id", "source_order"}), frozenset({"event_id"})
_SLIGHT = frozenset({"kept_apart"})
_RECORD = frozenset({"submission", "source_table", "source_row", "glossary_term"})
"""What an import stores beside the entries. It stays whole while any entry does, so that each is shown as it stood."""


@dataclass(frozen=True, slots=True)
class Touched:
    """An entry that is no longer as the import left it.

    `how` is 'brought' by the import, 'altered' by it (a revision), or 'made' by the chair from one of its rows since.
    """

    entry_id: int
    how: str
    differs: dict[str, tuple[Any, Any]]
    """The columns that differ: as the import left them, and as they are."""
    used_by: frozenset[str]
    """The tables that refer to the entry."""


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of an import, counted in entries."""

    untouched: frozenset[int]
    """Brought by it, and as it brought them."""
    set_back: frozenset[int]
    """There before it, changed by it, and as it changed them."""
    moved: frozenset[int]
    """Of those, the ones of which it changed nothing but the row that they point at."""
    come_back: frozenset[int]
    """Taken off the timeline by it, and off it still."""
    gone: frozenset[int]
    """Brought by it, and taken off the timeline since."""
    touched: tuple[Touched, ...]


def left(review: Review, submission_id: int) -> Left:
    """What is left of the import of a submission. Raises `CannotTakeBack` when it is not there to be taken back."""
    submission = _submission(review.read, submission_id)
    found = review.journal.remains(submission[0], again=bool(submission[2]))
    return _left(review.read, submission_id, found)


def take_back(
    review: Review,
    submission_id: int,
    remove: Collection[int] = (),
    progress: Progress = UNWATCHED,
    initiator: object | None = None,
) -> TakenBack:
    """Take an import back as one step: what nobody touched goes, and of what was worked on the entries in `remove`.

    While entries stay, the submission's rows stay with them and it is marked as taken back; otherwise it goes too.
    Its original stays kept in either case, so that the step can be undone. Raises `CannotTakeBack`.
    """
    step_id, _, taken_back_at = _submission(review.read, submission_id)
    wanted = frozenset(remove)

    def settle(connection: Connection, first: int, last: int) -> Spared:
        return _settled(review, submission_id, wanted, (connection, first, last))

    def mend() -> None:
        events.dissolve_small(review)

    again = bool(taken_back_at)
    return review.journal.take_back(step_id, initiator, settle=settle, mend=mend, again=again, progress=progress)


def _submission(connection: Connection, submission_id: int) -> tuple[int, int, str]:
    found = connection.row("SELECT step_id, agency_id, taken_back_at FROM submission WHERE id = ?", (submission_id,))
    if found is None or found[0] is None:
        raise CannotTakeBack(
            "This submission is no longer in the review.", "Look in the history for what is in place now."
        )
    later = connection.value(
        "SELECT file_name FROM submission WHERE replaces_id = ? AND taken_back_at = ''", (submission_id,)
    )
    if later is not None:
        raise CannotTakeBack(f"“{later}” was imported as a revision of this submission.", "Take that one back first.")
    step_id, agency_id, taken_back_at = found
    return step_id, agency_id, taken_back_at


def _left(connection: Connection, submission_id: int, found: Remains) -> Left:
    agency_id = _submission(connection, submission_id)[1]
    brought, altered, removed = (_entries(keys) for keys in (found.brought, found.altered, found.removed))
    gone, back = _entries(found.gone), _entries(found.back)
    made = _made(connection, submission_id, brought | altered)
    first, _ = found.differs.get(("submission", submission_id), {}).get("agency_id", (agency_id, agency_id))
    moved = (first, agency_id)
    differs = {row: _own(columns, moved) for (table, row), columns in found.differs.items() if table == _ENTRY}
    used = _used(connection, brought | made)
    worked = {row for row, columns in differs.items() if columns and row not in removed} - back
    worked |= used.keys() | made
    touched = tuple(
        Touched(
            row,
            "made" if row in made else "altered" if row in altered else "brought",
            differs.get(row, {}),
            frozenset(used.get(row, ())),
        )
        for row in sorted(worked)
    )
    # What only lost its event, when the other entries of that went, was not changed by the file.
    set_back = (altered - gone - back - worked) & _written_beside(connection, found, _GROUPING)
    return Left(
        untouched=brought - gone - worked,
        set_back=set_back,
        moved=set_back - _written_beside(connection, found, _WHOSE | _GROUPING),
        come_back=removed - differs.keys(),
        gone=gone & brought,
        touched=touched,
    )


def _used(connection: Connection, rows: Collection[int]) -> dict[int, set[str]]:
    """The tables that refer to entries. That two are not about one happening says nothing when one of them goes."""
    found = links.targets(connection, _ENTRY, rows)
    return {row: tables - _SLIGHT for row, tables in found.items() if tables - _SLIGHT}


def _written_beside(connection: Connection, found: Remains, names: frozenset[str]) -> frozenset[int]:
    """The entries of which the import changed other columns than these."""
    rows = connection.rows(
        "SELECT DISTINCT row_id FROM change, json_each(change.new) AS wrote WHERE change.id BETWEEN ? AND ?"
        " AND table_name = 'entry' AND op = 'update' AND wrote.key NOT IN (SELECT value FROM json_each(?))",
        (*found.changes, json.dumps(sorted(names))),
    )
    return frozenset(row for (row,) in rows)


def _own(columns: dict[str, tuple[Any, Any]], moved: tuple[int, int]) -> dict[str, tuple[Any, Any]]:
    """What the chair has changed in an entry; to go with its submission to another agency is no work on the entry.

    `moved` are the agencies of the submission, as the import left it and as it is.
    """
    return {name: values for name, values in columns.items() if name != "agency_id" or values != moved}


def _made(connection: Connection, submission_id: int, known: frozenset[int]) -> frozenset[int]:
    """The entries of the submission that its import did not bring."""
    found = connection.rows("SELECT id FROM entry WHERE submission_id = ?", (submission_id,))
    return frozenset(row for (row,) in found) - known


def _settled(review: Review, submission_id: int, remove: frozenset[int], at: tuple[Connection, int, int]) -> Spared:
    """What stays when the import is taken back; what the chair made of its rows, and wants removed, goes here."""
    connection, first, last = at
    found = taking_back.remains(connection, first, last)
    what = _left(connection, submission_id, found)
    staying = {each.entry_id for each in what.touched} - remove
    for each in what.touched:
        if each.how == "made" and each.entry_id in remove:
            entries.remove(review, each.entry_id)
    others = {
        key
        for key in found.differs
        if key[0] not in _RECORD and (key[0] != _ENTRY or key in found.removed or key in found.back)
    }
    changed = others | {(_ENTRY, row) for row in staying}
    leaving = found.brought - found.gone - changed
    leaving |= links.cascading(connection, leaving)
    needed = links.needed(connection, leaving, taking_back.set_back(connection, found, frozenset(changed)))
    if ("submission", submission_id) in needed:
        _require_something(what, remove)
        needed |= {key for key in found.brought if key[0] in _RECORD}
        submissions.mark_taken_back(review, submission_id, now())
    return Spared(frozenset(changed), frozenset(found.gone), frozenset(needed))


def _require_something(what: Left, remove: frozenset[int]) -> None:
    if not (what.untouched or what.set_back or what.come_back or remove):
        raise CannotTakeBack(
            "Everything that this import brought has been worked on since.",
            "Choose the entries that should go all the same.",
        )


def _entries(keys: Collection[RowKey]) -> frozenset[int]:
    return frozenset(row for table, row in keys if table == _ENTRY)
