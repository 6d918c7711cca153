"""All entries as the picture of the timeline shows them, held in memory until one of them moves."""

import json
from datetime import date

from dhr_desktop.domain.dates import parse
from dhr_desktop.domain.picture.spans import UNKNOWN_DAY, Lane, LaneBy, Spans
from dhr_desktop.store import agencies, mentions, ordering, people, themes
from dhr_desktop.store.connection import Connection
from dhr_desktop.store.held import Held, leaves_alone
from dhr_desktop.store.review import Review

_COLUMNS = (
    *("id", "agency_id", f"rank & {ordering.SPAN} = 0", "day_from", "day_to"),
    *("ifnull(event_id, 0)", "significance"),
)
_ALL = (
    f"SELECT {', '.join(f'json_group_array(c{place})' for place in range(len(_COLUMNS)))} FROM ("
    f"SELECT {', '.join(f'{name} AS c{place}' for place, name in enumerate(_COLUMNS))} FROM entry"
    " ORDER BY rank, nudge, place, id)"
)
_BY_HAND = "SELECT id, date_edtf FROM entry WHERE hand IS NOT NULL"
# An update that leaves these alone leaves the picture as it was.
_SHOWN = (
    *("rank", "nudge", "submission_id", "source_order", "agency_id", "day_from", "day_to"),
    *("date_edtf", "event_id", "significance"),
)
_UNMOVED = leaves_alone(_SHOWN)
_MOVED = f"SELECT 1 FROM change WHERE id > ? AND +table_name = 'entry' AND NOT {_UNMOVED} LIMIT 1"


def of(review: Review) -> Spans:
    """All entries in order. They are read anew only after one was added, removed, moved or joined to an event."""
    return _HELD.of(review)


def lanes(review: Review, by: LaneBy) -> list[Lane]:
    """The lanes of one kind: every agency, the people whose names entries hold, or the themes that entries have.

    A theme at the top of the tree stands for all beneath it.
    """
    if by is LaneBy.PERSON:
        return _of_people(review)
    if by is LaneBy.THEME:
        return _of_themes(review)
    return [Lane(agency.id, agency.name, agency.colour) for agency in agencies.listing(review)]


def _of_people(review: Review) -> list[Lane]:
    found = []
    for person in people.listing(review):
        ids = mentions.of_any(review, frozenset({person.id}))
        if ids:
            found.append(Lane(person.id, person.real_name, entry_ids=frozenset(ids)))
    return found


def _of_themes(review: Review) -> list[Lane]:
    tree = themes.listing(review)
    parents = {theme.id: theme.parent_id for theme in tree}
    entries_of: dict[int, set[int]] = {}
    rows = review.read.rows("SELECT theme_id, json_group_array(entry_id) FROM entry_theme GROUP BY theme_id")
    for theme_id, listed in rows:
        top = theme_id
        while parents.get(top):
            top = parents[top]
        entries_of.setdefault(top, set()).update(json.loads(listed))
    return [
        Lane(theme.id, theme.name, entry_ids=frozenset(entries_of[theme.id]))
        for theme in tree
        if theme.id in entries_of
    ]


def _read(connection: Connection) -> Spans:
    row = connection.row(_ALL) or ("[]",) * len(_COLUMNS)
    ids, agency_ids, sure, froms, tos, event_ids, significances = (json.loads(column) for column in row)
    days = {number: _ordinal(number) for number in {*froms, *tos}}
    by_hand: dict[int, str] = dict(connection.rows(_BY_HAND))
    if by_hand:  # their rank says where the chair has put them, not how certain they are
        for place, entry_id in enumerate(ids):
            if entry_id in by_hand:
                sure[place] = parse(by_hand[entry_id]).is_exact
    firsts, lasts = (list(map(days.__getitem__, column)) for column in (froms, tos))
    return Spans(ids, agency_ids, firsts, lasts, sure, event_ids, significances)


def _up_to_date(connection: Connection, spans: Spans, since: int) -> Spans:
    return _read(connection) if connection.value(_MOVED, (since,)) else spans


def _ordinal(number: int) -> int:
    """The day of YYYYMMDD; `UNKNOWN_DAY` for the numbers that stand for an open end."""
    if number in (ordering.NEVER_FROM, ordering.NEVER_TO, ordering.OPEN_TO):
        return UNKNOWN_DAY
    return date(number // 10000, number // 100 % 100, number % 100).toordinal()


_HELD = Held(_read, _up_to_date)
