"""What the chair has typed in place of a date or a time: day first, whatever the column's order, and as it stands."""

from collections.abc import Mapping
from dataclasses import replace

from dhr_desktop.domain.dates import UNKNOWN_TEXT, NotEdtf, parse
from dhr_desktop.importing.choices import ROW_DATE, ROW_TIME
from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.row_dates import DateColumn, Moment, with_time
from dhr_desktop.importing.times import read_time

Cells = tuple[tuple[int, str], ...]
"""The columns of one row, and the words that the chair has set in each."""


class Repairs:
    """The cells that the chair has put right, by their row, counted from 0."""

    def __init__(self, cells: Mapping[tuple[int, int], str]) -> None:
        self._rows: dict[int, Cells] = {}
        for (row, column), words in sorted(cells.items()):
            self._rows[row - 1] = (*self._rows.get(row - 1, ()), (column, words))

    def of(self, number: int) -> Cells:
        """What was put right in a row."""
        return self._rows.get(number, ())

    def say_when(self, number: int, column: DateColumn | None) -> bool:
        """Whether the date of a row is the chair's own."""
        cells = self._rows.get(number)
        return bool(cells) and _words(cells or (), column.column if column else None, ROW_DATE) is not None

    def moment(
        self, number: int, read: Moment, column: DateColumn | None, times: int | None, *, reported: bool = False
    ) -> Moment:
        """The moment that a row's cells say, with what the chair has typed in its place."""
        cells = self.of(number)
        if not cells:
            return read
        row_date, row_time = (None, None) if reported else (ROW_DATE, ROW_TIME)
        date = _words(cells, column.column if column else None, row_date)
        time = _words(cells, times, row_time)
        field = column.field if column else "date"
        read = read if date is None else _dated(read, date, field)
        return read if time is None else _timed(read, time, field)


def read_typed(words: str) -> tuple[str, str] | None:
    """A date that the chair typed as EDTF, and the time typed after it; None where it is no date.

    Nothing typed is a date that is not known.
    """
    text = " ".join(words.split())
    if not text:
        return UNKNOWN_TEXT, ""
    day, _, clock = text.rpartition(" ")
    for edtf, time in ((text, ""), (day, read_time(clock).time if day else "")):
        try:
            return parse(edtf).edtf, time
        except NotEdtf:
            continue
    found = read_date(text)
    return (found.edtf, found.time) if found.edtf else None


def _words(cells: Cells, *columns: int | None) -> str | None:
    said = dict(cells)
    return next((said[column] for column in columns if column is not None and column in said), None)


def _dated(read: Moment, words: str, field: str) -> Moment:
    typed = read_typed(words)
    if typed is None:
        return replace(DateColumn(field, 0).read((words,), None), written=read.written)
    left = tuple(one for one in read.doubts if one.field.endswith("time"))
    return Moment(typed[0], typed[1] or read.time, read.written, read.time_written, left)


def _timed(read: Moment, words: str, field: str) -> Moment:
    about = "reported time" if field.startswith("reported") else "time"
    left = tuple(one for one in read.doubts if one.field != about)
    clock = read_time(words).time if words.strip() else ""
    if words.strip() and not clock:
        return replace(with_time(replace(read, doubts=left), words, field), time_written=read.time_written)
    return replace(read, time=clock, doubts=left)
