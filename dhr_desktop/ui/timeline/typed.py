"""An entry with something typed into one of its fields: the same reading in the side panel and in the table."""

from dataclasses import replace
from typing import Any

from dhr_desktop.domain.dates import in_british_words, parse
from dhr_desktop.domain.entries import Entry
from dhr_desktop.timeline import edit
from dhr_desktop.ui.common.typed_dates import read_typed_date, read_typed_time


def with_typed(entry: Entry, name: str, typed: str, *, time_too: bool = True) -> Entry | None:
    """The entry with this in one of its fields; None where it is no date or time.

    An hour typed after a date is taken too, unless `time_too` says that the field of the hour has one of its own.
    """
    if name == "date":
        date = read_typed_date(typed)
        if date is None:
            return None
        entry = edit.redated(entry, date.edtf)
        if date.time and time_too:
            entry = edit.retimed(entry, date.time)
        return entry if entry.source_row_id else replace(entry, date_written=typed)
    if name == "time":
        time = read_typed_time(typed)
        return None if time is None else edit.retimed(entry, time)
    if name == "reported":
        when = read_typed_date(typed)
        if when is None:
            return None
        return edit.reported(entry, when.edtf if typed.strip() else "", when.time)
    plain: dict[str, Any] = {name: typed}
    return replace(entry, **plain)


def text_of(entry: Entry, name: str) -> str:
    """What stands in a field before anything is typed."""
    if name == "date":
        return "" if entry.when.is_unknown else in_british_words(entry.when)
    if name == "reported":
        when = in_british_words(parse(entry.reported_edtf)) if entry.reported_edtf else ""
        return " ".join(part for part in (when, entry.reported_time) if part)
    return str(getattr(entry, name))
