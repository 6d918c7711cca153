"""The audit trail as the chair reads it: what each step stands for now, and which one entry it was about."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dhr_desktop.store.review import Review

_TAGS = "('entry_line', 'entry_theme')"
_ENTRY = "ifnull(json_extract(new, '$.entry_id'), json_extract(old, '$.entry_id'))"
_FEW = 40
"""A step of more changes than this is about many rows, and looking through them would take long."""
# From the newest step that stands down to the oldest, as in `store.taking_back`.
_STANDING = """
WITH RECURSIVE standing (id) AS (
    SELECT (SELECT head FROM step ORDER BY id DESC LIMIT 1)
    UNION ALL
    SELECT (SELECT step.head FROM step WHERE step.id < standing.id ORDER BY step.id DESC LIMIT 1)
    FROM standing WHERE standing.id IS NOT NULL
)
SELECT id, ifnull(CASE kind WHEN 'take back' THEN of_step END, 0) FROM standing JOIN step USING (id)
"""
_ONE_ENTRY = f"""
CASE WHEN changes <= {_FEW} THEN (
    SELECT CASE WHEN count(DISTINCT about) = 1 THEN max(about) END FROM (
        SELECT CASE
            WHEN table_name = 'entry' THEN row_id
            WHEN table_name = 'question' THEN ifnull({_ENTRY}, (SELECT entry_id FROM question WHERE id = row_id))
            WHEN table_name IN {_TAGS} THEN {_ENTRY}
        END AS about
        FROM change WHERE change.id > step.last_change - step.changes AND change.id <= step.last_change
    )
) END
"""


@dataclass(frozen=True, slots=True)
class TrailStep:
    """One step of the trail. `kind` is as in `store.journal.StepRecord`.

    `entry_id` is the one entry that it was about, 0 where it was about none or several.
    """

    id: int
    kind: str
    label: str
    at: str
    changes: int
    entry_id: int
    stands: bool
    """Whether what it did is in place: neither undone since, nor (an import) taken back."""
    taken_back: bool


@dataclass(frozen=True, slots=True)
class RowStep:
    """One change to one row, with the step that made it; `old` and `new` as in `store.journal.RowChange`."""

    step_id: int
    kind: str
    label: str
    at: str
    table: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class RowTrail:
    """One change to one row of a table; `old` and `new` as in `store.journal.RowChange`."""

    table: str
    row_id: int
    old: str | None
    new: str | None


def steps(
    review: Review,
    limit: int,
    before: int | None = None,
    words: str = "",
    entry_id: int = 0,
    rows: Mapping[str, Collection[int]] | None = None,
) -> list[TrailStep]:
    """At most `limit` steps older than step `before`, newest first.

    With `words`, only those whose name holds them, whatever their capitals; with `entry_id`, only those that did
    something to that entry; with `rows`, only those that did something to one of these rows, by table.
    """
    clauses = ["id < ?"]
    wanted: list[Any] = [before if before is not None else 1 << 62]
    for word in words.split():
        clauses.append("instr(lower(label), lower(?))")
        wanted.append(word)
    if entry_id:
        clauses.append(
            "id IN (SELECT step_id FROM change WHERE table_name = 'entry' AND row_id = ? UNION"
            f" SELECT step_id FROM change WHERE table_name IN {_TAGS} AND {_ENTRY} = ? UNION"
            # An update tells only what it changed, so that a question's own words do not say what it is about.
            " SELECT step_id FROM change WHERE table_name = 'question' AND row_id IN ("
            f"SELECT row_id FROM change WHERE table_name = 'question' AND {_ENTRY} = ?))"
        )
        wanted += [entry_id, entry_id, entry_id]
    if rows is not None:
        clauses.append(
            "id IN (SELECT step_id FROM json_each(?) AS wanted CROSS JOIN change"
            " ON table_name = wanted.value ->> 0 AND row_id = wanted.value ->> 1)"
        )
        wanted.append(json.dumps([[table, one] for table, ids in rows.items() for one in ids]))
    found = review.read.rows(
        f"SELECT id, kind, label, at, changes, ifnull({_ONE_ENTRY}, 0) FROM step WHERE {' AND '.join(clauses)}"
        " ORDER BY id DESC LIMIT ?",
        (*wanted, limit),
    )
    standing, taken = _standing(review)
    in_place = standing - taken
    return [
        TrailStep(step_id, kind, label, at, changes, about, step_id in in_place, step_id in taken)
        for step_id, kind, label, at, changes, about in found
    ]


def of_entry(review: Review, entry_id: int) -> list[RowStep]:
    """Every change to an entry, and to what it has of themes and lines of enquiry, newest first."""
    found = review.read.rows(
        "SELECT step.id, step.kind, step.label, step.at, table_name, old, new FROM change"
        " JOIN step ON step.id = change.step_id WHERE change.id IN ("
        "SELECT id FROM change WHERE table_name = 'entry' AND row_id = ?1 UNION"
        f" SELECT id FROM change WHERE table_name IN {_TAGS} AND {_ENTRY} = ?1)"
        " ORDER BY change.id DESC",
        (entry_id,),
    )
    return [RowStep(*row) for row in found]


def rows_of(review: Review, step_ids: Sequence[int], tables: Sequence[str], most: int) -> list[RowTrail]:
    """What these steps did to rows of these tables, oldest first; nothing where it was to more than `most` rows."""
    found = review.read.rows(
        "SELECT table_name, row_id, old, new FROM step JOIN change"
        " ON change.id > step.last_change - step.changes AND change.id <= step.last_change"
        " WHERE step.id IN (SELECT value FROM json_each(?)) AND table_name IN (SELECT value FROM json_each(?))"
        " ORDER BY change.id LIMIT ?",
        (json.dumps(list(step_ids)), json.dumps(list(tables)), most + 1),
    )
    return [RowTrail(*row) for row in found] if len(found) <= most else []


def count_rows(
    review: Review, step_ids: Sequence[int], tables: Sequence[str], parts: Mapping[str, tuple[str, str]]
) -> dict[str, int]:
    """How many rows of each of these tables the steps did something to, however many there are.

    A row of one of the `parts` is counted as the one that it is a part of, by that one's table and the column that
    points at it.
    """
    found = review.read.rows(
        "SELECT coalesce(part.value ->> 0, table_name), count(DISTINCT iif(part.value IS NULL, row_id,"
        " json_extract(coalesce(new, old), '$.' || (part.value ->> 1))))"
        " FROM step JOIN change ON change.id > step.last_change - step.changes AND change.id <= step.last_change"
        " LEFT JOIN json_each(?) AS part ON part.key = table_name"
        " WHERE step.id IN (SELECT value FROM json_each(?)) AND table_name IN (SELECT value FROM json_each(?))"
        " GROUP BY 1",
        (json.dumps(parts), json.dumps(list(step_ids)), json.dumps(list(tables))),
    )
    return {table: count for table, count in found if count}


def lost_with(review: Review, entry_id: int, table: str, column: str) -> dict[int, dict[str, Any]]:
    """The rows of a table that pointed at an entry by a column until it was last removed: by their id, as they were.

    Those that stayed without it are told by the columns that changed then.
    """
    found = review.read.rows(
        "SELECT row_id, old FROM change WHERE table_name = ?2 AND step_id = (SELECT max(step_id) FROM change"
        " WHERE table_name = 'entry' AND row_id = ?1 AND op = 'delete') AND json_extract(old, '$.' || ?3) = ?1",
        (entry_id, table, column),
    )
    return {row_id: json.loads(old) for row_id, old in found}


def last_undone(review: Review, table: str) -> dict[str, Any] | None:
    """The newest row of a table that the newest step has taken away as an undo, as it was; None where it has not."""
    found = review.read.value(
        "SELECT json_set(old, '$.id', row_id) FROM step JOIN change ON change.step_id = step.id"
        " WHERE step.id = (SELECT max(id) FROM step) AND kind = 'undo' AND table_name = ? AND op = 'delete'"
        " ORDER BY row_id DESC LIMIT 1",
        (table,),
    )
    return dict(json.loads(found)) if found else None


def last_about(review: Review, question_ids: Sequence[int]) -> dict[int, int]:
    """The entries that questions were last about, of those that are about none now, by the question's id."""
    found = review.read.rows(
        "SELECT row_id, json_extract(old, '$.entry_id') FROM change WHERE id IN ("
        " SELECT max(change.id) FROM change JOIN question ON question.id = row_id"
        " WHERE table_name = 'question' AND row_id IN (SELECT value FROM json_each(?)) AND op = 'update'"
        " AND question.entry_id IS NULL AND json_extract(old, '$.entry_id') IS NOT NULL GROUP BY row_id)",
        (json.dumps(list(question_ids)),),
    )
    return dict(found)


def last_words_of(review: Review, table: str, column: str, row_ids: Sequence[int]) -> dict[int, str]:
    """What a column last said of rows that have gone since, as far as the journal has it."""
    found: dict[int, str] = {}
    for row_id in row_ids:
        words = review.read.value(
            "SELECT json_extract(old, '$.' || ?) FROM change WHERE table_name = ? AND row_id = ? AND op = 'delete'"
            " ORDER BY id DESC LIMIT 1",
            (column, table, row_id),
        )
        if words is not None:
            found[row_id] = str(words)
    return found


def _standing(review: Review) -> tuple[set[int], set[int]]:
    """The steps that are in place, and those of which a standing step took back what they did."""
    found = review.read.rows(_STANDING)
    return {step for step, _ in found}, {of for _, of in found if of}
