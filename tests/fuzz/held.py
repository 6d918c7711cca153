"""What must hold of any file whatever: it is read with counts that add up, or refused in a sentence, and soon."""

import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from dhr_desktop.base.errors import UserError
from dhr_desktop.domain.dates import parse
from dhr_desktop.importing.choices import Choices
from dhr_desktop.importing.dates import PLAIN, Context, read_date
from dhr_desktop.importing.intake import Arrival, from_clipboard, gather
from dhr_desktop.importing.reading import Reading, TableReading, read_bytes
from dhr_desktop.importing.times import read_time

LONGEST = 10.0
"""Seconds that no file may take."""
_LONGEST_CELL = 1.0
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_CONTEXTS = (PLAIN, Context(month_first=True))


class BrokenPromise(AssertionError):
    """Something came out of a file that may not."""


def file_holds(name: str, data: bytes, password: str = "") -> str:
    """Read the file, see to it that every promise is kept, and say in a few words what became of it."""
    started = time.monotonic()
    try:
        reading = read_bytes(name, data, password=password)
    except UserError as refused:
        _expect(time.monotonic() - started < LONGEST, "it took too long to refuse")
        _expect(_is_sentence(refused.what) and _is_sentence(refused.next_step), "a refusal is no sentence")
        return f"refused: {refused.code}"
    _expect(time.monotonic() - started < LONGEST, "it took too long to read")
    reading_holds(reading)
    return "entries" if reading.counts.imported else "none found, and said so"


def folder_holds(data: bytes, place: Path) -> str:
    """Take in a .zip file laid at `place`, read what is in it, and see to it that every promise is kept."""
    place.write_bytes(data)
    started = time.monotonic()
    arrivals = gather([place])
    _expect(time.monotonic() - started < LONGEST, "it took too long to unpack")
    _expect(bool(arrivals), "nothing arrived, and nothing is said of it")
    outcomes = {_arrival_holds(arrival) for arrival in arrivals}
    return "entries" if "entries" in outcomes else "none"


def pasted_holds(data: bytes) -> str:
    """Paste a table, read it, and see to it that every promise is kept."""
    try:
        return _arrival_holds(from_clipboard(data.decode("utf-8", "replace"), ""))
    except UserError:
        return "refused"


def _arrival_holds(arrival: Arrival) -> str:
    if arrival.error is None:
        return file_holds(arrival.name, arrival.data)
    _expect(_is_sentence(arrival.error.what), "what is said of a file that did not arrive is no sentence")
    return "refused"


def reading_holds(reading: Reading) -> None:
    """See to it that a reading keeps every promise."""
    counts = reading.counts
    _expect(counts.read == counts.imported + counts.skipped + counts.error, "the counts do not add up")
    _expect(counts.read == sum(len(table.rows) for table in reading.tables), "a row is not counted")
    _expect(bool(counts.imported or reading.problems), "nothing was found, and nothing is said of it")
    for table in reading.tables:
        _table_holds(table)
        _table_holds(table.choose(Choices(month_first=dict.fromkeys(table.mapping, True))))
    _storable(text for pair in reading.glossary for text in pair)


def date_holds(written: str) -> None:
    """Read the words of a date's cell and see to it that what comes out is EDTF, and soon."""
    started = time.monotonic()
    for context in _CONTEXTS:
        found = read_date(written, context)
        if found.edtf:
            parse(found.edtf)
        _expect(not found.time or _CLOCK.fullmatch(found.time) is not None, "a date's time is no clock time")
    _expect(time.monotonic() - started < _LONGEST_CELL, "a date's cell took too long")


def time_holds(written: str) -> None:
    """Read the words of a time's cell and see to it that what comes out is a clock time, and soon."""
    started = time.monotonic()
    found = read_time(written).time
    _expect(not found or _CLOCK.fullmatch(found) is not None, "a time is no clock time")
    _expect(time.monotonic() - started < _LONGEST_CELL, "a time's cell took too long")


def _table_holds(table: TableReading) -> None:
    numbers = [row.row for row in table.rows]
    _expect(numbers == sorted(set(numbers)), "rows are out of order or there twice")
    _storable((table.name, *table.headings, *table.shape.notes.values()))
    for row in table.rows:
        _storable((*row.cells, row.reason))
        entry = row.entry
        if entry is None:
            continue
        parse(entry.date_edtf)
        if entry.reported_edtf:
            parse(entry.reported_edtf)
        for clock in (entry.time, entry.reported_time):
            _expect(not clock or _CLOCK.fullmatch(clock) is not None, "an entry's time is no clock time")
        _storable(_texts_of(entry))


def _texts_of(entry: object) -> Iterator[str]:
    for slot in type(entry).__slots__:
        value = getattr(entry, slot)
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from (*value.keys(), *value.values())


def _storable(texts: Iterable[str]) -> None:
    for text in texts:
        _expect("\0" not in text, "a text holds a NUL")
        try:
            text.encode()
        except UnicodeEncodeError:
            raise BrokenPromise("a text holds half a character") from None


def _is_sentence(text: str) -> bool:
    return text[:1] in "“‘" or (text[:1].isupper() and text.endswith((".", "?")))


def _expect(held: bool, otherwise: str) -> None:
    if not held:
        raise BrokenPromise(otherwise)
