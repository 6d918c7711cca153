"""Which entries are wanted: what narrows the timeline, as a value, as SQL, and as text to be kept under a name."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any

from dhr_desktop.domain.dates import NotEdtf, parse
from dhr_desktop.domain.meaning import Inclusion, Mark, Origin, Significance
from dhr_desktop.store import mentions, ordering, search
from dhr_desktop.store.review import Review

_Clause = tuple[str, tuple[Any, ...]]
_ASKED = (
    "(id IN (SELECT entry_id FROM question WHERE closed_on = '' AND entry_id IS NOT NULL) OR"
    " event_id IN (SELECT event_id FROM question WHERE closed_on = '' AND event_id IS NOT NULL))"
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

    @property
    def only_words(self) -> bool:
        """Whether nothing but words, typed or of people's names, narrows it."""
        return EntryFilter(text=self.text, person_ids=self.person_ids) == self

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


def found_by_words(review: Review, wanted: EntryFilter) -> list[int] | None:
    """The ids of the entries that hold the words, and name one of the people, that are wanted; None for no such wish.

    Ascending. A person whose name has no form is in no entry.
    """
    typed = search.matches(review.read, wanted.text)
    if not wanted.person_ids:
        return typed
    named = mentions.of_any(review, wanted.person_ids)
    return named if typed is None else sorted(set(typed) & set(named))


def where(review: Review, wanted: EntryFilter, matches: list[int] | None) -> tuple[str, list[Any]]:
    """The clause that all of a filter but its words makes, with its values; narrowed to the `matches` if there are any.

    Everything that has a column is in the indexes that are read, so that 100,000 entries are not looked at one by one.
    """
    narrowed = [*_by_dates(review, wanted), *_by_sets(wanted), *_by_tables(wanted)]
    if wanted.doubtful_only:
        narrowed.append(("doubtful", ()))
    if wanted.grouped is not None:
        narrowed.append(("event_id IS NOT NULL" if wanted.grouped else "event_id IS NULL", ()))
    if matches is not None:
        narrowed.append(("id IN (SELECT value FROM json_each(?))", (json.dumps(matches),)))
    clauses = " AND ".join(clause for clause, _ in narrowed)
    return f"WHERE {clauses}" if clauses else "", [value for _, given in narrowed for value in given]


def _by_dates(review: Review, wanted: EntryFilter) -> Iterator[_Clause]:
    spans = [(wanted.earliest, wanted.latest)]
    if wanted.in_scope:
        spans.append(_scope(review))
    for earliest, latest in spans:
        if earliest:
            yield "day_to >= ?", (ordering.day_number(earliest),)
        if latest:
            yield "day_from <= ?", (ordering.day_number(latest),)


def _by_sets(wanted: EntryFilter) -> Iterator[_Clause]:
    # With a + SQLite reads them in the order's own index: by another, it would have to sort what it finds, and
    # three agencies of 100,000 entries took 180 ms in place of 12.
    for column, values in (
        ("+agency_id", wanted.agency_ids),
        ("event_id", wanted.event_ids),
        ("significance", wanted.significances),
        ("origin", wanted.origins),
    ):
        if values:
            yield _among(column, values)
    for names in (wanted.marks, wanted.included):
        if names:
            yield f"({' OR '.join(sorted(names))})", ()


def _by_tables(wanted: EntryFilter) -> Iterator[_Clause]:
    if wanted.question_open:
        yield _ASKED, ()
    if wanted.theme_ids:
        of_them = "SELECT entry_id FROM entry_theme WHERE theme_id IN branch"
        yield f"id IN ({_WITH_BRANCHES} {of_them})", (_listed(wanted.theme_ids),)
    if wanted.line_ids:
        clause, values = _among("line_id", wanted.line_ids)
        yield f"id IN (SELECT entry_id FROM entry_line WHERE {clause})", values


def _among(column: str, values: frozenset[Any]) -> _Clause:
    # One by one: of a list as JSON, SQLite makes a table and a filter before it, which takes half as long again.
    plain = sorted(one.value if isinstance(one, Enum) else one for one in values)
    return f"{column} IN ({', '.join('?' * len(plain))})", tuple(plain)


def _scope(review: Review) -> tuple[str, str]:
    """The first and last day of the review's scope as ISO days; '' where it is open."""
    begins, ends = review.read.row("SELECT scope_from, scope_to FROM review") or ("", "")
    try:
        first, last = parse(begins).earliest if begins else None, parse(ends).latest if ends else None
    except NotEdtf:
        return "", ""
    return first.isoformat() if first else "", last.isoformat() if last else ""


def _listed(values: frozenset[Any]) -> str:
    return json.dumps(sorted(values))


def _plain(value: Any) -> Any:  # noqa: ANN401 - any field of the filter
    if isinstance(value, frozenset):
        return sorted(one.value if isinstance(one, Enum) else one for one in value)
    return value
