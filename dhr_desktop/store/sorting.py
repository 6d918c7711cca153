"""The wanted entries in another order than that of the timeline, which still decides between what is alike."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from threading import Lock
from weakref import WeakKeyDictionary

from dhr_desktop.domain.meaning import Mark
from dhr_desktop.store import agencies, order
from dhr_desktop.store.columns import Columns
from dhr_desktop.store.review import Review


class SortBy(StrEnum):
    """What entries can be sorted by. `DATE` is the order of the timeline, or that order from its end."""

    DATE = "date"
    TIME = "time"
    AGENCY = "agency"
    TEXT = "text"
    SOURCE = "source"
    REFERENCE = "reference"
    PEOPLE = "people"
    ACTION = "action"
    REPORTED = "reported"
    SIGNIFICANCE = "significance"
    THEMES = "themes"
    MARKS = "marks"
    INCLUDED = "included"
    EVENT = "event"
    QUESTION = "question"
    DOUBT = "doubt"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Sorting:
    """What the table is sorted by, and whether from the end."""

    by: SortBy = SortBy.DATE
    descending: bool = False


TIMELINE = Sorting()
"""The one order of the timeline."""

_FEW = 2_000  # so many rows are looked up one by one in less time than all are read
_MARKS = (Mark.VOICE, Mark.GOOD_PRACTICE, Mark.MISSED)
_HELD: Mapping[SortBy, Callable[[Columns], Sequence[int]]] = {
    SortBy.AGENCY: lambda columns: columns.agencies.values,
    SortBy.SIGNIFICANCE: lambda columns: columns.significances,
    SortBy.MARKS: lambda columns: columns.marked(_MARKS),
    SortBy.INCLUDED: lambda columns: columns.inclusions,
    SortBy.DOUBT: lambda columns: columns.doubts,
}
"""What is held in memory of every entry, so that none need be read."""
_READ = {
    SortBy.TIME: "time",
    SortBy.TEXT: "substr(text, 1, 60)",
    SortBy.SOURCE: "substr(source, 1, 60)",
    SortBy.REFERENCE: "reference",
    SortBy.PEOPLE: "substr(people, 1, 60)",
    SortBy.ACTION: "substr(action, 1, 60)",
    SortBy.REPORTED: "trim(reported_edtf || ' ' || reported_time)",
    SortBy.THEMES: (
        "(SELECT min(theme.name) FROM entry_theme JOIN theme ON theme.id = entry_theme.theme_id"
        " WHERE entry_theme.entry_id = entry.id)"
    ),
    SortBy.EVENT: "(SELECT headline || ' ' || event.id FROM event WHERE event.id = entry.event_id)",
    SortBy.QUESTION: (
        "(SELECT count(*) FROM question WHERE closed_on = '' AND"
        " (question.entry_id = entry.id OR question.event_id = entry.event_id))"
    ),
    SortBy.NOTE: "substr(private_note, 1, 60)",
}


_ENTRY_COLUMNS: Mapping[SortBy, Sequence[str]] = {
    SortBy.TIME: ("time",),
    SortBy.TEXT: ("text",),
    SortBy.SOURCE: ("source",),
    SortBy.REFERENCE: ("reference",),
    SortBy.PEOPLE: ("people",),
    SortBy.ACTION: ("action",),
    SortBy.REPORTED: ("reported_edtf", "reported_time"),
    SortBy.EVENT: ("event_id",),
    SortBy.QUESTION: ("event_id",),
    SortBy.NOTE: ("private_note",),
}
_OTHER_TABLES: Mapping[SortBy, Sequence[str]] = {
    SortBy.THEMES: ("entry_theme", "theme"),
    SortBy.EVENT: ("event",),
    SortBy.QUESTION: ("question",),
}
"""What each of `_READ` is made of: while none of it changes, what was sorted stays so."""
_KEPT = 4


@dataclass(frozen=True, slots=True)
class _Sorted:
    """All entries as they were sorted, with the last change before and the order of the timeline then."""

    last: int
    in_time: Sequence[int]
    ids: list[int]


_sorted: WeakKeyDictionary[Review, dict[Sorting, _Sorted]] = WeakKeyDictionary()
_guard = Lock()
"""Several threads sort: the reading one for the table, and whoever writes a document or a picture beside it."""


def ordered(review: Review, ids: list[int], sorting: Sorting) -> list[int]:
    """These ids, which come in the order of the timeline, sorted. What has nothing to be sorted by stands last.

    All entries are sorted once and held so, for the next filter will ask for others of them.
    """
    if sorting.by is SortBy.DATE:
        return ids[::-1] if sorting.descending else ids
    if sorting.by in _HELD:
        return _by_held(review, ids, sorting)
    if review.journal.open_here or (len(ids) <= _FEW and _known(review, sorting) is None):
        return _few_sorted(review, ids, sorting)
    return order.sifted(_all_sorted(review, sorting).ids, ids)


def _few_sorted(review: Review, ids: list[int], sorting: Sorting) -> list[int]:
    sql = (
        "SELECT wanted.value AS id FROM json_each(?) AS wanted JOIN entry ON entry.id = wanted.value"
        f" ORDER BY {_terms(sorting)}, wanted.key"
    )
    found: list[int] = json.loads(review.read.value(f"SELECT json_group_array(id) FROM ({sql})", (json.dumps(ids),)))
    return found


def _all_sorted(review: Review, sorting: Sorting) -> _Sorted:
    connection = review.read
    last = connection.value("SELECT max(id) FROM change") or 0
    in_time = order.of(review).ids
    found = _known(review, sorting)
    if found is None or found.in_time is not in_time or connection.value(_touched(sorting.by), (found.last,)):
        sql = f"SELECT id FROM entry ORDER BY {_terms(sorting)}, rank, nudge, place, id"
        ids = json.loads(connection.value(f"SELECT json_group_array(id) FROM ({sql})"))
        found = _Sorted(last, in_time, ids)
    with _guard:
        held = _sorted.setdefault(review, {})
        held.pop(sorting, None)  # what was asked for last stands last
        held[sorting] = replace(found, last=last)
        while len(held) > _KEPT:
            del held[next(iter(held))]
    return found


def _known(review: Review, sorting: Sorting) -> _Sorted | None:
    with _guard:
        return _sorted.get(review, {}).get(sorting)


def _terms(sorting: Sorting) -> str:
    key = _READ[sorting.by]
    return f"ifnull({key}, '') IN ('', 0), {key} COLLATE NOCASE {'DESC' if sorting.descending else 'ASC'}"


def _touched(by: SortBy) -> str:
    columns = [f"json_type(new, '$.{name}') IS NOT NULL" for name in _ENTRY_COLUMNS.get(by, ())]
    others = ", ".join(f"'{name}'" for name in _OTHER_TABLES.get(by, ()))
    entry = " OR ".join(["op <> 'update'", *columns])
    return (
        f"SELECT 1 FROM change WHERE id > ? AND (+table_name IN ({others}) OR (+table_name = 'entry' AND ({entry})))"
        " LIMIT 1"
    )


def _by_held(review: Review, ids: list[int], sorting: Sorting) -> list[int]:
    known = order.of(review)
    keys = _HELD[sorting.by](known.columns)
    if sorting.by is SortBy.AGENCY:
        by_name = sorted(agencies.listing(review), key=lambda each: each.name.casefold())
        place = {agency.id: number for number, agency in enumerate(by_name, start=1)}
        keys = [place.get(agency_id, 0) for agency_id in keys]
    key_of = dict(zip(known.ids, keys, strict=True))
    having = [entry_id for entry_id in ids if key_of.get(entry_id)]
    having.sort(key=key_of.__getitem__, reverse=sorting.descending)  # stable, so the timeline decides what is alike
    return having + [entry_id for entry_id in ids if not key_of.get(entry_id)]


def flags() -> Sequence[SortBy]:
    """What an entry has or has not, so that the other way round would be the same."""
    return (SortBy.QUESTION, SortBy.DOUBT)
