"""Words that have been typed and cannot be a step yet: kept beside the record, in the same encrypted file."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from dhr_desktop.store.connection import Connection
from dhr_desktop.store.review import Review


def listing(review: Review) -> dict[str, dict[str, str]]:
    """What is kept for each place, by field; the place written last comes last."""
    found: dict[str, dict[str, str]] = {}
    for place, field, words in review.read.rows(
        "SELECT place, field, words FROM draft_words ORDER BY max(changed) OVER (PARTITION BY place), place, field"
    ):
        found.setdefault(place, {})[field] = words
    return found


def keep(review: Review, place: str, words: Mapping[str, str]) -> None:
    """Keep these words for a place in the stead of what was kept there; none at all forgets the place.

    It is on disk when this returns, and is no step. Must be called outside of one. Raises `StoreProblem`.
    """
    with review.aside() as write:
        # Its turn and not the moment, for two places may be written at the same one.
        turn = write.value("SELECT printf('%012d', 1 + ifnull(max(CAST(changed AS INTEGER)), 0)) FROM draft_words")
        _forget(place, write)
        write.many(
            "INSERT INTO draft_words (place, field, words, changed) VALUES (?, ?, ?, ?)",
            [(place, field, text, turn) for field, text in words.items()],
        )


@contextmanager
def taken_in(review: Review, place: str) -> Iterator[None]:
    """What is kept for a place goes with the step that this thread makes in the block, in the step's own transaction.

    So no abrupt end leaves the words both in the record and among the drafts. A block that makes no step, for the
    record says the same already, has them forgotten at its end; one that fails before its step leaves them.
    """
    with review.journal.carrying(partial(_forget, place)) as carried:
        yield
    if not carried.done:
        keep(review, place, {})


def _forget(place: str, write: Connection) -> None:
    write.execute("DELETE FROM draft_words WHERE place = ?", (place,))
