"""Dates in running words: a meeting's date in the heading above its minutes, a day that a row begins with."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dhr_desktop.importing.date_points import MONTH
from dhr_desktop.importing.dates import Context, read_date
from dhr_desktop.importing.row_dates import NOTHING, Moment

_WITH_YEAR = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+\d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d\d-\d\d|{MONTH.replace('month', 'm2')}\s+\d{{4}}",
    re.IGNORECASE,
)
_OPENING = re.compile(
    rf"^(?:\w+\W+){{0,3}}?(?:received|updated?|dated|added|noted|on|from|until|to|by|rang|of)?\W*(\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?:\s+\d{{4}})?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})",
    re.IGNORECASE,
)
_FAR = timedelta(days=90)


def date_in_heading(words: Sequence[str]) -> Moment:
    """The date in the words nearest above a table, when there is just one there; `NOTHING` when none or several."""
    for text in reversed(words):
        found = dict.fromkeys(match[0] for match in _WITH_YEAR.finditer(text))
        readings = {
            reading.edtf: written for written in found if (reading := read_date(written)).edtf and not reading.doubts
        }
        if len(readings) == 1:
            edtf, written = next(iter(readings.items()))
            return Moment(edtf=edtf, written=written)
        if readings:
            return NOTHING
    return NOTHING


def mentioned_days(text: str, near: date | None) -> list[date]:
    """The day that a text begins by naming, within three months of `near`; none when it names no day."""
    match = _OPENING.match(text)
    if not match or near is None:
        return []
    reading = read_date(match[1], Context(neighbour=near))
    day = (
        date.fromisoformat(reading.edtf) if len(reading.edtf) == len("2016-03-15") and reading.edtf[4] == "-" else None
    )
    return [day] if day and abs(day - near) <= _FAR else []
