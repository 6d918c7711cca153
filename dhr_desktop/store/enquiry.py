"""The lines of enquiry of the terms of reference, and which entries bear on each."""

import json
from collections.abc import Collection, Sequence
from itertools import zip_longest

from dhr_desktop.domain.meaning import LineOfEnquiry
from dhr_desktop.store.connection import Connection
from dhr_desktop.store.review import Review

_COLUMNS = "id, words, place"


def listing(review: Review) -> list[LineOfEnquiry]:
    """All lines of enquiry, in order."""
    rows = review.read.rows(f"SELECT {_COLUMNS} FROM line_of_enquiry ORDER BY place, id")
    return [LineOfEnquiry(*row) for row in rows]


def put(review: Review, lines: Sequence[str]) -> None:
    """Make these the lines of enquiry, inside a step.

    A line whose words stay keeps its entries wherever it goes; one that is reworded in its place keeps them too, as
    far as lines were neither added nor taken out before it.
    """
    left = list(listing(review))
    kept: dict[int, LineOfEnquiry] = {}
    for place, words in enumerate(lines):
        found = next((line for line in left if line.words == words), None)
        if found:
            left.remove(found)
            kept[place] = found
    new = [place for place in range(len(lines)) if place not in kept]
    for reworded, place in zip_longest(left, new):
        if place is None:
            review.write.execute("DELETE FROM line_of_enquiry WHERE id = ?", (reworded.id,))
        elif reworded is None:
            _insert(review.write, place, lines[place])
        else:
            kept[place] = reworded
    for place, line in kept.items():
        if (line.place, line.words) != (place, lines[place]):
            review.write.execute(
                "UPDATE line_of_enquiry SET place = ?, words = ? WHERE id = ?", (place, lines[place], line.id)
            )


def put_first(writer: Connection, lines: Sequence[str]) -> None:
    """Write the lines of a new file, before its journal begins."""
    for place, words in enumerate(lines):
        _insert(writer, place, words)


def of_entries(review: Review, entry_ids: Collection[int]) -> dict[int, frozenset[int]]:
    """The ids of the lines that each of these entries bears on; an entry that bears on none is left out."""
    rows = review.read.rows(
        "SELECT entry_id, line_id FROM entry_line WHERE entry_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(entry_ids)),),
    )
    found: dict[int, frozenset[int]] = {}
    for entry_id, line_id in rows:
        found[entry_id] = found.get(entry_id, frozenset()) | {line_id}
    return found


def give(review: Review, entry_ids: Collection[int], line_id: int) -> None:
    """Have these entries bear on a line, inside a step; those that do already stay as they are."""
    review.write.execute(
        "INSERT INTO entry_line (entry_id, line_id) SELECT value, ?1 FROM json_each(?2)"
        " WHERE value NOT IN (SELECT entry_id FROM entry_line WHERE line_id = ?1)",
        (line_id, json.dumps(list(entry_ids))),
    )


def take(review: Review, entry_ids: Collection[int], line_id: int) -> None:
    """Have these entries no longer bear on a line, inside a step."""
    review.write.execute(
        "DELETE FROM entry_line WHERE line_id = ? AND entry_id IN (SELECT value FROM json_each(?))",
        (line_id, json.dumps(list(entry_ids))),
    )


def _insert(writer: Connection, place: int, words: str) -> None:
    writer.execute("INSERT INTO line_of_enquiry (place, words) VALUES (?, ?)", (place, words))
