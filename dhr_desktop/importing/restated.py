"""Whether a later version answers a doubt about a date or a time that an earlier one left open.

A date that was carried down, or in doubt, and is written out in the next version may well be read as the same day. It
is the agency's answer all the same, and where the chair has found another day the two must stand beside each other.
"""

from dhr_desktop.importing.comparing import Pair
from dhr_desktop.importing.dates import read_date
from dhr_desktop.importing.rows import EntryReading

DOUBTED = {"date_edtf": "date", "time": "time", "reported_edtf": "reported", "reported_time": "reported time"}
"""The fields that are read from words, by the name that their doubts have."""


def is_restated(pair: Pair, name: str) -> bool:
    """Whether the newer row of a pair says in words of its own what the older one left to others or in doubt."""
    if name not in DOUBTED or pair.old is None or pair.new is None or not pair.fields:
        return False
    old, new = pair.old.entry, pair.new.entry
    if not getattr(new, name) or _written(name, old) == _written(name, new) != ("",):
        return False
    if name == "date_edtf" and not read_date(new.date_written).edtf:
        return False
    if _codes(name, old) - _codes(name, new):
        return True
    return name == "date_edtf" and not read_date(old.date_written).edtf


def _written(name: str, row: EntryReading) -> tuple[str, ...]:
    """The words that a field was read from; of a report's date only the row's cells tell whether they are others."""
    if name == "date_edtf":
        return (row.date_written,)
    return (row.date_written, row.time_written) if name == "time" else ("",)


def _codes(name: str, row: EntryReading) -> set[str]:
    return {doubt.code for doubt in row.doubts if doubt.field == DOUBTED[name]}
