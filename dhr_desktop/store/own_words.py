"""The words of the review outside the agencies' files, in which people are named too: contacts, readings, notes."""

from dhr_desktop.store.connection import quoted
from dhr_desktop.store.review import Review

_WRITTEN = {
    "contact": ("purpose", "said", "outcome", "next_words"),
    "promise": ("words", "note"),
    "offer": ("reason", "note"),
    "approach": ("answer_words", "reason"),
    "reading": ("supported_by", "present", "note"),
    "reading_comment": ("said", "answer"),
    "question": ("words", "answer"),
    "event": ("headline", "note"),
    "entry": ("private_note",),
    "submission": ("note",),
    "letter_template": ("body",),
}
TABLES = frozenset(_WRITTEN)


def words(review: Review) -> list[tuple[str, str]]:
    """Each text that was written, once, with the table that keeps it. Safe in any thread."""
    found: dict[tuple[str, str], None] = {}
    for table, columns in _WRITTEN.items():
        for column in columns:
            name = quoted(column)
            there = f"SELECT {name} FROM {quoted(table)} WHERE trim({name}) <> '' ORDER BY id"
            found |= {(table, text): None for (text,) in review.read.rows(there)}
    return list(found)
