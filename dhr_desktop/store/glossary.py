"""Abbreviations and their meanings, as agencies list them beside their chronologies."""

from collections.abc import Iterable

from dhr_desktop.store.review import Review


def add(review: Review, submission_id: int, terms: Iterable[tuple[str, str]]) -> None:
    """Keep a submission's terms in their order, inside a step."""
    review.write.many(
        "INSERT INTO glossary_term (submission_id, place, term, meaning) VALUES (?, ?, ?, ?)",
        ((submission_id, place, term, meaning) for place, (term, meaning) in enumerate(terms)),
    )


def listing(review: Review, submission_id: int) -> list[tuple[str, str]]:
    """A submission's terms and their meanings, in the order of its file."""
    found = review.read.rows(
        "SELECT term, meaning FROM glossary_term WHERE submission_id = ? ORDER BY place", (submission_id,)
    )
    return [(term, meaning) for term, meaning in found]
