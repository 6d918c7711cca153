"""What was said of forms at their places in an entry, kept with them when its words are changed."""

import json

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.name_moves import moved
from dhr_desktop.store.review import Review

_COLUMNS = ("text", "action", "source", "people", "comment")


def follow(review: Review, entry: Entry) -> None:
    """Before an entry becomes `entry`, inside a step: each place keeps its answer, or loses it if it is gone."""
    said = review.write.rows("SELECT id, field, form, nth FROM form_place WHERE entry_id = ?", (entry.id,))
    if not said:
        return
    row = review.write.row(f"SELECT {', '.join(_COLUMNS)}, other FROM entry WHERE id = ?", (entry.id,))
    if row is None:
        return
    before = json.loads(row[-1]) | dict(zip(_COLUMNS, row, strict=False))
    for place_id, field, form, nth in said:
        words = getattr(entry, field) if field in _COLUMNS else entry.other.get(field, "")
        if words == before.get(field, ""):
            continue
        now = moved(before.get(field, ""), words, form, nth)
        if now is None:
            review.write.execute("DELETE FROM form_place WHERE id = ?", (place_id,))
        elif now != nth:
            review.write.execute("UPDATE form_place SET nth = ? WHERE id = ?", (now, place_id))
