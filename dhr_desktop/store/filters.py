"""Which entries are wanted: what narrows the timeline, as a value, as SQL, and as text to be kept under a name."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from enum import Enum
from functools import partial
from typing import Any

from dhr_desktop.domain.meaning import Inclusion, Mark, Origin, Significance
from dhr_desktop.store import facts, mentions, ordering, search
from dhr_desktop.store.review import Review

_Clause = tuple[str, tuple[Any, ...]]
_ASKED = (
    "SELECT entry_id AS id FROM question WHERE closed_on = '' AND entry_id IS NOT NULL UNION"
    " SELECT id FROM entry WHERE event_id IN (SELECT event_id FROM question WHERE closed_on = '')"
)
_WITH_BRANCHES = (
    "WITH RECURSIVE branch (id) AS (SELECT value FROM json_each(?) UNION"
    " SELECT theme.id FROM theme JOIN branch ON theme.parent_id = branch.id)"
)


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries are wanted. What is left empty does not narrow; of several in one set, any will do.

    `earliest` and `latest` are ISO days; an entry is wanted when it may have happened between them, and with
    `in_scope` when it may have happened within the scope of the review. An entry mentions a person when it holds one
    of the forms of their name. A theme brings those beneath it. `grouped` wants those in an event, or those in none.
    """

    agency_ids: frozenset[int] = frozenset()
    text: str = ""
    earliest: str = ""
    latest: str = ""
    doubtful_only: bool = False
    in_scope: bool = False
    question_open: bool = False
    grouped: bool | None = None
    person_ids: frozenset[int] = frozenset()
    theme_ids: frozenset[int] = frozenset()
    line_ids: frozenset[int] = frozenset()
    event_ids: frozenset[int] = frozenset()
    significances: frozenset[Significance] = frozenset()
    marks: frozenset[Mark] = frozenset()
    included: frozenset[Inclusion] = frozenset()
    origins: frozenset[Origin] = frozenset()

    def as_json(self) -> str:
        """As text, to be kept; what does not narrow is left out."""
        usual = EntryFilter()
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return json.dumps(
            {name: _plain(value) for name, value in said.items() if value != getattr(usual, name)}, ensure_ascii=False
        )


ALL = EntryFilter()
_KINDS: Mapping[str, type] = {
    "significances": Significance,
    "marks": Mark,
    "included": Inclusion,
    "origins": Origin,
}


def from_json(kept: str) -> EntryFilter:
    """The filter that was kept; what this program does not know of it does not narrow."""
    known = {field.name for field in fields(EntryFilter)}
    said: dict[str, Any] = {}
    for name, value in json.loads(kept).items():
        if name in known:
            said[name] = frozenset(_known(_KINDS.get(name, int), value)) if isinstance(value, list) else value
    return EntryFilter(**said)


def _known(kind: type, values: list[Any]) -> Iterator[Any]:
    for value in values:
        with suppress(ValueError):
            yield kind(value)


@dataclass(frozen=True, slots=True)
class Look:
    """Something asked of entries beside their columns: the words they hold, or what other tables say of them.

    Each has an index of its own, so that those found are sifted rather than every entry asked.
    """

    asked: tuple[Any, ...]
    """What is asked, as a value; two looks that ask the same find the same."""
    tables: frozenset[str]
    """What is found changes with these alone."""
    ids: Callable[[Review], list[int]]
    """The ids of all entries that fit."""
    ids_among: Callable[[Review, Collection[int]], list[int]] | None = None
    """The ids of those that fit among a few, where it can be asked of each alone."""


def looks(wanted: EntryFilter) -> Iterator[Look]:
    """What is wanted beside the columns: words, people, themes, lines of enquiry, events and open questions.

    A person whose name has no form is in no entry. A theme brings those beneath it.
    """
    words = search.query(wanted.text)
    if words:
        yield Look(
            ("words", words),
            frozenset({"entry"}),
            lambda review: search.matches(review.read, wanted.text) or [],
            lambda review, among: search.matches(review.read, wanted.text, among) or [],
        )
    if wanted.person_ids:
        tables = frozenset({"entry", "person", "name_form"})
        yield Look(("people", wanted.person_ids), tables, lambda review: mentions.of_any(review, wanted.person_ids))
    for asked, ids, of_them, (query, values) in (
        ("themes", wanted.theme_ids, {"theme", "entry_theme"}, _of_themes(wanted.theme_ids)),
        ("lines", wanted.line_ids, {"line_of_enquiry", "entry_line"}, _of_lines(wanted.line_ids)),
        ("events", wanted.event_ids, {"event", "entry"}, _of_events(wanted.event_ids)),
        ("open", wanted.question_open, {"question", "event", "entry"}, (_ASKED, ())),
    ):
        if ids:
            yield Look((asked, ids), frozenset(of_them), partial(_ids, query=query, values=values))


def _of_themes(ids: frozenset[int]) -> _Clause:
    of_them = "SELECT DISTINCT entry_id AS id FROM entry_theme WHERE theme_id IN branch"
    return f"{_WITH_BRANCHES} {of_them}", (json.dumps(sorted(ids)),)


def _of_lines(ids: frozenset[int]) -> _Clause:
    clause, values = _among("line_id", ids)
    return f"SELECT DISTINCT entry_id AS id FROM entry_line WHERE {clause}", values


def _of_events(ids: frozenset[int]) -> _Clause:
    clause, values = _among("event_id", ids)
    return f"SELECT id FROM entry WHERE {clause}", values


def found_beside(review: Review, wanted: EntryFilter) -> Collection[int] | None:
    """The ids of the entries that fit what is wanted beside their columns; None when nothing of the kind is."""
    found: Collection[int] | None = None
    for look in looks(wanted):
        ids = look.ids(review)
        found = ids if found is None else set(ids).intersection(found)
    return found


def _ids(review: Review, query: str, values: tuple[Any, ...]) -> list[int]:
    found: list[int] = json.loads(review.read.value(f"SELECT json_group_array(id) FROM ({query})", values))
    return found


def where(review: Review, wanted: EntryFilter, matches: Collection[int] | None) -> tuple[str, list[Any]]:
    """The clause that a filter's columns make, with its values; narrowed to the `matches` if there are any.

    It asks of some entries what `store.columns` knows of all: inside a step, where nothing is held.
    """
    narrowed = [*_by_dates(review, wanted), *_by_sets(wanted)]
    if wanted.doubtful_only:
        narrowed.append(("doubtful", ()))
    if wanted.grouped is not None:
        narrowed.append(("event_id IS NOT NULL" if wanted.grouped else "event_id IS NULL", ()))
    if matches is not None:
        narrowed.append(("id IN (SELECT value FROM json_each(?))", (json.dumps(list(matches)),)))
    clauses = " AND ".join(clause for clause, _ in narrowed)
    return f"WHERE {clauses}" if clauses else "", [value for _, given in narrowed for value in given]


def _by_dates(review: Review, wanted: EntryFilter) -> Iterator[_Clause]:
    for earliest, latest in days(wanted, scope(review) if wanted.in_scope else ("", "")):
        if earliest:
            yield "day_to >= ?", (earliest,)
        if latest:
            yield "day_from <= ?", (latest,)


def _by_sets(wanted: EntryFilter) -> Iterator[_Clause]:
    for column, values in (
        ("+agency_id", wanted.agency_ids),  # with a + SQLite reads them in the order's own index and sorts nothing
        ("significance", wanted.significances),
        ("origin", wanted.origins),
    ):
        if values:
            yield _among(column, values)
    for names in (wanted.marks, wanted.included):
        if names:
            yield f"({' OR '.join(sorted(names))})", ()


def _among(column: str, values: frozenset[Any]) -> _Clause:
    # One by one: of a list as JSON, SQLite makes a table and a filter before it, which takes half as long again.
    plain = sorted(one.value if isinstance(one, Enum) else one for one in values)
    return f"{column} IN ({', '.join('?' * len(plain))})", tuple(plain)


def days(wanted: EntryFilter, within: tuple[str, str]) -> Iterator[tuple[int, int]]:
    """The stretches of days, as YYYYMMDD, in which a wanted entry may have happened; 0 where an end is open.

    `within` is the scope of the review.
    """
    for earliest, latest in ((wanted.earliest, wanted.latest), within if wanted.in_scope else ("", "")):
        yield ordering.day_number(earliest) if earliest else 0, ordering.day_number(latest) if latest else 0


def scope(review: Review) -> tuple[str, str]:
    """The first and last day of the review's scope as ISO days; '' where it is open."""
    found = facts.get(review).scope
    return found.first.isoformat() if found.first else "", found.last.isoformat() if found.last else ""


def _plain(value: Any) -> Any:  # noqa: ANN401 - any field of the filter
    if isinstance(value, frozenset):
        return sorted(one.value if isinstance(one, Enum) else one for one in value)
    return value
