"""What agencies sent: the files as they came, and their rows as they stood."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dhr_desktop.domain.entries import Outcome, SourceRow, TableShape
from dhr_desktop.domain.reviews import Submission
from dhr_desktop.store.connection import Row
from dhr_desktop.store.review import Review

_COLUMNS = (
    "id, agency_id, file_name, sha256, size, received_at, rows, imported, skipped, errors, step_id, replaces_id,"
    " sender, note, taken_back_at"
)
_ROWS = (
    "SELECT source_row.id, submission_id, name, row, headings, cells, outcome, reason"
    " FROM source_row JOIN source_table ON source_table.id = source_table_id"
)


@dataclass(frozen=True, slots=True)
class NewSubmission:
    """A file about to be stored. `layout` says how it was read, so that the reading can be shown and repeated."""

    agency_id: int
    file_name: str
    data: bytes
    sender: str
    received_at: str
    layout: dict[str, Any] = field(default_factory=dict)
    replaces_id: int | None = None


def listing(review: Review) -> list[Submission]:
    """All submissions, in the order in which they were added."""
    return [Submission(*row) for row in review.read.rows(f"SELECT {_COLUMNS} FROM submission ORDER BY id")]


def get(review: Review, submission_id: int) -> Submission:
    """One submission. Raises LookupError when it is not there."""
    return Submission(*_one(review, f"SELECT {_COLUMNS} FROM submission WHERE id = ?", submission_id))


def sender(review: Review, submission_id: int) -> str:
    """Who sent it. Raises LookupError when it is not there."""
    return str(_one(review, "SELECT sender FROM submission WHERE id = ?", submission_id)[0])


def layout(review: Review, submission_id: int) -> dict[str, Any]:
    """How it was read. Raises LookupError when it is not there."""
    found: dict[str, Any] = json.loads(_one(review, "SELECT layout FROM submission WHERE id = ?", submission_id)[0])
    return found


def agencies_in(review: Review) -> frozenset[int]:
    """The agencies that entries of submissions are of: a file may hold the records of several."""
    found = review.read.rows("SELECT DISTINCT agency_id FROM entry WHERE submission_id IS NOT NULL")
    return frozenset(agency_id for (agency_id,) in found)


def with_sha256(review: Review, sha256: str) -> Submission | None:
    """The first submission of a file with these very bytes; None when there is none that was not taken back."""
    sql = f"SELECT {_COLUMNS} FROM submission WHERE sha256 = ? AND taken_back_at = '' ORDER BY id LIMIT 1"
    row = review.read.row(sql, (sha256,))
    return Submission(*row) if row else None


def original(review: Review, submission_id: int) -> bytes:
    """The file as it came. Raises LookupError when it is not there."""
    sql = "SELECT data FROM original JOIN submission USING (sha256) WHERE submission.id = ?"
    return bytes(_one(review, sql, submission_id)[0])


def add(review: Review, new: NewSubmission) -> int:
    """Store a file, inside a step; its counts are 0 until `set_counts`. Returns its id.

    The bytes are kept once under their SHA-256 and stay in the review when the import is undone, so that it can be
    done again and the audit trail stays true.
    """
    sha256 = hashlib.sha256(new.data).hexdigest()
    if not review.write.value("SELECT count(*) FROM original WHERE sha256 = ?", (sha256,)):
        review.write.execute("INSERT INTO original (sha256, data) VALUES (?, ?)", (sha256, new.data))
    return review.write.insert(
        "INSERT INTO submission (agency_id, file_name, sha256, size, sender, received_at, layout, replaces_id, step_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM open_step))",
        (
            new.agency_id,
            new.file_name,
            sha256,
            len(new.data),
            new.sender,
            new.received_at,
            json.dumps(new.layout, ensure_ascii=False),
            new.replaces_id,
        ),
    )


def set_counts(review: Review, submission_id: int, rows: int, imported: int, skipped: int, errors: int) -> None:
    """Say what became of the submission's rows. Raises ValueError when the counts do not add up."""
    if rows != imported + skipped + errors:
        raise ValueError("every row is imported, skipped or in error")
    review.write.execute(
        "UPDATE submission SET rows = ?, imported = ?, skipped = ?, errors = ? WHERE id = ?",
        (rows, imported, skipped, errors, submission_id),
    )


def describe(review: Review, submission: Submission) -> None:
    """Make the agency, sender, day of receipt and note of the submission of this id what it says, inside a step.

    Its entries go to the agency with it, those apart that are another's: their rows say so, or the chair.
    """
    before = get(review, submission.id)
    review.write.execute(
        "UPDATE submission SET agency_id = ?, sender = ?, received_at = ?, note = ? WHERE id = ?",
        (submission.agency_id, submission.sender, submission.received_at, submission.note, submission.id),
    )
    if submission.agency_id != before.agency_id:
        review.write.execute(
            "UPDATE entry SET agency_id = ? WHERE submission_id = ? AND agency_id = ?",
            (submission.agency_id, submission.id, before.agency_id),
        )


def mark_taken_back(review: Review, submission_id: int, moment: str) -> None:
    """Note, inside a step, that the import was taken back though entries of it stay."""
    review.write.execute("UPDATE submission SET taken_back_at = ? WHERE id = ?", (moment, submission_id))


def add_table(review: Review, submission_id: int, name: str, headings: tuple[str, ...], shape: TableShape) -> None:
    """Store a table's shape, inside a step, before its rows."""
    review.write.insert(
        "INSERT INTO source_table (submission_id, name, headings, shape) VALUES (?, ?, ?, ?)",
        (submission_id, name, json.dumps(headings, ensure_ascii=False), json.dumps(_shape_to_json(shape))),
    )


def shapes(review: Review, submission_id: int) -> dict[str, TableShape]:
    """The shape of each table of a submission, by the table's name."""
    found = review.read.rows(
        "SELECT name, shape FROM source_table WHERE submission_id = ? ORDER BY id", (submission_id,)
    )
    return {name: _shape_of(json.loads(shape)) for name, shape in found}


def add_rows(review: Review, rows: Iterable[SourceRow]) -> list[int]:
    """Store rows as they stood, inside a step, whatever `id` they carry; returns their new ids in order."""
    first = (review.write.value("SELECT seq FROM sqlite_sequence WHERE name = 'source_row'") or 0) + 1
    ids: list[int] = []
    review.write.many(
        "INSERT INTO source_row (id, source_table_id, row, cells, outcome, reason) VALUES (?, ?, ?, ?, ?, ?)",
        _row_values(review, rows, first, ids),
    )
    return ids


def rows(review: Review, submission_id: int) -> list[SourceRow]:
    """All rows of a submission, in the order in which they were stored."""
    sql = f"{_ROWS} WHERE submission_id = ? ORDER BY source_row.id"
    return [_source_row(found) for found in review.read.rows(sql, (submission_id,))]


def row(review: Review, row_id: int) -> SourceRow:
    """One row. Raises LookupError when it is not there."""
    return _source_row(_one(review, f"{_ROWS} WHERE source_row.id = ?", row_id))


def has_row(review: Review, row_id: int) -> bool:
    """Whether a row of an agency's file is in the review."""
    return review.read.value("SELECT 1 FROM source_row WHERE id = ?", (row_id,)) is not None


def set_aside(review: Review, submission_id: int) -> list[SourceRow]:
    """The rows of which there is no entry: skipped or in error, and not made an entry of since."""
    sql = (
        f"{_ROWS} WHERE submission_id = ? AND outcome <> 'imported'"
        " AND NOT EXISTS (SELECT 1 FROM entry WHERE source_row_id = source_row.id) ORDER BY source_row.id"
    )
    return [_source_row(found) for found in review.read.rows(sql, (submission_id,))]


def reasons(review: Review, submission_id: int) -> dict[str, int]:
    """Why rows of a submission were set aside, each reason with the number of its rows; the most frequent first."""
    sql = (
        "SELECT reason, count(*) FROM source_row JOIN source_table ON source_table.id = source_table_id"
        " WHERE submission_id = ? AND outcome <> 'imported'"
        " AND NOT EXISTS (SELECT 1 FROM entry WHERE source_row_id = source_row.id)"
        " GROUP BY reason ORDER BY count(*) DESC, reason"
    )
    return dict(review.read.rows(sql, (submission_id,)))


def place_of(review: Review, row_id: int) -> int:
    """How many rows of its submission stand before a row. Raises LookupError when it is not there."""
    sql = (
        "SELECT count(*) FROM source_row JOIN source_table ON source_table.id = source_table_id"
        " WHERE submission_id = ? AND source_row.id < ?"
    )
    return int(review.read.value(sql, (row(review, row_id).submission_id, row_id)))


def _row_values(review: Review, rows: Iterable[SourceRow], first: int, ids: list[int]) -> Iterator[Row]:
    """The values of each row, and its id into `ids`; a table's headings are stored once, with its first row."""
    tables: dict[tuple[int, str, tuple[str, ...]], int] = {}
    for new, source in enumerate(rows, start=first):
        table = (source.submission_id, source.table, source.headings)
        if table not in tables:
            tables[table] = _table(review, *table)
        ids.append(new)
        cells = json.dumps(source.cells, ensure_ascii=False)
        yield new, tables[table], source.row, cells, source.outcome.value, source.reason


def _table(review: Review, submission_id: int, name: str, headings: tuple[str, ...]) -> int:
    values = (submission_id, name, json.dumps(headings, ensure_ascii=False))
    sql = "SELECT id FROM source_table WHERE submission_id = ? AND name = ? AND headings = ?"
    found = review.write.value(sql, values)
    if found is not None:
        return int(found)
    return review.write.insert("INSERT INTO source_table (submission_id, name, headings) VALUES (?, ?, ?)", values)


def _source_row(found: Row) -> SourceRow:
    new, submission_id, table, number, headings, cells, outcome, reason = found
    return SourceRow(
        new,
        submission_id,
        table,
        number,
        tuple(json.loads(headings)),
        tuple(json.loads(cells)),
        Outcome(outcome),
        reason,
    )


def _shape_to_json(shape: TableShape) -> dict[str, Any]:
    return {
        "header": shape.header,
        "hidden": shape.hidden,
        "hidden_rows": sorted(shape.hidden_rows),
        "hidden_columns": sorted(shape.hidden_columns),
        "spans": shape.spans,
        "notes": shape.notes,
    }


def _shape_of(found: dict[str, Any]) -> TableShape:
    if not found:
        return TableShape()
    return TableShape(
        found["header"],
        found["hidden"],
        frozenset(found["hidden_rows"]),
        frozenset(found["hidden_columns"]),
        tuple((top, left, bottom, right) for top, left, bottom, right in found["spans"]),
        found["notes"],
    )


def _one(review: Review, sql: str, key: int) -> Row:
    found = review.read.row(sql, (key,))
    if found is None:
        raise LookupError(key)
    return found
