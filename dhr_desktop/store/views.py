"""Saved views: a set of filters, and how the table stands with it, under a name."""

from dataclasses import dataclass

from dhr_desktop.store.filters import EntryFilter, from_json
from dhr_desktop.store.review import Review

_SELECT = "SELECT id, name, place, wanted, shape FROM saved_view"


@dataclass(frozen=True, slots=True)
class SavedView:
    """One saved view. `shape` is JSON that the table writes and reads."""

    id: int
    name: str
    wanted: EntryFilter
    shape: str = "{}"
    place: int = 0


def listing(review: Review) -> list[SavedView]:
    """All saved views, in order."""
    return [
        SavedView(view_id, name, from_json(wanted), shape, place)
        for view_id, name, place, wanted, shape in review.read.rows(f"{_SELECT} ORDER BY place, id")
    ]


def add(review: Review, view: SavedView) -> SavedView:
    """Add a view, inside a step, whatever id it carries. Its name must be new."""
    new = review.write.insert(
        "INSERT INTO saved_view (name, place, wanted, shape) VALUES (?, ?, ?, ?)",
        (view.name, view.place, view.wanted.as_json(), view.shape),
    )
    return SavedView(new, view.name, view.wanted, view.shape, view.place)


def change(review: Review, view: SavedView) -> None:
    """Make the view of this id what `view` says, inside a step."""
    review.write.execute(
        "UPDATE saved_view SET name = ?, place = ?, wanted = ?, shape = ? WHERE id = ?",
        (view.name, view.place, view.wanted.as_json(), view.shape, view.id),
    )


def remove(review: Review, view_id: int) -> None:
    """Remove a view, inside a step."""
    review.write.execute("DELETE FROM saved_view WHERE id = ?", (view_id,))
