"""The lines of enquiry of the terms of reference, and which entries bear on each."""

from collections.abc import Collection, Sequence

from dhr_desktop.domain.meaning import LineOfEnquiry
from dhr_desktop.domain.rewording import gone_on_from
from dhr_desktop.store.connection import Connection
from dhr_desktop.store.review import Review
from dhr_desktop.store.tags import Tags

_COLUMNS = "id, words, place"
_TAGS = Tags("entry_line", "line_id")


def listing(review: Review) -> list[LineOfEnquiry]:
    """All lines of enquiry, in order."""
    rows = review.read.rows(f"SELECT {_COLUMNS} FROM line_of_enquiry ORDER BY place, id")
    return [LineOfEnquiry(*row) for row in rows]


def put(review: Review, lines: Sequence[str]) -> None:
    """Make these the lines of enquiry, inside a step.

    A line whose words stay keeps its entries wherever it goes, and so does one that is reworded but still known by its
    words. One whose words are all new keeps them in its place, as long as there are no more and no fewer lines.
    """
    before = listing(review)
    kept = gone_on_from(before, lines)
    for gone in before:
        if gone not in kept.values():
            review.write.execute("DELETE FROM line_of_enquiry WHERE id = ?", (gone.id,))
    for place, words in enumerate(lines):
        line = kept.get(place)
        if line is None:
            _insert(review.write, place, words)
        elif (line.place, line.words) != (place, words):
            review.write.execute(
                "UPDATE line_of_enquiry SET place = ?, words = ? WHERE id = ?", (place, words, line.id)
            )


def put_first(writer: Connection, lines: Sequence[str]) -> None:
    """Write the lines of a new file, before its journal begins."""
    for place, words in enumerate(lines):
        _insert(writer, place, words)


def of_entries(review: Review, entry_ids: Collection[int]) -> dict[int, frozenset[int]]:
    """The ids of the lines that each of these entries bears on; an entry that bears on none is left out."""
    return _TAGS.of_entries(review, entry_ids)


def entries_on(review: Review, line_id: int) -> set[int]:
    """The ids of the entries that bear on a line."""
    return {
        entry_id for (entry_id,) in review.read.rows("SELECT entry_id FROM entry_line WHERE line_id = ?", (line_id,))
    }


def give(review: Review, entry_ids: Collection[int], line_id: int) -> None:
    """Have these entries bear on a line, inside a step; those that do already stay as they are."""
    _TAGS.give(review, entry_ids, line_id)


def take(review: Review, entry_ids: Collection[int], line_id: int) -> None:
    """Have these entries no longer bear on a line, inside a step."""
    _TAGS.take(review, entry_ids, line_id)


def _insert(writer: Connection, place: int, words: str) -> None:
    writer.execute("INSERT INTO line_of_enquiry (place, words) VALUES (?, ?)", (place, words))
