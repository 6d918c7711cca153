"""Doubts that show only beside other rows: a date outside the review's time, a date out of its column's order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.entries import Doubt
from dhr_desktop.importing.doubts import doubt
from dhr_desktop.importing.rows import RowReading

Scope = tuple[date, date]
"""The first and the last day that a review looks at."""

_ENOUGH = 8
_SORTED = 0.9
_FAR = 60
_ISO = len("2016-03-15")


def compared(rows: Sequence[RowReading], scope: Scope | None = None) -> list[RowReading]:
    """The rows, with a doubt on each whose date does not fit the review's time or the rows around it.

    A row out of order is doubted only in a table that is otherwise in order, and only where another reading of its
    date would fit: its day and month the other way round, or a neighbouring year.
    """
    found = list(rows)
    if scope:
        near = _neighbours(found)
        found = [_in_scope(row, scope, near.get(place, ())) for place, row in enumerate(found)]
    dated = [(place, day) for place, row in enumerate(found) if (day := _day(row))]
    steps = [later >= earlier for (_, earlier), (_, later) in pairwise(dated) if later != earlier]
    if len(dated) < _ENOUGH or not steps:
        return found
    rising = sum(steps) / len(steps)
    if max(rising, 1 - rising) < _SORTED:
        return found
    for index in range(1, len(dated) - 1):
        place, day = dated[index]
        low, high = sorted((dated[index - 1][1], dated[index + 1][1]))
        in_order = (dated[index + 1][1] >= dated[index - 1][1]) == (rising > 1 / 2)
        far = min(abs((day - low).days), abs((day - high).days)) > _FAR
        if in_order and far and not low <= day <= high:
            fix = next((other for other in _others(day) if low <= other <= high), None)
            if fix:
                found[place] = _doubted(found[place], "out-of-sequence", fix.isoformat())
    return found


def _day(row: RowReading) -> date | None:
    """The row's date where it is one day of its own; a date carried down or among doubts tells no order."""
    if row.entry is None or len(row.entry.date_edtf) != _ISO or row.entry.doubts or not row.entry.date_written:
        return None
    try:
        return date.fromisoformat(row.entry.date_edtf)
    except ValueError:
        return None


def _others(day: date) -> list[date]:
    """Other days that the same slip of the hand could have meant."""
    found = []
    for year, month, number in (
        (day.year, day.day, day.month),
        (day.year - 1, day.month, day.day),
        (day.year + 1, day.month, day.day),
    ):
        try:
            found.append(date(year, month, number))
        except ValueError:
            continue
    return found


def _neighbours(rows: Sequence[RowReading]) -> dict[int, tuple[date, ...]]:
    """For each row with a day of its own, those of the rows before and after it that have one."""
    dated = [(place, day) for place, row in enumerate(rows) if (day := _day(row))]
    return {
        place: tuple(day for _, day in (*dated[max(0, at - 1) : at], *dated[at + 1 : at + 2]))
        for at, (place, _) in enumerate(dated)
    }


def _in_scope(row: RowReading, scope: Scope, near: tuple[date, ...]) -> RowReading:
    """The row with a doubt where its date lies outside the review's time.

    Another year is offered only where the rows around it stand in that year: to lie outside is mostly no mistake.
    """
    if row.entry is None or any(one.field == "date" for one in row.entry.doubts):
        return row
    when = parse(row.entry.date_edtf)
    first, last = when.earliest, when.latest
    if not ((last is not None and last < scope[0]) or (first is not None and first > scope[1])):
        return row
    exact = first if first is not None and first == last else None
    fits = [
        other
        for other in (_others(exact)[1:] if exact else ())
        if scope[0] <= other <= scope[1] and near and all(abs((other - day).days) <= _FAR for day in near)
    ]
    return _doubted(row, "out-of-scope", fits[0].isoformat() if len(fits) == 1 else "")


def _doubted(row: RowReading, code: str, fix: str) -> RowReading:
    if row.entry is None:
        return row
    one: Doubt = doubt(code, "date", row.entry.date_written, row.entry.date_edtf, fix)
    return replace(row, entry=replace(row.entry, doubts=(*row.entry.doubts, one)))
