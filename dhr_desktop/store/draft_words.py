"""Words that have been typed and cannot be a step yet: kept beside the record, in the same encrypted file."""

from collections.abc import Mapping

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
        write.execute("DELETE FROM draft_words WHERE place = ?", (place,))
        write.many(
            "INSERT INTO draft_words (place, field, words, changed) VALUES (?, ?, ?, ?)",
            [(place, field, text, turn) for field, text in words.items()],
        )
