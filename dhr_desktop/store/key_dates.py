"""Key dates: those the chair has set, and beside them those that the facts of the review give."""

from dataclasses import replace

from dhr_desktop.domain.key_dates import KeyDate, KeyKind, of_facts
from dhr_desktop.store import facts
from dhr_desktop.store.review import Review

_COLUMNS = "id, date_edtf, words, kind"


def listing(review: Review) -> list[KeyDate]:
    """The key dates that the chair has set, in the order in which they were set."""
    rows = review.read.rows(f"SELECT {_COLUMNS} FROM key_date ORDER BY id")
    return [KeyDate(key, date_edtf, words, KeyKind(kind)) for key, date_edtf, words, kind in rows]


def every(review: Review) -> list[KeyDate]:
    """Those that the facts give, which have the id 0, and those that the chair has set."""
    return [*of_facts(facts.get(review)), *listing(review)]


def add(review: Review, key_date: KeyDate) -> KeyDate:
    """Add a key date, inside a step, whatever id it carries."""
    new = review.write.insert(
        "INSERT INTO key_date (date_edtf, words, kind) VALUES (?, ?, ?)",
        (key_date.date_edtf, key_date.words, key_date.kind.value),
    )
    return replace(key_date, id=new)


def change(review: Review, key_date: KeyDate) -> None:
    """Make the key date of this id what `key_date` says, inside a step."""
    review.write.execute(
        "UPDATE key_date SET date_edtf = ?, words = ?, kind = ? WHERE id = ?",
        (key_date.date_edtf, key_date.words, key_date.kind.value, key_date.id),
    )


def remove(review: Review, key_date_id: int) -> None:
    """Remove a key date, inside a step."""
    review.write.execute("DELETE FROM key_date WHERE id = ?", (key_date_id,))
