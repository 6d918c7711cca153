"""The tree of themes, and which entries have each."""

import json
from collections.abc import Collection, Iterable

from dhr_desktop.domain.meaning import Theme
from dhr_desktop.store.connection import Connection
from dhr_desktop.store.review import Review
from dhr_desktop.store.tags import Tags

_COLUMNS = "id, name, ifnull(parent_id, 0), place, digit"
_TAGS = Tags("entry_theme", "theme_id")


def listing(review: Review) -> list[Theme]:
    """All themes, each parent's children in order; the order says nothing of the tree."""
    return [Theme(*row) for row in review.read.rows(f"SELECT {_COLUMNS} FROM theme ORDER BY parent_id, place, id")]


def add(review: Review, theme: Theme) -> Theme:
    """Add a theme, inside a step, whatever id it carries."""
    new = review.write.insert(
        "INSERT INTO theme (parent_id, name, place, digit) VALUES (?, ?, ?, ?)",
        (theme.parent_id or None, theme.name, theme.place, theme.digit),
    )
    return Theme(new, theme.name, theme.parent_id, theme.place, theme.digit)


def put_first(writer: Connection, themes: Iterable[Theme]) -> None:
    """Write the themes of a new file, before its journal begins, with the ids they carry; parents come first."""
    for theme in themes:
        writer.execute(
            "INSERT INTO theme (id, parent_id, name, place, digit) VALUES (?, ?, ?, ?, ?)",
            (theme.id, theme.parent_id or None, theme.name, theme.place, theme.digit),
        )


def change(review: Review, theme: Theme) -> None:
    """Make the theme of this id what `theme` says, inside a step."""
    review.write.execute(
        "UPDATE theme SET parent_id = ?, name = ?, place = ?, digit = ? WHERE id = ?",
        (theme.parent_id or None, theme.name, theme.place, theme.digit, theme.id),
    )


def remove(review: Review, theme_id: int) -> None:
    """Remove a theme that has none beneath it, inside a step; entries lose it."""
    review.write.execute("DELETE FROM theme WHERE id = ?", (theme_id,))


def of_entries(review: Review, entry_ids: Collection[int]) -> dict[int, frozenset[int]]:
    """The ids of the themes of each of these entries; an entry that has none is left out."""
    return _TAGS.of_entries(review, entry_ids)


def counts(review: Review) -> dict[int, int]:
    """How many entries have each theme; a theme that none has is left out."""
    return dict(review.read.rows("SELECT theme_id, count(*) FROM entry_theme GROUP BY theme_id"))


def entries_with(review: Review, theme_ids: Collection[int]) -> list[int]:
    """The ids of the entries that have any of these themes."""
    rows = review.read.rows(
        "SELECT DISTINCT entry_id FROM entry_theme WHERE theme_id IN (SELECT value FROM json_each(?))"
        " ORDER BY entry_id",
        (json.dumps(list(theme_ids)),),
    )
    return [entry_id for (entry_id,) in rows]


def give(review: Review, entry_ids: Collection[int], theme_id: int) -> None:
    """Give these entries a theme, inside a step; those that have it already stay as they are."""
    _TAGS.give(review, entry_ids, theme_id)


def take(review: Review, entry_ids: Collection[int], theme_id: int) -> None:
    """Take a theme from these entries, inside a step."""
    _TAGS.take(review, entry_ids, theme_id)
