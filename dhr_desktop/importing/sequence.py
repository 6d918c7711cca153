"""Doubts that show only beside other rows: a date outside the review's time, a date that stands out of its column."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dhr_desktop.domain.dates import exact_day, parse
from dhr_desktop.domain.entries import Doubt
from dhr_desktop.importing import standing_out
from dhr_desktop.importing.dates import UNKNOWN
from dhr_desktop.importing.doubts import doubt
from dhr_desktop.importing.rows import RowReading
from dhr_desktop.importing.standing_out import FAR

Scope = tuple[date, date]
"""The first and the last day that a review looks at."""

_ISO = len("2016-03-15")
_PLACEHOLDERS = {date(1900, 1, 1), date(1901, 1, 1), date(1904, 1, 1), date(1970, 1, 1)}
"""Days that systems write where they hold none: the first that they can count."""
_NEAR_A_PLACEHOLDER = 15
_TWO_MONTHS = 62


def compared(rows: Sequence[RowReading], scope: Scope | None = None) -> list[RowReading]:
    """The rows, with a doubt on each whose date does not fit the review's time or the rows around it."""
    found = list(rows)
    if scope:
        near = _neighbours(found)
        found = [_in_scope(row, scope, near.get(place, ())) for place, row in enumerate(found)]
    dated = [(place, day) for place, row in enumerate(found) if (day := _day(row))]
    held = [(place, day) for place, day in dated if day in _PLACEHOLDERS]
    if held:
        dated = [(place, day) for place, day in dated if day not in _PLACEHOLDERS]
        for place, day in held:
            if not any(abs(other.year - day.year) <= _NEAR_A_PLACEHOLDER for _, other in dated):
                found[place] = _doubted(found[place], "placeholder", UNKNOWN)
    days = [day for _, day in dated]
    kept = standing_out.order_kept(days)
    for stray in standing_out.strays(days, kept):
        place, fix = dated[stray.place][0], stray.fix.isoformat() if stray.fix else ""
        found[place] = _doubted(found[place], "far-off" if stray.alone else "out-of-sequence", fix)
    if kept is not None and len(dated) < len(found):
        for place in _months_out_of_order(found, [dated[at] for at in kept]):
            found[place] = _doubted(found[place], "out-of-sequence", "")
    return found


def _months_out_of_order(rows: Sequence[RowReading], kept: Sequence[tuple[int, date]]) -> Iterator[int]:
    """The places of the rows with a month, or a few days, far outside the days that stand in order around them."""
    places = [place for place, _ in kept]
    for place, row in enumerate(rows):
        if row.entry is None or row.entry.doubts or len(row.entry.date_edtf) == _ISO or not row.entry.date_written:
            continue
        at = bisect_left(places, place)
        when = parse(row.entry.date_edtf)
        first, last = when.earliest, when.latest
        if not 0 < at < len(kept) or first is None or last is None or (last - first).days > _TWO_MONTHS:
            continue
        low, high = sorted((kept[at - 1][1], kept[at][1]))
        if (low - last).days > FAR or (first - high).days > FAR:
            yield place


def _day(row: RowReading) -> date | None:
    """The row's date where it is one day of its own; a date carried down or among doubts tells no order."""
    if row.entry is None or row.entry.doubts or not row.entry.date_written:
        return None
    return exact_day(row.entry.date_edtf)


def _of_other_years(day: date) -> list[date]:
    """The day in the years before and after its own, where they have it."""
    found = []
    for year in (day.year - 1, day.year + 1):
        try:
            found.append(day.replace(year=year))
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
        for other in (_of_other_years(exact) if exact else ())
        if scope[0] <= other <= scope[1] and near and all(abs((other - day).days) <= FAR for day in near)
    ]
    return _doubted(row, "out-of-scope", fits[0].isoformat() if len(fits) == 1 else "")


def _doubted(row: RowReading, code: str, fix: str) -> RowReading:
    if row.entry is None:
        return row
    one: Doubt = doubt(code, "date", row.entry.date_written, row.entry.date_edtf, fix)
    return replace(row, entry=replace(row.entry, doubts=(*row.entry.doubts, one)))
