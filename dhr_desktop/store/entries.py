"""Entries of the timeline: kept in their one order, found by filter and by word, fetched a page at a time."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import compress
from operator import attrgetter
from typing import Any

from dhr_desktop.domain.entries import Doubt, Entry
from dhr_desktop.domain.meaning import Inclusion, Mark, Origin, Significance
from dhr_desktop.store import form_places, looking, order, ordering
from dhr_desktop.store.connection import Row
from dhr_desktop.store.filters import ALL, EntryFilter, Look, found_beside, looks, scope, where
from dhr_desktop.store.looking import Found
from dhr_desktop.store.review import Review

_FIELDS = tuple(field.name for field in fields(Entry) if field.name != "id")
_PLAIN = attrgetter(*_FIELDS)  # ends with other, doubts and source_order, as Entry does
_DERIVED = ("rank", "day_from", "day_to")
_SELECT = f"SELECT id, {', '.join(_FIELDS)} FROM entry"
_INSERT = (
    f"INSERT INTO entry (id, {', '.join(_FIELDS + _DERIVED)}) VALUES ({', '.join('?' * (len(_FIELDS + _DERIVED) + 1))})"
)
_UPDATE = f"UPDATE entry SET {', '.join(f'{name} = ?' for name in _FIELDS + _DERIVED)} WHERE id = ?"
SAID = frozenset({"agency_id", "significance", *Mark, *Inclusion, "private_note"})
"""The fields that are said of many entries at once. Nothing is reckoned from them."""
_AT_A_TIME = 1_000
_KINDS: tuple[tuple[int, type], ...] = (
    (_FIELDS.index("significance") + 1, Significance),
    *((_FIELDS.index(name) + 1, bool) for name in (*Mark, *Inclusion)),
    (_FIELDS.index("origin") + 1, Origin),
)
"""The places in a row, which begins with the id, of what the file holds as plain numbers and words."""
_KINDS_BY_NAME = {_FIELDS[place - 1]: kind for place, kind in _KINDS}
_NO_OTHER, _NO_DOUBTS = "{}", "[]"
_FEW = 2_000  # so many rows are looked up one by one in less time than all are sifted


def count(review: Review) -> int:
    """How many entries there are."""
    return int(review.read.value("SELECT count(*) FROM entry"))


def count_included(review: Review) -> dict[Inclusion, int]:
    """How many entries the chair has put into each document."""
    sums = ", ".join(f"ifnull(sum({into.value}), 0)" for into in Inclusion)
    return dict(zip(Inclusion, review.read.row(f"SELECT {sums} FROM entry") or (), strict=True))


def count_read(review: Review) -> int:
    """How many entries the chair has read and judged."""
    return int(review.read.value("SELECT count(*) FROM entry WHERE significance"))


def count_by_agency(review: Review) -> dict[int, int]:
    """How many entries each agency has; an agency without any is left out."""
    return dict(review.read.rows("SELECT agency_id, count(*) FROM entry GROUP BY agency_id"))


def count_of_submission(review: Review, submission_id: int) -> int:
    """How many entries of a submission there are."""
    return int(review.read.value("SELECT count(*) FROM entry WHERE submission_id = ?", (submission_id,)))


def ordered_ids(review: Review, wanted: EntryFilter = ALL) -> list[int]:
    """The ids of the wanted entries in the order of the timeline.

    Words that the open step has written are found only when it has ended.
    """
    if review.journal.open_here:
        return _narrowed(review, wanted, found_beside(review, wanted))
    known = order.of(review)
    mask = known.columns.fitting(wanted, scope(review) if wanted.in_scope else ("", ""))
    ids = known.ids if mask is None else list(compress(known.ids, mask))
    beside = [_found(review, look, ids) for look in looks(wanted)]
    few = min((each.few for each in beside if each.few is not None), key=len, default=None)
    if few is not None and len(few) < len(ids):  # fewer to be put in their order than there are to be sifted
        places = sorted(known.places[entry_id] for entry_id in few if entry_id in known.places)
        ids = [known.ids[place] for place in places if mask is None or mask[place]]
    for each in beside:
        ids = each.sifted(ids)
    return list(ids)


def _found(review: Review, look: Look, ids: Collection[int]) -> Found:
    """The entries that fit; where only a few can be wanted and nothing is held, it is asked of those alone."""
    if look.ids_among is None or len(ids) > _FEW or looking.is_held(review, look):
        return looking.by(review, look)
    return looking.of(look.ids_among(review, ids))


def _narrowed(review: Review, wanted: EntryFilter, matches: Collection[int] | None = None) -> list[int]:
    """The ids in order that fit the filter's columns, and are among the `matches` if there are any."""
    clause, values = where(review, wanted, matches)
    sql = f"SELECT json_group_array(id) FROM (SELECT id FROM entry {clause} ORDER BY rank, nudge, place, id)"
    found: list[int] = json.loads(review.read.value(sql, values))
    return found


def fitting(review: Review, wanted: EntryFilter, ids: Collection[int]) -> set[int]:
    """Those of these entries that are wanted."""
    matches = found_beside(review, wanted)
    among = ids if matches is None else set(ids).intersection(matches)
    return set(_narrowed(review, wanted, among))


def page(review: Review, ids: Sequence[int]) -> list[Entry]:
    """The entries of these ids, in their order; ids that are gone are left out."""
    found = {
        row[0]: _entry(row)
        for row in review.read.rows(f"{_SELECT} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))
    }
    return [found[entry_id] for entry_id in ids if entry_id in found]


def iterate(review: Review, wanted: EntryFilter = ALL) -> Iterator[Entry]:
    """The wanted entries in the order of the timeline, without holding them all at once."""
    ids = ordered_ids(review, wanted)
    for start in range(0, len(ids), _AT_A_TIME):
        yield from page(review, ids[start : start + _AT_A_TIME])


def months(review: Review) -> dict[int, dict[str, int]]:
    """For each agency, how many entries stand in each month ('2016-04'); those of unknown date in none."""
    found: dict[int, dict[str, int]] = {}
    rows = review.read.rows("SELECT agency_id, month, count(*) FROM entry GROUP BY agency_id, month")
    for agency_id, month, number in rows:
        if month < ordering.NEVER_FROM // 100:
            found.setdefault(agency_id, {})[f"{month // 100:04}-{month % 100:02}"] = number
    return found


def get(review: Review, entry_id: int) -> Entry:
    """One entry. Raises LookupError when it is not there."""
    row = review.read.row(f"{_SELECT} WHERE id = ?", (entry_id,))
    if row is None:
        raise LookupError(entry_id)
    return _entry(row)


def add_many(review: Review, entries: Iterable[Entry]) -> list[int]:
    """Add entries, inside a step, whatever `id` they carry; returns their new ids in order."""
    first = (review.write.value("SELECT seq FROM sqlite_sequence WHERE name = 'entry'") or 0) + 1
    ids: list[int] = []

    def rows() -> Iterator[Row]:
        for new, entry in enumerate(entries, start=first):
            ids.append(new)
            yield (new, *_values(entry))

    review.write.many(_INSERT, rows())
    return ids


def change(review: Review, entry: Entry) -> None:
    """Make the entry of this id what `entry` says, inside a step.

    One that goes to another day forgets where it was put by hand within the day it had, unless it is put by hand anew.
    """
    if entry.hand is not None or entry.nudge:
        entry = _put_within_its_day(review, entry)
    form_places.follow(review, entry)
    review.write.execute(_UPDATE, (*_values(entry), entry.id))


def there(review: Review, ids: Iterable[int]) -> list[int]:
    """Those of these ids that are entries, each once, in their order."""
    wanted = list(dict.fromkeys(ids))
    rows = review.read.rows("SELECT id FROM entry WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(wanted),))
    found = {entry_id for (entry_id,) in rows}
    return [entry_id for entry_id in wanted if entry_id in found]


def differing(review: Review, ids: Iterable[int], field: str, value: str | int) -> list[int]:
    """Those of these entries whose field, one of `SAID`, holds something else than `value`, in the timeline's order."""
    rows = review.read.rows(
        f"SELECT id FROM entry WHERE id IN (SELECT value FROM json_each(?)) AND {_said(field)} IS NOT ?"
        " ORDER BY rank, nudge, place, id",
        (json.dumps(list(ids)), value),
    )
    return [entry_id for (entry_id,) in rows]


def say(review: Review, ids: Iterable[int], field: str, value: str | int) -> None:
    """Have one field, one of `SAID`, hold `value` in all of these entries, inside a step: thousands at once."""
    review.write.execute(
        f"UPDATE entry SET {_said(field)} = ? WHERE id IN (SELECT value FROM json_each(?))",
        (value, json.dumps(list(ids))),
    )


def _said(field: str) -> str:
    if field not in SAID:
        raise ValueError(field)
    return field


def remove(review: Review, entry_id: int) -> None:
    """Remove an entry, inside a step; the agency's row it came from stays."""
    review.write.execute("DELETE FROM entry WHERE id = ?", (entry_id,))


def _put_within_its_day(review: Review, entry: Entry) -> Entry:
    had, *place = review.write.row("SELECT rank, hand, nudge FROM entry WHERE id = ?", (entry.id,)) or (None,)
    if had is None or place != [entry.hand, entry.nudge]:
        return entry
    rank = ordering.rank(entry.when, entry.time, entry.hand)
    moved = ordering.day_of(had) != ordering.day_of(rank)
    if moved or (entry.hand is None and had != rank):
        return replace(entry, hand=None, nudge=0.0)
    return entry


def parsed(columns: Mapping[str, Any]) -> dict[str, Any]:
    """What columns of the table, as the journal recorded them, say of an entry: its fields by name.

    Columns that are no field of an entry, or that an older or newer program wrote, are left out.
    """
    found: dict[str, Any] = {name: columns[name] for name in _FIELDS if name in columns}
    for name, kind in _KINDS_BY_NAME.items():
        if name in found:
            found[name] = kind(found[name])
    if "other" in found:
        found["other"] = json.loads(found["other"])
    if "doubts" in found:
        found["doubts"] = tuple(Doubt(*doubt) for doubt in json.loads(found["doubts"]))
    return found


def put_back(review: Review, entry: Entry) -> None:
    """Add an entry under the id that it had before it was removed, inside a step."""
    review.write.execute(_INSERT, (entry.id, *_values(entry)))


def _values(entry: Entry) -> Row:
    *plain, other, doubts, source_order = _PLAIN(entry)
    when = entry.when
    return (
        *plain,
        json.dumps(other, ensure_ascii=False) if other else _NO_OTHER,
        json.dumps([[doubt.code, doubt.field, doubt.words, doubt.fix] for doubt in doubts], ensure_ascii=False)
        if doubts
        else _NO_DOUBTS,
        source_order,
        ordering.rank(when, entry.time, entry.hand),
        *ordering.bounds(when),
    )


def _entry(row: Row) -> Entry:
    values = list(row)
    other, doubts = row[-3:-1]
    values[-3] = {} if other == _NO_OTHER else json.loads(other)
    values[-2] = () if doubts == _NO_DOUBTS else tuple(Doubt(*doubt) for doubt in json.loads(doubts))
    for place, kind in _KINDS:
        values[place] = kind(values[place])
    return Entry(*values)
