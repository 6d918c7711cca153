"""How files are read, as one JSON object: for IT staff, for tests, and for anyone who wants to see before importing."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dhr_desktop.base.errors import UserError
from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing.entry_agencies import EntryAgencies
from dhr_desktop.importing.reading import Reading, TableReading, read_file
from dhr_desktop.importing.rows import EntryReading, RowReading

_DUMB = ("blank row", "headings", "headings repeated")


def inspect(paths: Sequence[Path], progress: Progress = UNWATCHED) -> dict[str, Any]:
    """Read `paths` without a store. A file that cannot be read is told of under 'problems' and is in no other list."""
    found: dict[str, Any] = {"files": [], "entries": [], "around": [], "problems": [], "suggestions": []}
    for path in paths:
        try:
            reading = read_file(path, progress)
        except UserError as error:
            found["problems"].append(f"{error.what} {error.next_step}")
            continue
        found["files"].append(_file(path, reading))
        found["entries"].extend(_entries(path, reading))
        found["around"].extend(_around(path, reading))
        found["problems"].extend(reading.problems)
    return found


def _file(path: Path, reading: Reading) -> dict[str, Any]:
    return {
        "file": path.name,
        "agency": reading.agency_guess,
        "sha256": reading.sha256,
        "tables": [_table(table) for table in reading.tables],
        "counts": asdict(reading.counts),
        "abbreviations": [term for term, _meaning in reading.glossary],
    }


def _around(path: Path, reading: Reading) -> list[dict[str, Any]]:
    """The words that stand around the entries: titles, lists of people, keys, footnotes."""
    rows = [
        {"file": path.name, "row": row.row, "text": words}
        for table in reading.tables
        for row in table.rows
        if row.entry is None and row.reason not in _DUMB and (words := "\t".join(filter(str.strip, row.cells)))
    ]
    notes = dict.fromkeys(note for table in reading.tables for note in table.shape.notes.values())
    return [*rows, *({"file": path.name, "row": None, "text": note} for note in notes)]


def _table(table: TableReading) -> dict[str, Any]:
    return {
        "name": table.name,
        "header_row": table.header_row,
        "mapping": [
            {
                "column": column + 1,
                "heading": table.headings[column],
                "field": field.value,
                "confidence": round(table.confidence.get(column, 1.0), 2),
            }
            for column, field in table.mapping.items()
        ],
        "counts": asdict(table.counts),
        "skipped": [{"row": row.row, "reason": row.reason} for row in table.rows if row.entry is None],
    }


def _entries(path: Path, reading: Reading) -> list[dict[str, Any]]:
    agencies = EntryAgencies(reading, reading.agency_guess)
    return [
        _entry(path, agencies.of(row.entry), table, row, row.entry)
        for table in reading.tables
        for row in table.rows
        if row.entry is not None
    ]


def _entry(path: Path, agency: str, table: TableReading, row: RowReading, entry: EntryReading) -> dict[str, Any]:
    return {
        "file": path.name,
        "table": table.name or None,
        "row": row.row,
        "agency": agency,
        "date": entry.date_edtf,
        "time": entry.time or None,
        "reported_date": entry.reported_edtf or None,
        "reported_time": entry.reported_time or None,
        "text": entry.text,
        "action": entry.action or None,
        "source": entry.source or None,
        "reference": entry.reference or None,
        "people": entry.people or None,
        "comment": entry.comment or None,
        "other": entry.other,
        "doubts": [doubt.code for doubt in entry.doubts],
        "raw": _raw(table, row),
    }


def _raw(table: TableReading, row: RowReading) -> dict[str, str]:
    """What the row holds under its headings; of a form, and of a record in running lines, all that it holds."""
    if table.form:
        return table.form.said(row.row)
    return dict(zip(_unique(table.headings), row.cells, strict=False))


def _unique(headings: Sequence[str]) -> list[str]:
    """Headings with a column's number where one is empty or stands twice, so that no cell hides another."""
    named: list[str] = []
    for column, heading in enumerate(headings):
        name = heading or f"Column {column + 1}"
        named.append(f"{name} ({column + 1})" if name in named else name)
    return named
