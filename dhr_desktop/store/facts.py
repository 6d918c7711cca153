"""What is known of the review as a whole: one row, there from the start."""

from dataclasses import replace

from dhr_desktop.domain.reviews import Label, ReviewFacts
from dhr_desktop.store import enquiry
from dhr_desktop.store.connection import Connection, Row
from dhr_desktop.store.review import Review

_COLUMNS = "name, label, reference, partnership, chair, died_on, scope_from, scope_to"


def get(review: Review) -> ReviewFacts:
    """The facts as they stand."""
    row = review.read.row(f"SELECT {_COLUMNS} FROM review")
    if row is None:
        raise LookupError("a review file without its one row")
    facts = ReviewFacts(*row)
    return replace(facts, label=Label(facts.label), terms=tuple(line.words for line in enquiry.listing(review)))


def put(review: Review, facts: ReviewFacts) -> None:
    """Replace the facts, inside a step."""
    review.write.execute(
        "UPDATE review SET name = ?, label = ?, reference = ?, partnership = ?, chair = ?, died_on = ?,"
        " scope_from = ?, scope_to = ?",
        _values(facts),
    )
    enquiry.put(review, facts.terms)


def put_first(writer: Connection, facts: ReviewFacts) -> None:
    """Write the row of a new file, before its journal begins: there is no review without it to undo to."""
    writer.execute(f"INSERT INTO review ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _values(facts))
    enquiry.put_first(writer, facts.terms)


def _values(facts: ReviewFacts) -> Row:
    return (
        facts.name,
        facts.label.value,
        facts.reference,
        facts.partnership,
        facts.chair,
        facts.died_on,
        facts.scope_from,
        facts.scope_to,
    )
