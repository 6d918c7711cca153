"""What is marked as distressing, and in which of the chair's headlines and agencies' rows it is told of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dhr_desktop.store import search, sheets
from dhr_desktop.store.review import Review

_AT_LENGTH = 16
"""Letters from which a cell of an agency's row says something that others hardly say by chance."""
_MARKED = "SELECT id FROM entry INDEXED BY entry_distressing WHERE distressing"
_SAID = "SELECT id, text FROM entry INDEXED BY entry_distressing WHERE distressing"
_EVENTS = f"""
WITH marked (entry_id, event_id) AS (
    SELECT id, event_id FROM entry INDEXED BY entry_distressing WHERE distressing AND event_id IS NOT NULL
    UNION SELECT row_id, json_extract(new, '$.event_id') FROM change
        WHERE table_name = 'entry' AND row_id IN ({_MARKED}) AND json_extract(new, '$.event_id') IS NOT NULL
)
"""
_HEADLINES = f"""{_EVENTS}
SELECT entry_id, headline FROM marked JOIN event ON event.id = event_id
UNION SELECT entry_id, json_extract(new, '$.headline') FROM marked JOIN change
    ON table_name = 'event' AND row_id = event_id AND new IS NOT NULL
UNION SELECT entry_id, json_extract(old, '$.headline') FROM marked JOIN change
    ON table_name = 'event' AND row_id = event_id AND old IS NOT NULL
"""
# Of what the chair wrote about an event or an entry, the rows that are there and those that the journal knows of.
_ABOUT_EVENTS = "SELECT event_id FROM marked"
_TOLD = {
    "event": f"{_EVENTS} {_ABOUT_EVENTS}",
    "decision": f"""{_EVENTS}
        SELECT id FROM decision WHERE event_id IN ({_ABOUT_EVENTS})
        UNION SELECT row_id FROM change
            WHERE table_name = 'decision' AND json_extract(ifnull(new, old), '$.event_id') IN ({_ABOUT_EVENTS})""",
    "question": f"""{_EVENTS}
        SELECT id FROM question WHERE event_id IN ({_ABOUT_EVENTS}) OR entry_id IN ({_MARKED})
        UNION SELECT row_id FROM change WHERE table_name = 'question' AND (
            json_extract(ifnull(new, old), '$.event_id') IN ({_ABOUT_EVENTS})
            OR json_extract(ifnull(new, old), '$.entry_id') IN ({_MARKED}))""",
}
_OTHERS = (
    "SELECT headline FROM event WHERE id NOT IN (SELECT event_id FROM entry INDEXED BY entry_distressing"
    " WHERE distressing AND event_id NOTNULL)"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """What tells of entries that are marked as distressing, each with the ids of the entries it tells of."""

    headlines: dict[str, frozenset[int]] = field(default_factory=dict)
    """Headlines that their events have, or had at any time: the history goes on quoting them."""
    rows: dict[int, int] = field(default_factory=dict)
    """The entry of each of the agencies' rows."""
    entries: frozenset[int] = frozenset()
    """All that are marked."""
    words: dict[str, frozenset[int]] = field(default_factory=dict)
    """What they say, and what their rows say at length: a file that is looked at again may hold the same."""


def telling(review: Review) -> Telling:
    """What tells of the entries that are marked now; safe in any thread."""
    rows = review.read.rows(
        "SELECT source_row_id, id FROM entry INDEXED BY entry_distressing WHERE distressing AND source_row_id NOTNULL"
    )
    others = {spaced(words) for (words,) in review.read.rows(_OTHERS)}
    found: dict[str, frozenset[int]] = {}
    for entry_id, words in review.read.rows(_HEADLINES):
        headline = spaced(words)
        if headline and headline not in others:
            found[headline] = found.get(headline, frozenset()) | {entry_id}
    entry_of: dict[int, int] = dict(rows)
    return Telling(found, entry_of, *_sayings(review, entry_of))


def _sayings(review: Review, entry_of: Mapping[int, int]) -> tuple[frozenset[int], dict[str, frozenset[int]]]:
    said = [(entry_id, text) for entry_id, text in review.read.rows(_SAID)]
    said += [
        (entry_of[row_id], cell)
        for row_id, cells in sheets.cells(review, sorted(entry_of)).items()
        for cell in cells
        if len(cell.strip()) >= _AT_LENGTH
    ]
    words: dict[str, frozenset[int]] = {}
    for entry_id, text in said:
        if bare := spaced(text):
            words[bare] = words.get(bare, frozenset()) | {entry_id}
    return frozenset(entry_id for entry_id, _ in said), words


def holding(review: Review, passages: Iterable[str]) -> dict[str, frozenset[int]]:
    """Each of these passages that stands in what is marked, with the ids of the entries that hold it word for word."""
    marked = {entry_id for (entry_id,) in review.read.rows(_MARKED)}
    found = {passage: marked.intersection(search.holding_any(review.read, [passage])) for passage in passages}
    return {passage: frozenset(ids) for passage, ids in found.items() if ids}


def told_in(review: Review, table: str) -> frozenset[int]:
    """The ids of the events, decisions or questions that tell of marked entries, those that are gone among them.

    Of another table there are none, for nothing in it is about an entry.
    """
    return frozenset(found for (found,) in review.read.rows(_TOLD[table])) if table in _TOLD else frozenset()


def spaced(words: str | None) -> str:
    """The words with one space between them, so that those which say the same are the same."""
    return " ".join((words or "").split())
