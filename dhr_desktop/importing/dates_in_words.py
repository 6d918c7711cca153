"""The dates that the words of a row begin with: its own where it has no other, and else a reason to look at it."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from dhr_desktop.domain.dates import exact_day
from dhr_desktop.domain.entries import Doubt
from dhr_desktop.importing.date_points import MONTH
from dhr_desktop.importing.dates import PLAIN, Context, read_date
from dhr_desktop.importing.doubts import doubt
from dhr_desktop.importing.embedded_dates import told_late
from dhr_desktop.importing.row_dates import NOTHING, Moment, first_day

_OPENING = re.compile(
    rf"^(?:\w+\W+){{0,3}}?(?:received|updated?|dated|added|noted|on|from|until|to|by|rang|of)?\W*(\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?:\s+\d{{4}})?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\bupdates?\b|\bpost[- ]meeting\b|\b(?:since|after|following) (?:the|this) (?:meeting|conference)\b", re.IGNORECASE
)
_NEAR = timedelta(days=90)


def own_date(text: str) -> Moment:
    """The whole date that a row's words begin with, for a row that nothing else dates; it has to be looked at."""
    match = _OPENING.match(text)
    reading = read_date(match[1], PLAIN) if match else None
    if match is None or reading is None or not exact_day(reading.edtf) or "year-supplied" in reading.doubts:
        return NOTHING
    return Moment(reading.edtf, written=match[1], doubts=(doubt("among-words", "date", match[1], reading.edtf),))


def doubts_under_heading(text: str, heading: Moment, cells: Iterable[object]) -> list[Doubt]:
    """What speaks against the date of a table's heading for a row: its words begin with another, or tell of later."""
    day = first_day(heading.edtf)
    other = _mentioned(text, day) if day else None
    if other and other != day:
        return [doubt("from-heading-but", "date", f"{other.day} {other:%B}", fix=other.isoformat())]
    added_later = any(_LATER.search(words) for words in cells if isinstance(words, str))
    return [doubt("later-than-heading", "date", heading.written)] if added_later else []


def doubts_of_late_entry(text: str, when: str) -> list[Doubt]:
    """What speaks against the row's own date `when`: its words say that they tell late of another."""
    words = told_late(text)
    reading = read_date(words, Context(neighbour=first_day(when))) if words else None
    if reading is None or not reading.edtf or reading.edtf == when:
        return []
    return [doubt("told-late", "date", words, when, fix=reading.edtf)]


def _mentioned(text: str, near: date) -> date | None:
    """The day that a text begins by naming, within three months of `near`; None when it names no day."""
    match = _OPENING.match(text)
    reading = read_date(match[1], Context(neighbour=near)) if match else None
    day = exact_day(reading.edtf) if reading else None
    return day if day and abs(day - near) <= _NEAR else None
