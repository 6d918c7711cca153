"""The short names of the agencies of a review, as its texts, its glossaries and the chair give them."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

from dhr_desktop.base.remembered import forgets
from dhr_desktop.domain.agency_forms import introduced_in, short_forms
from dhr_desktop.store import agencies, search
from dhr_desktop.store.review import Review

_COLUMNS = ("text", "action", "comment", "source", "people")
_WORDS = {
    "entry": " || ' ' || ".join(_COLUMNS),
    "passage": "text",
    "event": "headline || ' ' || note",
    "question": "words || ' ' || answer",
}
TABLES = frozenset({*_WORDS, "glossary_term"})
"""The tables whose texts may introduce a short name; beside them the agencies' own."""
_FEW_CHANGED = 20
_LAST = "SELECT max(id) FROM change"
_CHANGED = (
    "SELECT DISTINCT table_name, row_id FROM change WHERE id > ?"
    f" AND table_name IN ({', '.join(repr(table) for table in _WORDS)}) LIMIT ?"
)

_Place = tuple[str, int]
_Said = Mapping[_Place, frozenset[tuple[str, int]]]
"""By the table and the row, the short names that a text introduces, each with its agency."""


@dataclass(frozen=True, slots=True)
class _Held:
    names: Mapping[int, str]
    said: _Said
    last: int
    """The change of the journal up to which it stands."""


def of_review(review: Review) -> dict[int, tuple[str, ...]]:
    """The short names by the agency's id; none where no agency stands under another name. Safe in any thread."""
    listing = agencies.listing(review)
    if not any(each.pseudonym for each in listing):
        return {}
    names = {each.id: each.name for each in listing}
    glossary = review.read.rows("SELECT term, meaning FROM glossary_term")
    recorded = {each.id: each.forms for each in listing if each.forms}
    said = dict(_everywhere(review, names)) if review.journal.open_here else _still(review, names)
    pairs = {pair for each in said.values() for pair in each}
    return short_forms(names, pairs, [(term, told) for term, told in glossary], recorded)


def forget() -> None:
    """Hold nothing any more, for it is words of a review."""
    with _LOCK:
        _HELD.clear()


def _still(review: Review, names: Mapping[int, str]) -> _Said:
    """What the texts introduce. Those that have been read are not read again until they change."""
    with review.read.snapshot():
        last = int(review.read.value(_LAST) or 0)
        with _LOCK:
            held = _HELD.get(review)
        said = _with_changes(review, names, held) if held and held.names == names else None
        if said is None:
            said = dict(_everywhere(review, names))
    with _LOCK:
        _HELD[review] = _Held(names, said, last)
    return said


def _with_changes(review: Review, names: Mapping[int, str], held: _Held) -> _Said | None:
    """What was held with what has changed since; None where that is much."""
    changed = [(str(table), int(row)) for table, row in review.read.rows(_CHANGED, (held.last, _FEW_CHANGED + 1))]
    if len(changed) > _FEW_CHANGED:
        return None
    said = {place: pairs for place, pairs in held.said.items() if place not in changed}
    for table in {table for table, _ in changed}:
        said |= _in_rows(review, names, table, [row for each, row in changed if each == table])
    return said


def _everywhere(review: Review, names: Mapping[int, str]) -> Iterator[tuple[_Place, frozenset[tuple[str, int]]]]:
    """Of the entries only those are read that hold a name of an agency and a bracket."""
    yield from _in_rows(review, names, "entry", search.holding_any(review.read, names.values())).items()
    for table in _WORDS.keys() - {"entry"}:
        yield from _in_rows(review, names, table, None).items()


def _in_rows(
    review: Review, names: Mapping[int, str], table: str, ids: Collection[int] | None
) -> dict[_Place, frozenset[tuple[str, int]]]:
    among = "" if ids is None else " AND id IN (SELECT value FROM json_each(?))"
    values = () if ids is None else (json.dumps(list(ids)),)
    query = f"SELECT id, said FROM (SELECT id, {_WORDS[table]} AS said FROM {table}) WHERE instr(said, '('){among}"
    found = {(table, row): introduced_in(names, text) for row, text in review.read.rows(query, values)}
    return {place: pairs for place, pairs in found.items() if pairs}


_LOCK = Lock()
_HELD: "WeakKeyDictionary[Review, _Held]" = WeakKeyDictionary()
forgets(forget)
