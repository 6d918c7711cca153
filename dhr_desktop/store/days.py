"""How the entries of one day stand, and the little that moves them within it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dhr_desktop.store import ordering
from dhr_desktop.store.review import Review


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an entry stands: its rank, its place among those of the same rank, and whether the chair put it there."""

    id: int
    rank: int
    nudge: float
    by_hand: bool
    file_order: tuple[int, int]
    """Among those of one rank that nobody moved, the order of their files."""


def around(review: Review, entry_id: int) -> list[Standing]:
    """All entries whose first possible day is that of this one, itself among them, in the order of the timeline.

    Empty when there is no such entry.
    """
    rank = review.read.value("SELECT rank FROM entry WHERE id = ?", (entry_id,))
    if rank is None:
        return []
    rows = review.read.rows(
        "SELECT id, rank, nudge, hand IS NOT NULL, place FROM entry WHERE rank BETWEEN ? AND ?"
        " ORDER BY rank, nudge, place, id",
        ordering.ends_of_day(rank),
    )
    return [Standing(found, stands, to, bool(by_hand), (place, found)) for found, stands, to, by_hand, place in rows]


def put(review: Review, entry_id: int, rank: int, hand: int | None, nudge: float) -> None:
    """Have an entry stand at this rank, inside a step."""
    review.write.execute("UPDATE entry SET rank = ?, hand = ?, nudge = ? WHERE id = ?", (rank, hand, nudge, entry_id))


def nudge(review: Review, places: Iterable[tuple[int, float]]) -> None:
    """Give entries, by their ids, these places among those of the same rank, inside a step."""
    review.write.many("UPDATE entry SET nudge = ? WHERE id = ?", [(to, entry_id) for entry_id, to in places])
